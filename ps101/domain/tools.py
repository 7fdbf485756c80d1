"""Small forms beside a question that help to fill its answer.

A tool only sets a person's own words into lines and sentences: every word between the labels is theirs, in their
order, and nothing typed makes nothing. The labels come from outside, in the language of the page.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ps101.domain.flow import Tool

LONGEST_LINE, LONGEST_TEXT = 300, 2000
MOST_LINES, MOST_ROWS = 12, 6
DEEPEST_WHY = 5
PLACE = "%(words)s"


class Shape(StrEnum):
    """What a field holds."""

    LINE = "line"
    LINES = "lines"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a tool."""

    name: str
    shape: Shape = Shape.LINE

    @property
    def longest(self) -> int:
        """How many characters fit, of one line where it holds several."""
        return LONGEST_TEXT if self.shape is Shape.TEXT else LONGEST_LINE


@dataclass(frozen=True, slots=True)
class Design:
    """The fields of a tool; with `ticks`, rows of a thing and what is ticked about it."""

    fields: tuple[Field, ...] = ()
    ticks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A thing and what is ticked about it."""

    thing: str
    ticks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Filled:
    """What somebody typed into a tool: lines by field, and rows."""

    lines: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rows: Sequence[Row] = ()

    def of(self, name: str) -> tuple[str, ...]:
        """Return the lines of a field that hold words."""
        return tuple(line.strip() for line in self.lines.get(name, ()) if line.strip())

    def first(self, name: str) -> str:
        """Return the words of a field that holds one line, or ""."""
        return next(iter(self.of(name)), "")


DESIGNS: Mapping[Tool, Design] = {
    Tool.PLUS_DELTA: Design((Field("works", Shape.LINES), Field("change", Shape.LINES))),
    Tool.REFLECT_BACK: Design((Field("who"), Field("said", Shape.TEXT))),
    Tool.FIVE_WHYS: Design(tuple(Field(f"why_{number}") for number in range(1, DEEPEST_WHY + 1))),
    Tool.PASSION_SKILL: Design(ticks=("like", "good")),
    Tool.URGENT_IMPORTANT: Design(ticks=("urgent", "important")),
    Tool.TINY_HABIT: Design((Field("after"), Field("will"), Field("then"))),
}
# The groups of a grid in the order in which they are written: what is ticked, and the label it stands under.
GROUPS: Mapping[Tool, tuple[tuple[frozenset[str], str], ...]] = {
    Tool.PASSION_SKILL: (
        (frozenset(("like", "good")), "like_good"),
        (frozenset(("like",)), "like"),
        (frozenset(("good",)), "good"),
        (frozenset(), "neither"),
    ),
    Tool.URGENT_IMPORTANT: (
        (frozenset(("urgent", "important")), "urgent_important"),
        (frozenset(("important",)), "important"),
        (frozenset(("urgent",)), "urgent"),
        (frozenset(), "neither"),
    ),
}


class TooMuch(StrEnum):
    """Why what was typed into a tool does not fit."""

    LINE = "line_too_long"
    LINES = "too_many_lines"


def too_much(tool: Tool, filled: Filled) -> Mapping[str, TooMuch]:
    """Return by field what does not fit; rows are one field, `rows`."""
    found: dict[str, TooMuch] = {}
    for one in DESIGNS[tool].fields:
        lines, most = filled.of(one.name), MOST_LINES if one.shape is Shape.LINES else 1
        if len(lines) > most:
            found[one.name] = TooMuch.LINES
        elif any(len(line) > one.longest for line in lines):
            found[one.name] = TooMuch.LINE
    things = _rows(filled)
    if len(things) > MOST_ROWS:
        found["rows"] = TooMuch.LINES
    elif any(len(row.thing.strip()) > LONGEST_LINE for row in things):
        found["rows"] = TooMuch.LINE
    return found


def compose(tool: Tool, filled: Filled, labels: Mapping[str, str]) -> str:
    """Return what was typed as lines for an answer.

    A label with a place for `%(words)s` makes a sentence of each line under it, any other one a heading over a list.
    """
    if tool is Tool.TINY_HABIT:
        return _habit(filled, labels)
    told = _grouped(tool, filled) if tool in GROUPS else _by_field(tool, filled)
    return "\n".join(_said(labels[name], lines) for name, lines in told if lines)


def appended(draft: str, composed: str) -> str:
    """Return a draft with what was composed below it. Sent twice it is there once."""
    draft = draft.rstrip()
    if not composed or draft == composed or draft.endswith("\n" + composed):
        return draft
    return f"{draft}\n\n{composed}" if draft else composed


def _by_field(tool: Tool, filled: Filled) -> Iterator[tuple[str, Sequence[str]]]:
    return ((one.name, filled.of(one.name)) for one in DESIGNS[tool].fields)


def _grouped(tool: Tool, filled: Filled) -> Iterator[tuple[str, Sequence[str]]]:
    known = set(DESIGNS[tool].ticks)
    for ticks, name in GROUPS[tool]:
        yield name, [row.thing.strip() for row in _rows(filled) if row.ticks & known == ticks]


def _said(label: str, lines: Sequence[str]) -> str:
    if PLACE in label:
        return "\n".join(label % {"words": _without_stop(line) if label.endswith(".") else line} for line in lines)
    return "\n".join((label, *(f"- {line}" for line in lines)))


def _habit(filled: Filled, labels: Mapping[str, str]) -> str:
    """Return one sentence of the parts that were typed."""
    typed = {one.name: _without_stop(filled.first(one.name)) for one in DESIGNS[Tool.TINY_HABIT].fields}
    sentence = ", ".join(labels[name] % {"words": words} for name, words in typed.items() if words)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def _without_stop(line: str) -> str:
    return line.rstrip(" .,;") or line


def _rows(filled: Filled) -> list[Row]:
    return [row for row in filled.rows if row.thing.strip()]
