"""Reads of postings and applications, starting from the person."""

from uuid import UUID

from django.conf import settings
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from mosaic.people.models import Person
from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.details import Details, details_in
from opportunity_bridge.domain.fit import Weights as ByPart
from opportunity_bridge.domain.parts import USUAL
from opportunity_bridge.domain.postings import Draft, Posting
from opportunity_bridge.domain.stages import OPEN, Change, Stage, Step
from opportunity_bridge.domain.stored import posting_of as stored_posting
from opportunity_bridge.domain.stored_details import details_of as stored_details
from opportunity_bridge.models import (
    Application,
    ApplicationEvent,
    Interest,
    Job,
    Ranking,
    Weights,
    Words,
)


def jobs_visible_to(person: Person) -> QuerySet[Job]:
    """Return every posting somebody may see: open ones of everybody, their own, and what they kept.

    This is the only entrance to postings. What was saved or applied for stays, also when it has closed.
    """
    return Job.objects.filter(_is_open() | Q(person=person) | _is_kept_by(person))


def open_jobs_for(person: Person) -> QuerySet[Job]:
    """Return the postings to rank for somebody: everybody's open ones and their own."""
    return jobs_visible_to(person).filter(_is_open() | Q(person=person, closed_at__isnull=True))


def job_for(person: Person, job_id: UUID) -> Job | None:
    """Return one posting somebody may see."""
    return jobs_visible_to(person).filter(pk=job_id).first()


def shows_samples() -> bool:
    """Whether samples are shown: they are allowed, and there is no real posting yet."""
    if not settings.FEATURES["samples"]:
        return False
    return not Job.objects.filter(person__isnull=True, is_sample=False, closed_at__isnull=True).exists()


def jobs_stamp_for(person: Person) -> str:
    """Return a mark of the postings open to somebody that changes whenever one comes, changes or goes."""
    seen = open_jobs_for(person).aggregate(count=Count("pk"), latest=Max("changed_at"))
    latest = seen["latest"].timestamp() if seen["latest"] else 0
    return f"{timezone.localdate():%Y%m%d}-{seen['count']}-{latest:.6f}"


def draft_of(job: Job, *, with_text: bool = True) -> Draft:
    """Return a posting's words and fields; without its text nothing long is read."""
    words = job.words if with_text or job.person_id else None
    return Draft(
        role=words.role if words else job.open_role,
        company=words.company if words else job.open_company,
        location=words.location if words else job.open_location,
        text=words.text if words and with_text else "",
        remote=Remote(job.remote),
        pay=job.pay,
        field=job.field,
    )


def posting_of(job: Job, *, with_text: bool = True) -> Posting:
    """Return a posting as matching sees it."""
    return stored_posting(job.reading, draft_of(job, with_text=with_text))


def details_of(job: Job) -> Details:
    """Return what a posting says besides what matching reads: as kept for one's own, else read now."""
    kept = job.reading.get("details")
    return stored_details(kept) if kept else details_in(posting_of(job), timezone.localdate())


def interests_of(person: Person) -> QuerySet[Interest]:
    """Return what somebody saved and hid, the latest first."""
    return Interest.objects.select_related("job").filter(person=person).order_by("-changed_at", "-pk")


def saved_jobs_of(person: Person) -> QuerySet[Interest]:
    """Return what somebody saved."""
    return interests_of(person).filter(state=Interest.State.SAVED)


def names_of(person: Person) -> dict[UUID, str]:
    """Return what the postings are called that a person keeps or applied to, and the applications."""
    kept = {row.job_id: _named(row.job.words) for row in saved_jobs_of(person)}
    about = [(row.pk, row.job) for row in applications_of(person)]
    applied = {pk: _named(job.words) for row, job in about if job for pk in (row, job.pk)}
    return kept | applied


def _named(words: Words) -> str:
    return ", ".join(part for part in (words.role, words.company) if part)


def states_of(person: Person) -> dict[UUID, str]:
    """Return what somebody decided, by job."""
    return dict(Interest.objects.filter(person=person).values_list("job_id", "state"))


def weights_of(person: Person) -> ByPart:
    """Return somebody's weights, or the usual ones."""
    row = Weights.objects.filter(person=person).first()
    return row.by_part if row else USUAL


def ranking_of(person: Person) -> Ranking | None:
    """Return the last order made for somebody, whether or not it is still true."""
    return Ranking.objects.filter(person=person).first()


def applications_of(person: Person) -> QuerySet[Application]:
    """Return somebody's applications, the latest change first."""
    return Application.objects.filter(person=person).select_related("job").order_by("-changed_at", "-pk")


def open_application_of(person: Person, job: Job) -> Application | None:
    """Return the application under way for a posting, or one taken back to saved."""
    return applications_of(person).filter(job=job, stage__in=(Stage.SAVED, *OPEN)).first()


def events_of(person: Person) -> QuerySet[ApplicationEvent]:
    """Return everything that happened to somebody's applications, the latest first."""
    events = ApplicationEvent.objects.filter(person=person).select_related("application")
    return events.order_by("-created_at", "-number")


def steps_in(application: Application) -> list[Step]:
    """Return an application's events in order, as the fold takes them."""
    events = ApplicationEvent.objects.filter(application=application, person_id=application.person_id)
    return [
        Step(Change(change), Stage(stage)) for change, stage in events.order_by("number").values_list("change", "stage")
    ]


def _is_open() -> Q:
    """Everybody's postings that have not closed; samples while they are shown."""
    today = timezone.localdate()
    is_open = Q(person__isnull=True, closed_at__isnull=True) & (Q(closes_on__isnull=True) | Q(closes_on__gte=today))
    return is_open if shows_samples() else is_open & Q(is_sample=False)


def _is_kept_by(person: Person) -> Q:
    saved = Interest.objects.filter(person=person, job=OuterRef("pk"), state=Interest.State.SAVED)
    applied = Application.objects.filter(person=person, job=OuterRef("pk"))
    return Q(Exists(saved)) | Q(Exists(applied))
