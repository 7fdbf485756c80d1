"""The details of a posting as plain data to keep: codes, numbers, days and places, none of its words."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar, cast

from opportunity_bridge.domain.benefits import Benefit
from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.clashes import Clash, Matter
from opportunity_bridge.domain.contracts import Contract
from opportunity_bridge.domain.cues import Scam, Stale
from opportunity_bridge.domain.days import Days
from opportunity_bridge.domain.details import Details
from opportunity_bridge.domain.pay import Pay, Period
from opportunity_bridge.domain.requirements import Ask
from opportunity_bridge.domain.routes import Route
from opportunity_bridge.domain.said import Said

Code = TypeVar("Code", bound=StrEnum)
Value = TypeVar("Value")
Coded = tuple[str, int, int]
DAYS = ("posted", "closes", "starts")


def document_of_details(details: Details) -> dict[str, object]:
    """Return details as plain data."""
    days = {name: getattr(details.days, name) for name in DAYS}
    return {
        "remote": _written(details.remote, lambda value: value.value),
        "pay": _written(details.pay, lambda pay: [str(pay.least), str(pay.most), pay.currency, pay.period.value]),
        "hours": _written(details.hours, list),
        "days": {name: _written(day, date.isoformat) for name, day in days.items() if day},
        "contracts": _codes(details.contracts),
        "asks": _codes(details.asks),
        "benefits": _codes(details.benefits),
        "routes": _codes(details.routes),
        "over": _codes(details.over),
        "scams": _codes(details.scams),
        "clashes": [
            [one.matter.value, one.start, one.end, one.against_start, one.against_end] for one in details.clashes
        ],
    }


def details_of(document: Mapping[str, object]) -> Details:
    """Return the details that `document_of_details` was made from."""
    days = cast(dict[str, Coded], document["days"])
    return Details(
        remote=_back(document["remote"], Remote),
        pay=_back(document["pay"], _pay),
        hours=_back(document["hours"], _hours),
        contracts=_all(document["contracts"], Contract),
        asks=_all(document["asks"], Ask),
        benefits=_all(document["benefits"], Benefit),
        routes=_all(document["routes"], Route),
        days=Days(**{name: Said(date.fromisoformat(day), start, end) for name, (day, start, end) in days.items()}),
        over=_all(document["over"], Stale),
        scams=_all(document["scams"], Scam),
        clashes=tuple(
            Clash(Matter(matter), *places)
            for matter, *places in cast(list[tuple[str, int, int, int, int]], document["clashes"])
        ),
    )


def _written(said: Said[Value] | None, plain: Callable[[Value], object]) -> list[object] | None:
    return [plain(said.value), said.start, said.end] if said else None


def _codes(found: Iterable[Said[Code]]) -> list[list[object]]:
    return [[one.value.value, one.start, one.end] for one in found]


def _back(row: object, read: Callable[[str], Value]) -> Said[Value] | None:
    if row is None:
        return None
    value, start, end = cast(Coded, row)
    return Said(read(value), start, end)


def _all(rows: object, code: type[Code]) -> tuple[Said[Code], ...]:
    return tuple(Said(code(value), start, end) for value, start, end in cast(list[Coded], rows))


def _pay(row: object) -> Pay:
    least, most, currency, period = cast(tuple[str, str, str, str], row)
    return Pay(Decimal(least), Decimal(most), currency, Period(period))


def _hours(row: object) -> tuple[float, float]:
    least, most = cast(tuple[float, float], row)
    return least, most
