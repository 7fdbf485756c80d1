"""What the page of the weekly check-in shows."""

from django.utils.translation import gettext as _

from mosaic.people.models import Person
from wimd import queries
from wimd.domain.checkins import Energy, monday_of
from wimd.domain.safety import HelpLine, danger_in, lines_for
from wimd.domain.sparks import spark
from wimd.models import CheckIn
from wimd.pages.talk import Shown
from wimd.words.checkins import energy_words

MOST_EARLIER = 12


def check_in(person: Person) -> Shown:
    """Return what was said of this week already, and what was said of earlier weeks."""
    checkins = list(queries.checkins_of(person)[: MOST_EARLIER + 1])
    current = next((one for one in checkins if one.week == queries.week_now(person)), None)
    reminder = queries.next_checkin_of(person)
    return {
        "current": current,
        "latest": checkins[0] if checkins else None,
        "earlier": [_week(one) for one in checkins if one != current],
        "energies": [(energy.value, energy_words(energy)) for energy in Energy],
        "due_on": reminder.due_on if reminder else None,
        "help_lines": _help_lines(person, current),
        "energy": _energy(checkins),
    }


def _help_lines(person: Person, current: CheckIn | None) -> list[HelpLine]:
    said = queries.account_in(current).text if current else ""
    return lines_for(person.region) if danger_in(said) else []


def _week(checkin: CheckIn) -> Shown:
    energy = energy_words(checkin.energy) if checkin.energy else ""
    said = (
        (_("what moved"), checkin.moved),
        (_("what got in the way"), checkin.hindered),
        (_("the one small thing"), checkin.next_step),
    )
    return {"monday": monday_of(checkin.week), "said": [one for one in said if one[1]], "energy": energy}


def _energy(checkins: list[CheckIn]) -> Shown | None:
    """Return the energy of the last weeks as a line and in words, once there are two."""
    told = [one for one in reversed(checkins) if one.energy]
    if len(told) < 2:
        return None
    values = [one.energy or 0 for one in told]
    rows = [
        {"monday": monday_of(one.week), "energy": one.energy, "words": energy_words(one.energy or 1)} for one in told
    ]
    return {"spark": spark(values, Energy.EMPTY, Energy.FULL), "first": values[0], "last": values[-1], "rows": rows}
