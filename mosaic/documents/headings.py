"""Headings told by their looks, where a file does not name them: larger, bolder or in capitals."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mosaic.documents.letters import bullet_length
from mosaic.documents.model import BlockKind
from mosaic.documents.parts import Part, most_common

LONGEST, MOST_WORDS = 60, 8
LARGER = 1.13
_SENTENCE_END = re.compile(r"[.!?;,]$")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\d{3}|@|https?:|www\.")


def marked(parts: Sequence[Part]) -> list[Part]:
    """Return the parts with everything that looks like a heading marked as one."""
    usual = most_common((part.size, len(part.text)) for part in parts)
    mostly_bold = sum(len(part.text) for part in parts if part.bold) > sum(len(part.text) for part in parts) / 2
    return [
        replace(part, kind=BlockKind.HEADING, after_gap=True) if _is_heading(part, usual, mostly_bold) else part
        for part in parts
    ]


def _is_heading(part: Part, usual: float, mostly_bold: bool) -> bool:
    text = part.text.strip()
    if part.kind is not BlockKind.PARAGRAPH or len(text) > LONGEST or len(text.split()) > MOST_WORDS:
        return False
    if not any(letter.isalpha() for letter in text) or _SENTENCE_END.search(text) or bullet_length(text):
        return False
    if usual and part.size >= LARGER * usual:
        return not _DATE.search(text)
    if _is_capitals(text):
        return not _DATE.search(text) and (part.size >= usual or part.bold)
    return part.bold and not mostly_bold and not _DATE.search(text)


def _is_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 4 and text == text.upper() and text != text.lower()
