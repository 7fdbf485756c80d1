"""Finds the place of official concepts in the lexicon: more names and a code for an entry of ours, or a new entry.

A concept whose preferred label is a name of ours is ours: it brings its code and the names that belong to
nobody yet. Any other skill becomes a new entry when its name can stand alone as evidence. Any other occupation
becomes one only when the relations name at least three skills of it: an occupation about which nothing is known
would fit everybody or nobody. A name never moves from one entry to another.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mosaic.lexicon.entries import Occupation, Skill
from mosaic.lexicon.store import Lexicon
from mosaic.lexicon.taxonomies.naming import Names, codes_of, is_odd, meaning_of, names_of, stands_alone
from mosaic.lexicon.taxonomies.official import LONGEST_NAME, Link, Official, What
from mosaic.lexicon.words import keys_of

CORE = "core"
LONGEST_ID = 60
FEWEST_SKILLS = 3
MOST_SKILLS = 8
# ISCO-08's skill levels, volume 1, table 2, as rungs of the education ladder.
_USUAL_ENTRY = {"0": "secondary", "1": "bachelor", "2": "bachelor", "3": "short-cycle", "9": "none"}


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """What a concept adds to an entry that was there before."""

    what: What
    id: str
    aliases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


class Placing:
    """Places the concepts of one source; `left` counts those that found no place, by reason."""

    def __init__(self, lexicon: Lexicon, source: str) -> None:
        self.source = source
        self.left: Counter[str] = Counter()
        self._lexicon = lexicon
        self._skills, self._occupations = names_of(lexicon.skills.values()), names_of(lexicon.occupations.values())
        self._ids = {*lexicon.skills, *lexicon.occupations}
        self._by_code: dict[str, str] = {}
        self._waiting: dict[str, Official] = {}

    def place(self, concept: Official) -> More | Skill | None:
        """Return what a concept becomes. An occupation that is not ours waits for its skills."""
        if not concept.label or len(concept.label) > LONGEST_NAME:
            self.left["without a name, or with one longer than 80 letters"] += 1
            return None
        names = self._skills if concept.what is What.SKILL else self._occupations
        known = names.owner(concept.label)
        if known:
            return self._more(concept, names, known)
        if concept.what is What.OCCUPATION:
            self._waiting[concept.code] = concept
            return None
        return self._skill(concept)

    def occupations(self, links: Iterable[Link]) -> Iterator[Occupation]:
        """Yield the waiting occupations whose skills are told."""
        needed: dict[str, tuple[list[str], list[str]]] = {code: ([], []) for code in self._waiting}
        for link in links:
            skill = self._by_code.get(link.skill)
            if skill and link.occupation in needed:
                needed[link.occupation][0 if link.essential else 1].append(skill)
        for code, (essential, optional) in needed.items():
            made = self._occupation(self._waiting[code], self._best(essential), self._best(optional))
            if made is None:
                self.left["occupations of which too little is known"] += 1
            else:
                yield made

    def _more(self, concept: Official, names: Names, known: str) -> More:
        self._remember(concept, known)
        added = tuple(name for name in concept.names if stands_alone(name) and self._is_new(names, name, known))
        return More(what=concept.what, id=known, aliases=added, codes=codes_of(concept))

    @staticmethod
    def _is_new(names: Names, name: str, owner: str) -> bool:
        return keys_of(name) not in names.owners and names.take(name, owner)

    def _skill(self, concept: Official) -> Skill | None:
        own_case = is_odd(concept.label)
        if not own_case and not stands_alone(concept.label):
            self.left["single words that may mean something else"] += 1
            return None
        made = self._id(concept)
        self._remember(concept, made)
        self._skills.take(concept.label, made)
        if own_case:
            self._skills.letters[concept.label] = made
        aliases = tuple(n for n in concept.names if stands_alone(n) and self._is_new(self._skills, n, made))
        exact = (concept.label,) if own_case else ()
        return Skill(
            id=made,
            label=concept.label,
            kind=concept.kind,
            field=CORE,
            meaning=meaning_of(concept, self.source),
            aliases=aliases,
            exact=exact,
            codes=codes_of(concept),
        )

    def _occupation(self, concept: Official, essential: list[str], optional: list[str]) -> Occupation | None:
        near = self._nearest(concept.isco)
        if len(essential) < FEWEST_SKILLS or near is None or not stands_alone(concept.label):
            return None
        made = self._id(concept)
        names = self._occupations
        names.take(concept.label, made)
        return Occupation(
            id=made,
            label=concept.label,
            field=near.field,
            meaning=meaning_of(concept, self.source),
            isco=concept.isco,
            education=_USUAL_ENTRY.get(concept.isco[:1], "vocational"),
            essential=tuple(essential),
            optional=tuple(one for one in optional if one not in essential),
            interests=near.interests,
            aliases=tuple(n for n in concept.names if stands_alone(n) and self._is_new(names, n, made)),
            codes=codes_of(concept),
        )

    def _nearest(self, isco: str) -> Occupation | None:
        """Return an occupation of ours in the same ISCO group, as narrow as there is one."""
        if not re.fullmatch(r"\d{4}", isco):
            return None
        for digits in (4, 3, 2, 1):
            for one in self._lexicon.occupations.values():
                if one.isco[:digits] == isco[:digits]:
                    return one
        return None

    def _best(self, skills: list[str]) -> list[str]:
        """Return the few skills to compare by, ours first: they are the ones that lead on to others."""
        ordered = sorted(dict.fromkeys(skills), key=lambda one: one not in self._lexicon.skills)
        return ordered[:MOST_SKILLS]

    def _remember(self, concept: Official, entry: str) -> None:
        if concept.what is What.SKILL and concept.code:
            self._by_code[concept.code] = entry

    def _id(self, concept: Official) -> str:
        """Return an id that is the same in every run."""
        slug = re.sub(r"[^a-z0-9]+", "-", concept.label.casefold()).strip("-")
        made = f"{self.source}-{slug}".strip("-")
        if made in self._ids or len(made) > LONGEST_ID or not slug:
            digest = hashlib.sha256(f"{concept.code} {concept.label}".encode()).hexdigest()[:8]
            made = f"{made[: LONGEST_ID - 9].strip('-')}-{digest}"
        self._ids.add(made)
        return made
