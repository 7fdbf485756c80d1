"""Spoils documents of every kind and reads them, for some minutes: `script/fuzz [--minutes N] [--seed S] [--limit SECONDS]`.

Ends with 1 when a reader raised something that is no outcome, or took more processor time than the limit; the file lies then
in MOSAIC_VAR (`var/` by default) under `fuzz/`. The same seed goes the same way, as far as dates inside archives and PDFs allow.
"""

import argparse
import json
import os
import selectors
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.documents.fuzz.damage import spoilt
from tests.documents.fuzz.seeds import seeds
from tests.documents.fuzz.worker import HEAD

BATCH = 250
SLOWEST = 5
LIMIT = 10.0
# Processor time is what is limited; a busy machine takes longer by the clock.
PATIENCE = 6


@dataclass
class Case:
    """One spoilt file and how reading it ended."""

    kind: str
    ways: str
    number: int
    data: bytes
    outcome: str = ""
    seconds: float = 0.0
    error: str = ""


@dataclass
class Worker:
    """A process that reads a batch."""

    limit: float
    process: "subprocess.Popen[bytes] | None" = None
    read: int = 0

    def judge(self, case: Case) -> None:
        """Have a file read and note the outcome; a process that died or ran out of time is replaced."""
        if self.process is None or self.read >= BATCH:
            self._begin()
        answer = self._exchange(case.data)
        self.read += 1
        if answer is None:
            self.end()
            case.outcome, case.error, case.seconds = "hangs", "no answer", PATIENCE * self.limit
        elif not answer:
            self.end()
            # What kills the child that reads files is a damaged file to everybody who waits for it.
            case.outcome = "process died"
        else:
            case.outcome, case.error = str(answer["outcome"]), str(answer.get("error", ""))
            case.seconds = float(str(answer["seconds"]))
            if case.seconds > self.limit:
                case.error = f"{case.seconds:.1f} s"

    def _begin(self) -> None:
        self.end()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.documents.fuzz.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.read = 0
        # The first file pays for all imports; what is measured is reading.
        self._exchange(b"warm")

    def _exchange(self, data: bytes) -> dict[str, object] | None:
        """Return what was answered, {} when the process died, None when time was up."""
        assert self.process
        assert self.process.stdin
        assert self.process.stdout
        try:
            self.process.stdin.write(HEAD.pack(len(data)) + data)
            self.process.stdin.flush()
        except BrokenPipeError:
            return {}
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            if not selector.select(PATIENCE * max(self.limit, 1.0)):
                return None
        line = self.process.stdout.readline()
        found: dict[str, object] = json.loads(line) if line else {}
        return found

    def end(self) -> None:
        """Stop the process."""
        if self.process:
            self.process.kill()
            self.process.wait()
            for pipe in (self.process.stdin, self.process.stdout):
                if pipe:
                    pipe.close()
        self.process = None


@dataclass
class Tally:
    """What came out."""

    outcomes: dict[str, Counter[str]] = field(default_factory=dict)
    slowest: list[Case] = field(default_factory=list)
    failed: list[Case] = field(default_factory=list)

    def add(self, case: Case) -> None:
        """Count a case."""
        self.outcomes.setdefault(case.kind, Counter())[case.outcome] += 1
        self.slowest = sorted([*self.slowest, case], key=lambda one: -one.seconds)[:SLOWEST]
        if case.error:
            self.failed.append(case)

    @property
    def cases(self) -> int:
        """How many files were read."""
        return sum(sum(counted.values()) for counted in self.outcomes.values())

    def report(self) -> str:
        """Return the figures as lines."""
        lines = [f"{self.cases} files"]
        for kind, counted in self.outcomes.items():
            named = ", ".join(f"{outcome} {count}" for outcome, count in counted.most_common())
            lines.append(f"  {kind}: {sum(counted.values())}: {named}")
        lines.append("slowest")
        lines += [
            f"  {one.seconds:.2f} s  {one.kind}, {len(one.data)} bytes, {one.ways}, {one.outcome}"
            for one in self.slowest
        ]
        return "\n".join(lines)


def main() -> int:
    """Spoil and read until the time is up."""
    parser = argparse.ArgumentParser(
        prog="script/fuzz", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=LIMIT, help="processor seconds one file may take")
    options = parser.parse_args()
    tally, worker = Tally(), Worker(options.limit)
    try:
        run(tally, worker, Random(options.seed), time.monotonic() + options.minutes * 60)
    finally:
        worker.end()
    print(f"seed {options.seed}, {tally.report()}")
    return 1 if tally.failed else 0


def run(tally: Tally, worker: Worker, chance: Random, end: float) -> None:
    """Make and read one case after the other; write down what failed as soon as it does."""
    ground = seeds(chance)
    kinds = [kind for kind in ground for _ in range(1 if kind in ("png", "txt", "md") else 3)]
    while time.monotonic() < end:
        kind = chance.choice(kinds)
        ways, data = spoilt(kind, chance.choice(ground[kind]), chance.choice(ground[chance.choice(kinds)]), chance)
        case = Case(kind, ways, tally.cases, data)
        worker.judge(case)
        tally.add(case)
        if case.error:
            print(f"{_written(case)}: {case.ways}\n{case.error}", flush=True)


def _written(case: Case) -> Path:
    """Write a file that failed and return where."""
    folder = Path(os.environ.get("MOSAIC_VAR", "var")) / "fuzz"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{case.number}.{case.kind}"
    path.write_bytes(case.data)
    return path


if __name__ == "__main__":
    sys.exit(main())
