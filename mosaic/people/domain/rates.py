"""Rates such as 30/m: how often something may happen in a fixed window."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `count` in every window of `seconds`."""

    count: int
    seconds: int

    @classmethod
    def parse(cls, text: str) -> "Rate":
        """Read `30/m`. Raises ValueError or KeyError."""
        count, _, unit = text.partition("/")
        return cls(int(count), UNITS[unit])

    def window(self, now: datetime) -> datetime:
        """Return when the window that holds `now` began."""
        return datetime.fromtimestamp(now.timestamp() // self.seconds * self.seconds, UTC)

    def wait(self, now: datetime) -> int:
        """Return the whole seconds until the next window begins, at least 1."""
        left = self.window(now) + timedelta(seconds=self.seconds) - now
        return max(1, int(left.total_seconds()) + 1)
