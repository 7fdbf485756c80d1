"""What a weekly check-in holds."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

LONGEST = 600


class Energy(IntEnum):
    """How much energy there is, from 1 to 5."""

    EMPTY = 1
    LITTLE = 2
    SOME = 3
    GOOD = 4
    FULL = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Three short answers, any of which can be left open, and the energy, None when nothing was chosen."""

    moved: str = ""
    hindered: str = ""
    next_step: str = ""
    energy: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was said."""
        return self.energy is None and not self.text

    @property
    def text(self) -> str:
        """The answers one after the other, as they are read for what they tell."""
        return "\n\n".join(part for part in (self.moved, self.hindered, self.next_step) if part)


def week_of(day: date) -> str:
    """Return the ISO week of a day, such as 2026-W47."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def monday_of(week: str) -> date:
    """Return the day a week begins with."""
    year, number = week.split("-W")
    return date.fromisocalendar(int(year), int(number), 1)
