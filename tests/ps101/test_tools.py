"""The small tools: a person's own words, in their order, under labels, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mosaic.facts.domain.reading import read_own_words
from ps101.domain.flow import Tool
from ps101.domain.tools import (
    DESIGNS,
    GROUPS,
    LONGEST_LINE,
    MOST_ROWS,
    PLACE,
    Filled,
    Row,
    Shape,
    TooMuch,
    appended,
    compose,
    too_much,
)
from ps101.words.tools import tool_words

# Letters that stand in no label, so that own words are told from labels.
WORDS = st.text("αβγδεΩΨ%7漢", min_size=1, max_size=12)
LINES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
BLANK = st.sampled_from(["", " ", "\n\t"])


@st.composite
def filled(draw: st.DrawFn, tool: Tool) -> Filled:
    """Return something typed into a tool, with empty fields among it."""
    design = DESIGNS[tool]
    lines = {
        one.name: draw(st.lists(LINES | BLANK, max_size=4 if one.shape is Shape.LINES else 1)) for one in design.fields
    }
    ticks = st.frozensets(st.sampled_from(design.ticks)) if design.ticks else st.just(frozenset())
    rows = draw(st.lists(st.builds(Row, LINES | BLANK, ticks), max_size=MOST_ROWS)) if design.ticks else []
    return Filled(lines, rows)


def typed_in(tool: Tool, given_words: Filled) -> list[str]:
    """Return the words typed, in the order in which they are written."""
    if tool in GROUPS:
        return [
            row.thing.strip()
            for ticks, _ in GROUPS[tool]
            for row in given_words.rows
            if row.ticks == ticks and row.thing.strip()
        ]
    return [line for one in DESIGNS[tool].fields for line in given_words.of(one.name)]


@pytest.mark.parametrize("tool", Tool)
@given(st.data())
def test_own_words_stay_literal_in_their_order_and_nothing_is_invented(tool: Tool, data: st.DataObject) -> None:
    given_words = data.draw(filled(tool))
    left = compose(tool, given_words, tool_words(tool).writes).casefold()
    labels = [part for label in tool_words(tool).writes.values() for part in label.casefold().split(PLACE)]
    for words in typed_in(tool, given_words):
        before, found, left = left.partition(words.casefold())
        assert found
        assert is_made_of(before, labels)
    assert is_made_of(left, labels)


def is_made_of(text: str, labels: list[str]) -> bool:
    """Whether nothing but labels, bullets and stops is in a text."""
    for label in sorted(filter(None, map(str.strip, labels)), key=len, reverse=True):
        text = text.replace(label, " ")
    return not text.strip(" \n-,.")


@pytest.mark.parametrize("tool", Tool)
@given(st.data())
def test_nothing_typed_makes_nothing(tool: Tool, data: st.DataObject) -> None:
    design = DESIGNS[tool]
    lines = {one.name: data.draw(st.lists(BLANK, max_size=2)) for one in design.fields}
    rows = [Row(data.draw(BLANK), frozenset(design.ticks))] if design.ticks else []
    assert compose(tool, Filled(lines, rows), tool_words(tool).writes) == ""


@pytest.mark.parametrize("tool", [tool for tool in Tool if tool is not Tool.PASSION_SKILL])
def test_labels_alone_tell_nothing_about_anybody(tool: Tool) -> None:
    design = DESIGNS[tool]
    rows = [Row("blue", ticks) for ticks, _ in GROUPS.get(tool, ())]
    words = compose(tool, Filled({one.name: ["blue"] for one in design.fields}, rows), tool_words(tool).writes)
    assert "blue" in words
    assert read_own_words(words) == []


def test_what_somebody_is_not_good_at_is_never_read_as_a_skill() -> None:
    rows = [Row("spreadsheets"), Row("cooking", frozenset({"like"})), Row("driving a forklift", frozenset({"good"}))]
    words = compose(Tool.PASSION_SKILL, Filled(rows=rows), tool_words(Tool.PASSION_SKILL).writes)
    skills = {one.lexicon_id: one.polarity.value for one in read_own_words(words) if one.kind == "skill"}
    assert skills == {"spreadsheets": "lacks", "cooking": "lacks", "forklift-driving": "has"}


def test_a_habit_is_one_sentence_of_the_parts_there_are() -> None:
    writes = tool_words(Tool.TINY_HABIT).writes
    both = Filled({"after": ["put the kettle on,"], "will": ["write one line."]})
    assert compose(Tool.TINY_HABIT, both, writes) == "After I put the kettle on, I will write one line."
    assert compose(Tool.TINY_HABIT, Filled({"will": ["write one line"]}), writes) == "I will write one line."


def test_what_presses_and_matters_comes_first() -> None:
    rows = [Row("sort photos"), Row("ring the register", frozenset({"urgent", "important"}))]
    words = compose(Tool.URGENT_IMPORTANT, Filled(rows=rows), tool_words(Tool.URGENT_IMPORTANT).writes)
    assert words == "First:\n- ring the register\nLater, or not at all:\n- sort photos"


@given(st.text(max_size=80), LINES)
def test_a_draft_stays_and_what_is_added_twice_is_there_once(draft: str, words: str) -> None:
    once = appended(draft, words)
    assert once.startswith(draft.rstrip())
    assert once.endswith(words)
    assert appended(once, words) == once


def test_what_does_not_fit_is_named() -> None:
    assert too_much(Tool.FIVE_WHYS, Filled({"why_1": ["x" * (LONGEST_LINE + 1)]})) == {"why_1": TooMuch.LINE}
    assert too_much(Tool.PLUS_DELTA, Filled({"works": ["x"] * 13})) == {"works": TooMuch.LINES}
    assert too_much(Tool.PASSION_SKILL, Filled(rows=[Row("x")] * 7)) == {"rows": TooMuch.LINES}
    assert too_much(Tool.REFLECT_BACK, Filled({"said": ["x" * 2000]})) == {}
