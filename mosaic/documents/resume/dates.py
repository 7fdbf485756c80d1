"""Periods in a line: "Mar 2018 – present", "2018–21", "since 2019", "03/2018 to date", "3 years"."""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from mosaic.documents.resume.date_atoms import Atom, Habits, atoms_in
from mosaic.documents.resume.model import Field, Period
from mosaic.documents.resume.vocabulary import flat, table

DASH = r"[-–—−‐‑‒―~→]"


@dataclass(frozen=True, slots=True)
class Dated:
    """A period at text[start:end]; `is_single` when one date stands alone."""

    period: Period
    start: int
    end: int
    is_single: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns made of the date words."""

    between: re.Pattern[str]
    current_after: re.Pattern[str]
    current_before: re.Pattern[str]
    since: re.Pattern[str]
    open_since: re.Pattern[str]
    until: re.Pattern[str]
    finish_before: re.Pattern[str]
    finish_after: re.Pattern[str]
    duration: re.Pattern[str]
    dangling: re.Pattern[str]
    short_year: re.Pattern[str]


def _any(key: str) -> str:
    listed = sorted(table("dates")["words"][key], key=len, reverse=True)
    return "(?:" + "|".join(re.escape(flat(word)) for word in listed) + ")"


@cache
def _words() -> _Words:
    joint = rf"(?:{DASH}+|/|\.\.\.?|\b{_any('to')}\b)"
    current = rf"\(?(?:le |la |the |l'|ce |till |until )?\b{_any('current')}\b\)?"
    unit = rf"\d+(?:[.,]\d)?\s*\+?\s*{_any('years')}\b(?:\s*(?:,|and|und|et|y|&)?\s*\d+\s*{_any('month_units')}\b)?"
    span = rf"(?<![\w.,])(?:{unit}|\d+\s*{_any('month_units')}\b)"
    since = rf"{_any('since')}(?:\s+the)?"
    return _Words(
        between=re.compile(rf"\s*\)?\s*{joint}\s*(?:{joint}\s*)?(?:the |el |la |le )?\(?\s*(?:{_any('finish')}\s*)?"),
        current_after=re.compile(rf"\s*\)?\s*(?:{joint}\s*)?{current}"),
        current_before=re.compile(rf"{current}\s*{joint}\s*$"),
        since=re.compile(rf"(?<!\w){since}\s*:?\s*$"),
        open_since=re.compile(rf"(?<!\w){_any('open_since')}\s*:?\s*$"),
        until=re.compile(rf"(?<!\w)(?:{_any('until')}|{DASH})\s*$"),
        finish_before=re.compile(rf"(?<!\w){_any('finish')}\s*:?\s*(?:in|en)?\s*$"),
        finish_after=re.compile(rf"\s*\(?{_any('finish')}\)?(?!\w)"),
        dangling=re.compile(rf"\s*{DASH}\s*(?=$|\t|\s{{2,}}|\))"),
        short_year=re.compile(rf"\s?(?:{DASH}|/)\s?['’]?(\d\d|\d)(?![\d./%+]|\s*\w*\s*{DASH})"),
        duration=re.compile(rf"[(\[]?\s*{span}\s*[)\]]?"),
    )


def periods_in(text: str, offset: int, habits: Habits) -> list[Dated]:
    """Return the periods of one line; places are counted from `offset`."""
    line = flat(text)
    atoms = atoms_in(line, habits)
    found: list[Dated] = []
    position = 0
    while position < len(atoms):
        dated, used = _read(text, line, atoms, position, offset)
        position += used
        if dated:
            found.append(dated)
    return _with_durations(text, line, offset, found)


def _read(text: str, line: str, atoms: list[Atom], position: int, offset: int) -> tuple[Dated | None, int]:
    first = atoms[position]
    if position + 1 < len(atoms):
        second = atoms[position + 1]
        if _words().between.fullmatch(line, first.end, second.start) and _is_order(first, second):
            return _range(text, line, first, second, offset), 2
    if first.value.startswith("-"):
        return None, 1
    short = _words().short_year.match(line, first.end)
    if short and len(first.value) == 4 and short[1].isdigit():
        end = first.value[: 4 - len(short[1])] + short[1]
        if 0 <= int(end) - int(first.value) <= 60:
            return _of(text, offset, Atom(first.value, first.start, first.end), Atom(end, first.start, short.end())), 1
    return _single(line, first, offset), 1


def _is_order(first: Atom, second: Atom) -> bool:
    return not second.value.startswith("-") and (first.value.startswith("-") or first.value[:4] <= second.value[:4])


def _range(text: str, line: str, first: Atom, second: Atom, offset: int) -> Dated:
    if first.value.startswith("-"):
        first = Atom(second.value[:4] + first.value, first.start, second.end)
    elif (
        len(first.value) == 10
        and len(second.value) == 7
        and not line[first.start : first.end].startswith(first.value[:4])
    ):
        first = _without_day(line, first)
    dated = _of(text, offset, first, second)
    before = _words().since.search(line, 0, dated.start - offset)
    return replace(dated, start=offset + before.start()) if before else dated


def _without_day(line: str, atom: Atom) -> Atom:
    """Leave out the day that only one of two dates has: "School No. 5 March 2018 – May 2019"."""
    month = next((i for i in range(atom.start, atom.end) if line[i].isalpha()), atom.start)
    return Atom(atom.value[:7], month, atom.end)


def _of(text: str, offset: int, first: Atom, second: Atom) -> Dated:
    start = Field(first.value, offset + first.start, offset + first.end)
    end = Field(second.value, offset + second.start, offset + second.end)
    return Dated(Period(start, end), start.start, end.end)


def _single(line: str, atom: Atom, offset: int) -> Dated:
    words = _words()
    here = Field(atom.value, offset + atom.start, offset + atom.end)
    since = words.since.search(line, 0, atom.start)
    begin = offset + (since.start() if since else atom.start)
    if after := words.current_after.match(line, atom.end) or words.dangling.match(line, atom.end):
        return Dated(Period(start=here, is_current=True), begin, offset + after.end())
    if before := words.current_before.search(line, 0, atom.start):
        return Dated(Period(start=here, is_current=True), offset + before.start(), here.end)
    if words.open_since.search(line, 0, atom.start):
        return Dated(Period(start=here, is_current=True), begin, here.end)
    if finish := words.finish_before.search(line, 0, atom.start) or _until(line, atom):
        return Dated(Period(end=here), offset + finish.start(), here.end)
    if after := words.finish_after.match(line, atom.end):
        return Dated(Period(end=here), here.start, offset + after.end())
    return Dated(Period(start=here, end=here), here.start, here.end, is_single=True)


def _until(line: str, atom: Atom) -> re.Match[str] | None:
    """Return "until" before a date; a dash counts only at the beginning of the line."""
    found = _words().until.search(line, 0, atom.start)
    if found and found.group()[0] in "-–—−‐‑‒―~→" and found.start() > 0:
        return None
    return found


def _with_durations(text: str, line: str, offset: int, found: list[Dated]) -> list[Dated]:
    """Give a period the length of time that stands beside it, or make one of the length alone."""
    if not any(letter.isdigit() for letter in line):
        return found
    for match in _words().duration.finditer(line):
        literal = match.group().strip(" ()[]")
        start = offset + line.index(literal, match.start())
        field = Field(text[start - offset : start - offset + len(literal)], start, start + len(literal))
        beside = [dated for dated in found if 0 <= offset + match.start() - dated.end <= 3]
        if beside:
            longer = replace(beside[0], period=replace(beside[0].period, duration=field), end=offset + match.end())
            found = [longer if dated is beside[0] else dated for dated in found]
        elif not found and (match.start() == 0 or match.end() == len(line) or match.group()[0] in "(["):
            found = [Dated(Period(duration=field), offset + match.start(), offset + match.end())]
    return found


def merged(periods: list[Dated]) -> list[Dated]:
    """Join what `periods_in` found for two dates of one line that only a blank or tab separates: begin and end."""
    for one, other in pairwise(periods):
        if one.is_single and other.is_single and other.start - one.end <= 3:
            both = Dated(Period(one.period.start, other.period.end), one.start, other.end)
            return merged([both if dated is one else dated for dated in periods if dated is not other])
    return periods
