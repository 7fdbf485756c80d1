"""How many of the skills found in the written people a careful reader would take."""

import pytest

from tests.simulation.counting import Count, answers_of, count
from tests.simulation.files import Simulated, everybody

PEOPLE = everybody()


def test_few_skills_are_taken_that_a_careful_reader_does_not_take() -> None:
    whole = sum(map(count, PEOPLE), Count(0, 0, 0))
    assert whole.listed >= 40
    assert whole.wrong <= 15
    assert whole.wrong <= whole.found / 7


@pytest.mark.parametrize("person", PEOPLE, ids=lambda one: one.name)
def test_every_question_is_read_once(person: Simulated) -> None:
    keys = [answer.key for answer in answers_of(person)]
    assert len(keys) == len(set(keys)) == 43
