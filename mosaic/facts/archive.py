"""What of the facts goes along when somebody takes everything."""

from collections.abc import Iterator, Mapping
from typing import cast
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from mosaic.facts.domain.kinds import Status
from mosaic.facts.models import Evidence, Fact
from mosaic.facts.queries import standing_facts_of
from mosaic.facts.services.recognising import identity_of
from mosaic.lexicon.codes import codes_of
from mosaic.people.archive import registry
from mosaic.people.archive.registry import Told
from mosaic.people.archive.tables import Extra, Table
from mosaic.people.domain.archive import Refused, Why
from mosaic.people.models import Person


def register() -> None:
    """Register it."""
    registry.register(FACTS)
    registry.register(EVIDENCE)


def _identify(person: Person, rows: list[Model]) -> None:
    """Name each fact by its lexicon id or its words under the new key; of two with the same words both stay.

    Raises Refused where facts are merged in a circle, or a fact is merged into none.
    """
    taken: set[tuple[str, str, str]] = set()
    facts = cast(list[Fact], rows)
    _check_merged({fact.pk: fact for fact in facts})
    for number, fact in enumerate(facts):
        words, entry = (fact.named, fact.named_id) if fact.named else (fact.label, fact.lexicon_id)
        fact.identity = identity_of(person, entry, words)
        if (fact.kind, fact.polarity, fact.identity) in taken:
            fact.identity = identity_of(person, "", f"{number} {words}")
        taken.add((fact.kind, fact.polarity, fact.identity))


def _check_merged(facts: Mapping[UUID, Fact]) -> None:
    """Follow each merged fact to the one that speaks for it. Raises Refused where there is none."""
    for fact in facts.values():
        if (fact.status == Status.MERGED) is (fact.merged_into_id is None):
            raise Refused(Why.CONTRADICTS, "facts")
        passed, into = {fact.pk}, fact.merged_into_id
        while into is not None:
            if into in passed:
                raise Refused(Why.CONTRADICTS, "facts")
            passed.add(into)
            into = facts[into].merged_into_id


def _told(person: Person) -> Iterator[Told]:
    for fact in standing_facts_of(person):
        quotes = tuple((_("you wrote"), evidence.quote) for evidence in fact.evidence.all())
        yield Told(fact.label, quotes)


def _codes(row: Model) -> object:
    """Return a fact's identifiers in official classifications, for whoever takes the archive elsewhere."""
    return {name: list(codes) for name, codes in codes_of(cast(Fact, row).lexicon_id).items()}


CODES = {
    "type": "object",
    "description": "identifiers by classification: isco, esco, onet; not read at an import",
    "additionalProperties": {"type": "array", "items": {"type": "string"}},
}
FACTS = Table(
    "facts", "fact", _("what is known about you"), Fact,
    left_out=frozenset({"identity"}), extras={"codes": Extra(_codes, CODES)}, prepare=_identify, tell=_told,
)  # fmt: skip
EVIDENCE = Table("evidence", "evidence", _("evidence"), Evidence)
