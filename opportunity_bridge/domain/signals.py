"""What a posting says about values: the words with which it offers something that matters, or speaks against it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mosaic.lexicon.phrases import Finder, Mention, opposed_value_finder, value_finder
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.words import key_of
from opportunity_bridge.domain.requirements import Ask
from opportunity_bridge.domain.sections import Part

# How far before a word one looks for what rules it out.
NEAR = 120

DATA = Path(__file__).parent.parent / "data"
_NEGATED = re.compile(
    r"\b(?:no|not|never|without|free of|instead of|neither|nor|rather than|don[’']t|do not|cannot)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_ONLY_NAMED = re.compile(
    r"\b(?:premium|supplement|allowance|enhancement|extra (?:for|pay))\b[^.;]{0,25}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Signal:
    """A value that `text[start:end]` speaks for, or against when `opposed`."""

    value: str
    start: int
    end: int
    opposed: bool


@dataclass(frozen=True, slots=True)
class _Names:
    id: str
    label: str
    aliases: tuple[str, ...]
    exact: tuple[str, ...] = ()


def signals_in(text: str, part: Part, ask: Ask | None) -> Iterator[Signal]:
    """Yield the values a part speaks for or against. “No nights” speaks against nights.

    What is asked of the person (“a calm manner”) offers nothing, but it may demand something.
    """
    words = text[part.start : part.end]
    finders = [(opposed_value_finder(), True), (_demands(), True)]
    if ask not in (Ask.MUST, Ask.NICE):
        finders += [(value_finder(), False), (_offers(), False)]
    for finder, opposed in finders:
        for mention in finder.find(words):
            if _is_whole(words[mention.start : mention.end]):
                yield from _signal(words, mention, part, opposed=opposed)


def _is_whole(phrase: str) -> bool:
    """Whether a found phrase is one that was meant: not what is left of “new skills” without its small words."""
    return len(phrase.split()) > 1 or key_of(phrase) in _single_words()


@cache
def _single_words() -> frozenset[str]:
    values = [word for value in lexicon().values.values() for word in (value.label, *value.words, *value.opposed)]
    rows = tomllib.loads((DATA / "value_words.toml").read_text(encoding="utf-8"))
    own = [word for words in rows.values() for phrases in words.values() for word in phrases]
    return frozenset(key_of(word) for word in (*values, *own) if " " not in word and "-" not in word)


def _signal(words: str, mention: Mention, part: Part, *, opposed: bool) -> Iterator[Signal]:
    before = words[max(0, mention.start - NEAR) : mention.start]
    is_negated = bool(_NEGATED.search(before))
    if is_negated and not opposed:
        return
    if not _ONLY_NAMED.search(before):
        yield Signal(mention.id, part.start, part.end, opposed and not is_negated)


@cache
def _offers() -> Finder:
    return _finder("offers")


@cache
def _demands() -> Finder:
    return _finder("demands")


def _finder(name: str) -> Finder:
    rows = tomllib.loads((DATA / "value_words.toml").read_text(encoding="utf-8"))[name]
    return Finder(_Names(value, phrases[0], tuple(phrases[1:])) for value, phrases in rows.items())
