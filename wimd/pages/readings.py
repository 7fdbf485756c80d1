"""What the page of the three readings shows, and the three cards on home."""

from collections.abc import Sequence
from itertools import groupby

from django.utils import timezone
from django.utils.translation import ngettext

from mosaic.people.models import Person
from wimd import earned, queries
from wimd.domain.metrics import ACTION, CLARITY, Metric, Reading
from wimd.domain.momentum import DAY_POINTS, HALF_LIFE, WHOLE
from wimd.domain.sparks import spark
from wimd.pages.talk import Shown
from wimd.words import metric_label
from wimd.words.readings import counted_words


def cards(person: Person) -> list[Shown]:
    """Return the three readings with what raises each next, and their last twelve weeks as a line."""
    found, past = earned.with_history(person, timezone.now())
    return [_card(person, reading, past) for reading in found.values()]


def readings(person: Person) -> Shown:
    """Return everything behind the three numbers: each point with what earned it, the formula, and twelve weeks."""
    found, past = earned.with_history(person, timezone.now())
    names = earned.Names(person)
    return {
        "readings": [
            _card(person, reading, past) | {"groups": _groups(names, reading), "formula": _formula(reading.metric)}
            for reading in found.values()
        ],
        "apart": queries.contradictions_of(person),
        "days": DAY_POINTS,
        "half_life": HALF_LIFE.days,
        "labels": [metric_label(metric) for metric in Metric],
        "table": [{"at": at, "values": [reading.value for reading in then.values()]} for at, then in past],
    }


def _card(person: Person, reading: Reading, past: earned.History) -> Shown:
    values = [then[reading.metric].value for _, then in past]
    return {
        "metric": reading.metric.value,
        "label": metric_label(reading.metric),
        "value": reading.value,
        "is_momentum": reading.metric is Metric.MOMENTUM,
        "spark": spark(values, 0, WHOLE),
        "told": _told(values),
        "nexts": [earned.ahead(person, one) for one in reading.next],
    }


def _told(values: Sequence[int]) -> str:
    """Say in words what the line shows."""
    weeks = len(values) - 1
    said = ngettext(
        "over %(weeks)d week from %(first)d to %(last)d, at most %(most)d",
        "over %(weeks)d weeks from %(first)d to %(last)d, at most %(most)d",
        weeks,
    )
    return said % {"weeks": weeks, "first": values[0], "last": values[-1], "most": max(values)}


def _groups(names: earned.Names, reading: Reading) -> list[Shown]:
    """Return the points of each kind together, with their sum."""
    found = []
    for _, points in groupby((names.earned(point) for point in reading.points), key=lambda one: one.words):
        rows = list(points)
        found.append({"words": rows[0].words, "points": sum(one.points for one in rows), "rows": rows})
    return found


def _formula(metric: Metric) -> list[Shown]:
    """Return what counts, how much one brings, and how many count."""
    table = {Metric.CLARITY: CLARITY, Metric.ACTION: ACTION}.get(metric, {})
    return [
        {"words": counted_words(code), "each": each, "most": most, "whole": each * most}
        for code, (each, most) in table.items()
    ]
