"""A sheet as plain text, the way text comes out of files: columns one after the other, right edges after blanks."""

import textwrap

from mosaic.documents.model import Document, FileKind, Outcome
from tests.resumes.sheets import Item, Sheet

_WIDTH = 96


def as_text(sheet: Sheet, *, gap: str = "   ") -> str:
    """Return the text. `gap` stands where a file has empty space inside a line."""
    lines: list[str] = []
    for items, width in (
        (sheet.top, _WIDTH),
        *((column, max(26, _WIDTH * share // 100)) for column, share in zip(sheet.columns, sheet.shares, strict=True)),
    ):
        for item in items:
            lines += _lines(item, sheet, gap, width)
    return "\n".join(lines) + "\n"


def _lines(item: Item, sheet: Sheet, gap: str, width: int) -> list[str]:
    kind, text = item["kind"], str(item.get("text", ""))
    if kind == "gap":
        return [""] if gap != " " else []
    if kind == "heading":
        return ["", text] if gap != " " else [text]
    if kind == "split":
        return [f"{item['left']}{gap}{item['right']}".rstrip()]
    if kind == "row":
        cells = item["cells"]
        return ["\t".join(cells) if isinstance(cells, list) else ""]
    if kind == "bullet":
        return textwrap.wrap(f"{sheet.glyph} {text}", width, break_on_hyphens=False, break_long_words=False)
    return textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False)


def as_document(sheet: Sheet, *, gap: str = "   ") -> Document:
    """Return the sheet as a read plain-text file."""
    return Document(FileKind.TEXT, Outcome.READ, as_text(sheet, gap=gap))
