"""A sheet as DOCX, drawn by python-docx: columns and rows are tables, right edges are tab stops."""

from io import BytesIO

import docx
from docx.document import Document as Docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt
from docx.table import _Cell

from tests.resumes.sheets import Item, Sheet

_TEXT_WIDTH = 16.5


def as_docx(sheet: Sheet) -> bytes:
    """Return the sheet as DOCX."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(sheet.size)
    for item in sheet.top:
        _draw(document, document, item, sheet, _TEXT_WIDTH)
    if sheet.columns:
        cells = document.add_table(rows=1, cols=len(sheet.columns)).rows[0].cells
        for cell, items, share in zip(cells, sheet.columns, sheet.shares, strict=True):
            for item in items:
                _draw(document, cell, item, sheet, _TEXT_WIDTH * share / 100)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _draw(document: Docx, where: Docx | _Cell, item: Item, sheet: Sheet, width: float) -> None:
    kind, text = item["kind"], str(item.get("text", ""))
    if kind == "gap":
        return
    if kind == "row":
        _draw_row(where, item)
        return
    style = {"heading": "Heading 1", "bullet": "List Bullet", "name": "Title"}.get(str(kind))
    paragraph = where.add_paragraph(style=document.styles[style] if style else None)
    if kind == "split":
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
        text = f"{item['left']}\t{item['right']}"
    run = paragraph.add_run(text)
    run.bold = bool(item.get("bold")) or None


def _draw_row(where: Docx | _Cell, item: Item) -> None:
    cells = item["cells"]
    if isinstance(cells, list):
        table = (
            where.add_table(rows=1, cols=len(cells)) if not isinstance(where, _Cell) else where.add_table(1, len(cells))
        )
        for cell, text in zip(table.rows[0].cells, cells, strict=True):
            cell.text = text
