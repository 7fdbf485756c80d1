"""Which kinds of facts a fit rests on, and which it leaves alone, with the reason as a code.

Every kind stands in exactly one of the two tables; a test adds a confirmed fact of each and looks at the fit.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from mosaic.facts.domain.kinds import FactKind
from opportunity_bridge.domain.parts import Part


class Why(StrEnum):
    """Why a kind of fact does not change a fit."""

    PRIVATE = "private"
    NOT_IN_POSTINGS = "not_in_postings"
    NOT_COMPARABLE = "not_comparable"
    ELSEWHERE = "elsewhere"


# A condition that can stand in front, whatever the parts add up to.
CONDITION = "condition"
USED: Mapping[FactKind, str] = {
    FactKind.SKILL: Part.SKILLS,
    FactKind.LICENCE: Part.SKILLS,
    FactKind.EDUCATION: Part.SKILLS,
    FactKind.LANGUAGE: Part.SKILLS,
    FactKind.ROLE: Part.ROLE,
    FactKind.LEVEL: Part.ROLE,
    FactKind.EXPERIENCE: Part.ROLE,
    FactKind.VALUE: Part.VALUES,
    FactKind.GOAL: Part.INTERESTS,
    FactKind.INTEREST: Part.INTERESTS,
    FactKind.CONSTRAINT: Part.INTERESTS,
    FactKind.LOCATION: Part.PLACE,
    FactKind.REMOTE: Part.PLACE,
    FactKind.PAY: Part.PAY,
    FactKind.HOURS: CONDITION,
    FactKind.WORK_PERMISSION: CONDITION,
}
NOT_USED: Mapping[FactKind, Why] = {
    FactKind.PREFERRED_NAME: Why.PRIVATE,
    FactKind.OBSTACLE: Why.PRIVATE,
    FactKind.RUNWAY: Why.PRIVATE,
    FactKind.NETWORK: Why.PRIVATE,
    FactKind.STRENGTH: Why.NOT_IN_POSTINGS,
    FactKind.ENERGISER: Why.NOT_IN_POSTINGS,
    FactKind.INDUSTRY: Why.NOT_COMPARABLE,
    FactKind.QUOTE: Why.ELSEWHERE,
}


def not_used(kinds: Iterable[FactKind]) -> dict[FactKind, Why]:
    """Return the kinds among some that no fit rests on, in the order of the table."""
    known = set(kinds)
    return {kind: why for kind, why in NOT_USED.items() if kind in known}
