"""Answers in a shape: the schema a provider is given, and the check of what came back, with one turn to repair it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from mosaic.ai.domain.calls import Ask, End, Reply, Said, Speaker

Shaped = TypeVar("Shaped", bound=BaseModel)
Asking = Callable[[Ask], Reply]
# What providers let decide about an answer while it is made; the rest is checked afterwards.
_KNOWN = ("type", "enum", "const", "description", "$ref", "anyOf", "items", "properties", "required", "$defs")
_FENCE = re.compile(r"```(?:json)?\s*(.*?)\s*```", re.DOTALL)
MOST_SAID = 12
"""So many faults of an answer are named to the model."""


class OutOfShape(Exception):
    """What came back does not fit, even after a second try."""


def _nothing_wrong(_: object) -> str:
    return ""


def shape_of(model: type[BaseModel]) -> dict[str, object]:
    """Return the schema both protocols accept in strict mode: closed objects, every field given."""
    found = _strict(model.model_json_schema())
    assert isinstance(found, dict)
    return found


def _strict(schema: object) -> object:
    if isinstance(schema, list):
        return [_strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {name: value for name, value in schema.items() if name in _KNOWN}
    for name in ("properties", "$defs"):
        if name in kept:
            kept[name] = {key: _strict(value) for key, value in kept[name].items()}
    for name in ("items", "anyOf"):
        if name in kept:
            kept[name] = _strict(kept[name])
    if kept.get("type") == "object":
        kept |= {"additionalProperties": False, "required": list(kept.get("properties", {}))}
    return kept


def shaped(
    ask: Ask,
    model: type[Shaped],
    asking: Asking,
    *,
    faults: Callable[[Shaped], str] = _nothing_wrong,
    is_repaired: bool = True,
) -> tuple[Shaped, list[Reply]]:
    """Ask for an answer in a shape; one that does not fit is sent back once with what is wrong about it.

    `faults` says what else is wrong with one that fits. Returns it with every reply that was paid for.
    Raises OutOfShape, and what `asking` raises.
    """
    ask = replace(ask, shape=shape_of(model))
    first = asking(ask)
    found, wrong = _read(first, model, faults)
    if found is not None:
        return found, [first]
    if not is_repaired:
        raise OutOfShape(wrong)
    second = asking(replace(ask, said=(*ask.said, Said(Speaker.MODEL, first.text or "{}"), _again(wrong))))
    found, wrong = _read(second, model, faults)
    if found is None:
        raise OutOfShape(wrong)
    return found, [first, second]


def restored(found: Shaped, restore: Callable[[str], str]) -> Shaped:
    """Return an answer with every text of it put through `restore`."""
    return type(found).model_validate(_restored(found.model_dump(mode="json"), restore))


def _restored(found: object, restore: Callable[[str], str]) -> object:
    match found:
        case str():
            return restore(found)
        case list():
            return [_restored(one, restore) for one in found]
        case dict():
            return {name: _restored(one, restore) for name, one in found.items()}
    return found


def _read(reply: Reply, model: type[Shaped], faults: Callable[[Shaped], str]) -> tuple[Shaped | None, str]:
    if reply.end is not End.WHOLE:
        return None, f"the answer was {reply.end}"
    fenced = _FENCE.fullmatch(reply.text.strip())
    try:
        found = model.model_validate_json(fenced[1] if fenced else reply.text)
    except ValidationError as error:
        return None, "; ".join(_fault(one) for one in error.errors(include_input=False)[:MOST_SAID])
    wrong = faults(found)
    return (None, wrong) if wrong else (found, "")


def _fault(error: Mapping[str, object]) -> str:
    place = ".".join(map(str, error["loc"])) if isinstance(error["loc"], tuple) else ""
    return f"{place or 'the answer'}: {error['msg']}"


def _again(faults: str) -> Said:
    return Said(
        Speaker.PERSON,
        f"That answer cannot be used ({faults}). Give the whole answer again as JSON of the same shape, and nothing else.",
    )
