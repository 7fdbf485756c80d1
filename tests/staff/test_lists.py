"""Lists of people in the admin: where they stand, at a price that does not grow with how many there are."""

from collections.abc import Iterator
from datetime import date
from uuid import uuid4

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.journal.models import Event, Reminder
from mosaic.lib.work import WorkState
from mosaic.people import services as people
from mosaic.people.models import Person, Session
from mosaic.staff import Role
from ps101.models import Answer, Context, Experiment, FlowVersion, Journey
from tests.staff.test_roles import quick_passwords, staff
from wimd.domain.feedback import FEWEST
from wimd.models import CheckIn, Conversation, Feedback, FeedbackSum, Turn, Upload

__all__ = ["quick_passwords"]
pytestmark = [pytest.mark.one_engine, pytest.mark.django_db, pytest.mark.usefixtures("quick_passwords", "flows")]

MOST_QUERIES = 25
LISTED = (Person, Session, Journey, Answer, Context, Experiment, Event, Reminder, Fact, Evidence, Conversation, Turn, Upload, CheckIn, Feedback)  # fmt: skip


def somebody_with_everything() -> Person:
    """Return somebody with a row in each list, made straight in the database."""
    person = people.begin().session.person
    row, now = {"person": person}, timezone.now()
    journey = Journey.objects.create(**row, flow=FlowVersion.objects.get(key="fast_track", is_active=True))
    answer = Answer.objects.create(**row, journey=journey, prompt_key="miracle", text="calm", version=1, saved_at=now)
    Context.objects.create(**row, journey=journey, problem_definition="no evenings", extracted_at=now, state="done")
    experiment = Experiment.objects.create(**row, title="sit in", journey=journey)
    Event.objects.create(**row, name="answer_given", subject="answer", subject_id=answer.pk)
    Reminder.objects.create(**row, kind="review", subject="experiment", subject_id=experiment.pk, due_on=now.date())
    fact = Fact.objects.create(**row, kind="value", polarity="wants", identity="calm", label="calm")
    Evidence.objects.create(
        **row, fact=fact, source_kind=SourceKind.ANSWER, source_id=answer.pk, start=0, end=4, quote="calm"
    )
    conversation = Conversation.objects.create(**row)
    Turn.objects.create(**row, conversation=conversation, number=1, speaker="person", text="hello")
    upload(person)
    CheckIn.objects.create(**row, week="2026-W47", energy=3)
    Feedback.objects.create(**row, ratings={"clarity": 4})
    return person


def upload(person: Person, **more: object) -> Upload:
    return Upload.objects.create(
        person=person, filename="cv.txt", name=f"persons/{person.pk}/{uuid4()}", size=2048, content_type="text/plain",
        fingerprint=uuid4().hex, sha256="0", **more,
    )  # fmt: skip


def costs(client: Client) -> Iterator[tuple[str, int]]:
    """Yield how many queries each list takes."""
    for model in LISTED:
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        with CaptureQueriesContext(
            connection,
        ) as taken:
            answer = client.get(address)
        assert answer.status_code == 200
        assert len(answer.context["cl"].result_list) == min(50, model._default_manager.count())
        yield model.__name__, len(taken)


def _least(client: Client) -> dict[str, int]:
    """Return the costs of each list without what is asked for once in a while, such as alerts and what a process keeps."""
    runs = [dict(costs(client)) for _ in range(3)]
    return {name: min(run[name] for run in runs) for name in runs[0]}


def test_a_list_takes_the_same_queries_for_few_and_for_many_people() -> None:
    client = staff(Role.SUPPORT)
    for _ in range(3):
        somebody_with_everything()
    few = _least(client)
    for _ in range(9):
        somebody_with_everything()
    assert _least(client) == few
    assert max(few.values()) <= MOST_QUERIES, few


def test_two_thousand_people_are_listed_fifty_at_a_time() -> None:
    now = timezone.now()
    found = [Person(id=uuid4(), expires_at=now, wrapped_key=b"") for _ in range(2000)]
    Person.objects.bulk_create(found)
    Session.objects.bulk_create([Session(person=person, digest=uuid4().hex) for person in found])
    client = staff(Role.SUPPORT)
    for address in ("/admin/people/person/", "/admin/people/session/"):
        with CaptureQueriesContext(connection) as taken:
            page = client.get(address)
        assert len(page.context["cl"].result_list) == 50
        assert page.context["cl"].result_count == 2000
        assert len(taken) <= MOST_QUERIES


