"""Discovery as pages: one prompt at a time, nothing lost, plain forms."""

from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from mosaic.facts.models import Fact
from mosaic.lexicon.about import about
from ps101.models import Answer, Context, Journey
from tests.ps101.answers import FAST_TRACK

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows")]


@pytest.fixture
def ana(client: Client) -> Client:
    client.post("/discovery/start/", {"flow": "fast_track"})
    return client


def answer(client: Client, key: str, text: str, version: int = 0) -> int:
    status: int = client.post(f"/discovery/prompt/{key}/", {"text": text, "version": version}).status_code
    return status


def test_the_first_form_leads_to_the_first_question(client: Client) -> None:
    page = client.post("/discovery/start/", {"flow": "fast_track"}, follow=True)
    assert "What is the problem with your work right now" in page.content.decode()
    assert 'name="version" value="0"' in page.content.decode()


def test_a_short_answer_stays_in_its_field_with_a_sentence(ana: Client) -> None:
    page = ana.post("/discovery/prompt/problem_statement/", {"text": "short", "version": 0})
    assert page.status_code == 422
    assert "5 characters so far, 10 are enough" in page.content.decode()
    assert ">short</textarea>" in page.content.decode()
    assert ">short</textarea>" in ana.get("/discovery/prompt/problem_statement/").content.decode()


def test_two_windows_see_both_texts(ana: Client) -> None:
    answer(ana, "miracle", "what I wrote in the first window")
    page = ana.post("/discovery/prompt/miracle/", {"text": "what I wrote in the second window", "version": 0})
    assert page.status_code == 409
    for words in ("what I wrote in the first window", "what I wrote in the second window", 'name="version" value="1"'):
        assert words in page.content.decode()


def test_a_draft_is_kept_while_it_is_written(ana: Client) -> None:
    kept = ana.post("/discovery/prompt/miracle/draft/", {"text": "half a sen"})
    assert "saved" in kept.content.decode()
    assert Answer.objects.get().draft == "half a sen"
    assert "half a sen" in ana.get("/discovery/prompt/miracle/").content.decode()


@pytest.mark.usefixtures("tasks_at_once")
def test_the_last_answer_leads_to_what_was_understood(
    ana: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert [answer(ana, key, text) for key, text in FAST_TRACK.items()] == [302] * 8
    page = ana.get("/discovery/next/", follow=True).content.decode()
    assert "This is what I understood" in page
    assert "I love explaining things to new people" in page
    ana.post("/discovery/understood/confirm/")
    assert Context.objects.get().confirmed_at is not None


@pytest.mark.usefixtures("tasks_at_once")
def test_what_else_was_told_stands_there_with_its_words_and_how_strongly(
    ana: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        for key, text in FAST_TRACK.items():
            answer(ana, key, text)
    page = ana.get("/discovery/understood/").content.decode()
    work, terms = page.index("work and learning"), page.index("place, hours and pay")
    assert "warehouse supervisor" in page[work:terms]
    assert "you said you want this" in page[terms:]
    assert "want day work" in page[terms:]
    assert "shown 2 of 4: done" in page[:work]


@pytest.mark.usefixtures("tasks_at_once")
def test_changing_an_answer_later_offers_to_read_again(
    ana: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        for key, text in FAST_TRACK.items():
            answer(ana, key, text)
    assert answer(ana, "best_fit", "Something else matters more to me now.", version=1) == 302
    assert "read my answers again" in ana.get("/discovery/understood/").content.decode()
    assert Answer.objects.filter(version__gt=0).count() == 8


def test_a_question_can_be_left_open_and_answered_later(client: Client) -> None:
    client.post("/discovery/start/", {"flow": "discovery"})
    answer(client, "challenge", FAST_TRACK["problem_statement"])
    client.post("/discovery/prompt/why_problem/", {"skip": "1"})
    assert client.get("/discovery/next/").headers["Location"].endswith("/problem_statement/")
    assert "1 left open" in client.get("/discovery/prompt/problem_statement/").content.decode()


def test_putting_aside_and_coming_back(ana: Client) -> None:
    ana.post("/discovery/pause/")
    assert Journey.objects.get().status == "paused"
    assert "Put aside, nothing lost" in ana.get("/discovery/").content.decode()
    ana.post("/discovery/start/", {"flow": "fast_track"})
    assert Journey.objects.get().status == "active"


def test_turning_to_the_other_flow_keeps_the_answers(ana: Client) -> None:
    answer(ana, "problem_statement", FAST_TRACK["problem_statement"])
    ana.post("/discovery/start/", {"flow": "discovery"})
    assert "1 of 42 questions answered" in ana.get("/discovery/").content.decode()


@pytest.mark.parametrize("path", ["/discovery/prompt/nothing/", "/discovery/prompt/challenge/"])
def test_a_prompt_of_no_flow_or_another_one_is_nowhere(ana: Client, path: str) -> None:
    assert ana.get(path).status_code == 404


@pytest.mark.usefixtures("tasks_at_once")
class TestChip:
    @pytest.fixture
    def fact(self, ana: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Fact:
        """Return a skill that stands on the words of an answer."""
        with django_capture_on_commit_callbacks(execute=True):
            for key, text in FAST_TRACK.items():
                answer(ana, key, text)
        found = Fact.objects.filter(kind="skill", polarity="has").exclude(lexicon_id="").first()
        assert found is not None
        return found

    def test_it_opens_to_meaning_other_names_and_words(self, ana: Client, fact: Fact) -> None:
        page = unescape(ana.get("/discovery/understood/").content.decode())
        entry = about(fact.lexicon_id)
        for words in (entry.meaning, "Also known as:", *entry.names, fact.evidence.all()[0].quote):
            assert words in page

    def test_it_is_renamed_from_the_list_and_stays_what_it_is(self, ana: Client, fact: Fact) -> None:
        name = about(fact.lexicon_id).names[0]
        assert ana.post(f"/discovery/facts/{fact.pk}/rename/", {"label": name}).status_code == 302
        changed = Fact.objects.get(pk=fact.pk)
        assert (changed.label, changed.lexicon_id, changed.status) == (name, fact.lexicon_id, "edited")

    def test_a_name_from_elsewhere_is_refused(self, ana: Client, fact: Fact) -> None:
        assert ana.post(f"/discovery/facts/{fact.pk}/rename/", {"label": "brain surgery"}).status_code == 422
        assert Fact.objects.get(pk=fact.pk).label == fact.label

    def test_it_is_removed_and_restored(self, ana: Client, fact: Fact) -> None:
        ana.post(f"/discovery/facts/{fact.pk}/remove/")
        assert f"bring back: {fact.label}" in unescape(ana.get("/discovery/understood/").content.decode())
        assert ana.post(f"/discovery/facts/{fact.pk}/rename/", {"label": fact.label}).status_code == 404
        ana.post(f"/discovery/facts/{fact.pk}/restore/")
        assert Fact.objects.get(pk=fact.pk).status == "suggested"
