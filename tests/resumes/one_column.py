"""Layouts in one column with headings."""

from collections.abc import Callable

from tests.resumes.bits import (
    contact_items,
    education_items,
    extra_items,
    name_items,
    short_education,
    skill_items,
    summary_items,
    work_bullets,
)
from tests.resumes.sheets import Item, Sheet, gap, heading, line, row, split
from tests.resumes.styles import Style
from tests.resumes.truth import TrueWork, Truth


def joined(mark: str, *parts: str) -> str:
    return mark.join(part for part in parts if part)


def work_items(
    truth: Truth, style: Style, entry: Callable[[TrueWork], list[Item]], *, headed: bool = True
) -> list[Item]:
    items: list[Item] = [heading(style.heading("work"))] if headed else []
    for work in truth.work:
        items += [*entry(work), gap()]
    return items


def classic(truth: Truth, style: Style) -> Sheet:
    """One column; title and dates on a line, the employer below."""

    def entry(work: TrueWork) -> list[Item]:
        below = [line(joined(", ", work.employer, work.place))] if work.employer else []
        return [split(work.title, style.period(work.start, work.end), bold=True), *below, *work_bullets(work)]

    top = [*name_items(truth, style), *contact_items(truth, style), *summary_items(truth, style)]
    return Sheet(
        [
            *top,
            *work_items(truth, style, entry),
            *education_items(truth, style),
            *skill_items(truth, style),
            *extra_items(truth, style),
        ],
        glyph=style.glyph,
    )


def dates_below(truth: Truth, style: Style) -> Sheet:
    """Title, employer and dates on three lines."""

    def entry(work: TrueWork) -> list[Item]:
        below = [line(joined(", ", work.employer, work.place))] if work.employer else []
        return [line(work.title, bold=True), *below, line(style.period(work.start, work.end)), *work_bullets(work)]

    top = [*name_items(truth, style), *contact_items(truth, style), *summary_items(truth, style)]
    return Sheet(
        [
            *top,
            *work_items(truth, style, entry),
            *education_items(truth, style),
            *skill_items(truth, style),
            *extra_items(truth, style),
        ],
        glyph=style.glyph,
    )


def dates_left(truth: Truth, style: Style) -> Sheet:
    """Dates in a narrow column of their own."""

    def entry(work: TrueWork) -> list[Item]:
        return [
            row(
                style.period(work.start, work.end),
                joined(style.mark, work.title, joined(", ", work.employer, work.place)),
            ),
            *work_bullets(work),
        ]

    top = [
        *name_items(truth, style),
        *contact_items(truth, style),
        *summary_items(truth, style),
        *work_items(truth, style, entry),
    ]
    top += [heading(style.heading("education"))]
    for each in truth.education:
        top += [row(style.period(each.start, each.end), short_education(each, ", "))]
    return Sheet([*top, *skill_items(truth, style), *extra_items(truth, style)], glyph=style.glyph)


def employer_first(truth: Truth, style: Style) -> Sheet:
    """The employer above the title."""

    def entry(work: TrueWork) -> list[Item]:
        if not work.employer:
            return [split(work.title, style.period(work.start, work.end)), *work_bullets(work)]
        first = split(joined(style.mark, work.employer, work.place), style.period(work.start, work.end), bold=True)
        return [first, line(work.title), *work_bullets(work)]

    top = [*name_items(truth, style), *contact_items(truth, style), *summary_items(truth, style)]
    return Sheet(
        [
            *top,
            *education_items(truth, style),
            *work_items(truth, style, entry),
            *skill_items(truth, style),
            *extra_items(truth, style),
        ],
        glyph=style.glyph,
    )


def title_at(truth: Truth, style: Style) -> Sheet:
    """All on one line: "Cook at Hotel Adler, Bern (2018–2021)"."""
    at = {"de": " bei ", "fr": " chez ", "it": " presso ", "nl": " bij ", "sv": " hos "}.get(
        truth.lang, " at " if truth.lang == "en" else " – "
    )

    def entry(work: TrueWork) -> list[Item]:
        head = joined(at, work.title, joined(", ", work.employer, work.place))
        return [line(f"{head} ({style.period(work.start, work.end)})", bold=True), *work_bullets(work)]

    top = [*name_items(truth, style), *contact_items(truth, style), *summary_items(truth, style)]
    return Sheet(
        [
            *top,
            *skill_items(truth, style),
            *work_items(truth, style, entry),
            *education_items(truth, style),
            *extra_items(truth, style),
        ],
        glyph=style.glyph,
    )


def dense(truth: Truth, style: Style) -> Sheet:
    """Small type; an employer stands once above all roles there."""
    items = [
        *name_items(truth, style),
        *contact_items(truth, style),
        *summary_items(truth, style),
        heading(style.heading("work")),
    ]
    above = ("", "")
    for work in truth.work:
        if work.employer and (work.employer, work.place) != above:
            items += [line(joined(", ", work.employer, work.place), bold=True)]
        above = (work.employer, work.place)
        items += [split(work.title, style.period(work.start, work.end)), *work_bullets(work)]
    items += [*education_items(truth, style), *skill_items(truth, style), *extra_items(truth, style)]
    return Sheet(items, glyph=style.glyph, size=8.5)


def bars(truth: Truth, style: Style) -> Sheet:
    """Everything about a job between bars on one line, dates last or first."""

    def entry(work: TrueWork) -> list[Item]:
        parts = [work.title, work.employer, work.place]
        period = style.period(work.start, work.end)
        parts = [period, *parts] if style.listing in {"bars", "dots"} else [*parts, period]
        return [line(joined(" | ", *parts), bold=True), *work_bullets(work)]

    top = [*name_items(truth, style), *contact_items(truth, style), *summary_items(truth, style)]
    return Sheet(
        [
            *top,
            *work_items(truth, style, entry),
            *education_items(truth, style),
            *skill_items(truth, style),
            *extra_items(truth, style),
        ],
        glyph=style.glyph,
    )
