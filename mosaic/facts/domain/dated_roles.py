"""Years of a role from a résumé: a title with its dates on the same line, close below it or just above it.

Which of the two a résumé does is learnt from all its titles, so that the dates of the next entry are not taken.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from mosaic.documents.resume.date_atoms import Habits, habits_of
from mosaic.documents.resume.dates import Dated, periods_in
from mosaic.facts.domain.clauses import own_clauses
from mosaic.facts.domain.education import education_in
from mosaic.facts.domain.found import Found, about_role, label_of
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.years import LONGEST_CAREER, years_of

LINES_BELOW = 2
LONGEST_QUOTE = 300
Line = tuple[int, int]


def dated_roles_in(text: str, roles: Sequence[Found], today: date | None) -> Iterator[Found]:
    """Yield the years of each role that a résumé dates. Without `today`, those still running have no length."""
    lines = _lines(text)
    habits = habits_of(text, today or date(2100, 1, 1), "")
    at = {start: number for number, (start, _) in enumerate(lines)}
    titles = sorted({at[line]: one for one in roles if (line := _line_start(text, one.start)) in at}.items())
    above = sum(_has_dates(text, lines, number - 1, habits) for number, _ in titles)
    is_above = bool(titles) and above * 2 > len(titles)
    for place, (number, role) in enumerate(titles):
        following = titles[place + 1][0] if place + 1 < len(titles) else len(lines)
        below = range(number, min(following, number + LINES_BELOW + 1, len(lines)))
        found = _first(text, lines, range(number - 1, number + 1) if is_above else below, habits)
        if found and not _is_degree(text, lines[number]):
            yield from _experience(text, lines[number], role, found, today)


def _experience(text: str, title: Line, role: Found, dated: Dated, today: date | None) -> Iterator[Found]:
    years, until = years_of(dated.period, today)
    start, end = min(title[0], dated.start), max(title[1], dated.end)
    if 0 < years <= LONGEST_CAREER and end - start <= LONGEST_QUOTE:
        yield Found(
            FactKind.EXPERIENCE, label_of(text[start:end]), about_role(role.lexicon_id), Polarity.HAS, start, end,
            amount=years, until=until,
        )  # fmt: skip


def _is_degree(text: str, line: Line) -> bool:
    """Whether a line is about learning: a master of engineering is no engineer's job."""
    return any(education_in(own_clauses(text[line[0] : line[1]])))


def _lines(text: str) -> list[Line]:
    """Return the lines that hold words."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, start + len(line.rstrip())))
        start += len(line) + 1
    return found


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _has_dates(text: str, lines: Sequence[Line], number: int, habits: Habits) -> bool:
    return number >= 0 and _first(text, lines, range(number, number + 1), habits) is not None


def _first(text: str, lines: Sequence[Line], numbers: range, habits: Habits) -> Dated | None:
    """Return the first span of time in some lines; a single date is none."""
    for number in numbers:
        if number >= 0:
            start, end = lines[number]
            for dated in periods_in(text[start:end], start, habits):
                if dated.period.start and not dated.is_single:
                    return dated
    return None
