"""The small tools beside a question, as forms."""

from collections.abc import Mapping
from dataclasses import dataclass

from ps101.domain.flow import Prompt, Tool
from ps101.domain.tools import DESIGNS, MOST_ROWS, Design, Field, Filled, Row, Shape
from ps101.words.tools import tool_words

Typed = Mapping[str, str]
Errors = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FieldShown:
    """One field with what was typed into it."""

    name: str
    label: str
    is_long: bool
    value: str
    error: str


@dataclass(frozen=True, slots=True)
class TickShown:
    """One tick about a thing."""

    name: str
    label: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class RowShown:
    """One thing and its ticks."""

    number: int
    thing: str
    ticks: tuple[TickShown, ...]


@dataclass(frozen=True, slots=True)
class ToolShown:
    """A tool as a form; `error` is about all of it."""

    key: str
    title: str
    hint: str
    ready: str
    fields: tuple[FieldShown, ...]
    rows: tuple[RowShown, ...]
    thing: str
    example: str
    error: str
    is_open: bool


def tools_beside(prompt: Prompt) -> list[ToolShown]:
    """Return the tools that a question offers, empty."""
    return [_shown(tool, {}, {}) for tool in prompt.tools]


def tools_again(prompt: Prompt, used: Tool, typed: Typed, errors: Errors) -> list[ToolShown]:
    """Return the tools of a question, the one in use with what was typed and what is wrong with it."""
    offered = prompt.tools if used in prompt.tools else (*prompt.tools, used)
    return [_shown(tool, typed, errors, is_open=True) if tool is used else _shown(tool, {}, {}) for tool in offered]


def filled_from(tool: Tool, typed: Typed) -> Filled:
    """Return what a form holds."""
    design = DESIGNS[tool]
    lines = {one.name: _lines(one, typed.get(one.name, "")) for one in design.fields}
    return Filled(lines, [_row(design, typed, number) for number in _numbers(design)])


def _lines(one: Field, value: str) -> list[str]:
    return value.splitlines() if one.shape is Shape.LINES else [value]


def _row(design: Design, typed: Typed, number: int) -> Row:
    ticks = frozenset(name for name in design.ticks if typed.get(f"{name}-{number}"))
    return Row(typed.get(f"thing-{number}", ""), ticks)


def _numbers(design: Design) -> range:
    return range(1, MOST_ROWS + 1) if design.ticks else range(0)


def _shown(tool: Tool, typed: Typed, errors: Errors, *, is_open: bool = False) -> ToolShown:
    words, design = tool_words(tool), DESIGNS[tool]
    fields = tuple(
        FieldShown(
            one.name,
            words.asks[one.name],
            one.shape is not Shape.LINE,
            typed.get(one.name, ""),
            errors.get(one.name, ""),
        )
        for one in design.fields
    )
    rows = tuple(_row_shown(design, words.asks, typed, number) for number in _numbers(design))
    thing, example = words.things.get("thing", ""), words.things.get("example", "")
    error = errors.get("rows", "") or errors.get("draft", "")
    return ToolShown(tool.value, words.title, words.hint, words.ready, fields, rows, thing, example, error, is_open)


def _row_shown(design: Design, asks: Mapping[str, str], typed: Typed, number: int) -> RowShown:
    row = _row(design, typed, number)
    ticks = tuple(TickShown(name, asks[name], name in row.ticks) for name in design.ticks)
    return RowShown(number, row.thing, ticks)
