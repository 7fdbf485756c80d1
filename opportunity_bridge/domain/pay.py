"""Pay as a posting or a person states it: amounts, currency, period. Never converted. Read by `pay_words`."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

WEEKS = Decimal(52)
MONTHS = Decimal(12)


class Period(StrEnum):
    """What an amount is paid for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Pay:
    """A range of pay; both ends are equal for one amount. `currency` is an ISO 4217 code, or nothing
    where neither a sign nor the country tells it.
    """

    least: Decimal
    most: Decimal
    currency: str
    period: Period


def per_year(pay: Pay, weekly_hours: float) -> tuple[Decimal, Decimal] | None:
    """Return pay as yearly amounts; by the hour only where the hours of a week are stated."""
    match pay.period:
        case Period.YEAR:
            factor = Decimal(1)
        case Period.MONTH:
            factor = MONTHS
        case Period.WEEK:
            factor = WEEKS
        case Period.HOUR if weekly_hours:
            factor = WEEKS * Decimal(str(weekly_hours))
        case _:
            return None
    return pay.least * factor, pay.most * factor
