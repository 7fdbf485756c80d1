"""Action verbs and how much of the work they claim, from “helped” to “led”. English for now.

The order is ours; what counts is that no rewording may move a sentence up it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

from mosaic.lexicon.words import IRREGULAR, Token, tokens_of

VERBS = Path(__file__).parent / "data" / "verbs.toml"
LONGEST = 3
_VOWELS = "aeiou"
# One syllable, one vowel, one consonant: plan, planned. In British spelling an l doubles after any: travelled.
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$|[^aeiou][aeiou]l$")
# After these even a form that may be a noun is a verb: “I support”, “to lead”.
_BEFORE_A_VERB = frozenset("i we to also who then have has had was were been be can could will would did do".split())


class Strength(IntEnum):
    """How much of the work a verb claims; stronger is larger."""

    HELPED = 0
    DID = 1
    RAN = 2
    BUILT = 3
    LED = 4


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb found at text[start:end]: its base form and its strength."""

    base: str
    strength: Strength
    start: int
    end: int


def strength_of(word: str) -> Strength | None:
    """Return how strong a verb is, in any of its forms, or None for words that are not listed: “led”, “set up”."""
    found = _forms().get(" ".join(word.casefold().split()))
    return found[1] if found else None


def first_verb(sentence: str) -> Verb | None:
    """Return the first listed verb of a sentence, or None.

    Past and -ing forms count wherever they stand; others only where a verb is due, because “support” and “lead”
    are nouns as well.
    """
    tokens = list(tokens_of(sentence))
    for at, token in enumerate(tokens):
        is_due = at == 0 or tokens[at - 1].text.casefold() in _BEFORE_A_VERB or tokens[at - 1].text.endswith("ly")
        for length in range(min(LONGEST, len(tokens) - at), 0, -1):
            found = _forms().get(_joined(tokens[at : at + length]))
            if found and (is_due or _is_bent(token)):
                return Verb(found[0], found[1], token.start, tokens[at + length - 1].end)
    return None


def forms_of(base: str) -> Iterator[str]:
    """Yield the forms of a verb, the base first; of several words the first is bent: “set up”, “sets up”."""
    first, _, rest = base.partition(" ")
    forms = (first, *_irregular().get(first, ()), *_regular(first))
    for spelled in dict.fromkeys(other for form in forms for other in _spellings(form)):
        yield f"{spelled} {rest}".strip()


def levels(path: Path = VERBS) -> Mapping[Strength, tuple[str, Sequence[str]]]:
    """Return each level's meaning and base forms. Raises KeyError for a level that `Strength` does not name."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    return {Strength[key.upper()]: (row["meaning"], row["verbs"]) for key, row in rows.items() if key != "irregular"}


@cache
def _forms() -> Mapping[str, tuple[str, Strength]]:
    """Return base and strength by form; of two verbs with one form (“found”) the weaker counts."""
    found: dict[str, tuple[str, Strength]] = {}
    for strength, (_, verbs) in sorted(levels().items()):
        for base in verbs:
            for form in forms_of(base):
                found.setdefault(form, (base, strength))
    return found


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    listed = tomllib.loads(VERBS.read_text(encoding="utf-8"))["irregular"]
    found: dict[str, tuple[str, ...]] = {base: tuple(forms) for base, forms in listed.items()}
    for form, base in IRREGULAR.items():
        found[base] = (*found.get(base, ()), form)
    return found


def _is_bent(token: Token) -> bool:
    """Whether a word is a past or -ing form: “planned”, “planning”, “ran”."""
    word = token.text.casefold()
    return word.endswith(("ed", "ing")) or word in IRREGULAR or word in _irregular_forms()


@cache
def _irregular_forms() -> frozenset[str]:
    return frozenset(form for base, forms in _irregular().items() for form in forms if form != base)


def _joined(tokens: Sequence[Token]) -> str:
    return " ".join(token.text.casefold() for token in tokens)


def _regular(base: str) -> Iterator[str]:
    """Yield the regular forms: carries, carried, carrying; plans, planned, planning; uses, used, using."""
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        yield from (f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing")
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        yield from (f"{base}s", f"{base}d", f"{base[:-1]}ing")
    elif base.endswith(("s", "x", "z", "ch", "sh")):
        yield from (f"{base}es", f"{base}ed", f"{base}ing")
    else:
        yield from (f"{base}s", f"{base}ed", f"{base}ing")
    if _DOUBLES.search(base):
        yield from (f"{base}{base[-1]}ed", f"{base}{base[-1]}ing")


def _spellings(form: str) -> tuple[str, ...]:
    """Return the British and the American spelling."""
    for british in ("ise", "ises", "ised", "ising", "yse", "yses", "ysed", "ysing"):
        if form.endswith(british) and len(form) > len(british) + 2:
            return form, f"{form[: -len(british)]}{british.replace('s', 'z', 1)}"
    return (form,)
