"""Applying, as it is logged, and what becomes of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mosaic.journal.domain.names import Happened
from mosaic.journal.queries import events_of, open_reminders_of
from opportunity_bridge import queries, services
from opportunity_bridge.domain.stages import Stage, fold
from opportunity_bridge.models import Application
from opportunity_bridge.services import Enclosure
from opportunity_bridge.services.applications import checksum_of
from tests.opportunity_bridge.made import TEXT, make_job, somebody

pytestmark = pytest.mark.django_db


def test_applying_freezes_the_posting_and_what_went_along() -> None:
    ana, job, version = somebody(), make_job(sample=True), uuid4()
    enclosure = Enclosure("Canonical 3", "Ana, warehouse lead", {"basics": {"name": "Ana"}}, version)
    application = services.apply(ana, job, notes="Ms Adams", enclosure=enclosure)
    job.open_text = "something else"
    job.save()
    kept = Application.objects.get(pk=application.pk)
    assert isinstance(kept.posting, dict)
    assert (kept.posting["text"], kept.posting["sample"]) == (TEXT, True)
    assert kept.enclosure == {
        "label": "Canonical 3",
        "text": "Ana, warehouse lead",
        "document": {"basics": {"name": "Ana"}},
        "version": str(version),
    }
    assert (kept.enclosure_version, kept.checksum) == (version, checksum_of(kept.posting, kept.enclosure))
    assert kept.stage == Stage.APPLIED
    assert open_reminders_of(ana).get().due_on == timezone.localdate() + timedelta(days=7)


def test_applying_again_is_the_same_application_while_it_is_open() -> None:
    ana, job = somebody(), make_job()
    first = services.apply(ana, job)
    assert services.apply(ana, job, notes="again").pk == first.pk
    services.move_stage(ana, first, stage=Stage.REJECTED)
    second = services.apply(ana, job)
    assert second.pk != first.pk
    assert len(events_of(ana, Happened.APPLIED)) == 2
    with pytest.raises(services.AnotherUnderWay):
        services.undo(ana, first)


def test_an_application_taken_back_is_applied_for_anew() -> None:
    ana, job = somebody(), make_job()
    application = services.undo(ana, services.apply(ana, job))
    assert application.stage == Stage.SAVED
    assert not open_reminders_of(ana)
    with pytest.raises(services.StageRefused):
        services.undo(ana, application)
    assert services.apply(ana, job).pk == application.pk


def test_moves_are_kept_with_the_persons_words() -> None:
    ana = somebody()
    application = services.apply(ana, make_job())
    services.move_stage(ana, application, stage=Stage.INTERVIEW, words="Tuesday at ten")
    services.move_stage(ana, application, stage=Stage.INTERVIEW)
    closed = services.move_stage(ana, application, stage=Stage.WITHDRAWN)
    with pytest.raises(services.StageRefused):
        services.move_stage(ana, application, stage=Stage.WITHDRAWN)
    assert [event.stage for event in closed.events.all()] == ["applied", "interview", "interview", "withdrawn"]
    assert closed.events.get(number=2).words == "Tuesday at ten"
    assert not open_reminders_of(ana)
    assert services.undo(ana, closed).stage == Stage.INTERVIEW
    assert open_reminders_of(ana).count() == 1


@given(
    changes=st.lists(
        st.one_of(st.none(), st.sampled_from([one for one in Stage if one is not Stage.SAVED])), max_size=12
    )
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_replaying_the_events_gives_the_stored_stage(changes: list[Stage | None]) -> None:
    ana = somebody()
    application = services.apply(ana, make_job())
    for stage in changes:
        try:
            application = (
                services.undo(ana, application) if stage is None else services.move_stage(ana, application, stage=stage)
            )
        except services.StageRefused:
            continue
    stored = Application.objects.get(pk=application.pk)
    assert Stage(stored.stage) is fold(queries.steps_in(stored))
