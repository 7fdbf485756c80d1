"""Which letters the fonts at hand can draw, read from the fonts' own tables (OpenType `cmap`)."""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

COLLECTION = b"ttcf"
SEGMENTS, GROUPS = 4, 12
# Signs that take no ink: blanks, marks of direction, joiners.
WITHOUT_INK = ("Zs", "Zl", "Zp", "Cc", "Cf")


def missing(text: str, fonts: Iterable[Path]) -> str:
    """Return the letters of a text that none of the fonts can draw, each once, in order of code."""
    left = {letter for letter in text if unicodedata.category(letter) not in WITHOUT_INK}
    for font in fonts:
        if not left:
            break
        known = covered_by(font)
        left = {letter for letter in left if ord(letter) not in known}
    return "".join(sorted(left))


@cache
def covered_by(font: Path) -> frozenset[int]:
    """Return the code points a font file draws; a file that is no font draws none."""
    try:
        data = font.read_bytes()
        return frozenset(_code_points(data))
    except (OSError, struct.error, IndexError):
        return frozenset()


def _code_points(data: bytes) -> Iterator[int]:
    start = struct.unpack_from(">L", data, 12)[0] if data[:4] == COLLECTION else 0
    (count,) = struct.unpack_from(">H", data, start + 4)
    for number in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, start + 12 + 16 * number)
        if tag == b"cmap":
            yield from _of_table(data, offset)


def _of_table(data: bytes, table: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">H", data, table + 2)
    places = {struct.unpack_from(">L", data, table + 8 + 8 * number)[0] for number in range(count)}
    for place in places:
        (form,) = struct.unpack_from(">H", data, table + place)
        if form == SEGMENTS:
            yield from _of_segments(data, table + place)
        elif form == GROUPS:
            yield from _of_groups(data, table + place)


def _of_segments(data: bytes, at: int) -> Iterator[int]:
    """Read format 4: segments of the first plane with either a shift or a list of glyphs."""
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + 2 * count)
    shifts = struct.unpack_from(f">{count}H", data, at + 16 + 4 * count)
    lists = at + 16 + 6 * count
    offsets = struct.unpack_from(f">{count}H", data, lists)
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code + shifts[number]
            if offsets[number]:
                (glyph,) = struct.unpack_from(">H", data, lists + 2 * number + offsets[number] + 2 * (code - start))
            if glyph & 0xFFFF:
                yield code


def _of_groups(data: bytes, at: int) -> Iterator[int]:
    """Read format 12: runs of code points of all planes."""
    (count,) = struct.unpack_from(">L", data, at + 12)
    for number in range(count):
        start, end, _ = struct.unpack_from(">LLL", data, at + 16 + 12 * number)
        yield from range(start, end + 1)
