"""What a résumé is made for: a posting with its requirements, as plain values."""

from dataclasses import dataclass

EDUCATION = "education"
MUST, DUTY, NICE = 2.0, 1.5, 1.0


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing a posting asks for, in its own words; `lexicon_ids` are skills or licences named in them.

    A duty is not a condition, but it is what the work will be, so it counts between a must and a nice.
    """

    id: str
    kind: str
    must: bool
    lexicon_ids: tuple[str, ...]
    quote: str
    duty: bool = False

    @property
    def weight(self) -> float:
        """How much answering it counts when lines are put in order."""
        if self.must:
            return MUST
        return DUTY if self.duty else NICE


@dataclass(frozen=True, slots=True)
class Posting:
    """A job as far as a résumé is concerned."""

    job_id: str
    role: str
    company: str
    text: str
    requirements: tuple[Requirement, ...] = ()

    @property
    def label(self) -> str:
        """Role and company in one line."""
        return f"{self.role}, {self.company}" if self.company else self.role
