"""Data ends when it was said to end, and then it is gone."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone
from rest_framework.test import APIClient

from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib.crypto import SealBroken
from mosaic.people import files, jobs, keyring, services
from mosaic.people.domain import expiry
from mosaic.people.models import Person
from tests.people.people import make_opened, make_person

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_an_empty_person_is_kept_a_day_and_one_with_content_thirty() -> None:
    assert expiry.end_after(NOW, has_content=False, days=30, empty_hours=24) == NOW + timedelta(hours=24)
    assert expiry.end_after(NOW, has_content=True, days=30, empty_hours=24) == NOW + timedelta(days=30)


@pytest.mark.parametrize(
    ("ahead", "days"), [(timedelta(days=30), 30), (timedelta(hours=1), 1), (timedelta(0), 0), (timedelta(days=-3), 0)]
)
def test_a_begun_day_counts_as_a_day_left(ahead: timedelta, days: int) -> None:
    assert expiry.days_left(NOW + ahead, NOW) == days


@pytest.mark.django_db
class TestExpiry:
    def test_the_first_step_begins_the_thirty_days(self) -> None:
        person = make_person()
        assert person.days_left(timezone.now()) == 1
        note(person, Happened.JOURNEY_STARTED)
        person.refresh_from_db()
        assert person.days_left(timezone.now()) == 30

    def test_use_renews_at_most_once_an_hour(self) -> None:
        person = make_person()
        note(person, Happened.JOURNEY_STARTED)
        before = person.expires_at
        services.renew(person)
        person.refresh_from_db()
        assert person.expires_at == before
        with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
            services.renew(person)
        person.refresh_from_db()
        assert person.expires_at > before

    def test_an_expired_session_is_not_known_any_more(self, api: APIClient) -> None:
        opened = make_opened()
        with time_machine.travel(timezone.now() + timedelta(days=2)):
            answer = api.get("/session", headers={"X-Session-ID": opened.token})
        assert answer.json()["code"] == "session_not_found"

    def test_the_purge_takes_rows_files_and_key_of_the_expired_alone(self) -> None:
        gone, stays = make_person(), make_person()
        name = files.write(gone.pk, [b"a file"])
        Person.objects.filter(pk=gone.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
        report = list(jobs.purge_expired(timezone.now()))[-1]
        assert (report.due, report.erased, report.failed, report.files) == (1, 1, 0, 1)
        assert not default_storage.exists(name)
        assert list(Person.objects.all()) == [stays]

    def test_a_second_purge_finds_nothing_left(self) -> None:
        Person.objects.filter(pk=make_person().pk).update(expires_at=timezone.now())
        list(jobs.purge_expired(timezone.now()))
        assert list(jobs.purge_expired(timezone.now()))[-1].due == 0

    def test_more_people_than_a_batch_are_all_purged(self) -> None:
        for _ in range(7):
            make_person()
        Person.objects.update(expires_at=timezone.now() - timedelta(days=1))
        reports = [report.erased for report in jobs.purge_expired(timezone.now(), batch=3)]
        assert reports[-1] == 7

    def test_one_person_whose_files_cannot_be_removed_stops_nobody_else(self, monkeypatch: pytest.MonkeyPatch) -> None:
        stuck, other = make_person(), make_person()
        Person.objects.update(expires_at=timezone.now() - timedelta(days=1))
        really = files.remove_all

        def refuse(person_id: object) -> int:
            if person_id == stuck.pk:
                raise OSError
            return really(other.pk)

        monkeypatch.setattr(files, "remove_all", refuse)
        report = list(jobs.purge_expired(timezone.now()))[-1]
        assert (report.erased, report.failed) == (1, 1)

    def test_the_command_counts_without_erasing_when_asked_to(self) -> None:
        Person.objects.filter(pk=make_person().pk).update(expires_at=timezone.now())
        out = StringIO()
        call_command("purge_expired_sessions", "--dry-run", stdout=out)
        assert "1 expired" in out.getvalue()
        assert Person.objects.count() == 1

    def test_the_command_says_what_it_did(self) -> None:
        Person.objects.filter(pk=make_person().pk).update(expires_at=timezone.now())
        out = StringIO()
        call_command("purge_expired_sessions", stdout=out)
        assert "1 of 1 erased, 0 failed" in out.getvalue()

    def test_the_command_refuses_a_senseless_batch(self) -> None:
        with pytest.raises(CommandError):
            call_command("purge_expired_sessions", batch=0)

    def test_after_erasing_the_key_is_gone_before_the_scope_ends(self) -> None:
        person = make_person()
        services.erase(person)
        with keyring.scope(), pytest.raises(SealBroken):
            keyring.key_of(person.pk)
