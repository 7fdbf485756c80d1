"""How weights may be spread from the heaviest to the lightest: a few kinds that stand for all, each as likely.

Weights that are spread evenly over everything that adds up to one are, in their order, an even mix of the corners of
what is possible: all in one, half in each of two, and so on (Barron and Barrett 1996, "Decision quality using ranked
attribute weights", whose rank-order centroids are the mean of these corners). The mixes are the first points of the
Kronecker sequence in powers of the generalised golden ratio (Roberts 2018, "The unreasonable effectiveness of
quasirandom sequences"), which fills a space evenly and without chance. As every order has every spread, no dimension
is favoured.
"""

from functools import cache
from math import log

import numpy as np
from numpy.typing import NDArray

from ps101.domain.asked import Dimension

SPREADS = 8
# Weights are counted in ten-thousandths of everything.
ALL = 10_000
# The one number that is one less than its eighth power: one power more than there are dimensions.
GOLDEN = 1.0969815577985598


@cache
def spreads() -> NDArray[np.int64]:
    """Return one row for each spread, the heaviest weight first."""
    return np.array([_spread(place) for place in range(1, SPREADS + 1)], np.int64)


def _spread(place: int) -> list[int]:
    shares = [-log((0.5 + place / GOLDEN**power) % 1) for power in range(1, len(Dimension) + 1)]
    corners = [share / size / sum(shares) for size, share in enumerate(shares, 1)]
    return [round(ALL * sum(corners[rank:])) for rank in range(len(Dimension))]
