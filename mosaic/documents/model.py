"""A document after reading: one text in reading order, and what each stretch of it looked like."""

from dataclasses import dataclass
from enum import StrEnum

# A note on a document of which only what was whole could be read.
REPAIRED = "repaired"


class FileKind(StrEnum):
    """What a file really is, by its content."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """How reading ended. Everything but `read` leaves the text empty."""

    READ = "read"
    EMPTY = "empty"
    SCANNED = "scanned"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    UNSUPPORTED = "unsupported"
    NEEDS_TRANSCRIPTION = "needs_transcription"
    NOT_TRANSCRIBED = "not_transcribed"
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    EXPANDS_TOO_FAR = "expands_too_far"
    TOOK_TOO_LONG = "took_too_long"
    TOOK_TOO_MUCH_MEMORY = "took_too_much_memory"


class BlockKind(StrEnum):
    """What a stretch of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document: `document.text[start:end]`.

    `page` counts from 1, `column` from 0; `size` is the font size in points (0 when unknown).
    """

    kind: BlockKind
    start: int
    end: int
    page: int = 1
    column: int = 0
    size: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink on `document.text[start:end]`."""

    url: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A read document. Blocks are in reading order and do not overlap; lines end in LF, letters are NFC."""

    kind: FileKind
    outcome: Outcome
    text: str = ""
    pages: int = 0
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """The number of words."""
        return len(self.text.split())
