"""A résumé as its person wants it read: one document out of what was read and what was changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from wimd.domain.corrections import JSON, Revised, Span
from wimd.domain.parts import PARTS, Form, Part


@dataclass(frozen=True, slots=True)
class Corrected:
    """A résumé as its person wants it read: the document, where the text says so, and what they wrote by hand."""

    document: JSON
    spans: Mapping[str, Span]
    by_hand: frozenset[str]


def corrected(revised: Revised) -> Corrected:
    """Return what was read with what was changed, as JSON Resume. Paths are those of the document returned."""
    found = _Building(revised)
    for part in PARTS:
        for at, number in enumerate(found.standing(part)):
            entry = part.path if number is None else f"{part.path}/{number}"
            found.add(part, entry, part.path if number is None else f"{part.path}/{at}")
    return Corrected(found.document, found.spans, frozenset(found.by_hand))


class _Building:
    def __init__(self, revised: Revised) -> None:
        self.revised = revised
        self.document: JSON = {}
        self.spans: dict[str, Span] = {}
        self.by_hand: set[str] = set()

    def standing(self, part: Part) -> list[int | None]:
        """Return the numbers of the objects of a part that hold something."""
        if not part.is_list:
            return [None]
        return [number for number in self.revised.numbers(part.path) if self._holds(part, f"{part.path}/{number}")]

    def _holds(self, part: Part, entry: str) -> bool:
        return any(one.value for one in self.revised.entry(part, entry))

    def add(self, part: Part, entry: str, to: str) -> None:
        """Put the values of one object where they stand in the document."""
        lines: dict[str, int] = {}
        for one in self.revised.entry(part, entry):
            if one.value is None:
                continue
            path = f"{to}/{one.kind.key}"
            if one.kind.form is Form.LINES:
                lines[path] = lines.get(path, -1) + 1
                path = f"{path}/{lines[path]}"
            _put(self.document, path, one.value)
            if one.is_edited:
                self.by_hand.add(path)
            elif one.span:
                self.spans[path] = one.span


def _put(document: JSON, path: str, value: str) -> None:
    """Set a value; lists grow by one, because their numbers come in order."""
    node: JSON | list[object] = document
    keys = path.split("/")
    for key, following in zip(keys, [*keys[1:], None], strict=True):
        inner: object = value if following is None else ([] if following.isdecimal() else {})
        if isinstance(node, list):
            if int(key) == len(node):
                node.append(inner)
            node = cast(JSON | list[object], node[int(key)])
        else:
            node = cast(JSON | list[object], node.setdefault(key, inner))
