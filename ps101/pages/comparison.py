"""Two runs side by side, as the page shows them."""

from ps101 import queries
from ps101.domain.comparison import Pair, Pairs
from ps101.models import Journey
from ps101.pages.journeys import Shown
from ps101.queries import runs as reads


def comparison(then: Journey, now: Journey, runs: list[Journey]) -> Shown:
    """Return what was said then and is said now, what differs first."""
    pairs = reads.pairs_of(then, now)
    shown = [_shown(now, pair) for pair in pairs.both]
    return {
        "runs": runs,
        "then": then,
        "now": now,
        "changed": [one for one in shown if one["differs"]],
        "same": [one for one in shown if not one["differs"]],
        "problem": reads.problems_of(then, now),
        "confidence": reads.confidence_of(then, now),
        "skills": reads.skills_of(then, now),
    } | _left_over(pairs)


def alone(runs: list[Journey], latest: Journey | None) -> Shown:
    """Return what stands there while there are not two runs to compare."""
    is_open = latest is not None and latest.status != Journey.Status.COMPLETED
    return {"runs": runs, "latest": latest, "is_open": is_open}


def _shown(now: Journey, pair: Pair) -> Shown:
    flow = queries.flow_of(now.flow)
    prompt = flow.prompt(pair.key)
    return {
        "text": prompt.text if prompt else pair.key,
        "then": pair.then,
        "now": pair.now,
        "differs": pair.differs,
    }


def _left_over(pairs: Pairs) -> Shown:
    return {"only_then": len(pairs.only_then), "only_now": len(pairs.only_now)}
