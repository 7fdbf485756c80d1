"""What the lexicon says about an entry that a fact names: its meaning, what else it is called, its codes."""

from dataclasses import dataclass, field

from mosaic.lexicon.codes import TITLES, Codes, codes_of
from mosaic.lexicon.entries import Licence, Occupation, Skill, Value
from mosaic.lexicon.store import lexicon

MOST_NAMES = 30


@dataclass(frozen=True, slots=True)
class About:
    """An entry in words; all empty for an id that names none."""

    label: str = ""
    meaning: str = ""
    names: tuple[str, ...] = ()
    codes: Codes = field(default_factory=dict)

    @property
    def numbered(self) -> tuple[tuple[str, str], ...]:
        """The codes for people: the classification's name, and its identifiers in one line."""
        return tuple((TITLES[name], ", ".join(codes)) for name, codes in self.codes.items())


def about(lexicon_id: str) -> About:
    """Return what is known about a skill, occupation, value or licence; a prefix such as `skill:` is passed over."""
    own = lexicon_id.rpartition(":")[2]
    entries = lexicon()
    entry: Skill | Occupation | Value | Licence | None = (
        entries.skills.get(own) or entries.occupations.get(own) or entries.values.get(own) or entries.licences.get(own)
    )
    if entry is None:
        return About()
    names = entry.words if isinstance(entry, Value) else (*entry.aliases, *entry.exact)
    return About(entry.label, entry.meaning, names[:MOST_NAMES], codes_of(own))
