"""What draws somebody towards work and what keeps them from it: years, goals, interests, duties they avoid.

These facts name skills and occupations behind a prefix (`skill:…`), or only in the words of their label.
"""

from collections.abc import Iterable, Iterator

from mosaic.facts.domain.found import ROLE, SKILL
from mosaic.facts.domain.profile import Known, Profile
from mosaic.lexicon.phrases import Finder, occupation_finder, skill_finder
from mosaic.lexicon.store import lexicon

Named = tuple[str, Known]


def role_years_of(profile: Profile) -> Iterator[tuple[str, float, Known]]:
    """Yield the years somebody gave for an occupation. What they took back as theirs no longer counts."""
    held = {fact.lexicon_id for fact in profile.roles}
    for fact in profile.experience:
        role = _entry(fact, ROLE, occupation_finder())
        if role and fact.amount and (fact.confirmed or role in held):
            yield role, fact.amount, fact


def skill_years_of(profile: Profile) -> Iterator[tuple[str, float, Known]]:
    """Yield the years somebody gave for a skill that stands."""
    held = {fact.lexicon_id for fact in profile.skills}
    for fact in profile.experience:
        skill = _entry(fact, SKILL, skill_finder())
        if skill and fact.amount and (fact.confirmed or skill in held):
            yield skill, fact.amount, fact


def drawn_to(profile: Profile) -> tuple[Named, ...]:
    """Return the skills that somebody's interests name."""
    return tuple(_named(profile.interests, SKILL, skill_finder()))


def headed_for(profile: Profile) -> tuple[Named, ...]:
    """Return the occupations that somebody's goals name."""
    return tuple(_named(profile.goals, ROLE, occupation_finder()))


def kept_from(profile: Profile) -> tuple[Named, ...]:
    """Return the skills that somebody does not want to use at work, each once."""
    plain = ((fact.lexicon_id, fact) for fact in profile.skills_avoided if fact.lexicon_id in lexicon().skills)
    named = (*plain, *_named(profile.duties_avoided, SKILL, skill_finder()))
    return tuple({skill: (skill, fact) for skill, fact in reversed(named)}.values())


def _named(facts: Iterable[Known], kind: str, finder: Finder) -> Iterator[Named]:
    for fact in facts:
        entry = _entry(fact, kind, finder)
        if entry:
            yield entry, fact


def _entry(fact: Known, kind: str, finder: Finder) -> str:
    """Return the skill or occupation a fact names, by its id or else by its words; nothing when it names none."""
    prefix, _, named = fact.lexicon_id.partition(":")
    if named:
        return named if prefix == kind and named in _entries(kind) else ""
    return next((mention.id for mention in finder.find(fact.label)), "")


def _entries(kind: str) -> Iterable[str]:
    return lexicon().occupations if kind == ROLE else lexicon().skills
