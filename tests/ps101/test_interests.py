"""What draws somebody: thirty things at most, fewer when the order is clear."""

import random
from statistics import mean

from hypothesis import given, settings
from hypothesis import strategies as some

from mosaic.lexicon.entries import Interest
from ps101.domain.asked import statements
from ps101.domain.interests import clear_letters, draws, minutes_left, next_statement

LIKING = some.one_of(some.none(), some.integers(1, 5))


def answered(likings: list[int | None]) -> dict[str, int | None]:
    """Return likings given to what is asked, as far as it is asked."""
    found: dict[str, int | None] = {}
    for liking in likings:
        asked = next_statement(found)
        if asked is None:
            break
        found[asked.id] = liking
    return found


@settings(max_examples=50, deadline=None)
@given(some.lists(LIKING, min_size=30, max_size=30))
def test_it_ends_and_nothing_is_asked_twice(likings: list[int | None]) -> None:
    found = answered(likings)
    assert next_statement(found) is None
    assert 12 <= len(found) <= 30
    assert minutes_left(found) == 0


@settings(max_examples=30, deadline=None)
@given(some.lists(LIKING, min_size=12, max_size=12))
def test_each_letter_is_asked_about_twice_before_any_other_thing(likings: list[int | None]) -> None:
    letters = [statements()[key].letter for key in answered(likings)]
    assert sorted(letters) == sorted([*Interest, *Interest])
    assert letters[:6] == list(Interest)


@settings(max_examples=50, deadline=None)
@given(some.dictionaries(some.sampled_from(sorted(statements())), LIKING))
def test_scores_are_of_a_hundred_and_unknown_is_not_zero(likings: dict[str, int | None]) -> None:
    for one in draws(likings):
        given_ones = [liking for key, liking in likings.items() if liking and statements()[key].letter is one.letter]
        assert one.answers == len(given_ones)
        assert (one.score is None) == (not given_ones)
        assert 0 <= one.low <= one.high <= 100
        assert one.score is None or 0 <= one.score <= 100


def test_a_clear_order_is_found_early_and_everything_alike_is_asked_to_the_end() -> None:
    wanted = dict(zip(Interest, (5, 4, 4, 3, 2, 1), strict=True))
    found: dict[str, int | None] = {}
    while (asked := next_statement(found)) is not None:
        found[asked.id] = wanted[asked.letter]
    assert len(found) < 25
    assert draws(found)[0].letter is Interest.REALISTIC
    assert len(answered([3] * 30)) == 30


def test_only_what_is_clearly_liked_draws() -> None:
    assert clear_letters(answered([3] * 30)) == ()
    assert clear_letters(answered([None] * 30)) == ()
    assert clear_letters({"mend": 5}) == ()
    assert clear_letters({"mend": 5, "grow": 5, "sell": 1, "lead": 1}) == (Interest.REALISTIC,)


def test_no_more_than_three_letters_draw() -> None:
    assert len(clear_letters(answered([5] * 30))) == 3


def test_there_are_five_short_things_for_each_letter() -> None:
    found = statements().values()
    assert [sum(one.letter is letter for one in found) for letter in Interest] == [5] * 6
    assert len({one.text for one in found}) == 30
    assert max(len(one.text.split()) for one in found) <= 12


def test_two_hundred_simulated_people_find_their_three() -> None:
    chance = random.Random(1)
    shared, counts = [], []
    for _ in range(200):
        means = {letter: chance.gauss(3, 1) for letter in Interest}
        found: dict[str, int | None] = {}
        while (asked := next_statement(found)) is not None:
            found[asked.id] = min(5, max(1, round(chance.gauss(means[asked.letter], 0.9))))
        best = sorted(means, key=lambda letter: -means[letter])[:3]
        shared.append(len({one.letter for one in draws(found)[:3]} & set(best)) / 3)
        counts.append(len(found))
    assert mean(shared) >= 0.8
    assert mean(counts) <= 22
