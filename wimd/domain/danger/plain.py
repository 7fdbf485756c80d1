"""A message in plain words: small letters, no accents, short forms written out, slips of the pen put right.

What comes out is for matching only; it is never shown or stored.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from wimd.domain.danger.data import table

LONGEST_WORD = 40
"""Letters after which a word is cut: nothing that long says anything here."""
SHORTEST_SLIP = 5
"""Letters a word needs to be known again with one slip in it."""
_VOWELS = "aeiou"
_SENTENCE_ENDS = re.compile(r"[.!?…;]+(?=\s|$)|\n+")
_WORD = re.compile(r"[^\W_]+")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_APOSTROPHES = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "ı": "i", "ł": "l", "ø": "o", "ة": "ه", "ى": "ي"}
)
_INSIDE_CYRILLIC = re.compile(r"(?<=[Ѐ-ӿ])'(?=[Ѐ-ӿ])")
_SHORT_FORMS = (
    (re.compile(r"\bcan't\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bshan't\b"), "shall not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"\b(s?he|it|that|there|what|who|where|how|(?:every|some)(?:one|body)|nobody)'s\b"), r"\1 is"),
    (re.compile(r"'s\b"), ""),
)


def folded(text: str) -> str:
    """Return small letters without accents, in every script."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_APOSTROPHES))
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_APOSTROPHES)
    return _INSIDE_CYRILLIC.sub("", plain)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence as they were written, for any language, and in plain English."""

    written: list[str]
    words: list[str]


def plain_sentences(message: str) -> list[Sentence]:
    """Return every sentence, plainly written."""
    text = folded(message)
    for said, meant in table("spelling")["signs"].items():
        text = text.replace(said, meant)
    text = _DRAWN_OUT.sub(r"\1\1", text)
    sentences = (_sentence(part) for part in _SENTENCE_ENDS.split(text))
    return [sentence for sentence in sentences if sentence.written]


def _sentence(text: str) -> Sentence:
    written = [word[:LONGEST_WORD] for word in _WORD.findall(text)]
    if "'" in text:
        for short, full in _SHORT_FORMS:
            text = short.sub(full, text)
    spelled = _spellings()
    words = [one for word in _WORD.findall(text) for one in spelled.get(word, (word[:LONGEST_WORD],))]
    return Sentence(written, list(_joined(words)))


def _joined(words: list[str]) -> Iterator[str]:
    """Yield words, with two that are written as one elsewhere put together (“my self”, “any more”)."""
    pairs = table("spelling")["pairs"]
    skip = False
    for word, after in pairwise((*words, "")):
        if skip:
            skip = False
            continue
        one = pairs.get(f"{word} {after}")
        skip = one is not None
        yield one or word


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    """Return what each other writing of a word means."""
    data = table("spelling")
    known = {word: tuple(meant.split()) for word, meant in data["short"].items()}
    grave = data["grave"].split()
    real = {*grave, *data["other_words"].split()}
    for word in grave:
        for slip in _slips(word):
            if slip not in real:
                known.setdefault(slip, (word,))
    return known


def _slips(word: str) -> Iterator[str]:
    """Yield a word as a hasty hand writes it: a letter lost, doubled or swapped, or another vowel. The first letter stays."""
    if len(word) < SHORTEST_SLIP:
        return
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if word[at] in _VOWELS:
            yield from (word[:at] + vowel + word[at + 1 :] for vowel in _VOWELS)
