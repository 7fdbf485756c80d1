"""Learning about a person from their words: what a source says now replaces what it said before."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import KEPT_WITHOUT_EVIDENCE, FactKind, Polarity, Status
from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.facts.services.changing import restore, stamp
from mosaic.facts.services.recognising import recognised
from mosaic.journal.domain.names import Happened
from mosaic.journal.queries import has_happened
from mosaic.journal.services import note
from mosaic.people.models import Person

ENOUGH_SKILLS = 3


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
            part, fact = recognised(person, one, is_by_hand=source.kind is SourceKind.CORRECTION)
            if one in anew and fact.status == Status.REMOVED:
                restore(person, fact)
            facts[fact.pk] = fact
            _support(fact, source, one, part)
    settle(person, before | set(facts))
    stamp(person)
    _note_first_skills(person)
    return len(facts)


def _support(fact: Fact, source: Source, one: Found, part: Fact | None) -> None:
    Evidence.objects.create(
        person_id=fact.person_id, fact=fact, merged_from=part, source_kind=source.kind, source_id=source.id,
        revision=source.revision, start=one.start, end=one.end, quote=source.text[one.start : one.end],
        how=one.how or "", amount=one.amount, until=one.until, has_result=one.has_result, reader=source.reader,
    )  # fmt: skip


@transaction.atomic
def forget_source(person: Person, kind: SourceKind, source_id: UUID) -> None:
    """Take away what rests on a source that is gone."""
    touched = _withdraw(_words_of(person, kind, source_id))
    settle(person, touched)
    stamp(person)


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


def settle(person: Person, fact_ids: set[UUID]) -> None:
    """Let suggestions stand exactly while words support them."""
    facts = Fact.objects.filter(person=person, pk__in=fact_ids).exclude(status__in=KEPT_WITHOUT_EVIDENCE)
    facts.filter(evidence__isnull=True).update(status=Status.UNSUPPORTED)
    facts.filter(evidence__isnull=False, status=Status.UNSUPPORTED).update(status=Status.SUGGESTED)


def _note_first_skills(person: Person) -> None:
    """Note once that enough skills stand on the person's words."""
    skills = Fact.objects.filter(person=person, kind=FactKind.SKILL, polarity=Polarity.HAS, status=Status.SUGGESTED)
    if skills.count() >= ENOUGH_SKILLS and not has_happened(person, Happened.SKILLS_EVIDENCED):
        note(person, Happened.SKILLS_EVIDENCED)
