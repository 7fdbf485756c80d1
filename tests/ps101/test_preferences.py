"""What matters most: at most eight choices, always the same ones, and three that are found."""

from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from ps101.domain.asked import Dimension, week_of, weeks
from ps101.domain.orders import BELIEF, Choice, Choices, Pair, Took, belief_after, by_three, orders, pairs
from ps101.domain.preferences import MOST, clear_dimensions, next_pair, weigh
from ps101.domain.spreads import ALL, GOLDEN, spreads
from tests.ps101.choosers import KINDS, ask_all, by_chance, people, telling

# Whoever is first to ask many people reckons every pair that can come.
pytestmark = pytest.mark.timeout(300)
TAKEN = some.lists(some.sampled_from(Took), min_size=MOST, max_size=MOST)


def answered(taken: list[Took]) -> Choices:
    """Return choices that were asked as Mosaic asks, as far as it asks."""
    choices: Choices = ()
    for took in taken:
        pair = next_pair(choices)
        if pair is None:
            break
        choices += (Choice(pair, took),)
    return choices


@settings(max_examples=25, deadline=None)
@given(TAKEN)
def test_it_ends_after_eight_at_most_and_no_pair_comes_twice(taken: list[Took]) -> None:
    choices = answered(taken)
    assert next_pair(choices) is None
    assert len({one.pair.key for one in choices}) == len(choices) <= MOST
    assert weigh(choices).is_done


@settings(max_examples=25, deadline=None)
@given(TAKEN)
def test_weights_add_up_and_lie_between_their_ends(taken: list[Took]) -> None:
    weights = weigh(answered(taken)).weights
    if any(took is not Took.NEITHER for took in taken):
        assert sum(one.weight for one in weights) == pytest.approx(100, abs=0.5)
    assert all(one.low <= one.weight <= one.high for one in weights)
    assert [one.weight for one in weights] == sorted((one.weight for one in weights), reverse=True)


@settings(max_examples=15, deadline=None)
@given(TAKEN, some.integers(0, MOST - 1))
def test_passing_over_changes_nothing_that_is_known(taken: list[Took], place: int) -> None:
    choices = answered(taken)
    with_gap = (*choices[:place], Choice(pairs()[-1], Took.NEITHER), *choices[place:])
    assert weigh(with_gap).weights == weigh(choices).weights


def test_nothing_chosen_is_nothing_known() -> None:
    assert weigh(()).weights == ()
    assert weigh(answered([Took.NEITHER] * MOST)).weights == ()
    assert clear_dimensions(weigh(answered([Took.NEITHER] * MOST))) == ()


def test_what_is_always_chosen_comes_first_and_what_never_is_last() -> None:
    choices: Choices = ()
    while (pair := next_pair(choices)) is not None:
        choices += (Choice(pair, Took.LEFT if worth(pair.left.strong) > worth(pair.left.weak) else Took.RIGHT),)
    weighing = weigh(choices)
    assert {one.dimension for one in weighing.weights[:3]} == set(list(Dimension)[:3])
    assert weighing.agreeing == weighing.decided == len(choices)


def worth(sides: tuple[Dimension, ...]) -> int:
    """Weigh as somebody to whom the dimensions matter in the order they are named."""
    return sum(dict(zip(Dimension, spreads()[0].tolist(), strict=True))[one] for one in sides)


def test_the_first_questions_are_the_same_everywhere() -> None:
    asked = [one.pair.left.id for one in answered([Took.LEFT, Took.RIGHT, Took.LEFT, Took.NEITHER])]
    assert asked == ["pay/security", "meaning/autonomy", "pay/autonomy", "people/autonomy"]


def test_nothing_is_favoured_before_the_first_choice() -> None:
    by_three_first = by_three(belief_after(()))
    assert len(by_three_first) == 35
    assert len(set(by_three_first.tolist())) == 1
    assert BELIEF - int(by_three_first.sum()) < len(belief_after(()))
    assert [sorted(order) for order in orders().tolist()] == [list(range(7))] * 5040


