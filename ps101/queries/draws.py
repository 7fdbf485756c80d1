"""Reads of choices between two weeks and of likings, starting from the person."""

from collections.abc import Mapping

from django.db.models import QuerySet

from mosaic.people.models import Person
from ps101.domain.asked import Dimension, Week, statements, week_of
from ps101.domain.interests import Likings
from ps101.domain.orders import Choice, Choices, Pair, Took
from ps101.models import InterestAnswer, PreferenceChoice


def preference_choices_of(person: Person) -> QuerySet[PreferenceChoice]:
    """Return what a person chose between two weeks, in the order of asking."""
    return PreferenceChoice.objects.filter(person=person).order_by("number")


def choice_in(row: PreferenceChoice) -> Choice:
    """Return a stored choice as the rules see it."""
    pair = Pair(week_of(row.left), week_of(row.right))
    took = {row.left: Took.LEFT, row.right: Took.RIGHT}.get(row.chosen, Took.NEITHER)
    return Choice(pair, took)


def choices_of(person: Person) -> Choices:
    """Return them as the rules see them."""
    return tuple(choice_in(row) for row in preference_choices_of(person))


def interest_answers_of(person: Person) -> QuerySet[InterestAnswer]:
    """Return what a person said of things to do, in the order of saying, without what is no longer asked."""
    answers = InterestAnswer.objects.filter(person=person, statement__in=statements())
    return answers.order_by("created_at", "pk")


def likings_of(person: Person) -> Likings:
    """Return them as the rules see them."""
    return dict(interest_answers_of(person).values_list("statement", "liking"))


def weeks_chosen(choices: Choices) -> Mapping[Dimension, Week]:
    """Return, for each dimension, the first week that was chosen with it at its best."""
    found: dict[Dimension, Week] = {}
    for week in (one.week for one in choices if one.week):
        found |= {dimension: week for dimension in week.strong if dimension not in found}
    return found
