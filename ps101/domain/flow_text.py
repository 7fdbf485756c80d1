"""A flow as text that people write (TOML), and back; what is wrong with a text is named with its place."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import cast

from pydantic import TypeAdapter, ValidationError

from ps101.domain.flow import Flow, Prompt, Step
from ps101.domain.flow_rules import Flaw, Place, Told, Wrong, flaws_of

Document = dict[str, object]

_FLOW = TypeAdapter(Flow)
_AT = re.compile(r"\(?at line (\d+)")
_TABLE = re.compile(r"^\s*\[\[?\s*([a-z_.\s]+?)\s*\]\]?\s*(?:#.*)?$")
_KINDS = {
    "missing": Wrong.MISSING,
    "unexpected_keyword_argument": Wrong.UNKNOWN_FIELD,
    "enum": Wrong.UNKNOWN_WORD,
    "string_too_short": Wrong.TOO_SHORT,
    "string_too_long": Wrong.TOO_LONG,
    "string_pattern_mismatch": Wrong.LETTERS,
    "too_short": Wrong.EMPTY,
    "greater_than": Wrong.OUT_OF_RANGE,
    "greater_than_equal": Wrong.OUT_OF_RANGE,
    "less_than_equal": Wrong.OUT_OF_RANGE,
}
_NAMED = ("expected", "min_length", "max_length", "gt", "ge", "le")


class Unusable(ValueError):
    """A flow that cannot be stored; holds every flaw that was found."""

    def __init__(self, flaws: tuple[Flaw, ...]) -> None:
        super().__init__(flaws)
        self.flaws = flaws


def read(text: str) -> tuple[Document, Flow]:
    """Return the document a text holds, and the flow it is. Raises Unusable."""
    try:
        document = tomllib.loads(text)
    except RecursionError as error:
        raise Unusable((Flaw(Wrong.SYNTAX, told={"detail": "", "line": 1}),)) from error
    except ValueError as error:
        # Beside its own error tomllib lets through that of a number with too many digits.
        found = _AT.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise Unusable((Flaw(Wrong.SYNTAX, told={"detail": str(error), "line": line}),)) from error
    return document, check(document)


def check(document: Mapping[str, object]) -> Flow:
    """Return a document as a flow. Raises Unusable."""
    try:
        flow = _FLOW.validate_python(document)
    except ValidationError as error:
        raise Unusable(tuple(_without_shells(list(_flaws_in(error))))) from error
    flaws = flaws_of(flow)
    if flaws:
        raise Unusable(flaws)
    return flow


def line_of(text: str, place: Place) -> int:
    """Return the line, counted from 1, in which a part of a document stands, or the heading of what lacks it."""
    step = place[1] if len(place) > 1 and place[0] == "steps" else None
    prompt = place[3] if len(place) > 3 and place[2] == "prompts" else None
    name = next((one for one in reversed(place) if isinstance(one, str)), "")
    heading = 1
    steps = prompts = -1
    for number, line in enumerate(text.split("\n"), 1):
        table = _TABLE.match(line)
        if table and table[1] == "steps":
            steps, prompts = steps + 1, -1
        elif table and table[1] == "steps.prompts":
            prompts += 1
        if (steps, prompts) != (_number(step), _number(prompt)):
            continue
        heading = number if table else heading
        if re.match(rf"\s*\"?{re.escape(name)}\"?\s*=", line):
            return number
    return heading


def as_text(document: Mapping[str, object]) -> str:
    """Return a stored document as text that reads back as the same document."""
    lines = list(_values(document, [one.name for one in fields(Flow)]))
    for step in cast(list[Mapping[str, object]], document["steps"]):
        lines += ["", "[[steps]]", *_values(step, [one.name for one in fields(Step)])]
        for prompt in cast(list[Mapping[str, object]], step["prompts"]):
            lines += ["", "[[steps.prompts]]", *_values(prompt, [one.name for one in fields(Prompt)])]
    return "\n".join(lines) + "\n"


def _number(place: str | int | None) -> int:
    return place if isinstance(place, int) else -1


def _flaws_in(error: ValidationError) -> Iterator[Flaw]:
    for one in error.errors(include_url=False):
        told: Told = {"detail": one["msg"]}
        told |= {name: str(value) for name, value in one.get("ctx", {}).items() if name in _NAMED}
        yield Flaw(_KINDS.get(one["type"], Wrong.KIND), one["loc"], told)


def _without_shells(flaws: list[Flaw]) -> Iterator[Flaw]:
    """Leave out that a list is empty where something is wrong with what stands in it."""
    places = [flaw.place for flaw in flaws]
    for flaw in flaws:
        inside = (place for place in places if len(place) > len(flaw.place))
        if flaw.wrong is not Wrong.EMPTY or not any(place[: len(flaw.place)] == flaw.place for place in inside):
            yield flaw


def _values(table: Mapping[str, object], names: list[str]) -> Iterator[str]:
    """Yield the plain fields of a table in the order of its shape: a database may keep them in another."""
    for name in names:
        if name in table and name not in ("steps", "prompts"):
            yield f"{name} = {_value(table[name])}"


def _value(value: object) -> str:
    """Write a value so that both notations agree: TOML escapes one sign more than JSON does."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
