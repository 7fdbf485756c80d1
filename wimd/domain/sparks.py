"""A small line of numbers over time, as the points of a drawing 100 wide and 40 high."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, FOOT, RISE = 100.0, 38.0, 36.0


@dataclass(frozen=True, slots=True)
class Spark:
    """Points of the line, and its last point twice, which draws a dot."""

    line: str
    end: str


def spark(values: Sequence[float], lowest: float, highest: float) -> Spark:
    """Return the line of numbers between `lowest` and `highest`, evenly spaced; of one number a flat line."""
    drawn = list(values) * 2 if len(values) == 1 else list(values)
    step = WIDTH / max(1, len(drawn) - 1)
    heights = [FOOT - RISE * (value - lowest) / (highest - lowest) for value in drawn]
    points = [f"{place * step:.1f},{height:.1f}" for place, height in enumerate(heights)]
    return Spark(" ".join(points), " ".join(points[-1:] * 2))
