"""Statements that the short form makes and reads again, word for word."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mosaic.facts.domain.hours import MOST
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.pay import FLOOR
from mosaic.facts.domain.remote import ONLY
from mosaic.lexicon.money import sums_in


class Period(StrEnum):
    """What pay is counted by."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Remote(StrEnum):
    """Where work may be done."""

    ONLY = "remote_only"
    REMOTE = "remote"
    HYBRID = "hybrid"
    ONSITE = "onsite"


@dataclass(frozen=True, slots=True)
class Pay:
    """The least that is wanted: an amount, an ISO 4217 code, and what it is counted by."""

    amount: Decimal
    currency: str
    period: Period


@dataclass(frozen=True, slots=True)
class Statement:
    """What a field says, as a fact is made of it."""

    kind: FactKind
    polarity: Polarity
    label: str
    lexicon_id: str = ""
    aspect: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two statements the same one."""
        is_chosen = self.kind in (FactKind.VALUE, FactKind.REMOTE) and self.lexicon_id
        return self.kind, self.polarity, f"{self.lexicon_id}/{self.aspect}" if is_chosen else self.label.casefold()


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether its person says they may work somewhere, and where."""

    is_held: bool
    where: str


HAS, WANTS, LACKS = Polarity.HAS, Polarity.WANTS, Polarity.LACKS
FORMS = {
    Remote.ONLY: Statement(FactKind.REMOTE, WANTS, "remote only", "remote", ONLY),
    Remote.REMOTE: Statement(FactKind.REMOTE, WANTS, "remote", "remote"),
    Remote.HYBRID: Statement(FactKind.REMOTE, WANTS, "hybrid", "hybrid"),
    Remote.ONSITE: Statement(FactKind.REMOTE, WANTS, "on site", "onsite"),
}
_EACH = {period: f"{'an' if period is Period.HOUR else 'a'} {period.value}" for period in Period}
_PERIOD = re.compile(r"\b(?:an?|per|each|every)\s+(hour|day|week|month|year)\b", re.IGNORECASE)
_PERMITTED = re.compile(r"^I (?P<not>do not )?have permission to work in (?P<where>.+)$")
_MONEY = re.compile(r"^money for (\d+) months?$")
_TIME = re.compile(r"^(\d+) hours? a week for this$")


def plain(amount: Decimal) -> str:
    """Return an amount without noughts that say nothing: 14, 14.50."""
    return f"{amount:.0f}" if amount == amount.to_integral() else f"{amount:.2f}"


def value_stated(words: str, lexicon_id: str = "") -> Statement:
    """Return what matters, by the lexicon's name or in somebody's own words."""
    return Statement(FactKind.VALUE, WANTS, words, lexicon_id)


def goal_stated(words: str) -> Statement:
    """Return what somebody wants to reach."""
    return Statement(FactKind.GOAL, WANTS, words)


def place_stated(words: str) -> Statement:
    """Return where somebody wants to work."""
    return Statement(FactKind.LOCATION, WANTS, words)


def pay_stated(pay: Pay) -> Statement:
    """Return the least somebody wants to be paid."""
    return Statement(
        FactKind.PAY, WANTS, f"at least {plain(pay.amount)} {pay.currency} {_EACH[pay.period]}", aspect=FLOOR
    )


def hours_stated(most: int) -> Statement:
    """Return the most hours a week somebody wants to work."""
    return Statement(FactKind.HOURS, WANTS, f"at most {most} hours a week", MOST)


def permission_stated(permission: Permission) -> Statement:
    """Return what somebody says about being allowed to work somewhere."""
    have = "have" if permission.is_held else "do not have"
    label = f"I {have} permission to work in {permission.where}"
    return Statement(FactKind.WORK_PERMISSION, HAS if permission.is_held else LACKS, label)


def person_stated(words: str) -> Statement:
    """Return who could help."""
    return Statement(FactKind.NETWORK, HAS, words)


def money_stated(months: int) -> Statement:
    """Return how long money lasts."""
    return Statement(FactKind.RUNWAY, HAS, f"money for {months} {'month' if months == 1 else 'months'}")


def time_stated(hours: int) -> Statement:
    """Return how much time there is for all this."""
    return Statement(FactKind.RUNWAY, HAS, f"{hours} {'hour' if hours == 1 else 'hours'} a week for this")


def pay_in(label: str) -> Pay | None:
    """Return a wished pay as the field can hold it: with its currency and what it is counted by."""
    period, found = _PERIOD.search(label), [one for one in sums_in(label) if one.currency]
    if period is None or len(found) != 1:
        return None
    return Pay(found[0].amount, found[0].currency, Period(period[1].lower()))


def permission_in(label: str) -> Permission | None:
    """Return a permission as the field can hold it."""
    match = _PERMITTED.match(label)
    return Permission(not match["not"], match["where"]) if match else None


def months_in(label: str) -> int | None:
    """Return the months that a statement about money names."""
    match = _MONEY.match(label)
    return int(match[1]) if match else None


def weekly_in(label: str) -> int | None:
    """Return the hours a week that a statement about time names."""
    match = _TIME.match(label)
    return int(match[1]) if match else None


def remote_of(statement: Statement) -> Remote | None:
    """Return the form of work a statement names."""
    return next((code for code, one in FORMS.items() if one.key == statement.key), None)
