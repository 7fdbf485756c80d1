"""Telling of something done, through the API."""

from uuid import UUID

import pytest
from rest_framework.test import APIClient

from mosaic.facts.models import Evidence, Fact
from mosaic.journal.models import Event
from ps101.models import Experience
from tests.ps101.answers import CARE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows")]


@pytest.fixture
def ana(api: APIClient) -> APIClient:
    """Return a program that speaks for one person."""
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    return api


def tell(ana: APIClient, **fields: object) -> dict[str, object]:
    answer = ana.post("/wimd/experiences", {**CARE, **fields})
    assert answer.status_code == 201, answer.content
    told: dict[str, object] = answer.json()
    return told


def standing() -> set[str]:
    return set(Fact.objects.filter(kind="skill", status="suggested").values_list("lexicon_id", flat=True))


class TestApi:
    def test_unpaid_care_shows_at_least_one_skill_in_its_own_words(self, ana: APIClient) -> None:
        shown = [one for one in tell(ana)["facts"] if one["kind"] == "skill"]  # type: ignore[attr-defined]  # a list
        assert shown
        for one in shown:
            assert all(quote in f"{CARE['title']}\n{CARE['did']}" for quote in one["quotes"])

    def test_told_twice_it_is_one(self, ana: APIClient) -> None:
        assert tell(ana)["id"] == tell(ana)["id"]
        assert Event.objects.filter(name="experience_told").count() == 1

    def test_it_is_listed_and_found_again(self, ana: APIClient) -> None:
        told = tell(ana)
        listed = ana.get("/wimd/experiences").json()
        assert (listed["experiences"], listed["next"], listed["questions_due"]) == ([told], None, False)
        assert ana.get(f"/wimd/experiences/{told['id']}").json() == told

    @pytest.mark.parametrize(
        ("fields", "field", "code"),
        [
            ({"began": "yesterday"}, "began", "not_a_year_or_month"),
            ({"began": "2020", "ended": "2019", "is_ongoing": False}, "ended", "ended_before_it_began"),
            ({"ended": "2024"}, "ended", "ongoing_has_no_end"),
        ],
    )
    def test_a_date_that_cannot_be_says_which_and_why(
        self, ana: APIClient, fields: object, field: str, code: str
    ) -> None:
        answer = ana.post("/wimd/experiences", {**CARE, **fields})  # type: ignore[dict-item]  # fields of a request
        assert answer.status_code == 422
        assert (answer.json()["errors"][0]["field"], answer.json()["errors"][0]["code"]) == (field, code)
        assert not Experience.objects.exists()

    def test_a_change_shows_what_its_new_words_show(self, ana: APIClient) -> None:
        told = tell(ana)
        answer = ana.patch(f"/wimd/experiences/{told['id']}", {"did": "I drove a forklift.", "version": 1})
        assert (answer.status_code, answer.json()["version"]) == (200, 2)
        assert "forklift-driving" in standing()
        assert "cooking" not in standing()
        assert set(Evidence.objects.values_list("revision", flat=True)) == {2}

    def test_a_lost_update_shows_both(self, ana: APIClient) -> None:
        address = f"/wimd/experiences/{tell(ana)['id']}"
        ana.patch(address, {"did": "I drove a van.", "version": 1})
        answer = ana.patch(address, {"did": "I drove a bus.", "version": 1})
        assert (answer.status_code, answer.json()["code"]) == (409, "lost_update")
        assert answer.json()["current"]["did"] == "I drove a van."
        assert answer.json()["yours"]["did"] == "I drove a bus."

    def test_deleting_it_withdraws_what_rested_on_it_alone(self, ana: APIClient) -> None:
        care = tell(ana)
        tell(ana, kind="volunteering", title="Soup kitchen", did="I cooked for forty people.")
        assert ana.delete(f"/wimd/experiences/{care['id']}").status_code == 204
        assert "cooking" in standing()
        assert "budgeting" not in standing()
        assert not Evidence.objects.filter(source_id=UUID(str(care["id"]))).exists()
        assert ana.get(f"/wimd/experiences/{care['id']}").status_code == 404

    def test_somebody_elses_is_nowhere(self, ana: APIClient) -> None:
        address = f"/wimd/experiences/{tell(ana)['id']}"
        bob = APIClient()
        bob.credentials(HTTP_X_SESSION_ID=bob.post("/session").json()["session_id"])
        assert {bob.get(address).status_code, bob.patch(address, {}).status_code, bob.delete(address).status_code} == {
            404
        }
        assert Experience.objects.exists()

    def test_taking_everything_along_keeps_it_with_its_words(self, ana: APIClient) -> None:
        tell(ana)
        before = {(one.fact.label, one.quote) for one in Evidence.objects.select_related("fact")}
        archive = b"".join(ana.get("/session/export").streaming_content)  # type: ignore[attr-defined]  # it is streamed
        ana.delete("/session")
        assert not Experience.objects.exists()
        bring_back(archive)
        one = Experience.objects.get()
        assert (one.title, one.did, one.began) == (CARE["title"], CARE["did"], CARE["began"])
        assert {(each.fact.label, each.quote) for each in Evidence.objects.filter(source_id=one.pk)} == before


def bring_back(archive: bytes) -> None:
    """Bring an archive to somebody new."""
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415  # only here files are Django's

    eve = APIClient()
    eve.credentials(HTTP_X_SESSION_ID=eve.post("/session").json()["session_id"])
    answer = eve.post("/session/import", {"file": SimpleUploadedFile("a.zip", archive)}, format="multipart")
    assert answer.status_code < 300, answer.content
