"""Earlier words of a person that can be given back to them: literal, and only while the fact they belong to stands."""

import re
from collections.abc import Iterator

from mosaic.facts.domain.kinds import FactKind, How, Polarity
from mosaic.facts.models import Fact, SourceKind
from mosaic.facts.queries import standing_facts_of
from mosaic.people.models import Person
from ps101.models import Context
from wimd.domain.coach import Memory, Topic

SHORTEST, LONGEST = 12, 140
MOST = 80
FEWEST_WORDS = 4
_JOINT = re.compile(r"^(?:and|but|so|also|or|because|then)\b,? ", re.IGNORECASE)
_OWN = re.compile(r"\b(?:i|my|me|we|our|us|im|ive)\b", re.IGNORECASE)
_LISTED = re.compile(r"^(?:that|which|who)\b|^\S{1,3}[:.)]\s", re.IGNORECASE)
_TOPICS = {
    (FactKind.ENERGISER, Polarity.HAS): Topic.ENERGY,
    (FactKind.STRENGTH, Polarity.HAS): Topic.POWER,
    (FactKind.VALUE, Polarity.WANTS): Topic.VALUE,
    (FactKind.SKILL, Polarity.HAS): Topic.SKILL,
    (FactKind.GOAL, Polarity.WANTS): Topic.GOAL,
    (FactKind.ROLE, Polarity.WANTS): Topic.GOAL,
    (FactKind.OBSTACLE, Polarity.HAS): Topic.BLOCK,
    (FactKind.QUOTE, Polarity.HAS): Topic.PROBLEM,
}
# What was told at length; a line of a résumé is no sentence of a talk, and what was said in it is remembered apart.
_NOT_DONE = frozenset((How.NAMED, How.NEAR, ""))
_SPOKEN = frozenset((SourceKind.ANSWER, SourceKind.EXPERIENCE))


def memories_of(person: Person, context: Context | None) -> tuple[Memory, ...]:
    """Return earlier words, the most telling topics first; no two alike."""
    facts = standing_facts_of(person).filter(kind__in={kind for kind, _ in _TOPICS})
    found = [memory for fact in facts if (memory := _memory(fact))]
    problem = context.problem_definition.rstrip(". ") if context and context.extracted_at else ""
    if context and SHORTEST <= len(problem) <= LONGEST:
        found.insert(0, Memory(str(context.pk), Topic.PROBLEM, problem))
    return tuple(_apart(found))[:MOST]


def _apart(found: list[Memory]) -> Iterator[Memory]:
    """Yield the words none of which stands inside others, each under the topic that says most."""
    order = list(Topic)
    kept: list[str] = []
    for one in sorted(found, key=lambda one: order.index(one.topic)):
        words = one.words.casefold()
        if not any(words in other or other in words for other in kept):
            kept.append(words)
            yield one


def _memory(fact: Fact) -> Memory | None:
    topic = _TOPICS.get((FactKind(fact.kind), Polarity(fact.polarity)))
    words = next((words for words in _said(fact) if SHORTEST <= len(words) <= LONGEST), "")
    return Memory(str(fact.pk), topic, words, fact.lexicon_id) if topic and words else None


def _said(fact: Fact) -> list[str]:
    """Return the person's sentences behind a fact, the shortest first: they carry most of it."""
    is_skill = fact.kind == FactKind.SKILL
    rows = [
        one for one in fact.evidence.all() if one.source_kind in _SPOKEN and not (is_skill and one.how in _NOT_DONE)
    ]
    quotes = {one.quote.strip().rstrip(".!? ") for one in rows}
    return sorted(
        (quote for quote in quotes if "\n" not in quote and "?" not in quote), key=lambda one: (len(one), one)
    )
