"""First words for the forms of an experiment, taken from answers already given, so that nobody says a thing twice.

Nothing is made up: every text is a literal part of an answer, and only a suggestion until it is saved.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mosaic.lexicon.sentences import sentences_of
from ps101.domain.experiments import LONGEST_TITLE, LONGEST_WORDS, Canvas

LOOK_BACK_AFTER = timedelta(days=7)
MOST_STEPS = 5
_NUMBER = re.compile(r"^(?:\d{1,2}[.)]|[-–•*])\s+")


@dataclass(frozen=True, slots=True)
class Barrier:
    """An obstacle as it was answered, with what somebody will do then."""

    label: str
    strategy: str


def canvas_from(answers: Mapping[str, str], today: date) -> Canvas:
    """Return an experiment as far as the answers of step six tell it, to be looked back at in a week."""
    return Canvas(
        title=_first(answers.get("experiment", ""), LONGEST_TITLE),
        success_metric=answers.get("success_sign", "")[:LONGEST_WORDS],
        resources=answers.get("resources", "")[:LONGEST_WORDS],
        start_on=today,
        review_on=today + LOOK_BACK_AFTER,
    )


def next_canvas(answers: Mapping[str, str], *, title: str, success_metric: str, today: date) -> Canvas:
    """Return the next experiment as far as it is told: what somebody said they would like to try, or the same again."""
    wished = _first(answers.get("next_experiments", ""), LONGEST_TITLE)
    return Canvas(
        title=wished or title,
        success_metric="" if wished else success_metric,
        start_on=today,
        review_on=today + LOOK_BACK_AFTER,
    )


def barrier_from(answers: Mapping[str, str]) -> Barrier:
    """Return the first obstacle of an answer with the strategies that were answered to it."""
    named = answers.get("external_obstacles") or answers.get("internal_obstacles") or ""
    return Barrier(_first(named, LONGEST_WORDS), answers.get("strategies", "")[:LONGEST_WORDS])


def steps_from(text: str) -> tuple[str, ...]:
    """Return the steps an answer names: its lines, or its sentences when it is one line; numbers and bullets go."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        lines = [text[span.start : span.end] for span in sentences_of(text)]
    steps = (_NUMBER.sub("", line).strip()[:LONGEST_WORDS] for line in lines)
    return tuple(dict.fromkeys(step for step in steps if step))[:MOST_STEPS]


def _first(text: str, most: int) -> str:
    """Return the first sentence, cut at a word where it is longer than fits."""
    span = next(iter(sentences_of(text)), None)
    words = text[span.start : span.end] if span else ""
    return words if len(words) <= most else words[:most].rsplit(None, 1)[0]
