"""The bridge's pages: every action is a plain form, every sample says so."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from mosaic.facts.models import Fact
from mosaic.journal.models import Reminder
from mosaic.people import services as people
from mosaic.people.models import Person
from opportunity_bridge import queries, services
from opportunity_bridge.domain.stages import Stage
from opportunity_bridge.models import Application, Interest, Job
from tests.opportunity_bridge.made import TEXT, make_job, tell_role, tell_skills

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(client: Client) -> Person:
    """Return whom the browser belongs to."""
    opened = people.begin()
    client.cookies[settings.PERSON_COOKIE_NAME] = opened.token
    return opened.session.person


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def test_without_a_place_here_the_pages_lead_to_the_door(client: Client) -> None:
    assert client.get("/opportunities/").headers["Location"] == "/"


def test_before_anything_is_known_the_list_offers_a_first_step(client: Client, ana: Person) -> None:
    make_job(sample=True)
    html = page(client, "/opportunities/")
    assert "Nothing is known about you yet" in html
    assert 'href="/discovery/"' in html
    assert 'href="/coach/files/"' in html
    assert "no fit yet" in html
    assert "sample posting" in html


def test_the_list_says_why_and_shows_the_weights(client: Client, ana: Person) -> None:
    make_job(sample=True)
    tell_skills(ana, "leading-a-team", "training-staff", "rota-planning")
    tell_role(ana, "warehouse-team-leader")
    html = page(client, "/opportunities/")
    assert "your words show 3" in html
    assert 'class="chip known"' in html
    assert 'type="range"' in html
    assert "You have not said anything about pay." in html


def test_a_search_without_a_result_has_a_way_on(client: Client, ana: Person) -> None:
    assert "show all" in page(client, "/opportunities/?q=zebra&remote=nowhere")


def test_an_old_page_of_the_list_begins_again_at_the_top(client: Client, ana: Person) -> None:
    make_job()
    assert "Warehouse team leader" in page(client, "/opportunities/?cursor=old")


def test_a_posting_shows_both_sides_of_each_requirement(client: Client, ana: Person) -> None:
    job = make_job(sample=True)
    tell_skills(ana, "leading-a-team", "training-staff")
    html = page(client, f"/opportunities/{job.pk}/")
    assert "Experience of leading a team" in html
    assert "Nothing found in your words." in html
    assert "sample posting" in html
    assert f'action="/resume/studio/for-job/{job.pk}/"' in html
    assert 'action="/apply/"' in html
    assert "usual in this work" in html


def test_a_contradiction_is_quoted_on_top(client: Client, ana: Person) -> None:
    job = make_job(
        "Bid writer (remote)", "Remote!\n\nWe meet in our Reading office on Tuesdays and Thursdays every week."
    )
    html = page(client, f"/opportunities/{job.pk}/")
    assert "It says two things about place" in html
    assert "We meet in our Reading office on Tuesdays and Thursdays every week" in html


TERMS = """Night cleaner wanted by Four Mills.

A permanent post of 20 to 25 hours a week, £13.40 an hour, starting 1 June 2099.
You pay a registration fee of £40 before your first shift.
Closing date: 2 March 2020. Send your CV to work@mills.example.

Benefits
- 28 days' paid holiday and a pension"""


def test_a_posting_shows_its_terms_with_the_sentence_behind_them(client: Client, ana: Person) -> None:
    html = page(client, f"/opportunities/{make_job('Night cleaner', TERMS).pk}/")
    for words in ("permanent", "20–25 hours a week", "£13.40 an hour", "1 June 2099", "<q>work@mills.example</q>"):
        assert f"<dd>{words}" in html
    quote = "A permanent post of 20 to 25 hours a week, £13.40 an hour, starting 1 June 2099."
    assert html.count(f"<blockquote>{quote}</blockquote>") == 1
    assert '<span class="chip"><q>28 days&#x27; paid holiday</q></span>' in html


