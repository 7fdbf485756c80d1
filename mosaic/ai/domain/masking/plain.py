"""A copy of a text in which tricks of spelling are gone, letter for letter traced back to the text.

Without accents, unseen signs and odd widths, with Western digits; `folded` is the same in small letters, where
letters of other alphabets that look like Latin ones are those.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

# What stands for something already masked: no letter, no digit, no blank.
TAKEN = "\ufffc"

_SPECIAL = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ə": "e", "Ə": "E", "ħ": "h", "Ħ": "H",
    "’": "'", "‘": "'", "‛": "'", "ʼ": "'", "ʻ": "'", "´": "'", "`": "'", "＇": "'", "′": "'",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "﹣": "-", "－": "-", "⁃": "-", "ー": "ー",
    "\u2028": "\n", "\u2029": "\n", "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "。": ".", "．": ".", "､": ",",
    "⁄": "/", "∕": "/", "꞉": ":", "∶": ":", "․": ".", "·": "·",
}  # fmt: skip
# Letters of the Greek and Cyrillic alphabets by the Latin ones they look like, big or small.
_LOOKS = str.maketrans(
    "авеһікјмноԛрсѕтухѵԝԁҽαβεηικμνορτυχγɑɡℓｍ",
    "abehikjmhoqpcstyxvwdeabehikmnoptyxyaglm",
)
_ESCAPED = re.compile(r"%(?:40|2[BDEbde]|5[Ff])|&(?:#64|commat|#46|period);|&#x40;")
_UNESCAPED = {"&#64;": "@", "&commat;": "@", "&#x40;": "@", "&#46;": ".", "&period;": "."}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters at plain[start:end]."""

    folded: str
    start: int
    end: int
    is_big: bool


class Plain:
    """The copy of a text. Spans of it are turned into spans of the text by `traced`."""

    def __init__(self, text: str) -> None:
        self.source = text
        if text.isascii() and not _ESCAPED.search(text) and not _CONTROL.search(text):
            self.plain, self._starts = text, None
        else:
            letters, starts = _copied(text)
            self.plain, self._starts = "".join(letters), starts
        self.folded = folded(self.plain)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The runs of letters, in order."""
        return tuple(
            Word(match.group(), match.start(), match.end(), _is_big(self.plain[match.start()]))
            for match in WORD.finditer(self.folded)
        )

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    def word_at(self, position: int) -> int:
        """Return the index of the first word that begins at a place or behind it."""
        return bisect_right(self._word_starts, position - 1)

    def words_before(self, position: int, most: int) -> tuple[Word, ...]:
        """Return the last words that begin before a place."""
        index = self.word_at(position)
        return self.words[max(0, index - most) : index]

    def traced(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the copy lies in the text; unseen signs behind its letters belong to it."""
        if self._starts is None:
            return start, end
        return self._starts[start], self._starts[end]

    def without(self, spans: list[tuple[int, int]]) -> "Plain":
        """Return the same copy with spans of it, in order, taken out of sight."""
        if not spans:
            return self
        hidden = object.__new__(Plain)
        hidden.source, hidden._starts = self.source, self._starts
        hidden.plain, hidden.folded = _blanked(self.plain, spans), _blanked(self.folded, spans)
        return hidden


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = TAKEN * (end - start)
    return "".join(letters)


def _copied(text: str) -> tuple[list[str], list[int]]:
    letters: list[str] = []
    starts: list[int] = []
    position = 0
    escapes = {match.start(): match for match in _ESCAPED.finditer(text)}
    while position < len(text):
        escape = escapes.get(position)
        if escape:
            found = _UNESCAPED.get(escape.group()) or chr(int(escape.group()[1:], 16))
            width = len(escape.group())
        else:
            found, width = _plain_letter(text[position]), 1
        letters.extend(found)
        starts.extend([position] * len(found))
        position += width
    starts.append(len(text))
    if starts[0] and letters:
        starts[0] = 0
    return letters, starts


def _plain_letter(letter: str) -> str:
    """Return what a letter is in the copy; nothing for one that is not seen."""
    if letter in _SPECIAL:
        return _SPECIAL[letter]
    if letter.isascii():
        return "" if _CONTROL.match(letter) else letter
    category = unicodedata.category(letter)
    if category[0] == "M" or category in ("Cf", "Cs", "Cc", "Co"):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    if "\uac00" <= letter <= "\ud7a3" or category == "Lo":
        return unicodedata.normalize("NFKC", letter) if category == "Lo" else letter
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(_SPECIAL.get(part, part) for part in parts if unicodedata.category(part)[0] != "M") or letter


def folded(text: str) -> str:
    """Return text in small letters of one look, as long as before."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower()[:1] or letter for letter in text)
    return small if small.isascii() else small.translate(_LOOKS)


def _is_big(letter: str) -> bool:
    """Whether a letter can begin a name: a capital, or one of an alphabet without capitals."""
    return letter.isupper() or (letter.lower() == letter.upper() and letter.isalpha())


def plain_words(text: str) -> Iterator[str]:
    """Yield the folded words of a text."""
    yield from WORD.findall(folded(Plain(text).plain))


def folded_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text."""
    return tuple(plain_words(text))
