"""The nine sides of a working life, and how far each is known: what the mosaic on the home page shows.

A column grows from the bottom: now, wanted, evidence, tried. A tile is `known` when something stands on the
person's words or confirmation, `said` when it was found but not confirmed, `unknown` when its turn has
come and nothing is known. What somebody says they lack places no tile.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mosaic.facts.domain.kinds import FactKind, Polarity


class Side(StrEnum):
    """A column of the mosaic."""

    ROLE = "role"
    SKILLS = "skills"
    MEANING = "meaning"
    ENERGY = "energy"
    PAY = "pay"
    PLACE = "place"
    CONFIDENCE = "confidence"
    NETWORK = "network"
    TIME = "time"


class Level(StrEnum):
    """A row of the mosaic, from the bottom."""

    NOW = "now"
    WANTED = "wanted"
    EVIDENCE = "evidence"
    TRIED = "tried"


KINDS: Mapping[FactKind, Side] = {
    FactKind.ROLE: Side.ROLE,
    FactKind.LEVEL: Side.ROLE,
    FactKind.SKILL: Side.SKILLS,
    FactKind.LICENCE: Side.SKILLS,
    FactKind.EDUCATION: Side.SKILLS,
    FactKind.VALUE: Side.MEANING,
    FactKind.GOAL: Side.MEANING,
    FactKind.ENERGISER: Side.ENERGY,
    FactKind.INTEREST: Side.ENERGY,
    FactKind.PAY: Side.PAY,
    FactKind.LOCATION: Side.PLACE,
    FactKind.REMOTE: Side.PLACE,
    FactKind.HOURS: Side.PLACE,
    FactKind.STRENGTH: Side.CONFIDENCE,
    FactKind.OBSTACLE: Side.CONFIDENCE,
    FactKind.NETWORK: Side.NETWORK,
    FactKind.RUNWAY: Side.TIME,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One fact as the mosaic sees it."""

    kind: FactKind
    polarity: Polarity
    confirmed: bool
    quotes: int


def columns(pieces: Iterable[Piece], tried: Iterable[Side] = ()) -> dict[Side, dict[Level, str]]:
    """Return the state of each tile: known, said, unknown or empty."""
    found: dict[Side, dict[Level, str]] = {side: dict.fromkeys(Level, "") for side in Side}
    for piece in pieces:
        side = KINDS.get(piece.kind)
        if side is None or piece.polarity is Polarity.LACKS:
            continue
        level = Level.NOW if piece.polarity is Polarity.HAS else Level.WANTED
        _raise(found[side], level, "known" if piece.confirmed or piece.quotes else "said")
        if piece.confirmed or piece.quotes > 1:
            _raise(found[side], Level.EVIDENCE, "known")
    for side in tried:
        found[side][Level.TRIED] = "known"
    return found


def rows(found: Mapping[Side, Mapping[Level, str]]) -> Sequence[Sequence[str]]:
    """Return the tiles as rows from the top, for drawing."""
    return [[found[side][level] for side in Side] for level in reversed(Level)]


def placed(found: Mapping[Side, Mapping[Level, str]]) -> tuple[int, int]:
    """Return how many tiles are placed, of how many."""
    states = [state for column in found.values() for state in column.values()]
    return sum(state in ("known", "said") for state in states), len(states)


def _raise(column: dict[Level, str], level: Level, state: str) -> None:
    if column[level] != "known":
        column[level] = state
