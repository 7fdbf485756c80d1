"""What is changed at once on a page: the contact, the summary, an entry, a new entry, or a list of short names.

A unit's key is in the address of its form: `contact`, `summary`, `work/0`, `work/new`, `breaks/new`, `skills/lines`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wimd.domain.changing import BREAK, Change, aligned
from wimd.domain.corrections import Revised
from wimd.domain.parts import PARTS, Form, Kind, Part, place_of

BREAKS = "breaks"
# Lists whose entries are mostly a name: written one in a line.
NAMED = {"skills": "name", "interests": "name"}


class Way(StrEnum):
    """How a unit changes."""

    OBJECT = "object"
    ENTRY = "entry"
    NEW = "new"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Input:
    """One field of a unit's form: what stands in it now; lines are joined."""

    path: str
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a part; `entry` is the path its fields begin with."""

    key: str
    part: Part
    way: Way
    entry: str
    is_break: bool = False

    def inputs(self, revised: Revised) -> list[Input]:
        """Return the fields of the form in order."""
        if self.way is Way.LINES:
            names = "\n".join(named(revised, self.part).values())
            return [Input(self.key, Kind("lines", Form.LINES), names)]
        kinds = [kind for kind in self.part.kinds if not (self.is_break and kind.key == "summary")]
        return [Input(f"{self.entry}/{kind.key}", kind, self._text(revised, kind)) for kind in kinds]

    def _text(self, revised: Revised, kind: Kind) -> str:
        path = f"{self.entry}/{kind.key}"
        if kind.form is not Form.LINES:
            return revised.text(path)
        return "\n".join(revised.text(f"{path}/{number}") for number in revised.numbers(path))

    def changes(self, revised: Revised, typed: Mapping[str, str]) -> list[Change]:
        """Return what a filled form changes; `typed` is by the paths of the inputs."""
        if self.way is Way.LINES:
            return self._named_changes(revised, _lines(typed[self.key])) if self.key in typed else []
        differing = [one for one in self.inputs(revised) if _differs(one, typed.get(one.path, one.text))]
        if self.way is Way.NEW:
            fields = {one.kind.key: _value(one.kind, typed[one.path]) for one in differing}
            return [Change(self.part.path, fields | ({"kind": BREAK} if self.is_break else {}))]
        return [Change(one.path, _value(one.kind, typed[one.path])) for one in differing]

    def _named_changes(self, revised: Revised, lines: Sequence[str]) -> list[Change]:
        standing, key = named(revised, self.part), NAMED[self.part.name]
        numbers = aligned(standing, lines)
        gone = [Change(f"{self.part.path}/{number}", "") for number in standing if number not in numbers]
        return gone + [
            Change(self.part.path, {key: line}) if number is None else Change(f"{self.part.path}/{number}/{key}", line)
            for line, number in zip(lines, numbers, strict=True)
            if number is None or line != standing[number]
        ]


def named(revised: Revised, part: Part) -> dict[int, str]:
    """Return the entries of a list that are a name and nothing else, by their numbers."""
    key = NAMED[part.name]
    found = {}
    for number in revised.numbers(part.path):
        values = [one for one in revised.entry(part, f"{part.path}/{number}") if one.value]
        if [one.kind.key for one in values] == [key]:
            found[number] = values[0].value or ""
    return found


def unit_of(revised: Revised, key: str) -> Unit | None:
    """Return the unit of a key, or None when there is none in this résumé."""
    first, _, rest = key.partition("/")
    part = next((part for part in PARTS if part.name == (first if first != BREAKS else "work")), None)
    if part is None or part.is_list == (key == part.name):
        return None
    if not part.is_list:
        return Unit(key, part, Way.OBJECT, part.path)
    if rest == "new":
        return Unit(key, part, Way.NEW, key, is_break=first == BREAKS)
    if rest == "lines" and part.name in NAMED:
        return Unit(key, part, Way.LINES, key)
    return _entry_of(revised, key, part, rest)


def _entry_of(revised: Revised, key: str, part: Part, number: str) -> Unit | None:
    place = place_of(f"{part.path}/{number}")
    if place is None or place.number is None or place.kind or not revised.is_standing(part, place.number):
        return None
    return Unit(key, part, Way.ENTRY, place.entry, revised.is_break(part, place.number))


def _differs(one: Input, typed: str) -> bool:
    if one.kind.form is Form.LINES:
        return _lines(typed) != _lines(one.text)
    return typed.strip() != one.text


def _value(kind: Kind, typed: str) -> str | list[str]:
    return _lines(typed) if kind.form is Form.LINES else typed


def _lines(text: str) -> list[str]:
    return [line for line in (line.strip() for line in text.splitlines()) if line]
