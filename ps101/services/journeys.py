"""What a person can do on a journey. Nothing said here is ever lost, and no word can block anybody."""

from django.db import transaction
from django.utils import timezone

from mosaic.facts import services as facts
from mosaic.facts.models import SourceKind
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from mosaic.people.services import keep_content
from ps101 import queries
from ps101.domain.engine import Finding, judge, key_of
from ps101.domain.experiences import SIDE_QUESTIONS
from ps101.domain.experiments import Gate
from ps101.domain.extraction import AnswerText, read_answer
from ps101.domain.flow import LONGEST_ANSWER, Prompt
from ps101.models import Answer, AnswerRevision, Journey
from ps101.services.contexts import NotCompleted, read_when_ready, request_context

LONGEST_DRAFT = 2 * LONGEST_ANSWER


class UnknownFlow(Exception):
    """There is no active flow of this key."""


class AnswerRefused(Exception):
    """An answer that is too short or long. Its text is kept as the draft."""

    def __init__(self, finding: Finding, answer: Answer) -> None:
        super().__init__(finding.code)
        self.finding, self.answer = finding, answer


class LostUpdate(Exception):
    """Somebody, perhaps the same person in another window, saved this answer in between."""

    def __init__(self, current: Answer, yours: str) -> None:
        super().__init__(current.version)
        self.current, self.yours = current, yours


@transaction.atomic
def start(person: Person, flow_key: str) -> Journey:
    """Begin a flow, go on with it, or turn the journey under way into it. Answers count in both."""
    flow = queries.active_flow(flow_key)
    if flow is None:
        raise UnknownFlow
    Person.objects.select_for_update().get(pk=person.pk)
    journey = queries.open_journey_of(person) or _to_reopen(person, flow_key)
    if journey is None:
        journey = Journey.objects.create(person=person, flow=flow)
        note(person, Happened.JOURNEY_STARTED, journey, flow=flow_key)
        return journey
    if journey.flow.key != flow_key:
        journey.flow, journey.skipped = flow, [key for key in journey.skipped if key == SIDE_QUESTIONS]
        note(person, Happened.JOURNEY_STARTED, journey, flow=flow_key)
    journey.status, journey.completed_at = Journey.Status.ACTIVE, None
    journey.save()
    return journey


class NotOpenYet(Exception):
    """The step of a prompt waits for a gate before it. What was written is kept as a draft."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.prompt_key)
        self.answer = answer


def save_answer(
    person: Person, journey: Journey, prompt: Prompt, *, text: str, version: int, rating: int | None = None
) -> Answer:
    """Keep an answer. Raises AnswerRefused and NotOpenYet (its text is a draft then) and LostUpdate.

    `version` is the one the writer saw: 0 for a first answer. Sending the same text twice is one answer.
    """
    text = normalised(text).strip()
    finding = judge(prompt, text, rating)
    if finding:
        # Outside the transaction below, so that refusing does not take the draft back.
        raise AnswerRefused(finding, save_draft(person, journey, prompt, text=text))
    if not queries.standing_in(journey).is_reachable(prompt):
        raise NotOpenYet(save_draft(person, journey, prompt, text=text))
    with transaction.atomic():
        answer = _row(person, journey, prompt.key)
        if answer.version == version:
            kept = _store(person, prompt, answer, text, rating)
            read_when_ready(person, journey)
            return kept
    if answer.text == text and answer.rating == rating:
        return answer
    raise LostUpdate(answer, text)


@transaction.atomic
def save_draft(person: Person, journey: Journey, prompt: Prompt, *, text: str) -> Answer:
    """Keep what somebody is still writing, whatever its length."""
    answer = _row(person, journey, prompt.key)
    answer.draft = normalised(text)[:LONGEST_DRAFT]
    answer.save()
    _note_draft(person)
    return answer


@transaction.atomic
def leave_open(person: Person, journey: Journey, item: Prompt | Gate) -> Journey:
    """Pass a prompt or a gate over; it stays listed as open."""
    key = key_of(item) if isinstance(item, Gate) else item.key
    locked = queries.journeys_of(person).select_for_update(of=("self",)).get(pk=journey.pk)
    if key not in locked.skipped:
        locked.skipped = [*locked.skipped, key]
        locked.save(update_fields=["skipped"])
    return locked


@transaction.atomic
def pause(person: Person, journey: Journey) -> Journey:
    """Put a journey aside. A completed one stays completed."""
    return _move(person, journey, Journey.Status.ACTIVE, Journey.Status.PAUSED, Happened.JOURNEY_PAUSED)


@transaction.atomic
def resume(person: Person, journey: Journey) -> Journey:
    """Go on where a journey was left."""
    return _move(person, journey, Journey.Status.PAUSED, Journey.Status.ACTIVE, Happened.JOURNEY_RESUMED)


@transaction.atomic
def complete(person: Person, journey: Journey) -> Journey:
    """End a journey and have it read. Raises NotCompleted with what is open."""
    standing = queries.standing_in(journey)
    if not standing.can_complete:
        raise NotCompleted(standing.blocking)
    if journey.status != Journey.Status.COMPLETED:
        journey.status, journey.completed_at = Journey.Status.COMPLETED, timezone.now()
        journey.save(update_fields=["status", "completed_at"])
        note(person, Happened.JOURNEY_COMPLETED, journey, flow=journey.flow.key)
    request_context(person, journey)
    return journey


def _to_reopen(person: Person, flow_key: str) -> Journey | None:
    """Return the last journey when it was completed in another flow: its answers count in this one."""
    latest = queries.latest_journey_of(person)
    return latest if latest and latest.flow.key != flow_key else None


def _row(person: Person, journey: Journey, key: str) -> Answer:
    """Return a prompt's answer row, locked until the transaction ends."""
    Answer.objects.get_or_create(person=person, journey=journey, prompt_key=key)
    return Answer.objects.select_for_update().get(person=person, journey=journey, prompt_key=key)


def _store(person: Person, prompt: Prompt, answer: Answer, text: str, rating: int | None) -> Answer:
    answer.text, answer.draft, answer.rating = text, "", rating
    answer.length, answer.version, answer.saved_at = len(text), answer.version + 1, timezone.now()
    answer.save()
    AnswerRevision.objects.create(person=person, answer=answer, version=answer.version, text=text, rating=rating)
    source = facts.Source(SourceKind.ANSWER, answer.pk, text, answer.version)
    found = read_answer(AnswerText(prompt.key, text, prompt.feeds), today=timezone.localdate())
    facts.learn(person, source, found)
    note(person, Happened.ANSWER_GIVEN, answer, prompt=prompt.key, version=answer.version)
    return answer


def _note_draft(person: Person) -> None:
    """A draft is content too: it must not expire with the empty persons."""
    keep_content(person)


def _move(person: Person, journey: Journey, before: str, after: str, happened: Happened) -> Journey:
    changed = Journey.objects.filter(pk=journey.pk, person=person, status=before).update(status=after)
    if changed:
        note(person, happened, journey)
        journey.status = after
    return journey
