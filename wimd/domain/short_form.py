"""The short form: what its fields say as statements, and which fields statements fill again.

A statement is what a fact is made of. What was said elsewhere, in words no field can hold, fills none and is left alone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mosaic.facts.domain.hours import MOST
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.places import CODES as MOVES
from mosaic.lexicon.store import lexicon
from wimd.domain.agenda import Item
from wimd.domain.stated import (
    FORMS,
    HAS,
    LACKS,
    WANTS,
    Pay,
    Permission,
    Remote,
    Statement,
    goal_stated,
    hours_stated,
    money_stated,
    months_in,
    pay_in,
    pay_stated,
    permission_in,
    permission_stated,
    person_stated,
    place_stated,
    remote_of,
    time_stated,
    value_stated,
    weekly_in,
)


class Field(StrEnum):
    """What can be filled in."""

    VALUES = "values"
    GOAL = "goal"
    PLACE = "place"
    REMOTE = "remote"
    PAY = "pay"
    HOURS = "hours"
    PERMISSION = "permission"
    PEOPLE = "people"
    MONEY = "money"
    TIME = "time"


ITEMS: Mapping[Field, Item] = {
    Field.VALUES: Item.VALUES, Field.GOAL: Item.GOALS, Field.PLACE: Item.PLACE, Field.REMOTE: Item.PLACE,
    Field.PAY: Item.PAY, Field.HOURS: Item.HOURS, Field.PERMISSION: Item.PERMISSION, Field.PEOPLE: Item.PEOPLE,
    Field.MONEY: Item.TIME_AND_MONEY, Field.TIME: Item.TIME_AND_MONEY,
}  # fmt: skip
# Fields that hold any number of things; the others hold one.
SEVERAL = (Field.VALUES, Field.PEOPLE)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the fields hold; empty where nothing is said. `values` are ids of the lexicon, money counts months."""

    values: Sequence[str] = ()
    own_values: Sequence[str] = ()
    goal: str = ""
    place: str = ""
    remote: Remote | None = None
    pay: Pay | None = None
    hours: int | None = None
    permission: Permission | None = None
    people: Sequence[str] = ()
    money: int | None = None
    time: int | None = None


def as_filled(statement: Statement, amount: float = 0) -> Statement:
    """Return a statement as its field would put it: “at least £14 an hour” and “at least 14 GBP an hour” are one."""
    pay = pay_in(statement.label) if statement.kind is FactKind.PAY else None
    if pay:
        return pay_stated(pay)
    return hours_stated(round(amount)) if field_of(statement, amount) is Field.HOURS else statement


def field_of(statement: Statement, amount: float = 0) -> Field | None:
    """Return the field that can hold a statement, None for none. `amount` is what its words say as a number."""
    readers: dict[tuple[FactKind, Polarity], Callable[[], Field | None]] = {
        (FactKind.VALUE, WANTS): lambda: Field.VALUES,
        (FactKind.GOAL, WANTS): lambda: Field.GOAL,
        (FactKind.LOCATION, WANTS): lambda: None if statement.lexicon_id in MOVES else Field.PLACE,
        (FactKind.REMOTE, WANTS): lambda: Field.REMOTE if remote_of(statement) else None,
        (FactKind.PAY, WANTS): lambda: Field.PAY if pay_in(statement.label) else None,
        (FactKind.HOURS, WANTS): lambda: Field.HOURS if statement.lexicon_id == MOST and amount >= 1 else None,
        (FactKind.WORK_PERMISSION, HAS): lambda: Field.PERMISSION if permission_in(statement.label) else None,
        (FactKind.WORK_PERMISSION, LACKS): lambda: Field.PERMISSION if permission_in(statement.label) else None,
        (FactKind.NETWORK, HAS): lambda: Field.PEOPLE,
        (FactKind.RUNWAY, HAS): lambda: _runway(statement.label),
    }
    reader = readers.get((statement.kind, statement.polarity))
    return reader() if reader else None


def _runway(label: str) -> Field | None:
    if months_in(label) is not None:
        return Field.MONEY
    return Field.TIME if weekly_in(label) is not None else None


def statements_of(answers: Answers) -> dict[Field, list[Statement]]:
    """Return what each field says."""
    names = lexicon().values
    return {
        Field.VALUES: [
            *(value_stated(names[one].label, one) for one in answers.values),
            *(value_stated(one) for one in answers.own_values),
        ],
        Field.GOAL: [goal_stated(answers.goal)] if answers.goal else [],
        Field.PLACE: [place_stated(answers.place)] if answers.place else [],
        Field.REMOTE: [FORMS[answers.remote]] if answers.remote else [],
        Field.PAY: [pay_stated(answers.pay)] if answers.pay else [],
        Field.HOURS: [hours_stated(answers.hours)] if answers.hours else [],
        Field.PERMISSION: [permission_stated(answers.permission)] if answers.permission else [],
        Field.PEOPLE: [person_stated(one) for one in answers.people],
        Field.MONEY: [money_stated(answers.money)] if answers.money is not None else [],
        Field.TIME: [time_stated(answers.time)] if answers.time else [],
    }


def answers_in(held: Mapping[Field, Sequence[Statement]], hours: float = 0) -> Answers:
    """Return what statements put into the fields; `hours` is what the words about hours say as a number."""
    known = lexicon().values
    values = held[Field.VALUES]
    first = {field: statements[0] for field, statements in held.items() if statements}
    label = {field: statement.label for field, statement in first.items()}
    return Answers(
        values=[one.lexicon_id for one in values if one.lexicon_id in known],
        own_values=[one.label for one in values if one.lexicon_id not in known],
        goal=label.get(Field.GOAL, ""),
        place=label.get(Field.PLACE, ""),
        remote=remote_of(first[Field.REMOTE]) if Field.REMOTE in first else None,
        pay=pay_in(label.get(Field.PAY, "")),
        hours=round(hours) or None,
        permission=permission_in(label.get(Field.PERMISSION, "")),
        people=[one.label for one in held[Field.PEOPLE]],
        money=months_in(label.get(Field.MONEY, "")),
        time=weekly_in(label.get(Field.TIME, "")),
    )


def changes(
    held: Sequence[Statement], filled: Sequence[Statement]
) -> Iterator[tuple[Statement | None, Statement | None]]:
    """Yield what a filled field changes: what was held with what is said instead; None where there is none.

    What is the same is not yielded.
    """
    same = {one.key for one in held} & {one.key for one in filled}
    old = [one for one in held if one.key not in same]
    new = list({one.key: one for one in filled if one.key not in same}.values())
    for place in range(max(len(old), len(new))):
        yield old[place] if place < len(old) else None, new[place] if place < len(new) else None
