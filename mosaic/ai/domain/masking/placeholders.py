"""Placeholders: `[NAME 1]` for a thing, `[NAME 1b]` for another spelling of the same thing.

A model is told by the number that “Jane Doe” and “Jane” are one person, and each goes back exactly as it stood.
"""

import re
from collections.abc import Mapping

from mosaic.ai.domain.masking.spans import Kind

# What a model may make of `[NAME 1b]`: other case, other separators, a backslash before the brackets, other brackets.
WRITTEN = re.compile(
    rf"(?P<open>\\\[|[\[【［])[ \t*_]{{0,3}}(?P<kind>{'|'.join(Kind)})[\s_\-–‑#.:*]{{0,3}}"
    r"(?P<number>[0-9]{1,5})[ ]?(?P<letters>[a-z]{0,3})[ \t*_]{0,3}(?:\\\]|[\]】］])",
    re.IGNORECASE | re.ASCII,
)
# Stands for a placeholder that was never given out; models make some up.
UNKNOWN = "[…]"


class Placeholders:
    """The placeholders given out so far, and what each stands for."""

    def __init__(self) -> None:
        self._originals: dict[str, str] = {}
        self._by_original: dict[tuple[Kind, int, str], str] = {}
        self._numbers: dict[tuple[Kind, str], int] = {}
        self._spellings: dict[tuple[Kind, int], int] = {}
        self._highest: dict[Kind, int] = {}

    def given(self) -> dict[str, str]:
        """Return all placeholders with what they stand for."""
        return dict(self._originals)

    def for_(self, kind: Kind, owner: str, original: str) -> str:
        """Return the placeholder of a spelling of somebody's or something's."""
        number = self._numbers.get((kind, owner)) or self._highest.get(kind, 0) + 1
        self._numbers[kind, owner] = number
        known = self._by_original.get((kind, number, original))
        if known:
            return known
        count = self._spellings.get((kind, number), 0)
        placeholder = f"[{kind} {number}{_letters(count)}]"
        self._keep(placeholder, kind, number, original)
        return placeholder

    def again(self, placeholder: str, original: str, owner: str) -> None:
        """Take up a placeholder that was given out before. Raises ValueError for what is none."""
        match = WRITTEN.fullmatch(placeholder)
        if match is None:
            raise ValueError("no placeholder")
        kind, number = Kind(match["kind"].upper()), int(match["number"])
        self._numbers.setdefault((kind, owner), number)
        self._keep(_canonical(match), kind, number, original)

    def restored(self, text: str) -> str:
        """Return the text with what the placeholders stand for; an unknown one becomes UNKNOWN."""
        return WRITTEN.sub(self._original_of, text)

    def _original_of(self, match: re.Match[str]) -> str:
        first = f"[{match['kind'].upper()} {int(match['number'])}]"
        return self._originals.get(_canonical(match), self._originals.get(first, UNKNOWN))

    def _keep(self, placeholder: str, kind: Kind, number: int, original: str) -> None:
        self._originals[placeholder] = original
        self._by_original[kind, number, original] = placeholder
        self._spellings[kind, number] = self._spellings.get((kind, number), 0) + 1
        self._highest[kind] = max(number, self._highest.get(kind, 0))


def of_text(originals: Mapping[str, str]) -> list[tuple[Kind, str, str]]:
    """Return kept placeholders as kind, placeholder, original, in the order of their numbers."""
    matches = [(WRITTEN.fullmatch(placeholder), original) for placeholder, original in originals.items()]
    if not all(match for match, _ in matches):
        raise ValueError("no placeholder")
    parts = [(match, original) for match, original in matches if match]
    parts.sort(key=lambda part: (int(part[0]["number"]), len(part[0]["letters"]), part[0]["letters"].lower()))
    return [(Kind(match["kind"].upper()), match.group(), original) for match, original in parts]


def _canonical(match: re.Match[str]) -> str:
    return f"[{match['kind'].upper()} {int(match['number'])}{match['letters'].lower()}]"


def _letters(count: int) -> str:
    """Return "" for the first spelling, then b, c … z, ba, bb …"""
    found = ""
    while count:
        count, place = divmod(count, 26)
        found = chr(ord("a") + place) + found
    return found
