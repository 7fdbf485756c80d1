"""The résumé part of the API, as the contract describes it."""

import json
from typing import cast
from uuid import uuid4

import pytest
from django.http import HttpResponse
from rest_framework.test import APIClient

from mosaic.facts import services as facts
from mosaic.facts.models import Fact
from mosaic.journal.domain.names import Happened
from mosaic.journal.queries import events_of
from resume.models import Version
from tests.resume.documents import KENJI, MAREK
from tests.resume.people import TEXT, Someone, begin, bring, posting, tell

pytestmark = pytest.mark.django_db
Made = dict[str, object]


@pytest.fixture
def marek(api: APIClient) -> Someone:
    return begin(api)


def rewritten(someone: Someone, **body: object) -> Made:
    answer = someone.client.post("/resume/rewrite", {"source_resume": TEXT, **body})
    assert answer.status_code == 201
    return cast(Made, answer.json())


def customized(someone: Someone, **body: object) -> Made:
    answer = someone.client.post("/resume/customize", {"job_id": str(posting()), **body})
    assert answer.status_code == 201
    return cast(Made, answer.json())


def problem(answer: HttpResponse) -> tuple[int, str]:
    return answer.status_code, json.loads(answer.content)["code"]


def test_rewrite_begins_a_session_and_answers_with_the_contracts_fields(api: APIClient) -> None:
    answer = api.post("/resume/rewrite", {"source_resume": TEXT})
    made = answer.json()
    assert answer.status_code == 201
    assert answer.headers["X-Session-ID"] == made["session_id"]
    assert {"resume", "document", "version_id", "version_name", "suggestions", "source"} <= set(made)
    assert made["source"] == "built-in"
    assert made["document"]["basics"]["name"] == "Marek Nowicki"


def test_rewrite_keeps_the_name_it_is_given(marek: Someone) -> None:
    assert rewritten(marek, version_name="First try")["version_name"] == "First try"


def test_every_word_of_a_text_is_in_the_resume_made_of_it(marek: Someone) -> None:
    made = str(rewritten(marek)["document"])
    for words in ("mispicks per shift", "rota for fourteen", "about forty people since 2014", "Technikum", "Swedish"):
        assert words in made


def test_rewrite_out_of_nothing_says_what_to_do(marek: Someone) -> None:
    assert problem(marek.client.post("/resume/rewrite")) == (409, "nothing_to_go_by")


def test_rewrite_out_of_answers_says_only_what_was_told(marek: Someone) -> None:
    told = "I worked as a nurse for ten years. I train new staff and I plan the rota for the whole ward."
    tell(marek.person, told)
    made = marek.client.post("/resume/rewrite").json()
    assert "I train new staff and I plan the rota for the whole ward." in made["resume"]
    assert Version.objects.get(pk=made["version_id"]).cause == Version.Cause.FROM_FACTS


def test_rewrite_takes_the_file_that_is_named(marek: Someone) -> None:
    upload = bring(marek.person)
    made = marek.client.post("/resume/rewrite", {"upload_id": str(upload.pk)}).json()
    version = Version.objects.get(pk=made["version_id"])
    assert version.cause == Version.Cause.FROM_UPLOAD
    for sources in cast(dict[str, list[dict[str, object]]], version.provenance).values():
        for source in sources:
            assert source["upload_id"] == str(upload.pk)
            assert upload.text[cast(int, source["start"]) : cast(int, source["end"])] == source["quote"]


def test_a_file_that_is_not_read_yet_can_be_asked_for_again(marek: Someone) -> None:
    upload = bring(marek.person)
    upload.read_at = None
    upload.save()
    answer = marek.client.post("/resume/rewrite", {"upload_id": str(upload.pk)})
    assert problem(answer) == (409, "upload_not_ready")
    assert answer.headers["Retry-After"]


def test_rewrite_for_a_posting_makes_a_version_for_it(marek: Someone) -> None:
    job_id = str(posting())
    made = rewritten(marek, job_id=job_id)
    assert made["job_id"] == job_id
    assert made["changes"]


def test_customize_names_the_line_of_the_posting_and_the_source_of_each_change(marek: Someone) -> None:
    bring(marek.person)
    made = customized(marek, version_id=rewritten(marek)["version_id"])
    changes = cast(list[Made], made["changes"])
    assert changes
    for change in changes:
        assert change["requirement"]
        assert change["source"]
    assert "Training new staff, about forty people since 2014." in str(made["resume"])


