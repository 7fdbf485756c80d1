"""What the parts of a fit look at; here those of place and pay."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.ledger import Standpoint
from opportunity_bridge.domain.pay import per_year
from opportunity_bridge.domain.places import COMMUTE_KM, Distance, distance, kilometres, place_paid_in
from opportunity_bridge.domain.postings import Posting
from opportunity_bridge.domain.reach import FULL

CITY, FORM = 6, 4
PAY_MARGIN = Decimal("0.2")


@dataclass(frozen=True, slots=True)
class Input:
    """One thing a part looks at: its weight, and how well it fits in thousandths, or None when unknown."""

    weight: int
    value: int | None


def place_inputs(view: Standpoint, posting: Posting) -> Iterable[Input]:
    """Yield how near the work is, and where it is done."""
    yield Input(CITY, _nearness(view, posting))
    yield Input(FORM, _form(view, posting))


def _nearness(view: Standpoint, posting: Posting) -> int | None:
    """Return how near the work is: all within commuting distance, nothing beyond three times that or abroad."""
    places = [place for place, _ in view.wishes.places]
    there = place_paid_in(posting.location, posting.pay.currency if posting.pay else "")
    found = {distance(place, there) for place in places}
    if posting.remote is Remote.REMOTE:
        return None if not found or found == {Distance.ABROAD} else FULL
    if Distance.SAME in found:
        return FULL
    if Distance.UNKNOWN in found or not found:
        return None
    apart = [kilometres(place, there) for place in places if distance(place, there) is not Distance.ABROAD]
    known = [one for one in apart if one is not None]
    if len(known) < len(apart):
        return None
    return max((round(FULL * max(0.0, 1 - (one / COMMUTE_KM - 1) / 2)) for one in known), default=0)


def _form(view: Standpoint, posting: Posting) -> int | None:
    if not view.wishes.remote or posting.remote is Remote.UNKNOWN:
        return None
    accepted = frozenset().union(*(one for one, _, _ in view.wishes.remote))
    if posting.remote in accepted:
        return FULL
    return 500 if posting.remote is Remote.HYBRID else 0


def pay_inputs(view: Standpoint, posting: Posting) -> Iterable[Input]:
    """Yield how much of the wished pay is offered."""
    yield Input(1, _pay_share(view, posting))


def _pay_share(view: Standpoint, posting: Posting) -> int | None:
    """Return how much of the wished pay is offered, all at the wish and nothing a fifth below it."""
    ratio = pay_ratio(view, posting)
    if ratio is None:
        return None
    return int(max(Decimal(0), min(Decimal(1), 1 - (1 - ratio) / PAY_MARGIN)) * FULL)


def pay_ratio(view: Standpoint, posting: Posting) -> Decimal | None:
    """Return the offered pay over the wished, per year and in one currency; None where that cannot be told."""
    for wish, _, _ in view.wishes.pay:
        if posting.pay and wish.currency and posting.pay.currency == wish.currency:
            if posting.pay.period == wish.period:
                return posting.pay.most / wish.least
            offered = per_year(posting.pay, posting.weekly_hours)
            wished = per_year(wish, posting.weekly_hours)
            if offered and wished:
                return offered[1] / wished[0]
    return None
