"""Reads of uploads, the conversation and the prompt library, starting from the person."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from django.conf import settings
from django.db.models import QuerySet, Sum

from mosaic.ai.domain.contacts import private_in
from mosaic.ai.domain.masking import Known as Private
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.models import Fact, SourceKind
from mosaic.facts.queries import facts_from, profile_of, standing_facts_of
from mosaic.journal.domain.names import Happened
from mosaic.journal.models import Event
from mosaic.journal.queries import events_of
from mosaic.people.models import Person
from ps101 import queries as discovery
from ps101.domain.extraction import EXTERNAL, INTERNAL
from ps101.models import Journey
from wimd.domain.coach import Move, Stage, State, Understood
from wimd.domain.corrected import corrected
from wimd.domain.corrections import Edits, Read, Revised
from wimd.domain.library import Library, Row
from wimd.domain.metrics import Known, Step, Thing
from wimd.models import Conversation, PromptRow, PromptSet, Turn, Upload

SOURCES = (SourceKind.UPLOAD, SourceKind.CORRECTION)


def uploads_of(person: Person) -> QuerySet[Upload]:
    """Return a person's files, the latest first."""
    return Upload.objects.filter(person=person).order_by("-created_at", "-pk")


def revised_of(upload: Upload) -> Revised | None:
    """Return the résumé that was read in a file with what its person changed, or None for another document."""
    if not isinstance(upload.resume, dict) or not upload.resume:
        return None
    read = Read.of(upload.resume, len(upload.text))
    return Revised(read, Edits.of(upload.resume_edits if isinstance(upload.resume_edits, dict) else {}))


def private_of(person: Person) -> Private:
    """Return the names and contact data in a person's résumés, as read and as corrected."""
    found = [private_in(document) for upload in uploads_of(person) for document in _documents(upload)]
    names = dict.fromkeys(name for one in found for name in one.names)
    contacts = dict.fromkeys(contact for one in found for contact in one.contacts)
    return Private(tuple(names), tuple(contacts))


def _documents(upload: Upload) -> Iterator[Mapping[str, object]]:
    """Yield a résumé as it was read and as it was corrected: what was corrected away still stands in the file."""
    revised = revised_of(upload)
    read = upload.resume.get("document") if revised and isinstance(upload.resume, dict) else None
    if isinstance(read, dict):
        yield read
    if revised:
        yield corrected(revised).document


def words_of(upload: Upload) -> list[str]:
    """Return a file's text and what its person wrote by hand about it."""
    revised = revised_of(upload)
    return [words for words in (upload.text, *(revised.edits.values.values() if revised else ())) if words]


def facts_in(upload: Upload) -> QuerySet[Fact]:
    """Return the standing facts that rest on a file: on its words, and on what its person wrote by hand there."""
    return facts_from(upload.person, upload.pk, *SOURCES)


def bytes_of(person: Person) -> int:
    """Return the bytes of all files of a person."""
    return uploads_of(person).aggregate(total=Sum("size"))["total"] or 0


def conversation_of(person: Person) -> Conversation | None:
    """Return a person's conversation with the coach, if there was one."""
    return Conversation.objects.filter(person=person).first()


def turns_of(person: Person) -> QuerySet[Turn]:
    """Return what was said, in order."""
    return Turn.objects.filter(person=person).order_by("number")


def active_prompts() -> PromptSet | None:
    """Return the version of the library in use."""
    return PromptSet.objects.filter(is_active=True).first()


def rows_of(sha256: str) -> list[dict[str, str]]:
    """Return the rows of a version of the library."""
    rows = PromptRow.objects.filter(prompt_set__sha256=sha256).order_by("key")
    return [{"id": row.key, "prompt": row.prompt, "completion": row.completion, "tag": row.tag} for row in rows]


def library() -> Library:
    """Return the active library's index, built once per version and process."""
    active = active_prompts()
    return _library(active.sha256) if active else Library([])


@lru_cache(maxsize=2)
def _library(sha256: str) -> Library:
    rows = PromptRow.objects.filter(prompt_set__sha256=sha256).order_by("key")
    return Library([Row(row.key, row.prompt, row.completion, row.tag) for row in rows])


