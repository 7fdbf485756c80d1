"""Layouts with columns, tables, labels or without headings."""

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
from tests.resumes.one_column import joined, work_items
from tests.resumes.sheets import Item, Sheet, gap, heading, line, row, split
from tests.resumes.styles import Style, wording
from tests.resumes.truth import TrueWork, Truth


def two_columns(truth: Truth, style: Style) -> Sheet:
    """Work on the left, all else on the right."""

    def entry(work: TrueWork) -> list[Item]:
        below = [line(joined(", ", work.employer, work.place))] if work.employer else []
        return [line(work.title, bold=True), *below, line(style.period(work.start, work.end)), *work_bullets(work)]

    top = [*name_items(truth, style), *contact_items(truth, style)]
    left = [*summary_items(truth, style), *work_items(truth, style, entry)]
    right = [
        *education_items(truth, style, narrow=True),
        *skill_items(truth, style, narrow=True),
        *extra_items(truth, style, narrow=True),
    ]
    return Sheet(top, [left, right], [60, 40], glyph=style.glyph)


def left_sidebar(truth: Truth, style: Style) -> Sheet:
    """Contact, skills and languages in a bar on the left; the name on the right."""

    def entry(work: TrueWork) -> list[Item]:
        return [
            split(joined(style.mark, work.title, work.employer), style.period(work.start, work.end), bold=True),
            *([line(work.place)] if work.place else []),
            *work_bullets(work),
        ]

    bar = [
        heading(style.heading("contact")),
        *contact_items(truth, style, narrow=True),
        *skill_items(truth, style, narrow=True),
    ]
    bar += extra_items(truth, style, narrow=True)
    main = [
        *name_items(truth, style),
        *summary_items(truth, style),
        *work_items(truth, style, entry),
        *education_items(truth, style),
    ]
    return Sheet([], [bar, main], [32, 68], glyph=style.glyph)


def right_sidebar(truth: Truth, style: Style) -> Sheet:
    """Skills in a bar on the right."""

    def entry(work: TrueWork) -> list[Item]:
        return [
            line(joined(style.mark, work.employer, work.place) or work.title, bold=True),
            *(
                [line(joined(style.mark, work.title, style.period(work.start, work.end)))]
                if work.employer
                else [line(style.period(work.start, work.end))]
            ),
            *work_bullets(work),
        ]

    main = [*summary_items(truth, style), *work_items(truth, style, entry), *education_items(truth, style)]
    bar = [*skill_items(truth, style, narrow=True), *extra_items(truth, style, narrow=True)]
    return Sheet([*name_items(truth, style), *contact_items(truth, style)], [main, bar], [68, 32], glyph=style.glyph)


def table(truth: Truth, style: Style) -> Sheet:
    """Work and education as tables."""

    def entry(work: TrueWork) -> list[Item]:
        return [
            row(style.period(work.start, work.end), work.title, joined(", ", work.employer, work.place)),
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
        top += [
            row(
                style.period(each.start, each.end),
                joined(", ", each.study, each.area),
                joined(", ", each.institution, each.place),
            )
        ]
    return Sheet([*top, *skill_items(truth, style), *extra_items(truth, style)], glyph=style.glyph, widths=[22, 36, 42])


def no_headings(truth: Truth, style: Style) -> Sheet:
    """Nothing says what follows."""

    def entry(work: TrueWork) -> list[Item]:
        head = joined(", ", work.title, work.employer, work.place)
        return [line(joined(", ", head, style.period(work.start, work.end))), *work_bullets(work)]

    top = [*name_items(truth, style), *contact_items(truth, style), *summary_items(truth, style, headed=False), gap()]
    top += work_items(truth, style, entry, headed=False)
    top += [
        line(joined(", ", short_education(each, ", "), style.period(each.start, each.end))) for each in truth.education
    ]
    top += [gap(), line(", ".join(truth.all_skills())), gap()]
    if truth.languages:
        top += [line(", ".join(f"{each.name} ({each.fluency})" for each in truth.languages)), gap()]
    return Sheet(top, glyph=style.glyph)


def functional(truth: Truth, style: Style) -> Sheet:
    """Skills first; the jobs follow without dates."""
    items = [
        *name_items(truth, style),
        *contact_items(truth, style),
        *summary_items(truth, style),
        *skill_items(truth, style),
    ]
    items += [heading(style.heading("work"))]
    items += [line(joined(", ", work.title, work.employer, work.place)) for work in truth.work]
    return Sheet([*items, *education_items(truth, style), *extra_items(truth, style)], glyph=style.glyph)


def labelled(truth: Truth, style: Style) -> Sheet:
    """Each thing with its label, as official forms have it."""
    dates, title, employer, place, duties = wording()[truth.lang]["labels"]

    def entry(work: TrueWork) -> list[Item]:
        items = [line(f"{dates}: {style.period(work.start, work.end)}"), line(f"{title}: {work.title}")]
        if work.employer:
            items += [line(f"{employer}: {work.employer}"), *([line(f"{place}: {work.place}")] if work.place else [])]
        return [*items, *([line(f"{duties}:")] if work.bullets else []), *work_bullets(work)]

    top = [*name_items(truth, style), *contact_items(truth, style, labelled=True), *summary_items(truth, style)]
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
