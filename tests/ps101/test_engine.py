"""The engine: where somebody stands, what comes next, and what an answer lacks."""

import tomllib
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from ps101.domain.engine import AnswerProblem, Standing, judge, key_of
from ps101.domain.experiments import Gate
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


def test_steps_wait_only_for_what_comes_before_them() -> None:
    for flow in (DISCOVERY, FAST_TRACK):
        reached: set[Gate] = set()
        for step in flow.steps:
            assert step.opens_after is None or step.opens_after in reached
            assert step.gate not in reached
            reached |= {step.gate} - {None}  # type: ignore[arg-type]  # None is taken out
    assert [step.gate for step in DISCOVERY.steps if step.gate] == list(Gate)


def test_answers_are_first_read_after_a_step_that_exists() -> None:
    assert DISCOVERY.read_after in {step.key for step in DISCOVERY.steps}
    assert FAST_TRACK.read_after is None


def standing(*, up_to: str = "", gates: tuple[Gate, ...] = (), skipped: tuple[str, ...] = ()) -> Standing:
    """Return a standing in Discovery with everything answered up to the end of a step."""
    keys = [step.key for step in DISCOVERY.steps]
    done = DISCOVERY.steps[: keys.index(up_to) + 1] if up_to else ()
    answered = {prompt.key: 100 for step in done for prompt in step.prompts}
    return Standing(DISCOVERY, answered, frozenset(skipped), frozenset(gates))


def test_a_gate_comes_after_the_questions_of_its_step() -> None:
    found = standing(up_to="experiment")
    assert found.next is Gate.EXPERIMENT
    assert found.step is not None
    assert found.step.key == "experiment"
    assert found.current is not None
    assert found.current.key == "external_obstacles"


def test_a_gate_left_for_later_comes_back_when_nothing_else_is_ahead() -> None:
    everything = standing(up_to="reflect", gates=(Gate.OBSTACLE, Gate.ACTIONS), skipped=("gate:experiment",))
    assert everything.next is Gate.REFLECTION
    later = standing(
        up_to="reflect", gates=(Gate.OBSTACLE, Gate.ACTIONS), skipped=("gate:experiment", "gate:reflection")
    )
    assert later.next is Gate.EXPERIMENT
    assert later.blocking == ("gate:experiment", "gate:reflection", "new_skills")


def test_the_last_step_is_closed_until_the_reflection() -> None:
    last = DISCOVERY.prompts[-1]
    before, after = standing(up_to="reflect"), standing(up_to="reflect", gates=(Gate.REFLECTION,))
    assert not before.is_reachable(last)
    assert after.is_reachable(last)
    assert after.current is not None
    assert after.current.key == "new_skills"


def test_waiting_for_an_experiment_does_not_keep_the_answers_unread() -> None:
    assert standing(up_to="plan").unread == ("gate:actions",)
    assert standing(up_to="plan", gates=(Gate.ACTIONS,)).unread == ()
    assert not standing(up_to="plan", gates=(Gate.ACTIONS,)).can_complete


def test_minutes_of_a_required_question_left_open_are_still_to_come() -> None:
    first = DISCOVERY.prompts[0]
    assert Standing(DISCOVERY, {}, frozenset({first.key})).minutes_left == Standing(DISCOVERY, {}).minutes_left
    optional = next(prompt for prompt in DISCOVERY.prompts if not prompt.required)
    assert Standing(DISCOVERY, {}, frozenset({optional.key})).minutes_left < Standing(DISCOVERY, {}).minutes_left


def test_going_back_leads_to_the_question_before() -> None:
    found = standing()
    assert found.before(DISCOVERY.prompts[0].key) is None
    assert found.before("nothing") is None
    assert found.before(DISCOVERY.prompts[7].key) == DISCOVERY.prompts[6]


def test_no_question_has_the_key_of_a_gate() -> None:
    assert {key_of(gate) for gate in Gate}.isdisjoint(KEYS)


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
