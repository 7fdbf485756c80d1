"""The shapes of the agenda and of the short form."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rest_framework import serializers

from mosaic.lexicon.money import CODES
from mosaic.lexicon.store import lexicon
from mosaic.people.models import Person
from wimd.domain.agenda import Item, Result, changed_by, open_items
from wimd.domain.short_form import Answers
from wimd.domain.stated import Pay, Period, Permission, Remote, plain
from wimd.queries import known_of
from wimd.queries.short_form import filled_of
from wimd.serializers.shape import Shape

LINE, MOST_LINES = 200, 10


class OpenShape(serializers.Serializer[object]):
    """Something unknown, and the results an answer would change."""

    item = serializers.ChoiceField(choices=[item.value for item in Item])
    changes = serializers.ListField(child=serializers.ChoiceField(choices=[one.value for one in Result]))


class WishedPayShape(serializers.Serializer[object]):
    """The least that is wanted."""

    amount = serializers.DecimalField(max_digits=12, decimal_places=2, min_value=1, coerce_to_string=True)
    currency = serializers.ChoiceField(choices=sorted(CODES))
    period = serializers.ChoiceField(choices=[one.value for one in Period])


class StatedPermissionShape(serializers.Serializer[object]):
    """Whether the person says they may work somewhere."""

    held = serializers.BooleanField()
    where = serializers.CharField(min_length=1, max_length=100)


def _lines() -> serializers.ListField:
    line = serializers.CharField(min_length=1, max_length=LINE)
    return serializers.ListField(child=line, max_length=MOST_LINES, required=False)


class ShortFormShape(serializers.Serializer[object]):
    """What can be filled in. A field that is not sent stays as it is; an empty one takes its fact out."""

    values = serializers.ListField(child=serializers.ChoiceField(choices=sorted(lexicon().values)), required=False)
    own_values = _lines()
    goal = serializers.CharField(max_length=LINE, allow_blank=True, required=False)
    place = serializers.CharField(max_length=LINE, allow_blank=True, required=False)
    remote = serializers.ChoiceField(choices=[one.value for one in Remote], allow_null=True, required=False)
    pay = WishedPayShape(allow_null=True, required=False)
    hours = serializers.IntegerField(min_value=1, max_value=80, allow_null=True, required=False)
    permission = StatedPermissionShape(allow_null=True, required=False)
    people = _lines()
    money = serializers.IntegerField(min_value=0, max_value=240, allow_null=True, required=False)
    time = serializers.IntegerField(min_value=1, max_value=80, allow_null=True, required=False)


class AgendaShape(serializers.Serializer[object]):
    """What is worth asking, what changes most first, and what is known as far as the form holds it."""

    open = OpenShape(many=True)
    form = ShortFormShape()


def agenda_shape(person: Person) -> Shape:
    """Return the agenda and the short form of a person."""
    opened = open_items(known_of(person))
    return {
        "open": [{"item": item.value, "changes": [one.value for one in changed_by(item)]} for item in opened],
        "form": _form_shape(filled_of(person).answers),
    }


def _form_shape(held: Answers) -> Shape:
    pay, allowed = held.pay, held.permission
    return {
        **{name: list(getattr(held, name)) for name in ("values", "own_values", "people")},
        **{name: getattr(held, name) for name in ("goal", "place", "remote", "hours", "money", "time")},
        "pay": {"amount": plain(pay.amount), "currency": pay.currency, "period": pay.period} if pay else None,
        "permission": {"held": allowed.is_held, "where": allowed.where} if allowed else None,
    }


def answers_given(held: Answers, given: Mapping[str, Any]) -> Answers:
    """Return what the fields hold after a change: what is not named stays as it is."""
    pay, allowed = given.get("pay"), given.get("permission")
    read: dict[str, Any] = {
        "pay": Pay(pay["amount"], pay["currency"], Period(pay["period"])) if pay else None,
        "permission": Permission(allowed["held"], allowed["where"]) if allowed else None,
        "remote": Remote(given["remote"]) if given.get("remote") else None,
    }
    return replace(held, **{name: read.get(name, value) for name, value in given.items()})
