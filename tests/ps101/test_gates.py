"""Gates of small experiments: what each waits for, and what a person has reached."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ps101.domain.experiments import (
    ENOUGH_ACTIONS,
    MOVES,
    Badge,
    Canvas,
    Fault,
    Gate,
    Missing,
    Move,
    Status,
    Trial,
    badges,
    met,
    missing_for,
)

DAY = date(2026, 3, 2)
NOTHING = Trial("", "", None, 0, (), is_reflected=False)
WHOLE = Trial("They will ask again.", "Two questions.", DAY, 1, ("ring", "draw", "try"), is_reflected=True)

WORDS = st.sampled_from(["", " ", "enough", "I quit", "I can't", "help", "\u2003", "two people ring back"])
TRIALS = st.builds(
    Trial,
    hypothesis=WORDS,
    success_metric=WORDS,
    review_on=st.none() | st.just(DAY),
    strategies=st.integers(0, 3),
    actions=st.lists(WORDS, max_size=5).map(tuple),
    is_reflected=st.booleans(),
)


@pytest.mark.parametrize(
    ("gate", "missing"),
    [
        (Gate.EXPERIMENT, (Missing.HYPOTHESIS, Missing.SUCCESS_METRIC, Missing.REVIEW_ON)),
        (Gate.OBSTACLE, (Missing.STRATEGY,)),
        (Gate.ACTIONS, (Missing.ACTIONS,)),
        (Gate.REFLECTION, (Missing.REFLECTION,)),
    ],
)
def test_without_an_experiment_everything_is_missing(gate: Gate, missing: tuple[Missing, ...]) -> None:
    assert missing_for(gate, None) == missing
    assert missing_for(gate, NOTHING) == missing
    assert missing_for(gate, WHOLE) == ()


@pytest.mark.parametrize(
    ("trial", "missing"),
    [
        (replace(WHOLE, hypothesis=" \n "), Missing.HYPOTHESIS),
        (replace(WHOLE, success_metric=""), Missing.SUCCESS_METRIC),
        (replace(WHOLE, review_on=None), Missing.REVIEW_ON),
    ],
)
def test_an_experiment_names_the_one_thing_it_lacks(trial: Trial, missing: Missing) -> None:
    assert missing_for(Gate.EXPERIMENT, trial) == (missing,)
    assert Badge.DESIGNED not in badges(trial)


@pytest.mark.parametrize(
    ("actions", "count"),
    [
        ((), 0),
        (("Ring Petra", "ring  petra ", "RING PETRA"), 1),
        (("Ring Petra", "ring Petra\n", "Ring Peter", "draw the map"), 3),
        (("", "  ", "\t"), 0),
        (("Straße fegen", "STRASSE FEGEN"), 1),
        (("one", "two", "three", "four"), 4),
    ],
)
def test_actions_count_when_they_differ(actions: tuple[str, ...], count: int) -> None:
    trial = replace(WHOLE, actions=actions)
    assert trial.distinct_actions == count
    assert (missing_for(Gate.ACTIONS, trial) == ()) == (count >= ENOUGH_ACTIONS)


@given(TRIALS)
def test_each_gate_looks_at_its_own_part_alone(trial: Trial) -> None:
    assert (Gate.OBSTACLE in met([trial])) == (trial.strategies > 0)
    assert (Gate.ACTIONS in met([trial])) == (trial.distinct_actions >= ENOUGH_ACTIONS)
    assert (Gate.REFLECTION in met([trial])) == trial.is_reflected
    told = trial.hypothesis.strip() and trial.success_metric.strip() and trial.review_on
    assert (Gate.EXPERIMENT in met([trial])) == bool(told)


@given(st.lists(TRIALS, max_size=4), TRIALS)
def test_another_experiment_never_closes_a_gate(trials: list[Trial], another: Trial) -> None:
    assert met(trials) <= met([*trials, another])
    assert met([*trials, another]) == met(trials) | met([another])
    assert met(reversed(trials)) == met(trials)


@given(TRIALS)
def test_badges_follow_the_gates(trial: Trial) -> None:
    reached, opened = set(badges(trial)), met([trial])
    assert (Badge.DESIGNED in reached) == (Gate.EXPERIMENT in opened)
    assert (Badge.PLAN_READY in reached) == ({Gate.EXPERIMENT, Gate.OBSTACLE, Gate.ACTIONS} <= opened)
    assert (Badge.REFLECTION_LOGGED in reached) == (Gate.REFLECTION in opened)
    assert list(badges(trial)) == [badge for badge in Badge if badge in reached]


@pytest.mark.parametrize("words", ["enough", "I quit", "I can't", "help", "I'm done", "stop", "no"])
def test_no_word_keeps_a_gate_shut(words: str) -> None:
    trial = Trial(words, words, DAY, 1, (words, f"{words} again", f"{words} later"), is_reflected=True)
    assert met([trial]) == set(Gate)


@pytest.mark.parametrize(
    ("canvas", "faults"),
    [
        (Canvas(), (Fault.NOTHING,)),
        (Canvas(success_metric="two calls"), (Fault.NOTHING,)),
        (Canvas(title="I quit"), ()),
        (Canvas(hypothesis="x", start_on=DAY, review_on=DAY), ()),
        (Canvas(hypothesis="x", start_on=DAY, review_on=date(2026, 3, 1)), (Fault.REVIEW_BEFORE_START,)),
        (Canvas(start_on=DAY, review_on=date(2026, 3, 1)), (Fault.NOTHING, Fault.REVIEW_BEFORE_START)),
        (Canvas(hypothesis="x", review_on=date(2020, 1, 1)), ()),
    ],
)
def test_only_structure_keeps_an_experiment_from_being_kept(canvas: Canvas, faults: tuple[Fault, ...]) -> None:
    assert canvas.faults == faults


def test_an_experiment_can_always_go_somewhere_and_be_told_about() -> None:
    assert set(MOVES) == set(Status)
    assert all(MOVES[status] for status in Status)
    assert [status for status in Status if Move.REFLECT not in MOVES[status]] == [Status.ARCHIVED]
    assert MOVES[Status.ARCHIVED] == (Move.BRING_BACK,)
