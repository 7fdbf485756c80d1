"""Where people stand, many at once and without a word of theirs: for lists that staff look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Sum

from mosaic.people import keyring
from mosaic.people.models import Person
from ps101.models import Context, Journey
from wimd.domain.coach import Stage
from wimd.domain.metrics import Metric, readings
from wimd.models import Upload
from wimd.queries.readings import steps_by_person, things_by_person, zone_of


@dataclass(frozen=True, slots=True)
class Overview:
    """Where one person stands: the stage, the three readings, and the bytes of all files."""

    stage: Stage
    readings: Mapping[Metric, int]
    storage: int


def overviews_of(people: Sequence[Person], now: datetime) -> dict[UUID, Overview]:
    """Return where each of some people stands, in a number of queries that does not grow with them."""
    for person in people:
        # Whether a problem was stated is sealed; the keys were read with the rows.
        if person.wrapped_key:
            keyring.remember(person.pk, bytes(person.wrapped_key))
    things, steps, stages = things_by_person(people), steps_by_person(people), _stages(people)
    sizes = Upload.objects.filter(person__in=people).order_by().values_list("person_id").annotate(total=Sum("size"))
    storage = dict(sizes)
    found = {one.pk: readings(things[one.pk], steps[one.pk], now, zone_of(one)) for one in people}
    return {
        pk: Overview(stages[pk], {metric: one.value for metric, one in of_all.items()}, storage.get(pk, 0))
        for pk, of_all in found.items()
    }


def _stages(people: Sequence[Person]) -> dict[UUID, Stage]:
    begun = set(Journey.objects.filter(person__in=people).values_list("person_id", flat=True))
    read = dict(Context.objects.filter(person__in=people).values_list("person_id", "extracted_at"))
    found = {person.pk: Stage.ON_THE_WAY if person.pk in begun else Stage.NEW for person in people}
    waiting = {pk: Stage.OPEN if at else Stage.BEING_READ for pk, at in read.items()}
    return found | waiting
