"""A sheet as PDF. The résumé's JSON is attached."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from mosaic.lib.pdf import SIZES, Paper, set_page
from resume.domain.pointers import JSON
from resume.rendering.sheet import Sheet, strings_of

TEMPLATE = Path(__file__).with_name("resume.typ")


def to_pdf(sheet: Sheet, document: JSON, *, title: str, paper: Paper, made_at: datetime) -> bytes:
    """Return a tagged PDF. Raises MissingGlyphs, found before anything is set."""
    laid = {
        **asdict(sheet),
        "title": title,
        "author": sheet.name or title,
        "paper": SIZES[paper],
    }
    inputs = {
        "sheet": json.dumps(laid, ensure_ascii=False),
        "document": json.dumps(document, ensure_ascii=False, indent=2),
    }
    return set_page(TEMPLATE, inputs, words=(title, *strings_of(sheet)), made_at=made_at)