def test_customize_takes_a_text(marek: Someone) -> None:
    made = customized(marek, resume=TEXT)
    assert "Training new staff, about forty people since 2014." in str(made["resume"])
    assert Version.objects.filter(person=marek.person).count() == 2


def test_skills_without_evidence_are_named_not_claimed(marek: Someone) -> None:
    made = customized(marek, resume=TEXT, highlight_skills=["Spreadsheets", "Welding"])
    assert made["not_evidenced"] == ["Welding"]
    assert "weld" not in str(made["resume"]).lower()


def test_customize_without_any_resume_says_what_to_do(marek: Someone) -> None:
    assert problem(marek.client.post("/resume/customize", {"job_id": str(posting())})) == (409, "nothing_to_go_by")


@pytest.mark.parametrize("job_id", [str(uuid4()), "none", ""])
def test_a_posting_that_is_not_there_is_404(marek: Someone, job_id: str) -> None:
    answer = marek.client.post("/resume/customize", {"job_id": job_id or "x", "resume": TEXT})
    assert problem(answer) == (404, "job_not_found")
    assert not Version.objects.exists()


def test_the_same_request_twice_is_one_version(marek: Someone) -> None:
    job_id = str(posting())
    first = marek.client.post("/resume/customize", {"job_id": job_id, "resume": TEXT}).json()
    again = marek.client.post("/resume/customize", {"job_id": job_id, "resume": TEXT}).json()
    assert first["version_id"] == again["version_id"]
    assert events_of(marek.person, Happened.VERSION_MADE).count() == 2


def test_a_fresh_session_has_an_empty_list(marek: Someone) -> None:
    assert marek.client.get("/resume/versions").json() == {"versions": [], "next": None, "previous": None}


