"""The typed edge of PDFium: opens a file, tells its pages, draws one."""

import ctypes
import re

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # generated bindings

from mosaic.documents.model import FileKind, Outcome
from mosaic.documents.pdfium_page import PageReader
from mosaic.documents.refusal import Refusal
from mosaic.documents.sheet import Sheet

_CATALOG = re.compile(rb"(\d{1,10})\s+(\d{1,5})\s+obj\s*<<[^>]{0,500}?/Type\s*/Catalog\b")
MOST_DOTS = 5_000
WHITE = 0xFFFFFFFF


class PdfFile:
    """An open PDF."""

    def __init__(self, data: bytes) -> None:
        pdfium.FPDF_InitLibrary()
        self.was_mended = False
        for attempt in (data, _with_trailer(data)):
            self._data = attempt  # PDFium goes on reading from it
            self._file = pdfium.FPDF_LoadMemDocument64(attempt, len(attempt), None)
            if self._file:
                self.was_mended = attempt is not data
                return
            if int(pdfium.FPDF_GetLastError()) in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
                raise Refusal(Outcome.ENCRYPTED, FileKind.PDF)
        raise Refusal(Outcome.DAMAGED, FileKind.PDF)

    def __len__(self) -> int:
        return int(pdfium.FPDF_GetPageCount(self._file))

    @property
    def was_locked(self) -> bool:
        """Whether the file is encrypted, and the empty password opened it."""
        return int(pdfium.FPDF_GetSecurityHandlerRevision(self._file)) != -1

    def sheet(self, index: int) -> Sheet | None:
        """Return what is on a page, or None when it is beyond repair."""
        page = pdfium.FPDF_LoadPage(self._file, index)
        if not page:
            return None
        letters = pdfium.FPDFText_LoadPage(page)
        if not letters:
            return None
        sheet = PageReader(self._file, page, letters).sheet()
        pdfium.FPDFText_ClosePage(letters)
        pdfium.FPDF_ClosePage(page)
        return sheet

    def picture(self, index: int, dots_per_inch: int) -> bytes | None:
        """Return a page as a grey picture in the PGM format."""
        page = pdfium.FPDF_LoadPage(self._file, index)
        if not page:
            return None
        width = min(int(pdfium.FPDF_GetPageWidthF(page) * dots_per_inch / 72) or 1, MOST_DOTS)
        height = min(int(pdfium.FPDF_GetPageHeightF(page) * dots_per_inch / 72) or 1, MOST_DOTS)
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE)
        stride = int(pdfium.FPDFBitmap_GetStride(bitmap))
        rows = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
        pdfium.FPDFBitmap_Destroy(bitmap)
        pdfium.FPDF_ClosePage(page)
        return b"P5 %d %d 255\n" % (width, height) + b"".join(rows[row * stride :][:width] for row in range(height))


def _with_trailer(data: bytes) -> bytes:
    """Put an end to a file that lost its own: PDFium finds every object by itself, but not the first one."""
    catalogs = _CATALOG.findall(data)
    return data + b"\ntrailer\n<</Root %s %s R>>\nstartxref\n0\n%%%%EOF\n" % catalogs[-1] if catalogs else b""
