"""Files made for the tests, and how to read them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence

import docx
import typst
from docx.document import Document as WordDocument

from mosaic.documents.child import read_bytes
from mosaic.documents.kinds import kind_of
from mosaic.documents.limits import Limits
from mosaic.documents.model import BlockKind, Document, Outcome
from mosaic.documents.reading import read_document
from mosaic.documents.refusal import Refusal

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read_here(data: bytes, limits: Limits | None = None) -> Document:
    """Read in this process, where an uncaught exception shows."""
    limits = limits or Limits()
    try:
        return read_document(data, kind_of(data, limits), limits)
    except Refusal as refusal:
        return Document(refusal.kind, refusal.outcome)


def read_text(data: bytes) -> str:
    """Read in a child and return the text of what must be readable."""
    document = read_bytes(data)
    assert document.outcome is Outcome.READ, document
    return document.text


def blocks_of(document: Document) -> list[tuple[BlockKind, str]]:
    """Return kinds and words of the blocks."""
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def words_of(document: Document, kind: BlockKind) -> list[str]:
    """Return the words of all blocks of a kind."""
    return [words for found, words in blocks_of(document) if found is kind]


def links_of(document: Document) -> dict[str, str]:
    """Return addresses by the words they stand on."""
    return {document.text[link.start : link.end]: link.url for link in document.links}


def pdf_of(markup: str) -> bytes:
    """Compile Typst markup."""
    made = typst.compile(markup.encode())
    assert isinstance(made, bytes)
    return made


def drawn_pdf(*pages: str, resources: str = "", extra: Sequence[bytes] = ()) -> bytes:
    """Write a PDF by hand from the drawing operators of its pages. Extra objects are numbered from 10."""
    first = 10 + len(extra)
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(pages)))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
    }
    objects |= {10 + index: made for index, made in enumerate(extra)}
    for index, page in enumerate(pages):
        number = first + 2 * index
        fonts = f"<</Font<</F1 3 0 R/F2 4 0 R>>{resources}>>"
        objects[number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources{fonts}/Contents {number + 1} 0 R>>".encode()
        )
        content = page.encode("cp1252")
        objects[number + 1] = b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)
    return _numbered(objects)


def _numbered(objects: Mapping[int, bytes]) -> bytes:
    """Join objects to a file with a table of where each begins."""
    file, places = bytearray(b"%PDF-1.7\n"), {}
    for number, made in objects.items():
        places[number] = len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, made)
    start, size = len(file), max(objects) + 1
    file += b"xref\n0 %d\n" % size
    for number in range(size):
        file += b"%010d %05d %s \n" % (
            places.get(number, 0),
            0 if number in places else 65535,
            b"n" if number in places else b"f",
        )
    file += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return bytes(file)


def words_at(*placed: tuple[float, float, str], size: float = 10) -> str:
    """Return operators that draw words at places, y pointing up, in the given order."""
    return "".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in placed)


def picture_pdf(pages: int = 1) -> bytes:
    """Return a PDF whose pages are one grey picture each."""
    pixels = zlib.compress(bytes(range(64)))
    picture = b"<</Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
    return drawn_pdf(
        *["q 595 0 0 842 0 0 cm /I1 Do Q"] * pages,
        resources="/XObject<</I1 10 0 R>>",
        extra=[picture % (len(pixels), pixels)],
    )


def png(width: int = 4, height: int = 4) -> bytes:
    """Return a grey picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def word_of(build: Callable[[WordDocument], object]) -> bytes:
    """Return a Word file made with python-docx."""
    document, file = docx.Document(), io.BytesIO()
    build(document)
    document.save(file)
    return file.getvalue()


def zip_of(entries: Mapping[str, bytes | str]) -> bytes:
    """Return an archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def raw_word(body: str, entries: Mapping[str, bytes | str] | None = None, *, before: str = "") -> bytes:
    """Return a Word file with this body; `before` stands between the XML declaration and the root."""
    main = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONS}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>'
    types = '<Types xmlns="x"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    return zip_of({"[Content_Types].xml": types, "word/document.xml": main, **(entries or {})})


def odt_of(body: str, *, styles: str = "", entries: Mapping[str, bytes | str] | None = None) -> bytes:
    """Return an OpenDocument text with this body."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "draw", "style", "fo")
    )
    content = f'<?xml version="1.0"?><office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>'
    return zip_of({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **(entries or {})})


def paragraphs(*texts: str) -> str:
    """Return Word paragraphs."""
    return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
