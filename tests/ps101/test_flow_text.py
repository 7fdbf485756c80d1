"""A flow as text: read, refused with the line that is wrong, written back, and compared."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ps101.domain.flow_change import compare
from ps101.domain.flow_rules import Notice, Wrong, remarks_on
from ps101.domain.flow_text import Unusable, as_text, check, line_of, read
from ps101.loading import FOLDER
from ps101.sentences import flaw_lines, remark_words
from tests.ps101.flows import flow_text

SHIPPED = sorted(FOLDER.glob("*.toml"))
LINES = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=2, max_size=200)


def flaws(text: str) -> list[tuple[str, int]]:
    with pytest.raises(Unusable) as caught:
        read(text)
    return [(flaw.wrong, line_of(text, flaw.place)) for flaw in caught.value.flaws]


def line_with(text: str, start: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if line.startswith(start))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_ships_reads_back_as_it_was_written_and_needs_no_second_look(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    document, flow = read(text)
    assert tomllib.loads(as_text(document)) == document
    assert remarks_on(flow, flow) == ()


@given(LINES, st.floats(0.1, 10), st.booleans())
def test_any_words_survive_being_written_and_read(words: str, minutes: float, required: bool) -> None:
    document, _ = read(flow_text())
    steps = document["steps"]
    assert isinstance(steps, list)
    steps[0]["prompts"][0] |= {"text": words, "minutes": minutes, "required": required}
    check(document)
    assert read(as_text(document))[0] == document


@pytest.mark.parametrize(
    ("change", "wrong", "at"),
    [
        ({"flow": 'read_after = "third"'}, Wrong.NO_SUCH_STEP, "read_after"),
        ({"second": 'opens_after = "reflection"'}, Wrong.GATE_NOT_BEFORE, "opens_after"),
        ({"second": 'opens_after = "actions"\ngate = "actions"'}, Wrong.GATE_NOT_BEFORE, "opens_after"),
        ({"second": 'gate = "luck"'}, Wrong.UNKNOWN_WORD, "gate"),
        ({"second": 'tool = "five_whys"'}, Wrong.UNKNOWN_FIELD, "tool"),
        ({"key": "Next one"}, Wrong.LETTERS, 'key = "Next one"'),
        ({"text": "?"}, Wrong.TOO_SHORT, "text"),
        ({"text": "a" * 201}, Wrong.TOO_LONG, "text"),
        ({"text": "a \\u0000 b"}, Wrong.LETTERS, "text"),
        ({"least": 0}, Wrong.OUT_OF_RANGE, "min_chars"),
        ({"least": 5001}, Wrong.OUT_OF_RANGE, "min_chars"),
        ({"minutes": '"long"'}, Wrong.KIND, 'minutes = "long"'),
        ({"version": 0}, Wrong.OUT_OF_RANGE, "version"),
        ({"version": 10_000}, Wrong.OUT_OF_RANGE, "version"),
        ({"flow": "= 3"}, Wrong.SYNTAX, ""),
    ],
)
def test_what_is_wrong_is_named_with_its_line(change: dict[str, str | int], wrong: Wrong, at: str) -> None:
    text = flow_text(**change)  # type: ignore[arg-type]  # one named change
    ((found, line),) = flaws(text)
    assert found == wrong
    if at:
        assert line == line_with(text, at)


def test_a_key_a_step_or_a_gate_that_comes_twice_is_named() -> None:
    text = flow_text(key="now", first='gate = "actions"', second='gate = "actions"')
    again = text.replace('key = "second"', 'key = "first"')
    assert [wrong for wrong, _ in flaws(again)] == [Wrong.STEP_TWICE, Wrong.PROMPT_TWICE, Wrong.GATE_TWICE]
    last = len(again.split("\n")) - list(reversed(again.split("\n"))).index('key = "now"')
    assert (Wrong.PROMPT_TWICE, last) in flaws(again)


def test_an_earlier_gate_opens_a_later_step() -> None:
    flow = read(flow_text(first='gate = "actions"', second='opens_after = "actions"'))[1]
    assert flow.steps[1].opens_after == "actions"


@pytest.mark.parametrize("odd", ["[" * 30_000, "a = " + "[" * 30_000, "a = " + "9" * 5000, "\x00", "", "key = 1"])
def test_odd_text_is_refused_with_words(odd: str) -> None:
    with pytest.raises(Unusable) as caught:
        read(odd)
    assert all(line.startswith("Line ") for line in flaw_lines(caught.value, odd))


def test_several_faults_are_said_at_once_in_the_order_of_lines() -> None:
    text = flow_text(least=0, key="Next one", flow="colour = 3")
    with pytest.raises(Unusable) as caught:
        read(text)
    lines = flaw_lines(caught.value, text)
    assert [line.split(":")[0].split(", ", 1)[1] for line in lines] == [
        "colour",
        "step 1, question 1, min_chars",
        "step 2, question 1, key",
    ]


def test_long_sentences_long_flows_and_lost_questions_deserve_a_second_look() -> None:
    before = read(flow_text())[1]
    long = read(flow_text(2, key="later", text="word " * 21, minutes="9.5"))[1]
    found = remarks_on(long, before)
    assert [remark.notice for remark in found] == [Notice.LONG_SENTENCE, Notice.PROMPT_GONE]
    assert "“next”" in remark_words(found[1])
    assert [remark.notice for remark in remarks_on(before, None)] == [Notice.NEW_FLOW]


def test_too_many_minutes_deserve_a_second_look() -> None:
    document, flow = read((FOLDER / "discovery.toml").read_text(encoding="utf-8"))
    for step in document["steps"]:  # type: ignore[attr-defined]  # a list of tables
        for prompt in step["prompts"]:
            prompt["minutes"] = prompt["minutes"] + 1
    notices = [remark.notice for remark in remarks_on(check(document), flow)]
    assert notices == [Notice.REQUIRED_MINUTES, Notice.ALL_MINUTES]


def test_a_comparison_names_what_is_new_gone_and_said_differently() -> None:
    before, after = read(flow_text())[1], read(flow_text(2, key="later", text="And now?", first='gate = "actions"'))[1]
    found = compare(before, after)
    assert [prompt.key for prompt in found.added] == ["later"]
    assert [prompt.key for prompt in found.removed] == ["next"]
    assert [(one.key, [change.field for change in one.changes]) for one in found.changed] == [("now", ["text"])]
    assert [(one.key, one.changes[0].after) for one in found.steps_changed] == [("first", "actions")]
    assert not found.is_empty


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_version_beside_itself_changes_nothing(path: Path) -> None:
    flow = read(path.read_text(encoding="utf-8"))[1]
    assert compare(flow, flow).is_empty


def test_a_question_that_moves_is_named_with_its_steps() -> None:
    before = read(flow_text())[1]
    text = flow_text(2)
    head, first, second = text.split("[[steps.prompts]]")
    body, tail = first.split("[[steps]]")
    moved = compare(before, read(f"{head}[[steps.prompts]]{second}\n[[steps]]{tail}[[steps.prompts]]{body}")[1])
    assert moved.is_reordered
    assert {one.key: [change.field for change in one.changes] for one in moved.changed} == {
        "now": ["step"],
        "next": ["step"],
    }