@pytest.mark.parametrize("role", [Role.SUPPORT, Role.COACH])
def test_people_are_listed_with_where_they_stand(role: Role) -> None:
    person = somebody_with_everything()
    people.begin()
    page = staff(role).get("/admin/people/person/")
    standing = {row.pk: row.standing for row in page.context["cl"].result_list}
    assert [(one.stage, one.storage) for one in standing.values()].count(("new", 0)) == 1
    assert standing[person.pk].stage == "open"
    # A problem, what is wanted, one value: 15, 10 and 5; one day with an answer: 30.
    assert dict(standing[person.pk].readings) == {"clarity": 30, "action": 0, "momentum": 30}
    assert "2.0\xa0KB" in page.content.decode()


def test_an_operator_sees_no_people() -> None:
    client = staff(Role.OPERATOR)
    for model in LISTED:
        assert (
            client.get(reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")).status_code == 403
        )


def test_no_list_tells_what_somebody_wrote() -> None:
    somebody_with_everything()
    client = staff(Role.COACH)
    for model in (Conversation, Turn, CheckIn, Feedback):
        page = client.get(reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"))
        assert "hello" not in page.content.decode()


def test_how_somebody_is_opens_with_their_words_alone() -> None:
    somebody_with_everything()
    address = f"/admin/wimd/checkin/{CheckIn.objects.get().pk}/change/"
    shown = {role: staff(role).get(address, {"open": "1"}).content.decode() for role in (Role.SUPPORT, Role.COACH)}
    assert "field-energy" in shown[Role.COACH]
    assert "field-energy" not in shown[Role.SUPPORT]


class TestRetry:
    @pytest.fixture
    def failed(self) -> Upload:
        person = people.begin().session.person
        upload(person, state=WorkState.DONE)
        return upload(person, state=WorkState.FAILED, error="gave_up", attempts=3)

    def send(self, role: Role, *chosen: Upload) -> int:
        sent = {"action": "read_again", "_selected_action": [str(one.pk) for one in chosen]}
        return staff(role).post("/admin/wimd/upload/", sent).status_code

    def test_support_has_what_failed_read_again_and_that_is_logged(
        self, failed: Upload, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ) -> None:
        with django_capture_on_commit_callbacks() as woken:
            self.send(Role.SUPPORT, *Upload.objects.all())
        failed.refresh_from_db()
        assert (failed.state, failed.error, failed.attempts) == (WorkState.QUEUED, "", 0)
        assert len(woken) == 1
        assert LogEntry.objects.get().object_id == str(failed.pk)

    def test_an_operator_does_not(self, failed: Upload) -> None:
        assert self.send(Role.OPERATOR, failed) == 403
        failed.refresh_from_db()
        assert failed.state == WorkState.FAILED


class TestFeedback:
    def page(self) -> str:
        return staff(Role.OPERATOR).get("/admin/wimd/feedbacksum/").content.decode()

    def test_few_answers_are_not_told(self) -> None:
        FeedbackSum.objects.create(day=date(2026, 11, 2), question="clarity", count=FEWEST - 1, total=11)
        page = self.page()
        assert "2.8" not in page
        assert page.count(f"fewer than {FEWEST}") >= 2

    def test_days_with_few_answers_count_in_the_whole_alone(self) -> None:
        for day, count, total in ((2, 2, 10), (3, FEWEST + 1, 12)):
            FeedbackSum.objects.create(day=date(2026, 11, day), question="trust", count=count, total=total)
        page = self.page()
        assert f"<td>{FEWEST + 3}</td>" in page.replace("\n", "")
        assert ">2.8<" in page  # 22 of 8
        assert ">2.0<" in page  # 12 of 6
        assert ">5.0<" not in page  # 10 of 2 would be somebody's

    def test_the_page_of_a_day_tells_no_more(self) -> None:
        row = FeedbackSum.objects.create(day=date(2026, 11, 2), question="clarity", count=1, total=5)
        page = staff(Role.SUPPORT).get(f"/admin/wimd/feedbacksum/{row.pk}/change/").content.decode()
        assert f"fewer than {FEWEST}" in page
        assert ">5.0<" not in page


def test_every_personal_list_shows_whose_it_is() -> None:
    for model in LISTED[1:]:
        shown = admin.site._registry[model].list_display
        assert "person" in shown, model
