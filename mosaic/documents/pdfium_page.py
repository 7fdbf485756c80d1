"""The typed edge of PDFium, one page: letters with their places and looks, links, pictures."""

import ctypes
import math
import re
from collections.abc import Iterator

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # generated bindings

from mosaic.documents.sheet import Area, Glyph, Sheet, Style

Handle = ctypes.c_void_p

_BOLD = re.compile(r"bold|black|heavy|demi|(?:^|\+)(?:CMBX|SFBX|ECBX|LMBX)|[-,](?:bd|sb|hv)\b", re.IGNORECASE)
_SYMBOLS = re.compile(r"wingding|webding|dingbat|^(?:.{6}\+)?symbol", re.IGNORECASE)
_ICONS = re.compile(r"awesome|icon|fontello", re.IGNORECASE)
MOST_OBJECTS = 20_000
MOST_LETTERS = 200_000
SMALLEST_LETTER = 2.0
LONGEST_NAME = 200
LONGEST_URL = 2_000
FORCED_BOLD = 1 << 18
LINE_END_HYPHENS = (0x2, 0xFFFE)
BLANKS = frozenset([0x9, 0xA, 0xD, 0x20, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000])
PLAIN = Style(10.0)


class PageReader:
    """Reads one page that is open in PDFium."""

    def __init__(self, file: Handle, page: Handle, letters: Handle) -> None:
        self._file, self._page, self._letters = file, page, letters
        self._turns = int(pdfium.FPDFPage_GetRotation(page))
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self._box = (float(box.left), float(box.bottom), float(box.right), float(box.top))
        self._styles: dict[int, Style] = {}
        self._last_style = PLAIN
        self._fonts: dict[int, tuple[str, bool]] = {}

    def sheet(self) -> Sheet:
        """Return everything that is on the page."""
        left, bottom, right, top = self._box
        size = (right - left, top - bottom)
        sheet = Sheet(*(size if self._turns % 2 == 0 else size[::-1]))
        self._add_glyphs(sheet)
        links = list(self._links())
        for glyph in sheet.glyphs if links else ():
            middle = (glyph.left + glyph.right) / 2
            glyph.url = next((url for area, url in links if area.holds(middle, glyph.base - glyph.style.size / 4)), "")
        self._add_drawings(sheet)
        return sheet

    def _add_glyphs(self, sheet: Sheet) -> None:
        page, box = Area(-5, -5, sheet.width + 5, sheet.height + 5), pdfium.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        spaced, last = False, Area(0, 0, 0, 0)
        for index in range(min(int(pdfium.FPDFText_CountChars(self._letters)), MOST_LETTERS)):
            code = int(pdfium.FPDFText_GetUnicode(self._letters, index))
            if code in BLANKS:
                spaced = True
                continue
            pdfium.FPDFText_GetCharOrigin(self._letters, index, x, y)
            pdfium.FPDFText_GetLooseCharBox(self._letters, index, box)
            area = self._area(box.left, box.bottom, box.right, box.top)
            # All letters of a ligature come with its whole box: the first keeps it, the others follow without width.
            left, last = (area.right if area == last else area.left), area
            _, base = self._point(x.value, y.value)
            style = self._style(index, area)
            sheet.unmapped += code == 0 or pdfium.FPDFText_HasUnicodeMapError(self._letters, index) == 1
            if page.holds(area.left, base):
                sheet.glyphs.append(Glyph(_letter(code, style), left, area.right, base, style, index, spaced))
            spaced = False

    def _style(self, index: int, area: Area) -> Style:
        shown = pdfium.FPDFText_GetTextObject(self._letters, index)
        key = ctypes.cast(shown, ctypes.c_void_p).value or 0
        if key and key not in self._styles:
            self._styles[key] = self._look(index, shown, area)
        # Letters PDFium puts in itself, such as a hyphen, belong to no object: they look like the one before.
        self._last_style = self._styles.get(key, self._last_style)
        return self._last_style

    def _look(self, index: int, shown: Handle, area: Area) -> Style:
        name, bold = self._font(pdfium.FPDFTextObj_GetFont(shown))
        angle = math.degrees(float(pdfium.FPDFText_GetCharAngle(self._letters, index))) + 90 * self._turns
        painted = int(pdfium.FPDFTextObj_GetTextRenderMode(shown)) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._letters, index, matrix)
        size = float(pdfium.FPDFText_GetFontSize(self._letters, index)) * math.hypot(matrix.b, matrix.d)
        upright = min(angle % 360, -angle % 360) < 10
        tall = (area.bottom - area.top) if upright else (area.right - area.left)
        if tall > SMALLEST_LETTER and not tall / 3 < size < tall * 2:
            size = tall / 1.2
        symbols, icons = bool(_SYMBOLS.search(name)), bool(_ICONS.search(name))
        return Style(round(size, 1), bold or painted, upright, symbols, icons)

    def _font(self, font: Handle) -> tuple[str, bool]:
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            buffer = ctypes.create_string_buffer(LONGEST_NAME)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, LONGEST_NAME)
            name = buffer.value.decode("utf-8", "replace")
            forced = int(pdfium.FPDFFont_GetFlags(font))
            self._fonts[key] = (name, bool(_BOLD.search(name)) or (forced > 0 and bool(forced & FORCED_BOLD)))
        return self._fonts[key]

    def _links(self) -> Iterator[tuple[Area, str]]:
        position, link, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
        for _ in range(MOST_OBJECTS):
            if not pdfium.FPDFLink_Enumerate(self._page, position, link):
                return
            action = pdfium.FPDFLink_GetAction(link)
            if action and pdfium.FPDFLink_GetAnnotRect(link, rect):
                buffer = ctypes.create_string_buffer(LONGEST_URL)
                pdfium.FPDFAction_GetURIPath(self._file, action, buffer, LONGEST_URL)
                url = buffer.value.decode("utf-8", "replace")
                if url:
                    yield self._area(rect.left, rect.bottom, rect.right, rect.top), url

    def _add_drawings(self, sheet: Sheet) -> None:
        covered = 0.0
        for index in range(min(int(pdfium.FPDFPage_CountObjects(self._page)), MOST_OBJECTS)):
            shown = pdfium.FPDFPage_GetObject(self._page, index)
            kind = int(pdfium.FPDFPageObj_GetType(shown))
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                covered += self._bounds(shown).size
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                sheet.drawings += 1
                area = self._bounds(shown)
                if area.is_mark:
                    sheet.marks.append(area)
        sheet.pictured = min(1.0, covered / max(1.0, sheet.width * sheet.height))

    def _bounds(self, shown: Handle) -> Area:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not pdfium.FPDFPageObj_GetBounds(shown, left, bottom, right, top):
            return Area(0, 0, 0, 0)
        return self._area(left.value, bottom.value, right.value, top.value)

    def _area(self, left: float, bottom: float, right: float, top: float) -> Area:
        (x1, y1), (x2, y2) = self._point(left, bottom), self._point(right, top)
        return Area(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        """Turn a place in the file's space into one on the page as it is shown."""
        left, bottom, right, top = self._box
        shown = ((x - left, top - y), (y - bottom, x - left), (right - x, y - bottom), (top - y, right - x))
        return shown[self._turns % 4]


def _letter(code: int, style: Style) -> str:
    if style.icons or code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return " "
    if code in LINE_END_HYPHENS:
        return "-"
    if style.symbols and code > 0x20:
        return "•"
    return chr(code)
