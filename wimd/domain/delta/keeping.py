"""How a delta is kept and compared: gaps with their rules, and which facts stood on each side, by id."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from pydantic import TypeAdapter

from wimd.domain.delta.analysis import Delta
from wimd.domain.delta.model import Dimension, Line, Target, TargetKind


@dataclass(frozen=True)
class KeptTarget:
    """What a delta stood against; what was read from a fact has no label here, so that it goes with the fact."""

    kind: str
    label: str
    occupation: str


@dataclass(frozen=True)
class KeptSide:
    """A dimension as it stood; `gap` is None while it was unknown. The facts stand by their ids."""

    key: str
    now: list[str]
    wanted: list[str]
    gap: int | None
    rule: str
    numbers: dict[str, int]


@dataclass(frozen=True)
class Kept:
    """A delta as it stood."""

    sides: list[KeptSide]
    target: KeptTarget | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """One dimension then and now. `then` and `now` are steps, None for unknown; `fresh` are ids of facts that came."""

    key: Dimension
    then: int | None
    now: int | None
    fresh: frozenset[UUID]
    is_gone: bool


def kept_form(delta: Delta) -> dict[str, object] | None:
    """Return a delta as plain data to keep; None while nothing is known."""
    if not any(side.now or side.wanted for side in delta.sides):
        return None
    return {
        "target": _target(delta.target) if delta.target else None,
        "sides": [
            {
                "key": side.key.value,
                "now": _ids(side.now),
                "wanted": _ids(side.wanted),
                "gap": side.gap.steps if side.gap else None,
                "rule": side.gap.rule.value if side.gap else "",
                "numbers": dict(side.gap.numbers) if side.gap else {},
            }
            for side in delta.sides
        ],
    }


def read_kept(document: object) -> Kept:
    """Return what was kept."""
    return _KEPT.validate_python(document)


def moves(then: Kept, now: Delta) -> tuple[Move, ...]:
    """Return every dimension then and now."""
    before: Mapping[str, KeptSide] = {side.key: side for side in then.sides}
    found = []
    for side in now.sides:
        was = before.get(side.key.value)
        ids = {line.fact_id for line in (*side.now, *side.wanted) if line.fact_id}
        known = {UUID(one) for one in (*was.now, *was.wanted)} if was else set()
        steps = side.gap.steps if side.gap else None
        found.append(Move(side.key, was.gap if was else None, steps, frozenset(ids - known), bool(known - ids)))
    return tuple(found)


def _target(target: Target) -> dict[str, str]:
    label = "" if target.kind is TargetKind.STATED else target.label
    return {"kind": target.kind.value, "label": label, "occupation": target.occupation}


def _ids(lines: tuple[Line, ...]) -> list[str]:
    return sorted(str(line.fact_id) for line in lines if line.fact_id)


_KEPT = TypeAdapter(Kept)
