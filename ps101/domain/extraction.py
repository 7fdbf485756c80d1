"""What a journey's answers say, by rules: their words, literal quotes, nothing added.

An answer is read with what its prompt feeds (`Feed`), because the same sentence is an obstacle under one
question and a passion under another.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.reading import read_own_words
from mosaic.lexicon.sentences import Span, sentences_of
from ps101.domain.asking import asked_for
from ps101.domain.cues import DOING, INSIDE, NOTHING, OUTSIDE, PASSION, POWER, WEIGHS, WELL, shows
from ps101.domain.flow import Feed
from ps101.domain.lines import is_list, label_of, lines_of, parts_of

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
MOST_QUOTES = 3
QUOTE_LENGTHS, SHORTER_QUOTES = range(20, 201), range(6, 20)
LONGEST_SENTENCE = 300
# Questions about what is in the way: every line that is not a denial counts. Elsewhere a line has to show that it weighs.
ASKED_FOR_OBSTACLES = frozenset(
    ("external_obstacles", "internal_obstacles", "beliefs", "assumptions", "causes", "situation", "gap")
)
HAS_TO_STAY = "best_fit"
_OPENING = re.compile(r"\bwhere (?:do|shall|should) i (?:start|begin)\b|\bhard to (?:say|put|explain)\b", re.IGNORECASE)
_SMALLEST = re.compile(
    r"^\W*(?:(?:and )?the )?(?:smallest|the least|(?:even )?smaller|to (?:begin|start)(?: with)?|first step|at first|as a start)(?: (?:version|step|would be|is|form|part|of it|thing))*\s*[,:–-]?\s*",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:i|my|me)\b", re.IGNORECASE)
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
        problem_definition=_problem(answers),
        experiments=tuple(_experiments(answers, by_key, smallest)),
        key_quotes=tuple(_quotes(answers)),
    )


def _problem(answers: Iterable[AnswerText]) -> str:
    """Return the first sentence of the plain statement that tells something, or of whatever tells the problem."""
    telling = [answer for answer in answers if Feed.PROBLEM_DEFINITION in answer.feeds]
    telling.sort(key=lambda answer: answer.key != "problem_statement")
    for answer in telling:
        sentences = [answer.text[span.start : span.end] for span in sentences_of(answer.text)]
        plain = [one for one in sentences if _tells(one) and len(one.split()) > 2 and not _OPENING.search(one)]
        if plain or sentences:
            return _shortened(" ".join((plain or sentences)[0].split()))
    return ""


def _shortened(sentence: str) -> str:
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    return sentence[: LONGEST_SENTENCE - 2].rsplit(" ", 1)[0] + " …"


def _tells(line: str) -> bool:
    """Whether a line says something: no question, and not that there is nothing to say."""
    return not line.rstrip('"”’) ').endswith("?") and not NOTHING.search(line)


def _experiments(answers: Iterable[AnswerText], by_key: dict[str, AnswerText], smallest: str) -> Iterator[Proposal]:
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
    return [line for line in lines if _tells(line)]


def _quotes(answers: Iterable[AnswerText]) -> Iterator[str]:
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
    return max((part for part in parts if len(part) in lengths and _tells(part)), key=len, default="")


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
        if words and words not in seen and _tells(line):
            seen.add(words)
            yield span, line


def _fact(kind: FactKind, words: str, span: Span, *, polarity: Polarity = Polarity.HAS, aspect: str = "") -> Found:
    return Found(kind, label_of(words), "", polarity, span.start, span.end, aspect)
