"""One person's way through the API: begins, answers what is asked, does what a step waits for, ends."""

import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

from tests.simulation.files import Simulated

Json = dict[str, object]
Ask = Callable[[str, str, object], tuple[int, Json]]
MOST_TURNS = 120
LONGEST_WAIT = 60.0
ALSO_MORE = ConfigDict(extra="ignore")


class Stuck(Exception):
    """The product did not do what this person needed; says where."""


@dataclass(frozen=True, config=ALSO_MORE)
class Prompt:
    """A question as the API shows it."""

    key: str
    minutes: float
    rating: bool


@dataclass(frozen=True, config=ALSO_MORE)
class Progress:
    """How much is answered."""

    answered: int
    total: int


@dataclass(frozen=True, config=ALSO_MORE)
class Journey:
    """A journey as the API shows it; the gate, when there is one, comes before the question."""

    id: str
    flow: str
    status: str
    progress: Progress
    current_prompt: Prompt | None
    gate: str | None
    open: list[str]


class Visit:
    """What happened so far: what was asked, in which words it was answered."""

    def __init__(self, person: Simulated, ask: Ask, *, between: "Callable[[Visit], None] | None" = None) -> None:
        self.person, self.ask, self.between = person, ask, between
        self.asked: list[str] = []
        self.said: list[str] = []
        self.minutes = 0.0
        self.is_finished = False
        self.answers: dict[str, str] = {}
        self.experiment = ""
        self.journey: Journey | None = None

    def go(self) -> None:
        """Go through everything this person wants. Raises Stuck."""
        for flow in self.person.flows:
            self._begin(flow)
            for _ in range(MOST_TURNS):
                if not self._take():
                    break
                if self.between:
                    self.between(self)
            self._end()
        self.is_finished = True

    def context(self) -> Json:
        """Return what was understood, once it has been read."""
        until = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < until:
            _, body = self.ask("GET", "/api/ps101/context", None)
            if body["status"] in ("ready", "failed"):
                return body
            time.sleep(0.1)
        raise Stuck("the context was not read in time")

    def check(self) -> None:
        """See that everything stands as it stood, and that the last words are there. Raises Stuck."""
        assert self.journey
        if self._look(self.journey.id) != self.journey:
            raise Stuck("the journey stands elsewhere")
        if not self.asked:
            return
        key = self.asked[-1]
        status, body = self.ask("PUT", self._place(key), self._body(key))
        answer = body.get("answer")
        if (
            status != 200
            or not isinstance(answer, dict)
            or (answer["text"], answer["version"]) != (self.answers[key], 1)
        ):
            raise Stuck(f"the answer to {key} is not there as it was given")

    @property
    def asked_twice(self) -> list[str]:
        """Questions that came more than once."""
        return sorted({key for key in self.asked if self.asked.count(key) > 1})

    def _begin(self, flow: str) -> None:
        self.journey = journey_in(self._send("POST", "/ps101/journeys", {"flow": flow}))

    def _take(self) -> bool:
        """Do what comes next; return whether there was anything."""
        assert self.journey
        if self.journey.gate:
            self._meet(self.journey.gate)
        elif self.journey.current_prompt:
            self._answer(self.journey.current_prompt)
        else:
            return False
        self.journey = self._look(self.journey.id)
        return True

    def _answer(self, prompt: Prompt) -> None:
        assert self.journey
        self.asked.append(prompt.key)
        self.minutes += prompt.minutes
        text = self.answers[prompt.key] = self.person.answer(self.journey.flow, prompt.key)
        self.said.append(text)
        self._send("PUT", self._place(prompt.key), self._body(prompt.key))

    def _place(self, key: str) -> str:
        assert self.journey
        return f"/ps101/journeys/{self.journey.id}/answers/{key}"

    def _body(self, key: str) -> Json:
        rating = self.person.ratings.get(key)
        return {"text": self.answers[key], "version": 0, **({"rating": rating} if rating else {})}

    def _meet(self, gate: str) -> None:
        """Do what a step waits for."""
        place = f"/ps101/experiments/{self.experiment}"
        if gate == "experiment":
            plan = asdict(self.person.experiment)
            plan["review_on"] = day_in(plan.pop("review_in_days"))
            self.experiment = str(self._send("POST", "/ps101/experiments", plan)["id"])
        elif gate == "obstacle":
            for obstacle in self.person.obstacles:
                self._send("POST", f"{place}/obstacles", asdict(obstacle))
        elif gate == "actions":
            for action in self.person.actions:
                self._send("POST", f"{place}/actions", {"label": action.label, "due_on": day_in(action.in_days)})
        else:
            told = self.person.reflection
            self.said.append(f"{told.outcome}\n\n{told.learning}")
            self._send("PUT", f"{place}/reflection", asdict(told))

    def _end(self) -> None:
        assert self.journey
        self.journey = journey_in(self._send("POST", f"/ps101/journeys/{self.journey.id}/complete", None))
        if self.journey.status != "completed" or self.journey.open:
            raise Stuck(f"{self.journey.flow} is {self.journey.status}, open: {self.journey.open}")
        self.context()

    def _look(self, journey: str) -> Journey:
        return journey_in(self._send("GET", f"/ps101/journeys/{journey}", None))

    def _send(self, method: str, path: str, body: object) -> Json:
        status, answer = self.ask(method, path, body)
        if status >= 400:
            raise Stuck(f"{method} {path}: {status} {answer.get('code', '')}")
        return answer


def journey_in(body: Json) -> Journey:
    """Return a journey from an answer of the API."""
    return TypeAdapter(Journey).validate_python(body)


def day_in(days: int) -> str:
    """Return a day ahead."""
    return (datetime.now(tz=UTC).date() + timedelta(days=days)).isoformat()