def state_of(person: Person, noticed: list[str]) -> State:
    """Return everything the coach goes by."""
    journey = discovery.latest_journey_of(person)
    context = discovery.context_of(person)
    answered, total = discovery.standing_in(journey).progress if journey else (0, 0)
    said = list(turns_of(person).filter(speaker=Turn.Speaker.COACH).values_list("move", "row"))
    return State(
        stage=_stage(journey, is_read=bool(context and context.extracted_at), is_waiting=bool(context)),
        answered=answered,
        total=total,
        understood=_understood(person) if context and context.extracted_at else Understood(),
        played_back=any(move == Move.PLAYBACK for move, _ in said),
        used_rows=frozenset(row for _, row in said if row),
        times=dict(Counter(move for move, _ in said)),
        unknown=_unknown(person),
        noticed=noticed,
        has_human=bool(settings.HUMAN_COACH_URL),
    )


def _stage(journey: Journey | None, *, is_read: bool, is_waiting: bool) -> Stage:
    if journey is None:
        return Stage.NEW
    if is_read:
        return Stage.OPEN
    return Stage.BEING_READ if is_waiting else Stage.ON_THE_WAY


def _understood(person: Person) -> Understood:
    """Return the lines to play back: the first of each kind that still stands."""
    context = discovery.context_of(person)
    if context is None:
        return Understood()
    proposals = context.proposed_experiments
    first = proposals[0] if isinstance(proposals, list) and proposals else {}
    return Understood(
        problem=context.problem_definition.rstrip("."),
        energy=_first(discovery.context_facts_of(person, FactKind.ENERGISER)),
        block=_first(discovery.context_facts_of(person, FactKind.OBSTACLE, INTERNAL))
        or _first(discovery.context_facts_of(person, FactKind.OBSTACLE, EXTERNAL)),
        power=_first(discovery.context_facts_of(person, FactKind.STRENGTH))
        or _first_quote(discovery.context_facts_of(person, FactKind.SKILL)),
        test=str(first.get("idea", "")).rstrip(".") if isinstance(first, dict) else "",
    )


def _first(facts: QuerySet[Fact]) -> str:
    fact = facts.first()
    return fact.label.rstrip(".") if fact else ""


def _first_quote(facts: QuerySet[Fact]) -> str:
    fact = facts.first()
    evidence = next(iter(fact.evidence.all()), None) if fact else None
    return evidence.quote.rstrip(".") if evidence else ""


def _unknown(person: Person) -> list[str]:
    """Return what nobody knows yet of what results depend on, the most telling first."""
    profile = profile_of(person)
    kinds = set(standing_facts_of(person).values_list("kind", flat=True))
    asked = {
        "values": not profile.values,
        "goals": FactKind.GOAL not in kinds and not profile.roles_wanted,
        "skills": len(profile.skills) < 3,
        "obstacles": FactKind.OBSTACLE not in kinds,
        "place": not profile.location,
        "pay": not profile.pay,
        "people": FactKind.NETWORK not in kinds,
        "time": not profile.hours,
    }
    return [name for name, is_unknown in asked.items() if is_unknown]


def steps_of(person: Person) -> list[Step]:
    """Return what happened, for the readings."""
    events = Event.objects.filter(person=person).values_list("name", "created_at", "subject_id")
    return [Step(Happened(name), at, str(subject or "")) for name, at, subject in events]


def things_of(person: Person) -> list[Thing]:
    """Return what is known and since when, for the readings."""
    counted = {
        (FactKind.VALUE, Polarity.WANTS): Known.VALUE,
        (FactKind.SKILL, Polarity.HAS): Known.SKILL,
        (FactKind.STRENGTH, Polarity.HAS): Known.STRENGTH,
        (FactKind.ENERGISER, Polarity.HAS): Known.STRENGTH,
        (FactKind.OBSTACLE, Polarity.HAS): Known.OBSTACLE,
        (FactKind.GOAL, Polarity.WANTS): Known.WANTED,
        (FactKind.ROLE, Polarity.WANTS): Known.TARGET,
    }
    facts = standing_facts_of(person).values_list("kind", "polarity", "created_at")
    pairs = ((counted.get((FactKind(kind), Polarity(polarity))), at) for kind, polarity, at in facts)
    things = [Thing(known, at) for known, at in pairs if known]
    context = discovery.context_of(person)
    if context and context.extracted_at and context.problem_definition:
        things.append(Thing(Known.PROBLEM, context.extracted_at))
    if context and context.confirmed_at:
        things.append(Thing(Known.CONFIRMED, context.confirmed_at))
    if context and context.extracted_at and not context.is_provisional:
        things.append(Thing(Known.WHOLE_JOURNEY, context.extracted_at))
    saved = events_of(person, Happened.JOB_SAVED).last()
    if saved:
        things.append(Thing(Known.TARGET, saved.created_at))
    return things
