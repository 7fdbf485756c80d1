"""What the product takes from a sentence, in the terms of the labels.

Having and wanting are read from the facts the product would keep. Lacking and avoiding are never kept; they
are read from the mentions that the product found and left out for that reason.
"""

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.reading import read_own_words
from mosaic.lexicon.claims import Stance, stance_at
from mosaic.lexicon.loose import skills_said

SKILL_WORDS = {Polarity.HAS: "has", Polarity.WANTS: "wants"}
LEFT_OUT = {Stance.LACKS: "lacks", Stance.AVOIDS: "avoids"}
ROLE_WORDS = {Polarity.HAS: "held", Polarity.WANTS: "hoped"}


def skills_read(text: str) -> set[tuple[str, str]]:
    """Return (what is said, skill id) as the product reads it."""
    skills = [one for one in read_own_words(text) if one.kind is FactKind.SKILL and one.polarity in SKILL_WORDS]
    kept = {(SKILL_WORDS[one.polarity], one.lexicon_id) for one in skills}
    stances = {(each.id, stance_at(text, each.start)) for each in skills_said(text)}
    return kept | {(LEFT_OUT[stance], each) for each, stance in stances if stance in LEFT_OUT}


def occupations_read(text: str) -> set[tuple[str, str]]:
    """Return (what is said, occupation id) as the product reads it."""
    roles = [one for one in read_own_words(text) if one.kind is FactKind.ROLE and one.polarity in ROLE_WORDS]
    return {(ROLE_WORDS[one.polarity], one.lexicon_id) for one in roles}
