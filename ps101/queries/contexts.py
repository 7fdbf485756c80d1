"""Reads of what was understood."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, cast

from django.db.models import QuerySet

from mosaic.facts.domain.kinds import FactKind, Polarity, Status
from mosaic.facts.models import Fact, SourceKind
from mosaic.facts.queries import facts_of, gone_facts_of, standing_facts_of, whole_of
from mosaic.lib import room
from mosaic.lib.work import WorkState
from mosaic.people import consent
from mosaic.people.models import AIMode, Person
from ps101.domain.extraction import CONTEXT_LISTS, Proposal
from ps101.domain.known_lines import KnownLine
from ps101.domain.own_lines import OwnLine
from ps101.domain.own_words import content_of
from ps101.models import Answer, Context, EarlierContext, FlowVersion
from ps101.queries.journeys import answers_digest_of, flow_of

KEPT = (Status.REMOVED, Status.EDITED)


class Wait(NamedTuple):
    """Since when something waits for room, when it is tried again, and when it is given up."""

    since: datetime
    again_at: datetime
    until: datetime


Lists = dict[str, list[dict[str, object]]]


def context_of(person: Person, *, for_update: bool = False) -> Context | None:
    """Return what was understood, or is being read; `for_update` keeps workers from it until the transaction ends."""
    rows = Context.objects.select_for_update(of=("self",)) if for_update else Context.objects.all()
    rows = rows.select_related("journey__flow", "person").defer("journey__flow__document")
    return rows.filter(person=person).first()


def has_context(person: Person) -> bool:
    """Whether personal coaching is open: something was understood once."""
    return Context.objects.filter(person=person, extracted_at__isnull=False).exists()


def earlier_contexts_of(person: Person) -> QuerySet[EarlierContext]:
    """Return what was understood before, the latest first."""
    earlier = EarlierContext.objects.select_related("journey__flow").defer("journey__flow__document")
    return earlier.filter(person=person).order_by("-extracted_at", "-created_at")


def flow_title(reading: Context | EarlierContext) -> str:
    """Return what the flow is called in which the answers of a reading were given."""
    key, _, version = reading.flow_name.partition("/")
    flow = FlowVersion.objects.filter(key=key, version=version).first() if version else None
    return flow_of(flow or reading.journey.flow).title


def is_current(context: Context) -> bool:
    """Whether the answers were read as they are now."""
    return context.extracted_at is not None and context.answers_digest == answers_digest_of(context.journey)


def is_waiting(context: Context) -> bool:
    """Whether nothing can be shown yet: rules read first, and what they found stands while a model reads too."""
    return _is_under_way(context) and not is_current(context)


def is_improving(context: Context) -> bool:
    """Whether a model reads answers that rules have read."""
    return _is_under_way(context) and is_current(context)


def _is_under_way(context: Context) -> bool:
    return context.state in (WorkState.QUEUED, WorkState.RUNNING) and not room.is_waiting(context)


def wait_for_room(context: Context) -> Wait | None:
    """Return how a model's reading waits for room, in either mode; None when none does.

    One of answers that are others by now, or that nobody allows any more, is given up when its time comes.
    """
    if room.is_waiting(context):
        is_wanted = context.person.ai_mode != AIMode.OFF and is_current(context)
        return _wait(context.waits_since, context.queued_at) if is_wanted else None
    held_up = consent.held_up_about(context.person, context.pk)
    return _wait(held_up.decided_at, held_up.due_at) if held_up else None


def _wait(since: datetime | None, again_at: datetime | None) -> Wait | None:
    return Wait(since, again_at, since + room.KEPT) if since and again_at else None


def context_facts_of(person: Person, kind: FactKind, aspect: str = "") -> QuerySet[Fact]:
    """Return the standing facts of one kind that rest on answers or on the person's own statement."""
    facts = standing_facts_of(person, kind).filter(polarity=Polarity.HAS)
    facts = facts.filter(evidence__source_kind__in=(SourceKind.ANSWER, SourceKind.STATED)).distinct()
    return facts.filter(aspect=aspect) if aspect else facts


def lists_of(person: Person) -> dict[str, object]:
    """Return the lists with the words behind each line and the prompt they answer, nothing for words from elsewhere."""
    keys = _prompt_keys(person)
    return {
        name: [_line(fact, keys) for fact in context_facts_of(person, kind, aspect)]
        for name, (kind, aspect) in CONTEXT_LISTS.items()
    }


