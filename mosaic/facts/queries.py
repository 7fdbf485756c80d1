"""Reads of what is known about a person."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from mosaic.facts.domain.kinds import GONE, STANDING, TERMS, WORDED, FactKind, How, Polarity, Status
from mosaic.facts.domain.profile import Known, Profile
from mosaic.facts.domain.years import together
from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.people.models import Person

# Which facts fill which part of the profile.
PARTS = {
    "skills": (FactKind.SKILL, Polarity.HAS),
    "skills_wanted": (FactKind.SKILL, Polarity.WANTS),
    "roles": (FactKind.ROLE, Polarity.HAS),
    "roles_wanted": (FactKind.ROLE, Polarity.WANTS),
    "values": (FactKind.VALUE, Polarity.WANTS),
    "licences": (FactKind.LICENCE, Polarity.HAS),
    "education": (FactKind.EDUCATION, Polarity.HAS),
    "languages": (FactKind.LANGUAGE, Polarity.HAS),
    "location": (FactKind.LOCATION, Polarity.WANTS),
    "remote": (FactKind.REMOTE, Polarity.WANTS),
    "pay": (FactKind.PAY, Polarity.WANTS),
    "hours": (FactKind.HOURS, Polarity.WANTS),
    "skills_lacked": (FactKind.SKILL, Polarity.LACKS),
    "skills_avoided": (FactKind.SKILL, Polarity.AVOIDS),
    "licences_lacked": (FactKind.LICENCE, Polarity.LACKS),
    "languages_lacked": (FactKind.LANGUAGE, Polarity.LACKS),
    "home": (FactKind.LOCATION, Polarity.HAS),
    "location_avoided": (FactKind.LOCATION, Polarity.AVOIDS),
    "remote_avoided": (FactKind.REMOTE, Polarity.AVOIDS),
    "hours_avoided": (FactKind.HOURS, Polarity.AVOIDS),
    "duties_avoided": (FactKind.CONSTRAINT, Polarity.AVOIDS),
    "experience": (FactKind.EXPERIENCE, Polarity.HAS),
    "level": (FactKind.LEVEL, Polarity.HAS),
    "goals": (FactKind.GOAL, Polarity.WANTS),
    "interests": (FactKind.INTEREST, Polarity.HAS),
    "permission": (FactKind.WORK_PERMISSION, Polarity.HAS),
    "permission_lacked": (FactKind.WORK_PERMISSION, Polarity.LACKS),
}


def facts_of(person: Person) -> QuerySet[Fact]:
    """Return everything known about a person with its evidence, removed facts included."""
    evidence = Evidence.objects.order_by("created_at", "start")
    return (
        Fact.objects.filter(person=person).prefetch_related(Prefetch("evidence", evidence)).order_by("created_at", "pk")
    )


def whole_of(fact: Fact) -> Fact:
    """Return the fact that speaks for a fact: the one it was merged into, through any number of steps, or itself."""
    whole = fact
    while whole.merged_into is not None:
        whole = whole.merged_into
    return whole


def standing_facts_of(person: Person, *kinds: FactKind) -> QuerySet[Fact]:
    """Return the facts that count, of all kinds or of some."""
    facts = facts_of(person).filter(status__in=STANDING)
    return facts.filter(kind__in=kinds) if kinds else facts


def removed_facts_of(person: Person) -> QuerySet[Fact]:
    """Return what a person took away, to restore it."""
    return facts_of(person).filter(status=Status.REMOVED)


def gone_facts_of(person: Person) -> list[Fact]:
    """Return what counts no more: taken away, no longer supported, or a part of something that is."""
    facts = {fact.pk: fact for fact in facts_of(person)}
    return [fact for fact in facts.values() if _spokesman(fact, facts).status in GONE]


def taken_out_of(person: Person) -> frozenset[str]:
    """Return labels and quotes of what a person took out, but for those that something standing has too."""
    facts = {fact.pk: fact for fact in facts_of(person)}
    out, kept = set[str](), set[str]()
    for fact in facts.values():
        status = _spokesman(fact, facts).status
        words = {fact.label.casefold(), *(one.quote.casefold() for one in fact.evidence.all())}
        if status == Status.REMOVED:
            out |= words
        elif status in STANDING:
            kept |= words
    return frozenset(out - kept)


def _spokesman(fact: Fact, facts: Mapping[UUID, Fact]) -> Fact:
    while fact.merged_into_id is not None:
        fact = facts[fact.merged_into_id]
    return fact


def facts_from(person: Person, source_id: UUID, *kinds: SourceKind) -> QuerySet[Fact]:
    """Return the standing facts that rest on one source."""
    return standing_facts_of(person).filter(evidence__source_kind__in=kinds, evidence__source_id=source_id).distinct()


def has_facts(person: Person) -> bool:
    """Whether anything that counts is known."""
    return Fact.objects.filter(person=person, status__in=STANDING).exists()


def kinds_known(person: Person) -> set[FactKind]:
    """Return the kinds of which something is known."""
    kinds = Fact.objects.filter(person=person, status__in=STANDING).values_list("kind", flat=True).distinct()
    return {FactKind(kind) for kind in kinds}


def profile_of(person: Person) -> Profile:
    """Return what matching and résumés may know."""
    parts: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for fact in standing_facts_of(person):
        if not _is_a_guess(fact):
            parts[fact.kind, fact.polarity].append(_known(fact))
    return Profile(**{name: tuple(parts[key]) for name, key in PARTS.items()})


def _is_a_guess(fact: Fact) -> bool:
    """Whether a suggestion rests on nearness in meaning alone: nothing follows from it before the person confirms it."""
    rows = fact.evidence.all()
    return fact.status == Status.SUGGESTED and bool(rows) and all(evidence.how == How.NEAR for evidence in rows)


def _own_words(fact: Fact) -> list[Evidence]:
    """Return what its person stated where that takes the place of what was read: terms, and what they put anew."""
    if fact.kind not in TERMS and not (fact.status == Status.EDITED and fact.kind in WORDED):
        return []
    return [one for one in fact.evidence.all() if one.source_kind == SourceKind.STATED]


def _known(fact: Fact) -> Known:
    own = _own_words(fact)
    quotes = tuple(dict.fromkeys(evidence.quote for evidence in (*own, *fact.evidence.all())))
    is_confirmed = fact.status != Status.SUGGESTED
    return Known(fact.pk, fact.lexicon_id, fact.label, quotes, is_confirmed, fact.aspect, amount_of(fact))


def amount_of(fact: Fact) -> float:
    """Return what the words of a fact add up to: years, hours a week, minutes or miles, money."""
    rows = _own_words(fact) or fact.evidence.all()
    return together((evidence.amount, evidence.until) for evidence in rows) if rows else 0
