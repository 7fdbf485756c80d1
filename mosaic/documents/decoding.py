"""Bytes to text: UTF-8 first, then what the bytes themselves suggest."""

import codecs
import re
from collections.abc import Sequence

from charset_normalizer import from_bytes

BOMS: Sequence[tuple[bytes, str]] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LEGACY = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "iso8859_2", "iso8859_5", "iso8859_7",
    "iso8859_15", "koi8_r", "mac_roman", "cp437", "cp850", "cp852", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
]  # fmt: skip
SAMPLE = 64 * 1024
# A few broken letters in a long UTF-8 text are no reason to misread all the others.
MOST_BROKEN = 0.1
MOST_CONTROLS = 0.005
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")


def decoded(data: bytes) -> str | None:
    """Return the text, or None when the bytes are no text at all."""
    text = _decoded(data)
    if text is None or "\0" in text:
        return None
    return text if len(_CONTROLS.findall(text[:SAMPLE])) <= MOST_CONTROLS * len(text[:SAMPLE]) else None


def _decoded(data: bytes) -> str | None:
    for bom, name in BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace")
    if b"\0" in data:
        return _without_bom(data)
    text = data.decode("utf-8", "replace")
    letters = sum(byte >= 0xC0 for byte in data[:SAMPLE])
    if "\ufffd" not in text or text.count("\ufffd") <= MOST_BROKEN * letters or _is_cut(data):
        return text.replace("\ufffd", "")
    return _legacy(data)


def _without_bom(data: bytes) -> str | None:
    """UTF-16 has a zero in every other byte of Latin text."""
    sample = data[:SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if min(even, odd) * 10 > max(even, odd) or max(even, odd) * 2 < len(sample) * 0.3:
        return None
    try:
        return data[: len(data) // 2 * 2].decode("utf-16-le" if odd > even else "utf-16-be")
    except UnicodeDecodeError:
        return None


def _is_cut(data: bytes) -> bool:
    """Whether only the very last letter is broken."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.end == len(data) and error.reason == "unexpected end of data"
    return True


def _legacy(data: bytes) -> str:
    best = from_bytes(data[:SAMPLE], cp_isolation=LEGACY).best()
    return data.decode(best.encoding if best else "cp1252", "replace").replace("\ufffd", "")
