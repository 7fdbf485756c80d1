"""What a posting says besides what matching reads: each thing with its words, in one frozen value."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from mosaic.lexicon.sentences import sentences_of
from opportunity_bridge.domain.benefits import Benefit, benefits_in
from opportunity_bridge.domain.circumstances import Remote, weekly_hours
from opportunity_bridge.domain.clashes import Clash, Read, clashes_in
from opportunity_bridge.domain.clearing import cleared
from opportunity_bridge.domain.contracts import Contract, contracts_in
from opportunity_bridge.domain.cues import Scam, Stale, closing_words_in, scam_cues_in, stale_cues
from opportunity_bridge.domain.days import Days, days_in
from opportunity_bridge.domain.pay import Pay
from opportunity_bridge.domain.pay_words import pay_said
from opportunity_bridge.domain.postings import Posting
from opportunity_bridge.domain.requirements import Ask
from opportunity_bridge.domain.routes import Route, routes_in
from opportunity_bridge.domain.said import Said
from opportunity_bridge.domain.sections import Part, Section, parts_of
from opportunity_bridge.domain.sites import country_of
from opportunity_bridge.domain.wording import ask_in
from opportunity_bridge.domain.workplace import workplace_in

ASKED = (Ask.MUST, Ask.NICE)
_OR_WILLING = re.compile(r",? or (?:be |the |a )?(?:willing|readiness|prepared)\w*\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Details:
    """Places count letters of the posting's text. `asks` are the sentences that ask, known words in them or not."""

    remote: Said[Remote] | None = None
    pay: Said[Pay] | None = None
    hours: Said[tuple[float, float]] | None = None
    contracts: tuple[Said[Contract], ...] = ()
    asks: tuple[Said[Ask], ...] = ()
    benefits: tuple[Said[Benefit], ...] = ()
    routes: tuple[Said[Route], ...] = ()
    days: Days = field(default_factory=Days)
    over: tuple[Said[Stale], ...] = ()
    scams: tuple[Said[Scam], ...] = ()
    clashes: tuple[Clash, ...] = ()

    def stale(self, today: date) -> tuple[Said[Stale], ...]:
        """Return what says on a day that the posting is over."""
        return stale_cues(self.days, self.over, today)


def details_in(posting: Posting, today: date) -> Details:
    """Return the details of a posting that was read; the same posting and day give the same."""
    text, country = cleared(posting.text), country_of(posting.location)
    parts = parts_of(text)
    workplace, pay = workplace_in(text, posting.role), pay_said(text, country)
    contracts, days, hours = contracts_in(text, posting.role), days_in(text, today, country), _hours(text)
    read = Read(text, posting.requirements, contracts, days, pay, hours, workplace.against)
    return Details(
        remote=workplace.said,
        pay=pay,
        hours=hours,
        contracts=contracts,
        asks=tuple(_asks(text, posting.role, parts)),
        benefits=benefits_in(text, parts),
        routes=routes_in(text),
        days=days,
        over=closing_words_in(text),
        scams=scam_cues_in(text, pay),
        clashes=clashes_in(read),
    )


def _hours(text: str) -> Said[tuple[float, float]] | None:
    """Return the hours of a week with the sentence that names them."""
    for span in sentences_of(text):
        stated = weekly_hours(text[span.start : span.end])
        if stated:
            return Said(stated, span.start, span.end)
    return None


def _asks(text: str, role: str, parts: Iterable[Part]) -> Iterable[Said[Ask]]:
    for part in parts:
        ask = ask_in(text, part, role)
        # What is asked “or the willingness to get it” is asked all the same.
        if ask is Ask.NICE and part.section is not Section.NICE and _OR_WILLING.search(text, part.start, part.end):
            ask = Ask.MUST
        if ask in ASKED:
            yield Said(ask, part.start, part.end)
