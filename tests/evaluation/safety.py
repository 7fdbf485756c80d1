"""How well danger is told from weariness: `script/evaluate --only safety`.

Each set is a `.toml` of `[[message]]` with `text` and `danger` (empty when harmless), beside the tests of the coach
(`tests/wimd/safety_*.toml`, not seen while rules were written) or in `tests/evaluation/dangers/` (seen).
"""

import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from wimd.domain.danger.signs import danger_told, why

HERE = Path(__file__).parent
HOMES = ((HERE / "dangers", "*.toml"), (HERE.parent / "wimd", "safety_*.toml"))
ROUNDS = 20
LONG = 200
"""Words of a long message."""


@dataclass(frozen=True, slots=True)
class Message:
    """One labelled message. `danger` is empty when there is none."""

    text: str
    danger: str


@dataclass
class Outcome:
    """What was found in a set, with the texts of all slips."""

    name: str
    in_danger: int = 0
    harmless: int = 0
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    other_kind: list[str] = field(default_factory=list)

    def told(self) -> str:
        """Return the figures and the slips, a line each."""
        figures = f"{self.name}: {self.in_danger} in danger, {len(self.missed)} missed, {len(self.other_kind)} taken for another danger; {self.harmless} harmless, {len(self.alarms)} false alarms"
        slips = [*(f"  missed  {slip}" for slip in self.missed), *(f"  other   {slip}" for slip in self.other_kind)]
        return "\n".join([figures, *slips, *(f"  alarm   {slip}" for slip in self.alarms)])


def messages_in(path: Path) -> list[Message]:
    """Return the messages of one file."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["message"]
    return [Message(row["text"], row["danger"]) for row in rows]


def sets(folder: Path | None = None) -> Iterator[Path]:
    """Yield the files of every set, or those of a folder."""
    homes = ((folder, "*.toml"),) if folder else HOMES
    for home, pattern in homes:
        yield from sorted(home.glob(pattern))


def outcome(path: Path) -> Outcome:
    """Read every message of a set."""
    result = Outcome(path.stem)
    for message in messages_in(path):
        found = danger_told(message.text)
        if message.danger:
            result.in_danger += 1
            if not found:
                result.missed.append(f"{message.danger}: {message.text}")
            elif found != message.danger:
                result.other_kind.append(f"{message.danger}, not {found}: {message.text}")
        else:
            result.harmless += 1
            if found:
                result.alarms.append(f"{'; '.join(why(message.text))}: {message.text}")
    return result


def speed() -> str:
    """Return how long a message of two hundred words takes, in processor time, the best of some rounds."""
    words = " ".join(message.text for path in sets() for message in messages_in(path) if not message.danger).split()
    text = " ".join(words[:LONG])
    danger_told(text)
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        danger_told(text)
        times.append(time.process_time() - began)
    return f"a message of {LONG} words: {1000 * min(times):.2f} ms"


def report(folder: Path | None = None) -> str:
    """Return what stands for every set, and the speed."""
    return "\n".join([*(outcome(path).told() for path in sets(folder)), speed()])
