"""The first seven days beside the last seven: each step once, thoughts and plans once a day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mosaic.journal.domain.names import Happened
from ps101.domain.momentum import COUNTED, ONCE_A_DAY, Effort, Step, momentum

START = date(2026, 5, 4)
STEPS = st.builds(
    Step,
    st.sampled_from(sorted(Happened)),
    st.integers(0, 40).map(lambda days: START + timedelta(days=days)),
    st.sampled_from("abcdef"),
)


def on(day: int, name: Happened, subject: str = "a") -> Step:
    return Step(name, START + timedelta(days=day), subject)


def test_without_a_step_there_is_nothing_to_compare() -> None:
    assert momentum([on(0, Happened.MESSAGE_SENT)], START).began is None
    assert momentum([], START).latest is None


def test_an_evening_of_answers_is_one_day_and_each_step_done_counts() -> None:
    steps = [on(0, Happened.ANSWER_GIVEN, str(number)) for number in range(42)]
    steps += [on(9, Happened.ACTION_DONE, "a"), on(9, Happened.ACTION_DONE, "b")]
    found = momentum(steps, START + timedelta(days=10))
    assert found.first == {Effort.THOUGHT: 1}
    assert found.latest == {Effort.DID: 2}


def test_the_first_week_is_compared_only_once_it_is_over() -> None:
    steps = [on(0, Happened.EXPERIMENT_STARTED)]
    assert momentum(steps, START + timedelta(days=6)).latest is None
    assert momentum(steps, START + timedelta(days=7)).latest == {}


def test_a_step_that_was_taken_back_does_not_count() -> None:
    steps = [on(0, Happened.ACTION_DONE), on(0, Happened.ACTION_OPENED), on(1, Happened.ACTION_DONE, "b")]
    assert momentum(steps, START).first == {Effort.DID: 1}


@given(st.lists(STEPS))
def test_doing_the_same_twice_earns_nothing(steps: list[Step]) -> None:
    steps = [one for one in steps if one.name is not Happened.ACTION_OPENED]
    ordered = sorted(steps, key=lambda one: one.day)
    today = START + timedelta(days=40)
    assert momentum([*ordered, *ordered], today) == momentum(ordered, today)


@given(st.lists(STEPS))
def test_no_more_than_seven_days_of_thinking_in_a_week(steps: list[Step]) -> None:
    found = momentum(sorted(steps, key=lambda one: one.day), START + timedelta(days=40))
    for week in (found.first, found.latest or {}):
        assert all(count <= 7 for effort, count in week.items() if effort in ONCE_A_DAY)
    assert sum(found.first.values()) <= len([one for one in steps if one.name in COUNTED])
