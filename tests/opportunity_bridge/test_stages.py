"""Where an application stands is the fold of what happened."""

from hypothesis import given
from hypothesis import strategies as st

from opportunity_bridge.domain.stages import Change, Stage, Step, can_move, fold, standing

moves = st.builds(
    lambda stage: Step(Change.MOVED, stage), st.sampled_from([one for one in Stage if one is not Stage.SAVED])
)
steps = st.lists(st.one_of(moves, st.just(Step(Change.UNDONE, Stage.APPLIED))), max_size=20)


def test_before_anything_happened_it_is_saved() -> None:
    assert fold([]) is Stage.SAVED


@given(steps)
def test_undoing_a_move_brings_back_what_was(before: list[Step]) -> None:
    after = [*before, Step(Change.MOVED, Stage.OFFER), Step(Change.UNDONE, Stage.OFFER)]
    assert fold(after) is fold(before)


@given(steps)
def test_undoing_without_a_move_changes_nothing(before: list[Step]) -> None:
    many = [*before, *[Step(Change.UNDONE, Stage.APPLIED)] * (len(before) + 1)]
    assert fold(many) is Stage.SAVED
    assert fold([*many, Step(Change.UNDONE, Stage.APPLIED)]) is Stage.SAVED


@given(steps)
def test_the_last_move_that_counts_is_where_it_stands(before: list[Step]) -> None:
    assert standing(before)[-1] is fold(before)
    assert standing([*before, Step(Change.MOVED, Stage.INTERVIEW)])[-1] is Stage.INTERVIEW


def test_only_an_interview_is_followed_by_itself() -> None:
    assert can_move(Stage.INTERVIEW, Stage.INTERVIEW)
    assert not can_move(Stage.APPLIED, Stage.APPLIED)
    assert not can_move(Stage.APPLIED, Stage.SAVED)
