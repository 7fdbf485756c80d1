"""Fourteen ways to lay out the same person."""

from collections.abc import Callable

from tests.resumes.one_column import bars, classic, dates_below, dates_left, dense, employer_first, title_at
from tests.resumes.other_layouts import (
    functional,
    labelled,
    left_sidebar,
    no_headings,
    right_sidebar,
    table,
    two_columns,
)
from tests.resumes.sheets import Sheet
from tests.resumes.styles import Style, style_of
from tests.resumes.truth import Case, Truth, with_years_only, without_dates

Layout = Callable[[Truth, Style], Sheet]


LAYOUTS: dict[str, Layout] = {
    layout.__name__: layout
    for layout in (
        classic, two_columns, left_sidebar, right_sidebar, dates_left, dates_below, employer_first,
        title_at, table, no_headings, functional, dense, labelled, bars,
    )
}  # fmt: skip
_UNHEADED = frozenset({"no_headings"})


def laid_out(case: Case, layout: str) -> tuple[Sheet, Truth]:
    """Return a case in a layout, and the truth that this layout shows."""
    style = style_of(case.name, layout, case.truth.lang)
    truth = case.truth if style.has_months else with_years_only(case.truth)
    sheet = LAYOUTS[layout](case.truth, style)
    if layout == "functional":
        truth = without_dates(truth)
    return sheet, truth


def shows_extras(layout: str) -> bool:
    """Whether a layout shows certificates, voluntary work and the like."""
    return layout not in _UNHEADED
