"""What was understood, as the page shows it."""

from collections.abc import Iterator

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.origins import origins_of
from mosaic.facts.queries import removed_facts_of, standing_facts_of
from mosaic.people import recovery
from mosaic.people.models import Person
from ps101 import queries, words
from ps101.domain.experiences import ENOUGH_SKILLS
from ps101.domain.extraction import CONTEXT_LISTS
from ps101.pages import readings
from ps101.pages.journeys import Shown
from ps101.words import Group

# Lines in their person's words; a skill the lexicon knows is renamed from its list.
REWORDED = (FactKind.STRENGTH, FactKind.ENERGISER, FactKind.OBSTACLE, FactKind.SKILL)
GROUPS = {
    Group.WORK: (FactKind.ROLE, FactKind.EXPERIENCE, FactKind.EDUCATION, FactKind.LICENCE, FactKind.LANGUAGE),
    Group.SKILLS: (FactKind.SKILL,),
    Group.AHEAD: (FactKind.GOAL, FactKind.INTEREST),
    Group.TERMS: (
        FactKind.LOCATION, FactKind.REMOTE, FactKind.HOURS, FactKind.PAY, FactKind.CONSTRAINT, FactKind.WORK_PERMISSION,
    ),
}  # fmt: skip


def understood(person: Person) -> Shown:
    """Return what was understood, with the words behind each line."""
    context, journey = queries.context_of(person), queries.latest_journey_of(person)
    lists = {
        name: list(queries.context_facts_of(person, kind, aspect)) for name, (kind, aspect) in CONTEXT_LISTS.items()
    }
    return (readings.provenance(person, context) if context and context.extracted_at else {}) | {
        "context": context,
        "is_pending": context is not None and queries.is_waiting(context),
        "is_failed": context is not None and context.state == "failed" and not queries.is_current(context),
        "is_open": context is None,
        "has_changed": bool(
            context
            and journey
            and context.extracted_at
            and context.answers_digest != queries.answers_digest_of(journey)
        ),
        "lists": lists,
        "named": tuple(kind.value for kind in REWORDED),
        "skills": list(standing_facts_of(person, FactKind.SKILL).filter(polarity="has")),
        "values": list(standing_facts_of(person, FactKind.VALUE)),
        "told": list(_told(person)),
        "origins": origins_of(person),
        "removed": removed_facts_of(person),
        "has_few_skills": queries.evidenced_skills_of(person) < ENOUGH_SKILLS,
        "questions_due": queries.needs_experiences(person),
        "has_code": recovery.code_of(person) is not None,
        "answer_count": queries.given_answers_of(person).count(),
    }


def _told(person: Person) -> Iterator[Shown]:
    """Yield what else was told, in groups that have something in them."""
    facts = list(standing_facts_of(person))
    for group, kinds in GROUPS.items():
        shown = [fact for fact in facts if fact.kind in kinds]
        if group is Group.SKILLS:
            shown = [fact for fact in shown if fact.polarity != Polarity.HAS]
        if shown:
            yield {"key": group.value, "heading": words.group_words(group), "facts": shown}
