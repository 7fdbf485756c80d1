"""The list of postings as somebody sees it: their order, their filters, a page at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.core import signing
from django.db.models import Q, QuerySet

from mosaic.facts.domain.profile import Profile
from mosaic.facts.queries import profile_of
from mosaic.people.models import Person
from opportunity_bridge import queries
from opportunity_bridge.domain.fit import BANDS, Fit, Label, fit_from
from opportunity_bridge.domain.ledger import standpoint_of
from opportunity_bridge.domain.occupations import Reachable, reachable
from opportunity_bridge.domain.postings import Posting
from opportunity_bridge.models import Interest, Job, Ranking
from opportunity_bridge.services.ranking import refresh_ranking

PAGE = 20
ALTERNATIVES = 5
SALT = "opportunity_bridge.cursor"
WORTH_A_LOOK = next(least for least, label in BANDS if label is Label.STRETCH)


class BadCursor(Exception):
    """A cursor this service did not sign."""


class StaleCursor(Exception):
    """A cursor into an order that has been made anew since."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; an empty filter narrows nothing."""

    q: str = ""
    field: str = ""
    remote: str = ""
    source: str = ""
    min_fit: int | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A posting as one person sees it."""

    job: Job
    posting: Posting
    fit: Fit
    state: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list. Cursors are for the pages around it."""

    items: tuple[Seen, ...]
    total: int
    following: str
    preceding: str
    profile: Profile
    alternatives: tuple[Reachable, ...]


def listing(person: Person, filters: Filters, *, cursor: str = "", limit: int = PAGE) -> Listing:
    """Return one page of somebody's postings. Raises BadCursor and StaleCursor."""
    ranking = refresh_ranking(person)
    start = _offset(ranking, cursor)
    profile = profile_of(person)
    ids = _narrowed(person, ranking, filters)
    page = ids[start : start + limit]
    scores = [score for _, score in ranking.entries if score is not None]
    fits_none = not profile.is_empty and not any(score >= WORTH_A_LOOK for score in scores)
    return Listing(
        items=tuple(seen(person, profile, _jobs(person, page))),
        total=len(ids),
        following=_cursor(ranking, start + limit) if start + limit < len(ids) else "",
        preceding=_cursor(ranking, max(0, start - limit)) if start else "",
        profile=profile,
        alternatives=reachable(profile, most=ALTERNATIVES) if fits_none else (),
    )


def seen(person: Person, profile: Profile, jobs: Iterable[Job]) -> list[Seen]:
    """Return postings with how they fit somebody, in the order given."""
    view = standpoint_of(profile, person.region)
    weights, states = queries.weights_of(person), queries.states_of(person)
    found = ((job, queries.posting_of(job)) for job in jobs)
    return [Seen(job, posting, fit_from(view, posting, weights), states.get(job.pk, "")) for job, posting in found]


def _narrowed(person: Person, ranking: Ranking, filters: Filters) -> list[UUID]:
    """Return the ids of what passes the filters: the ranked ones in order, then the rest, the latest first."""
    passing = _passing(person, filters)
    ranked = [(UUID(pk), score) for pk, score in ranking.entries]
    if filters.min_fit is not None:
        least = filters.min_fit
        return [pk for pk, score in ranked if pk in passing and score is not None and score >= least]
    order = {pk: place for place, (pk, _) in enumerate(ranked)}
    behind = [pk for pk in passing if pk not in order]
    return [*(pk for pk, _ in ranked if pk in passing), *behind]


def _passing(person: Person, filters: Filters) -> dict[UUID, None]:
    """Return the ids of what passes, the latest first, as an ordered set."""
    jobs = _by_fields(queries.open_jobs_for(person), filters)
    hidden = [pk for pk, state in queries.states_of(person).items() if state == Interest.State.HIDDEN]
    found = _by_words(person, jobs.exclude(pk__in=hidden), filters.q.split())
    return dict.fromkeys(found.order_by("-posted_on", "pk").values_list("pk", flat=True))


def _by_fields(jobs: QuerySet[Job], filters: Filters) -> QuerySet[Job]:
    for name in ("field", "remote", "source"):
        value = getattr(filters, name)
        if value:
            jobs = jobs.filter(**{name: value})
    return jobs


def _by_words(person: Person, jobs: QuerySet[Job], words: list[str]) -> QuerySet[Job]:
    """Keep what holds every word. One's own postings are sealed, so they are opened and looked through."""
    if not words:
        return jobs
    own = [job.pk for job in jobs.filter(person=person) if _holds(job, words)]
    in_all = Q(person__isnull=True)
    for word in words:
        in_all &= (
            Q(open_role__icontains=word)
            | Q(open_company__icontains=word)
            | Q(open_location__icontains=word)
            | Q(open_text__icontains=word)
        )
    return jobs.filter(in_all | Q(pk__in=own))


def _holds(job: Job, words: list[str]) -> bool:
    found = job.words
    everything = " ".join((found.role, found.company, found.location, found.text)).casefold()
    return all(word.casefold() in everything for word in words)


def _jobs(person: Person, ids: list[UUID]) -> list[Job]:
    """Return postings in the order of their ids."""
    found = {job.pk: job for job in queries.jobs_visible_to(person).filter(pk__in=ids)}
    return [found[pk] for pk in ids if pk in found]


def _cursor(ranking: Ranking, offset: int) -> str:
    return signing.dumps([f"{ranking.made_at.timestamp():.6f}", offset], salt=SALT)


def _offset(ranking: Ranking, cursor: str) -> int:
    if not cursor:
        return 0
    try:
        made_at, offset = signing.loads(cursor, salt=SALT)
    except (signing.BadSignature, ValueError) as error:
        raise BadCursor from error
    if made_at != f"{ranking.made_at.timestamp():.6f}":
        raise StaleCursor
    return int(offset)
