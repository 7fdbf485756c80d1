"""Bytes to a Document, inside the child: find out what the file is, let its reader read, put the text together."""

from collections.abc import Callable
from importlib import import_module

from mosaic.documents.compose import compose
from mosaic.documents.limits import Limits
from mosaic.documents.model import Document, FileKind, Outcome
from mosaic.documents.parts import Reading
from mosaic.documents.refusal import Refusal

Reader = Callable[[bytes, Limits], Reading]

# A reader is imported only for a file of its kind: importing all of them would take longer than reading.
READERS = {
    FileKind.PDF: "pdf",
    FileKind.DOCX: "docx",
    FileKind.ODT: "odt",
    FileKind.RTF: "rtf",
    FileKind.TEXT: "plain",
    FileKind.MARKDOWN: "markdown",
    FileKind.HTML: "html",
    FileKind.IMAGE: "image",
}


def read_document(data: bytes, kind: FileKind, limits: Limits) -> Document:
    """Read a file whose kind is known."""
    if kind not in READERS:
        return Document(kind, Outcome.NEEDS_TRANSCRIPTION)
    reader: Reader = import_module(f"mosaic.documents.{READERS[kind]}").read
    try:
        reading = reader(data, limits)
    except Refusal as refusal:
        return Document(kind, refusal.outcome)
    composer = compose(reading.parts, limits.letters)
    if composer.is_full:
        return Document(kind, Outcome.TOO_LARGE, pages=reading.pages, notes=reading.notes)
    outcome = Outcome.READ if composer.blocks else Outcome.EMPTY
    return Document(
        kind, outcome, composer.text, reading.pages, tuple(composer.blocks), tuple(composer.links), reading.notes
    )
