"""What is known about a person, in one frozen value: all that matching and résumés read.

What somebody says they lack has parts of its own, so that it never stands among what they have.
"""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Known:
    """One standing fact: its lexicon id ("" when it has none), its label and the words behind it.

    `amount` is what its words add up to: years, hours a week, minutes or miles; `aspect` as in Found.
    """

    fact_id: UUID
    lexicon_id: str
    label: str
    quotes: tuple[str, ...]
    confirmed: bool
    aspect: str = ""
    amount: float = 0


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
    skills_lacked: tuple[Known, ...] = ()
    skills_avoided: tuple[Known, ...] = ()
    licences_lacked: tuple[Known, ...] = ()
    languages_lacked: tuple[Known, ...] = ()
    home: tuple[Known, ...] = ()
    location_avoided: tuple[Known, ...] = ()
    remote_avoided: tuple[Known, ...] = ()
    hours_avoided: tuple[Known, ...] = ()
    duties_avoided: tuple[Known, ...] = ()
    experience: tuple[Known, ...] = ()
    level: tuple[Known, ...] = ()
    goals: tuple[Known, ...] = ()
    interests: tuple[Known, ...] = ()
    permission: tuple[Known, ...] = ()
    permission_lacked: tuple[Known, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known that matching could use."""
        return not (self.skills or self.roles or self.roles_wanted or self.values)
