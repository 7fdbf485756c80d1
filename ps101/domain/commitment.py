"""What makes a commitment one that can be kept: a few words, and a day that is still to come."""

from datetime import date, timedelta
from enum import StrEnum

WEEK = timedelta(days=7)
FURTHEST = timedelta(days=92)


class Doubt(StrEnum):
    """Why a commitment is not kept as it was typed."""

    NOTHING = "nothing"
    DAY_PASSED = "day_passed"
    DAY_TOO_FAR = "day_too_far"


def doubt_about(week: str, day: date, *, today: date, kept: date | None = None) -> Doubt | None:
    """Return what keeps a commitment from being kept, or None.

    `kept` is the day it has already: once chosen it stays allowed, so that words can be changed afterwards.
    """
    if not week.strip():
        return Doubt.NOTHING
    if day == kept:
        return None
    if day < today:
        return Doubt.DAY_PASSED
    return Doubt.DAY_TOO_FAR if day - today > FURTHEST else None
