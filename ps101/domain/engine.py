"""Where a person stands in a flow, and what comes next. Structure is judged here, content never."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ps101.domain.flow import LONGEST_ANSWER, Flow, Prompt


class AnswerProblem(StrEnum):
    """Why an answer is not taken yet."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    RATING_MISSING = "rating_missing"
    RATING_OUT_OF_RANGE = "rating_out_of_range"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with an answer: the code, what was needed and what there is."""

    code: AnswerProblem
    needed: int
    found: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Answered keys with the length of each answer, and the keys somebody chose to leave open."""

    flow: Flow
    answered: Mapping[str, int]
    skipped: frozenset[str] = field(default_factory=frozenset)

    @property
    def progress(self) -> tuple[int, int]:
        """How many prompts of this flow are answered, of how many."""
        return sum(prompt.key in self.answered for prompt in self.flow.prompts), len(self.flow.prompts)

    @property
    def minutes_left(self) -> int:
        """The estimate for everything still unanswered and not left open, in whole minutes."""
        left = sum(prompt.minutes for prompt in self.flow.prompts if self._is_ahead(prompt))
        return int(left + 0.5) or (1 if left else 0)

    @property
    def current(self) -> Prompt | None:
        """The next prompt: the first that is neither answered nor left open, then required ones left open."""
        ahead = next((prompt for prompt in self.flow.prompts if self._is_ahead(prompt)), None)
        return ahead or next((prompt for prompt in self.flow.prompts if prompt.key in self.blocking), None)

    @property
    def open(self) -> tuple[str, ...]:
        """Keys without an answer, in order."""
        return tuple(prompt.key for prompt in self.flow.prompts if prompt.key not in self.answered)

    @property
    def blocking(self) -> tuple[str, ...]:
        """Keys that must be answered before the flow can be completed."""
        return tuple(prompt.key for prompt in self.flow.prompts if prompt.required and prompt.key not in self.answered)

    @property
    def can_complete(self) -> bool:
        """Whether nothing required is open."""
        return not self.blocking

    @property
    def to_extend(self) -> tuple[str, ...]:
        """Answered keys that came from a shorter flow and are below this one's minimum."""
        return tuple(
            prompt.key for prompt in self.flow.prompts if 0 < self.answered.get(prompt.key, 0) < prompt.min_chars
        )

    def before(self, key: str) -> Prompt | None:
        """Return the prompt before another, for going back."""
        prompts = self.flow.prompts
        place = next((at for at, prompt in enumerate(prompts) if prompt.key == key), 0)
        return prompts[place - 1] if place else None

    def _is_ahead(self, prompt: Prompt) -> bool:
        return prompt.key not in self.answered and prompt.key not in self.skipped


def judge(prompt: Prompt, text: str, rating: int | None) -> Finding | None:
    """Return what keeps an answer from being taken, or None. `text` is normalised already."""
    length = len(text.strip())
    if length < prompt.min_chars:
        return Finding(AnswerProblem.TOO_SHORT, prompt.min_chars, length)
    if length > LONGEST_ANSWER:
        return Finding(AnswerProblem.TOO_LONG, LONGEST_ANSWER, length)
    if prompt.rating and rating is None:
        return Finding(AnswerProblem.RATING_MISSING, 1, 0)
    if rating is not None and not 1 <= rating <= 10:
        return Finding(AnswerProblem.RATING_OUT_OF_RANGE, 10, rating)
    return None
