"""What is known as API: narrowed, a page at a time, joined and parted, with entries of the lexicon to choose from."""

import itertools
from typing import Any

import pytest
from rest_framework.test import APIClient

from mosaic.people import services as people

pytestmark = pytest.mark.django_db
JSON = dict[str, Any]


@pytest.fixture
def ana(api: APIClient) -> APIClient:
    api.credentials(HTTP_X_SESSION_ID=people.begin().token)
    for kind, label in (
        ("strength", "I stay calm"), ("strength", "steady in a crisis"), ("obstacle", "nobody calls back"),
    ):  # fmt: skip
        add(api, kind, label)
    add(api, "value", "time for my garden", polarity="wants")
    assert api.post("/wimd", {"prompt": "I drove a forklift for six years."}).status_code == 200
    return api


def add(api: APIClient, kind: str, label: str, **more: str) -> JSON:
    answer = api.post("/wimd/facts", {"kind": kind, "label": label, **more})
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def listed(api: APIClient, **query: str) -> list[str]:
    return [one["label"] for one in api.get("/wimd/facts", query).json()["facts"]]


def id_of(api: APIClient, label: str) -> str:
    return next(str(one["id"]) for one in api.get("/wimd/facts").json()["facts"] if one["label"] == label)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"kind": "strength"}, ["I stay calm", "steady in a crisis"]),
        ({"source": "message"}, ["forklift driving", "forklift driver", "I drove a forklift for six years"]),
        ({"status": "suggested"}, ["forklift driving", "forklift driver", "I drove a forklift for six years"]),
        ({"q": "CALM"}, ["I stay calm"]),
        ({"q": "six forklift", "kind": "skill"}, ["forklift driving"]),
        ({"q": "calm", "kind": "value"}, []),
        ({"status": "removed"}, []),
    ],
    ids=str,
)
def test_the_list_is_narrowed(ana: APIClient, query: dict[str, str], found: list[str]) -> None:
    assert listed(ana, **query) == found
    assert ana.get("/wimd/facts", query).json()["total"] == len(found)


@pytest.mark.parametrize("query", [{"kind": "x"}, {"source": "x"}, {"status": "merged"}, {"limit": "0"}], ids=str)
def test_what_cannot_be_asked_for_is_said_so(ana: APIClient, query: dict[str, str]) -> None:
    assert ana.get("/wimd/facts", query).status_code == 422


@pytest.mark.parametrize("cursor", ["x", "eA==", "MSAxIDIwMjYtMDEtMDEgeA==", "\N{SNOWMAN}"], ids=repr)
def test_a_cursor_that_is_none_is_refused(ana: APIClient, cursor: str) -> None:
    assert ana.get("/wimd/facts", {"cursor": cursor}).status_code == 422


def test_pages_hold_everything_once_and_lead_back(ana: APIClient) -> None:
    whole, pages = listed(ana), []
    address = "/wimd/facts?limit=2"
    while address:
        page = ana.get(address).json()
        pages.append(page)
        address = page["next"]
    assert [one["label"] for page in pages for one in page["facts"]] == whole
    assert [page["total"] for page in pages] == [len(whole)] * len(pages)
    assert pages[0]["previous"] is None
    for before, page in itertools.pairwise(pages):
        assert ana.get(page["previous"]).json()["facts"] == before["facts"]


def test_a_page_goes_on_where_it_was_when_what_came_before_is_left_out(ana: APIClient) -> None:
    first = ana.get("/wimd/facts?limit=2").json()
    rest = [one["label"] for one in ana.get(first["next"]).json()["facts"]]
    ana.delete(f"/wimd/facts/{first['facts'][1]['id']}")
    assert [one["label"] for one in ana.get(first["next"]).json()["facts"]] == rest


def test_what_is_left_out_comes_last(ana: APIClient) -> None:
    ana.delete(f"/wimd/facts/{id_of(ana, 'I stay calm')}")
    assert listed(ana)[-1] == "I stay calm"
    assert listed(ana, status="removed") == ["I stay calm"]


def test_two_are_joined_and_parted(ana: APIClient) -> None:
    before = listed(ana)
    calm, steady = id_of(ana, "I stay calm"), id_of(ana, "steady in a crisis")
    whole = ana.post(f"/wimd/facts/{calm}/merge", {"into": steady}).json()
    assert (whole["id"], whole["merged"]) == (steady, [{"id": calm, "label": "I stay calm"}])
    assert {one["quote"] for one in whole["evidence"]} == {"I stay calm", "steady in a crisis"}
    assert listed(ana, kind="strength") == ["steady in a crisis"]
    assert ana.get(f"/wimd/facts/{calm}").json()["id"] == steady
    assert ana.post(f"/wimd/facts/{calm}/split").json()["label"] == "I stay calm"
    assert listed(ana) == before


def test_only_what_can_mean_the_same_is_joined(ana: APIClient) -> None:
    calm, value = id_of(ana, "I stay calm"), id_of(ana, "time for my garden")
    for into in (value, calm):
        answer = ana.post(f"/wimd/facts/{calm}/merge", {"into": into})
        assert (answer.status_code, answer.json()["code"]) == (409, "not_the_same")
    assert ana.post(f"/wimd/facts/{calm}/merge", {"into": "x"}).status_code == 404
    assert ana.post(f"/wimd/facts/{calm}/merge", {}).status_code == 422


def test_nobody_joins_with_what_is_somebody_elses(ana: APIClient) -> None:
    calm = id_of(ana, "I stay calm")
    bob = APIClient()
    bob.credentials(HTTP_X_SESSION_ID=people.begin().token)
    his = add(bob, "strength", "calm under fire")["id"]
    assert ana.post(f"/wimd/facts/{calm}/merge", {"into": his}).status_code == 404
    assert bob.post(f"/wimd/facts/{his}/merge", {"into": calm}).status_code == 404
    assert listed(bob) == ["calm under fire"]


def test_words_are_matched_with_the_lexicon(ana: APIClient) -> None:
    found = ana.get("/wimd/facts/suggestions", {"kind": "skill", "label": "planning the rota"}).json()["suggestions"]
    assert found[0]["lexicon_id"] == "rota-planning"
    assert found[0]["meaning"]
    assert ana.get("/wimd/facts/suggestions", {"kind": "obstacle", "label": "rota"}).json()["suggestions"] == []
    assert ana.get("/wimd/facts/suggestions", {"kind": "skill"}).status_code == 422
