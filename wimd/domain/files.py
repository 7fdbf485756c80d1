"""What an incoming file may be, told from its first bytes and never from its name.

This only keeps out what nobody here can read; what the file really holds is found out by the reader,
in a process of its own.
"""

from enum import StrEnum
from pathlib import PurePath

import filetype

HEAD = 8192
TEXT_NAMES = {".md": "text/markdown", ".markdown": "text/markdown", ".html": "text/html", ".htm": "text/html"}
ACCEPT = ".pdf,.docx,.odt,.rtf,.txt,.md,.html,image/*,audio/*,video/*"
"""What a chooser of files offers. It is a convenience: what counts is what a file begins with."""
DOCUMENTS = frozenset(
    (
        "application/pdf",
        "application/rtf",
        "application/zip",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.oasis.opendocument.text",
    )
)


class FileSort(StrEnum):
    """How a file is treated. A document may turn out to be a résumé when it is read."""

    DOCUMENT = "document"
    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"


def sort_of(head: bytes, name: str) -> tuple[FileSort, str] | None:
    """Return how a file that begins with `head` is treated and its content type, or None."""
    kind = filetype.guess(head)
    mime = kind.mime if kind else ""
    if mime in DOCUMENTS:
        return FileSort.DOCUMENT, mime
    for sort in (FileSort.IMAGE, FileSort.AUDIO, FileSort.VIDEO):
        if mime.startswith(f"{sort}/"):
            return sort, mime
    if head.lstrip()[:5] == b"{\\rtf":
        return FileSort.DOCUMENT, "application/rtf"
    if mime or not _is_text(head):
        return None
    return FileSort.DOCUMENT, TEXT_NAMES.get(PurePath(name).suffix.lower(), "text/plain")


def _is_text(head: bytes) -> bool:
    """Whether bytes could be text: UTF-16 with its mark, or no NUL and few control characters."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in head)
    return b"\0" not in head and controls * 50 <= len(head)
