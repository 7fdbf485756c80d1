"""What the delta goes by, and how it stood before, starting from the person."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

from django.db.models import QuerySet

from mosaic.facts.domain.kinds import FactKind, Polarity, Status
from mosaic.facts.models import Fact
from mosaic.facts.queries import profile_of, standing_facts_of
from mosaic.journal.domain.names import Happened
from mosaic.journal.queries import events_of
from mosaic.lexicon.entries import Occupation
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.words import keys_of
from mosaic.people.models import Person
from ps101 import queries as discovery
from ps101.domain.mastery import whole_change
from ps101.queries.gains import changes_of
from wimd.domain.delta import About, Bridge, Chosen, Confidence, Delta, Said, Thing, analyse
from wimd.domain.delta.model import Idea, TargetKind
from wimd.models import Analysis, SkillBridge, Target

DONE_WITH_OTHERS = (Happened.ACTION_DONE, Happened.EXPERIMENT_REVIEWED)

# Keys of questions, which never change.
NOWHERE = 99
MOST_FOUND = 20
EXPERIMENT, OBSTACLES = "experiment", "external_obstacles"


def delta_of(person: Person, *, beyond: bool = True) -> Delta:
    """Return somebody's delta as it is now; without `beyond` no kinds of work are looked for, which takes longest."""
    return analyse(about(person), beyond=beyond)


def about(person: Person) -> About:
    """Return all that the delta goes by."""
    questions = _questions(person)
    before, after = whole_change(changes_of(person))
    return About(
        things=tuple(_thing(fact, questions) for fact in standing_facts_of(person)),
        profile=profile_of(person),
        chosen=_chosen(chosen_target_of(person)),
        bridges=bridges_of(person),
        confidence=Confidence(before, after),
        tried=events_of(person, *DONE_WITH_OTHERS).count(),
        ideas=_ideas(person),
    )


def targets_of(person: Person) -> QuerySet[Target]:
    """Return what somebody chose, worded or keeps to aim at, the latest first."""
    return Target.objects.filter(person=person).order_by("-created_at", "-pk")


def chosen_target_of(person: Person) -> Target | None:
    """Return the target somebody chose."""
    return targets_of(person).filter(is_chosen=True).first()


def bridges_of(person: Person) -> Mapping[str, Bridge]:
    """Return what somebody set out to do about skills they miss."""
    rows = SkillBridge.objects.filter(person=person).values_list("skill", "choice")
    return {skill: Bridge(choice) for skill, choice in rows}


def occupations_named(words: str, most: int = MOST_FOUND) -> list[Occupation]:
    """Return kinds of work whose names hold these words: by their own name first, then by other names for them."""
    asked = keys_of(words)
    if not asked:
        return []
    found = []
    for one in lexicon().occupations.values():
        own = _place_of(asked, keys_of(one.label))
        other = min((_place_of(asked, keys_of(name)) for name in one.aliases), default=NOWHERE)
        if min(own, other) < NOWHERE:
            found.append((own == NOWHERE, min(own, other), one.label, one))
    return [row[-1] for row in sorted(found, key=lambda row: row[:3])[:most]]


def _place_of(asked: tuple[str, ...], name: tuple[str, ...]) -> int:
    """Return how far from its beginning a name holds all words, the last of which may be unfinished."""
    whole, begun = asked[:-1], asked[-1]
    if not set(whole) <= set(name):
        return NOWHERE
    return next((place for place, key in enumerate(name) if key.startswith(begun)), NOWHERE)


def analyses_of(person: Person) -> QuerySet[Analysis]:
    """Return how the delta stood, the latest first."""
    return Analysis.objects.filter(person=person).order_by("-created_at", "-pk")


def _questions(person: Person) -> Mapping[UUID, str]:
    """Return which question each answer answers; obstacles asked for after the experiment are obstacles of that."""
    rows = list(discovery.given_answers_of(person).order_by("created_at").values_list("pk", "prompt_key"))
    keys = [key for _, key in rows]
    is_late = EXPERIMENT in keys and OBSTACLES in keys and keys.index(OBSTACLES) > keys.index(EXPERIMENT)
    return {pk: f"{key}_of_it" if key == OBSTACLES and is_late else key for pk, key in rows}


def _ideas(person: Person) -> tuple[Idea, ...]:
    """Return what somebody thought of trying and has not tried yet, in their words, the latest first."""
    context = discovery.context_of(person)
    known = {one.title.casefold() for one in discovery.experiments_of(person)}
    said = discovery.proposals_of(context) if context else []
    fresh = [Idea(one.idea) for one in said if one.idea.casefold() not in known]
    return tuple(reversed(fresh))


def _chosen(target: Target | None) -> Chosen | None:
    """Return a stored target; an occupation that has left the lexicon stays as its name alone."""
    if target is None:
        return None
    occupation = target.occupation if target.occupation in lexicon().occupations else ""
    return Chosen(TargetKind(target.kind), target.label, occupation, tuple(cast(list[str], target.skills)))


def _thing(fact: Fact, questions: Mapping[UUID, str]) -> Thing:
    rows = fact.evidence.all()
    strength = fact.strength
    return Thing(
        fact_id=fact.pk,
        kind=FactKind(fact.kind),
        polarity=Polarity(fact.polarity),
        label=fact.label,
        said=tuple(Said(one.quote, one.source_kind, one.source_id, questions.get(one.source_id, "")) for one in rows),
        lexicon_id=fact.lexicon_id,
        aspect=fact.aspect,
        amount=max((one.amount for one in rows), default=0),
        is_confirmed=fact.status != Status.SUGGESTED,
        strength=strength.level if strength else 0,
    )
