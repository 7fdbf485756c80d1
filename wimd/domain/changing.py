"""Changing a résumé that was read: a value, the lines of a field, an entry; and taking a change back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wimd.domain.corrections import Edits, Revised
from wimd.domain.parts import LISTS, Form, Kind, Part, Place, place_of
from wimd.domain.values import Unusable, Why, tidied

MOST_ENTRIES, MOST_LINES = 200, 200
# A line that shares this much with one that stood there is that line in other words.
ALIKE = 0.5
BREAK = "break"


@dataclass(frozen=True, slots=True)
class Change:
    """New words for a path: a text ("" leaves out), lines, the fields of an entry, or None for what was read."""

    path: str
    value: object


def changed(revised: Revised, changes: Sequence[Change]) -> Edits:
    """Return the corrections after some more. Raises Unusable; then none of them is made."""
    work = _Working(revised)
    for change in changes:
        work.make(change)
    return work.edits()


def says_the_same(revised: Revised, edits: Edits) -> bool:
    """Whether corrections say what stands already: an entry that was added stands there in the same words."""
    after, fresh = Revised(revised.read, edits), set()
    for path in LISTS:
        here = [f"{path}/{number}" for number in after.numbers(path) if number not in revised.numbers(path)]
        if any(_contents(after, entry) not in _added(revised, path) for entry in here):
            return False
        fresh |= set(here)
    known = {one: text for one, text in edits.values.items() if not any(_is_below(one, entry) for entry in fresh)}
    order = {
        path: tuple(number for number in numbers if f"{path}/{number}" not in fresh)
        for path, numbers in edits.order.items()
        if not any(_is_below(path, entry) for entry in fresh)
    }
    return known == revised.edits.values and {**revised.edits.order, **order} == revised.edits.order


def _added(revised: Revised, path: str) -> list[list[tuple[str, str]]]:
    numbers = (number for number in revised.numbers(path) if number >= revised.count(path))
    return [_contents(revised, f"{path}/{number}") for number in numbers]


def _contents(revised: Revised, entry: str) -> list[tuple[str, str]]:
    """Return the values of an entry in order, with their fields."""
    values = revised.entry(LISTS[entry.rpartition("/")[0]], entry)
    return [(one.kind.key, one.value) for one in values if one.value]


class _Working:
    """Corrections while they are being changed."""

    def __init__(self, revised: Revised) -> None:
        self.values = dict(revised.edits.values)
        self.order = dict(revised.edits.order)
        self.read = revised.read

    @property
    def now(self) -> Revised:
        """What stands at this moment."""
        return Revised(self.read, Edits(self.values, self.order))

    def edits(self) -> Edits:
        """Return the corrections without those that change nothing."""
        values = {path: text for path, text in self.values.items() if text != self.read.values.get(path, "")}
        order = {
            path: tuple(numbers)
            for path, numbers in self.order.items()
            if tuple(numbers) != tuple(range(self.read.counts.get(path, 0)))
        }
        return Edits(values, order)

    def make(self, change: Change) -> None:
        """Make one change. Raises Unusable."""
        place = place_of(change.path)
        if place is None:
            raise Unusable(change.path, Why.UNKNOWN_PATH)
        if place.number is None and place.kind is None:
            self._add(place.part, change)
        elif not self._is_there(place):
            raise Unusable(change.path, Why.UNKNOWN_PATH)
        elif place.kind is None:
            self._entry(place, change)
        elif place.kind.form is Form.LINES and place.line is None:
            self._lines(place.field, place.kind, change)
        else:
            self._value(place, place.kind, change)

    def _is_there(self, place: Place) -> bool:
        """Whether an entry or a line was ever read or added."""
        if place.number is not None and place.number >= self.now.following(place.part.path):
            return False
        return place.line is None or place.line < self.now.following(place.field)

    def _value(self, place: Place, kind: Kind, change: Change) -> None:
        if change.value is None:
            self.values.pop(change.path, None)
        elif not isinstance(change.value, str):
            raise Unusable(change.path, Why.WRONG_TYPE)
        else:
            self.values[change.path] = tidied(kind.form, change.value, change.path)
        if place.line is not None:
            stands = self.now.text(change.path) != "" and (change.value is not None or self._was_read(place))
            self._stand(place.field, place.line, stands=stands)
        elif self.now.text(change.path):
            self._bring_back(place)

    def _was_read(self, place: Place) -> bool:
        return place.line is not None and place.line < self.read.counts.get(place.field, 0)

    def _bring_back(self, place: Place) -> None:
        """A field of an entry that was taken out stands in nothing: the entry comes back with it."""
        if place.number is not None:
            self._stand(place.part.path, place.number, stands=True)

    def _stand(self, path: str, number: int, *, stands: bool) -> None:
        """Put a number into a list where it was, or take it out."""
        numbers = list(self.now.numbers(path))
        if stands == (number in numbers):
            return
        if stands:
            numbers.insert(next((at for at, one in enumerate(numbers) if one > number), len(numbers)), number)
        else:
            numbers.remove(number)
        self.order[path] = tuple(numbers)

    def _lines(self, path: str, kind: Kind, change: Change) -> None:
        if change.value is None:
            self._forget(path)
            return
        lines = change.value
        if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
            raise Unusable(path, Why.WRONG_TYPE)
        standing = {number: self.now.text(f"{path}/{number}") for number in self.now.numbers(path)}
        # What was read stays as it was read, however long it is.
        known = frozenset(standing.values())
        tidy = [text for text in (line if line in known else tidied(kind.form, line, path) for line in lines) if text]
        if len(tidy) > max(MOST_LINES, len(standing)):
            raise Unusable(path, Why.TOO_MANY)
        following, placed = self.now.following(path), []
        for text, same in zip(tidy, aligned(standing, tidy), strict=True):
            number = following if same is None else same
            following += same is None
            self.values[f"{path}/{number}"] = text
            placed.append(number)
        self.order[path] = tuple(placed)

    def _forget(self, path: str) -> None:
        """Take back everything that was changed below a path."""
        self.values = {one: text for one, text in self.values.items() if not _is_below(one, path)}
        self.order = {one: numbers for one, numbers in self.order.items() if not _is_below(one, path)}

    def _entry(self, place: Place, change: Change) -> None:
        """Take an entry out (""), bring it back as it was read (None), or change fields of it (an object)."""
        assert place.number is not None
        path = place.part.path
        if isinstance(change.value, Mapping):
            self._fill(place.part, place.entry, change)
        elif change.value == "":
            self._stand(path, place.number, stands=False)
        elif change.value is not None:
            raise Unusable(change.path, Why.WRONG_TYPE)
        elif place.number >= self.read.counts.get(path, 0):
            self._stand(path, place.number, stands=not self.now.is_standing(place.part, place.number))
        else:
            self._forget(place.entry)
            self._stand(path, place.number, stands=True)

    def _fill(self, part: Part, entry: str, change: Change) -> None:
        assert isinstance(change.value, Mapping)
        for key, value in change.value.items():
            kind = part.kind(str(key))
            if kind is None:
                raise Unusable(f"{change.path}/{key}", Why.UNKNOWN_PATH)
            self.make(Change(f"{entry}/{kind.key}", value))

    def _add(self, part: Part, change: Change) -> None:
        """Add an entry, a break when `kind` says so."""
        if not isinstance(change.value, Mapping):
            raise Unusable(change.path, Why.WRONG_TYPE)
        fields = dict(change.value)
        numbers, number = self.now.numbers(part.path), self.now.following(part.path)
        if len(numbers) >= MOST_ENTRIES:
            raise Unusable(change.path, Why.TOO_MANY)
        entry = f"{part.path}/{number}"
        self.order[part.path] = (*numbers, number)
        if part.path == "work" and fields.get("kind") == BREAK:
            self.values[f"{entry}/kind"] = str(fields.pop("kind"))
        self._fill(part, entry, Change(part.path, fields))
        if not any(one.value for one in self.now.entry(part, entry)):
            raise Unusable(change.path, Why.NOTHING)
        self.order[part.path] = self._by_time(part, number)

    def _by_time(self, part: Part, number: int) -> tuple[int, ...]:
        """Return the numbers of a list with a new one before the first that began earlier, else at the end."""
        numbers = [one for one in self.now.numbers(part.path) if one != number]
        begun = self.now.text(f"{part.path}/{number}/startDate")
        earlier = (at for at, one in enumerate(numbers) if "" < self.now.text(f"{part.path}/{one}/startDate") < begun)
        numbers.insert(next(earlier, len(numbers)), number)
        return tuple(numbers)


def _is_below(path: str, outer: str) -> bool:
    return path == outer or path.startswith(outer + "/")


def aligned(standing: Mapping[int, str], lines: Sequence[str], *, by_place: bool = True) -> list[int | None]:
    """Return for each line the number of the line it was, None for a new one.

    First the same words, then most of the words, then, `by_place`, what stands in the same place.
    """
    free = {number: _words(text) for number, text in standing.items()}
    found: list[int | None] = [None] * len(lines)
    for at, line in enumerate(lines):
        same = next((number for number in free if standing[number] == line), None)
        found[at] = _taken(free, same)
    for at, line in enumerate(lines):
        if found[at] is None and free:
            words = _words(line)
            best = max(free, key=lambda number: _likeness(free[number], words))
            found[at] = _taken(free, best) if _likeness(free[best], words) >= ALIKE else None
    for at, number in enumerate(standing):
        if by_place and at < len(lines) and found[at] is None and number in free:
            found[at] = _taken(free, number)
    return found


def _taken(free: dict[int, frozenset[str]], number: int | None) -> int | None:
    if number is not None:
        del free[number]
    return number


def _words(line: str) -> frozenset[str]:
    return frozenset(line.casefold().split())


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which part of the longer line's words both have, 0 to 1."""
    return len(one & other) / max(len(one), len(other), 1)
