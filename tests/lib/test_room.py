"""What waits for room: tried now and then for a day, by whoever holds the row, and never before its time."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
import time_machine
from django.utils import timezone

from mosaic.lib import room, work
from mosaic.lib.work import WorkState
from tests.lib.test_work import make_upload
from tests.people.people import make_person
from wimd.models import Upload

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def tries(since: datetime) -> Iterator[datetime]:
    """Yield when something that never finds room is tried."""
    now: datetime | None = since
    while now is not None:
        yield now
        now = room.next_try(since, now)


def test_it_is_tried_after_five_minutes_then_more_seldom_and_at_least_every_hour() -> None:
    times = list(tries(NOON))
    minutes = [(at - NOON) / timedelta(minutes=1) for at in times]
    assert minutes[:7] == [0, 5, 10, 20, 40, 80, 140]
    assert max(later - earlier for earlier, later in pairwise(times)) == timedelta(hours=1)


def test_the_last_try_is_when_a_day_is_over() -> None:
    times = list(tries(NOON))
    assert times[-1] == NOON + timedelta(days=1)
    assert len(times) < 35
    assert room.next_try(NOON, NOON + timedelta(days=3)) is None


def claimed(upload: Upload) -> Upload:
    found = work.claim(Upload, upload.pk)
    assert found is not None
    return found


@pytest.mark.django_db
class TestRows:
    def test_a_waiting_row_is_not_taken_before_its_time_and_no_attempt_is_counted(self) -> None:
        upload = claimed(make_upload(make_person()))
        assert room.wait(upload)
        assert (upload.state, upload.attempts, upload.error) == (WorkState.QUEUED, 0, room.NO_ROOM)
        assert work.claim(Upload, upload.pk) is None
        assert list(work.sweep(timezone.now())) == []
        with time_machine.travel(timezone.now() + timedelta(minutes=6)):
            assert [pk for _, pk in work.sweep(timezone.now())] == [upload.pk]
            assert work.claim(Upload, upload.pk) is not None

    def test_many_tries_do_not_use_up_the_attempts(self) -> None:
        upload = make_upload(make_person())
        now = timezone.now()
        for hours in range(6):
            with time_machine.travel(now + timedelta(hours=2 * hours)):
                assert room.wait(claimed(upload))
        upload.refresh_from_db()
        assert (upload.attempts, upload.waits_since) == (0, upload.waits_since)
        assert abs(upload.waits_since - now) < timedelta(minutes=1)  # type: ignore[operator]  # it waits

    def test_a_worker_that_lost_its_row_changes_nothing(self) -> None:
        upload = make_upload(make_person())
        late = work.claim(Upload, upload.pk, lease=timedelta(seconds=-1))
        second = claimed(upload)
        assert late is not None
        assert not room.wait(late)
        assert work.still_mine(second)

    def test_a_worker_that_is_killed_while_it_tries_leaves_the_day_as_it_was(self) -> None:
        upload = make_upload(make_person())
        assert room.wait(claimed(upload))
        since = Upload.objects.get().waits_since
        with time_machine.travel(timezone.now() + timedelta(minutes=6)):
            assert work.claim(Upload, upload.pk, lease=timedelta(seconds=-1)) is not None
            assert [pk for _, pk in work.sweep(timezone.now())] == [upload.pk]
            assert room.wait(claimed(upload))
        assert Upload.objects.get().waits_since == since

    def test_what_is_settled_or_begun_anew_waits_no_more(self) -> None:
        upload = make_upload(make_person())
        assert room.wait(claimed(upload))
        upload.refresh_from_db()
        work.requeue(upload)
        assert not room.is_waiting(Upload.objects.get())
        assert work.finish(claimed(upload))
        assert Upload.objects.get().waits_since is None

    def test_what_a_person_waits_for_is_woken_before_what_waits_for_room(self) -> None:
        person = make_person()
        waiting = claimed(make_upload(person))
        assert room.wait(waiting)
        with time_machine.travel(timezone.now() + timedelta(hours=2)):
            fresh = Upload.objects.create(
                person=person, filename="b", name="y", size=1, content_type="x", fingerprint="g", sha256="0",
                queued_at=timezone.now() - timedelta(minutes=1),
            )  # fmt: skip
            found = [(kind.queue, pk) for kind, pk in work.sweep(timezone.now())]
            assert found == [("person", fresh.pk), ("bulk", waiting.pk)]

    def test_few_are_woken_at_once(self) -> None:
        for _ in range(work.FEW + 5):
            assert room.wait(claimed(make_upload(make_person())))
        with time_machine.travel(timezone.now() + timedelta(minutes=6)):
            assert len(list(work.sweep(timezone.now()))) == work.FEW

    def test_waiting_for_room_is_no_fault_of_the_workers(self) -> None:
        assert room.wait(claimed(make_upload(make_person())))
        with time_machine.travel(timezone.now() + timedelta(hours=2)):
            assert work.oldest_wait(Upload, timezone.now()) == timedelta(0)

    def test_asking_twenty_times_wakes_one_worker(self) -> None:
        upload = claimed(make_upload(make_person()))
        assert room.wait(upload)
        assert [room.try_now(upload) for _ in range(20)].count(True) == 1
        assert work.claim(Upload, upload.pk) is not None
