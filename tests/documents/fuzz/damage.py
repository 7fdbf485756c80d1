"""Ways to spoil a file: bytes, numbers, repeated and mixed parts, XML, and the directory of an archive."""

import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from random import Random

LARGEST = 2 * 1024 * 1024
NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"65536",
    b"2147483647",
    b"-2147483648",
    b"99999999999999999999",
    b"1e309",
    b"NaN",
    b"0.0000001",
)
NAMES = (
    "../../etc/passwd",
    "/abs.xml",
    "word/document.xml",
    "a" * 5_000,
    "word\\document.xml",
    "",
    "\u202egpj.xml",
    "content.xml",
    "C:\\x",
)
DEEP = 4_000

Damage = Callable[[bytes, Random, bytes], bytes]


def flipped(data: bytes, chance: Random, _: bytes) -> bytes:
    """Change single bits and bytes."""
    made = bytearray(data)
    for _turn in range(chance.choice((1, 1, 2, 8, 64))):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def truncated(data: bytes, chance: Random, _: bytes) -> bytes:
    """Cut off the end, or now and then the beginning."""
    place = chance.randrange(len(data))
    return data[:place] if chance.random() < 0.8 else data[place:]


def spliced(data: bytes, chance: Random, other: bytes) -> bytes:
    """Put a part of another file into this one."""
    start, place = chance.randrange(len(other)), chance.randrange(len(data))
    part = other[start : start + chance.randint(1, 20_000)]
    return data[:place] + part + data[place + (len(part) if chance.random() < 0.5 else 0) :]


def repeated(data: bytes, chance: Random, _: bytes) -> bytes:
    """Repeat a part many times."""
    start = chance.randrange(len(data))
    part = data[start : start + chance.choice((1, 2, 10, 200, 5_000))]
    times = chance.choice((2, 20, 1_000, 20_000))
    return data[:start] + part * min(times, LARGEST // len(part)) + data[start:]


def renumbered(data: bytes, chance: Random, _: bytes) -> bytes:
    """Put impossible numbers in the place of some."""
    found = list(re.finditer(rb"\d+", data))
    made = data
    for match in sorted(chance.sample(found, min(len(found), chance.randint(1, 4))), key=lambda one: -one.start()):
        made = made[: match.start()] + chance.choice(NUMBERS) + made[match.end() :]
    return made


def retagged(data: bytes, chance: Random, _: bytes) -> bytes:
    """Leave out, double, open a thousand times or swap tags, braces and words of control."""
    found = list(
        re.finditer(rb"<[^>]{0,200}>|[{}]|\\[a-z]+-?\d*|\b(?:obj|stream|endobj|endstream)\b|/[A-Z][A-Za-z]+", data)
    )
    if not found:
        return flipped(data, chance, data)
    match, other = chance.choice(found), chance.choice(found)
    turn = chance.randrange(4)
    middle = (b"", match.group() * 2, match.group() * DEEP, other.group())[turn]
    return data[: match.start()] + middle + data[match.end() :]


SIMPLE: tuple[Damage, ...] = (flipped, truncated, spliced, repeated, renumbered, retagged)


def inside(data: bytes, chance: Random, other: bytes) -> bytes:
    """Spoil one entry of an archive and pack it again."""
    entries = _entries(data)
    if not entries:
        return flipped(data, chance, other)
    name = chance.choice(sorted(entries))
    if entries[name]:
        entries[name] = chance.choice((*SIMPLE, declared))(
            entries[name], chance, chance.choice(sorted(entries.values())) or b"x"
        )
    return _packed(entries)


def declared(data: bytes, chance: Random, _: bytes) -> bytes:
    """Declare entities: nested ones, ones from elsewhere, parameters."""
    nested = "".join(f"<!ENTITY l{n + 1} '{f'&l{n};' * 10}'>" for n in range(8))
    kinds = (
        f"<!DOCTYPE x [<!ENTITY l0 'lol'>{nested}]>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>",
        "<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'> %p;]>",
    )
    head, mark, rest = data.partition(b"?>")
    spoilt = chance.choice((b">&l8;<", b">&e;<", b"><"))
    body = (rest if mark else data).replace(b"><", spoilt, chance.randint(1, 5))
    return (head + mark if mark else b"") + chance.choice(kinds).encode() + body


def odd_entries(data: bytes, chance: Random, _: bytes) -> bytes:
    """Add entries with odd names, twice the same name, archives in archives, or leave one out."""
    entries = _entries(data)
    file = BytesIO()
    packing = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(file, "w", packing) as archive:
        archive.comment = chance.randbytes(chance.choice((0, 0, 40)))
        for name, content in entries.items():
            if chance.random() < 0.9:
                archive.writestr(name, content)
        for _turn in range(chance.choice((1, 3, 50))):
            extra = chance.choice((b"", data, b"<x/>", b"\0" * 100_000))
            info = zipfile.ZipInfo(chance.choice(NAMES) or "x")
            archive.writestr(info, extra)
    return file.getvalue()


def lying_directory(data: bytes, chance: Random, _: bytes) -> bytes:
    """Change sizes, sums, flags and offsets that an archive declares about its entries."""
    made = bytearray(data)
    heads = [match.start() for match in re.finditer(rb"PK\x01\x02|PK\x03\x04|PK\x05\x06", data)]
    for head in chance.sample(heads, min(len(heads), chance.randint(1, 6))):
        place = head + chance.choice((4, 6, 8, 10, 14, 16, 18, 20, 22, 24, 26, 28, 30, 42))
        wanted = chance.choice((0, 1, 0xFFFF, 0xFFFFFFFF, 0x7FFFFFFF, chance.randrange(2**32)))
        made[place : place + 4] = struct.pack("<I", wanted)[: max(0, len(made) - place)]
    return bytes(made)


ARCHIVE: tuple[Damage, ...] = (inside, inside, inside, odd_entries, lying_directory)


def unpacked(data: bytes, chance: Random, other: bytes) -> bytes:
    """Spoil the drawing of a PDF page, which is compressed otherwise."""
    found = list(re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL))
    for match in chance.sample(found, len(found)):
        try:
            plain = zlib.decompress(match.group(1))
        except zlib.error:
            continue
        if plain:
            packed = zlib.compress(chance.choice(SIMPLE)(plain, chance, plain))
            return data[: match.start(1)] + packed + data[match.end(1) :]
    return flipped(data, chance, other)


DAMAGES: dict[str, tuple[Damage, ...]] = {
    "pdf": (*SIMPLE, unpacked, unpacked, unpacked),
    "docx": (*SIMPLE[:4], *ARCHIVE),
    "odt": (*SIMPLE[:4], *ARCHIVE),
}


def spoilt(kind: str, data: bytes, other: bytes, chance: Random) -> tuple[str, bytes]:
    """Return the ways that were taken, and a file spoilt in one to three of them."""
    ways = [chance.choice(DAMAGES.get(kind, SIMPLE)) for _ in range(chance.choice((1, 1, 2, 3)))]
    made = data
    for way in ways:
        made = way(made or b"x", chance, other or b"x")[:LARGEST]
    return "+".join(way.__name__ for way in ways), made


def _entries(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError):
        return {}


def _packed(entries: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()