def _prompt_keys(person: Person) -> Mapping[object, str]:
    return dict(Answer.objects.filter(person=person).values_list("pk", "prompt_key"))


def _line(fact: Fact, keys: Mapping[object, str]) -> dict[str, object]:
    quotes = [{"quote": one.quote, "prompt_key": keys.get(one.source_id)} for one in fact.evidence.all()]
    return {"label": fact.label, "quotes": quotes}


def known_lines_of(person: Person) -> list[KnownLine]:
    """Return the lines the lists have or had, without those a model alone found and nobody has said anything about.

    One that was left out or reworded counts with all its words.
    """
    keys, kinds = _prompt_keys(person), {kind for kind, _ in CONTEXT_LISTS.values()}
    found = []
    for fact in facts_of(person).filter(kind__in=kinds, polarity=Polarity.HAS).exclude(status=Status.UNSUPPORTED):
        rows = fact.evidence.all()
        if fact.status == Status.SUGGESTED and all(one.reader for one in rows):
            continue
        words = " ".join((fact.label, *(one.quote for one in rows if fact.status in KEPT)))
        key = next((keys[one.source_id] for one in rows if one.source_id in keys), "")
        found.append(KnownLine(FactKind(fact.kind), content_of(words), key))
    return found


def proposals_of(context: Context) -> list[Proposal]:
    """Return the experiments as they stand."""
    rows = cast(list[Mapping[str, object]], context.proposed_experiments or [])
    return [_proposal(row) for row in rows]


def quotes_of(context: Context) -> list[str]:
    """Return the quotes as they stand."""
    return list(cast(list[str], context.key_quotes or []))


def lines_of(context: Context, name: str) -> tuple[Proposal, ...]:
    """Return the experiments or the quotes as lines; a quote has no smallest version."""
    if name == "experiments":
        return tuple(proposals_of(context))
    return tuple(Proposal(quote, "", is_suggested=False) for quote in quotes_of(context))


def own_lines_of(context: Context, name: str) -> list[OwnLine]:
    """Return what the person changed of experiments or quotes."""
    rows = cast(Mapping[str, Sequence[Mapping[str, object]]], context.own_lines or {}).get(name, ())
    return [OwnLine(str(row["read"]), _proposal(row), bool(row["removed"])) for row in rows]


def left_out_of(context: Context, name: str) -> list[Proposal]:
    """Return the experiments or quotes that were left out, in the order they were."""
    return [one.now for one in own_lines_of(context, name) if one.is_removed]


def _proposal(row: Mapping[str, object]) -> Proposal:
    return Proposal(str(row["idea"]), str(row["smallest_version"]), bool(row.get("suggested")))


def document_of(context: Context) -> dict[str, object]:
    """Return what was understood, whole, without what was left out since."""
    return {
        "problem_definition": context.problem_definition,
        **without_removed(context.person, cast(Lists, context.lists or {})),
        "proposed_experiments": context.proposed_experiments,
        "key_quotes": context.key_quotes,
    }


def without_removed(person: Person, document: Mapping[str, object]) -> dict[str, object]:
    """Return a document as its person has it now: without the lines whose facts were removed, and in their later words."""
    gone, reworded = _gone_lines(person), _reworded_lines(person)
    found = dict(document)
    for name, (kind, _) in CONTEXT_LISTS.items():
        lines = cast(list[Mapping[str, object]], found.get(name) or [])
        keyed = [((kind.value, str(line["label"]).casefold()), line) for line in lines]
        found[name] = [{**line, "label": reworded.get(key, line["label"])} for key, line in keyed if key not in gone]
    return found


def _gone_lines(person: Person) -> set[tuple[str, str]]:
    """Return what lines were called whose facts were removed, or were merged into one that was."""
    gone = [fact for fact in gone_facts_of(person) if whole_of(fact).status == Status.REMOVED]
    standing = {(fact.kind, fact.label.casefold()) for fact in standing_facts_of(person)}
    return {(fact.kind, words.casefold()) for fact in gone for words in (fact.label, fact.named) if words} - standing


def _reworded_lines(person: Person) -> dict[tuple[str, str], str]:
    """Return what lines are called now by what they were called first."""
    return {(fact.kind, fact.named.casefold()): fact.label for fact in standing_facts_of(person) if fact.named}
