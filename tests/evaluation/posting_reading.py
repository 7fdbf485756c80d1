"""What the product takes from a posting, in the terms of the labels."""

from datetime import date

from opportunity_bridge.domain.adverts import Advert, advert_in
from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.requirements import Ask, Kind
from tests.evaluation.posting_scores import Reading

TIMES = frozenset(("nights", "weekends", "evenings", "shifts", "on-call"))


def posting_read(source: str, today: date) -> Reading:
    """Return what is read from a posting's words or page."""
    advert = advert_in(source, today=today)
    details, names = advert.details, advert.names
    named = {"title": names.role, "employer": names.company, "place": names.location}
    days = {"posted": details.days.posted, "closes": details.days.closes, "starts": details.days.starts}
    pay = details.pay.value if details.pay else None
    route = next(iter(details.routes), None)
    return Reading(
        text=advert.text,
        names={name: said.value for name, said in named.items() if said},
        remote="" if advert.posting.remote is Remote.UNKNOWN else advert.posting.remote.value,
        pay=(pay.least, pay.most, pay.currency, pay.period.value) if pay else None,
        hours=details.hours.value if details.hours else (),
        codes=_codes(advert, today),
        quotes={
            **{
                ask.value: [(one.start, one.end) for one in details.asks if one.value is ask]
                for ask in (Ask.MUST, Ask.NICE)
            },
            "benefits": [(one.start, one.end) for one in details.benefits],
        },
        apply=advert.text[route.start : route.end] if route else "",
        dates={name: said.value for name, said in days.items() if said},
    )


def _codes(advert: Advert, today: date) -> dict[str, set[str]]:
    details, posting = advert.details, advert.posting
    hours = {code for one in posting.requirements if one.kind is Kind.HOURS for code in one.ids}
    return {
        "contract": {one.value.value for one in details.contracts},
        "times": hours & TIMES,
        "values": {"-" * one.opposed + one.value for one in posting.signals},
        "stale": {one.value.value for one in details.stale(today)},
        "scam": {one.value.value for one in details.scams},
        "contradictions": {one.matter.value for one in details.clashes},
    }
