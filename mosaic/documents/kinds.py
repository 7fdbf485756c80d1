"""What a file is, by its content. Names and what a browser claims are never asked."""

from importlib import import_module

from mosaic.documents.limits import Limits
from mosaic.documents.model import FileKind, Outcome
from mosaic.documents.refusal import Refusal
from mosaic.documents.zips import Archive, open_archive

PDF, ZIP, OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEAD = 1_024
LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
ODT = b"application/vnd.oasis.opendocument.text"


def kind_of(data: bytes, limits: Limits) -> FileKind:
    """Return what a file is. Raises Refusal for what nobody here can read."""
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise Refusal(Outcome.EMPTY)
    if data.startswith(PDF) or (PDF in data[:HEAD] and b"endobj" in data):
        return FileKind.PDF
    if data.startswith(ZIP):
        return _zipped(data, limits)
    if data.startswith(OLE):
        raise Refusal(Outcome.ENCRYPTED if LOCKED_OFFICE in data else Outcome.UNSUPPORTED)
    if data.lstrip(b" \t\r\n\xef\xbb\xbf").startswith(b"{\\rtf"):
        return FileKind.RTF
    # What has no plain signature takes libraries to tell, and importing those takes longer than reading a PDF.
    guessed: FileKind = import_module("mosaic.documents.guesses").guess(data)
    return guessed


def _zipped(data: bytes, limits: Limits) -> FileKind:
    try:
        archive = open_archive(data, limits)
        types = archive.read("[Content_Types].xml") or b""
        mimetype = archive.read("mimetype") or b""
    except Refusal as refusal:
        raise Refusal(refusal.outcome, _guess(data)) from refusal
    if b"wordprocessingml.document" in types or b"ms-word.document" in types or b"wordprocessingml.template" in types:
        return FileKind.DOCX
    if "word/document.xml" in archive.names:
        return FileKind.DOCX
    if mimetype.startswith(ODT) or _is_odt(archive):
        return FileKind.ODT
    raise Refusal(Outcome.UNSUPPORTED)


def _is_odt(archive: Archive) -> bool:
    """Whether an archive that lost its type holds a text document."""
    return "mimetype" not in archive.names and b"office:text" in (archive.read("content.xml") or b"")


def _guess(data: bytes) -> FileKind:
    """Tell what a broken archive was going to be, by the names in it."""
    if b"word/" in data or b"[Content_Types].xml" in data[:HEAD]:
        return FileKind.DOCX
    return FileKind.ODT if ODT in data[:HEAD] else FileKind.UNKNOWN
