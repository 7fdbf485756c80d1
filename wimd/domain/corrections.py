"""A résumé as it was read, what its person changed about it, and the two together.

What was read is never touched: a correction is kept beside it and can be taken back value by value.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from wimd.domain.parts import PARTS, Form, Kind, Part, is_of_list, is_of_value

Span = tuple[int, int]
JSON = dict[str, object]
DEEPEST = 4
MOST_NUMBERS = 100_000


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: values and places by path, how many entries or lines each list has, which jobs are breaks."""

    values: Mapping[str, str] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    breaks: frozenset[int] = frozenset()

    @classmethod
    def of(cls, stored: Mapping[str, object], letters: int) -> "Read":
        """Read the stored form: `{"document": JSON Resume, "spans": {path: [start, end]}, "breaks": [number]}`.

        Places outside the `letters` of the text, which only a made-up archive can hold, are left out.
        """
        values: dict[str, str] = {}
        counts: dict[str, int] = {}
        _flatten(stored.get("document", {}), "", values, counts)
        spans = cast(Mapping[str, Sequence[object]], stored.get("spans", {}))
        inside = {path: place for path, span in spans.items() if (place := _place(span, letters))}
        breaks = cast(Sequence[object], stored.get("breaks", ()))
        return cls(values, inside, counts, frozenset(one for one in breaks if isinstance(one, int)))


def _place(span: Sequence[object], letters: int) -> Span | None:
    """Return a stretch of a text of so many letters, None for what is none."""
    start, end = span
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= letters:
        return start, end
    return None


def _flatten(node: object, path: str, values: dict[str, str], counts: dict[str, int]) -> None:
    if path.count("/") > DEEPEST:
        return
    if isinstance(node, str):
        values[path] = node
    elif isinstance(node, Mapping):
        for key, inner in node.items():
            _flatten(inner, f"{path}/{key}" if path else str(key), values, counts)
    elif isinstance(node, list | tuple):
        counts[path] = len(node)
        for number, inner in enumerate(node):
            _flatten(inner, f"{path}/{number}", values, counts)


@dataclass(frozen=True, slots=True)
class Edits:
    """What a person changed: values by path ("" for left out), and the numbers that stand in a list, in order."""

    values: Mapping[str, str] = field(default_factory=dict)
    order: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, stored: Mapping[str, object]) -> "Edits":
        """Read the stored form. What names no place of a résumé, as in a made-up archive, is left out."""
        order = cast(Mapping[str, Sequence[object]], stored.get("order", {}))
        values = cast(Mapping[str, str], stored.get("values", {}))
        return cls(
            {path: text for path, text in values.items() if is_of_value(path)},
            {path: _numbers(listed) for path, listed in order.items() if is_of_list(path)},
        )

    def as_json(self) -> JSON:
        """Return the stored form, empty when nothing was changed."""
        order = {path: list(numbers) for path, numbers in self.order.items()}
        return {"values": dict(self.values), "order": order} if self else {}

    def __bool__(self) -> bool:
        return bool(self.values or self.order)


def _numbers(listed: Sequence[object]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one for one in listed if isinstance(one, int) and 0 <= one < MOST_NUMBERS))


@dataclass(frozen=True, slots=True)
class Value:
    """One value: `value` is what stands, `read` what was read (None for nothing), `span` where it was read."""

    path: str
    part: Part
    kind: Kind
    value: str | None
    read: str | None
    span: Span | None

    @property
    def is_edited(self) -> bool:
        """Whether the person said something else than what was read."""
        return self.value != self.read


@dataclass(frozen=True, slots=True)
class Revised:
    """A résumé as it was read together with what its person changed."""

    read: Read
    edits: Edits

    def numbers(self, path: str) -> tuple[int, ...]:
        """Return the numbers that stand in a list, in order."""
        return self.edits.order.get(path, tuple(range(self.count(path))))

    def count(self, path: str) -> int:
        """Return how many entries or lines were read in a list."""
        return self.read.counts.get(path, 0)

    def removed(self, path: str) -> tuple[int, ...]:
        """Return the numbers that were read or added and do not stand any more."""
        return tuple(sorted(self._known(path) - set(self.numbers(path))))

    def following(self, path: str) -> int:
        """Return the number of the next thing added to a list."""
        return max(self._known(path), default=-1) + 1

    def _known(self, path: str) -> set[int]:
        depth = path.count("/") + 1
        named = {
            int(one.split("/")[depth]) for one in [*self.edits.values, *self.edits.order] if one.startswith(path + "/")
        }
        return named | set(range(self.count(path))) | set(self.numbers(path))

    def text(self, path: str) -> str:
        """Return what stands at a path, "" for nothing."""
        return self.edits.values.get(path, self.read.values.get(path, ""))

    def is_standing(self, part: Part, number: int) -> bool:
        """Whether an entry was not taken out."""
        return number in self.numbers(part.path)

    def is_break(self, part: Part, number: int) -> bool:
        """Whether an entry of work is time away from it."""
        return part.path == "work" and (number in self.read.breaks or f"work/{number}/kind" in self.edits.values)

    def value(self, part: Part, kind: Kind, path: str, *, stands: bool = True) -> Value:
        """Return one value."""
        text = self.text(path) if stands else ""
        read = self.read.values.get(path) or None
        return Value(path, part, kind, text or None, read, self.read.spans.get(path))

    def entry(self, part: Part, entry: str, *, stands: bool = True) -> Iterator[Value]:
        """Yield the values of one object, a line of a list at a time, those taken out last."""
        for kind in part.kinds:
            path = f"{entry}/{kind.key}"
            if kind.form is not Form.LINES:
                yield self.value(part, kind, path, stands=stands)
                continue
            for number in self.numbers(path):
                yield self.value(part, kind, f"{path}/{number}", stands=stands)
            for number in self.removed(path):
                yield self.value(part, kind, f"{path}/{number}", stands=False)

    def all(self) -> Iterator[Value]:
        """Yield every value that stands, could stand, or was taken out."""
        for part in PARTS:
            if not part.is_list:
                yield from self.entry(part, part.path)
                continue
            for number in self.numbers(part.path):
                yield from self.entry(part, f"{part.path}/{number}")
            for number in self.removed(part.path):
                gone = self.entry(part, f"{part.path}/{number}", stands=False)
                yield from (one for one in gone if one.read)
