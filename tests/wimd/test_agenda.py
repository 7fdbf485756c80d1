"""What is worth asking: unknown, and its answer changes a result that is shown, what changes most first."""

from dataclasses import fields

import pytest

from mosaic.facts import services as facts
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.people import services as people
from opportunity_bridge.domain.parts import USUAL
from wimd.domain.agenda import CHANGES, ENOUGH, WEIGHTS, Item, Known, Result, changed_by, open_items
from wimd.queries import known_of

FULL = Known(**{item.value: ENOUGH.get(item, 1) for item in Item})
# One statement for each item that answers it.
STATED = {
    Item.VALUES: (FactKind.VALUE, Polarity.WANTS, "flexible hours"),
    Item.GOALS: (FactKind.GOAL, Polarity.WANTS, "become a bookkeeper"),
    Item.SKILLS: (FactKind.SKILL, Polarity.HAS, "bookkeeping"),
    Item.CHALLENGES: (FactKind.OBSTACLE, Polarity.HAS, "nobody calls back"),
    Item.PLACE: (FactKind.LOCATION, Polarity.WANTS, "Leeds"),
    Item.PAY: (FactKind.PAY, Polarity.WANTS, "at least £30,000 a year"),
    Item.HOURS: (FactKind.HOURS, Polarity.WANTS, "at most 30 hours a week"),
    Item.PERMISSION: (FactKind.WORK_PERMISSION, Polarity.HAS, "the right to work in the UK"),
    Item.PEOPLE: (FactKind.NETWORK, Polarity.HAS, "an old colleague at the library"),
    Item.TIME_AND_MONEY: (FactKind.RUNWAY, Polarity.HAS, "savings for four months"),
}


def test_the_order_of_the_agenda_is_the_order_of_what_is_known() -> None:
    assert [item.value for item in Item] == [field.name for field in fields(Known)]
    assert set(CHANGES) == set(Item)
    assert {result for results in CHANGES.values() for result in results} == set(Result)


def test_parts_of_a_fit_weigh_what_they_weigh_there() -> None:
    assert {part: WEIGHTS[Result(f"fit.{part}")] for part in USUAL} == USUAL


def test_with_nothing_known_everything_is_open_what_changes_most_first() -> None:
    assert open_items(Known()) == (
        Item.SKILLS, Item.GOALS, Item.VALUES, Item.PLACE, Item.PAY, Item.HOURS, Item.CHALLENGES, Item.PEOPLE,
        Item.TIME_AND_MONEY, Item.PERMISSION,
    )  # fmt: skip


def test_with_everything_known_nothing_is_open() -> None:
    assert open_items(FULL) == ()


def test_two_of_three_skills_are_worth_less_than_an_unknown_goal_and_more_than_nothing() -> None:
    opened = open_items(Known(skills=2))
    assert opened.index(Item.GOALS) < opened.index(Item.SKILLS)
    assert Item.SKILLS not in open_items(Known(skills=3))


@pytest.mark.parametrize("item", list(Item), ids=str)
def test_an_item_is_open_only_where_a_result_it_changes_is_shown(item: Item) -> None:
    for result in Result:
        assert (item in open_items(Known(), {result})) is (result in changed_by(item))


@pytest.mark.django_db
@pytest.mark.parametrize("item", list(Item), ids=str)
def test_a_statement_answers_its_item_and_no_other_and_taking_it_back_opens_it_again(item: Item) -> None:
    person = people.begin().session.person
    assert known_of(person) == Known()
    kind, polarity, label = STATED[item]
    fact = facts.add(person, kind=kind, polarity=polarity, label=label)
    assert {one for one in Item if known_of(person).of(one)} == {item}
    facts.remove(person, fact)
    assert known_of(person) == Known()
