"""A flow as data: steps and prompts. The engine knows no step numbers and no wording."""

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from ps101.domain.experiments import Gate

STRICT = ConfigDict(extra="forbid")
LONGEST_ANSWER = 5000
Key = Annotated[str, Field(pattern=r"^[a-z0-9_]{2,40}$")]
Line = Annotated[str, Field(min_length=2, max_length=200, pattern=r"^\P{Cc}*$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")]


class Feed(StrEnum):
    """What an answer tells about a person: a context field or a kind of fact."""

    PROBLEM_DEFINITION = "problem_definition"
    PASSIONS = "passions"
    SKILLS = "skills"
    SECRET_POWERS = "secret_powers"
    PROPOSED_EXPERIMENTS = "proposed_experiments"
    INTERNAL_OBSTACLES = "internal_obstacles"
    EXTERNAL_OBSTACLES = "external_obstacles"
    SUCCESS_SIGN = "success_sign"
    EXPERIENCE = "experience"
    CONFIDENCE = "confidence"
    NETWORK = "network"
    ACTION = "action"
    VALUE = "value"
    GOAL = "goal"


class Tool(StrEnum):
    """A small form beside a prompt that helps to fill the answer."""

    PLUS_DELTA = "plus_delta"
    REFLECT_BACK = "reflect_back"
    FIVE_WHYS = "five_whys"
    PASSION_SKILL = "passion_skill"
    URGENT_IMPORTANT = "urgent_important"
    TINY_HABIT = "tiny_habit"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Prompt:
    """One question. `min_chars` counts the normalised text; `minutes` is an estimate."""

    key: Key
    chip: Line
    purpose: Annotated[str, Field(max_length=200, pattern=r"^\P{Cc}*$")] = ""
    text: Line
    hint: Line
    example: Line
    min_chars: Annotated[int, Field(ge=1, le=LONGEST_ANSWER)]
    minutes: Annotated[float, Field(gt=0, le=10)]
    required: bool
    rating: bool = False
    feeds: tuple[Feed, ...] = ()
    tools: tuple[Tool, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Step:
    """Prompts that belong together. `gate` is what the step waits for beside them; `opens_after` one before it."""

    key: Key
    title: Line
    purpose: Line
    prompts: Annotated[tuple[Prompt, ...], Field(min_length=1)]
    gate: Gate | None = None
    opens_after: Gate | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Flow:
    """One version of a flow. After the step `read_after` the answers are read for the first time; else at the end."""

    key: Key
    version: Annotated[int, Field(ge=1, le=9999)]
    language: Language
    title: Line
    purpose: Line
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    read_after: Key | None = None

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """All prompts in order."""
        return tuple(prompt for step in self.steps for prompt in step.prompts)

    @property
    def minutes(self) -> float:
        """The estimate for all prompts."""
        return sum(prompt.minutes for prompt in self.prompts)

    def prompt(self, key: str) -> Prompt | None:
        """Return a prompt by its key."""
        return next((prompt for prompt in self.prompts if prompt.key == key), None)

    def step_of(self, key: str) -> Step:
        """Return the step that holds a prompt. Raises StopIteration for an unknown key."""
        return next(step for step in self.steps if any(prompt.key == key for prompt in step.prompts))

    def number_of(self, key: str) -> str:
        """Return where a prompt stands, for people: “6.1”, or “4” in a flow of one step."""
        for at, step in enumerate(self.steps, 1):
            for place, prompt in enumerate(step.prompts, 1):
                if prompt.key == key:
                    return f"{at}.{place}" if len(self.steps) > 1 else str(place)
        raise KeyError(key)
