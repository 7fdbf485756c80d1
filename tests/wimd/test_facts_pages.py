"""The page of what is known: plain forms, state in the address, every step to be taken back."""

from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from mosaic.facts import services
from mosaic.facts.domain.kinds import FactKind, Polarity, Status
from mosaic.facts.models import Fact
from mosaic.facts.queries import facts_of
from mosaic.people.models import Person
from tests.people.people import make_person
from tests.wimd.test_reading_page import ada

__all__ = ("ada",)
pytestmark = pytest.mark.django_db
LIST = "/delta/facts/"


def shown(client: Client, address: str = LIST) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def state(person: Person, label: str, kind: FactKind = FactKind.STRENGTH) -> Fact:
    return services.add(person, kind=kind, label=label)


def address_of(fact: Fact, action: str = "") -> str:
    return f"{LIST}{fact.pk}/{action}"


def test_somebody_new_is_led_to_a_first_step(client: Client, ada: Person) -> None:
    text = shown(client)
    assert "Nothing is known about you yet" in text
    assert "/discovery/" in text


def test_every_fact_is_there_with_its_words_and_where_they_come_from(client: Client, ada: Person) -> None:
    state(ada, "I stay calm")
    client.post("/coach/", {"prompt": "I drove a forklift for six years."})
    text = shown(client)
    for words in ("I stay calm", "said by you", "forklift driving", "I drove a forklift for six years.", "/coach/"):
        assert words in text
    assert "5 things known" not in text
    assert "4 things known" in text


def test_the_address_narrows_the_list_and_a_step_leads_back_there(client: Client, ada: Person) -> None:
    calm, other = state(ada, "I stay calm"), state(ada, "nobody calls back", FactKind.OBSTACLE)
    text = shown(client, f"{LIST}?kind=strength&q=calm")
    assert calm.label in text
    assert other.label not in text.replace("confirm: ", "")
    assert 'name="at" value="kind=strength&q=calm"' in text
    answer = client.post(address_of(calm, "remove/"), {"at": "kind=strength&q=calm&evil=//x"})
    split = urlsplit(answer["Location"])
    assert split.path == LIST
    assert parse_qs(split.query) == {"kind": ["strength"], "q": ["calm"], "done": [str(calm.pk)]}


@pytest.mark.parametrize("query", ["kind=x", "status=merged", "source=%00", "cursor=x", "done=x", "q=" + "a" * 500])
def test_an_address_that_says_nothing_narrows_nothing(client: Client, ada: Person, query: str) -> None:
    fact = state(ada, "I stay calm")
    assert fact.label in shown(client, f"{LIST}?{query}")


def test_leaving_out_is_undone_from_the_next_page(client: Client, ada: Person) -> None:
    fact = state(ada, "I stay calm")
    after = client.post(address_of(fact, "remove/"))["Location"]
    text = shown(client, after.partition("#")[0])
    assert "Left out: I stay calm" in text
    assert "1 line you left out" in text
    client.post(address_of(fact, "restore/"))
    assert facts_of(ada).get().status == Status.CONFIRMED
    assert "Left out" not in shown(client, after.partition("#")[0])


def test_joining_is_undone_from_the_next_page(client: Client, ada: Person) -> None:
    calm, steady = state(ada, "I stay calm"), state(ada, "steady in a crisis")
    after = client.post(address_of(calm, "merge/"), {"into": str(steady.pk)})["Location"]
    text = shown(client, after.partition("#")[0])
    assert "“I stay calm” counts as “steady in a crisis”" in text
    assert "joined with it: I stay calm" in text
    client.post(address_of(calm, "split/"))
    assert sorted(facts_of(ada).values_list("status", flat=True)) == [Status.CONFIRMED] * 2


def test_two_that_cannot_be_one_are_told_so(client: Client, ada: Person) -> None:
    calm, other = state(ada, "I stay calm"), state(ada, "nobody calls back", FactKind.OBSTACLE)
    answer = client.post(address_of(calm, "merge/"), {"into": str(other.pk)})
    assert answer.status_code == 422
    assert "of one kind" in answer.content.decode()


def test_other_words_are_kept_and_none_are_refused_with_what_was_typed(client: Client, ada: Person) -> None:
    fact = state(ada, "I stay calm")
    answer = client.post(address_of(fact), {"label": "x" * 300})
    assert answer.status_code == 422
    assert "x" * 300 in answer.content.decode()
    assert client.post(address_of(fact), {"label": ""}).status_code == 422
    assert client.post(address_of(fact), {"label": "cool head"}).status_code == 302
    assert "cool head" in shown(client)


def test_words_that_may_mean_an_entry_are_asked_about_first(client: Client, ada: Person) -> None:
    body = {"kind": "skill", "label": "planning the rota"}
    answer = client.post(f"{LIST}add/", body)
    assert answer.status_code == 200
    assert 'value="rota-planning" checked' in answer.content.decode()
    assert not facts_of(ada).exists()
    client.post(f"{LIST}add/", body | {"meant": "rota-planning"})
    client.post(f"{LIST}add/", body | {"label": "planning the rota at sea", "meant": "own"})
    assert set(facts_of(ada).values_list("lexicon_id", flat=True)) == {"rota-planning", ""}


def test_words_that_mean_no_entry_are_kept_at_once_as_they_are_usually_meant(client: Client, ada: Person) -> None:
    answer = client.post(f"{LIST}add/", {"kind": "goal", "label": "open a small bakery"})
    fact = facts_of(ada).get()
    assert (fact.polarity, answer["Location"]) == (Polarity.WANTS, f"{LIST}?kind=goal#fact-{fact.pk}")


@pytest.mark.parametrize(
    "body",
    [
        {"kind": "", "label": "calm"},
        {"kind": "skill", "label": " "},
        {"kind": "skill", "label": "x" * 300},
        {"kind": "skill", "label": "planning the rota", "meant": "carpentry"},
        {"kind": "skill", "label": "planning the rota", "polarity": "maybe"},
    ],
    ids=str,
)
def test_what_cannot_be_kept_stays_typed(client: Client, ada: Person, body: dict[str, str]) -> None:
    answer = client.post(f"{LIST}add/", body)
    assert answer.status_code == 422
    assert body["label"].strip() in answer.content.decode()
    assert not facts_of(ada).exists()


def test_a_name_is_taken_from_the_list_alone(client: Client, ada: Person) -> None:
    fact = services.add(ada, kind=FactKind.SKILL, label="the rota", lexicon_id="rota-planning")
    assert client.post(address_of(fact, "rename/"), {"label": "rota planning"}).status_code == 302
    assert client.post(address_of(fact, "rename/"), {"label": "brain surgery"}).status_code == 422
    assert facts_of(ada).get().label == "rota planning"


def test_long_lists_go_on_on_another_page(client: Client, ada: Person) -> None:
    for number in range(45):
        state(ada, f"strength number {number:02}")
    first = shown(client)
    assert ("strength number 39" in first, "strength number 40" in first) == (True, False)
    following = first.split("?cursor=")[1].split('"')[0]
    assert "strength number 44" in shown(client, f"{LIST}?cursor={following}")


def test_a_list_shows_nobody_elses(client: Client, ada: Person) -> None:
    state(make_person(), "somebody else's calm")
    assert "somebody else's calm" not in shown(client)
