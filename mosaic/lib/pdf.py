"""Setting a template as PDF/A-3b and PDF/UA-1, by typst, with fonts of our own and those of the machine."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from functools import cache
from pathlib import Path

import typst

from mosaic.lib import glyphs

VENDORED = Path(__file__).parents[1] / "data" / "vendor" / "fonts"
# The name exists in typst's stubs only, hence the quotes.
STANDARDS: "list[typst.PDFStandard]" = ["a-3b", "ua-1"]


class Paper(StrEnum):
    """Sizes of a page."""

    A4 = "a4"
    LETTER = "letter"


# What typst calls them.
SIZES = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
# Countries whose paper is Letter; everywhere else it is A4.
LETTER_COUNTRIES = frozenset(("US", "CA", "MX", "CO", "CR", "CL", "GT", "PA", "PH", "PR", "SV", "NI", "VE"))


class MissingGlyphs(Exception):
    """The fonts of this machine cannot draw some letters; `letters` names them."""

    def __init__(self, letters: str) -> None:
        super().__init__(letters)
        self.letters = letters


def paper_for(region: str) -> Paper:
    """Return the paper that is usual in a country."""
    return Paper.LETTER if region in LETTER_COUNTRIES else Paper.A4


def set_page(template: Path, inputs: Mapping[str, str], *, words: Iterable[str], made_at: datetime) -> bytes:
    """Return a tagged PDF. `words` is everything that will be drawn: MissingGlyphs is raised before anything is set."""
    letters = glyphs.missing("".join(words), _font_files())
    if letters:
        raise MissingGlyphs(letters)
    made = typst.compile(
        template,
        root=template.parent,
        font_paths=_fonts(),
        format="pdf",
        pdf_standards=STANDARDS,
        timestamp=int(made_at.timestamp()),
        sys_inputs=dict(inputs),
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
