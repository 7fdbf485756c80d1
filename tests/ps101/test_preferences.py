"""What matters most: at most eight choices, always the same ones, and three that are found."""

from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from ps101.domain.asked import Dimension, week_of, weeks
from ps101.domain.orders import CENTROIDS, Choice, Choices, Took, pairs
from ps101.domain.preferences import MOST, clear_dimensions, next_pair, weigh
from tests.ps101.choosers import ask_all, by_chance, people, telling

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
    return sum(dict(zip(Dimension, CENTROIDS, strict=True))[one] for one in sides)


def test_the_first_questions_are_the_same_everywhere() -> None:
    asked = [one.pair.left.id for one in answered([Took.LEFT, Took.RIGHT, Took.LEFT, Took.NEITHER])]
    assert asked == [
        "pay/security",
        "meaning/autonomy",
        "security+people/meaning+flexibility",
        "meaning+people/security+learning",
    ]


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
    assert mean(one.is_found for one in asked) >= 0.76
    assert mean(one.shared for one in asked) >= 0.98
    assert mean(one.is_found for one in asked if one.chooser.has_clear_first) >= 0.85
    assert sum(one.astray for one in asked) >= 0.02 * sum(len(one.choices) for one in asked)
    assert mean(one.is_found for one in ask_all(some_people, by_chance, seed=1)) <= 0.5


def test_what_is_kept_as_known_is_nearly_always_right() -> None:
    asked = ask_all(people(200, noise=0.01, seed=2), telling, seed=2)
    kept = [dimension in one.chooser.first for one in asked for dimension in one.clear]
    assert len(kept) >= 400
    assert mean(kept) >= 0.88
