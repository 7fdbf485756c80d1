"""Telling which fact of a person some words are about: by the entry of the lexicon they name, else by the words."""

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import Status
from mosaic.facts.models import Fact
from mosaic.facts.queries import whole_of
from mosaic.lib.crypto import fingerprint
from mosaic.people.models import Person


def recognised(person: Person, found: Found, *, is_by_hand: bool = False) -> tuple[Fact | None, Fact]:
    """Return the person's fact of this identity, made when it is new, before it the part of it these words are about.

    There is such a part only where the fact of this identity was merged into another.
    """
    fact, is_new = Fact.objects.get_or_create(
        person=person,
        kind=found.kind,
        polarity=found.polarity,
        identity=identity_of(person, found.lexicon_id, found.label),
        defaults={"label": found.label, "lexicon_id": found.lexicon_id, "aspect": found.aspect},
    )
    if fact.status == Status.MERGED:
        return fact, whole_of(fact)
    if not is_new and _says_more(fact, found, is_by_hand=is_by_hand):
        fact.label, fact.aspect = found.label, found.aspect
        fact.save(update_fields=["label", "aspect"])
    return None, fact


def identity_of(person: Person, lexicon_id: str, words: str) -> str:
    """Return what a fact merges by; a keyed hash, so that words can be compared without lying open."""
    return lexicon_id or "~" + fingerprint(person.key(), words.casefold())


def _says_more(fact: Fact, found: Found, *, is_by_hand: bool) -> bool:
    """Whether later words tell a fact better: “my Spanish is fluent” after “I speak Spanish”.

    What was written by hand tells it best, and a fact that had lost its words is told by those it has now.
    """
    if fact.status not in (Status.SUGGESTED, Status.UNSUPPORTED) or (fact.label, fact.aspect) == (
        found.label,
        found.aspect,
    ):
        return False
    return is_by_hand or bool(found.aspect and not fact.aspect) or not fact.evidence.exists()
