"""Corrections after a file was read again, perhaps by a reader that reads more or puts it in another order.

An entry is known again by the values it shares with what was read before. What a person wrote never gets lost:
an entry that was changed and is not found again stands on as one they added.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from wimd.domain.changing import aligned
from wimd.domain.corrections import Edits, Read, Revised
from wimd.domain.parts import LISTS, Form, Part


def carried(edits: Edits, old: Read, new: Read) -> Edits:
    """Return corrections of one reading as corrections of a later one of the same file."""
    if not edits or old == new:
        return edits
    work = _Carrying(Revised(old, edits), new)
    for path, text in edits.values.items():
        if not any(path.startswith(listed + "/") for listed in LISTS):
            work.values[path] = text
    for part in LISTS.values():
        work.entries(part)
    values = {path: text for path, text in work.values.items() if text != new.values.get(path, "")}
    order = {path: one for path, one in work.order.items() if one != tuple(range(new.counts.get(path, 0)))}
    return Edits(values, order)


@dataclass(frozen=True, slots=True)
class _Move:
    """The numbers of a list before and after: those that were read stay only where they are found again or kept."""

    numbers: Mapping[int, int]
    order: tuple[int, ...]


def _moved(before: Revised, path: str, known: Mapping[int, int], kept: Collection[int], count: int) -> _Move:
    """Number a list anew: `known` are numbers found again, `kept` those that are added behind the `count` read now.

    The order is the person's where they made one, else that of the new reading.
    """
    standing = before.numbers(path)
    numbers = {**known, **{number: following for following, number in enumerate(sorted(kept), start=count)}}
    by_person = path in before.edits.order
    order = [numbers[number] for number in standing if number in (numbers if by_person else kept)]
    for fresh in sorted(set(range(count)) - (set(known.values()) if by_person else set())):
        order.insert(min(fresh, len(order)), fresh)
    return _Move(numbers, tuple(order))


class _Carrying:
    def __init__(self, before: Revised, new: Read) -> None:
        self.before, self.new = before, new
        self.values: dict[str, str] = {}
        self.order: dict[str, tuple[int, ...]] = {}

    def entries(self, part: Part) -> None:
        """Carry the corrections of one list of entries."""
        path, before = part.path, self.before
        known = _found_again(before.read, self.new, part)
        every = {*before.numbers(path), *before.removed(path)}
        kept = [n for n in sorted(every - set(known)) if self._is_by_hand(part, n)]
        move = _moved(before, path, known, kept, self.new.counts.get(path, 0))
        self.order[path] = move.order
        for number, to in move.numbers.items():
            self._entry(part, f"{path}/{number}", f"{path}/{to}", is_known=number in known)

    def _is_by_hand(self, part: Part, number: int) -> bool:
        """Whether an entry holds anything its person wrote."""
        entry = f"{part.path}/{number}/"
        written = any(text for path, text in self.before.edits.values.items() if path.startswith(entry))
        return written or (number >= self.before.count(part.path) and self.before.is_standing(part, number))

    def _entry(self, part: Part, entry: str, to: str, *, is_known: bool) -> None:
        for path, text in self._written(part, entry, is_known=is_known):
            self.values[to + path[len(entry) :]] = text
        for kind in part.kinds:
            if kind.form is Form.LINES:
                carry = self._lines if is_known else self._all_lines
                carry(f"{entry}/{kind.key}", f"{to}/{kind.key}")

    def _written(self, part: Part, entry: str, *, is_known: bool) -> Iterator[tuple[str, str]]:
        """Yield the values to carry: the changed ones, or all of an entry that is not found again."""
        plain = [f"{entry}/{kind.key}" for kind in part.kinds if kind.form is not Form.LINES] + [f"{entry}/kind"]
        for path in plain:
            if path in self.before.edits.values or (not is_known and self.before.text(path)):
                yield path, self.before.text(path)

    def _lines(self, path: str, to: str) -> None:
        before = self.before
        if path not in before.edits.order and not any(one.startswith(path + "/") for one in before.edits.values):
            return
        now = [self.new.values.get(f"{to}/{number}", "") for number in range(self.new.counts.get(to, 0))]
        was = {number: before.read.values.get(f"{path}/{number}", "") for number in range(before.count(path))}
        known = {old: at for at, old in enumerate(aligned(was, now, by_place=False)) if old is not None}
        kept = [n for n in before.numbers(path) if n not in known and f"{path}/{n}" in before.edits.values]
        move = _moved(before, path, known, kept, len(now))
        self.order[to] = move.order
        for number, there in move.numbers.items():
            if f"{path}/{number}" in before.edits.values:
                self.values[f"{to}/{there}"] = before.text(f"{path}/{number}")

    def _all_lines(self, path: str, to: str) -> None:
        """Carry the lines of an entry that stands on without having been read."""
        lines = [self.before.text(f"{path}/{number}") for number in self.before.numbers(path)]
        for number, text in enumerate(lines):
            self.values[f"{to}/{number}"] = text
        if lines:
            self.order[to] = tuple(range(len(lines)))


def _found_again(old: Read, new: Read, part: Part) -> dict[int, int]:
    """Return which entry of a new reading is which of the old one: the more values they share, the surer."""
    before, after = (_contents(read, part) for read in (old, new))
    shared = sorted(
        (-len(words & others), abs(number - other), number, other)
        for number, words in before.items()
        for other, others in after.items()
        if words & others
    )
    found: dict[int, int] = {}
    for _, _, number, other in shared:
        if number not in found and other not in found.values():
            found[number] = other
    return found


def _contents(read: Read, part: Part) -> dict[int, set[tuple[str, str]]]:
    """Return the values of each entry with their fields, whatever their line."""
    found: dict[int, set[tuple[str, str]]] = {number: set() for number in range(read.counts.get(part.path, 0))}
    for path, text in read.values.items():
        if path.startswith(part.path + "/"):
            number, _, field = path[len(part.path) + 1 :].partition("/")
            found[int(number)].add((field.rstrip("0123456789"), text))
    return found
