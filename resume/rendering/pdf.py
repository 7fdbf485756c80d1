"""A sheet as PDF/A-3b and PDF/UA-1, by typst. The résumé's JSON is attached."""

import json
from dataclasses import asdict
from datetime import datetime
from functools import cache
from pathlib import Path

import typst

from resume.domain.pointers import JSON
from resume.rendering import glyphs
from resume.rendering.sheet import Sheet, strings_of

HERE = Path(__file__).parent
VENDORED = HERE.parent / "data" / "vendor" / "fonts"
# The name exists in typst's stubs only, hence the quotes.
STANDARDS: "list[typst.PDFStandard]" = ["a-3b", "ua-1"]
PAPERS = {"a4": "a4", "letter": "us-letter"}


class MissingGlyphs(Exception):
    """The fonts of this machine cannot draw some letters; `letters` names them."""

    def __init__(self, letters: str) -> None:
        super().__init__(letters)
        self.letters = letters


def to_pdf(sheet: Sheet, document: JSON, *, title: str, paper: str, made_at: datetime) -> bytes:
    """Return a tagged PDF. Raises MissingGlyphs, found before anything is set."""
    text = "".join((title, *strings_of(sheet)))
    letters = glyphs.missing(text, _font_files())
    if letters:
        raise MissingGlyphs(letters)
    laid = {
        **asdict(sheet),
        "title": title,
        "author": sheet.name or title,
        "paper": PAPERS[paper],
    }
    made = typst.compile(
        HERE / "resume.typ",
        root=HERE,
        font_paths=_fonts(),
        format="pdf",
        pdf_standards=STANDARDS,
        timestamp=int(made_at.timestamp()),
        sys_inputs={
            "sheet": json.dumps(laid, ensure_ascii=False),
            "document": json.dumps(document, ensure_ascii=False, indent=2),
        },
    )
    if not isinstance(made, bytes):
        raise TypeError("typst gives bytes when no output is named")
    return made


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts of this machine and ours, searched once per process."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=[VENDORED])


@cache
def _font_files() -> tuple[Path, ...]:
    """Return the font files, ours first: it draws nearly everything, so the others are seldom opened."""
    known = sorted({Path(font.path) for font in _fonts().fonts() if font.path})
    return tuple(sorted(known, key=lambda path: VENDORED not in path.parents))
