"""Reads of two runs side by side, both of one person."""

from ps101.domain.comparison import Pairs, Said, Shown, pair, share
from ps101.models import Journey
from ps101.queries.gains import GAINED
from ps101.queries.journeys import answers_in, flow_of
from ps101.queries.results import change_in, facts_in, problem_in

BeforeAfter = dict[str, int | None]


def pairs_of(then: Journey, now: Journey) -> Pairs:
    """Return the answers of two runs by question, in the order the later run asks, earlier questions last."""
    order = [prompt.key for journey in (now, then) for prompt in flow_of(journey.flow).prompts]
    return pair(list(dict.fromkeys(order)), _said(then), _said(now))


def problems_of(then: Journey, now: Journey) -> dict[str, str]:
    """Return the problem as each run tells it."""
    return {"then": problem_in(then), "now": problem_in(now)}


def confidence_of(then: Journey, now: Journey) -> dict[str, BeforeAfter]:
    """Return the confidence each run tells of, before and after something was tried; None is not known."""
    return {"then": _confidence(then), "now": _confidence(now)}


def skills_of(then: Journey, now: Journey) -> Shown:
    """Return the skills that both runs show, and those that only one does."""
    return share(_labels(then), _labels(now))


def _said(journey: Journey) -> dict[str, Said]:
    answers = answers_in(journey).values()
    return {one.prompt_key: Said(one.text, one.rating) for one in answers if one.version}


def _confidence(journey: Journey) -> BeforeAfter:
    change = change_in(journey)
    return {"before": change.before if change else None, "after": change.after if change else None}


def _labels(journey: Journey) -> dict[str, str]:
    found = facts_in(journey, *GAINED).filter(polarity="has")
    return {f"{fact.kind}:{fact.identity}": fact.label for fact in found}
