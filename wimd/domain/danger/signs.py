"""Signs put together: which of them are danger alone, which only beside others, and what takes the danger out of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from wimd.domain.danger.data import table
from wimd.domain.danger.plain import plain_sentences
from wimd.domain.danger.wordings import Wordings

FILES = ("self_harm", "violence", "abuse", "emergency")
"""The kinds of danger, the gravest first; each has a file of that name."""
HINTS = ("self_harm", "violence", "abuse")
"""Dangers that are also told by their surroundings: `*_hints`, with further signs and rules of the same danger."""
SAME, MESSAGE, NOWHERE = "sentence", "message", ""
OWN = "own"
"""The sign of a sentence about the writer."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What makes a danger out of signs.

    `needs` stand in one sentence, `near` in it or close to it, and `few` of `of` anywhere in the message. None of
    `unless` stands in the sentence. `calmed` says where talk of work, learning or stories takes the danger away: in the
    sentence, in the whole message, or nowhere; `past` says whether something told as long over does.
    """

    danger: str
    needs: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    few: int = 0
    unless: frozenset[str] = frozenset()
    calmed: str = SAME
    past: bool = False


@dataclass(frozen=True)
class Read:
    """The signs of a message, sentence by sentence, and all together.

    Signs that only take danger away are looked for where a rule would hold without them: most messages never need them.
    """

    sentences: list[set[str]]
    message: set[str]
    words: list[list[str]]
    _soft: dict[int, set[str]] = field(default_factory=dict)

    def softened(self, at: int) -> set[str]:
        """Return the signs of a sentence that take danger away."""
        if at not in self._soft:
            self._soft[at] = self.sentences[at] | _softeners().found(self.words[at])
        return self._soft[at]

    @cached_property
    def soft_message(self) -> set[str]:
        """The signs that take danger away, of the whole message."""
        return set().union(*(self.softened(at) for at in range(len(self.sentences))))

    def around(self, at: int) -> set[str]:
        """Return the signs of a sentence and of those beside it; of the next but one where either speaks of the writer."""
        here = self.sentences[at]
        near = set().union(*self.sentences[max(0, at - 1) : at + 2])
        return near.union(*(signs for signs in self._next_but_one(at) if OWN in here | signs))

    def _next_but_one(self, at: int) -> list[set[str]]:
        return [self.sentences[there] for there in (at - 2, at + 2) if 0 <= there < len(self.sentences)]


def danger_told(message: str) -> str:
    """Return the gravest danger a message tells of, or nothing."""
    read = _read(message)
    if not read.message:
        return ""
    return next((rule.danger for rule in _rules() if _holds(rule, read)), "")


def why(message: str) -> list[str]:
    """Return the rules that hold for a message, as danger and signs, for looking through misses and false alarms."""
    read = _read(message)
    return [
        f"{rule.danger}: {', '.join(sorted(rule.needs | rule.near | rule.of))}"
        for rule in _rules()
        if _holds(rule, read)
    ]


def _read(message: str) -> Read:
    figures, signs, said = _figures(), _signs(), _sayings()
    plain = plain_sentences(message)
    words = [figures.without(each.words) for each in plain]
    sentences = [signs.found(left) | said.found(each.written) for left, each in zip(words, plain, strict=True)]
    return Read(sentences, set().union(*sentences), words)


def _holds(rule: Rule, read: Read) -> bool:
    if not rule.needs <= read.message or len(rule.of & read.message) < rule.few:
        return False
    if rule.needs:
        held = any(_holds_at(rule, read, at) for at in range(len(read.sentences)))
    else:
        held = not rule.unless & read.soft_message
    return held and not (rule.calmed == MESSAGE and "calm" in read.soft_message)


def _holds_at(rule: Rule, read: Read, at: int) -> bool:
    if not rule.needs <= read.sentences[at] or not rule.near <= read.around(at):
        return False
    here = read.softened(at)
    if rule.unless & here or (rule.past and "past" in here and "now" not in here):
        return False
    return rule.calmed != SAME or "calm" not in here


def files() -> tuple[str, ...]:
    """Return the files with signs and rules of danger."""
    return (*FILES, *(f"{danger}_hints" for danger in HINTS))


@cache
def _figures() -> Wordings:
    return Wordings(("figure", source) for sources in table("harmless")["figures"].values() for source in sources)


@cache
def _signs() -> Wordings:
    told = _telling()
    return Wordings((sign, source) for sign, source in _all_signs() if sign in told)


@cache
def _softeners() -> Wordings:
    told = _telling()
    return Wordings((sign, source) for sign, source in _all_signs() if sign not in told)


def _telling() -> frozenset[str]:
    """Return the signs that make danger."""
    return frozenset((OWN,)).union(*(rule.needs | rule.near | rule.of for rule in _rules()))


def _all_signs() -> Iterator[tuple[str, str]]:
    for name in (*files(), "harmless"):
        for sign, sources in table(name)["signs"].items():
            yield from ((sign, source) for source in sources)


@cache
def _sayings() -> Wordings:
    return Wordings(_all_sayings())


def _all_sayings() -> Iterator[tuple[str, str]]:
    for language in table("languages").values():
        for danger, sources in language.items():
            yield from ((f"said_{danger}", source) for source in sources)


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(rule for danger in FILES for rule in _rules_of(danger))


def _rules_of(danger: str) -> Iterator[Rule]:
    yield Rule(danger, needs=frozenset((f"said_{danger}",)))
    yield from (_rule(danger, row) for row in table(danger)["rule"])
    if danger in HINTS:
        yield from (_rule(danger, row) for row in table(f"{danger}_hints")["rule"])


def _rule(danger: str, row: dict[str, Any]) -> Rule:
    needs, near, of, unless = (frozenset(row.get(key, ())) for key in ("needs", "near", "of", "unless"))
    calmed, past = row.get("calmed", SAME), row.get("past", False)
    return Rule(danger, needs, near, of, row.get("few", 0), unless, calmed, past)
