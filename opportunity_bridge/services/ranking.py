"""The order of postings for a person, made anew when what it rests on has changed."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils import timezone

from mosaic.facts.queries import profile_of
from mosaic.journal.domain.names import Happened
from mosaic.journal.queries import has_happened
from mosaic.journal.services import note
from mosaic.lexicon.kinship import closeness
from mosaic.lexicon.store import lexicon
from mosaic.people.models import Person
from opportunity_bridge import queries
from opportunity_bridge.domain.fit import ALGORITHM, Fit, Weights, fit_from
from opportunity_bridge.domain.ledger import SAME_WORK, Standpoint, standpoint_of
from opportunity_bridge.models import Asked, Job, Ranking

KEPT = 500
# Up to here every posting is scored; beyond it, those that ask for skills within reach or for close work.
EXACT = 1500
BY_WORK = 400
WITHOUT_WORDS = ("open_text", "open_url")


def refresh_ranking(person: Person) -> Ranking:
    """Return the order of postings for somebody, made anew when one of its stamps has changed."""
    weights = queries.weights_of(person)
    stamps = {
        "facts_stamp": person.facts_stamp,
        # The country somebody is in weighs too: it settles which of two towns of one name is meant.
        "weights_stamp": "-".join([*map(str, weights.values()), person.region]),
        "jobs_stamp": queries.jobs_stamp_for(person),
        "algorithm": ALGORITHM,
    }
    known = queries.ranking_of(person)
    if known and all(getattr(known, name) == value for name, value in stamps.items()):
        return known
    view = standpoint_of(profile_of(person), person.region)
    entries = ordered(queries.open_jobs_for(person), view, weights)[:KEPT]
    return _keep(person, stamps, entries)


def ordered(jobs: QuerySet[Job], view: Standpoint, weights: Weights) -> list[tuple[UUID, int | None]]:
    """Return (job id, score) for the postings worth scoring, the best first; the latest first among equals."""
    if view.profile.is_empty:
        newest = jobs.order_by("-posted_on", "pk").values_list("pk", flat=True)[:KEPT]
        return [(pk, None) for pk in newest]
    scored = [
        (job, fit_from(view, queries.posting_of(job, with_text=False), weights)) for job in _candidates(jobs, view)
    ]
    scored.sort(key=_place)
    return [(job.pk, fit.score) for job, fit in scored]


def _place(scored: tuple[Job, Fit]) -> tuple[int, int, int, str]:
    job, fit = scored
    posted = job.posted_on.toordinal() if job.posted_on else 0
    return -fit.order, -fit.coverage, -posted, job.pk.hex


def _candidates(jobs: QuerySet[Job], view: Standpoint) -> Iterable[Job]:
    """Return the postings worth scoring: all of a few, of many those that ask for what is within reach.

    The index is asked on its own and the answer narrowed to what somebody may see afterwards: joined in one
    question, 100,000 postings took five seconds instead of a tenth.
    """
    rows = jobs.defer(*WITHOUT_WORDS)
    if jobs.count() <= EXACT:
        return rows
    asked = Asked.objects.filter(skill__in=list(view.reach)).values("job").annotate(total=Sum("weight"))
    found = set(asked.order_by("-total", "job").values_list("job", flat=True)[: EXACT - BY_WORK])
    close = jobs.filter(occupation__in=_close_work(view)).order_by("-posted_on", "pk")
    found |= set(close.values_list("pk", flat=True)[:BY_WORK])
    found |= set(jobs.filter(person__isnull=False).values_list("pk", flat=True))
    return rows.filter(pk__in=found)


def _close_work(view: Standpoint) -> list[str]:
    """Return the occupations close to what somebody did or wants."""
    own = [fact.lexicon_id for fact in (*view.profile.roles, *view.profile.roles_wanted) if fact.lexicon_id]
    return [one for one in lexicon().occupations if any(closeness(known, one) >= SAME_WORK for known in own)]


@transaction.atomic
def _keep(person: Person, stamps: dict[str, object], entries: list[tuple[UUID, int | None]]) -> Ranking:
    """Store an order. Two requests at once make the same one; the later replaces the earlier."""
    Person.objects.select_for_update().get(pk=person.pk)
    rows = [[pk.hex, score] for pk, score in entries]
    ranking, _ = Ranking.objects.update_or_create(
        person=person, defaults={**stamps, "entries": rows, "made_at": timezone.now()}
    )
    scored = sum(score is not None for _, score in entries)
    if scored and not has_happened(person, Happened.MATCHES_SEEN):
        note(person, Happened.MATCHES_SEEN, ranking, scored=scored)
    return ranking
