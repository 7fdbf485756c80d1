"""The shapes of the small tools beside a question."""

from collections.abc import Mapping, Sequence

from rest_framework import serializers

from ps101.domain.flow import Tool
from ps101.domain.tools import DESIGNS, LONGEST_TEXT, MOST_LINES, MOST_ROWS, Filled, Row, Shape
from ps101.serializers.flows import Shape as Shown
from ps101.words.tools import tool_words


class ToolField(serializers.Serializer[object]):
    """One field: a line, several lines or a text."""

    name = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field of the same name
    shape = serializers.ChoiceField(choices=[one.value for one in Shape])
    most_lines = serializers.IntegerField()
    longest = serializers.IntegerField()


class ToolTick(serializers.Serializer[object]):
    """What can be ticked about a thing."""

    name = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field of the same name


class ToolShape(serializers.Serializer[object]):
    """A tool: its fields, or rows of a thing and ticks; `ready_text` is there to be copied."""

    key = serializers.CharField()
    title = serializers.CharField()
    hint = serializers.CharField()
    lines = ToolField(many=True)
    ticks = ToolTick(many=True)
    most_rows = serializers.IntegerField()
    ready_text = serializers.CharField(allow_blank=True)


class ToolList(serializers.Serializer[object]):
    """All tools."""

    tools = ToolShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class ToolRow(serializers.Serializer[object]):
    """A thing and what is ticked about it."""

    thing = serializers.CharField(allow_blank=True, max_length=LONGEST_TEXT)
    ticks = serializers.ListField(child=serializers.CharField(max_length=20), required=False, max_length=5)


class ToolInput(serializers.Serializer[object]):
    """What was typed into a tool: lines by field, or rows."""

    lines = serializers.DictField(
        child=serializers.ListField(
            child=serializers.CharField(allow_blank=True, max_length=LONGEST_TEXT), max_length=2 * MOST_LINES
        ),
        required=False,
    )
    rows = ToolRow(many=True, required=False)


class ToolDraft(serializers.Serializer[object]):
    """The draft of the answer, and what was added to it; "" when nothing was typed."""

    draft = serializers.CharField(allow_blank=True)
    added = serializers.CharField(allow_blank=True)


def tool_shape(tool: Tool) -> Shown:
    """Return a tool with its words."""
    words, design = tool_words(tool), DESIGNS[tool]
    return {
        "key": tool.value,
        "title": words.title,
        "hint": words.hint,
        "lines": [
            {
                "name": one.name,
                "label": words.asks[one.name],
                "shape": one.shape.value,
                "most_lines": MOST_LINES if one.shape is Shape.LINES else 1,
                "longest": one.longest,
            }
            for one in design.fields
        ],
        "ticks": [{"name": name, "label": words.asks[name]} for name in design.ticks],
        "most_rows": MOST_ROWS if design.ticks else 0,
        "ready_text": words.ready,
    }


def filled_from(lines: Mapping[str, Sequence[str]], rows: Sequence[Mapping[str, object]]) -> Filled:
    """Return what a request holds."""
    made = []
    for row in rows:
        ticks = row.get("ticks", [])
        made.append(Row(str(row["thing"]), frozenset(ticks if isinstance(ticks, list) else [])))
    return Filled(lines, made)
