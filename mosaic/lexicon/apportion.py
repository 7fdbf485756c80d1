"""Shares a whole number out so that the parts add up to it exactly."""

from collections.abc import Sequence


def apportioned(whole: int, amounts: Sequence[int]) -> list[int]:
    """Return whole numbers in proportion to amounts (≥ 0) that add up to `whole`; all 0 when the amounts are.

    Largest remainder, after Hamilton (1792); equal remainders go to the first.
    """
    total = sum(amounts)
    if not total:
        return [0] * len(amounts)
    floors = [whole * amount // total for amount in amounts]
    order = sorted(range(len(amounts)), key=lambda at: (-(whole * amounts[at] % total), at))
    for at in order[: whole - sum(floors)]:
        floors[at] += 1
    return floors