def test_spreads_fall_from_the_heaviest_to_the_lightest_and_add_up() -> None:
    assert pytest.approx(GOLDEN + 1) == GOLDEN**8
    for spread in spreads().tolist():
        assert spread == sorted(spread, reverse=True)
        assert min(spread) > 0
        assert sum(spread) == pytest.approx(ALL, abs=2)
    # The mean of all weights in an order is its rank-order centroid.
    centroids = [sum(ALL / 7 / size for size in range(rank, 8)) for rank in range(1, 8)]
    assert spreads().mean(axis=0) == pytest.approx(centroids, abs=0.02 * ALL)


def test_choices_between_pairs_that_are_no_longer_asked_in_this_order_still_count() -> None:
    earlier = ("pay/security", "meaning/autonomy", "security+people/meaning+flexibility")
    choices = tuple(
        Choice(Pair(week_of(one), week_of("/".join(reversed(one.split("/"))))), Took.LEFT) for one in earlier
    )
    weighing = weigh(choices)
    assert weighing.agreeing == weighing.decided == 3
    assert {one.dimension for one in weighing.weights[:2]} == {Dimension.PAY, Dimension.PEOPLE}
    assert weighing.weights[-1].dimension is Dimension.AUTONOMY
    assert next_pair(choices) not in (None, *(one.pair for one in choices), *(one.pair.mirrored for one in choices))


def test_a_week_is_found_again_by_its_id_and_says_what_it_holds() -> None:
    for pair in pairs():
        for week in (pair.left, pair.right):
            assert week_of(week.id) == week
            assert len(week.id) <= 60
            assert all(weeks()[one].strong in week.text for one in week.strong)
            assert all(weeks()[one].weak in week.text for one in week.weak)
    with pytest.raises(ValueError, match="fame"):
        week_of("pay+fame/people")


def test_every_sentence_is_short_and_told_once() -> None:
    said = [words for poles in weeks().values() for words in (poles.strong, poles.weak)]
    assert len(set(said)) == len(said) == 14
    assert max(len(words.split()) for words in said) <= 12


def test_the_first_three_of_two_hundred_people_return_and_any_pairs_do_not_do() -> None:
    some_people = people(200, noise=0.01, seed=1)
    asked = ask_all(some_people, telling, seed=1)
    assert mean(one.is_found for one in asked) >= 0.8
    assert mean(one.shared for one in asked) >= 0.98
    assert mean(one.is_found for one in asked if one.chooser.has_clear_first) >= 0.88
    assert sum(one.astray for one in asked) >= 0.02 * sum(len(one.choices) for one in asked)
    assert mean(one.is_found for one in ask_all(some_people, by_chance, seed=1)) <= 0.5


def test_the_first_three_of_many_people_return_and_some_are_sure_before_the_last_choice() -> None:
    asked = ask_all(people(2000, noise=0.01, seed=4), telling, seed=4)
    assert mean(one.is_found for one in asked) >= 0.82
    assert 7 < mean(len(one.choices) for one in asked) < MOST


# How many return at least, of people whose weights are spread otherwise; where they lie closer, fewer can.
@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("far apart (Dirichlet 0.5)", 0.82),
        ("alike (Dirichlet 2)", 0.76),
        ("more alike (Dirichlet 5)", 0.67),
        ("seven even parts", 0.74),
        ("rank-order centroids", 0.9),
        ("rank sums", 0.84),
        ("rank reciprocals", 0.88),
    ],
)
def test_the_first_three_of_other_kinds_of_people_return(kind: str, least: float) -> None:
    asked = ask_all(people(600, noise=0.01, seed=5, kind=kind), telling, seed=5)
    assert mean(one.is_found for one in asked) >= least


def test_people_of_each_kind_have_weights_that_add_up_and_slip_as_often_as_said() -> None:
    for kind in KINDS:
        assert all(sum(one.weights.values()) == pytest.approx(1) for one in people(20, 0.01, 6, kind=kind))
    asked = ask_all(people(600, 1e-6, seed=6, slips=0.1), telling, seed=6)
    assert sum(one.astray for one in asked) / sum(len(one.choices) for one in asked) == pytest.approx(0.1, abs=0.015)


def test_what_is_kept_as_known_is_nearly_always_right() -> None:
    asked = ask_all(people(200, noise=0.01, seed=2), telling, seed=2)
    kept = [dimension in one.chooser.first for one in asked for dimension in one.clear]
    assert len(kept) >= 400
    assert mean(kept) >= 0.88
