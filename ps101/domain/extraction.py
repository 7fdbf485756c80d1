"""What a journey's answers say, by rules: their words, literal quotes, nothing added.

An answer is read with what its prompt feeds (`Feed`), because the same sentence is an obstacle under one
question and a passion under another.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.reading import read_own_words
from mosaic.lexicon.sentences import Span, sentences_of
from ps101.domain.flow import Feed

ALGORITHM = "answers-2"
INTERNAL, EXTERNAL = "internal", "external"
# The lists of a context and the facts they show.
CONTEXT_LISTS = {
    "passions": (FactKind.ENERGISER, ""),
    "skills": (FactKind.SKILL, ""),
    "secret_powers": (FactKind.STRENGTH, ""),
    "internal_obstacles": (FactKind.OBSTACLE, INTERNAL),
    "external_obstacles": (FactKind.OBSTACLE, EXTERNAL),
}
LONGEST_LABEL = 120
MOST_QUOTES = 3
QUOTE_LENGTHS = range(20, 201)

_PASSION = re.compile(
    r"\b(love|loved|enjoy\w*|like (?:doing|to|it when|the|being|working|helping|teaching|explaining|making)|happiest|happy when|light up|lights me up|energ\w+|"
    r"forget the time|fun|passion\w*|excit\w+|proud|fascinat\w+|the best part|miss(?:ed)? (?:the|it))\b",
    re.IGNORECASE,
)
_POWER = re.compile(
    r"\b(good at|known for|people (?:say|tell|come|ask|call|trust|rely)|everybody (?:asks|comes|calls)|everyone (?:asks|comes|calls)|always been|come(?:s)? (?:easily|naturally)|"
    r"(?:my|a) (?:sister|brother|friend|boss|colleagues?|mother|father|wife|husband|partner|daughter|son|manager|supervisor|team)s? (?:say|says|said|tell|tells|told|ask|asks)|"
    r"relied on me|rely on me|trust(?:s|ed)? me|the one who|somebody who can|calm when|i can always|without thinking|best at|strength)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(afraid|fear\w*|scared|worr\w+|doubt\w*|confiden\w+|nervous|shy|ashamed|shame|guilt\w*|tired|exhaust\w+|motivat\w+|procrastinat\w+|put(?:ting)? (?:it|things|this) off|"
    r"not good enough|too (?:old|young|late|slow|quiet)|i (?:don['’]t|do not) (?:know|believe|think|dare|trust)|i can['’]?t (?:bring|decide|stop|let)|perfection\w*|overwhelm\w*|anxi\w+|stress\w*|"
    r"panic\w*|hesitat\w+|my (?:own )?(?:head|nerves|pride|temper|patience|health)|myself|imposter|impostor|lonely|overthink\w*|give up|giving up|self[- ]\w+)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|never|no longer|don['’]t|doesn['’]t|didn['’]t|hate|hated|nothing)\b", re.IGNORECASE)
_PART = re.compile(r"(?<=[^\s])(?:;\s+|,? and (?=I\b)|,? but (?=I\b|my\b)|\s-\s)")


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
    found = [one for one in read_own_words(answer.text, today=today) if (one.kind, one.start) not in named]
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
    """Return the first sentence of the plain statement, or of whatever tells the problem."""
    telling = [answer for answer in answers if Feed.PROBLEM_DEFINITION in answer.feeds]
    telling.sort(key=lambda answer: answer.key != "problem_statement")
    return next((_parts(answer.text)[0] for answer in telling if _parts(answer.text)), "")


def _experiments(answers: Iterable[AnswerText], by_key: dict[str, AnswerText], smallest: str) -> Iterator[Proposal]:
    first_step = by_key.get("steps_plan")
    for answer in answers:
        if Feed.PROPOSED_EXPERIMENTS not in answer.feeds or not answer.text.strip():
            continue
        own = _parts(first_step.text)[0] if first_step and _parts(first_step.text) else ""
        yield Proposal(" ".join(answer.text.split()), own or smallest, is_suggested=not own)
        first_step = None


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
    chosen = [quote for quote in map(_quote, ranked) if quote]
    yield from chosen[:MOST_QUOTES]


def _quote(answer: AnswerText) -> str:
    """Return the longest sentence of a quotable length, or nothing."""
    fitting = [part for part in _parts(answer.text) if len(part) in QUOTE_LENGTHS]
    return max(fitting, key=len, default="")


def _parts(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences_of(text)]


def _passions(answer: AnswerText) -> Iterator[Found]:
    for span, sentence in _sentences(answer.text):
        if _PASSION.search(sentence) and not _NEGATED.search(sentence):
            yield _fact(FactKind.ENERGISER, sentence, span)


def _powers(answer: AnswerText) -> Iterator[Found]:
    for span, sentence in _sentences(answer.text):
        if _POWER.search(sentence) and not _NEGATED.search(sentence):
            yield _fact(FactKind.STRENGTH, sentence, span)


def _obstacles(answer: AnswerText) -> Iterator[Found]:
    """Read each part of an obstacle answer: the person named them as obstacles, so all count."""
    fixed = {
        (True, False): INTERNAL,
        (False, True): EXTERNAL,
    }.get((Feed.INTERNAL_OBSTACLES in answer.feeds, Feed.EXTERNAL_OBSTACLES in answer.feeds), "")
    for span, part in _clauses(answer.text):
        aspect = fixed or (INTERNAL if _INSIDE.search(part) else EXTERNAL)
        yield _fact(FactKind.OBSTACLE, part, span, aspect=aspect)


def _goals(answer: AnswerText) -> Iterator[Found]:
    for span, sentence in list(_sentences(answer.text))[:1]:
        yield _fact(FactKind.GOAL, sentence, span, polarity=Polarity.WANTS)


def _network(answer: AnswerText) -> Iterator[Found]:
    for span, sentence in list(_sentences(answer.text))[:1]:
        yield _fact(FactKind.NETWORK, sentence, span)


_READERS = {
    Feed.PASSIONS: _passions,
    Feed.SECRET_POWERS: _powers,
    Feed.INTERNAL_OBSTACLES: _obstacles,
    Feed.EXTERNAL_OBSTACLES: _obstacles,
    Feed.GOAL: _goals,
    Feed.NETWORK: _network,
}


def _sentences(text: str) -> Iterator[tuple[Span, str]]:
    for span in sentences_of(text):
        yield span, text[span.start : span.end]


def _clauses(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the parts of each sentence that begin anew with “and I” or “but my”."""
    for span in sentences_of(text):
        start = span.start
        for match in _PART.finditer(text, span.start, span.end):
            yield Span(start, match.start()), text[start : match.start()]
            start = match.end()
        if start < span.end:
            yield Span(start, span.end), text[start : span.end]


def _fact(kind: FactKind, words: str, span: Span, *, polarity: Polarity = Polarity.HAS, aspect: str = "") -> Found:
    return Found(kind, _label(words), "", polarity, span.start, span.end, aspect)


def _label(words: str) -> str:
    """Return a sentence as a label: without its full stop, cut at a word when it is long."""
    label = words.strip().rstrip(".;,")
    if len(label) <= LONGEST_LABEL:
        return label
    return label[:LONGEST_LABEL].rsplit(" ", 1)[0] + " …"
