"""Pictures of text, read by a local engine when there is one."""

import shutil
import subprocess
import time
from collections.abc import Iterable, Mapping

from mosaic.documents.sheet import Glyph, Sheet, Style

DOTS_PER_INCH = 200
SECONDS_A_PAGE, SECONDS = 12.0, 15.0
LEAST_SURE = 30.0
LETTER_SHARE = 0.75
COLUMNS = 12
LINE_LEVEL, WORD_LEVEL = "4", "5"


def engine() -> str | None:
    """Return where Tesseract is, or None."""
    return shutil.which("tesseract")


def sheets(program: str, pictures: Iterable[tuple[int, bytes | None]]) -> Mapping[int, Sheet]:
    """Read pictures until the time is up; those that could not be read are missing in the answer."""
    found: dict[int, Sheet] = {}
    deadline = time.monotonic() + SECONDS
    for index, picture in pictures:
        left = deadline - time.monotonic()
        sheet = read_picture(program, picture, min(left, SECONDS_A_PAGE)) if picture and left > 0 else None
        if sheet is not None:
            found[index] = sheet
    return found


def read_picture(program: str, picture: bytes, seconds: float = SECONDS) -> Sheet | None:
    """Return the words of a picture as a page, or None when the engine fails."""
    command = [program, "stdin", "stdout", "--dpi", str(DOTS_PER_INCH), "tsv"]
    try:
        answer = subprocess.run(command, input=picture, capture_output=True, timeout=seconds, check=True)
    except (subprocess.SubprocessError, OSError):
        return None
    return _sheet(answer.stdout.decode("utf-8", "replace"))


def _sheet(table: str) -> Sheet:
    """Read Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text."""
    sheet, scale = Sheet(0, 0), 72 / DOTS_PER_INCH
    base, style = 0.0, Style(0.0)
    for order, row in enumerate(table.splitlines()[1:]):
        cells = row.split("\t")
        if len(cells) != COLUMNS:
            continue
        left, top, width, height = (float(cell) * scale for cell in cells[6:10])
        sheet.width, sheet.height = max(sheet.width, left + width), max(sheet.height, top + height)
        if cells[0] == LINE_LEVEL:
            base, style = top + height, Style(round(height * LETTER_SHARE, 1))
        if cells[0] == WORD_LEVEL and cells[11].strip() and float(cells[10]) >= LEAST_SURE:
            sheet.glyphs.append(Glyph(cells[11].strip(), left, left + width, base, style, order, spaced=True))
    return sheet
