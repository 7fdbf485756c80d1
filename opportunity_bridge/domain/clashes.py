"""Where a posting contradicts itself: two of its own sentences that cannot both be true."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.contracts import Contract
from opportunity_bridge.domain.days import Days
from opportunity_bridge.domain.pay import Pay, per_year
from opportunity_bridge.domain.pay_words import offers_in
from opportunity_bridge.domain.requirements import Ask, Kind, Requirement
from opportunity_bridge.domain.said import Said


class Matter(StrEnum):
    """What the two sentences are about."""

    REMOTE = "remote"
    PAY = "pay"
    EXPERIENCE = "experience"
    CONTRACT = "contract"
    HOURS = "hours"
    DATES = "dates"


@dataclass(frozen=True, slots=True)
class Clash:
    """`text[start:end]` is taken back by `text[against_start:against_end]`."""

    matter: Matter
    start: int
    end: int
    against_start: int
    against_end: int


@dataclass(frozen=True, slots=True)
class Read:
    """What was read from a text so far, as far as it can contradict itself."""

    text: str
    requirements: tuple[Requirement, ...]
    contracts: tuple[Said[Contract], ...]
    days: Days
    pay: Said[Pay] | None
    hours: Said[tuple[float, float]] | None
    against_remote: Said[Remote] | None


_NO_EXPERIENCE = re.compile(
    r"\b(?:no|without) (?:(?:previous|prior|work|any|relevant|\w+ing) )*experience\b(?![^.;\n]{0,20}\b(?:of|in|with)\b)|\bentry[- ]level\b|\bexperience (?:is )?not (?:needed|required|necessary)\b",
    re.IGNORECASE,
)
_HEADLINE_PAY = re.compile(r"(?:[£€$]\s?\d[\d,.]*\s?k?\+?)", re.IGNORECASE)
_EITHER = re.compile(
    r"\b(?:or|possible|considered|also|either|to perm|option|aim|extension|after|then|initial\w*|view)\b", re.IGNORECASE
)
PART_WEEK = 28.0
MUCH = 1.25


def clashes_in(read: Read) -> tuple[Clash, ...]:
    """Return the contradictions of a text, in the order of its matters."""
    found = (_remote(read), _pay(read), _experience(read), _contract(read), _hours(read), _dates(read))
    return tuple(one for one in found if one)


def _remote(read: Read) -> Clash | None:
    claim = re.search(r"\bremote\w*\b|\bfrom (?:anywhere|home)\b", read.text, re.IGNORECASE)
    if read.against_remote is None:
        return None
    start, end = claim.span() if claim else (0, 0)
    return Clash(Matter.REMOTE, start, end, read.against_remote.start, read.against_remote.end)


def _pay(read: Read) -> Clash | None:
    """Return a headline that promises clearly more than the pay that is guaranteed further down."""
    first_line = len(read.text) - len(read.text.lstrip())
    ends = read.text.find("\n", first_line)
    headline = [one.said for one in offers_in(read.text[: max(ends, 0)])]
    if not headline or not read.pay or headline[0].start == read.pay.start:
        return None
    promised, sure = (per_year(one.value, read.hours.value[1] if read.hours else 0) for one in (headline[0], read.pay))
    if promised and sure and float(promised[0]) > float(sure[1]) * MUCH:
        return Clash(Matter.PAY, headline[0].start, headline[0].end, read.pay.start, read.pay.end)
    return None


def _experience(read: Read) -> Clash | None:
    claim = _NO_EXPERIENCE.search(read.text)
    years = [one for one in read.requirements if one.kind is Kind.YEARS and one.ask is Ask.MUST and one.amount >= 2]
    if claim and years and not years[0].flexible and not years[0].start <= claim.start() < years[0].end:
        return Clash(Matter.EXPERIENCE, *claim.span(), years[0].start, years[0].end)
    return None


def _contract(read: Read) -> Clash | None:
    permanent = _of(read, Contract.PERMANENT)
    limited = _of(read, Contract.FIXED_TERM) or _of(read, Contract.TEMPORARY)
    return _between(read, Matter.CONTRACT, permanent, limited)


def _hours(read: Read) -> Clash | None:
    """Return full-time against part-time in another sentence, or against the hours of half a week."""
    full, part = _of(read, Contract.FULL_TIME), _of(read, Contract.PART_TIME)
    few = read.hours if read.hours and read.hours.value[1] < PART_WEEK else None
    return _between(read, Matter.HOURS, full, part) or (None if part else _between(read, Matter.HOURS, full, few))


def _dates(read: Read) -> Clash | None:
    posted, closes = read.days.posted, read.days.closes
    if posted and closes and closes.value < posted.value:
        return Clash(Matter.DATES, posted.start, posted.end, closes.start, closes.end)
    return None


def _of(read: Read, kind: Contract) -> Said[Contract] | None:
    return next((one for one in read.contracts if one.value is kind), None)


def _between(
    read: Read,
    matter: Matter,
    one: Said[Contract] | None,
    other: Said[object] | Said[Contract] | Said[tuple[float, float]] | None,
) -> Clash | None:
    """Return two statements as a contradiction unless a sentence offers them as alternatives."""
    if one is None or other is None:
        return None
    if any(_EITHER.search(words) for words in _sentences(read.text, one.start, other.start)):
        return None
    if read.text.count("\n", min(one.start, other.start), max(one.start, other.start)) == 0:
        return None
    return Clash(matter, one.start, one.end, other.start, other.end)


def _sentences(text: str, *places: int) -> Iterator[str]:
    for at in places:
        start = max(text.rfind("\n", 0, at), text.rfind(". ", 0, at)) + 1
        end = text.find("\n", at)
        yield re.split(r"\.\s", text[start : end if end >= 0 else len(text)])[0]
