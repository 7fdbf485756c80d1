"""Telling of something done, on the pages; and two short questions for whoever showed few skills."""

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from ps101.models import Experience
from tests.ps101.answers import CARE, FAST_TRACK

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows")]


@pytest.fixture
def browser(client: Client) -> Client:
    """Return a browser of one person."""
    client.post("/discovery/start/", {"flow": "fast_track"})
    return client


class TestPages:
    def test_a_plain_form_keeps_it_and_shows_what_it_shows(self, browser: Client) -> None:
        page = browser.post("/discovery/experiences/", {**CARE, "is_ongoing": "on"}, follow=True).content.decode()
        assert "Caring for my mother" in page
        assert "since 2019" in page
        assert "<blockquote>I cooked her meals" in page

    def test_a_wrong_date_stays_in_its_field_with_a_sentence(self, browser: Client) -> None:
        page = browser.post("/discovery/experiences/", {"kind": "job", "title": "Bakery", "began": "long ago"})
        assert page.status_code == 422
        for words in ('value="long ago"', "Write a year, such as 2019", 'value="Bakery"', "<details open>"):
            assert words in page.content.decode()

    def test_two_windows_see_both_texts(self, browser: Client) -> None:
        browser.post("/discovery/experiences/", {"kind": "job", "title": "Bakery", "did": "I baked bread."})
        address = f"/discovery/experiences/{Experience.objects.get().pk}/"
        browser.post(address, {"kind": "job", "title": "Bakery", "did": "I sold bread.", "version": 1})
        page = browser.post(address, {"kind": "job", "title": "Bakery", "did": "I baked cakes.", "version": 1})
        assert page.status_code == 409
        for words in ("I sold bread.", "I baked cakes.", 'name="version" value="2"'):
            assert words in page.content.decode()

    def test_it_is_deleted_only_with_the_tick(self, browser: Client) -> None:
        browser.post("/discovery/experiences/", {"kind": "job", "title": "Bakery"})
        address = f"/discovery/experiences/{Experience.objects.get().pk}/remove/"
        assert browser.post(address).status_code == 422
        assert Experience.objects.exists()
        browser.post(address, {"sure": "on"})
        assert not Experience.objects.exists()


def with_context(browser: Client) -> None:
    """Answer the Fast Track in words that show no skill, and have it read."""
    for key in FAST_TRACK:
        browser.post(f"/discovery/prompt/{key}/", {"text": "I do not know yet, really.", "version": 0})


@pytest.mark.usefixtures("tasks_at_once")
class TestTwoQuestions:
    @pytest.fixture
    def few(self, browser: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Client:
        """Return somebody whose Fast Track is read and shows fewer than three skills."""
        with django_capture_on_commit_callbacks(execute=True):
            with_context(browser)
        return browser

    def test_they_are_next_and_offered_where_skills_are_missing(self, few: Client) -> None:
        assert few.get("/discovery/next/").headers["Location"] == "/discovery/experiences/two-questions/"
        assert "/discovery/experiences/two-questions/" in few.get("/discovery/understood/").content.decode()
        assert "/discovery/experiences/two-questions/" in few.get("/").content.decode()

    def test_answered_once_they_are_never_asked_again(self, few: Client) -> None:
        page = few.post("/discovery/experiences/two-questions/", {"kind": "care", "title": "My father"}, follow=True)
        assert "add another one" in page.content.decode()
        few.post(f"/discovery/experiences/{Experience.objects.get().pk}/remove/", {"sure": "on"})
        assert few.get("/discovery/next/").headers["Location"] == "/discovery/understood/"

    def test_passed_over_they_are_not_asked_again_in_either_flow(self, few: Client) -> None:
        assert few.post("/discovery/experiences/two-questions/", {"skip": "1"}).status_code == 302
        assert few.get("/discovery/next/").headers["Location"] == "/discovery/understood/"
        few.post("/discovery/start/", {"flow": "discovery"})
        few.post("/discovery/start/", {"flow": "fast_track"})
        assert "two-questions" not in few.get("/discovery/next/").headers["Location"]

    def test_another_one_can_still_be_told(self, few: Client) -> None:
        few.post("/discovery/experiences/two-questions/", {"skip": "1"})
        assert 'href="/discovery/experiences/"' in few.get("/discovery/understood/").content.decode()

    def test_a_fact_leads_to_the_experience_it_stands_on(self, few: Client) -> None:
        few.post("/discovery/experiences/", CARE)
        page = few.get("/discovery/understood/").content.decode()
        assert f"/discovery/experiences/{Experience.objects.get().pk}/" in page
        assert "done unpaid, which counts the same" in page

    def test_nothing_typed_is_answered_with_a_sentence(self, few: Client) -> None:
        page = few.post("/discovery/experiences/two-questions/", {"kind": "care", "title": "", "did": "I cooked."})
        assert page.status_code == 422
        assert "A few words are needed here" in page.content.decode()
        assert "I cooked.</textarea>" in page.content.decode()


@pytest.mark.usefixtures("tasks_at_once")
def test_whoever_showed_three_skills_is_not_asked(
    browser: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        for key, text in FAST_TRACK.items():
            browser.post(f"/discovery/prompt/{key}/", {"text": text, "version": 0})
    assert browser.get("/discovery/next/").headers["Location"] == "/discovery/understood/"
