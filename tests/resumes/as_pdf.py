"""A sheet as PDF, drawn by typst."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from tests.resumes.sheets import Sheet

_TEMPLATE = Path(__file__).parent / "template.typ"


def as_pdf(sheet: Sheet) -> bytes:
    """Return the sheet as PDF. All words travel as JSON, none as markup."""
    drawn = typst.compile(
        str(_TEMPLATE), root=str(_TEMPLATE.parent), sys_inputs={"sheet": json.dumps(asdict(sheet), ensure_ascii=False)}
    )
    if not isinstance(drawn, bytes):
        raise TypeError("typst drew several files")
    return drawn
