"""Where a person stands in a flow, and what comes next. Structure is judged here, content never."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ps101.domain.experiments import Gate
from ps101.domain.flow import LONGEST_ANSWER, Flow, Prompt, Step


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


def key_of(gate: Gate) -> str:
    """Return the key a gate has beside the keys of prompts; no prompt can have it."""
    return f"gate:{gate}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Answered keys with the length of each answer, the keys left open on purpose, and the gates that stand open.

    Gates at the end of a step come after its prompts and can be left for later like these. Only a step that
    `opens_after` a gate stays closed until then.
    """

    flow: Flow
    answered: Mapping[str, int]
    skipped: frozenset[str] = field(default_factory=frozenset)
    gates: frozenset[Gate] = field(default_factory=frozenset)

    @property
    def progress(self) -> tuple[int, int]:
        """How many prompts of this flow are answered, of how many."""
        return sum(prompt.key in self.answered for prompt in self.flow.prompts), len(self.flow.prompts)

    @property
    def minutes_left(self) -> int:
        """The estimate for everything that is still to come, in whole minutes; a required one left open comes back."""
        left = sum(
            prompt.minutes for prompt in self.flow.prompts if self._is_ahead(prompt) or self._is_blocking(prompt)
        )
        return int(left + 0.5) or (1 if left else 0)

    @property
    def next(self) -> Prompt | Gate | None:
        """What comes next: all that is ahead in order, then what must not stay open, then nothing.

        Nothing comes next either while a closed step waits for its gate.
        """
        ahead = next(self._ahead(), None)
        return ahead or self._left_open

    @property
    def step(self) -> Step | None:
        """The step in which something comes next."""
        item = self.next
        if isinstance(item, Prompt):
            return self.flow.step_of(item.key)
        return next((step for step in self.flow.steps if item and step.gate is item), None)

    @property
    def current(self) -> Prompt | None:
        """The next prompt, with gates passed over."""
        prompts = (one for one in self._ahead() if isinstance(one, Prompt))
        required = (prompt for prompt in self._reachable() if self._is_blocking(prompt))
        return next(prompts, None) or next(required, None)

    @property
    def open(self) -> tuple[str, ...]:
        """Keys without an answer, in order."""
        return tuple(prompt.key for prompt in self.flow.prompts if prompt.key not in self.answered)

    @property
    def shut(self) -> tuple[Step, ...]:
        """Steps whose gate still waits for something, in order."""
        return tuple(step for step in self.flow.steps if step.gate and step.gate not in self.gates)

    @property
    def blocking(self) -> tuple[str, ...]:
        """Keys of what must be there before the flow can be completed, in order."""
        return tuple(self._blocking_in(self.flow.steps, gates=tuple(step.gate for step in self.shut if step.gate)))

    @property
    def unread(self) -> tuple[str, ...]:
        """Keys of what must be there before the answers are read, in order: all up to the step `read_after`."""
        if self.flow.read_after is None:
            return self.blocking
        keys = [step.key for step in self.flow.steps]
        until = keys.index(self.flow.read_after)
        last = self.flow.steps[until]
        waits = (last.gate,) if last.gate and last.gate not in self.gates else ()
        return tuple(self._blocking_in(self.flow.steps[: until + 1], gates=waits))

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

    def is_reachable(self, prompt: Prompt) -> bool:
        """Whether a prompt can be answered now."""
        return self._is_unlocked(self.flow.step_of(prompt.key))

    def before(self, key: str) -> Prompt | None:
        """Return the prompt before another, for going back."""
        prompts = self.flow.prompts
        place = next((at for at, prompt in enumerate(prompts) if prompt.key == key), 0)
        return prompts[place - 1] if place else None

    @property
    def _left_open(self) -> Prompt | Gate | None:
        for step in self.flow.steps:
            if not self._is_unlocked(step):
                break
            prompt = next(filter(self._is_blocking, step.prompts), None)
            if prompt or (step.gate and step.gate not in self.gates):
                return prompt or step.gate
        return None

    def _ahead(self) -> Iterator[Prompt | Gate]:
        for step in self.flow.steps:
            if not self._is_unlocked(step):
                return
            yield from filter(self._is_ahead, step.prompts)
            if step.gate and step.gate not in self.gates and key_of(step.gate) not in self.skipped:
                yield step.gate

    def _reachable(self) -> Iterator[Prompt]:
        return (prompt for step in self.flow.steps if self._is_unlocked(step) for prompt in step.prompts)

    def _blocking_in(self, steps: tuple[Step, ...], *, gates: tuple[Gate, ...]) -> Iterator[str]:
        for step in steps:
            yield from (prompt.key for prompt in step.prompts if self._is_blocking(prompt))
            if step.gate in gates:
                yield key_of(step.gate)

    def _is_unlocked(self, step: Step) -> bool:
        return step.opens_after is None or step.opens_after in self.gates

    def _is_ahead(self, prompt: Prompt) -> bool:
        return prompt.key not in self.answered and prompt.key not in self.skipped

    def _is_blocking(self, prompt: Prompt) -> bool:
        return prompt.required and prompt.key not in self.answered


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
