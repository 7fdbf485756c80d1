"""What a person's own texts support: words, numbers, names, entries of the lexicon, and what they did with which verb."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from mosaic.ai.domain.said_numbers import numbers_said
from mosaic.lexicon.claims import Stance, stance_at
from mosaic.lexicon.entries import Kind
from mosaic.lexicon.phrases import Finder, licence_finder, occupation_finder, skill_finder
from mosaic.lexicon.sentences import sentences_of
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.verbs import Strength, forms_of, levels
from mosaic.lexicon.words import Token, key_of, tokenised

MOST_OWN = 40_000
_UNDER_OTHERS = re.compile(
    r"\b(?:help(?:s|ed|ing)?|assist\w*|support\w*|shadow\w*|watch\w*|saw|see|let|made|my (?:boss|manager|supervisor|colleague|partner|husband|wife|friend|mum|dad|brother|sister)(?: \w+)?|wish\w*|want\w*|would (?:like|love)|['’]d (?:like|love)|hop(?:e|ed|ing) to|never|not|n['’]t|no)\b[^.;:!?]{0,30}$",
    re.IGNORECASE,
)
# Whoever was named last did it: “one of them won”.
_BY_OTHERS = re.compile(
    r"\b(?:he|she|they|them|who|it|everybody|somebody|nobody|others)\b(?!.*\b(?:i|we|i['’]ve|we['’]ve)\b)[^.;:!?]{0,40}$",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|unless|say that|pretend|imagine|suppose|thinking (?:about|of)|considering|suggests?|curious about|look(?:ing)? (?:at|into)|maybe|perhaps)\b[^.;!?\n]{0,40}$",
    re.IGNORECASE,
)
CHECKED_KINDS = frozenset({Kind.HARD, Kind.TOOL, Kind.KNOWLEDGE})


@dataclass(frozen=True, slots=True)
class Deed:
    """Something a person says they ran, built or led: the verb, and the words and numbers of the sentence."""

    base: str
    strength: Strength
    keys: frozenset[str]
    numbers: frozenset[float]


@dataclass(frozen=True, slots=True)
class Support:
    """Everything that may be said about a person. `had` are entries they have, `named` also those they want or lack."""

    text: str
    keys: frozenset[str]
    numbers: frozenset[float]
    named: frozenset[str]
    had: frozenset[str]
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of the person."""

    start: int
    tokens: Sequence[Token]
    numbers: frozenset[float]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(token.key for token in self.tokens)


@lru_cache(maxsize=32)
def support_of(own: tuple[str, ...], language: str = "en") -> Support:
    """Return what texts support, worked out once for all sentences of an answer."""
    text = "\n".join(own)[:MOST_OWN].replace("’", "'")
    mentions = [(one.id, one.start) for finder in finders() for one in finder.find(text)]
    said = list(_sentences(text, language))
    return Support(
        text.casefold(),
        keys=frozenset(token.key for token in tokenised(text)),
        numbers=frozenset(number for one in said for number in one.numbers),
        named=frozenset(entry for entry, _ in mentions),
        had=frozenset(entry for entry, start in mentions if _is_had(text, start)),
        deeds=tuple(deed for one in said for deed in _deeds_in(text, one)),
    )


def _sentences(text: str, language: str) -> Iterator[_Said]:
    tokens, at = tokenised(text), 0
    for span in sentences_of(text):
        first = at
        while at < len(tokens) and tokens[at].start < span.end:
            at += 1
        words = text[span.start : span.end]
        numbers = frozenset(one.value for code in {"en", language} for one in numbers_said(words, code))
        yield _Said(span.start, tokens[first:at], numbers)


def _deeds_in(text: str, said: _Said) -> Iterator[Deed]:
    for place, token in enumerate(said.tokens):
        after = said.tokens[place + 1].text if place + 1 < len(said.tokens) else ""
        known = strong_verb(f"{token.text} {after}") or strong_verb(token.text)
        if not known or known[1] < Strength.RAN:
            continue
        before = text[max(said.start, token.start - 60) : token.start]
        if not (_UNDER_OTHERS.search(before) or _BY_OTHERS.search(before)):
            yield Deed(known[0], known[1], said.keys, said.numbers)


def strong_verb(words: str) -> tuple[str, Strength] | None:
    """Return base and strength of a listed verb in any form."""
    return _verbs().get(words.casefold())


@cache
def _verbs() -> Mapping[str, tuple[str, Strength]]:
    found: dict[str, tuple[str, Strength]] = {}
    for strength, (_, bases) in sorted(levels().items()):
        for base in bases:
            for form in forms_of(base):
                found.setdefault(form, (base, strength))
    return found


def has_been(own: Support, key: str) -> bool:
    """Whether a person says of themselves what a word names, rather than wishing or denying it, or of somebody else."""
    text = own.text
    return any(one.key == key and _is_had(text, one.start) for one in tokenised(text))


def _is_had(text: str, start: int) -> bool:
    return stance_at(text, start) in (Stance.HAS, Stance.AVOIDS) and not _SUPPOSED.search(
        text[max(0, start - 60) : start]
    )


@dataclass(frozen=True, slots=True)
class _Degree:
    id: str
    label: str
    aliases: tuple[str, ...]
    exact: tuple[str, ...]


@cache
def finders() -> tuple[Finder, ...]:
    """Return the finders of skills, occupations, licences and degrees."""
    degrees = Finder(_Degree(one.id, one.label, one.aliases, one.exact) for one in lexicon().education.values())
    return skill_finder(), occupation_finder(), licence_finder(), degrees


@cache
def callings() -> frozenset[str]:
    """Return the keys of the words that occupations are named by: nurse, driver, engineer."""
    named = (name for one in lexicon().occupations.values() for name in (one.label, *one.aliases))
    heads = {tokens[-1].key for name in named if (tokens := tokenised(name.partition(",")[0]))}
    return frozenset(head for head in heads if head.endswith(_AGENTS)) - _NO_CALLINGS | _CALLINGS


_AGENTS = ("er", "or", "ist", "ian", "man", "ant", "yst", "ologue", "ess")
_CALLINGS = frozenset(
    key_of(word)
    for word in "nurse doctor lawyer chef cook clerk pilot judge coach guide surgeon midwife joiner boss".split()
)
_NO_CALLINGS = frozenset("center counter worker member partner mother father brother sister man woman".split())


def is_checkable(entry: str) -> bool:
    """Whether naming an entry claims something that can be checked: softer skills are ways of saying."""
    skill = lexicon().skills.get(entry)
    return skill is None or skill.kind in CHECKED_KINDS
