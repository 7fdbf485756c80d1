"""The engine: every way through a flow ends, and counts agree everywhere."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from ps101.domain.engine import AnswerProblem, Standing, judge
from ps101.domain.flow import Flow, Prompt
from ps101.loading import FOLDER


def load(key: str) -> Flow:
    return TypeAdapter(Flow).validate_python(tomllib.loads((FOLDER / f"{key}.toml").read_text()))


DISCOVERY, FAST_TRACK = load("discovery"), load("fast_track")
KEYS = [prompt.key for prompt in DISCOVERY.prompts]


def test_the_flows_have_the_shape_they_promise() -> None:
    assert (len(DISCOVERY.steps), len(DISCOVERY.prompts)) == (10, 42)
    assert len(FAST_TRACK.prompts) == 8
    assert DISCOVERY.minutes <= 45
    assert sum(prompt.minutes for prompt in DISCOVERY.prompts if prompt.required) <= 20
    assert all(step.prompts[0].required for step in DISCOVERY.steps)


def test_every_fast_track_question_is_one_of_discovery() -> None:
    assert {prompt.key for prompt in FAST_TRACK.prompts} <= set(KEYS)


def test_no_sentence_of_a_flow_is_long() -> None:
    for prompt in (*DISCOVERY.prompts, *FAST_TRACK.prompts):
        for text in (prompt.text, prompt.hint):
            assert all(len(sentence.split()) <= 20 for sentence in text.replace("?", ".").split("."))


@given(st.permutations(KEYS), st.sets(st.sampled_from(KEYS)))
def test_answering_or_leaving_open_always_leads_to_an_end(order: list[str], left_open: set[str]) -> None:
    answered: dict[str, int] = {}
    skipped: set[str] = set()
    for _ in range(2 * len(KEYS) + 1):
        current = Standing(DISCOVERY, answered, frozenset(skipped)).current
        if current is None:
            break
        if current.key in left_open and current.key not in skipped and not current.required:
            skipped.add(current.key)
        else:
            answered[current.key] = 100
    standing = Standing(DISCOVERY, answered, frozenset(skipped))
    assert standing.current is None
    assert standing.can_complete
    assert set(standing.open) == skipped - set(answered)


@given(st.sets(st.sampled_from(KEYS)))
def test_counts_agree(done: set[str]) -> None:
    standing = Standing(DISCOVERY, dict.fromkeys(done, 50))
    answered, total = standing.progress
    assert answered == len(done)
    assert answered + len(standing.open) == total
    assert set(standing.blocking) <= set(standing.open)
    assert (standing.minutes_left == 0) == (answered == total)


def test_an_answer_from_the_shorter_flow_counts_and_is_offered_for_extension() -> None:
    standing = Standing(DISCOVERY, {"problem_statement": 12})
    assert standing.progress == (1, 42)
    assert standing.to_extend == ("problem_statement",)


PROMPT = Prompt(
    key="pp", chip="ab", text="ab", hint="ab", example="ab", min_chars=10, minutes=1, required=True, rating=True
)


@pytest.mark.parametrize(
    ("text", "rating", "problem"),
    [
        ("too short", 5, AnswerProblem.TOO_SHORT),
        ("          a           ", 5, AnswerProblem.TOO_SHORT),
        ("x" * 5001, 5, AnswerProblem.TOO_LONG),
        ("long enough", None, AnswerProblem.RATING_MISSING),
        ("long enough", 11, AnswerProblem.RATING_OUT_OF_RANGE),
        ("long enough", 0, AnswerProblem.RATING_OUT_OF_RANGE),
    ],
)
def test_only_structure_is_judged(text: str, rating: int | None, problem: AnswerProblem) -> None:
    found = judge(PROMPT, text, rating)
    assert found is not None
    assert found.code is problem


@pytest.mark.parametrize("text", ["I can't. Enough, I quit.", "stop stop stop", "help me please", "done done done"])
def test_no_word_can_block_anybody(text: str) -> None:
    assert judge(PROMPT, text, 1) is None


def test_files_of_flows_are_where_the_loader_looks() -> None:
    assert {path.name for path in Path(FOLDER).glob("*.toml")} == {"discovery.toml", "fast_track.toml"}
