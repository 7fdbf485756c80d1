"""The page of files: each file of a form stands for itself, what was read leads to its words, deleting asks first."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from mosaic.facts.models import Fact
from wimd.models import Upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows")]

TEXT = b"I planned the rota for twelve people. I drove a forklift for six years in a warehouse."
PROGRAM = b"MZ\x90\x00" + b"\x00" * 400
FILES = "/coach/files/"


@pytest.fixture
def ana(client: Client) -> Client:
    client.post("/discovery/start/", {"flow": "fast_track"})
    return client


def file(data: bytes = TEXT, name: str = "cv.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def said(page: str) -> list[str]:
    """Return what the page says of each file that was brought."""
    part = page.partition('id="brought"')[2].partition("</section>")[0]
    return [" ".join(one.split()) for one in re.findall(r'<p class="status [^>]*>(.*?)</p>', part, re.DOTALL)]


def bring(client: Client, *files: SimpleUploadedFile, **headers: str) -> tuple[int, str]:
    answer = client.post(FILES, {"file": list(files)}, headers=headers)
    return answer.status_code, answer.content.decode()


@pytest.mark.usefixtures("tasks_at_once")
class TestSeveralFiles:
    def test_a_bad_one_does_not_lose_the_good_ones(self, ana: Client, settings: Settings) -> None:
        settings.DOCUMENT_LIMIT = 1000
        status, page = bring(
            ana, file(), file(b"x" * 2000, "long.txt"), file(PROGRAM, "a.exe"), file(b"", "no.txt"), file(TEXT + b"!")
        )
        assert status == 422
        assert [one.partition(".")[0].partition(":")[0] for one in said(page)] == [
            "Kept",
            "This file is larger than 1000 bytes, the most that is read here of its kind",
            "This is not a kind of file that can be read here",
            "This file is empty",
            "Kept",
        ]
        assert Upload.objects.count() == 2

    def test_all_good_ones_lead_back_to_the_page(self, ana: Client) -> None:
        assert bring(ana, file(), file(TEXT + b"!", "other.txt"))[0] == 302
        assert Upload.objects.count() == 2

    def test_the_same_bytes_twice_are_said_to_be_one_file(self, ana: Client) -> None:
        status, page = bring(ana, file(), file(name="again.txt"))
        assert (status, said(page)[1]) == (
            200,
            "These very bytes were here already, as cv.txt. It stays one file.",
        )
        assert Upload.objects.count() == 1

    def test_a_script_gets_only_what_happened(self, ana: Client) -> None:
        status, page = bring(ana, file(), **{"HX-Request": "true"})
        assert (status, "<h1" in page, "Kept." in page) == (200, False, True)

    def test_no_file_at_all_is_said(self, ana: Client) -> None:
        answer = ana.post(FILES, {})
        assert (answer.status_code, "Choose a file first." in answer.content.decode()) == (422, True)

    def test_what_does_not_fit_names_the_largest(self, ana: Client, settings: Settings) -> None:
        settings.PERSON_LIMIT = 3 * len(TEXT)
        bring(ana, file())
        status, page = bring(ana, file(TEXT * 2 + b"!", "long.txt"))
        kept = Upload.objects.get()
        assert (status, kept.filename) == (422, "cv.txt")
        assert "deleting one of the largest makes room" in said(page)[0]
        assert f"{FILES}{kept.pk}/remove/" in page.partition('id="brought"')[2].partition("</section>")[0]

    def test_too_many_at_once_are_told_apart(self, ana: Client, settings: Settings) -> None:
        settings.RATES = {**settings.RATES, "uploads": "1/h"}
        status, page = bring(ana, file(), file(TEXT + b"!"))
        assert (status, Upload.objects.count()) == (422, 1)
        assert said(page)[1].startswith("That was a lot in a short time.")


class TestApi:
    @pytest.fixture
    def program(self, client: Client) -> APIClient:
        api = APIClient()
        api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
        return api

    def test_one_request_takes_one_file(self, program: APIClient) -> None:
        answer = program.post("/wimd/upload", {"file": [file(), file(TEXT + b"!")]}, format="multipart")
        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "one_at_a_time")
        assert not Upload.objects.exists()

    def test_what_does_not_fit_names_what_could_go(self, program: APIClient, settings: Settings) -> None:
        settings.PERSON_LIMIT = len(TEXT) + 20
        kept = program.post("/wimd/upload", {"file": file()}, format="multipart").json()["file"]
        answer = program.post("/wimd/upload", {"file": file(TEXT + b"!")}, format="multipart")
        body = answer.json()
        assert (answer.status_code, body["code"], body["free"]) == (413, "quota_exceeded", 20)
        assert body["largest"] == [{"id": kept["id"], "filename": "cv.txt", "size": len(TEXT)}]

    def test_who_asks_again_gets_the_list_only_when_it_changed(self, program: APIClient) -> None:
        program.post("/wimd/upload", {"file": file()}, format="multipart")
        first = program.get("/wimd/uploads")
        assert first.headers["Cache-Control"] == "private, no-cache"
        same = program.get("/wimd/uploads", headers={"If-None-Match": first.headers["ETag"]})
        assert (same.status_code, same.content) == (304, b"")
        Upload.objects.update(state="failed", error="damaged")
        changed = program.get("/wimd/uploads", headers={"If-None-Match": first.headers["ETag"]})
        assert (changed.status_code, changed.json()["uploads"][0]["status"]) == (200, "failed")


@pytest.mark.usefixtures("tasks_at_once")
class TestOneFile:
    @pytest.fixture
    def kept(self, ana: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Upload:
        with django_capture_on_commit_callbacks(execute=True):
            bring(ana, file())
        return Upload.objects.get()

    def test_the_polled_list_is_answered_only_when_it_changed(self, ana: Client, kept: Upload) -> None:
        asked = {"HX-Request": "true"}
        first = ana.get(FILES, headers=asked)
        again = ana.get(FILES, headers={**asked, "If-None-Match": first.headers["ETag"]})
        assert (first.status_code, again.status_code) == (200, 304)
        assert "ETag" not in ana.get(FILES).headers

    def test_each_quote_leads_to_its_place_in_the_text(self, ana: Client, kept: Upload) -> None:
        page = ana.get(f"{FILES}{kept.pk}/").content.decode()
        leads = set(re.findall(rf'href="{FILES}{kept.pk}/#(said-\d+-\d+)"', page))
        assert leads
        for place in leads:
            start, end = map(int, place.split("-")[1:])
            mark = page.partition(f'id="{place}"')[2]
            assert re.sub(r"<[^>]+>", "", mark.partition(">")[2]).startswith(kept.text[start:end])

    def test_deleting_asks_first_and_says_what_goes(self, ana: Client, kept: Upload) -> None:
        where = f"{FILES}{kept.pk}/remove/"
        page = ana.get(where).content.decode()
        alone = Fact.objects.filter(status="suggested").count()
        assert f"{alone} things known about you rest on it alone" in page
        assert Upload.objects.exists()
        fact = Fact.objects.first()
        assert fact
        ana.post(f"/discovery/facts/{fact.pk}/confirm/")
        assert f"{alone - 1} things known about you" in ana.get(where).content.decode()
        assert ana.post(where).status_code == 302
        assert not Upload.objects.exists()
        assert list(Fact.objects.filter(status__in=["suggested", "confirmed", "edited"])) == [fact]
