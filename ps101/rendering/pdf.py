"""A journey as PDF."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from mosaic.lib.pdf import SIZES, Paper, set_page
from ps101.rendering.sheet import Sheet, strings_of

TEMPLATE = Path(__file__).with_name("summary.typ")
# Marks the template draws by itself.
MARKS = "“”/0123456789"


def to_pdf(sheet: Sheet, *, paper: Paper, made_at: datetime) -> bytes:
    """Return a tagged PDF. Raises MissingGlyphs, found before anything is set."""
    laid = {**asdict(sheet), "paper": SIZES[paper]}
    inputs = {"sheet": json.dumps(laid, ensure_ascii=False)}
    return set_page(TEMPLATE, inputs, words=(MARKS, *strings_of(sheet)), made_at=made_at)
