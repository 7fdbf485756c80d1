"""What somebody may mean by a few words: entries of the lexicon to choose from, the likeliest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from mosaic.lexicon.entries import Licence, Occupation, Skill
from mosaic.lexicon.phrases import Finder, licence_finder, occupation_finder, skill_finder, value_finder
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.words import FILLERS, tokens_of

MOST = 6


class Shelf(StrEnum):
    """What is looked through."""

    SKILLS = "skills"
    OCCUPATIONS = "occupations"
    VALUES = "values"
    LICENCES = "licences"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One entry: its id, what it is called and what it means."""

    id: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class _Named:
    """An entry with the words of each of its names."""

    entry: Suggestion
    names: tuple[frozenset[str], ...]

    def far_from(self, keys: frozenset[str]) -> tuple[bool, int] | None:
        """Return whether only another name has all these words, and how many others stand beside them; None for no name."""
        beside = [(place > 0, len(name - keys)) for place, name in enumerate(self.names) if keys <= name]
        return min(beside, default=None)


def suggestions(shelf: Shelf, words: str, *, most: int = MOST) -> tuple[Suggestion, ...]:
    """Return the entries the words name, then those that have all these words in a name."""
    known = _shelf(shelf)
    found = [mention.id for mention in _finder(shelf).find(words)]
    found += _with_all_words(known.values(), _keys(words))
    return tuple(known[one].entry for one in dict.fromkeys(found) if one in known)[:most]


def _with_all_words(known: Iterable[_Named], keys: frozenset[str]) -> list[str]:
    """Return entries with a name that holds all the words: those called so first, then those with the fewest others."""
    found = [(far, one.entry) for one in known if keys and (far := one.far_from(keys)) is not None]
    return [entry.id for _, entry in sorted(found, key=lambda pair: (pair[0], pair[1].label))]


def _keys(words: str) -> frozenset[str]:
    return frozenset(token.key for token in tokens_of(words) if token.text.casefold() not in FILLERS)


@cache
def _shelf(shelf: Shelf) -> dict[str, _Named]:
    """Return everything on a shelf by id, prepared once per process."""
    entries = lexicon()
    found: dict[str, _Named] = {}
    for value in entries.values.values() if shelf is Shelf.VALUES else ():
        found[value.id] = _named(value.id, value.label, value.meaning, value.words)
    named: dict[Shelf, Mapping[str, Skill | Occupation | Licence]] = {
        Shelf.SKILLS: entries.skills,
        Shelf.OCCUPATIONS: entries.occupations,
        Shelf.LICENCES: entries.licences,
    }
    for entry in named[shelf].values() if shelf in named else ():
        found[entry.id] = _named(entry.id, entry.label, entry.meaning, (*entry.aliases, *entry.exact))
    return found


def _named(entry_id: str, label: str, meaning: str, names: Sequence[str]) -> _Named:
    return _Named(Suggestion(entry_id, label, meaning), tuple(_keys(name) for name in (label, *names)))


def _finder(shelf: Shelf) -> Finder:
    finders = {
        Shelf.SKILLS: skill_finder, Shelf.OCCUPATIONS: occupation_finder,
        Shelf.VALUES: value_finder, Shelf.LICENCES: licence_finder,
    }  # fmt: skip
    return finders[shelf]()
