"""Plays what a simulated person says to the coach, at the moments they say it, and writes down what is said in return."""

import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import time_machine

from tests.simulation.files import FOLDER as PEOPLE
from tests.simulation.files import read
from tests.simulation.visit import Ask, Json, Visit
from wimd.models import Turn

TALKS = Path(__file__).parent / "talks"
TRANSCRIPTS = Path(__file__).parent / "transcripts"
BEGAN = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
"""A Monday evening."""
UNDER_WAY = 4
"""Answers after which somebody talks in the middle of the questions."""
LATER = {
    "after": timedelta(hours=2),
    "week_later": timedelta(days=7),
    "overdue": timedelta(days=12),
    "silent": timedelta(days=17),
}
MEANWHILE = timedelta(minutes=2)


@dataclass(frozen=True)
class Said:
    """One message and its answer, as a turn, and the moment it belongs to."""

    when: str
    message: str
    answer: Turn


class Talking:
    """One person, from before the first question to weeks after the last."""

    def __init__(self, name: str, ask: Ask) -> None:
        self.name, self.ask = name, ask
        self.person = read(PEOPLE / f"{name}.toml")
        rows = tomllib.loads((TALKS / f"{name}.toml").read_text(encoding="utf-8"))["say"]
        self.lines = [(str(row["when"]), str(row["text"])) for row in rows]
        self.said: list[Said] = []
        self.now = BEGAN

    def go(self) -> list[Said]:
        """Say everything; return what was said."""
        self._say_all("new")
        visit = _UpToTheTrial(self.person, self._at_the_time, between=self._between)
        with self._moment(timedelta(minutes=20)):
            visit.go()
        for when, after in LATER.items():
            self.now = BEGAN + after
            if when == "week_later":
                self._tick_one_action(visit)
            self._say_all(when)
        return self.said

    def _between(self, visit: Visit) -> None:
        if len(visit.asked) == UNDER_WAY and not any(one.when == "under_way" for one in self.said):
            self._say_all("under_way")

    def _say_all(self, when: str) -> None:
        for text in (text for moment, text in self.lines if moment == when):
            with self._moment(MEANWHILE):
                status, body = self.ask("POST", "/wimd", {"prompt": text})
            assert status == 200, body
            answer = Turn.objects.filter(speaker=Turn.Speaker.COACH).order_by("number").last()
            assert answer
            self.said.append(Said(when, text, answer))

    def _at_the_time(self, method: str, path: str, body: object) -> tuple[int, Json]:
        return self.ask(method, path, body)

    def _tick_one_action(self, visit: Visit) -> None:
        place = f"/ps101/experiments/{visit.experiment}"
        with self._moment(-timedelta(days=1)):
            _, body = self.ask("GET", place, None)
            actions = body["actions"]
            assert isinstance(actions, list)
            status, _ = self.ask("PATCH", f"{place}/actions/{actions[0]['id']}", {"done": True})
        self.now += timedelta(days=1)
        assert status == 200

    @contextmanager
    def _moment(self, after: timedelta) -> Iterator[None]:
        self.now += after
        # It goes on, so that what is kept later is later.
        with time_machine.travel(self.now, tick=True):
            yield


class _UpToTheTrial(Visit):
    """A visit that ends where the experiment runs: the plan stands, nothing is looked back at yet."""

    def _take(self) -> bool:
        assert self.journey
        return self.journey.gate != "reflection" and super()._take()

    def _end(self) -> None:
        assert self.journey
        if self.journey.gate != "reflection":
            super()._end()
        else:
            self._send("POST", "/api/ps101/extract-context", None)
            self.context()


def transcript(said: list[Said]) -> str:
    """Return a talk as text: the moment, who spoke, and the sentences an answer was made of."""
    lines: list[str] = []
    when = ""
    for one in said:
        if one.when != when:
            when = one.when
            lines += [f"=== {when}", ""]
        lines += [f"> {line}" for line in one.message.splitlines()]
        lines += [
            "",
            one.answer.text,
            "",
            f"    ({one.answer.kind}, {one.answer.move}; {', '.join(_buttons(one.answer))})",
            "",
        ]
    return "\n".join(lines)


def _buttons(turn: Turn) -> list[str]:
    return [str(code) for code in turn.choices] or ["no button"]


Play = Callable[[str], list[Said]]
