"""The short form: what is filled in becomes facts, shows again, is changed and taken out; what is wrong stays typed."""

from dataclasses import replace
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.test import Client
from rest_framework.test import APIClient

from mosaic.facts import services as facts
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.queries import profile_of, standing_facts_of
from mosaic.people.models import Person
from mosaic.people.services import begin
from opportunity_bridge.domain.pay import Period as PayPeriod
from opportunity_bridge.domain.wishes import wishes_of
from tests.wimd.test_reading_page import ada
from wimd.domain.short_form import Answers, answers_in, changes, field_of, statements_of
from wimd.domain.stated import FORMS, Pay, Period, Permission, Remote, Statement

__all__ = ("ada",)
PAGE = "/delta/short-form/"
FULL = Answers(
    values=("learning", "fairness"), own_values=("time for my garden",), goal="run a small bakery", place="Leeds",
    remote=Remote.HYBRID, pay=Pay(Decimal("14.5"), "GBP", Period.HOUR), hours=30,
    permission=Permission(is_held=True, where="the UK"), people=("Petra", "my old colleague at the library"),
    money=4, time=6,
)  # fmt: skip
SENT = {
    "values": ["learning", "fairness"], "own_values": "time for my garden\n", "goal": "run a small bakery",
    "place": "Leeds", "remote": "hybrid", "pay": "14.50", "currency": "GBP", "period": "hour", "hours": "30",
    "permission": "has", "permission_where": "the UK", "people": "Petra\nmy old colleague at the library",
    "money": "4", "time": "6",
}  # fmt: skip
EMPTY: dict[str, object] = {**dict.fromkeys(SENT, ""), "values": []}
JSON = dict[str, Any]


def test_what_fields_say_fills_the_same_fields_again() -> None:
    said = statements_of(FULL)
    for field, statements in said.items():
        assert statements
        assert all(field_of(one, 30) is field for one in statements)
    found = answers_in(said, 30)
    lists = (found.values, found.own_values, found.people)
    assert lists == (list(FULL.values), list(FULL.own_values), list(FULL.people))
    assert replace(found, values=FULL.values, own_values=FULL.own_values, people=FULL.people) == FULL


def test_nothing_said_fills_nothing() -> None:
    assert not any(statements_of(Answers()).values())


@pytest.mark.parametrize(
    "statement",
    [
        Statement(FactKind.PAY, Polarity.WANTS, "around what I had"),
        Statement(FactKind.PAY, Polarity.WANTS, "at least 14 an hour"),
        Statement(FactKind.HOURS, Polarity.AVOIDS, "no nights", "nights"),
        Statement(FactKind.WORK_PERMISSION, Polarity.HAS, "I have a green card"),
        Statement(FactKind.RUNWAY, Polarity.HAS, "my savings are thin"),
        Statement(FactKind.LOCATION, Polarity.WANTS, "would move", "moving"),
        Statement(FactKind.SKILL, Polarity.HAS, "planning the rota"),
    ],
    ids=lambda one: one.label,
)
def test_what_no_field_can_hold_fills_none(statement: Statement) -> None:
    assert field_of(statement) is None


def test_only_what_is_another_changes() -> None:
    one, two, three = (FORMS[code] for code in (Remote.REMOTE, Remote.HYBRID, Remote.ONSITE))
    assert list(changes([one, two], [two, three])) == [(one, three)]
    assert list(changes([one], [])) == [(one, None)]
    assert list(changes([], [one, one])) == [(None, one)]
    assert list(changes([one], [FORMS[Remote.ONLY]])) == [(one, FORMS[Remote.ONLY])]


pytestmark = pytest.mark.django_db


def fill(client: Client, **changed: object) -> None:
    shown = client.get(PAGE).context["form"]["shown"].value()
    answer = client.post(PAGE, {**SENT, **changed, "shown": shown})
    assert answer.status_code == 302, unescape(answer.content.decode())


def labels(person: Person) -> set[str]:
    return {fact.label for fact in standing_facts_of(person)}


def test_what_is_filled_in_counts_where_postings_are_judged(client: Client, ada: Person) -> None:
    fill(client)
    profile = profile_of(ada)
    wishes = wishes_of(profile)
    assert [(pay.least, pay.currency, pay.period, floor) for pay, floor, _ in wishes.pay] == [
        (Decimal("14.50"), "GBP", PayPeriod.HOUR, True)
    ]
    assert [most for most, _ in wishes.most_hours] == [30]
    assert [place.country for place, _ in wishes.places] == ["GB"]
    assert [one.aspect for one in profile.permission] == ["gb"]
    assert {one.lexicon_id for one in profile.values} == {"learning", "fairness", ""}


def test_it_shows_again_filled_and_saving_it_again_changes_nothing(client: Client, ada: Person) -> None:
    fill(client)
    before, stamp = labels(ada), Person.objects.get(pk=ada.pk).facts_stamp
    page = unescape(client.get(PAGE).content.decode())
    for words in (
        'value="14.50"',
        'value="Leeds"',
        'value="the UK"',
        "Petra\nmy old colleague",
        'value="learning" checked',
    ):
        assert words in page
    fill(client)
    assert labels(ada) == before
    assert Person.objects.get(pk=ada.pk).facts_stamp == stamp


def test_what_was_read_from_words_fills_a_field_and_keeps_its_words(client: Client, ada: Person) -> None:
    client.post("/coach/", {"prompt": "I need at least £14 an hour. At most 20 hours a week please."})
    shown = client.get(PAGE).context["form"]
    assert [shown[name].value() for name in ("pay", "currency", "period", "hours")] == ["14", "GBP", "hour", 20]
    before = labels(ada)
    fill(client, **EMPTY | {"pay": "14", "currency": "GBP", "period": "hour", "hours": "20"})
    assert {one for one in before if "14" in one or "20" in one} <= labels(ada)


