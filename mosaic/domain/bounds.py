"""When the service is out of its bounds. Readings in, breaches out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

SLOW_SECONDS = 2.0
ERROR_SHARE = 0.05
STORAGE_SHARE = 0.8
QUEUE_AGE = timedelta(minutes=10)
EXPIRY_AGE = timedelta(hours=26)
FEWEST_ANSWERS = 20


@dataclass(frozen=True, slots=True)
class Readings:
    """What was measured. `answers` counts by upper bound in seconds; `None` ages are unknown."""

    answers: Mapping[float, int]
    errors: int
    storage_share: float
    queue_age: timedelta
    expiry_age: timedelta | None
    recovery_attempts: int = 0
    recovery_busy: int = 600


@dataclass(frozen=True, slots=True)
class Breach:
    """One bound that is passed."""

    name: str
    reading: str


def breaches(readings: Readings) -> Iterator[Breach]:
    """Yield every bound that is passed."""
    total = sum(readings.answers.values())
    if total >= FEWEST_ANSWERS:
        slow = p95(readings.answers)
        if slow > SLOW_SECONDS:
            yield Breach("slow_answers", f"p95 above {SLOW_SECONDS:g} s")
        if readings.errors / total > ERROR_SHARE:
            yield Breach("errors", f"{readings.errors / total:.0%} of {total} answers")
    if readings.storage_share > STORAGE_SHARE:
        yield Breach("storage", f"{readings.storage_share:.0%} full")
    if readings.queue_age > QUEUE_AGE:
        yield Breach("queue_age", f"{int(readings.queue_age.total_seconds() // 60)} minutes")
    if readings.expiry_age is not None and readings.expiry_age > EXPIRY_AGE:
        yield Breach("expiry_overdue", f"{int(readings.expiry_age.total_seconds() // 3600)} hours")
    if readings.recovery_attempts > readings.recovery_busy:
        yield Breach("recovery_attempts", f"{readings.recovery_attempts} in an hour")


def p95(answers: Mapping[float, int]) -> float:
    """Return the upper bound of the class that holds the 95th of 100 answers; inf above the last."""
    wanted = 0.95 * sum(answers.values())
    seen = 0
    for bound in sorted(answers):
        seen += answers[bound]
        if seen >= wanted:
            return bound
    return float("inf")
