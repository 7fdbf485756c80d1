"""What a journey's answers say, by rules: their words, literal quotes, nothing added.

An answer is read with what its prompt feeds (`Feed`), because the same sentence is an obstacle under one
question and a passion under another.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.reading import read_own_words
from mosaic.lexicon.sentences import Span
from ps101.domain.asking import asked_for
from ps101.domain.cues import DOING, INSIDE, OUTSIDE, PASSION, POWER, WEIGHS, WELL, shows
from ps101.domain.flow import Feed
from ps101.domain.lines import label_of, lines_of, parts_of
from ps101.domain.telling import (
    AnswerText,
    Proposal,
    Understanding,
    experiments_in,
    is_telling,
    problem_in,
    quotes_in,
)

__all__ = ["AnswerText", "Proposal", "Understanding", "read_answer", "understand"]

ALGORITHM = "answers-4"
INTERNAL, EXTERNAL = "internal", "external"
# The lists of a context and the facts they show.
CONTEXT_LISTS = {
    "passions": (FactKind.ENERGISER, ""),
    "skills": (FactKind.SKILL, ""),
    "secret_powers": (FactKind.STRENGTH, ""),
    "internal_obstacles": (FactKind.OBSTACLE, INTERNAL),
    "external_obstacles": (FactKind.OBSTACLE, EXTERNAL),
}
# Questions about what is in the way: every line that is not a denial counts. Elsewhere a line has to show that it weighs.
ASKED_FOR_OBSTACLES = frozenset(
    ("external_obstacles", "internal_obstacles", "beliefs", "assumptions", "causes", "situation", "gap")
)
HAS_TO_STAY = "best_fit"
_OWN = re.compile(r"\b(?:i|my|me)\b", re.IGNORECASE)


def read_answer(answer: AnswerText, *, today: date | None = None) -> list[Found]:
    """Return what one answer says about the person, each finding with the place of its words.

    What its prompt asks for is read by the prompt; a goal that the words alone show in the same sentence is the same.
    """
    asked = [one for read in dict.fromkeys(map(_READERS.get, answer.feeds)) if read for one in read(answer)]
    named = {(one.kind, one.start) for one in asked}
    told = read_own_words(answer.text, today=today, asked=asked_for(answer.feeds))
    found = [one for one in told if (one.kind, one.start) not in named]
    found += asked
    return sorted(found, key=lambda one: (one.start, one.end, one.kind, one.label))


def understand(answers: Sequence[AnswerText], *, smallest: str) -> Understanding:
    """Return the problem, the experiments and the quotes. `smallest` words a version of our own."""
    by_key = {answer.key: answer for answer in answers}
    return Understanding(
        problem_definition=problem_in(answers),
        experiments=tuple(experiments_in(answers, by_key, smallest)),
        key_quotes=tuple(quotes_in(answers)),
    )


def _passions(answer: AnswerText) -> Iterator[Found]:
    for span, line in _lines(answer.text):
        if shows(PASSION, line) or (answer.key == HAS_TO_STAY and DOING.search(line)):
            yield _fact(FactKind.ENERGISER, line, span)


def _powers(answer: AnswerText) -> Iterator[Found]:
    for span, line in _lines(answer.text, parts_of):
        if shows(POWER, line):
            yield _fact(FactKind.STRENGTH, line, span)


def _obstacles(answer: AnswerText) -> Iterator[Found]:
    """Read each part of an answer that was asked for obstacles; other answers have to say that something weighs."""
    is_asked = answer.key in ASKED_FOR_OBSTACLES
    for span, part in _lines(answer.text, parts_of):
        if WELL.search(part) or not (is_asked or WEIGHS.search(part) or INSIDE.search(part)):
            continue
        yield _fact(FactKind.OBSTACLE, part, span, aspect=_side(answer, part))


def _side(answer: AnswerText, part: str) -> str:
    """Return on which side an obstacle stands: where it was asked for, unless its words say otherwise."""
    inside, outside = bool(INSIDE.search(part)), bool(OUTSIDE.search(part))
    asked = (Feed.INTERNAL_OBSTACLES in answer.feeds, Feed.EXTERNAL_OBSTACLES in answer.feeds)
    if asked == (True, False):
        return EXTERNAL if outside and not inside and not _OWN.search(part) else INTERNAL
    return INTERNAL if inside and not (asked == (False, True) and outside) else EXTERNAL


def _goals(answer: AnswerText) -> Iterator[Found]:
    for span, sentence in list(_lines(answer.text))[:1]:
        yield _fact(FactKind.GOAL, sentence, span, polarity=Polarity.WANTS)


def _network(answer: AnswerText) -> Iterator[Found]:
    for span, sentence in list(_lines(answer.text))[:1]:
        yield _fact(FactKind.NETWORK, sentence, span)


_READERS = {
    Feed.PASSIONS: _passions,
    Feed.SECRET_POWERS: _powers,
    Feed.INTERNAL_OBSTACLES: _obstacles,
    Feed.EXTERNAL_OBSTACLES: _obstacles,
    Feed.GOAL: _goals,
    Feed.NETWORK: _network,
}


def _lines(text: str, cut: Callable[[str], tuple[Span, ...]] = lines_of) -> Iterator[tuple[Span, str]]:
    """Yield the lines of a text that say something, each once."""
    seen: set[str] = set()
    for span in cut(text):
        line = text[span.start : span.end]
        words = label_of(line).casefold()
        if words and words not in seen and is_telling(line):
            seen.add(words)
            yield span, line


def _fact(kind: FactKind, words: str, span: Span, *, polarity: Polarity = Polarity.HAS, aspect: str = "") -> Found:
    return Found(kind, label_of(words), "", polarity, span.start, span.end, aspect)
