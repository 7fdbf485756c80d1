"""What is kept on the context itself: the problem, small things to try, words worth keeping."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mosaic.lexicon.sentences import sentences_of
from ps101.domain.cues import NOTHING
from ps101.domain.flow import Feed
from ps101.domain.lines import is_list, lines_of

MOST_QUOTES = 3
QUOTE_LENGTHS, SHORTER_QUOTES = range(20, 201), range(6, 20)
LONGEST_SENTENCE = 300
_OPENING = re.compile(r"\bwhere (?:do|shall|should) i (?:start|begin)\b|\bhard to (?:say|put|explain)\b", re.IGNORECASE)
_SMALLEST = re.compile(
    r"^\W*(?:(?:and )?the )?(?:smallest|the least|(?:even )?smaller|to (?:begin|start)(?: with)?|first step|at first|as a start)(?: (?:version|step|would be|is|form|part|of it|thing))*\s*[,:–-]?\s*",
    re.IGNORECASE,
)
_OR_LESS = re.compile(r",?\s+or (?=(?:just|only|at least|even just)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AnswerText:
    """One answer as it is read."""

    key: str
    text: str
    feeds: tuple[Feed, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A small experiment in the person's words; `is_suggested` marks a smallest version of ours."""

    idea: str
    smallest_version: str
    is_suggested: bool


@dataclass(frozen=True, slots=True)
class Understanding:
    """What is kept on the context itself; lists of facts are kept as facts."""

    problem_definition: str
    experiments: tuple[Proposal, ...]
    key_quotes: tuple[str, ...]


def problem_in(answers: Iterable[AnswerText]) -> str:
    """Return the first sentence of the plain statement that tells something, or of whatever tells the problem."""
    telling = [answer for answer in answers if Feed.PROBLEM_DEFINITION in answer.feeds]
    telling.sort(key=lambda answer: answer.key != "problem_statement")
    for answer in telling:
        sentences = [answer.text[span.start : span.end] for span in sentences_of(answer.text)]
        plain = [one for one in sentences if is_telling(one) and len(one.split()) > 2 and not _OPENING.search(one)]
        if plain or sentences:
            return _shortened(" ".join((plain or sentences)[0].split()))
    return ""


def _shortened(sentence: str) -> str:
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    return sentence[: LONGEST_SENTENCE - 2].rsplit(" ", 1)[0] + " …"


def is_telling(line: str) -> bool:
    """Whether a line says something: no question, and not that there is nothing to say."""
    return not line.rstrip('"”’) ').endswith("?") and not NOTHING.search(line)


def experiments_in(answers: Iterable[AnswerText], by_key: dict[str, AnswerText], smallest: str) -> Iterator[Proposal]:
    """Yield each thing somebody would try; the smallest version of the first may be their first step."""
    plan = by_key.get("steps_plan")
    first_step = next(iter(_said(plan.text)), "") if plan else ""
    for answer in answers:
        if Feed.PROPOSED_EXPERIMENTS not in answer.feeds:
            continue
        for idea, own in _ideas(answer.text):
            version = own or first_step
            yield Proposal(idea, version or smallest, is_suggested=not version)
            first_step = ""


def _ideas(text: str) -> list[tuple[str, str]]:
    """Return ideas with the smallest versions that are named: every item of a list, else the first sentence."""
    ideas: list[tuple[str, str]] = []
    for line in _said(text):
        less = _SMALLEST.match(line)
        if less and less.end() < len(line) and ideas:
            ideas[-1] = (ideas[-1][0], line[less.end() :])
        elif is_list(text) or not ideas:
            idea, _, version = _split(line)
            ideas.append((idea, version))
    return ideas


def _split(line: str) -> tuple[str, str, str]:
    found = _OR_LESS.search(line)
    return (line[: found.start()], found[0], line[found.end() :]) if found else (line, "", "")


def _said(text: str) -> list[str]:
    """Return the lines of a text that say something, each in one line."""
    lines = (" ".join(text[span.start : span.end].split()) for span in lines_of(text))
    return [line for line in lines if is_telling(line)]


def quotes_in(answers: Iterable[AnswerText]) -> Iterator[str]:
    """Yield literal sentences worth remembering, the most telling prompts first, one an answer."""
    order = (
        Feed.PROBLEM_DEFINITION,
        Feed.SECRET_POWERS,
        Feed.PASSIONS,
        Feed.GOAL,
        Feed.SKILLS,
        Feed.INTERNAL_OBSTACLES,
    )
    rank = {feed: place for place, feed in enumerate(order)}
    ranked = sorted(answers, key=lambda answer: min((rank.get(feed, 99) for feed in answer.feeds), default=99))
    quotes = [*(_quote(answer, QUOTE_LENGTHS) for answer in ranked), *(_quote(one, SHORTER_QUOTES) for one in ranked)]
    chosen: list[str] = []
    for quote in filter(None, quotes):
        if not any(quote in one or one in quote for one in chosen):
            chosen.append(quote)
    yield from chosen[:MOST_QUOTES]


def _quote(answer: AnswerText, lengths: range) -> str:
    """Return the longest sentence of such a length, or nothing; one that is too long gives its first words."""
    parts = [answer.text[span.start : span.end] for span in sentences_of(answer.text)]
    parts = [part if len(part) <= lengths[-1] else part[: lengths[-1]].rsplit(" ", 1)[0] for part in parts]
    return max((part for part in parts if len(part) in lengths and is_telling(part)), key=len, default="")
