"""PDF: letters with places become lines, columns and paragraphs."""

import re
from collections.abc import Iterator, Sequence

from mosaic.documents import ocr
from mosaic.documents.columns import leaves_of
from mosaic.documents.headings import marked
from mosaic.documents.hyphens import settle
from mosaic.documents.joints import joined
from mosaic.documents.limits import Limits
from mosaic.documents.lines import lines_of_leaf
from mosaic.documents.margins import Page, without_margins
from mosaic.documents.model import REPAIRED, BlockKind, FileKind, Outcome
from mosaic.documents.paragraphs import parts_of
from mosaic.documents.parts import Part, Reading, Run
from mosaic.documents.pdfium import PdfFile
from mosaic.documents.refusal import Refusal
from mosaic.documents.segments import segments_of
from mosaic.documents.sheet import Glyph, Sheet

# A page with fewer letters under a picture or shapes is a scan; a page where more letters have no meaning cannot be read.
FEW_LETTERS, COVERED, UNREADABLE, MANY_DRAWINGS = 40, 0.3, 0.4, 60
_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")
TAIL = 2_048


def read(data: bytes, limits: Limits) -> Reading:
    """Read a PDF. Raises Refusal."""
    file = PdfFile(data)
    pages = len(file)
    if pages > limits.pages:
        raise Refusal(Outcome.TOO_MANY_PAGES, FileKind.PDF)
    sheets = [file.sheet(index) for index in range(pages)]
    if not any(sheets):
        raise Refusal(Outcome.DAMAGED, FileKind.PDF)
    notes = _notes(file, data, sheets)
    read_sheets = [sheet or Sheet(0, 0) for sheet in sheets]
    scans = [index for index, sheet in enumerate(read_sheets) if is_scan(sheet)]
    if scans:
        notes += _read_scans(file, read_sheets, scans, limits)
    parts = parts_of_sheets(read_sheets)
    if scans and not any(part.text.strip() for part in parts):
        raise Refusal(Outcome.SCANNED, FileKind.PDF)
    return Reading(parts, pages, tuple(notes))


def is_scan(sheet: Sheet) -> bool:
    """Whether a page is a picture of text rather than text."""
    letters = sum(not glyph.letter.isspace() for glyph in sheet.glyphs)
    if letters and sheet.unmapped > UNREADABLE * letters:
        return True
    return letters < FEW_LETTERS and (sheet.pictured > COVERED or sheet.drawings > MANY_DRAWINGS)


def parts_of_sheets(sheets: Sequence[Sheet]) -> list[Part]:
    """Return the paragraphs of all pages, without what repeats in the margins."""
    pages = [_page(number, sheet) for number, sheet in enumerate(sheets, 1)]
    flows: list[list[Part]] = []
    for page, sheet in zip(without_margins(pages), sheets, strict=True):
        flows += [list(parts_of(lines)) for lines in page.leaves]
        flows.append(list(_sideways(page.number, sheet.glyphs)))
    return marked(settle(joined(flows)))


def _page(number: int, sheet: Sheet) -> Page:
    segments = segments_of((glyph for glyph in sheet.glyphs if glyph.style.upright), sheet.marks)
    return Page(number, sheet.height, [lines_of_leaf(leaf, number) for leaf in leaves_of(segments)])


def _sideways(number: int, glyphs: Sequence[Glyph]) -> Iterator[Part]:
    """Yield what is not set upright, after the rest of its page."""
    words: list[str] = []
    last = -1
    for glyph in glyphs:
        if glyph.style.upright:
            continue
        if words and glyph.order > last + 2:
            yield Part(BlockKind.PARAGRAPH, (Run("".join(words)),), number, after_gap=True)
            words = []
        words.append((" " if glyph.spaced and words else "") + glyph.letter)
        last = glyph.order
    if words:
        yield Part(BlockKind.PARAGRAPH, (Run("".join(words)),), number, after_gap=True)


def _notes(file: PdfFile, data: bytes, sheets: Sequence[Sheet | None]) -> list[str]:
    notes = ["opened_with_empty_password"] if file.was_locked else []
    if file.was_mended or not _is_whole(data):
        notes.append(REPAIRED)
    if not all(sheets):
        notes.append("pages_missing")
    return notes


def _is_whole(data: bytes) -> bool:
    """Whether the file ends as it should: otherwise PDFium had to find its pieces by searching."""
    match = _END.search(data[-TAIL:])
    start = int(match[1]) if match else len(data)
    return data.startswith(b"%PDF-") and start < len(data) and bool(_TABLE.match(data[start : start + 40]))


def _read_scans(file: PdfFile, sheets: list[Sheet], scans: Sequence[int], limits: Limits) -> list[str]:
    """Replace scanned pages by what a local engine reads on them; return notes."""
    engine = ocr.engine()
    if engine is None:
        return ["pages_scanned"]
    pictures = ((index, file.picture(index, ocr.DOTS_PER_INCH)) for index in scans[: limits.ocr_pages])
    found = ocr.sheets(engine, pictures)
    for index, sheet in found.items():
        sheets[index] = sheet
    return ["ocr"] if len(found) == len(scans) else ["ocr", "pages_scanned"]
