"""What of the facts goes along when somebody takes everything."""

from collections.abc import Iterator
from typing import cast

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from mosaic.facts.models import Evidence, Fact
from mosaic.facts.queries import standing_facts_of
from mosaic.lexicon.codes import codes_of
from mosaic.lib.crypto import fingerprint
from mosaic.people.archive import registry
from mosaic.people.archive.registry import Told
from mosaic.people.archive.tables import Extra, Table
from mosaic.people.models import Person


def register() -> None:
    """Register it."""
    registry.register(FACTS)
    registry.register(EVIDENCE)


def _identify(person: Person, rows: list[Model]) -> None:
    """Name each fact by its lexicon id or its words under the new key; of two with the same words both stay."""
    taken: set[tuple[str, str, str]] = set()
    for number, fact in enumerate(cast(list[Fact], rows)):
        fact.identity = fact.lexicon_id or _worded(person, fact.label.casefold())
        if (fact.kind, fact.polarity, fact.identity) in taken:
            fact.identity = _worded(person, f"{number} {fact.label}")
        taken.add((fact.kind, fact.polarity, fact.identity))


def _worded(person: Person, words: str) -> str:
    return "~" + fingerprint(person.key(), words)


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
