"""What the delta of a written person goes by, without a server: their answers read as they would be."""

from collections import defaultdict
from functools import cache
from uuid import NAMESPACE_OID, UUID, uuid5

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind, How, Polarity
from mosaic.facts.domain.profile import Known, Profile
from mosaic.facts.domain.strength import Sign, strength_of
from ps101.domain.extraction import read_answer
from tests.simulation.counting import answers_of
from tests.simulation.files import Simulated, everybody
from wimd.domain.delta import About, Confidence, Said, Thing

YEAR = 2026
# In Discovery the obstacles of an experiment are asked for after it; in the Fast Track what is in the way is asked first.
OBSTACLES = "external_obstacles"
Key = tuple[FactKind, Polarity, str]


def about(person: Simulated) -> About:
    """Return all that a person's delta goes by."""
    return _about(person.name)


@cache
def _about(name: str) -> About:
    person = next(one for one in everybody() if one.name == name)
    found: dict[Key, list[tuple[Found, Said]]] = defaultdict(list)
    for answer in answers_of(person):
        asked = f"{OBSTACLES}_of_it" if answer.key == OBSTACLES and person.flow == "discovery" else answer.key
        for one in read_answer(answer):
            said = Said(answer.text[one.start : one.end], "answer", named(person.name, answer.key), asked)
            found[one.kind, one.polarity, one.lexicon_id or one.label.casefold()].append((one, said))
    things = tuple(thing(person.name, key, rows) for key, rows in found.items())
    before, after = (person.ratings.get(key) for key in ("confidence", "confidence_effect"))
    return About(things, profile(things, found), confidence=Confidence(before, after), tried=1)


def named(*words: object) -> UUID:
    """Return an id that is the same in every run."""
    return uuid5(NAMESPACE_OID, "/".join(map(str, words)))


def thing(name: str, key: Key, rows: list[tuple[Found, Said]]) -> Thing:
    """Return what was found several times as one fact."""
    first = rows[0][0]
    signs = (Sign(one.how, one.amount, one.until, one.has_result) for one, _ in rows)
    strength = strength_of(signs, YEAR).level if key[:2] == (FactKind.SKILL, Polarity.HAS) else 0
    said = tuple(said for _, said in rows)
    return Thing(
        named(name, *key), *key[:2], first.label, said, first.lexicon_id, first.aspect, first.amount, strength=strength
    )


def profile(things: tuple[Thing, ...], found: dict[Key, list[tuple[Found, Said]]]) -> Profile:
    """Return what matching would know; what is near in meaning alone is left out, as there."""
    parts: dict[tuple[FactKind, Polarity], list[Known]] = defaultdict(list)
    for one, rows in zip(things, found.values(), strict=True):
        if not all(row.how is How.NEAR for row, _ in rows):
            parts[one.kind, one.polarity].append(Known(one.fact_id, one.lexicon_id, one.label, one.quotes, False))
    return Profile(
        skills=tuple(parts[FactKind.SKILL, Polarity.HAS]),
        roles=tuple(parts[FactKind.ROLE, Polarity.HAS]),
        roles_wanted=tuple(parts[FactKind.ROLE, Polarity.WANTS]),
        values=tuple(parts[FactKind.VALUE, Polarity.WANTS]),
        interests=tuple(parts[FactKind.INTEREST, Polarity.HAS]),
    )
