"""What can stand in front of a posting, always because the person said so."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mosaic.facts.domain.profile import Known
from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.inputs import pay_ratio
from opportunity_bridge.domain.ledger import RELOCATION, Judged, Standpoint, Verdict
from opportunity_bridge.domain.places import Distance, distance, place_paid_in
from opportunity_bridge.domain.postings import Posting
from opportunity_bridge.domain.requirements import Ask, Kind, Requirement

HARD = (Kind.HOURS, Kind.LICENCE, Kind.PERMISSION)


class Block(StrEnum):
    """What can stand in front."""

    LICENCE = "licence"
    HOURS = "hours"
    ABROAD = "abroad"
    ONSITE = "onsite"
    PAY = "pay"
    LICENCE_LACKED = "licence_lacked"
    PLACE = "place"
    PERMISSION = "permission"


@dataclass(frozen=True, slots=True)
class Blocker:
    """Something that stands in front: its kind, the requirement that says so if one does, and the person's fact."""

    block: Block
    fact: Known
    requirement: Requirement | None = None


def blockers_of(view: Standpoint, posting: Posting, ledger: tuple[Judged, ...]) -> Iterator[Blocker]:
    """Yield what stands in front, each because the person said so."""
    for judged in _missing(ledger):
        if judged.fact:
            yield Blocker(_block(view, judged), judged.fact, judged.requirement)
    there = place_paid_in(posting.location, posting.pay.currency if posting.pay else "")
    places = [(distance(place, there), fact) for place, fact in view.wishes.places]
    if places and posting.remote is not Remote.REMOTE and all(how is Distance.ABROAD for how, _ in places):
        yield Blocker(Block.ABROAD, places[0][1])
    for accepted, is_only, fact in view.wishes.remote:
        if is_only and posting.remote is Remote.ONSITE and Remote.ONSITE not in accepted:
            yield Blocker(Block.ONSITE, fact)
    ratio = pay_ratio(view, posting)
    for _, is_floor, fact in view.wishes.pay[:1]:
        if is_floor and ratio is not None and ratio < Decimal(1):
            yield Blocker(Block.PAY, fact)


def _block(view: Standpoint, judged: Judged) -> Block:
    """Return what a missing requirement is; a licence may be missing or only be a lower one."""
    if judged.requirement.kind is Kind.LICENCE and judged.fact in view.profile.licences_lacked:
        return Block.LICENCE_LACKED
    return Block(judged.requirement.kind)


def _missing(ledger: tuple[Judged, ...]) -> Iterator[Judged]:
    """Yield the hours, places, licences and permissions that stand against what the person said."""
    for judged in ledger:
        need = judged.requirement
        is_hard = need.kind in HARD or RELOCATION in need.ids
        is_hard = is_hard and need.ask is not Ask.NICE
        if is_hard and judged.verdict is Verdict.MISSING and judged.fact is not None:
            yield judged
