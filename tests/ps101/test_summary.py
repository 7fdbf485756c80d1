"""A whole journey on one page and on paper: everything said is there, and nothing of anybody else."""

import io
from html import unescape

import pytest
from django.conf import settings
from django.test import Client
from pypdf import PdfReader
from pytest_django import Settings
from rest_framework.test import APIClient

from mosaic.facts import services as facts
from mosaic.facts.models import Fact
from mosaic.people.services import Opened
from ps101 import queries, services
from ps101.domain.experiments import Canvas
from ps101.models import Journey
from ps101.rendering.sheet import lay_out, strings_of
from ps101.services import closing
from tests.people.people import make_opened
from tests.ps101.whole import LEARNING, OUTCOME, go_through

PAGE, PDF = "/discovery/summary/", "/discovery/summary/pdf/"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once")]


@pytest.fixture
def opened() -> Opened:
    return make_opened()


@pytest.fixture
def ana(client: Client, opened: Opened) -> Client:
    client.cookies[settings.PERSON_COOKIE_NAME] = opened.token
    return client


@pytest.fixture
def call(api: APIClient, opened: Opened) -> APIClient:
    api.credentials(HTTP_X_SESSION_ID=opened.token)
    return api


def begin(opened: Opened, text: str) -> Journey:
    """Begin a journey with one answer."""
    journey = services.start(opened.session.person, "fast_track")
    prompt = queries.flow_of(journey.flow).prompt("problem_statement")
    assert prompt is not None
    services.save_answer(opened.session.person, journey, prompt, text=text, version=0)
    return journey


def words_in(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_everything_of_a_journey_is_on_the_page(ana: Client, opened: Opened) -> None:
    journey = go_through(opened.session.person)
    page = unescape(ana.get(PAGE).content.decode())
    for answer in queries.answers_in(journey).values():
        assert answer.text in page
    for words in (OUTCOME, LEARNING, "Use the empty yard", "Borrow cones", "3 of 10"):
        assert words in page


def test_the_file_gives_back_every_word_in_order(ana: Client, opened: Opened) -> None:
    journey = go_through(opened.session.person)
    answer = ana.get(PDF)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="discovery-')
    read, at = words_in(answer.content), 0
    for text in strings_of(lay_out(journey)):
        meant = " ".join(text.split())
        at = read.find(meant, max(0, at - 200)) if meant else at
        assert at >= 0, meant


def test_the_file_is_tagged_and_names_its_language(call: APIClient, opened: Opened) -> None:
    journey = begin(opened, "I want work by day, near home.")
    made = call.get(f"/ps101/journeys/{journey.pk}/summary?format=pdf")
    catalogue = PdfReader(io.BytesIO(made.content)).trailer["/Root"]
    assert catalogue["/Lang"] == "en"  # type: ignore[index]  # a dictionary of the file
    assert catalogue["/MarkInfo"]["/Marked"]  # type: ignore[index]  # as above


def test_letters_no_font_draws_are_named_and_the_page_stays(ana: Client, call: APIClient, opened: Opened) -> None:
    journey = begin(opened, "I want to teach \U0001f9ff\U00012000 to children.")
    page = ana.get(PDF)
    assert page.status_code == 422
    assert "The PDF was not made" in page.content.decode()
    problem = call.get(f"/ps101/journeys/{journey.pk}/summary?format=pdf").json()
    assert (problem["code"], problem["formats"]) == ("missing_glyphs", ["json"])


def test_an_answer_that_looks_like_markup_stays_text(ana: Client, opened: Opened) -> None:
    begin(opened, '#panic("no") *bold* <script>alert(1)</script> $x$ @me')
    assert '#panic("no") *bold* <script>alert(1)</script> $x$ @me' in words_in(ana.get(PDF).content)
    assert "<script>alert(1)" not in ana.get(PAGE).content.decode()


def test_what_goes_on_from_an_experiment_belongs_to_its_journey(call: APIClient, opened: Opened) -> None:
    person = opened.session.person
    journey = go_through(person)
    tried = queries.experiments_of(person)[0]
    closing.follow_up(person, Canvas(title="Sit in on one class"), follows=tried)
    closing.follow_up(person, Canvas(title="Something of its own"), follows=None)
    shape = call.get(f"/ps101/journeys/{journey.pk}/summary").json()
    assert [one["title"] for one in shape["experiments"]] == ["Teach two learners to reverse", "Sit in on one class"]


def test_the_api_gives_questions_answers_and_what_was_understood(call: APIClient, opened: Opened) -> None:
    journey = go_through(opened.session.person)
    shape = call.get(f"/ps101/journeys/{journey.pk}/summary?format=json").json()
    assert len(shape["answers"]) == 42
    assert shape["answers"][0]["step"] == "problem"
    assert shape["problem"] in shape["answers"][2]["text"]
    assert all(one["quotes"] for one in shape["understood"]["skills"])
    assert shape["commitment"] is None


def test_answers_stay_on_paper_when_the_journey_turns_to_a_shorter_flow(call: APIClient, opened: Opened) -> None:
    journey = go_through(opened.session.person)
    services.start(opened.session.person, "fast_track")
    shape = call.get(f"/ps101/journeys/{journey.pk}/summary").json()
    assert shape["journey"]["flow"] == "fast_track"
    assert len({one["key"] for one in shape["answers"]}) == len(shape["answers"]) == 42


def test_a_sentence_that_is_its_own_label_stands_there_once(opened: Opened) -> None:
    journey = go_through(opened.session.person, capability="I am good at getting people started.")
    lines = [line for block in lay_out(journey).sections[1].blocks for line in block.lines]
    said = [line for line in lines if "getting people started" in line.text]
    assert [(line.is_own, line.quotes) for line in said] == [(True, ())]


def test_what_was_taken_away_is_not_on_paper(call: APIClient, opened: Opened) -> None:
    journey = go_through(opened.session.person)
    for fact in Fact.objects.filter(person=opened.session.person):
        facts.remove(opened.session.person, fact)
    shape = call.get(f"/ps101/journeys/{journey.pk}/summary").json()
    assert not any(shape["understood"].values())


def test_too_many_files_in_an_hour_are_too_many(ana: Client, opened: Opened, settings: Settings) -> None:
    settings.RATES = {**settings.RATES, "exports": "1/h"}
    begin(opened, "I want work by day, near home.")
    assert [ana.get(PDF).status_code for _ in range(2)] == [200, 429]
    assert ana.get(PAGE).status_code == 200


@pytest.mark.parametrize("path", [PAGE, PDF])
def test_another_persons_journey_is_nowhere(ana: Client, call: APIClient, path: str) -> None:
    theirs = begin(make_opened(), "I want work by day, near home.")
    assert ana.get(f"{path}?journey={theirs.pk}").status_code == 404
    assert ana.get(f"{path}?journey=nonsense").status_code == 404
    assert call.get(f"/ps101/journeys/{theirs.pk}/summary?format=pdf").status_code == 404


def test_an_unknown_format_is_named(call: APIClient, opened: Opened) -> None:
    journey = begin(opened, "I want work by day, near home.")
    assert call.get(f"/ps101/journeys/{journey.pk}/summary?format=odt").json()["code"] == "unknown_format"


def test_a_journey_without_an_answer_leads_on(ana: Client, opened: Opened) -> None:
    services.start(opened.session.person, "fast_track")
    page = ana.get(PAGE).content.decode()
    assert "Nothing is answered yet" in page
    assert "take it as PDF" not in page
