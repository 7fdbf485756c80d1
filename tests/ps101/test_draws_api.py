"""What matters most and what draws somebody, through the API: kept once, taken back, known with its words."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.facts.queries import profile_of
from mosaic.lexicon.occupation_fit import Aspect, occupation_fit
from mosaic.lexicon.store import lexicon
from mosaic.people.models import Person
from ps101.domain.asked import statements, week_of
from ps101.models import InterestAnswer, PreferenceChoice

pytestmark = pytest.mark.django_db

PREFERENCES, INTERESTS = "/wimd/preferences", "/wimd/interests"
Body = dict[str, Any]


@pytest.fixture
def ana(api: APIClient) -> APIClient:
    """Return a program that speaks for one person."""
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    return api


def choose(client: APIClient, wanted: tuple[str, ...] = ("learning", "people")) -> Body:
    """Choose, to the end, the week that has more of what is wanted; return the last answer."""
    body: Body = client.get(PREFERENCES).json()
    while body["next"]:
        worth = {side: worth_of(body["next"][side]["id"], wanted) for side in ("left", "right")}
        chosen = "left" if worth["left"] > worth["right"] else "right"
        body = client.post(PREFERENCES, {"number": body["next"]["number"], "chosen": chosen}).json()
    return body


def worth_of(week: str, wanted: tuple[str, ...]) -> int:
    weights = {one: 10 * (len(wanted) - place) for place, one in enumerate(wanted)}
    found = week_of(week)
    return sum(weights.get(one, 0) for one in found.strong) - sum(weights.get(one, 0) for one in found.weak)


def like(client: APIClient, wanted: str = "R") -> Body:
    """Like, to the end, the things of one letter and nothing else; return the last answer."""
    body: Body = client.get(INTERESTS).json()
    while body["next"]:
        asked = body["next"]["statement"]
        body = client.post(
            INTERESTS, {"statement": asked, "liking": 5 if statements()[asked].letter == wanted else 1}
        ).json()
    return body


def test_somebody_new_is_asked_and_nothing_is_known(ana: APIClient) -> None:
    body = ana.get(PREFERENCES).json()
    assert body["next"]["number"] == 1
    assert body["next"]["left"]["text"] != body["next"]["right"]["text"]
    assert (body["choices"], body["weights"], body["consistency"], body["is_done"]) == ([], [], None, False)
    assert 0 < body["minutes"] <= 3
    scores = ana.get(INTERESTS).json()["scores"]
    assert [(one["score"], one["answers"]) for one in scores] == [(None, 0)] * 6


def test_without_a_session_nothing_is_told(api: APIClient) -> None:
    assert [api.get(path).status_code for path in (PREFERENCES, INTERESTS)] == [401, 401]


def test_a_double_click_is_one_choice_and_another_choice_is_told_of(ana: APIClient) -> None:
    left = {"number": 1, "chosen": "left"}
    assert [ana.post(PREFERENCES, left).status_code for _ in range(2)] == [200, 200]
    other = ana.post(PREFERENCES, {"number": 1, "chosen": "right"})
    assert (other.status_code, other.json()["code"]) == (409, "chosen_otherwise")
    assert other.json()["current"]["next"]["number"] == 2
    assert PreferenceChoice.objects.count() == 1


@pytest.mark.parametrize(
    "body", [{"number": 3, "chosen": "left"}, {"number": 0, "chosen": "left"}, {"number": 1, "chosen": "both"}, {}]
)
def test_what_is_not_asked_is_refused_with_words(ana: APIClient, body: Body) -> None:
    refused = ana.post(PREFERENCES, body)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["message"]
    assert not PreferenceChoice.objects.exists()


def test_another_window_cannot_answer_a_pair_it_does_not_show(ana: APIClient) -> None:
    ana.post(PREFERENCES, {"number": 1, "chosen": "left"})
    shown = ana.post(PREFERENCES, {"number": 2, "chosen": "left"}).json()["next"]["left"]["id"]
    ana.post(f"{PREFERENCES}/undo")
    now = ana.post(PREFERENCES, {"number": 2, "chosen": "right"}).json()["next"]["left"]["id"]
    assert now != shown
    assert ana.post(PREFERENCES, {"number": 3, "chosen": "left", "left": shown}).status_code == 409
    assert ana.post(PREFERENCES, {"number": 3, "chosen": "left", "left": now}).status_code == 200


def test_what_clearly_matters_is_known_by_the_very_sentences_chosen(ana: APIClient) -> None:
    body = choose(ana)
    facts = {fact.lexicon_id: fact for fact in Fact.objects.filter(kind="value", status="suggested")}
    assert {"learning", "people"} <= facts.keys()
    assert facts.keys() == {one["dimension"] for one in body["weights"] if one["is_clear"]}
    chosen = {str(row.pk): week_of(row.chosen).text for row in PreferenceChoice.objects.exclude(chosen="")}
    evidence = Evidence.objects.filter(source_kind=SourceKind.CHOICE)
    assert all(one.quote == chosen[str(one.source_id)] for one in evidence)
    assert all(one.fact.lexicon_id in week_of(row.chosen).strong for one in evidence for row in [chosen_row(one)])


def chosen_row(evidence: Evidence) -> PreferenceChoice:
    return PreferenceChoice.objects.get(pk=evidence.source_id)


def test_passing_everything_over_leaves_everything_unknown(ana: APIClient) -> None:
    for number in range(1, 9):
        body = ana.post(PREFERENCES, {"number": number, "chosen": "neither"}).json()
    assert (body["is_done"], body["weights"], body["consistency"]) == (True, [], None)
    assert not Fact.objects.exists()


def test_taking_back_and_beginning_again_withdraw_what_was_known(ana: APIClient) -> None:
    before = choose(ana)
    undone = ana.post(f"{PREFERENCES}/undo").json()
    assert len(undone["choices"]) == len(before["choices"]) - 1
    assert undone["next"]["left"] == before["choices"][-1]["left"]
    assert ana.delete(PREFERENCES).status_code == 204
    assert not Evidence.objects.exists()
    assert set(Fact.objects.values_list("status", flat=True)) == {"unsupported"}
    assert ana.post(f"{PREFERENCES}/undo").json()["choices"] == []


def test_a_value_somebody_left_out_stays_left_out(ana: APIClient) -> None:
    choose(ana)
    fact = Fact.objects.get(lexicon_id="learning")
    ana.delete(f"/wimd/facts/{fact.pk}")
    ana.delete(PREFERENCES)
    choose(ana)
    fact.refresh_from_db()
    assert fact.status == "removed"
    assert "learning" not in {one.lexicon_id for one in profile_of(Person.objects.get()).values}


def test_what_matters_reaches_the_fit_of_work(ana: APIClient) -> None:
    occupation = next(one for one in lexicon().occupations.values() if "learning" in one.values)
    choose(ana)
    fit = occupation_fit(profile_of(Person.objects.get()), occupation)
    assert fit is not None
    edges = {edge.target for gain in fit.gains if gain.aspect is Aspect.VALUES for edge in gain.edges}
    assert "learning" in edges


def test_a_liking_is_kept_once_and_can_be_said_anew(ana: APIClient) -> None:
    for liking in (4, 4, 2, None):
        assert ana.post(INTERESTS, {"statement": "mend", "liking": liking}).status_code == 200
    assert [(row.statement, row.liking) for row in InterestAnswer.objects.all()] == [("mend", None)]


@pytest.mark.parametrize(
    "body", [{"statement": "fly", "liking": 3}, {"statement": "mend", "liking": 6}, {"statement": "mend"}, {}]
)
def test_a_liking_of_nothing_is_refused_with_words(ana: APIClient, body: Body) -> None:
    refused = ana.post(INTERESTS, body)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["message"]


def test_what_draws_is_known_by_the_things_liked_and_reaches_the_fit_of_work(ana: APIClient) -> None:
    body = like(ana, "R")
    assert (body["scores"][0]["letter"], body["scores"][0]["score"]) == ("R", 100)
    fact = Fact.objects.get(kind="interest")
    assert (fact.lexicon_id, fact.status) == ("R", "suggested")
    liked = {statements()[row.statement].text for row in InterestAnswer.objects.filter(liking=5)}
    assert {one.quote for one in fact.evidence.all()} == liked
    profile = profile_of(Person.objects.get())
    near, far = (occupation_fit(profile, lexicon().occupations[one]) for one in ("carpenter", "accountant"))
    assert near is not None
    assert far is not None
    assert near.score > far.score


def test_taking_likings_back_withdraws_what_was_known(ana: APIClient) -> None:
    like(ana, "S")
    count = InterestAnswer.objects.count()
    assert len(ana.post(f"{INTERESTS}/undo").json()["answers"]) == count - 1
    assert ana.delete(INTERESTS).status_code == 204
    assert not Evidence.objects.exists()
    assert set(Fact.objects.values_list("status", flat=True)) == {"unsupported"}


def test_what_others_chose_is_not_seen(ana: APIClient) -> None:
    choose(ana)
    like(ana)
    bob = APIClient()
    bob.credentials(HTTP_X_SESSION_ID=bob.post("/session").json()["session_id"])
    assert bob.get(PREFERENCES).json()["choices"] == []
    assert bob.get(INTERESTS).json()["answers"] == []
    bob.delete(PREFERENCES)
    bob.post(f"{INTERESTS}/undo")
    assert len(ana.get(PREFERENCES).json()["choices"]) == PreferenceChoice.objects.count() > 0
