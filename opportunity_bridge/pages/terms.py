"""What a posting's page shows of its terms: each with the sentence that says it, nothing that is not said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from mosaic.lexicon.sentences import quote_around
from opportunity_bridge import queries, words
from opportunity_bridge.domain.circumstances import WEEKLY
from opportunity_bridge.domain.clashes import Clash, Matter
from opportunity_bridge.domain.clearing import cleared
from opportunity_bridge.domain.contracts import Contract
from opportunity_bridge.domain.details import Details
from opportunity_bridge.domain.ledger import Judged, Verdict
from opportunity_bridge.domain.requirements import Kind
from opportunity_bridge.models import Job

Shown = dict[str, object]
LONGEST_CHIP = 60
MOST_ROUTES = 2
WEEK = (Contract.FULL_TIME, Contract.PART_TIME)
TIMES = ("nights", "weekends", "evenings", "shifts", "on-call")


@dataclass(frozen=True, slots=True)
class _Term:
    """One thing said at `start` to `end`; `is_literal` when its value are the posting's own words."""

    name: str
    value: str
    start: int
    end: int
    stands_against: bool = False
    is_literal: bool = False


def terms(job: Job, conditions: Iterable[Judged]) -> Shown:
    """Return terms, benefits and what is worth checking of a posting; `conditions` are judged hours and places."""
    # Clearing keeps every letter in its place, so that sentences end where they end.
    details, text = queries.details_of(job), cleared(job.text)
    found = [*_said(details, text), *_judged(details, conditions)]
    return {
        "terms": list(_by_sentence(text, found)),
        **_benefits(details, text),
        "warnings": list(_warnings(details, text, timezone.localdate())),
    }


def _said(details: Details, text: str) -> Iterator[_Term]:
    """Yield what is said of pay, contract, workplace, days and the way to apply."""
    if details.pay:
        yield _Term(_("pay"), words.pay_words(details.pay.value), details.pay.start, details.pay.end)
    for contract in details.contracts:
        name = _("hours") if contract.value in WEEK else _("contract")
        yield _Term(name, words.contract_words(contract.value), contract.start, contract.end)
    if details.hours:
        yield _Term(_("hours"), words.hours_words(*details.hours.value), details.hours.start, details.hours.end)
    if details.remote:
        yield _Term(_("place"), words.remote_words(details.remote.value), details.remote.start, details.remote.end)
    for day, name in ((details.days.starts, _("first day")), (details.days.closes, _("last day to apply"))):
        if day:
            yield _Term(name, words.day_words(day.value), day.start, day.end)
    for route in details.routes[:MOST_ROUTES]:
        yield _Term(_("to apply"), text[route.start : route.end], route.start, route.end, is_literal=True)


def _judged(details: Details, conditions: Iterable[Judged]) -> Iterator[_Term]:
    """Yield hours and places as they were judged; the hours of a week once, with their range where they have one."""
    for judged in conditions:
        need, against = judged.requirement, judged.verdict is Verdict.MISSING
        name = _("place") if need.kind is Kind.PLACE else _("days and times") if need.ids[0] in TIMES else _("hours")
        value = words.name_of(need)
        if need.ids == (WEEKLY,) and details.hours:
            value = words.hours_words(*details.hours.value)
        yield _Term(name, value, need.start, need.end, against)


def _by_sentence(text: str, found: list[_Term]) -> Iterator[Shown]:
    """Yield the terms that stand in one sentence together, in the order of the text; each is shown once."""
    groups: dict[str, list[_Term]] = {}
    # What was judged comes before the same thing merely read, so that what stands against somebody is not lost.
    first = {(one.name, one.value): one for one in sorted(found, key=lambda term: term.stands_against)}
    for one in sorted(first.values(), key=lambda term: (term.start, term.end)):
        groups.setdefault(_sentence(text, one.start, one.end), []).append(one)
    for quote, rows in groups.items():
        names = dict.fromkeys(one.name for one in rows)
        yield {
            "quote": quote,
            "rows": [{"name": name, "values": [one for one in rows if one.name == name]} for name in names],
        }


def _benefits(details: Details, text: str) -> Shown:
    """Return what is offered besides pay in the posting's words: short ones for chips, sentences apart."""
    offered = list(dict.fromkeys(text[one.start : one.end].strip(" .;,-–") for one in details.benefits))
    return {
        "benefits": [one for one in offered if len(one) <= LONGEST_CHIP],
        "offers": [one for one in offered if len(one) > LONGEST_CHIP],
    }


def _warnings(details: Details, text: str, today: date) -> Iterator[Shown]:
    """Yield what is worth checking: signs of a trick, of a posting that is over, and of one that contradicts itself."""
    scams = [(one.start, one.end, words.scam_words(one.value)) for one in details.scams]
    stale = [(one.start, one.end, words.stale_words(one.value)) for one in details.stale(today)]
    for heading, found in ((_("Worth checking before you answer"), scams), (_("It may be over"), stale)):
        if found:
            yield {"heading": heading, "lines": _lines(text, found)}
    for clash in details.clashes:
        if clash.matter is not Matter.REMOTE:  # the page quotes it already, as the source may say so beside the text
            yield {"heading": words.clash_words(clash.matter), "lines": [_clash(text, clash)]}


def _lines(text: str, found: Iterable[tuple[int, int, str]]) -> list[Shown]:
    """Return each sentence once, with everything there is to say about it."""
    lines: dict[str, list[str]] = {}
    for start, end, advice in found:
        lines.setdefault(_sentence(text, start, end).rstrip(".;"), []).append(advice)
    return [{"quote": quote, "advice": " ".join(advice)} for quote, advice in lines.items()]


def _clash(text: str, clash: Clash) -> Shown:
    return {
        "quote": _sentence(text, clash.start, clash.end).rstrip(".;"),
        "against": _sentence(text, clash.against_start, clash.against_end).rstrip(".;"),
        "advice": _("It is worth asking which is true before you decide."),
    }


def _sentence(text: str, start: int, end: int) -> str:
    span = quote_around(text, start, end)
    return " ".join(text[span.start : span.end].split())
