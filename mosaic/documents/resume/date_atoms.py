"""Single dates in a line, as exact as they are written: "03/2018", "Mar 2018", "1.3.2018", "Summer 2020", "'18"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from mosaic.documents.resume.vocabulary import flat, table

YEAR = r"(?:19[3-9]\d|20[0-6]\d)"
_OF = r"(?:of\s+|de\s+|del\s+|d')?"
_AMERICAN = frozenset({"US", "PH", "FM", "PR"})


@dataclass(frozen=True, slots=True)
class Atom:
    """One date: `value` is "2018", "2018-03", "2018-03-01", or "-03" for a month whose year stands elsewhere."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document writes dates. `day_first` is None when nothing tells 3/4/2018 apart."""

    today: date
    day_first: bool | None = None
    iso_months: bool = False


def habits_of(text: str, today: date, region: str) -> Habits:
    """Learn from the whole text whether days come first and whether 2018-03 is a month."""
    pairs = [(int(a), int(b)) for a, b in re.findall(rf"(?<!\d)(\d\d?)[/-](\d\d?)[/-]{YEAR}", text)]
    day_first = None if not region else region.upper() not in _AMERICAN
    if any(a > 12 for a, _ in pairs):
        day_first = True
    elif any(b > 12 for _, b in pairs):
        day_first = False
    months = re.findall(r"(?<!\d)(?:19|20)(\d\d)-(0[1-9]|1[0-2])(?!\d)", text)
    return Habits(today, day_first, iso_months=any(int(month) <= int(year) for year, month in months))


@cache
def _month_of() -> dict[str, int]:
    return {flat(name): int(number) for number, names in table("dates")["months"].items() for name in names}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Habits], str]], ...]:
    """Return pattern and reader pairs; the more exact a form, the earlier it stands."""
    month = r"\b(?P<m>" + "|".join(sorted(_month_of(), key=len, reverse=True)) + r")\b\.?"
    seasons = "|".join(
        re.escape(flat(word)) for word in sorted(table("dates")["words"]["seasons"], key=len, reverse=True)
    )
    year, short = rf"(?P<y>{YEAR})", r"['’`](?P<s>\d\d)"
    day = r"(?<!\d)(?P<d>[0-3]?\d)"
    forms = (
        (rf"(?<!\d){year}[-/.](?P<n>0[1-9]|1[0-2])[-/.](?P<d>[0-3]\d)(?!\d)", _exact),
        (rf"{day}(?:st|nd|rd|th|er|\.)?\s?{_OF}{month},?\s*{_OF}{year}", _exact),
        (rf"{month}\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)?,?\s+{year}(?!\d)", _exact),
        (rf"{month},?\s*[-/]?\s*{_OF}(?:{year}|{short})(?!\d)", _exact),
        (rf"{month}[-/ ](?P<s>\d\d)(?!\d)", _exact),
        (rf"(?<!\d){year}[ /]\s*{month}(?!\s*['’]?\d)", _exact),
        (rf"{day}(?P<p>[./-])\s?(?P<n>[01]?\d)(?P=p)\s?(?:{year}|(?P<s>\d\d))(?!\d)", _numeric),
        (rf"(?<![\d./-])(?P<n>0?[1-9]|1[0-2])\s?[/.-]\s?{year}(?!\d)", _exact),
        (rf"(?<![\d./]){year}(?P<p>[-/.])(?P<n>0[1-9]|1[0-2])(?!\d)", _year_month),
        (rf"\b(?:{seasons})(?:[ -]of)?[\s-]*{_OF}(?:{year}|{short})(?!\d)", _exact),
        (rf"(?<![\d.,#£$€])(?<!(?<!\d{{4}})/){year}(?![\d%€£$+])", _exact),
        (rf"(?<![\w/]){short}(?!\d|s\b)", _exact),
        (r"(?<![\d/.])(?P<n>0[1-9]|1[0-2])[/.](?P<s>\d\d)(?![\d/])", _exact),
        (month, _month_only),
    )
    return tuple((re.compile(form), reader) for form, reader in forms)


def atoms_in(line: str, habits: Habits) -> list[Atom]:
    """Return the dates of one line in order. The line is flat."""
    if not any(letter.isdigit() for letter in line):
        return []
    taken: list[Atom] = []
    for pattern, read in _patterns():
        for match in pattern.finditer(line):
            if any(match.start() < atom.end and atom.start < match.end() for atom in taken):
                continue
            value = read(match, habits)
            if value and _is_plausible(value, habits):
                taken.append(Atom(value, match.start(), match.end()))
    return sorted(taken, key=lambda atom: atom.start)


def _exact(match: re.Match[str], habits: Habits) -> str:
    return "-".join(_parts(match, habits))


def _parts(match: re.Match[str], habits: Habits) -> Iterator[str]:
    groups = match.groupdict()
    yield groups.get("y") or _full_year(groups.get("s") or "", habits)
    name, number = groups.get("m"), groups.get("n")
    if name or number:
        yield f"{_month_of()[name] if name else int(number or 0):02}"
        if groups.get("d") and 1 <= int(groups["d"]) <= 31:
            yield f"{int(groups['d']):02}"


def _numeric(match: re.Match[str], habits: Habits) -> str:
    """Read 1.3.2018 or 3/4/2018; without a way to tell day from month only the year is kept."""
    first, second = int(match["d"]), int(match["n"])
    year = match["y"] or _full_year(match["s"], habits)
    day_first = True if match["p"] == "." else habits.day_first
    if first > 12 or first == second:
        day_first = True
    elif second > 12:
        day_first = False
    if day_first is None:
        return year
    day, month = (first, second) if day_first else (second, first)
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _year_month(match: re.Match[str], habits: Habits) -> str:
    """Read 2018-03; but 2010-12 is a range of years unless the document writes months so."""
    if match["p"] == "-" and int(match["n"]) > int(match["y"][2:]) and not habits.iso_months:
        return ""
    return _exact(match, habits)


def _month_only(match: re.Match[str], habits: Habits) -> str:
    return f"-{_month_of()[match['m']]:02}"


def _full_year(short: str, habits: Habits) -> str:
    if not short:
        return ""
    year = 2000 + int(short)
    return str(year if year <= habits.today.year + 8 else year - 100)


def _is_plausible(value: str, habits: Habits) -> bool:
    return value.startswith("-") or 1930 <= int(value[:4]) <= habits.today.year + 10
