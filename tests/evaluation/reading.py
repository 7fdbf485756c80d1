"""What the product takes from a sentence, in the terms of the labels."""

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.reading import read_own_words

SKILL_WORDS = {one: one.value for one in Polarity}
ROLE_WORDS = {Polarity.HAS: "held", Polarity.WANTS: "hoped"}


def skills_read(text: str) -> set[tuple[str, str]]:
    """Return (what is said, skill id) as the product reads it."""
    skills = [one for one in read_own_words(text) if one.kind is FactKind.SKILL]
    return {(SKILL_WORDS[one.polarity], one.lexicon_id) for one in skills}


def occupations_read(text: str) -> set[tuple[str, str]]:
    """Return (what is said, occupation id) as the product reads it."""
    roles = [one for one in read_own_words(text) if one.kind is FactKind.ROLE and one.polarity in ROLE_WORDS]
    return {(ROLE_WORDS[one.polarity], one.lexicon_id) for one in roles}
