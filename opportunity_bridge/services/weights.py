"""How much each part counts: the person's to say."""

from collections.abc import Mapping

from django.db import transaction

from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.people.models import Person
from opportunity_bridge.domain.parts import Part
from opportunity_bridge.models import Weights

MOST = 60


class NothingCounts(Exception):
    """All weights are zero: no order can follow from that."""


@transaction.atomic
def set_weights(person: Person, *, weights: Mapping[Part, int]) -> Weights:
    """Keep somebody's weights; parts that are not named stay. Raises NothingCounts."""
    Person.objects.select_for_update().get(pk=person.pk)
    row = Weights.objects.filter(person=person).first() or Weights(person=person)
    for part, weight in weights.items():
        setattr(row, part.value, max(0, min(MOST, weight)))
    if not any(row.by_part.values()):
        raise NothingCounts
    row.save()
    note(person, Happened.WEIGHTS_CHANGED, row, **{part.value: weight for part, weight in row.by_part.items()})
    return row


@transaction.atomic
def reset_weights(person: Person) -> None:
    """Go back to the usual weights."""
    row = Weights.objects.select_for_update().filter(person=person).first()
    if row:
        note(person, Happened.WEIGHTS_CHANGED, row, reset=True)
        row.delete()
