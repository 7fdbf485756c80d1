"""Room for files: how it is counted, saved, limited, swept, and shown."""

import os
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings
from rest_framework.test import APIClient

from mosaic import health, watch
from mosaic.lib import squeeze
from mosaic.models import Alert
from mosaic.people import files, jobs, stored, sweeping
from mosaic.people.models import Person
from tests.crowd import make_crowd
from tests.people.people import make_opened, make_person
from tests.served import ROOT

SOON, EARLIER = timedelta(days=1), timedelta(days=-1)


class TestSqueezing:
    def test_text_takes_a_fraction_and_noise_is_left_alone(self) -> None:
        text = [b"the same words again and again " * 1000] * 10
        packed, ending = squeeze.where_it_pays(text)
        assert ending == squeeze.ENDING
        assert len(b"".join(packed)) < sum(map(len, text)) / 50
        noise = [os.urandom(100_000), os.urandom(10)]
        kept, ending = squeeze.where_it_pays(noise)
        assert (b"".join(kept), ending) == (b"".join(noise), "")

    @given(st.lists(st.one_of(st.binary(), st.integers(0, 300_000).map(lambda size: b"z" * size))))
    def test_what_goes_in_comes_out(self, chunks: list[bytes]) -> None:
        packed, ending = squeeze.where_it_pays(chunks)
        out = squeeze.opened(packed) if ending else packed
        assert b"".join(out) == b"".join(chunks)

    def test_a_stream_that_ends_too_early_is_noticed(self) -> None:
        packed, _ = squeeze.where_it_pays([b"words " * 50_000])
        with pytest.raises(squeeze.Damaged):
            list(squeeze.opened([b"".join(packed)[:-9]]))


@pytest.mark.django_db
class TestFiles:
    def test_a_stored_text_is_small_and_reads_as_it_was(self) -> None:
        person, text = make_person(), b"words about nights on the ward " * 20_000
        name = files.write(person.pk, [text])
        assert b"".join(files.read(person.pk, name)) == text
        assert default_storage.size(name) < len(text) / 20

    def test_a_file_of_nobody_is_swept_and_one_of_a_row_stays(self) -> None:
        [person] = make_crowd(1, expires_at=timezone.now() + SOON, with_file=1)
        forgotten = files.write(person.pk, [b"no row names me"])
        gone = make_person()
        orphan = files.write(gone.pk, [b"nobody is here"])
        gone.delete()
        young = sweeping.sweep(timezone.now())
        assert (young.folders, young.files, young.missing) == (1, 1, 0)
        assert default_storage.exists(forgotten)
        later = sweeping.sweep(timezone.now() + sweeping.GRACE)
        assert (later.folders, later.files) == (0, 1)
        assert [default_storage.exists(name) for name in (forgotten, orphan)] == [False, False]
        assert sweeping.sweep(timezone.now() + sweeping.GRACE) == sweeping.Sweep()

    def test_a_dry_sweep_removes_nothing(self) -> None:
        gone = make_person()
        orphan = files.write(gone.pk, [b"nobody is here"])
        gone.delete()
        out = StringIO()
        call_command("sweep_files", "--dry-run", stdout=out)
        assert "1 folders of nobody, 1 files" in out.getvalue()
        assert default_storage.exists(orphan)

    def test_a_row_without_its_file_is_reported(self) -> None:
        [person] = make_crowd(1, expires_at=timezone.now() + SOON, with_file=1)
        files.remove_all(person.pk)
        with pytest.raises(CommandError, match="1 files are missing"):
            call_command("sweep_files", stdout=StringIO())

    def test_the_instance_takes_no_more_than_its_limit(self, settings: Settings, api: APIClient) -> None:
        make_crowd(1, expires_at=timezone.now() + SOON, with_file=1)
        settings.INSTANCE_LIMIT = stored.bytes_used() + 10
        token = make_opened().token
        sent = {"file": StringIO("more than ten bytes of words about me")}
        sent["file"].name = "cv.txt"
        answer = api.post("/wimd/upload", sent, format="multipart", headers={"X-Session-ID": token})
        assert (answer.status_code, answer.json()["code"]) == (507, "storage_full")


@pytest.mark.django_db
class TestHandingOut:
    def test_what_a_person_takes_home_is_an_attachment_nobody_guesses_about(self, api: APIClient) -> None:
        answer = api.get("/session/export", headers={"X-Session-ID": make_opened().token})
        assert answer.status_code == 200
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["X-Content-Type-Options"] == "nosniff"

    def test_stored_files_are_read_for_reading_and_exporting_alone(self) -> None:
        """A new place that reads stored files belongs in this list only when it sends them as an attachment."""
        sources = [
            path
            for app in ("mosaic", "wimd", "ps101", "resume", "opportunity_bridge")
            for path in (ROOT / app).rglob("*.py")
        ]
        readers = {str(path.relative_to(ROOT)) for path in sources if "files.read(" in path.read_text()}
        assert readers == {"wimd/jobs.py", "wimd/hearing.py", "mosaic/people/archive/writing.py"}


@pytest.mark.django_db
class TestTraces:
    def test_the_admins_log_about_a_person_goes_with_them(self) -> None:
        staff = User.objects.create_user("staff")
        gone, stays = make_person(), make_person()
        kind = ContentType.objects.get_for_model(Person)
        for person in (gone, stays):
            LogEntry.objects.create(
                user=staff, content_type=kind, object_id=str(person.pk), object_repr="person", action_flag=CHANGE
            )
        Person.objects.filter(pk=gone.pk).update(expires_at=timezone.now() + EARLIER)
        list(jobs.purge_expired(timezone.now()))
        assert [entry.object_id for entry in LogEntry.objects.all()] == [str(stays.pk)]


@pytest.mark.django_db
class TestWatching:
    def test_four_fifths_of_the_room_raise_an_alert_that_staff_see(self, settings: Settings, client: Client) -> None:
        make_crowd(1, expires_at=timezone.now() + SOON, with_file=1)
        settings.INSTANCE_LIMIT = int(stored.bytes_used() / 0.85)
        assert "storage" in [alert.name for alert in watch.check()]
        detail = client.get("/health").json()
        assert detail["checks"]["storage"]["used"] == stored.bytes_used()
        assert "storage" in [alert["name"] for alert in detail["alerts"]]
        client.force_login(User.objects.create_superuser("staff"))
        page = client.get("/admin/").content.decode()
        assert "Out of bounds: storage" in page

    def test_without_alerts_the_admin_shows_none(self, client: Client) -> None:
        Alert.objects.all().delete()
        client.force_login(User.objects.create_superuser("staff"))
        assert "Out of bounds" not in client.get("/admin/").content.decode()

    def test_a_restore_under_way_is_not_ready(self, settings: Settings, tmp_path: object) -> None:
        settings.RESTORING = settings.MEDIA_ROOT.parent / "restoring"
        assert health.is_ready()
        settings.RESTORING.touch()
        assert not health.is_ready()
