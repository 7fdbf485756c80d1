"""What somebody gained: skills their experiments showed, confidence before and after, and what to try next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from mosaic.lexicon.sentences import sentences_of
from ps101.domain.experiments import LONGEST_TITLE, LONGEST_WORDS, Gate, NextMove
from ps101.domain.flow import Flow


@dataclass(frozen=True, slots=True)
class Quote:
    """Literal words behind a skill; `is_late` when they were said after something was tried."""

    text: str
    said_at: datetime
    is_late: bool
    source: str


@dataclass(frozen=True, slots=True)
class Gain:
    """A skill that what was tried showed, with the words that say so; `is_new` when nothing showed it earlier."""

    label: str
    quotes: tuple[Quote, ...]
    is_new: bool
    is_confirmed: bool


class About(StrEnum):
    """What a change of confidence is about."""

    JOURNEY = "journey"
    EXPERIMENT = "experiment"


@dataclass(frozen=True, slots=True)
class Change:
    """Confidence from 1 to 10 before and after; None is not known."""

    about: About
    id: UUID
    label: str
    before: int | None
    after: int | None
    day: date


@dataclass(frozen=True, slots=True)
class Lesson:
    """What an experiment taught, and whether something was written down after it."""

    experiment: UUID
    title: str
    learning: str
    next_move: NextMove
    is_followed: bool


@dataclass(frozen=True, slots=True)
class Suggestion:
    """First words for the next experiment, all of them the person's own."""

    title: str
    hypothesis: str
    follows: UUID | None


def late_prompts(flow: Flow) -> frozenset[str]:
    """Return the keys of what is asked after something was tried."""
    late = [step for step in flow.steps if Gate.REFLECTION in (step.gate, step.opens_after)]
    return frozenset(prompt.key for step in late for prompt in step.prompts)


def rated_prompts(flow: Flow, *, late: bool) -> tuple[str, ...]:
    """Return the keys of questions with a number, before or after something was tried."""
    after = late_prompts(flow)
    return tuple(prompt.key for prompt in flow.prompts if prompt.rating and (prompt.key in after) is late)


def gain_of(label: str, quotes: Iterable[Quote], *, is_confirmed: bool = False) -> Gain | None:
    """Return what the late words of a skill show; None when there are none."""
    said = sorted(quotes, key=lambda quote: quote.said_at)
    late = tuple(quote for quote in said if quote.is_late)
    if not late:
        return None
    return Gain(label, late, is_new=said[0].is_late, is_confirmed=is_confirmed)


def whole_change(changes: Iterable[Change]) -> tuple[int | None, int | None]:
    """Return the first confidence known and the last one after something was tried."""
    ordered = sorted(changes, key=lambda change: change.day)
    before = next((one.before for one in ordered if one.before is not None), None)
    after = next((one.after for one in reversed(ordered) if one.after is not None), None)
    return before, after


def suggest(lesson: Lesson | None, wish: str) -> Suggestion | None:
    """Return the next experiment in the person's words, unless it is written down already or nothing was said.

    `wish` is the answer to what somebody would like to try next.
    """
    if lesson and lesson.is_followed:
        return None
    title = _first(wish)
    if not title and lesson and lesson.next_move is NextMove.CONTINUE:
        title = lesson.title[:LONGEST_TITLE]
    learned = lesson.learning[:LONGEST_WORDS] if lesson else ""
    return Suggestion(title, learned, lesson.experiment if lesson else None) if title or learned else None


def _first(text: str) -> str:
    """Return the first sentence, cut at a word where it is longer than a title."""
    span = next(iter(sentences_of(text)), None)
    words = text[span.start : span.end] if span else ""
    return words if len(words) <= LONGEST_TITLE else words[:LONGEST_TITLE].rsplit(None, 1)[0]
