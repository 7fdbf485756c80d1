"""What the test double answers when nobody scripted anything: enough to look at the product, and plainly not a model."""

import json
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from tests.ai.wires import Turn

Json = Mapping[str, Any]
NAME = "test-double"
TRANSCRIPT = "This is the test double speaking. Nobody listened to the recording, and its words are not written here."
NOTHING_SAID = "You have not written anything yet."
QUESTIONS = (
    "What about that matters most to you?",
    "When was it last the way you would like it to be?",
    "What would be different if that went well?",
    "Who would notice first, and what would they see?",
)
BETWEEN = 0.08
THINKING = 0.6
LONGEST_QUOTE = 90
_TAG = re.compile(r"</?[a-zA-Z_][\w-]*(?:\s[^<>]*)?>")
_SENTENCE = re.compile(r"[^.!?\n]+")
_WORD = re.compile(r"\S+\s*")


def improvised(path: str, body: Json) -> Turn:
    """Return an answer to a request that no script foresaw, slowly enough to be watched."""
    if path.endswith("/transcriptions"):
        return Turn((TRANSCRIPT,), before=THINKING, model=NAME)
    if path.endswith("/embeddings"):
        return Turn(model=NAME)
    last, shape = last_words(body), shape_in(body)
    if shape is not None:
        return Turn((json.dumps(fitting(shape, shape, quote_of(last))),), before=THINKING, model=NAME)
    return Turn(tuple(_WORD.findall(reflection(last))), before=THINKING, between=BETWEEN, model=NAME)


def last_words(body: Json) -> str:
    """Return what the person said last, as text."""
    said = [one["content"] for one in body.get("messages", []) if one.get("role") == "user"]
    if not said:
        return ""
    blocks = said[-1] if isinstance(said[-1], list) else [{"text": said[-1]}]
    return " ".join(str(block.get("text", "")) for block in blocks)


def reflection(said: str) -> str:
    """Return one reflection in the person's own words, and one open question."""
    quote = quote_of(said)
    heard = f"“{quote}”: that is what I hear." if quote else NOTHING_SAID
    return f"{heard} {QUESTIONS[len(said) % len(QUESTIONS)]}"


def quote_of(said: str) -> str:
    """Return a literal stretch of what was said: the longest sentence, cut at a comma or else between two words."""
    sentences = [one.strip() for part in _TAG.split(said) for one in _SENTENCE.findall(part)]
    longest = max(sentences, key=len, default="")
    if len(longest) <= LONGEST_QUOTE:
        return longest
    head = longest[: LONGEST_QUOTE + 1]
    cuts = (head.rfind(mark) for mark in (",", " "))
    return head[: next((cut for cut in cuts if cut > 0), LONGEST_QUOTE)]


def shape_in(body: Json) -> Json | None:
    """Return the schema a request asks for, in either protocol."""
    form = body.get("output_config", {}).get("format") or body.get("response_format", {}).get("json_schema")
    shape: Json | None = form.get("schema") if form else None
    return shape


def fitting(schema: Json, whole: Json, words: str) -> object:
    """Return the smallest value that fits a schema; where it has to be words, the person's own.

    A shape that holds itself without an end has no smallest value and is refused by Python's own depth.
    """
    if "$ref" in schema:
        return fitting(_named(schema["$ref"], whole), whole, words)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if choices := schema.get("anyOf") or schema.get("oneOf"):
        return fitting(min(choices, key=lambda one: one.get("type") != "null"), whole, words)
    kinds = schema.get("type", "object")
    kind = kinds[0] if isinstance(kinds, list) else kinds
    return _PLAIN[kind] if kind in _PLAIN else _MADE[kind](schema, whole, words)


def _named(reference: str, whole: Json) -> Json:
    found = whole
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    return found


def _object(schema: Json, whole: Json, words: str) -> object:
    properties = schema.get("properties", {})
    return {name: fitting(properties[name], whole, words) for name in schema.get("required", [])}


def _array(schema: Json, whole: Json, words: str) -> object:
    return [fitting(schema["items"], whole, words) for _ in range(schema.get("minItems", 0))]


def _number(schema: Json, whole: Json, words: str) -> object:
    """Return the number nearest to nought."""
    least = schema.get("minimum", schema.get("exclusiveMinimum", -math.inf) + 1)
    most = schema.get("maximum", schema.get("exclusiveMaximum", math.inf) - 1)
    return min(max(0, least), most)


def _string(schema: Json, whole: Json, words: str) -> object:
    text = (words or "nothing").ljust(schema.get("minLength", 0), ".")
    return text[: schema.get("maxLength", len(text))]


_PLAIN = {"boolean": False, "null": None}
_MADE: Mapping[str, Callable[[Json, Json, str], object]] = {
    "object": _object,
    "array": _array,
    "integer": _number,
    "number": _number,
    "string": _string,
}
