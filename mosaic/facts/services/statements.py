"""A statement is its own evidence: what its words say is kept beside them."""

from dataclasses import replace

from django.db.models import QuerySet
from django.utils import timezone

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import WORDED, FactKind, Polarity
from mosaic.facts.domain.reading import read_own_words
from mosaic.facts.models import Evidence, Fact, SourceKind


def understood(stated: Found) -> Found:
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


def keep_statement(fact: Fact, stated: Found, part: Fact | None = None) -> None:
    """Let a fact stand on its person's statement, for a part of it if the words are about that."""
    Evidence.objects.create(
        person_id=fact.person_id, fact=fact, merged_from=part, source_kind=SourceKind.STATED,
        source_id=(part or fact).pk, start=0, end=len(stated.label), quote=stated.label,
        amount=stated.amount, until=stated.until,
    )  # fmt: skip


def statements_of(fact: Fact) -> QuerySet[Evidence]:
    """Return what its person stated of a fact, without what they stated of its parts."""
    return Evidence.objects.filter(fact=fact, source_kind=SourceKind.STATED, merged_from=None)


def restate(fact: Fact) -> None:
    """Let a statement be what the fact is called now. Where words carry more than a name, they are read anew.

    What a text says stays beside it, word for word; the name given to it is no evidence of its own.
    """
    kind = FactKind(fact.kind)
    earlier = statements_of(fact)
    stated = Found(kind, fact.label, "", Polarity(fact.polarity), 0, len(fact.label))
    if kind in WORDED:
        stated = understood(stated)
        fact.lexicon_id, fact.aspect = stated.lexicon_id, stated.aspect
    elif not earlier.exists():
        return
    earlier.delete()
    keep_statement(fact, stated)
