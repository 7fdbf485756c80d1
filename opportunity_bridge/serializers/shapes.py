"""From postings and fits to plain answers."""

from collections.abc import Iterable
from datetime import date

from mosaic.lexicon.codes import codes_of
from mosaic.lexicon.store import lexicon
from opportunity_bridge import words
from opportunity_bridge.domain.blockers import Blocker
from opportunity_bridge.domain.details import Details
from opportunity_bridge.domain.fit import Fit
from opportunity_bridge.domain.ledger import Judged, Verdict
from opportunity_bridge.domain.occupations import Carried, Gain, Reachable
from opportunity_bridge.domain.pay import Pay
from opportunity_bridge.domain.postings import Posting
from opportunity_bridge.domain.raising import Raise
from opportunity_bridge.domain.requirements import Ask, Kind, Requirement
from opportunity_bridge.domain.uses import NOT_USED
from opportunity_bridge.models import Job
from opportunity_bridge.serializers.details import details_shape
from opportunity_bridge.services import Seen

Shape = dict[str, object]


def opportunity_shape(seen: Seen) -> Shape:
    """Return a posting as one person sees it."""
    job, fit, found = seen.job, seen.fit, seen.job.words
    return {
        "job_id": str(job.pk),
        "role": found.role,
        "company": found.company,
        "location": found.location,
        "remote": job.remote,
        "pay": pay_shape(job.pay),
        "fit_score": fit.score,
        "label": fit.label,
        "coverage": fit.coverage,
        "contributions": contributions_shape(fit),
        "skills_match": skills_in(fit, Verdict.MET, Verdict.PARTLY, Verdict.TRANSFERABLE),
        "skills_missing": skills_in(fit, Verdict.MISSING),
        "values_match": [one.fact.label for one in fit.agreements],
        "blockers": [one.block.value for one in fit.blockers],
        "source": job.source,
        "sample": job.is_sample,
        "state": seen.state or None,
        "posted_at": job.posted_on,
        "closes_on": job.closes_on,
        "url": found.url,
    }


def pay_shape(pay: Pay | None) -> Shape | None:
    """Return pay as stated."""
    if pay is None:
        return None
    return {"min": str(pay.least), "max": str(pay.most), "currency": pay.currency, "period": pay.period}


def contributions_shape(fit: Fit) -> list[Shape]:
    """Return the parts of a score."""
    return [
        {"part": one.part, "weight": one.weight, "points": one.points, "known": one.known} for one in fit.contributions
    ]


def skills_in(fit: Fit, *verdicts: Verdict) -> list[str]:
    """Return the skills a posting names that have one of some verdicts, the firmest first."""
    rank = {Ask.MUST: 0, Ask.DUTY: 1, Ask.NICE: 2}
    rows = [one for one in fit.ledger if one.requirement.kind is Kind.SKILL and one.requirement.ask in rank]
    fitting = [one for one in rows if one.verdict in verdicts]
    fitting.sort(key=lambda one: (rank[one.requirement.ask], one.requirement.start))
    return [words.name_of(one.requirement) for one in fitting]


def requirement_shape(posting: Posting, need: Requirement) -> Shape:
    """Return what is asked for in the posting's words; those of the title when it is usual in the work."""
    return {
        "kind": need.kind,
        "ask": need.ask,
        "name": words.name_of(need),
        "ids": list(need.ids),
        "quote": quote_of(posting, need),
        "start": need.start,
        "end": need.end,
    }


def quote_of(posting: Posting, need: Requirement) -> str:
    """Return the posting's words behind a requirement."""
    return posting.role if need.ask is Ask.USUAL else posting.text[need.start : need.end]


def judged_shape(posting: Posting, judged: Judged) -> Shape:
    """Return a requirement with its verdict and both quotes."""
    fact = judged.fact
    return {
        **requirement_shape(posting, judged.requirement),
        "verdict": judged.verdict,
        "credit": judged.credit,
        "via": judged.via,
        "fact": str(fact.fact_id) if fact else None,
        "profile_quote": (next(iter(fact.quotes), "") or fact.label) if fact else None,
        "reason": words.reason_for(judged) or None,
    }


