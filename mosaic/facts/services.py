"""Learning about a person from their words, and letting them correct it.

Every change raises the person's `facts_stamp`, so that everything derived from facts knows it is stale.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import KEPT_WITHOUT_EVIDENCE, FactKind, Polarity, Status
from mosaic.facts.domain.reading import read_own_words
from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.journal.domain.names import Happened
from mosaic.journal.queries import has_happened
from mosaic.journal.services import note
from mosaic.lib.crypto import fingerprint
from mosaic.lib.text import normalised
from mosaic.people.models import Person

ENOUGH_SKILLS = 3
# Kinds whose words hold more than their label: a level, a country, an amount.
WORDED = frozenset(
    (
        FactKind.EXPERIENCE, FactKind.EDUCATION, FactKind.LANGUAGE, FactKind.LOCATION, FactKind.REMOTE, FactKind.HOURS,
        FactKind.PAY, FactKind.WORK_PERMISSION,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """A text of a person: an answer, a file, a message. `reader` is the provider whose model read it, nothing for rules."""

    kind: SourceKind
    id: UUID
    text: str
    revision: int = 1
    reader: str = ""


def learn(person: Person, source: Source, found: Iterable[Found]) -> int:
    """Replace everything a source says by what was found in it now; return how many facts it supports."""
    return learn_together(person, [(source, found)])


@transaction.atomic
def learn_together(
    person: Person, said: Sequence[tuple[Source, Iterable[Found]]], *, anew: Container[Found] = ()
) -> int:
    """Replace everything some sources say, the one whose words count most first; return how many facts they support.

    Rules and a model read the same words side by side: each replaces only what it found itself, until the words change.
    A fact somebody removed stays removed, unless they wrote it `anew`. One whose last words are gone stands only
    when it was confirmed.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    before = {pk for source, _ in said for pk in _withdraw(_read_before(person, source))}
    facts: dict[UUID, Fact] = {}
    for source, found in said:
        for one in found:
            fact = _merged(person, one, is_by_hand=source.kind is SourceKind.CORRECTION)
            if one in anew and fact.status == Status.REMOVED:
                restore(person, fact)
            facts[fact.pk] = fact
            _support(fact, source, one)
    _settle(person, before | set(facts))
    _stamp(person)
    _note_first_skills(person)
    return len(facts)


def _support(fact: Fact, source: Source, one: Found) -> None:
    Evidence.objects.create(
        person_id=fact.person_id, fact=fact, source_kind=source.kind, source_id=source.id,
        revision=source.revision, start=one.start, end=one.end, quote=source.text[one.start : one.end],
        how=one.how or "", amount=one.amount, until=one.until, has_result=one.has_result, reader=source.reader,
    )  # fmt: skip


@transaction.atomic
def forget_source(person: Person, kind: SourceKind, source_id: UUID) -> None:
    """Take away what rests on a source that is gone."""
    touched = _withdraw(_words_of(person, kind, source_id))
    _settle(person, touched)
    _stamp(person)


@transaction.atomic
def confirm(person: Person, fact: Fact) -> Fact:
    """Note that the person says a fact is so."""
    return _change(person, fact, Happened.FACT_CONFIRMED, status=Status.CONFIRMED)


@transaction.atomic
def edit(person: Person, fact: Fact, *, label: str) -> Fact:
    """Give a fact the person's own words."""
    fact.label = normalised(label).strip()
    return _change(person, fact, Happened.FACT_EDITED, status=Status.EDITED)


@transaction.atomic
def remove(person: Person, fact: Fact) -> Fact:
    """Take a fact out of everything that follows, until it is restored."""
    if fact.status != Status.REMOVED:
        fact.status_before = fact.status
    return _change(person, fact, Happened.FACT_REMOVED, status=Status.REMOVED)


@transaction.atomic
def restore(person: Person, fact: Fact) -> Fact:
    """Bring a removed fact back as what it was."""
    back = Status(fact.status_before) if fact.status_before else Status.CONFIRMED
    return _change(person, fact, Happened.FACT_RESTORED, status=back)


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
    fact = _merged(person, found)
    Evidence.objects.create(
        person=person, fact=fact, source_kind=SourceKind.STATED, source_id=fact.pk,
        start=0, end=len(label), quote=label, amount=found.amount, until=found.until,
    )  # fmt: skip
    return _change(person, fact, Happened.FACT_ADDED, status=Status.CONFIRMED)


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


def _merged(person: Person, found: Found, *, is_by_hand: bool = False) -> Fact:
    """Return the person's fact of this identity, made when it is new."""
    identity = found.lexicon_id or "~" + fingerprint(person.key(), found.label.casefold())
    fact, is_new = Fact.objects.get_or_create(
        person=person,
        kind=found.kind,
        polarity=found.polarity,
        identity=identity,
        defaults={"label": found.label, "lexicon_id": found.lexicon_id, "aspect": found.aspect},
    )
    if not is_new and _says_more(fact, found, is_by_hand=is_by_hand):
        fact.label, fact.aspect = found.label, found.aspect
        fact.save(update_fields=["label", "aspect"])
    return fact


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


def _words_of(person: Person, kind: SourceKind, source_id: UUID) -> QuerySet[Evidence]:
    return Evidence.objects.filter(person=person, source_kind=kind, source_id=source_id)


def _read_before(person: Person, source: Source) -> QuerySet[Evidence]:
    """Return what a source said so far, without what the other kind of reader found in the very same words.

    A model seldom puts a thing the same way twice, so what its person has confirmed or reworded keeps these words.
    """
    others = Q(reader="") | Q(fact__status__in=KEPT_WITHOUT_EVIDENCE) if source.reader else ~Q(reader="")
    return _words_of(person, source.kind, source.id).exclude(others, revision=source.revision)


def _withdraw(evidence: QuerySet[Evidence]) -> set[UUID]:
    """Delete evidence and return the facts it had supported."""
    touched = set(evidence.values_list("fact_id", flat=True))
    evidence.delete()
    return touched


def _settle(person: Person, fact_ids: set[UUID]) -> None:
    """Let suggestions stand exactly while words support them."""
    facts = Fact.objects.filter(person=person, pk__in=fact_ids).exclude(status__in=KEPT_WITHOUT_EVIDENCE)
    facts.filter(evidence__isnull=True).update(status=Status.UNSUPPORTED)
    facts.filter(evidence__isnull=False, status=Status.UNSUPPORTED).update(status=Status.SUGGESTED)


def _change(person: Person, fact: Fact, happened: Happened, *, status: Status) -> Fact:
    fact.status = status
    fact.changed_at = timezone.now()
    fact.save()
    note(person, happened, fact, kind=fact.kind)
    _stamp(person)
    return fact


def _stamp(person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(facts_stamp=F("facts_stamp") + 1)
    person.refresh_from_db(fields=["facts_stamp"])


def _note_first_skills(person: Person) -> None:
    """Note once that enough skills stand on the person's words."""
    skills = Fact.objects.filter(person=person, kind=FactKind.SKILL, polarity=Polarity.HAS, status=Status.SUGGESTED)
    if skills.count() >= ENOUGH_SKILLS and not has_happened(person, Happened.SKILLS_EVIDENCED):
        note(person, Happened.SKILLS_EVIDENCED)
