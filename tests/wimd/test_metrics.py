"""Readings are sums of named points; padding, repeating, doing and undoing earn nothing."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.journal.domain.names import Happened
from wimd.domain.contradictions import Said, agreements, pulling_apart
from wimd.domain.metrics import ACTION, CLARITY, Known, Metric, Step, Thing, readings
from wimd.domain.momentum import DAY_POINTS, HALF_LIFE, REAL
from wimd.domain.steps import UNDOES, standing

NOW = datetime(2026, 11, 21, 18, tzinfo=UTC)
HOURS = st.integers(0, 24 * 60)
SUBJECTS = st.sampled_from(["", "a", "b", "c", "d"])
STEPS = st.lists(st.builds(lambda name, hours, subject: Step(name, NOW - timedelta(hours=hours), subject), st.sampled_from(list(Happened)), HOURS, SUBJECTS), max_size=40)  # fmt: skip
THINGS = st.lists(
    st.builds(
        lambda known, hours, subject: Thing(known, NOW - timedelta(hours=hours), subject),
        st.sampled_from(list(Known)),
        HOURS,
        SUBJECTS,
    ),
    max_size=40,
)
UNDOING = (*UNDOES, Happened.EXPERIMENT_ARCHIVED, Happened.STAGE_UNDONE)


def momentum(*steps: Step, at: datetime = NOW) -> int:
    return readings([], steps, at)[Metric.MOMENTUM].value


def days_ago(days: float, subject: str = "a", name: Happened = Happened.ACTION_DONE) -> Step:
    return Step(name, NOW - timedelta(days=days), subject)


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
def test_every_point_names_a_thing_or_a_step_and_its_moment(things: list[Thing], steps: list[Step]) -> None:
    moments = {(thing.subject, thing.since) for thing in things} | {(step.subject, step.at) for step in steps}
    for reading in readings(things, steps, NOW).values():
        assert {(point.subject, point.when) for point in reading.points} <= moments


@given(THINGS, STEPS)
def test_replaying_gives_the_same_numbers_in_any_order(things: list[Thing], steps: list[Step]) -> None:
    assert readings(things, steps, NOW) == readings(things[::-1], steps[::-1], NOW)


@given(THINGS, STEPS)
def test_repeating_everything_earns_nothing(things: list[Thing], steps: list[Step]) -> None:
    again = [Step(step.name, step.at + timedelta(minutes=minute), step.subject) for minute, step in enumerate(steps)]
    steps = [step for step in steps if step.name not in (*UNDOING, Happened.EXPERIMENT_BACK)]
    again = [step for step in again if step.name not in (*UNDOING, Happened.EXPERIMENT_BACK)]
    assert readings(things, [*steps, *again], NOW) == readings(things, steps, NOW)


@given(STEPS, st.sampled_from([(did, undo) for undo, dids in UNDOES.items() for did in dids]), st.integers(1, 5))
def test_doing_and_undoing_leaves_what_was_there(
    steps: list[Step], pair: tuple[Happened, Happened], times: int
) -> None:
    did, undo = pair
    about = [
        Step(name, NOW - timedelta(minutes=2 * times - number), "new")
        for number, name in enumerate([did, undo] * times)
    ]
    before = readings([], steps, NOW)
    after = readings([], [*steps, *about], NOW)
    assert {metric: reading.value for metric, reading in after.items()} == {
        metric: reading.value for metric, reading in before.items()
    }


def test_saving_letting_go_and_saving_again_is_one_posting_from_its_first_day() -> None:
    saved, gone, again = (
        Step(name, NOW - timedelta(days=days), "job")
        for name, days in ((Happened.JOB_SAVED, 9), (Happened.JOB_UNSAVED, 5), (Happened.JOB_SAVED, 0))
    )
    assert readings([], [saved, gone, again], NOW) == readings([], [saved], NOW)
    assert readings([], [saved, gone], NOW) == readings([], [], NOW)


def test_ticking_a_step_off_every_day_anew_does_not_keep_momentum_up() -> None:
    toggled = [
        Step(name, NOW - timedelta(days=days, minutes=minute), "a")
        for days in range(10)
        for minute, name in enumerate((Happened.ACTION_DONE, Happened.ACTION_OPENED))
    ]
    first = Step(Happened.ACTION_DONE, NOW - timedelta(days=9), "a")
    assert momentum(*toggled) <= momentum(first)


def test_an_experiment_put_away_untried_counts_for_nothing_and_comes_back() -> None:
    designed = Step(Happened.EXPERIMENT_DESIGNED, NOW - timedelta(days=3), "x")
    away = Step(Happened.EXPERIMENT_ARCHIVED, NOW - timedelta(days=2), "x")
    back = Step(Happened.EXPERIMENT_BACK, NOW - timedelta(days=1), "x")
    assert readings([], [designed, away], NOW) == readings([], [], NOW)
    assert readings([], [designed, away, back], NOW) == readings([], [designed], NOW)


def test_an_experiment_that_taught_something_counts_also_when_it_is_put_away() -> None:
    tried = [
        Step(name, NOW - timedelta(days=3), "x")
        for name in (Happened.EXPERIMENT_DESIGNED, Happened.EXPERIMENT_STARTED, Happened.EXPERIMENT_REVIEWED)
    ]
    away = Step(Happened.EXPERIMENT_ARCHIVED, NOW, "x")
    assert readings([], [*tried, away], NOW) == readings([], tried, NOW)


def test_undoing_a_stage_takes_the_latest_move_back_alone() -> None:
    moves = [Step(Happened.STAGE_CHANGED, NOW - timedelta(days=days), "one", stage) for stage, days in (("screening", 9), ("interview", 2))]  # fmt: skip
    undone = Step(Happened.STAGE_UNDONE, NOW, "one")
    assert [step.detail for step in standing([*moves, undone], NOW) if step.name is Happened.STAGE_CHANGED] == [
        "screening"
    ]


def test_ten_things_added_and_removed_are_as_if_they_never_were() -> None:
    gone = [
        Thing(Known.VALUE, NOW - timedelta(hours=number + 1), str(number), NOW - timedelta(minutes=1))
        for number in range(10)
    ]
    assert readings(gone, [], NOW) == readings([], [], NOW)
    assert readings(gone, [], NOW - timedelta(minutes=2))[Metric.CLARITY].value == 15


def test_sixty_messages_change_nothing() -> None:
    talk = [Step(Happened.MESSAGE_SENT, NOW - timedelta(minutes=minute), str(minute)) for minute in range(60)]
    assert readings([], talk, NOW) == readings([], [], NOW)


@pytest.mark.parametrize("name", [Happened.JOB_SAVED, Happened.FACT_CONFIRMED, Happened.FACT_ADDED, Happened.FILE_READ])
def test_a_click_is_no_real_step(name: Happened) -> None:
    assert momentum(days_ago(0, name=name)) == 0


class TestMomentum:
    def test_it_halves_in_a_week_without_a_step(self) -> None:
        step = days_ago(0)
        assert momentum(step) == DAY_POINTS[0]
        assert momentum(step, at=NOW + HALF_LIFE) == DAY_POINTS[0] / 2

    def test_one_step_a_week_for_a_month_is_worth_more_than_four_days_in_one_week(self) -> None:
        weekly = [days_ago(7 * week, str(week)) for week in range(4)]
        burst = [days_ago(day, str(day)) for day in range(4)]
        assert momentum(*weekly) > momentum(*burst)

    def test_no_more_than_three_days_of_a_week_count(self) -> None:
        three = [days_ago(day, str(day)) for day in (3, 4, 5)]
        assert momentum(*three, *(days_ago(day, str(day)) for day in range(3))) == momentum(*three)

    def test_steps_of_one_day_are_one_day(self) -> None:
        assert momentum(days_ago(0.3, "a"), days_ago(0.2, "b"), days_ago(0.1, "c")) == momentum(days_ago(0.3))

    def test_days_are_those_of_the_person(self) -> None:
        evening, night = (Step(Happened.ACTION_DONE, datetime(2026, 11, 20, hour, tzinfo=UTC), str(hour)) for hour in (9, 13))  # fmt: skip
        here = readings([], [evening, night], NOW)[Metric.MOMENTUM]
        there = readings([], [evening, night], NOW, ZoneInfo("Pacific/Auckland"))[Metric.MOMENTUM]
        assert (len(here.points), len(there.points)) == (1, 2)

    @given(STEPS, st.integers(0, 40), st.integers(1, 40))
    def test_without_a_step_it_falls_by_the_stated_decay_and_by_nothing_else(
        self, steps: list[Step], early: int, later: int
    ) -> None:
        first, second = (readings([], steps, NOW + timedelta(days=days))[Metric.MOMENTUM] for days in (early, early + later))  # fmt: skip
        assert second.value <= first.value
        left = sum(point.points for point in first.points) * 0.5 ** (timedelta(days=later) / HALF_LIFE)
        # Each day's points are rounded by themselves.
        assert abs(sum(point.points for point in second.points) - left) <= len(first.points) + 1

    @given(STEPS, st.sampled_from(sorted(REAL)))
    def test_another_step_never_lowers_it(self, steps: list[Step], name: Happened) -> None:
        assert momentum(*steps, Step(name, NOW, "fresh")) >= momentum(*steps)

    def test_what_raises_it_is_never_what_is_done_today(self) -> None:
        step = days_ago(0)
        assert [one.step for one in readings([], [step], NOW)[Metric.MOMENTUM].next] == ["another_day"]
        week = [days_ago(day, str(day)) for day in range(3)]
        assert [one.step for one in readings([], week, NOW)[Metric.MOMENTUM].next] == ["next_week"]

    @given(STEPS)
    def test_what_it_says_raises_it_does(self, steps: list[Step]) -> None:
        before = readings([], steps, NOW)[Metric.MOMENTUM]
        for one in before.next:
            day = {"any_step": 0, "another_day": 1, "next_week": 7}[one.step]
            at = NOW + timedelta(days=day)
            resting = momentum(*steps, at=at)
            assert momentum(*steps, Step(Happened.APPLIED, at, "fresh"), at=at) > resting


class TestNext:
    def test_it_says_only_what_can_be_done(self) -> None:
        found = readings([], [], NOW, doable={"goal", "file_read"})
        assert [one.step for one in found[Metric.CLARITY].next] == ["goal"]
        assert [one.step for one in found[Metric.ACTION].next] == ["file_read"]

    @given(THINGS, STEPS)
    def test_doing_what_it_says_brings_the_points_it_says(self, things: list[Thing], steps: list[Step]) -> None:
        before = readings(things, steps, NOW)[Metric.CLARITY]
        for one in before.next:
            more = [*things, Thing(Known(one.step), NOW, "fresh")]
            assert readings(more, steps, NOW)[Metric.CLARITY].value == before.value + one.points


class TestContradictions:
    @staticmethod
    def said(label: str, polarity: Polarity, hours: int = 0, gone: int | None = None) -> Said:
        until = None if gone is None else NOW - timedelta(hours=gone)
        return Said(f"{label}-{polarity}", FactKind.VALUE, label, polarity, NOW - timedelta(hours=hours), until)

    def test_three_wishes_that_agree_hold_since_the_third(self) -> None:
        wishes = [self.said(label, Polarity.WANTS, hours) for label, hours in (("a", 9), ("b", 5), ("c", 2))]
        assert [(span.since, span.until) for span in agreements(wishes)] == [(NOW - timedelta(hours=2), None)]
        assert agreements(wishes[:2]) == []

    def test_one_that_contradicts_ends_it_and_taking_it_away_begins_it_anew(self) -> None:
        wishes = [self.said(label, Polarity.WANTS, 9) for label in "abc"]
        against = self.said("b", Polarity.AVOIDS, hours=4, gone=1)
        spans = [(span.since, span.until) for span in agreements([*wishes, against])]
        assert spans == [
            (NOW - timedelta(hours=9), NOW - timedelta(hours=4)),
            (NOW - timedelta(hours=1), None),
        ]

    def test_pairs_that_stand_both_are_named(self) -> None:
        wanted, avoided = self.said("nights", Polarity.WANTS, 3), self.said("nights", Polarity.AVOIDS, 1)
        assert pulling_apart([avoided, wanted]) == [(wanted, avoided)]
        assert pulling_apart([wanted, self.said("nights", Polarity.AVOIDS, 2, gone=1)]) == []
