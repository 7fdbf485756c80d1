"""What came of everything that was tried, as the page shows it."""

from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from mosaic.people.models import Person
from ps101 import queries
from ps101.domain.experiments import HIGHEST, LOWEST, Status
from ps101.domain.mastery import About, Change, suggest, whole_change
from ps101.domain.momentum import Effort, momentum
from ps101.models import Experiment
from ps101.pages.journeys import Shown
from ps101.queries import gains, results
from ps101.words.closing import effort_words, next_move_words
from ps101.words.experiments import status_words

# Where 1 and 10 stand on the line, in percent of its width.
LEFT, WIDTH = 4, 92
NUMBERS = range(LOWEST, HIGHEST + 1)


def mastery(person: Person) -> Shown:
    """Return what was gained and learned, how it compares with the start, and what is next."""
    experiments = [_experiment(one) for one in queries.experiments_of(person)]
    changes, closing = gains.changes_of(person), results.closing_journey_of(person)
    commitment = results.latest_commitment_of(person)
    return (
        {
            "gains": gains.gains_of(person),
            "said_new": gains.new_of(person),
            "tried": [one for one in experiments if one["reflection"]],
            "untold": [one for one in experiments if not one["reflection"]],
            "suggestion": suggest(gains.lesson_of(person), gains.wish_of(person)),
            "commitment": commitment,
            "is_of_this_run": bool(commitment and closing and commitment.journey_id == closing.pk),
            "journey": queries.latest_journey_of(person),
        }
        | _confidence(changes)
        | _momentum(person)
    )


def _experiment(one: Experiment) -> Shown:
    reflection = one.reflection if hasattr(one, "reflection") else None
    return {
        "title": one.title or one.hypothesis,
        "tested": one.hypothesis if one.title else "",
        "url": reverse("ps101:experiment", args=[one.pk]),
        "state": status_words(one.status),
        "is_active": one.status == Status.ACTIVE,
        "review_on": one.review_on,
        "reflection": reflection,
        "next": next_move_words(reflection.next_move) if reflection else "",
    }


def _confidence(changes: Iterable[Change]) -> Shown:
    changes = list(changes)
    before, after = whole_change(changes)
    return {
        "changes": [_line(change) for change in changes],
        "before": before,
        "after": after,
        "ticks": [_place(number) for number in NUMBERS],
    }


def _line(change: Change) -> Shown:
    told = {About.JOURNEY: _("the whole way: %(name)s"), About.EXPERIMENT: "%(name)s"}[change.about]
    return {
        "label": told % {"name": change.label},
        "is_own": change.about is About.EXPERIMENT,
        "before": change.before,
        "after": change.after,
        "from": _place(change.before) if change.before is not None else "",
        "to": _place(change.after) if change.after is not None else "",
        "words": _change_words(change.before, change.after),
        "day": change.day,
    }


def _change_words(before: int | None, after: int | None) -> str:
    if before is None:
        return _("%(after)s now; before is unknown") % {"after": after}
    if after is None:
        return _("%(before)s before; not looked back at yet") % {"before": before}
    if before == after:
        return _("%(after)s before and after") % {"after": after}
    return _("from %(before)s to %(after)s") % {"before": before, "after": after}


def _place(number: int) -> str:
    return f"{LEFT + (number - LOWEST) * WIDTH / (HIGHEST - LOWEST):.1f}%"


def _momentum(person: Person) -> Shown:
    found = momentum(gains.steps_of(person), timezone.localdate())
    latest = found.latest
    return {
        "began": found.began,
        "efforts": [
            {
                "label": effort_words(effort),
                "first": found.first.get(effort, 0),
                "latest": (latest or {}).get(effort, 0),
            }
            for effort in Effort
            if found.first.get(effort) or (latest or {}).get(effort)
        ],
        "first_total": _total(found.first),
        "latest_total": _total(latest) if latest is not None else None,
    }


def _total(counts: Mapping[Effort, int]) -> int:
    return sum(counts.values())
