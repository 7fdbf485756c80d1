"""What somebody changed of the experiments and quotes that were read, and the lists with it.

A change is kept with the words it is about (`read`, nothing for a line they added), so that reading again neither
brings back what was left out nor undoes what was reworded. A quote is a line without a smallest version.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ps101.domain.extraction import Proposal


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One change: the line as it was read, as it is now, and whether it is left out."""

    read: str
    now: Proposal
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class Present:
    """The lines as they stand, and the changes that made them so."""

    lines: tuple[Proposal, ...]
    own: tuple[OwnLine, ...] = ()

    @property
    def gone(self) -> tuple[OwnLine, ...]:
        """What was left out."""
        return tuple(one for one in self.own if one.is_removed)


def with_own(read: Iterable[Proposal], own: Sequence[OwnLine]) -> tuple[Proposal, ...]:
    """Return the lines that were read with the person's changes; their own lines stand though nothing was read."""
    changed = {one.read: one for one in own if one.read}
    taken: set[str] = set()
    kept: list[Proposal] = []
    for line in read:
        one = changed.get(line.idea)
        taken.add(line.idea)
        if one is None or not one.is_removed:
            kept.append(one.now if one else line)
    kept += [one.now for one in own if not one.is_removed and one.read not in taken]
    return tuple(dict.fromkeys(kept))


def left_out(present: Present, idea: str) -> Present:
    """Return the lines without one."""
    line = _line(present, idea)
    own = replace(_own(present, line), is_removed=True)
    return Present(tuple(one for one in present.lines if one is not line), _with(present, line, own))


def reworded(present: Present, idea: str, now: Proposal) -> Present:
    """Return the lines with one in other words."""
    line = _line(present, idea)
    own = replace(_own(present, line), now=now)
    return Present(tuple(now if one is line else one for one in present.lines), _with(present, line, own))


def added(present: Present, line: Proposal) -> Present:
    """Return the lines with one of the person's own; one they had left out comes back instead."""
    if any(one.now.idea == line.idea for one in present.gone):
        return reworded(restored(present, line.idea), line.idea, line)
    return Present((*present.lines, line), (*present.own, OwnLine("", line)))


def restored(present: Present, idea: str) -> Present:
    """Return the lines with one that was left out."""
    back = next(one for one in present.gone if one.now.idea == idea)
    own = tuple(replace(one, is_removed=False) if one is back else one for one in present.own)
    return Present((*present.lines, back.now), own)


def _line(present: Present, idea: str) -> Proposal:
    return next(one for one in present.lines if one.idea == idea)


def _own(present: Present, line: Proposal) -> OwnLine:
    """Return the change a line came from, or one that is about the line as it was read."""
    return next((one for one in present.own if one.now == line and not one.is_removed), OwnLine(line.idea, line))


def _with(present: Present, line: Proposal, own: OwnLine) -> tuple[OwnLine, ...]:
    before = _own(present, line)
    return (*(one for one in present.own if one is not before), own)
