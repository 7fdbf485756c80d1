"""Two people do anything in any order: neither ever reaches or moves what belongs to the other."""

from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st
from rest_framework.test import APIClient

from mosaic.people import consent, queries, services, shares
from mosaic.people.models import AIMode
from mosaic.people.services import Opened
from tests.people.people import make_opened

pytestmark = pytest.mark.one_engine

COOKIE = settings.PERSON_COOKIE_NAME
CANARY = ("Kanarienvogel", "Rotkehlchen")
PROGRAMS = {
    "end session": ("delete", "/session/sessions/{session}", {}),
    "read receipt": ("get", "/session/ai/receipts/{receipt}", {}),
    "send": ("post", "/session/ai/approvals/{receipt}", {"decision": "send"}),
    "decline": ("post", "/session/ai/approvals/{receipt}", {"decision": "decline"}),
    "read share": ("get", "/session/shares/{share}", {}),
    "end share": ("delete", "/session/shares/{share}", {}),
}
BROWSERS = {
    "end session": ("post", "/your-data/sessions/{session}/end/", {}),
    "read receipt": ("get", "/your-data/ai/{receipt}/", {}),
    "decide": ("post", "/your-data/ai/{receipt}/", {"decision": "send"}),
    "read share": ("get", "/your-data/shares/{share}/", {}),
    "end share": ("post", "/your-data/shares/{share}/end/", {}),
}
OWN = ("/session", "/session/sessions", "/session/ai/receipts", "/session/shares", "/your-data/", "/your-data/shares/")
STEPS = st.lists(
    st.tuples(
        st.sampled_from((0, 1)),
        st.sampled_from((0, 1)),
        st.one_of(
            st.tuples(st.just("program"), st.sampled_from(sorted(PROGRAMS))),
            st.tuples(st.just("browser"), st.sampled_from(sorted(BROWSERS))),
        ),
    ),
    max_size=12,
)


class Somebody:
    """A person with one of everything that has an id, a program and a browser."""

    def __init__(self, word: str) -> None:
        self.opened: Opened = make_opened()
        person = self.opened.session.person
        consent.set_mode(person, AIMode.ASK)
        receipt = consent.ask(person, provider="p", model="m", purpose="coach", payload=word)
        share = shares.open_share(person, codes=["delta"], days=7, label=word, version=None, allows_comments=True)
        shares.comment(share.share, author=word, text=word)
        other = services.open_session(person)
        self.word = word
        self.ids: dict[str, UUID] = {"session": other.session.pk, "receipt": receipt.pk, "share": share.share.pk}

    def ask(self, kind: str, name: str, ids: dict[str, UUID]) -> tuple[int, str]:
        """Do something with ids that may be somebody else's."""
        method, path, body = (PROGRAMS if kind == "program" else BROWSERS)[name]
        address = path.format(**ids)
        if kind == "program":
            client: Client = APIClient()
            answer = getattr(client, method)(address, body, headers={"X-Session-ID": self.opened.token})
        else:
            client = Client()
            client.cookies[COOKIE] = self.opened.token
            answer = getattr(client, method)(address, body)
        return answer.status_code, answer.content.decode()

    def state(self) -> tuple[object, ...]:
        """Return everything of this person that a request could have moved."""
        person = self.opened.session.person
        return (
            sorted(queries.sessions_of(person).values_list("pk", flat=True)),
            sorted(consent.receipts_of(person).values_list("pk", "state")),
            sorted(shares.shares_of(person).values_list("pk", "ends_at")),
        )


@pytest.mark.django_db
@hypothesis(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_nobody_reaches_what_is_not_theirs(steps: list[tuple[int, int, tuple[str, str]]]) -> None:
    people = [Somebody(word) for word in CANARY]
    for actor, owner, (kind, name) in steps:
        before = people[owner].state()
        status, said = people[actor].ask(kind, name, people[owner].ids)
        if actor != owner:
            assert status == 404, (kind, name)
            assert people[owner].state() == before
            assert people[owner].word not in said
        else:
            assert status < 500
    for one, other in (people, reversed(people)):
        for page in OWN:
            assert other.word not in look(one, page), page


@pytest.mark.django_db
@hypothesis(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(sorted(PROGRAMS)), made_up=st.uuids())
def test_an_id_of_nobodys_looks_the_same(name: str, made_up: UUID) -> None:
    ana, bob = Somebody("a"), Somebody("b")
    nobodys = dict.fromkeys(ana.ids, made_up)
    without = [
        text.split('"request_id"')[0]
        for _, text in (ana.ask("program", name, bob.ids), ana.ask("program", name, nobodys))
    ]
    assert without[0] == without[1]


@pytest.mark.django_db
@hypothesis(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.sampled_from((0, 1)), path=st.sampled_from(OWN[:4]))
def test_two_credentials_of_different_people_are_refused(first: int, path: str) -> None:
    people = [Somebody(word) for word in CANARY]
    client = APIClient()
    client.cookies[COOKIE] = people[1 - first].opened.token
    answer = client.get(path, headers={"X-Session-ID": people[first].opened.token})
    assert (answer.status_code, answer.json()["code"]) == (403, "user_mismatch")


@pytest.mark.django_db
def test_nothing_of_a_person_is_kept_on_the_way() -> None:
    ana = Somebody(CANARY[0])
    for path in OWN:
        client = Client()
        client.cookies[COOKIE] = ana.opened.token
        answer = client.get(path, headers={"Accept": "application/json"} if path.startswith("/session") else {})
        assert answer.status_code == 200
        assert "no-store" in answer.headers["Cache-Control"], path


@pytest.mark.django_db
def test_a_token_in_an_address_opens_nothing() -> None:
    ana = make_opened()
    answer = APIClient().get(f"/session?session_id={ana.token}")
    assert (answer.status_code, answer.json()["code"]) == (401, "session_required")


@pytest.mark.django_db
def test_ids_do_not_follow_one_another() -> None:
    ids = [uid for _ in range(5) for uid in Somebody("a").ids.values()]
    assert all(uid.version == 4 for uid in ids)
    assert uuid4() not in ids


def look(somebody: Somebody, path: str) -> str:
    client = Client()
    client.cookies[COOKIE] = somebody.opened.token
    answer = client.get(path, headers={"Accept": "application/json"} if path.startswith("/session") else {})
    return answer.content.decode()