def test_what_is_worth_checking_is_quoted_with_what_to_do(client: Client, ana: Person) -> None:
    html = page(client, f"/opportunities/{make_job('Night cleaner', TERMS).pk}/")
    assert "<q>You pay a registration fee of £40 before your first shift</q>. No honest employer asks" in html
    assert "It may be over" in html
    assert "<q>Closing date: 2 March 2020</q>. That day has passed." in html


def test_a_posting_that_contradicts_itself_is_quoted_twice(client: Client, ana: Person) -> None:
    text = "Porter\nA permanent position.\n\nYou will carry bags.\n\nThis is a fixed-term contract of one year."
    html = page(client, f"/opportunities/{make_job('Porter', text).pk}/")
    assert "It says two things about the contract" in html
    assert "<q>A permanent position</q>. Elsewhere: <q>This is a fixed-term contract of one year</q>." in html


def test_what_a_posting_does_not_say_stays_unsaid(client: Client, ana: Person) -> None:
    html = page(client, f"/opportunities/{make_job('Porter', 'You will carry bags for the guests of a hotel.').pk}/")
    assert 'id="terms"' not in html
    assert 'id="look"' not in html


def test_saving_and_hiding_are_plain_forms(client: Client, ana: Person) -> None:
    job = make_job()
    assert client.post(f"/opportunities/{job.pk}/save/").headers["Location"] == f"/opportunities/{job.pk}/"
    assert "Warehouse team leader" in page(client, "/opportunities/saved/")
    client.post(f"/opportunities/{job.pk}/hide/", {"reason": "hours"})
    assert Interest.objects.get().reason == "hours"
    assert "bring it back" in page(client, f"/opportunities/{job.pk}/")
    client.post(f"/opportunities/{job.pk}/unsave/")
    assert "Nothing is saved yet" in page(client, "/opportunities/saved/")


def test_letting_a_closed_posting_go_leads_to_what_is_saved(client: Client, ana: Person) -> None:
    job = make_job()
    services.save(ana, job)
    Job.objects.update(closed_at=timezone.now())
    assert client.post(f"/opportunities/{job.pk}/unsave/").headers["Location"] == "/opportunities/saved/"


def test_an_open_question_is_answered_in_one_click(client: Client, ana: Person) -> None:
    job = make_job()
    tell_skills(ana, "leading-a-team")
    needs = queries.posting_of(job).asked
    place = next(at for at, need in enumerate(needs) if need.ids == ("driving-licence-b",))
    assert f"/opportunities/{job.pk}/tell/{place}/" in page(client, f"/opportunities/{job.pk}/")
    client.post(f"/opportunities/{job.pk}/tell/{place}/")
    assert Fact.objects.filter(person=ana, lexicon_id="driving-licence-b").exists()
    assert client.post(f"/opportunities/{job.pk}/tell/999/").status_code == 404


def test_weights_are_sent_as_a_form(client: Client, ana: Person) -> None:
    sent = {"skills": 10, "role": 0, "values": 60, "interests": 0, "place": 0, "pay": 0}
    client.post("/opportunities/weights/", sent)
    assert list(queries.weights_of(ana).values()) == [10, 0, 60, 0, 0, 0]
    client.post("/opportunities/weights/", dict.fromkeys(sent, 0))
    assert list(queries.weights_of(ana).values()) == [10, 0, 60, 0, 0, 0]
    client.post("/opportunities/weights/", {"reset": "1"})
    assert list(queries.weights_of(ana).values()) == [40, 20, 15, 10, 10, 5]


def test_pasting_keeps_what_was_typed_when_it_is_too_short(client: Client, ana: Person) -> None:
    answer = client.post("/opportunities/paste/", {"text": "Baker wanted", "role": "Baker"})
    assert answer.status_code == 422
    assert "Baker wanted</textarea>" in answer.content.decode()
    assert client.post("/opportunities/paste/", {"text": ""}).status_code == 422
    assert client.post("/opportunities/paste/", {"text": "word " * 8000}).status_code == 422
    kept = client.post("/opportunities/paste/", {"text": TEXT, "role": "Shift lead"})
    assert "only you see this" in page(client, kept.headers["Location"])
    assert "read it" in page(client, "/opportunities/paste/")


