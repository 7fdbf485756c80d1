"""The people of `people/`: what each would answer, do and be, as their files say it."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass

FOLDER = Path(__file__).parent / "people"
STRICT = ConfigDict(extra="forbid")
Words = Annotated[str, Field(min_length=1)]
Days = Annotated[int, Field(ge=0, le=60)]
Confidence = Annotated[int, Field(ge=1, le=10)]
Weight = Annotated[int, Field(ge=1, le=5)]


@dataclass(frozen=True, config=STRICT)
class Experiment:
    """What is tried; the day to look back is so many days ahead."""

    title: Words
    hypothesis: Words
    success_metric: Words
    resources: Words
    review_in_days: Days


@dataclass(frozen=True, config=STRICT)
class Obstacle:
    """What could get in the way."""

    kind: Literal["external", "internal"]
    label: Words
    strategy: Words


@dataclass(frozen=True, config=STRICT)
class Action:
    """A step of the plan."""

    label: Words
    in_days: Days


@dataclass(frozen=True, config=STRICT)
class Reflection:
    """What the experiment taught."""

    outcome: Words
    learning: Words
    cost: Words
    confidence_before: Confidence
    confidence_after: Confidence
    next_move: Literal["continue", "pivot", "archive"]


@dataclass(frozen=True, config=STRICT)
class Commitment:
    """What the person will do after it."""

    week: Words
    holding: Words
    telling: Words
    in_days: Days


@dataclass(frozen=True, config=STRICT)
class Experience:
    """Something done before, paid or unpaid; `ended` stays empty while it lasts."""

    kind: Literal["job", "care", "volunteering", "business", "training", "other"]
    title: Words
    place: str
    began: Annotated[str, Field(pattern=r"^\d{4}(-\d{2})?$")]
    ended: Annotated[str, Field(pattern=r"^(\d{4}(-\d{2})?)?$")]
    did: Words


@dataclass(frozen=True, config=STRICT)
class Leanings:
    """How much each side of work matters, from 1 to 5."""

    pay: Weight
    security: Weight
    autonomy: Weight
    meaning: Weight
    people: Weight
    flexibility: Weight
    learning: Weight


@dataclass(frozen=True, config=STRICT)
class Interests:
    """How much each kind of doing is liked, from 1 to 5."""

    R: Weight
    I: Weight  # noqa: E741  # the letters are what these kinds are called
    A: Weight
    S: Weight
    E: Weight
    C: Weight


@dataclass(frozen=True, config=STRICT)
class Simulated:
    """A person of ours. `skills` are what a careful reader takes from their answers, in plain words.

    `not_shown` are skills that were once found in them and that a careful reader does not take from them: what others
    did, what is only an idea, or other words altogether.

    Whoever begins with the Fast Track turns into Discovery afterwards, and is not asked the shared questions again.
    """

    name: Words
    flow: Literal["fast_track", "discovery"]
    skills: Annotated[tuple[Words, ...], Field(min_length=3)]
    not_shown: tuple[Words, ...]
    fast_track: dict[str, Words]
    discovery: dict[str, Words]
    ratings: dict[str, Confidence]
    experiment: Experiment
    obstacles: Annotated[tuple[Obstacle, ...], Field(min_length=1)]
    actions: Annotated[tuple[Action, ...], Field(min_length=3)]
    reflection: Reflection
    commitment: Commitment
    experiences: Annotated[tuple[Experience, ...], Field(min_length=1, max_length=3)]
    leanings: Leanings
    interests: Interests

    @property
    def flows(self) -> tuple[str, ...]:
        """The flows this person goes through, in order."""
        return ("fast_track", "discovery") if self.flow == "fast_track" else ("discovery",)

    def answer(self, flow: str, key: str) -> str:
        """Return what the person answers to a question in a flow."""
        return (self.fast_track if flow == "fast_track" else self.discovery)[key]


def read(path: Path) -> Simulated:
    """Return the person of a file."""
    return TypeAdapter(Simulated).validate_python(tomllib.loads(path.read_text(encoding="utf-8")))


def everybody() -> list[Simulated]:
    """Return all people, by name."""
    return [read(path) for path in sorted(FOLDER.glob("*.toml"))]
