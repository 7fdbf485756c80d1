"""How far the skills of a profile reach, for everything that compares it with a posting."""

from collections.abc import Mapping

from mosaic.facts.domain.profile import Known, Profile
from mosaic.lexicon import reach
from mosaic.lexicon.reach import FULL, Via, best_of

__all__ = ["FULL", "Credit", "Reach", "Via", "best_of", "reach_of"]

Credit = reach.Credit[Known]
Reach = Mapping[str, Credit]


def reach_of(profile: Profile) -> Reach:
    """Return the best credit for each skill somebody's facts reach."""
    return reach.reach_of(profile.skills, profile.roles)
