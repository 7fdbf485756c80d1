"""How close two kinds of work are, in thousandths: by their ISCO group and by the skills they share."""

from functools import lru_cache

from mosaic.lexicon.entries import Occupation
from mosaic.lexicon.store import lexicon

SAME = 1000
# Occupations of one ISCO-08 group of four, three or two digits.
BY_GROUP = ((4, 800), (3, 600), (2, 300))
MOST_BY_SKILLS = 850
OPTIONAL_COUNTS = 0.6


@lru_cache(maxsize=100_000)
def closeness(known: str, other: str) -> int:
    """Return how far experience in one occupation counts for another; 0 for an unknown id."""
    occupations = lexicon().occupations
    if known not in occupations or other not in occupations:
        return 0
    if known == other:
        return SAME
    here, there = occupations[known], occupations[other]
    by_group = next((value for digits, value in BY_GROUP if here.isco[:digits] == there.isco[:digits]), 0)
    return max(by_group, round(MOST_BY_SKILLS * _carried(here, there)))


def _carried(here: Occupation, there: Occupation) -> float:
    """Return the share of the other's essential skills that those of the first bring along."""
    return sum(_brought(here, skill) for skill in there.essential) / len(there.essential)


def _brought(here: Occupation, skill: str) -> float:
    if skill in here.essential:
        return 1.0
    optional = OPTIONAL_COUNTS if skill in here.optional else 0.0
    related = max((lexicon().skills[own].related.get(skill, 0.0) for own in here.essential), default=0.0)
    return max(optional, related)
