"""Looking at an archive somebody sent before anything of it is believed. Runs in a process of its own.

Everything is decided from declared sizes first; nothing is unpacked that was not declared, and Python never
unpacks beyond the size an entry declares.
"""

import hashlib
import json
import re
import stat
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, NoReturn

from mosaic.documents.limits import Limits
from mosaic.documents.read import confine
from mosaic.people.domain.archive import FORMAT, MAIN, Bounds, Refused, Why

END, END64 = b"PK\x05\x06", b"PK\x06\x07"
LONGEST_END, END_SIZE, LOCATOR_SIZE = 22 + 65_535, 22, 20
LARGEST_INDEX = 1024 * 1024
LONGEST_NAME = 255
SMALLEST = 64 * 1024
BLOCK = 256 * 1024
LOCKED = 0x1
SHA256 = re.compile(r"^[0-9a-f]{64}\Z", re.ASCII)
BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, struct.error, IndexError,
)  # fmt: skip


def main() -> None:
    """Inspect the archive on stdin within the quota given as argument; say on stdout how it went."""
    bounds = Bounds(int(sys.argv[1]))
    confine(Limits(memory=2048 * 1024 * 1024, cpu_seconds=40))
    answer = {"why": "", "where": ""}
    try:
        inspect(sys.stdin.buffer, bounds)
    except Refused as refused:
        answer = {"why": refused.why.value, "where": refused.where}
    except MemoryError:
        answer["why"] = Why.EXPANDS.value
    sys.stdout.write(json.dumps(answer))


def inspect(file: IO[bytes], bounds: Bounds) -> None:
    """Pass an archive that can be read safely and holds what its manifest says. Raises Refused."""
    size = _check_index(file, bounds)
    try:
        with zipfile.ZipFile(file) as archive:
            entries = _checked_entries(archive, size, bounds)
            document = read_main(archive)
            _check_values(document, bounds)
            _check_files(archive, entries, document, bounds)
    except BROKEN as error:
        raise Refused(Why.DAMAGED) from error


def read_main(archive: zipfile.ZipFile) -> dict[str, object]:
    """Return what `mosaic.json` says. Raises Refused."""
    try:
        document = json.loads(archive.read(MAIN), object_pairs_hook=_only_once, parse_constant=_no_number)
    except KeyError as error:
        raise Refused(Why.NO_MANIFEST) from error
    except zipfile.BadZipFile as error:
        raise Refused(Why.DAMAGED) from error
    except (ValueError, RecursionError) as error:
        raise Refused(Why.NOT_JSON) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Refused(Why.OTHER_FORMAT)
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Refused(Why.OTHER_FORMAT)
    return document


def _check_index(file: IO[bytes], bounds: Bounds) -> int:
    """Look at the end record before the index is read: a long index alone could fill the memory."""
    size = file.seek(0, 2)
    if size > bounds.packed:
        raise Refused(Why.TOO_LARGE)
    file.seek(max(0, size - LONGEST_END))
    tail = file.read(LONGEST_END)
    at = len(tail) - END_SIZE if tail[-END_SIZE:-18] == END and tail.endswith(b"\0\0") else tail.rfind(END)
    if at < 0 or len(tail) < at + END_SIZE:
        raise Refused(Why.NOT_A_ZIP)
    entries, index = struct.unpack_from("<HI", tail, at + 10)
    is_long = tail[max(0, at - LOCATOR_SIZE) : at].startswith(END64)
    if entries > bounds.entries or index > LARGEST_INDEX or is_long:
        raise Refused(Why.TOO_MANY)
    file.seek(0)
    return size


def _checked_entries(archive: zipfile.ZipFile, size: int, bounds: Bounds) -> dict[str, zipfile.ZipInfo]:
    entries = archive.infolist()
    if len(entries) > bounds.entries:
        raise Refused(Why.TOO_MANY)
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        if not _is_safe(entry) or entry.filename in found:
            raise Refused(Why.UNSAFE_NAME)
        if entry.flag_bits & LOCKED:
            raise Refused(Why.LOCKED)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refused(Why.DAMAGED)
        found[entry.filename] = entry
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > min(bounds.unpacked, bounds.ratio * max(size, SMALLEST)):
        raise Refused(Why.EXPANDS)
    return found


def _is_safe(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry's name stays inside the folder somebody might unpack it into."""
    # Python cuts a name at its first NUL; the name as it came is what counts.
    name = entry.orig_filename
    parts = name.removesuffix("/").split("/")
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    is_odd = any(ord(letter) < 32 or letter in '\\:*?"<>|' for letter in name)
    return not (is_link or is_odd or len(name) > LONGEST_NAME or any(part in ("", ".", "..") for part in parts))


def _only_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _check_values(document: object, bounds: Bounds) -> None:
    """Bound depth and number of values, and refuse letters that are none."""
    layer, count, depth = [document], 0, 0
    while layer:
        count, depth = count + len(layer), depth + 1
        if count > bounds.values or depth > bounds.depth:
            raise Refused(Why.NOT_JSON)
        inner: list[object] = []
        for value in layer:
            if isinstance(value, dict):
                inner += [*value, *value.values()]
            elif isinstance(value, list):
                inner += value
            elif isinstance(value, str) and not _is_text(value):
                raise Refused(Why.NOT_JSON)
        layer = inner


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _check_files(
    archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], document: dict[str, object], bounds: Bounds
) -> None:
    """Compare every file the manifest names with what is there; what is missing must not be there."""
    listed, missing = list(_listed(document, "files")), list(_listed(document, "missing"))
    if sum(size for _, size, _ in [*listed, *missing]) > bounds.quota:
        raise Refused(Why.TOO_LARGE)
    if any(path in entries for path, _, _ in missing):
        raise Refused(Why.CONTRADICTS, "missing")
    for path, size, sha256 in listed:
        if path not in entries:
            raise Refused(Why.MISSING_FILE, path)
        if entries[path].file_size != size or _digest(archive, path) != sha256:
            raise Refused(Why.CHANGED_FILE, path)


def _listed(document: dict[str, object], name: str) -> Iterator[tuple[str, int, str]]:
    listed = document.get(name, [])
    if not isinstance(listed, list):
        raise Refused(Why.WRONG_TYPE, name)
    for number, one in enumerate(listed):
        yield _named(one, f"{name}[{number}]")


def _named(one: object, where: str) -> tuple[str, int, str]:
    if not isinstance(one, dict):
        raise Refused(Why.WRONG_TYPE, where)
    path, size, sha256 = one.get("path"), one.get("size"), one.get("sha256")
    if not isinstance(path, str) or not isinstance(sha256, str) or not SHA256.match(sha256):
        raise Refused(Why.WRONG_TYPE, where)
    if not isinstance(size, int) or isinstance(size, bool) or size < 0:
        raise Refused(Why.WRONG_TYPE, where)
    return path, size, sha256


def _digest(archive: zipfile.ZipFile, path: str) -> str:
    found = hashlib.sha256()
    with archive.open(path) as file:
        while block := file.read(BLOCK):
            found.update(block)
    return found.hexdigest()


if __name__ == "__main__":
    main()
