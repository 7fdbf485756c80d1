"""Readings are sums of named points; padding and repeating earn nothing."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mosaic.journal.domain.names import Happened
from wimd.domain.metrics import ACTION, CLARITY, Known, Metric, Step, Thing, readings

NOW = datetime(2026, 11, 21, 18, tzinfo=UTC)
HOURS = st.integers(0, 24 * 60)
STEPS = st.lists(st.builds(lambda name, hours, subject: Step(name, NOW - timedelta(hours=hours), subject), st.sampled_from(list(Happened)), HOURS, st.sampled_from(["", "a", "b", "c", "d"])), max_size=40)  # fmt: skip
THINGS = st.lists(
    st.builds(lambda known, hours: Thing(known, NOW - timedelta(hours=hours)), st.sampled_from(list(Known)), HOURS),
    max_size=40,
)


def test_everything_there_is_makes_a_hundred() -> None:
    assert sum(each * most for each, most in CLARITY.values()) == 100
    assert sum(each * most for each, most in ACTION.values()) == 100


def test_nothing_is_zero_and_says_what_raises_it() -> None:
    found = readings([], [], NOW)
    assert {metric: reading.value for metric, reading in found.items()} == dict.fromkeys(Metric, 0)
    assert all(reading.next for reading in found.values())


@given(THINGS, STEPS)
def test_every_number_is_the_sum_of_its_points_and_stays_in_bounds(things: list[Thing], steps: list[Step]) -> None:
    for reading in readings(things, steps, NOW).values():
        assert 0 <= reading.value <= 100
        assert reading.value == min(100, sum(point.points for point in reading.points))


@given(THINGS, STEPS)
def test_replaying_gives_the_same_numbers_in_any_order(things: list[Thing], steps: list[Step]) -> None:
    assert readings(things, steps, NOW) == readings(things[::-1], steps[::-1], NOW)


@given(THINGS, STEPS)
def test_repeating_everything_earns_nothing(things: list[Thing], steps: list[Step]) -> None:
    once = readings(things, steps, NOW)[Metric.ACTION].value
    assert readings(things, steps * 3, NOW)[Metric.ACTION].value == once


def test_sixty_messages_change_nothing() -> None:
    talk = [Step(Happened.MESSAGE_SENT, NOW - timedelta(minutes=minute), str(minute)) for minute in range(60)]
    assert readings([], talk, NOW) == readings([], [], NOW)


def test_momentum_halves_in_a_week_without_a_step() -> None:
    step = Step(Happened.APPLIED, NOW, "job")
    assert readings([], [step], NOW)[Metric.MOMENTUM].value == 25
    later = readings([], [step], NOW + timedelta(days=7))[Metric.MOMENTUM].value
    assert later in (12, 13)
