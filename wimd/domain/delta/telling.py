"""What a few words about one side of a dimension are kept as: which kind of fact, had or wanted."""

from collections.abc import Mapping
from typing import NamedTuple

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.phrases import occupation_finder, value_finder
from wimd.domain.delta.model import Dimension
from wimd.domain.delta.target import skills_in


class Kept(NamedTuple):
    """What words are kept as. `names_side` when they say themselves nothing about which dimension they are for."""

    kind: FactKind
    polarity: Polarity
    names_side: bool = False


NOW: Mapping[Dimension, Kept] = {
    Dimension.ROLE: Kept(FactKind.ROLE, Polarity.HAS),
    Dimension.SKILLS: Kept(FactKind.SKILL, Polarity.HAS),
    Dimension.MEANING: Kept(FactKind.OBSTACLE, Polarity.HAS, names_side=True),
    Dimension.ENERGY: Kept(FactKind.OBSTACLE, Polarity.HAS, names_side=True),
    Dimension.PAY: Kept(FactKind.PAY, Polarity.HAS),
    Dimension.PLACE: Kept(FactKind.HOURS, Polarity.HAS),
    Dimension.CONFIDENCE: Kept(FactKind.OBSTACLE, Polarity.HAS, names_side=True),
    Dimension.NETWORK: Kept(FactKind.NETWORK, Polarity.HAS),
    Dimension.TIME: Kept(FactKind.RUNWAY, Polarity.HAS),
}
WANTED: Mapping[Dimension, Kept] = {
    Dimension.ROLE: Kept(FactKind.GOAL, Polarity.WANTS),
    Dimension.SKILLS: Kept(FactKind.SKILL, Polarity.WANTS),
    Dimension.MEANING: Kept(FactKind.VALUE, Polarity.WANTS),
    Dimension.ENERGY: Kept(FactKind.ENERGISER, Polarity.HAS),
    Dimension.PAY: Kept(FactKind.PAY, Polarity.WANTS),
    Dimension.PLACE: Kept(FactKind.HOURS, Polarity.WANTS),
    Dimension.CONFIDENCE: Kept(FactKind.GOAL, Polarity.WANTS),
    Dimension.NETWORK: Kept(FactKind.GOAL, Polarity.WANTS),
    Dimension.TIME: Kept(FactKind.RUNWAY, Polarity.WANTS),
}


def lexicon_id_of(kind: FactKind, words: str) -> str:
    """Return the entry that words of a kind name first, "" for none."""
    match kind:
        case FactKind.SKILL:
            return next(iter(skills_in(words)), "")
        case FactKind.ROLE:
            return next((one.id for one in occupation_finder().find(words)), "")
        case FactKind.VALUE:
            return next((one.id for one in value_finder().find(words)), "")
        case _:
            return ""