def test_what_is_changed_takes_the_place_of_what_was_said(client: Client, ada: Person) -> None:
    fill(client)
    fill(client, hours="20", pay="2000", currency="EUR", period="month", remote="remote_only", place="York", values=[])
    assert labels(ada) >= {"at most 20 hours a week", "at least 2000 EUR a month", "remote only", "York"}
    assert not labels(ada) & {"at most 30 hours a week", "hybrid", "Leeds", "learning"}
    wishes = wishes_of(profile_of(ada))
    assert [most for most, _ in wishes.most_hours] == [20]
    assert [(is_only, len(forms)) for forms, is_only, _ in wishes.remote] == [(True, 1)]
    fill(client, remote="remote")
    assert [is_only for _, is_only, _ in wishes_of(profile_of(ada)).remote] == [False]


def test_an_emptied_form_takes_all_of_it_out(client: Client, ada: Person) -> None:
    fill(client)
    fill(client, **EMPTY)
    assert labels(ada) == set()


def test_what_was_learnt_after_the_form_was_opened_is_left_alone(client: Client, ada: Person) -> None:
    fill(client)
    shown = client.get(PAGE).context["form"]["shown"].value()
    facts.add(ada, kind=FactKind.VALUE, label="quiet mornings", polarity=Polarity.WANTS)
    client.post(PAGE, {"shown": shown})
    assert labels(ada) == {"quiet mornings"}


def test_what_was_said_in_other_words_is_shown_and_left_alone(client: Client, ada: Person) -> None:
    facts.add(ada, kind=FactKind.PAY, label="around what I had", polarity=Polarity.WANTS)
    assert "around what I had" in client.get(PAGE).content.decode()
    fill(client, **EMPTY)
    assert labels(ada) == {"around what I had"}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"pay": "lots"}, "pay"),
        ({"pay": "-3"}, "pay"),
        ({"currency": ""}, "currency"),
        ({"currency": "XXX"}, "currency"),
        ({"hours": "300"}, "hours"),
        ({"remote": "moon"}, "remote"),
        ({"permission_where": ""}, "permission_where"),
        ({"permission": ""}, "permission"),
        ({"people": "\n".join(map(str, range(11)))}, "people"),
        ({"own_values": "x" * 201}, "own_values"),
        ({"values": ["nonsense"]}, "values"),
        ({"money": "1000"}, "money"),
        ({"time": "0"}, "time"),
    ],
    ids=str,
)
def test_what_cannot_be_kept_stays_typed_with_words_under_its_field(
    client: Client, ada: Person, changed: JSON, field: str
) -> None:
    answer = client.post(PAGE, {**SENT, **changed})
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert f'id="{field}-error"' in page
    assert "run a small bakery" in page
    assert not standing_facts_of(ada).exists()


def test_what_is_unknown_comes_first(client: Client, ada: Person) -> None:
    page = client.get(PAGE).content.decode()
    assert page.index('id="goal"') < page.index('id="place"') < page.index('id="permission"')
    assert "what you said already" not in page
    facts.add(ada, kind=FactKind.GOAL, label="run a small bakery", polarity=Polarity.WANTS)
    page = client.get(PAGE).content.decode()
    assert page.index('id="place"') < page.index("what you said already") < page.index('id="goal"')


@pytest.fixture
def call(api: APIClient) -> APIClient:
    api.credentials(HTTP_X_SESSION_ID=begin().token)
    return api


def test_the_agenda_is_there_from_the_beginning(call: APIClient) -> None:
    answer = call.get("/wimd/agenda").json()
    assert [one["item"] for one in answer["open"]][:3] == ["skills", "goals", "values"]
    assert answer["open"][0]["changes"] == ["fit.skills", "delta.skills"]
    assert answer["form"]["pay"] is None


def test_fields_that_are_not_named_stay_as_they_are(call: APIClient) -> None:
    body: JSON = {"pay": {"amount": "14.5", "currency": "GBP", "period": "hour"}, "people": ["Petra"], "goal": "bake"}
    assert call.patch("/wimd/agenda", body, format="json").status_code == 200
    answer = call.patch("/wimd/agenda", {"hours": 30, "people": []}, format="json").json()
    form = answer["form"]
    assert (form["pay"], form["hours"], form["people"], form["goal"]) == (
        {"amount": "14.50", "currency": "GBP", "period": "hour"}, 30, [], "bake",
    )  # fmt: skip
    assert not {"pay", "hours", "goals"} & {one["item"] for one in answer["open"]}
    cleared = call.patch("/wimd/agenda", {"pay": None, "goal": "", "hours": None}, format="json").json()["form"]
    assert (cleared["pay"], cleared["goal"], cleared["hours"]) == (None, "", None)


@pytest.mark.parametrize(
    "body",
    [
        {"pay": {"amount": "14"}}, {"hours": 0}, {"remote": "moon"}, {"values": ["nonsense"]}, {"people": ["x"] * 11},
        {"permission": {"held": True}}, {"people": "Petra"},
    ],
    ids=str,
)  # fmt: skip
def test_what_cannot_be_used_is_refused_whole(call: APIClient, body: JSON) -> None:
    assert call.patch("/wimd/agenda", {"goal": "bake", **body}, format="json").status_code == 422
    assert call.get("/wimd/agenda").json()["form"]["goal"] == ""