def test_occupations_show_what_carries_over(client: Client, ana: Person) -> None:
    assert "Nothing is known yet" in page(client, "/opportunities/occupations/")
    tell_skills(ana, "classroom-teaching", "lesson-planning")
    shown = page(client, "/opportunities/occupations/")
    assert "What carries over:" in shown
    assert "where each point comes from" in shown
    assert "ISCO-08 " in shown


def test_the_board_shows_where_everything_stands(client: Client, ana: Person) -> None:
    assert "Nothing is saved or sent yet" in page(client, "/applications/")
    saved, applied = (
        make_job("Baker", closes_on=timezone.localdate() + timedelta(days=1)),
        make_job("Roofer", sample=True),
    )
    services.save(ana, saved)
    application = services.apply(ana, applied)
    html = page(client, "/applications/")
    assert "closes in 1 day" in html
    assert "sample posting" in html
    assert "ask after" in html
    client.post("/applications/move/", {"application": str(application.pk), "stage": "rejected"})
    assert "they chose someone else" in page(client, "/applications/")
    assert client.post("/applications/move/", {"stage": "rejected"}).headers["Location"] == "/applications/"


def test_a_week_later_the_board_says_whom_to_ask(client: Client, ana: Person) -> None:
    services.apply(ana, make_job("Baker"))
    Reminder.objects.update(due_on=timezone.localdate())
    assert "One application to ask about" in page(client, "/applications/")


def test_an_application_is_moved_noted_and_undone_by_forms(client: Client, ana: Person) -> None:
    application = services.apply(ana, make_job(open_company="Four Mills", sample=True))
    path = f"/applications/{application.pk}/"
    html = page(client, path)
    assert "Now at: applied." in html
    assert "sample posting" in html
    assert application.checksum in html
    client.post(f"{path}move/", {"stage": "interview", "words": "Tuesday at ten"})
    client.post(f"{path}notes/", {"notes": "Room 3"})
    html = page(client, path)
    assert "Tuesday at ten" in html
    assert "Room 3</textarea>" in html
    client.post(f"{path}undo/")
    assert Application.objects.get().stage == Stage.APPLIED
    client.post(f"{path}undo/")
    client.post(f"{path}undo/")
    assert Application.objects.get().stage == Stage.SAVED
    assert client.post(f"{path}move/", {"stage": "nowhere"}).headers["Location"] == path


def test_a_closed_application_stays_closed_while_another_is_under_way(client: Client, ana: Person) -> None:
    job = make_job()
    first = services.apply(ana, job)
    services.move_stage(ana, first, stage=Stage.WITHDRAWN)
    services.apply(ana, job)
    for path, sent in (("undo", {}), ("move", {"stage": "offer"})):
        answer = client.post(f"/applications/{first.pk}/{path}/", sent)
        assert answer.status_code == 409
        assert "is under way" in answer.content.decode()


def test_pages_hold_no_inline_script_or_style(client: Client, ana: Person) -> None:
    job = make_job()
    tell_skills(ana, "leading-a-team")
    application = services.apply(ana, job)
    for path in (
        "/opportunities/",
        f"/opportunities/{job.pk}/",
        "/opportunities/occupations/",
        "/applications/",
        f"/applications/{application.pk}/",
    ):
        html = page(client, path)
        assert "<style" not in html
        assert " style=" not in html
        assert "onclick" not in html


def test_what_a_posting_says_is_shown_as_text_and_never_as_markup(client: Client, ana: Person) -> None:
    job = services.paste_posting(ana, text=f"<b>Baker</b><script>alert(1)</script>\n\n{TEXT}")
    html = page(client, f"/opportunities/{job.pk}/")
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html
