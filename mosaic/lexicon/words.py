"""From text to comparable word keys: case, accents, spelling, inflection. English for now.

A key is not a word for people: `managing`, `manages` and `manage` share the key `manag`. Two
spellings get the same key exactly when the finder should treat them as one word.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# A word may carry inner apostrophes and dots (Node.js) and end in + or # (C++, C#).
WORD = re.compile(r"\.?[^\W_]+(?:['’][^\W_]+)*(?:\.(?=[^\W\d_])[^\W_]+)*(?:\+\+|#)?", re.UNICODE)

# Small words that people put inside a phrase without changing it: "changed *his* dressing".
FILLERS = frozenset(
    "a an the my his her our their your its this that these those some any all every each both own new of".split()
)

IRREGULAR = {
    word: base
    for base, words in {
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "choose": "chose chosen",
        "cut": "cutting",
        "deal": "dealt",
        "dig": "dug",
        "do": "did done doing does",
        "draw": "drew drawn",
        "drive": "drove driven",
        "feed": "fed",
        "find": "found",
        "fly": "flew flown",
        "get": "got getting",
        "give": "gave given",
        "go": "went gone",
        "grow": "grew grown",
        "hang": "hung",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lay": "laid",
        "lead": "led",
        "learn": "learnt",
        "leave": "left",
        "lose": "lost",
        "make": "made",
        "meet": "met",
        "pay": "paid",
        "ride": "rode ridden",
        "run": "ran",
        "sell": "sold",
        "send": "sent",
        "sew": "sewn",
        "show": "shown",
        "sing": "sang sung",
        "sit": "sat",
        "speak": "spoke spoken",
        "stand": "stood",
        "sweep": "swept",
        "take": "took taken",
        "teach": "taught",
        "tell": "told",
        "think": "thought",
        "understand": "understood",
        "win": "won",
        "write": "wrote written",
        "child": "children",
        "woman": "women",
        "man": "men",
        "person": "people persons",
        "knife": "knives",
        "shelf": "shelves",
        "life": "lives",
        "leaf": "leaves",
        "loaf": "loaves",
        "wife": "wives",
        "half": "halves",
        "tooth": "teeth",
        "foot": "feet",
        "mouse": "mice",
    }.items()
    for word in words.split()
}

# British to American endings, applied to the bare lower-case word.
_SPELLING = (
    (re.compile(r"is(e|ed|es|ing|er|ers|ation|ations)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|es|ing)$"), r"yz\1"),
    (
        re.compile(
            r"^(un)?(arm|behavi|clam|col|enam|fav|flav|harb|hon|hum|lab|neighb|od|parl|rig|rum|splend|vap)"
            r"our"
        ),
        r"\1\2or",
    ),
    (re.compile(r"tre(s)?$"), r"ter\1"),
    (re.compile(r"ogue(s)?$"), r"og\1"),
    (re.compile(r"^(def|off|pret)ence"), r"\1ense"),
    (re.compile(r"gramme(s)?$"), r"gram\1"),
    (re.compile(r"([aeiouy][^aeiouy]+[aeiouy])ll(s|ing|ed|er|ers|or|ors|ment)?$"), r"\1l\2"),
    (re.compile(r"aes"), "es"),
    (re.compile(r"paed"), "ped"),
    (re.compile(r"^mould"), "mold"),
    (re.compile(r"cheque"), "check"),
    (re.compile(r"tyre"), "tire"),
    (re.compile(r"licence"), "license"),
    (re.compile(r"practise"), "practice"),
)
_VOWELS = "aeiouy"
_NO_PLURALS = frozenset(("news", "means", "series", "species", "lens", "always"))


class Token(NamedTuple):
    """One word of a text: its key, its own letters, and where it stands (`text[start:end]`)."""

    key: str
    text: str
    start: int
    end: int


def tokens_of(text: str) -> Iterator[Token]:
    """Return the words of a text in order; hyphens separate words."""
    return iter(tokenised(text))


@lru_cache(maxsize=64)
def tokenised(text: str) -> tuple[Token, ...]:
    """Return the words of a text; several finders look at the same text one after the other."""
    return tuple(
        [Token(key_of(word := match.group()), word, match.start(), match.end()) for match in WORD.finditer(text)]
    )


@lru_cache(maxsize=50_000)
def key_of(word: str) -> str:
    """Return the comparison key of one word."""
    plain = _plain(word)
    plain = plain.removesuffix("'s").removesuffix("'")
    if plain in IRREGULAR:
        plain = IRREGULAR[plain]
    if not plain.isalpha() or len(plain) < 4:
        return plain
    return _stem(_american(plain))


def keys_of(phrase: str) -> tuple[str, ...]:
    """Return the keys of a phrase without its filler words."""
    keys = tuple(token.key for token in tokens_of(phrase))
    return tuple(key for key in keys if key not in FILLERS) or keys


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def _american(word: str) -> str:
    for pattern, replacement in _SPELLING:
        word = pattern.sub(replacement, word)
    return word


def _stem(word: str) -> str:
    word = _singular(word)
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and not word.endswith("eed") and any(letter in _VOWELS for letter in stem):
            return _verb_stem(stem)
    return _without_final_e(word)


def _singular(word: str) -> str:  # noqa: PLR0911  # one line for each ending
    if word in _NO_PLURALS:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    if word.endswith("uses") and len(word) > 4:
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _verb_stem(stem: str) -> str:
    """Undo doubling (plann-) and give short stems their e back (car- from caring)."""
    if stem[-1] == stem[-2:-1] and stem[-1] not in "aeiouls":
        return stem[:-1]
    if _is_short(stem):
        return stem + "e"
    return _without_final_e(stem)


def _without_final_e(word: str) -> str:
    """Drop a final e unless what is left is a short word of its own (care, use)."""
    if len(word) > 2 and word.endswith("e") and not word.endswith("ee") and not _is_short(word[:-1]):
        return word[:-1]
    return word


def _is_short(stem: str) -> bool:
    """Whether a stem is one syllable ending in a single consonant: car, us, writ, driv."""
    if len(stem) < 2 or stem[-1] in _VOWELS + "wx" or stem[-2] not in _VOWELS:
        return False
    return not any(letter in _VOWELS for letter in stem[:-2])
