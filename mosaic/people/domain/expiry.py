"""When a person's data ends. Time is an argument."""

from datetime import datetime, timedelta
from math import ceil

WARNING_DAYS = 7
RENEWAL = timedelta(hours=1)


def end_after(now: datetime, *, has_content: bool, days: int, empty_hours: int) -> datetime:
    """Return when data ends that was used at `now`: soon while there is none."""
    return now + (timedelta(days=days) if has_content else timedelta(hours=empty_hours))


def days_left(end: datetime, now: datetime) -> int:
    """Return the whole days left, a begun day counting as one; 0 when it is over."""
    return max(0, ceil((end - now) / timedelta(days=1)))


def is_worth_renewing(end: datetime, renewed: datetime) -> bool:
    """Whether a renewal moves the end by more than an hour: renewing costs a write."""
    return renewed - end > RENEWAL