def fit_shape(seen: Seen, raises: Iterable[Raise] = ()) -> Shape:
    """Return a fit requirement by requirement."""
    fit, posting = seen.fit, seen.posting
    return {
        "fit_score": fit.score,
        "label": fit.label,
        "coverage": fit.coverage,
        "contributions": contributions_shape(fit),
        "requirements": [judged_shape(posting, one) for one in fit.ledger],
        "blockers": [_blocker_shape(posting, one) for one in fit.blockers],
        "conflicts": [
            {"value": one.fact.lexicon_id, "posting_quote": posting.text[one.signal.start : one.signal.end]}
            for one in fit.conflicts
        ],
        "avoided": [
            {
                "name": words.name_of(one.requirement),
                "posting_quote": quote_of(posting, one.requirement),
                "profile_quote": next(iter(one.fact.quotes), one.fact.label),
            }
            for one in fit.avoided
        ],
        "not_used": [
            {"kind": kind, "why": why, "words": words.unused_words(kind, why)} for kind, why in NOT_USED.items()
        ],
        "raises": [
            {
                "step": one.step,
                "effort": one.effort,
                "gain": one.gain,
                "requirement": requirement_shape(posting, one.requirement),
            }
            for one in raises
        ],
        "algorithm": fit.algorithm,
    }


def _blocker_shape(posting: Posting, one: Blocker) -> Shape:
    return {
        "block": one.block,
        "posting_quote": quote_of(posting, one.requirement) if one.requirement else posting.location,
        "profile_quote": next(iter(one.fact.quotes), one.fact.label),
    }


def job_shape(seen: Seen, details: Details, today: date) -> Shape:
    """Return a posting whole, with what its details say on a day."""
    job, posting, found = seen.job, seen.posting, seen.job.words
    return {
        "job_id": str(job.pk),
        "role": found.role,
        "company": found.company,
        "location": found.location,
        "remote": job.remote,
        "pay": pay_shape(job.pay),
        "weekly_hours": job.hours or None,
        "field": job.field,
        "occupations": list(posting.occupations),
        "text": found.text,
        "url": found.url,
        "source": job.source,
        "sample": job.is_sample,
        "own": job.person_id is not None,
        "state": seen.state or None,
        "posted_at": job.posted_on,
        "closes_on": job.closes_on,
        "closed_at": job.closed_at,
        "requirements": [requirement_shape(posting, one) for one in posting.requirements],
        "contradictions": [posting.text[one.start : one.end] for one in posting.contradictions],
        "details": details_shape(details, posting.text, today),
    }


def occupation_shape(found: Reachable) -> Shape:
    """Return a kind of work with what carries over to it."""
    entries = lexicon()
    occupation = entries.occupations[found.id]
    return {
        "id": found.id,
        "label": occupation.label,
        "meaning": occupation.meaning,
        "isco": occupation.isco,
        "codes": codes_of(found.id),
        "fit": found.score,
        "band": found.label,
        "algorithm": found.algorithm,
        "contributions": [_gain_shape(one) for one in found.gains],
        "carries_over": [_carried_shape(one) for one in found.carries],
        "missing": [{"skill": one, "label": entries.skills[one].label} for one in found.missing],
        "licences": [entries.licences[one].label for one in found.licences],
        "first_test": {"code": found.first_test, "skill": found.test_skill or None, "words": words.test_words(found)},
    }


def _gain_shape(gain: Gain) -> Shape:
    """Return an aspect's points and the facts they come from; the points of the edges add up to them."""
    edges = [
        {
            "fact": str(edge.fact.fact_id),
            "quote": next(iter(edge.fact.quotes), edge.fact.label),
            "via": edge.via,
            "to": edge.target,
            "label": words.target_words(gain.aspect, edge.target),
            "amount": edge.amount,
            "points": edge.points,
        }
        for edge in gain.edges
    ]
    return {"part": gain.aspect, "weight": gain.weight, "points": gain.points, "edges": edges}


def _carried_shape(one: Carried) -> Shape:
    return {
        "skill": one.skill,
        "label": lexicon().skills[one.skill].label,
        "credit": one.credit.amount,
        "via": one.credit.via,
        "fact": str(one.credit.fact.fact_id),
        "quote": next(iter(one.credit.fact.quotes), one.credit.fact.label),
    }


def interest_shape(job: Job, state: str | None) -> Shape:
    """Return what was decided about a posting."""
    return {"job_id": str(job.pk), "state": state}
