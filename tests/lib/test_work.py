"""The row is the queue: one worker holds a row, a lost one is found again, three attempts are enough."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mosaic.lib import work
from mosaic.lib.work import WorkState
from mosaic.people.models import Person
from tests.people.people import make_person
from wimd.models import Upload

pytestmark = pytest.mark.django_db


def make_upload(person: Person) -> Upload:
    return Upload.objects.create(
        person=person, filename="a.pdf", name="x", size=1, content_type="application/pdf", fingerprint="f", sha256="0"
    )


def test_a_row_is_claimed_once() -> None:
    upload = make_upload(make_person())
    assert work.claim(Upload, upload.pk) is not None
    assert work.claim(Upload, upload.pk) is None


def test_a_row_whose_lease_ended_is_claimed_again_and_the_late_worker_changes_nothing() -> None:
    upload = make_upload(make_person())
    late = work.claim(Upload, upload.pk, lease=timedelta(seconds=-1))
    second = work.claim(Upload, upload.pk)
    assert late is not None
    assert second is not None
    assert not work.still_mine(late)
    assert not work.finish(late)
    assert work.finish(second)
    second.refresh_from_db()
    assert second.state == WorkState.DONE


def test_after_three_lost_workers_the_row_fails_with_a_code() -> None:
    upload = make_upload(make_person())
    for _ in range(work.MOST_ATTEMPTS):
        assert work.claim(Upload, upload.pk, lease=timedelta(seconds=-1)) is not None
    assert work.claim(Upload, upload.pk) is None
    list(work.sweep(timezone.now()))
    upload.refresh_from_db()
    assert (upload.state, upload.error) == (WorkState.FAILED, work.GAVE_UP)


def test_the_sweep_finds_what_waits_too_long_and_leaves_what_is_fresh() -> None:
    person = make_person()
    fresh = make_upload(person)
    old = Upload.objects.create(
        person=person, filename="b", name="y", size=1, content_type="x", fingerprint="g", sha256="0",
        queued_at=timezone.now() - timedelta(minutes=1),
    )  # fmt: skip
    found = {pk for _, pk in work.sweep(timezone.now())}
    assert old.pk in found
    assert fresh.pk not in found


def test_a_retried_row_begins_anew() -> None:
    upload = make_upload(make_person())
    claimed = work.claim(Upload, upload.pk)
    assert claimed is not None
    work.fail(claimed, "damaged")
    work.requeue(claimed)
    claimed.refresh_from_db()
    assert (claimed.state, claimed.attempts, claimed.error) == (WorkState.QUEUED, 0, "")
