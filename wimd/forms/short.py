"""The short form: what is worth knowing and can be said in a minute."""

from decimal import Decimal
from typing import cast
from uuid import UUID

from django import forms

from mosaic.lexicon.money import CODES
from mosaic.lexicon.store import lexicon
from mosaic.lib.ids import uuid_in
from mosaic.lib.text import normalised
from wimd.domain.short_form import Answers
from wimd.domain.stated import Pay, Period, Permission, Remote
from wimd.words.facts import NEEDS_CURRENCY, NEEDS_SIDE, NEEDS_WHERE, PERIODS, PERMISSIONS, REMOTES, TOO_MANY

MOST_LINES, LONGEST_LINE = 10, 200


class ShortForm(forms.Form):
    """What is worth knowing and can be said in a minute; every field may stay empty.

    `shown` are the facts that filled it, so that nothing learnt meanwhile is taken out unseen.
    """

    values = forms.MultipleChoiceField(required=False)
    own_values = forms.CharField(required=False, max_length=2_500)
    goal = forms.CharField(required=False, max_length=200)
    place = forms.CharField(required=False, max_length=200)
    remote = forms.ChoiceField(required=False, choices=[("", ""), *REMOTES.items()])
    pay = forms.DecimalField(required=False, min_value=Decimal("0.01"), max_value=10**9, decimal_places=2)
    currency = forms.ChoiceField(required=False, choices=[("", ""), *((code, code) for code in sorted(CODES))])
    period = forms.ChoiceField(required=False, choices=PERIODS.items())
    hours = forms.IntegerField(required=False, min_value=1, max_value=80)
    permission = forms.ChoiceField(required=False, choices=[("", ""), *PERMISSIONS.items()])
    permission_where = forms.CharField(required=False, max_length=100)
    people = forms.CharField(required=False, max_length=2_500)
    money = forms.IntegerField(required=False, min_value=0, max_value=240)
    time = forms.IntegerField(required=False, min_value=1, max_value=80)
    shown = forms.CharField(required=False, max_length=20_000)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on unchanged
        values = lexicon().values.values()
        cast(forms.MultipleChoiceField, self.fields["values"]).choices = [(one.id, one.label) for one in values]

    def clean_own_values(self) -> list[str]:
        """Return one value in each line."""
        return _lines(self.cleaned_data["own_values"])

    def clean_people(self) -> list[str]:
        """Return one person in each line."""
        return _lines(self.cleaned_data["people"])

    def clean(self) -> dict[str, object]:
        """Hold fields that belong together against each other."""
        given = super().clean() or self.cleaned_data
        if given.get("pay") and not given.get("currency"):
            self.add_error("currency", NEEDS_CURRENCY)
        if given.get("permission") and not given.get("permission_where"):
            self.add_error("permission_where", NEEDS_WHERE)
        if given.get("permission_where") and not given.get("permission"):
            self.add_error("permission", NEEDS_SIDE)
        return given

    @property
    def shown_facts(self) -> set[UUID]:
        """The facts the form was filled with."""
        found = (uuid_in(one) for one in self.cleaned_data["shown"].split())
        return {one for one in found if one}

    @property
    def answers(self) -> Answers:
        """What was filled in, once the form is valid."""
        given = self.cleaned_data
        period = Period(given["period"] or Period.YEAR)
        return Answers(
            values=given["values"],
            own_values=given["own_values"],
            goal=given["goal"],
            place=given["place"],
            remote=Remote(given["remote"]) if given["remote"] else None,
            pay=Pay(given["pay"], given["currency"], period) if given["pay"] else None,
            hours=given["hours"],
            permission=Permission(given["permission"] == "has", given["permission_where"])
            if given["permission"]
            else None,
            people=given["people"],
            money=given["money"],
            time=given["time"],
        )


def _lines(words: str) -> list[str]:
    """Return the lines somebody wrote, each once. Raises ValidationError for too many or too long ones."""
    lines = list(dict.fromkeys(line for one in words.splitlines() if (line := " ".join(normalised(one).split()))))
    if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
        raise forms.ValidationError(TOO_MANY)
    return lines