def test_the_list_goes_on_where_it_stopped(marek: Someone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resume.viewsets.PAGE", 2)
    for number in range(3):
        rewritten(marek, version_name=f"Try {number}")
    first = marek.client.get("/resume/versions").json()
    rest = marek.client.get(first["next"]).json()
    assert [one["version_name"] for one in first["versions"] + rest["versions"]] == ["Try 2", "Try 1", "Try 0"]
    assert rest["next"] is None


def test_a_patched_document_is_a_new_version_and_comes_back_identical(marek: Someone) -> None:
    first = rewritten(marek)["version_id"]
    for document in (MAREK, KENJI):
        edited = marek.client.patch(f"/resume/versions/{first}", {"document": document}).json()
        assert edited["document"] == document
        assert list(edited["document"]) == list(document)
        assert edited["parent_id"] == first
    assert marek.client.get(f"/resume/versions/{first}").json()["version_id"] == first


def test_a_document_that_is_not_json_resume_is_refused_by_place(marek: Someone) -> None:
    first = rewritten(marek)["version_id"]
    answer = marek.client.patch(f"/resume/versions/{first}", {"document": {"basics": {"email": "x"}}})
    assert problem(answer) == (422, "not_json_resume")
    assert answer.json()["errors"][0]["field"] == "document/basics/email"


def test_another_name_is_a_new_version(marek: Someone) -> None:
    first = rewritten(marek)["version_id"]
    named = marek.client.patch(f"/resume/versions/{first}", {"version_name": "For ships"}).json()
    assert (named["version_name"], named["number"]) == ("For ships", 2)


def test_a_patch_that_changes_nothing_makes_nothing(marek: Someone) -> None:
    first = rewritten(marek)
    same = marek.client.patch(f"/resume/versions/{first['version_id']}", {"document": first["document"]}).json()
    assert same["version_id"] == first["version_id"]


def test_an_earlier_version_is_restored_as_a_new_one(marek: Someone) -> None:
    first = rewritten(marek)
    marek.client.patch(f"/resume/versions/{first['version_id']}", {"document": KENJI})
    answer = marek.client.post(f"/resume/versions/{first['version_id']}/restore")
    assert answer.status_code == 201
    restored = answer.json()
    assert restored["number"] == 3
    assert restored["document"] == first["document"]


def test_one_change_is_taken_back_and_the_others_stay(marek: Someone) -> None:
    made = customized(marek, resume=TEXT)
    changes = cast(list[Made], made["changes"])
    reduced = next(one for one in changes if one["what"] == "bullet_reduced")
    answer = marek.client.post(f"/resume/versions/{made['version_id']}/changes/{reduced['id']}/undo")
    left = answer.json()
    assert "Responsible for training new staff" in left["resume"]
    assert [one["id"] for one in left["changes"]] == [one["id"] for one in changes if one != reduced]
    again = marek.client.post(f"/resume/versions/{left['version_id']}/changes/{reduced['id']}/undo")
    assert problem(again) == (404, "change_not_found")


def test_two_versions_are_compared_word_by_word(marek: Someone) -> None:
    old, new = rewritten(marek), customized(marek)
    found = marek.client.get(f"/resume/versions/compare?from={old['version_id']}&to={new['version_id']}").json()
    assert (found["from"]["number"], found["to"]["number"]) == (1, 2)
    deleted = [part["text"] for one in found["differences"] for part in one["parts"] if part["op"] == "delete"]
    assert any("Responsible for" in text for text in deleted)


def test_a_removed_skill_is_in_no_later_version_and_marks_the_earlier_ones(marek: Someone) -> None:
    bring(marek.person)
    first = marek.client.post("/resume/rewrite").json()
    assert "Spreadsheets" in first["resume"]
    fact = next(one for one in Fact.objects.filter(person=marek.person) if one.lexicon_id == "spreadsheets")
    facts.remove(marek.person, fact)
    marked = marek.client.get(f"/resume/versions/{first['version_id']}").json()
    assert marked["contains_removed"] is True
    for later in (customized(marek), marek.client.post("/resume/rewrite").json()):
        assert "Spreadsheets" not in str(later["resume"])
        assert later["contains_removed"] is False


def test_the_journal_knows_what_was_made_and_taken_along(marek: Someone) -> None:
    made = rewritten(marek)
    marek.client.get(f"/resume/versions/{made['version_id']}/export?format=txt")
    names = list(events_of(marek.person).values_list("name", flat=True))
    assert names == [Happened.VERSION_EXPORTED, Happened.VERSION_MADE]
    assert marek.client.get("/session").json()["counts"]["resume_versions"] == 1


def test_other_people_see_nothing_of_it(api: APIClient, marek: Someone) -> None:
    made = customized(marek, resume=TEXT)
    change = cast(list[Made], made["changes"])[0]["id"]
    bob, address = begin(api), f"/resume/versions/{made['version_id']}"
    own = rewritten(bob)["version_id"]
    assert [
        bob.client.get(address).status_code,
        bob.client.patch(address, {"version_name": "mine"}).status_code,
        bob.client.post(f"{address}/restore").status_code,
        bob.client.post(f"{address}/changes/{change}/undo").status_code,
        bob.client.get(f"{address}/export?format=pdf").status_code,
        bob.client.get(f"/resume/versions/compare?from={own}&to={made['version_id']}").status_code,
        bob.client.post("/resume/customize", {"job_id": str(posting()), "version_id": made["version_id"]}).status_code,
        bob.client.post("/resume/customize", {"job_id": str(posting(person=marek.person)), "resume": TEXT}).status_code,
        bob.client.post("/resume/rewrite", {"upload_id": str(bring(marek.person).pk)}).status_code,
    ] == [404] * 9
    assert len(bob.client.get("/resume/versions").json()["versions"]) == 1


def test_without_a_session_only_rewrite_answers(api: APIClient) -> None:
    assert problem(api.get("/resume/versions")) == (401, "session_required")
    assert problem(api.post("/resume/customize", {"job_id": str(posting()), "resume": TEXT})) == (
        401,
        "session_required",
    )


def test_a_text_that_claims_more_than_the_files_do_is_questioned(marek: Someone) -> None:
    bring(marek.person)
    made = rewritten(marek, source_resume=TEXT.replace("fourteen", "ninety"))
    assert any("ninety" in cast(str, one["why"]) for one in cast(list[Made], made["suggestions"]))
    plain = rewritten(marek, source_resume=TEXT)
    assert not any("“" in cast(str, one["why"]) for one in cast(list[Made], plain["suggestions"]))
