"""What the page of one posting shows: requirement by requirement, and what would raise it."""

from collections.abc import Iterator
from itertools import groupby

from django.utils import timezone

from mosaic.facts.queries import kinds_known, profile_of
from mosaic.people.models import Person
from opportunity_bridge import queries, services, words
from opportunity_bridge.domain.ledger import Judged, Verdict
from opportunity_bridge.domain.postings import Posting
from opportunity_bridge.domain.raising import PROFILE_PARTS, raises_of, silences
from opportunity_bridge.domain.requirements import Ask, Kind
from opportunity_bridge.domain.uses import not_used
from opportunity_bridge.models import Job
from opportunity_bridge.pages.listing import blocker, duty, inside, item, own_quote, pair
from opportunity_bridge.pages.terms import terms
from opportunity_bridge.services import Seen

Shown = dict[str, object]
CONDITIONS = (Kind.HOURS, Kind.PLACE)


def detail(person: Person, job: Job) -> Shown:
    """Return one posting with everything known about it."""
    profile, weights = profile_of(person), queries.weights_of(person)
    seen = services.seen(person, profile, [job])[0]
    raises = raises_of(profile, seen.posting, seen.fit, weights, person.region)
    shown = item(seen)
    return {
        **shown,
        "seen": shown,
        **_beside(seen),
        **_ledger(seen.posting, seen.fit.ledger),
        **terms(job, [one for one in seen.fit.ledger if one.requirement.kind in CONDITIONS]),
        "silences": [words.silence_words(part, side) for part, side in silences(profile, seen.posting, seen.fit)],
        "unused": [words.unused_words(kind, why) for kind, why in not_used(kinds_known(person)).items()],
        "raises": [
            {
                "gain": one.gain,
                "what": words.step_words(one.step, one.requirement),
                "effort": words.effort_words(one.effort),
            }
            for one in raises
        ],
        "application": queries.applications_of(person).filter(job=job).first(),
        "reasons": words.reason_choices(),
        "is_closed": job.closed_at is not None or bool(job.closes_on and job.closes_on < timezone.localdate()),
    }


def _beside(seen: Seen) -> Shown:
    """Return what is shown before the ledger: what stands in front, and what is worth a look."""
    fit, posting = seen.fit, seen.posting
    return {
        "blockers": [blocker(posting, one) for one in fit.blockers],
        "conflicts": [pair(posting, one) for one in fit.conflicts],
        "agreements": [pair(posting, one) for one in fit.agreements],
        "avoided": [duty(posting, one) for one in fit.avoided],
        "contradictions": [inside(posting.text[one.start : one.end]) for one in posting.contradictions],
    }


def _ledger(posting: Posting, ledger: tuple[Judged, ...]) -> Shown:
    """Return the ledger in its two parts: what the text asks, and what is usual."""
    named = [one for one in ledger if one.requirement.kind not in CONDITIONS and one.requirement.ask is not Ask.USUAL]
    usual = [one for one in ledger if one.requirement.ask is Ask.USUAL]
    return {
        "groups": list(_groups(posting, named, ledger)),
        "usual": [_row(one, ledger) for one in usual],
    }


def _groups(posting: Posting, rows: list[Judged], ledger: tuple[Judged, ...]) -> Iterator[Shown]:
    """Yield requirements that stand in the same sentence together."""
    for (start, end, ask), group in groupby(
        rows, key=lambda one: (one.requirement.start, one.requirement.end, one.requirement.ask)
    ):
        shown = [_row(one, ledger) for one in group]
        yield {"quote": posting.text[start:end], "ask": words.ask_words(ask), "rows": shown, "many": len(shown) > 1}


def _row(judged: Judged, ledger: tuple[Judged, ...]) -> Shown:
    need, fact = judged.requirement, judged.fact
    return {
        "name": words.name_of(need),
        "verdict": judged.verdict.value,
        "verdict_words": words.verdict_words(judged.verdict),
        "own": own_quote(fact) if fact else "",
        "is_confirmed": bool(fact and fact.confirmed),
        "reason": words.reason_for(judged),
        "place": ledger.index(judged),
        "can_tell": need.kind in PROFILE_PARTS and judged.verdict in (Verdict.UNKNOWN, Verdict.MISSING),
        "is_unsaid": judged.verdict is Verdict.UNKNOWN,
    }
