"""What a person states about themselves, without a text around it."""

from django.db import transaction

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import TERMS, FactKind, Polarity, Status
from mosaic.facts.models import Fact
from mosaic.facts.services.changing import change
from mosaic.facts.services.recognising import recognised
from mosaic.facts.services.statements import keep_statement, statements_of, understood
from mosaic.journal.domain.names import Happened
from mosaic.lib.text import normalised
from mosaic.people.models import Person


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
    stated = understood(Found(kind, label, lexicon_id, polarity, 0, len(label), aspect))
    part, fact = recognised(person, stated)
    if part is None and kind in TERMS:
        fact.label, fact.aspect = stated.label, stated.aspect
        statements_of(fact).delete()
    keep_statement(fact, stated, part)
    fact.status_before = ""
    return change(person, fact, Happened.FACT_ADDED, status=Status.CONFIRMED)
