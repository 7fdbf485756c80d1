"""What the list of postings shows, and what one posting shows wherever it stands."""

from collections.abc import Iterator

from django.utils import timezone

from mosaic.facts.domain.profile import Known, Profile
from mosaic.facts.queries import profile_of
from mosaic.people.models import Person
from opportunity_bridge import queries, services, words
from opportunity_bridge.domain.blockers import Blocker
from opportunity_bridge.domain.fit import BLOCKED_AT, OPPOSED_AT, Avoided, Conflict, Fit
from opportunity_bridge.domain.ledger import Judged, Verdict
from opportunity_bridge.domain.parts import Part
from opportunity_bridge.domain.postings import Posting
from opportunity_bridge.domain.raising import PROFILE_PARTS, Side
from opportunity_bridge.domain.requirements import Ask, Kind
from opportunity_bridge.models import Job
from opportunity_bridge.pages.occupations import kind_of_work
from opportunity_bridge.services import Filters, Listing, Seen

Shown = dict[str, object]
MOST_CHIPS = 5
GAP = 0.4
REMOTES = ("onsite", "hybrid", "remote")
CONDITIONS = (Kind.HOURS, Kind.PLACE)


def overview(person: Person, filters: Filters, page: Listing) -> Shown:
    """Return a page of the list, the filters and the weights."""
    return {
        "items": [item(one) for one in page.items],
        "total": page.total,
        "following": page.following,
        "preceding": page.preceding,
        "filters": filters,
        "is_filtered": bool(filters.q or filters.field or filters.remote),
        "fields": [(name, name.replace("-", " ")) for name in fields_of(person)],
        "remotes": [(code, words.remote_words(code)) for code in REMOTES],
        "is_empty": page.profile.is_empty,
        "alternatives": [kind_of_work(one) for one in page.alternatives],
        "weights": weights(person),
        "untold": list(_untold(page.profile)),
    }


def saved(person: Person) -> Shown:
    """Return what somebody saved."""
    jobs = [interest.job for interest in queries.saved_jobs_of(person)]
    found = services.seen(person, profile_of(person), jobs)
    return {"items": [item(one) for one in found]}


def fields_of(person: Person) -> list[str]:
    """Return the fields of work there are postings in."""
    found = queries.open_jobs_for(person).exclude(field="").order_by("field")
    return list(found.values_list("field", flat=True).distinct())


def weights(person: Person) -> list[Shown]:
    """Return the sliders."""
    now = queries.weights_of(person)
    return [{"name": part.value, "label": words.part_words(part), "value": weight} for part, weight in now.items()]


def item(seen: Seen) -> Shown:
    """Return one posting of a list."""
    job, fit = seen.job, seen.fit
    return {
        "job": job,
        "words": job.words,
        "line": list(line_of(job)),
        "days": (timezone.localdate() - job.posted_on).days if job.posted_on else None,
        "state": seen.state,
        "summary": words.summary_of(fit),
        "chips": list(_chips(fit)),
        "blockers": [blocker(seen.posting, one) for one in fit.blockers[:1]],
        "conflicts": [pair(seen.posting, one) for one in fit.conflicts[:1]],
        **score(fit),
    }


def score(fit: Fit) -> Shown:
    """Return a score with its bar and its parts."""
    return {
        "score": fit.score,
        "label": words.label_words(fit.label),
        "coverage": fit.coverage,
        "is_capped": bool(fit.blockers or fit.conflicts or fit.avoided) and fit.score in (BLOCKED_AT, OPPOSED_AT),
        "bar": list(_bar(fit)),
        "rest": _rest(fit),
        "parts": [
            {"label": words.part_words(one.part), "points": one.points, "weight": one.weight, "known": one.known}
            for one in fit.contributions
        ],
    }


def line_of(job: Job) -> Iterator[str]:
    """Yield what stands under a posting's title."""
    found = job.words
    yield from filter(None, (found.company, found.location, words.remote_words(job.remote)))
    if job.pay:
        yield words.pay_words(job.pay)


def blocker(posting: Posting, one: Blocker) -> Shown:
    """Return what stands in front, with both sides' words."""
    need = one.requirement
    quote = inside(posting.text[need.start : need.end]) if need else posting.location
    return {"what": words.block_words(one.block), "quote": quote, "own": inside(own_quote(one.fact))}


def pair(posting: Posting, one: Conflict) -> Shown:
    """Return a value with the posting's words about it."""
    quote = inside(posting.text[one.signal.start : one.signal.end])
    return {"value": one.fact.label, "quote": quote, "own": inside(own_quote(one.fact))}


def duty(posting: Posting, one: Avoided) -> Shown:
    """Return a duty to keep away from with the posting's words about it."""
    quote = inside(posting.text[one.requirement.start : one.requirement.end])
    return {"name": words.name_of(one.requirement), "quote": quote, "own": inside(own_quote(one.fact))}


def own_quote(fact: Known) -> str:
    """Return the person's first words behind a fact."""
    return next(iter(fact.quotes), fact.label)


def inside(quote: str) -> str:
    """Return a quote for the inside of a sentence, which has its own full stop."""
    return quote.rstrip(".;")


def _bar(fit: Fit) -> Iterator[Shown]:
    """Yield the pieces of the bar, one for each part that earned points, with a small gap between."""
    start = 0.0
    for one in fit.contributions:
        if one.points:
            yield {"x": f"{start:.1f}", "width": f"{one.points - GAP:.1f}"}
            start += one.points


def _rest(fit: Fit) -> Shown:
    reached = fit.score or 0
    return {"x": f"{reached:.1f}", "width": f"{100 - reached:.1f}"}


def _chips(fit: Fit) -> Iterator[Shown]:
    """Yield the skills to show under a title: what is shown first, then what is missing, then open questions."""
    order = (Verdict.MET, Verdict.PARTLY, Verdict.TRANSFERABLE, Verdict.MISSING, Verdict.UNKNOWN)
    states = dict.fromkeys(order[:3], "known") | {Verdict.MISSING: "missing", Verdict.UNKNOWN: "unknown"}
    shown = [
        one
        for one in fit.ledger
        if one.requirement.kind in PROFILE_PARTS and one.requirement.ask in (Ask.MUST, Ask.DUTY)
    ]
    shown.sort(key=lambda one: (order.index(one.verdict), one.requirement.ask is not Ask.MUST, one.requirement.start))
    for one in _mixed(shown):
        yield {"label": words.name_of(one.requirement), "state": states[one.verdict]}


def _mixed(rows: list[Judged]) -> list[Judged]:
    """Keep a few of each: up to three that are shown, and what is missing or open."""
    have = [one for one in rows if one.credit][:3]
    lack = [one for one in rows if not one.credit][: MOST_CHIPS - len(have)]
    return [*have, *lack]


def _untold(profile: Profile) -> Iterator[str]:
    """Yield the parts that stay out of every sum because the person has not told about them."""
    told = {
        Part.VALUES: profile.values,
        Part.INTERESTS: profile.roles_wanted or profile.skills_wanted or profile.goals or profile.interests,
        Part.PLACE: profile.location or profile.home or profile.remote,
        Part.PAY: profile.pay,
    }
    for part, known in told.items():
        if not known:
            yield words.silence_words(part, Side.PERSON)
