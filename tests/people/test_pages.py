"""Pages and cookies: only our own forms give one, and a lost one loses no words."""

from collections.abc import Mapping

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from mosaic.people.models import Person

pytestmark = pytest.mark.django_db
COOKIE = settings.PERSON_COOKIE_NAME


@pytest.fixture
def strict() -> Client:
    """Return a browser that has to bring the form's token."""
    return Client(enforce_csrf_checks=True)


def test_looking_at_the_door_makes_nobody(client: Client) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert COOKIE not in answer.cookies
    assert not Person.objects.exists()


def test_the_first_form_gives_the_browser_its_place(client: Client, flows: None) -> None:
    answer = client.post("/discovery/start/", {"flow": "fast_track", "timezone": "Europe/Stockholm"})
    cookie = answer.cookies[COOKIE]
    assert answer.status_code == 302
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert Person.objects.get().timezone == "Europe/Stockholm"


def test_a_form_without_its_token_starts_nothing(strict: Client) -> None:
    assert strict.post("/discovery/start/", {"flow": "fast_track"}).status_code == 403
    assert not Person.objects.exists()


def test_an_existing_place_is_never_overwritten(client: Client, flows: None) -> None:
    client.post("/discovery/start/", {"flow": "fast_track"})
    before = client.cookies[COOKIE].value
    client.post("/discovery/start/", {"flow": "discovery"})
    client.post("/start-anew/")
    assert client.cookies[COOKIE].value == before
    assert Person.objects.count() == 1


def test_an_unknown_cookie_shows_the_ways_on_and_what_was_typed(client: Client) -> None:
    client.cookies[COOKIE] = "of-long-ago"
    answer = client.post("/coach/", {"prompt": "I am a nurse and I am tired"})
    assert answer.status_code == 404
    assert "I am a nurse and I am tired" in answer.content.decode()
    assert "start anew" in answer.content.decode()


def test_starting_anew_goes_on_with_the_words(client: Client) -> None:
    client.cookies[COOKIE] = "of-long-ago"
    answer = client.post("/start-anew/?after=/coach/", {"prompt": "I am a nurse"}, follow=True)
    assert answer.status_code == 200
    assert "I am a nurse" in answer.content.decode()
    assert client.cookies[COOKIE].value != "of-long-ago"


def test_starting_anew_leads_nowhere_else(client: Client) -> None:
    client.cookies[COOKIE] = "of-long-ago"
    answer = client.post("/start-anew/?after=https://elsewhere.example/", {})
    assert answer.headers["Location"] == "/"


def test_a_page_without_a_place_leads_to_the_door(client: Client) -> None:
    assert client.get("/your-data/").headers["Location"] == "/"


def test_erasing_needs_the_word(client: Client, flows: None) -> None:
    client.post("/discovery/start/", {"flow": "fast_track"})
    assert client.post("/your-data/erase/", {}).status_code == 422
    assert client.post("/your-data/erase/", {"word": "yes"}).status_code == 422
    assert Person.objects.count() == 1


def test_erasing_shows_a_receipt_and_forgets_the_browser(client: Client, flows: None) -> None:
    client.post("/discovery/start/", {"flow": "fast_track"})
    answer = client.post("/your-data/erase/", {"word": " Erase"})
    assert answer.status_code == 200
    assert "Everything is erased" in answer.content.decode()
    assert "storage" in answer.headers["Clear-Site-Data"]
    assert not Person.objects.exists()
    assert client.get("/").status_code == 200


def test_leaving_ends_this_session_only(client: Client, flows: None) -> None:
    client.post("/discovery/start/", {"flow": "fast_track"})
    assert client.post("/your-data/leave/").status_code == 409
    answer = client.post("/your-data/leave/", {"sure": "on"})
    assert "storage" in answer.headers["Clear-Site-Data"]
    assert Person.objects.count() == 1
    assert client.cookies[COOKIE].value == ""


