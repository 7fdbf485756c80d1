"""Counting what was read from a posting against its labels, field by field."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tests.evaluation.posting_truth import Truth, all_of, place_of_quote
from tests.resumes.tally import Tally, plain

Span = tuple[int, int]
NAMES = {"title": 3, "employer": 2, "place": 8}
CODES = ("contract", "times", "values", "stale", "scam", "contradictions")
QUOTES = ("must", "nice", "benefits")
FOLLOWS = {
    "permanent": ("security",), "full-time": ("security",), "fixed-term": ("-security",), "temporary": ("-security",),
    "seasonal": ("-security",), "casual": ("-security",), "freelance": ("-security", "autonomy"),
    "part-time": ("flexibility", "work-life-balance"), "hybrid": ("flexibility",), "remote": ("flexibility",),
    "nights": ("-work-life-balance",), "weekends": ("-work-life-balance",), "evenings": ("-work-life-balance",),
    "shifts": ("-work-life-balance",), "on-call": ("-work-life-balance",), "onsite": ("-flexibility",),
}  # fmt: skip
DATES = ("posted", "closes", "starts")
FIELDS = ("title", "employer", "place", "remote", "pay", "hours", *CODES, *QUOTES, "apply", *DATES)


@dataclass(slots=True)
class Reading:
    """What was read from a posting, in the terms of the labels."""

    text: str
    names: dict[str, str] = field(default_factory=dict)
    remote: str = ""
    pay: tuple[Decimal, Decimal, str, str] | None = None
    hours: tuple[float, ...] = ()
    codes: dict[str, set[str]] = field(default_factory=dict)
    quotes: dict[str, list[Span]] = field(default_factory=dict)
    apply: str = ""
    dates: dict[str, date] = field(default_factory=dict)


def compared_by_field(truth: Truth, read: Reading) -> dict[str, Tally]:
    """Return a tally for each judged field."""
    tallies = dict(_tallies(truth, read))
    return {name: tally for name, tally in tallies.items() if name not in truth.unjudged}


def _tallies(truth: Truth, read: Reading) -> Iterator[tuple[str, Tally]]:
    for name, extra in NAMES.items():
        yield name, _named(all_of(getattr(truth, name)), read.names.get(name, ""), extra)
    pay = truth.pay
    yield "remote", _equal(truth.remote, read.remote)
    yield "pay", _equal((pay.min, pay.max, pay.currency, pay.period) if pay else None, read.pay)
    yield "hours", _equal(truth.hours and (truth.hours[0], truth.hours[-1]), read.hours)
    for name in CODES:
        true = set(getattr(truth, name))
        free = set(truth.also) | (_following(truth) if name == "values" else set())
        yield name, _codes(true, read.codes.get(name, set()) - (free - true))
    for name in QUOTES:
        yield name, _quotes(getattr(truth, name), truth.also, read.quotes.get(name, []), read.text)
    yield "apply", _applied(truth, read.apply)
    for name in DATES:
        yield name, _equal(getattr(truth, name), read.dates.get(name))


def _following(truth: Truth) -> set[str]:
    """Return the values that follow from the contract or the hours: found or not, they count for neither."""
    stated = (*truth.contract, *truth.times, truth.remote)
    return {value for each in stated for value in FOLLOWS.get(each, ())}


def _named(accepted: tuple[str, ...], found: str, extra: int) -> Tally:
    """Judge a name: all words of an accepted one, and at most `extra` more."""
    words = plain(found).split()
    fits = [one for one in map(plain, accepted) if f" {one} " in f" {' '.join(words)} "]
    right = any(len(words) <= len(one.split()) + extra for one in fits)
    return _one(has=bool(accepted), found=bool(found), right=right, says=f"{accepted[:1]} ≠ {found!r}")


def _equal(true: object, found: object) -> Tally:
    return _one(has=bool(true), found=bool(found), right=true == found, says=f"{true} ≠ {found}")


def _one(*, has: bool, found: bool, right: bool, says: str) -> Tally:
    tally = Tally(right=has and found and right)
    tally.missed, tally.wrong = has and not tally.right, found and not tally.right
    tally.slips = [says] if tally.missed or tally.wrong else []
    return tally


def _codes(true: set[str], found: set[str]) -> Tally:
    tally = Tally(right=len(true & found), wrong=len(found - true), missed=len(true - found))
    tally.slips = [f"missed {one}" for one in sorted(true - found)] + [f"found  {one}" for one in sorted(found - true)]
    return tally


def _quotes(true: Iterable[str], also: Iterable[str], found: list[Span], text: str) -> Tally:
    """Judge quotes: one is found when a found stretch holds most of it; a stretch that holds none of any is wrong."""
    places = {quote: place_of_quote(quote, text) for quote in true}
    free = [place for quote in also if (place := place_of_quote(quote, text))]
    missed = [quote for quote, place in places.items() if place and not any(_holds(one, place) for one in found)]
    known = [place for place in (*places.values(), *free) if place]
    wrong = [one for one in found if not any(_overlap(one, place) for place in known)]
    tally = Tally(
        right=sum(bool(place) for place in places.values()) - len(missed), wrong=len(wrong), missed=len(missed)
    )
    tally.slips = [f"missed {quote}" for quote in missed]
    tally.slips += ["found  " + " ".join(text[start:end].split()) for start, end in wrong]
    return tally


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _holds(one: Span, place: Span) -> bool:
    return _overlap(one, place) * 2 >= place[1] - place[0]


def _applied(truth: Truth, found: str) -> Tally:
    """Judge the way to apply that is shown first: it must be one of those the posting names."""
    accepted = {_route(one) for one in truth.apply}
    says = f"{truth.apply} ≠ {found!r}"
    return _one(has=bool(accepted), found=bool(found), right=_route(found) in accepted, says=says)


def _route(words: str) -> str:
    if "@" in words or "/" in words:
        return re.sub(r"^(?:mailto:|https?://)|[?/].*$" if "@" in words else r"^https?://|/$", "", words.casefold())
    return re.sub(r"\D", "", words)[-9:]
