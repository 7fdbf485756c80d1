"""What a person states about themselves, without a text around it."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind, Polarity, Status
from mosaic.facts.domain.reading import read_own_words
from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.facts.services.changing import change
from mosaic.facts.services.recognising import recognised
from mosaic.journal.domain.names import Happened
from mosaic.lib.text import normalised
from mosaic.people.models import Person

# Kinds whose words hold more than their label: a level, a country, an amount.
WORDED = frozenset(
    (
        FactKind.EXPERIENCE, FactKind.EDUCATION, FactKind.LANGUAGE, FactKind.LOCATION, FactKind.REMOTE, FactKind.HOURS,
        FactKind.PAY, FactKind.WORK_PERMISSION,
    )
)  # fmt: skip


@transaction.atomic
def add(
    person: Person,
    *,
    kind: FactKind,
    label: str,
    polarity: Polarity = Polarity.HAS,
    lexicon_id: str = "",
    aspect: str = "",
) -> Fact:
    """Add what the person states themselves; the statement is its own evidence."""
    label = normalised(label).strip()
    found = _understood(Found(kind, label, lexicon_id, polarity, 0, len(label), aspect))
    part, fact = recognised(person, found)
    Evidence.objects.create(
        person=person, fact=fact, merged_from=part, source_kind=SourceKind.STATED, source_id=(part or fact).pk,
        start=0, end=len(label), quote=label, amount=found.amount, until=found.until,
    )  # fmt: skip
    fact.status_before = ""
    return change(person, fact, Happened.FACT_ADDED, status=Status.CONFIRMED)


def _understood(stated: Found) -> Found:
    """Return a statement with what its own words say about level, country, amount; its kind and words stay as stated."""
    if stated.kind not in WORDED:
        return stated
    found = read_own_words(stated.label, today=timezone.localdate())
    same = next((one for one in found if (one.kind, one.polarity) == (stated.kind, stated.polarity)), None)
    if same is None:
        return stated
    return replace(
        stated,
        lexicon_id=stated.lexicon_id or same.lexicon_id,
        aspect=stated.aspect or same.aspect,
        amount=same.amount,
        until=same.until,
    )
