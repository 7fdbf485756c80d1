"""An archive whose end is missing, as after a broken download: the directory is gone, most entries are whole.

Every entry has a head of its own before its bytes (APPNOTE 4.3.7); one counts only when its bytes are all there
and their sum is right.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from mosaic.documents.limits import MEBIBYTE, Limits

HEAD, DESCRIPTOR = b"PK\x03\x04", b"PK\x07\x08"
_FIELDS = struct.Struct("<4xHHHHHIIIHH")
LOCKED, SIZES_FOLLOW = 0x1, 0x8
STORED, DEFLATED = 0, 8
BLOCK = 64 * 1024
MOST = 32 * MEBIBYTE


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before an entry; `start` is where its bytes begin."""

    name: str
    flags: int
    method: int
    sum: int
    size: int
    start: int


def salvaged(data: bytes, limits: Limits) -> bytes:
    """Return an archive of the entries that are whole, or nothing when none is. Never unpacks beyond the limits."""
    file, names = io.BytesIO(), set[str]()
    most = min(MOST, limits.expanded, limits.ratio * max(len(data), MEBIBYTE // 16))
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in _Salvage(data, most).entries():
            if name not in names and len(names) < limits.entries:
                names.add(name)
                archive.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue() if names else b""


class _Salvage:
    """Goes through an archive head by head; `left` is how much may still be unpacked, in vain or not."""

    def __init__(self, data: bytes, left: int) -> None:
        self.data, self.left = data, left

    def entries(self) -> Iterator[tuple[str, bytes]]:
        """Yield names and contents."""
        place = self.data.find(HEAD)
        while place >= 0 and self.left > 0:
            head = _head(self.data, place)
            content, end = self._content(head) if head else (None, 0)
            if head and content is not None:
                yield head.name, content
            place = self.data.find(HEAD, end or place + len(HEAD))

    def _content(self, head: _Head) -> tuple[bytes | None, int]:
        """Return an entry's content and where it ends; None and 0 when it is not whole."""
        if head.method == DEFLATED:
            content, end = self._inflated(head.start)
        elif head.method == STORED and not head.flags & SIZES_FOLLOW:
            end = head.start + head.size
            content = self.data[head.start : end] if end <= len(self.data) else None
            self.left -= len(content or b"")
        else:
            content, end = None, 0
        is_whole = content is not None and self.left >= 0 and zlib.crc32(content) == _sum(self.data, head, end)
        return (content, end) if is_whole else (None, 0)

    def _inflated(self, start: int) -> tuple[bytes | None, int]:
        """Unpack a stream that says itself where it ends."""
        unpacking, content, place = zlib.decompressobj(-zlib.MAX_WBITS), bytearray(), start
        try:
            while not unpacking.eof and place < len(self.data) and len(content) <= self.left:
                block = self.data[place : place + BLOCK]
                place += len(block)
                content += unpacking.decompress(block, self.left + 1 - len(content))
        except zlib.error:
            return None, 0
        finally:
            self.left -= len(content) + 1
        return (bytes(content), place - len(unpacking.unused_data)) if unpacking.eof else (None, 0)


def _head(data: bytes, place: int) -> _Head | None:
    if place + _FIELDS.size > len(data):
        return None
    _, flags, method, _, _, crc, size, _, letters, extra = _FIELDS.unpack_from(data, place)
    after = place + _FIELDS.size
    try:
        name = data[after : after + letters].decode()
    except UnicodeDecodeError:
        return None
    if not name or "\0" in name or flags & LOCKED:
        return None
    return _Head(name, flags, method, crc, size, after + letters + extra)


def _sum(data: bytes, head: _Head, end: int) -> int:
    """Return the sum an entry was packed with: in its head, or behind its bytes."""
    if not head.flags & SIZES_FOLLOW:
        return head.sum
    at = end + len(DESCRIPTOR) if data.startswith(DESCRIPTOR, end) else end
    return int.from_bytes(data[at : at + 4], "little") if at + 4 <= len(data) else -1
