"""What is known about a person, in one frozen value: all that matching and résumés read."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Known:
    """One standing fact: its lexicon id ("" when it has none), its label and the words behind it."""

    fact_id: UUID
    lexicon_id: str
    label: str
    quotes: tuple[str, ...]
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """Standing facts by what they are for. An empty part is unknown, not nothing."""

    skills: tuple[Known, ...] = ()
    skills_wanted: tuple[Known, ...] = ()
    roles: tuple[Known, ...] = ()
    roles_wanted: tuple[Known, ...] = ()
    values: tuple[Known, ...] = ()
    licences: tuple[Known, ...] = ()
    education: tuple[Known, ...] = ()
    languages: tuple[Known, ...] = ()
    location: tuple[Known, ...] = ()
    remote: tuple[Known, ...] = ()
    pay: tuple[Known, ...] = ()
    hours: tuple[Known, ...] = ()
    interests: tuple[Known, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known that matching could use."""
        return not (self.skills or self.roles or self.roles_wanted or self.values)
