"""How strongly words show a skill: every level has its reasons, and pay is not one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mosaic.facts.domain.kinds import FactKind, How
from mosaic.facts.domain.reading import read_own_words
from mosaic.facts.domain.strength import LEAST, MOST, Ground, Sign, how_of, names_result, strength_of

YEAR = 2026
signs = st.builds(
    Sign,
    st.sampled_from([None, *How]),
    st.floats(0, 50, allow_nan=False),
    st.sampled_from([0, 1995, 2015, 2026]),
    st.booleans(),
)


@pytest.mark.parametrize(
    ("sentence", "how"),
    [
        ("I worked as a cook in a care home", How.PAID),
        ("I cooked for the food bank on Fridays", How.UNPAID),
        ("I looked after my father", How.UNPAID),
        ("I did an evening class in pottery", How.TRAINED),
        ("Planned the rota and the ordering", How.DONE),
        ("Excel, Word, Outlook", How.NAMED),
    ],
)
def test_a_sentence_says_how_somebody_comes_to_a_skill(sentence: str, how: How) -> None:
    assert how_of(sentence, in_a_role=False) is how


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("I do the rota for nine carers", True),
        ("I cut waste by 12 %", True),
        ("I raised £4,000 for the roof", True),
        ("I did it for nine years", False),
        ("from 9 to 5 every day", False),
    ],
)
def test_a_result_is_a_number_of_something_else_than_time(sentence: str, expected: bool) -> None:
    assert names_result(sentence) is expected


def test_paid_and_unpaid_count_the_same_and_say_which() -> None:
    paid, unpaid = (strength_of([Sign(how, 4)], YEAR) for how in (How.PAID, How.UNPAID))
    assert paid.level == unpaid.level == 3
    assert (paid.reasons[0][0], unpaid.reasons[0][0]) == (Ground.PAID, Ground.UNPAID)


def test_what_is_only_named_stays_at_one_whatever_stands_beside_it() -> None:
    assert strength_of([Sign(How.NAMED, 9, 0, has_result=True)], YEAR).level == 1


def test_years_and_a_result_raise_and_a_long_time_ago_lowers() -> None:
    strong = strength_of([Sign(How.PAID, 6, 2024, has_result=True)], YEAR)
    faded = strength_of([Sign(How.PAID, 6, 2009, has_result=True)], YEAR)
    assert (strong.level, faded.level) == (4, 3)
    assert faded.reasons[-1] == (Ground.LONG_AGO, 2009)


def test_quotes_add_up() -> None:
    both = strength_of([Sign(How.NAMED), Sign(How.UNPAID, 3)], YEAR)
    assert both.reasons == ((Ground.UNPAID, 0), (Ground.YEARS, 3))


@given(st.lists(signs, max_size=5))
def test_a_level_lies_between_one_and_four_and_has_a_reason(rows: list[Sign]) -> None:
    strength = strength_of(rows, YEAR)
    assert LEAST <= strength.level <= MOST
    assert strength.reasons


@given(st.lists(signs, min_size=1, max_size=4), signs)
def test_one_more_quote_never_takes_a_reason_for_it_away(rows: list[Sign], more: Sign) -> None:
    before = {ground for ground, _ in strength_of(rows, YEAR).reasons} & {Ground.YEARS, Ground.RESULT}
    after = {ground for ground, _ in strength_of([*rows, more], YEAR).reasons}
    assert before <= after


def test_a_skill_is_found_with_its_years_and_how_it_was_come_by() -> None:
    found = {one.lexicon_id: one for one in read_own_words("I looked after my father for three years")}
    care = found["parent-care"]
    assert (care.kind, care.how, care.amount) == (FactKind.SKILL, How.UNPAID, 3)