def test_with_a_recovery_code_leaving_asks_nothing(client: Client, flows: None) -> None:
    client.post("/discovery/start/", {"flow": "fast_track"})
    client.post("/your-data/recovery-code/")
    assert client.post("/your-data/leave/").status_code == 302
    assert client.cookies[COOKIE].value == ""


def test_a_program_with_the_browsers_cookie_needs_the_forms_token(flows: None) -> None:
    browser = Client(enforce_csrf_checks=True)
    plain = Client()
    plain.post("/discovery/start/", {"flow": "fast_track"})
    browser.cookies[COOKIE] = plain.cookies[COOKIE].value
    answer = browser.post("/ps101/journeys", {"flow": "discovery"}, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")


def test_everything_can_be_downloaded_and_taken_in_again(client: Client) -> None:
    client.post("/coach/", {"prompt": "I drove a forklift at Nordhav."})
    answer = client.get("/your-data/export/")
    archive = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # it is streamed
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="mosaic-export-')
    assert answer.headers["Cache-Control"] == "no-store"
    client.post("/your-data/erase/", {"word": "erase"})
    taken = client.post("/your-data/import/", {"file": SimpleUploadedFile("export.zip", archive)}, follow=True)
    assert taken.status_code == 200
    assert "Kept until" in taken.content.decode()
    assert "I drove a forklift at Nordhav." in client.get("/coach/").content.decode()


def test_an_archive_that_cannot_be_taken_in_is_answered_on_the_page(client: Client) -> None:
    answer = client.post("/your-data/import/", {"file": SimpleUploadedFile("export.zip", b"no archive at all")})
    assert answer.status_code == 422
    assert "This is not a ZIP archive. Nothing of it was kept." in answer.content.decode()


def test_nothing_is_mixed_into_what_is_there(client: Client) -> None:
    client.post("/coach/", {"prompt": "I drove a forklift."})
    page = client.get("/your-data/").content.decode()
    assert 'name="file"' not in page
    archive = b"".join(client.get("/your-data/export/").streaming_content)  # type: ignore[attr-defined]  # as above
    answer = client.post("/your-data/import/", {"file": SimpleUploadedFile("export.zip", archive)})
    assert answer.status_code == 422
    assert "There is something here already" in answer.content.decode()


def test_no_archive_is_a_clear_error(client: Client) -> None:
    assert "Choose a file first." in client.post("/your-data/import/", {}).content.decode()


def test_too_many_downloads_get_a_pause(client: Client, flows: None, settings: Settings) -> None:
    client.post("/discovery/start/", {"flow": "fast_track"})
    settings.RATES = {**settings.RATES, "exports": "1/h"}
    assert [client.get("/your-data/export/").status_code for _ in range(2)] == [200, 429]


class TestAPartOfAPage:
    """A script of an open page never gets another page to put into it."""

    def asked(
        self, client: Client, path: str, said: dict[str, str] | None = None
    ) -> tuple[int, Mapping[str, str], str]:
        headers = {"HX-Request": "true"}
        found = client.get(path, headers=headers) if said is None else client.post(path, said, headers=headers)
        words = found.content.decode()
        assert "<html" not in words
        return found.status_code, found.headers, words

    @pytest.mark.parametrize("token", ["", "unknown"])
    def test_what_only_looks_has_its_page_opened_again(self, client: Client, token: str) -> None:
        if token:
            client.cookies[COOKIE] = token
        assert self.asked(client, "/coach/files/")[1]["HX-Refresh"] == "true"

    def test_what_was_typed_stays_with_a_word_that_it_is_not_saved(self, client: Client, flows: None) -> None:
        client.cookies[COOKIE] = "unknown"
        status, headers, words = self.asked(client, "/discovery/prompt/best_fit/draft/", {"text": "I plan rotas."})
        assert (status, headers["HX-Reswap"]) == (404, "innerHTML")
        assert "not saved" in words
