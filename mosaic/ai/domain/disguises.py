"""What a text says to somebody who looks through its disguises: hidden signs, look-alikes, figures for letters, codes.

A view has the length of its text or carries the place of each of its letters, so that what is found in it can be
pointed at in the text.
"""

import base64
import binascii
import codecs
import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

# Letters of other alphabets that look like Latin ones, and small capitals; exchanged only inside words that mix.
_LOOKS = dict(
    zip(
        "аеорсухіјѕԁһкмтвнгпԛԝьαορεικνυτχβηγ" + "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
        "aeopcyxijsdhkmtbhrnqwbaopeikvutxbny" + "abcdefghijklmnoprstuvwyz",
        strict=True,
    )
)
_PLAIN = {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "‘": "'", "ʼ": "'", "`": "'"}
_LEET = str.maketrans("01345789@$", "oleastbgas")
_LEET_WORD = re.compile(r"[a-z0134578@$]+")
_LEET_MIX = re.compile(r"[a-z][0134578@$]|[0134578@$][a-z]")
_WORD = re.compile(r"[^\W\d_]+")
_JOINERS = "\u200c\u200d"
_TAGS = range(0xE0020, 0xE007F)
_SPELT = re.compile(r"(?<![^\W_])[^\W_](?:[ .*_-][^\W_]){2,}(?![^\W_])")
_CODED = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}|(?:%[0-9A-Fa-f]{2}|[\w.-]){3,}%[0-9A-Fa-f]{2}[\w%.-]*")
MOST_CODED = 4_000


@dataclass(frozen=True, slots=True)
class View:
    """Letters and, for each, its place in the text."""

    letters: str
    places: tuple[int, ...] | range

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the text that stands behind letters[start:end]."""
        first, last = self.places[start], self.places[end - 1]
        return min(first, last), max(first, last) + 1


def visible(text: str) -> str:
    """Return what a person sees of a text: composed, without signs that show nothing, entities as their letters."""
    return without_hidden(unicodedata.normalize("NFC", html.unescape(text) if "&" in text else text))


def without_hidden(text: str) -> str:
    """Return a text without signs that show nothing."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(letter for place, letter in enumerate(text) if _shows(text, place))


def _shows(text: str, place: int) -> bool:
    letter = text[place]
    if letter in "\n\t":
        return True
    if letter in _JOINERS:
        # Persian words and joined pictures need them; inside Latin words they only hide.
        around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
        return bool(around) and not any(one.isascii() for one in around)
    kind = unicodedata.category(letter)
    return kind not in ("Cc", "Cf", "Co", "Cs", "Cn") and not 0xFE00 <= ord(letter) <= 0xFE0E


def unseen(text: str) -> str:
    """Return what is written in tag characters, which no screen shows."""
    return "".join(chr(ord(letter) - 0xE0000) for letter in text if ord(letter) in _TAGS)


def folded(text: str) -> View:
    """Return a text in small plain letters."""
    if text.isascii():
        return View(text.lower(), range(len(text)))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        plain = letter.lower() if letter.isascii() else _plain(letter)
        letters.append(plain)
        places += [place] * len(plain)
    return View(_WORD.sub(_unmixed, "".join(letters)), tuple(places))


def _plain(letter: str) -> str:
    found = unicodedata.normalize("NFKD", letter).casefold()
    found = "".join(one for one in found if not unicodedata.combining(one))
    return "".join(_PLAIN.get(one, one) for one in found) or " "


def _unmixed(word: re.Match[str]) -> str:
    found = word[0]
    if found.isascii() or not any(one.isascii() for one in found):
        return found
    return "".join(_LOOKS.get(one, one) for one in found)


def disguised(plain: View) -> Iterator[View]:
    """Yield other ways to read a folded text: figures as letters, rot13, backwards, letters set apart."""
    letters, places = plain.letters, plain.places
    if _LEET_MIX.search(letters):
        # A figure one may stand for an l as well as for an i.
        for one in "li":
            yield View(_LEET_WORD.sub(lambda word, one=one: _spelt(word[0], one), letters), places)  # type: ignore[misc]  # a default binds it
    yield View(codecs.encode(letters, "rot13"), places)
    yield View(letters[::-1], places[::-1])
    if _SPELT.search(letters):
        kept = sorted(set(range(len(letters))) - set(_gaps(letters)))
        yield View("".join(letters[one] for one in kept), tuple(places[one] for one in kept))


def _spelt(word: str, one: str) -> str:
    return word.replace("1", one).translate(_LEET) if _LEET_MIX.search(word) else word


def _gaps(letters: str) -> Iterator[int]:
    for found in _SPELT.finditer(letters):
        yield from range(found.start() + 1, found.end(), 2)


def decoded(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield what coded stretches of a text say (base64, hexadecimal, per cent signs), with their places."""
    for found in _CODED.finditer(text):
        for said in _meanings(found[0][:MOST_CODED]):
            if said and sum(letter.isprintable() or letter == "\n" for letter in said) > 0.9 * len(said):
                yield said, found.start(), found.end()


def _meanings(code: str) -> Iterator[str]:
    if "%" in code:
        yield unquote(code)
        return
    whole = code.rstrip("=").replace("-", "+").replace("_", "/")
    for read in (bytes.fromhex, lambda one: base64.b64decode(one + "=" * (-len(one) % 4))):
        try:
            yield read(whole).decode("utf-8")
        except (ValueError, binascii.Error):
            continue
