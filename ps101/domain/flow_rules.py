"""What a flow has to be beyond the shape of its parts, and what about it deserves a second look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ps101.domain.experiments import Gate
from ps101.domain.flow import Flow

MOST_REQUIRED_MINUTES, MOST_MINUTES = 20, 45
LONGEST_SENTENCE = 20
_SENTENCE_END = re.compile(r"[.?!]+(?:[\s”’\"']|$)")

# The way to a part of a document: names of fields, and numbers of places in lists.
Place = tuple[str | int, ...]
Told = dict[str, str | int]


class Wrong(StrEnum):
    """Why a flow cannot be stored."""

    SYNTAX = "syntax"
    MISSING = "missing"
    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_WORD = "unknown_word"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    OUT_OF_RANGE = "out_of_range"
    LETTERS = "letters"
    EMPTY = "empty"
    KIND = "kind"
    PROMPT_TWICE = "prompt_twice"
    STEP_TWICE = "step_twice"
    GATE_TWICE = "gate_twice"
    GATE_NOT_BEFORE = "gate_not_before"
    NO_SUCH_STEP = "no_such_step"


class Notice(StrEnum):
    """What can be stored and deserves a second look."""

    REQUIRED_MINUTES = "required_minutes"
    ALL_MINUTES = "all_minutes"
    LONG_SENTENCE = "long_sentence"
    PROMPT_GONE = "prompt_gone"
    NEW_FLOW = "new_flow"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong, where, and the values its sentence names."""

    wrong: Wrong
    place: Place = ()
    told: Told = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at again, with the values its sentence names."""

    notice: Notice
    told: Told = field(default_factory=dict)


def flaws_of(flow: Flow) -> tuple[Flaw, ...]:
    """Return what its parts say against each other: keys, gates, and the step the answers are read after."""
    return (*_keys(flow), *_gates(flow), *_reading(flow))


def remarks_on(flow: Flow, active: Flow | None) -> tuple[Remark, ...]:
    """Return what deserves a second look, beside the version in use now."""
    return (*_minutes(flow), *_sentences(flow), *_gone(flow, active))


def _keys(flow: Flow) -> Iterator[Flaw]:
    steps, prompts = set[str](), set[str]()
    for at, step in enumerate(flow.steps):
        if step.key in steps:
            yield Flaw(Wrong.STEP_TWICE, ("steps", at, "key"), {"named": step.key})
        steps.add(step.key)
        for place, prompt in enumerate(step.prompts):
            if prompt.key in prompts:
                yield Flaw(Wrong.PROMPT_TWICE, ("steps", at, "prompts", place, "key"), {"named": prompt.key})
            prompts.add(prompt.key)


def _gates(flow: Flow) -> Iterator[Flaw]:
    before = set[Gate]()
    for at, step in enumerate(flow.steps):
        if step.opens_after and step.opens_after not in before:
            yield Flaw(Wrong.GATE_NOT_BEFORE, ("steps", at, "opens_after"), {"named": step.opens_after})
        if step.gate and step.gate in before:
            yield Flaw(Wrong.GATE_TWICE, ("steps", at, "gate"), {"named": step.gate})
        before |= {step.gate} if step.gate else set()


def _reading(flow: Flow) -> Iterator[Flaw]:
    if flow.read_after and flow.read_after not in {step.key for step in flow.steps}:
        yield Flaw(Wrong.NO_SUCH_STEP, ("read_after",), {"named": flow.read_after})


def _minutes(flow: Flow) -> Iterator[Remark]:
    required = sum(prompt.minutes for prompt in flow.prompts if prompt.required)
    if required > MOST_REQUIRED_MINUTES:
        yield Remark(Notice.REQUIRED_MINUTES, {"found": f"{required:g}", "most": MOST_REQUIRED_MINUTES})
    if flow.minutes > MOST_MINUTES:
        yield Remark(Notice.ALL_MINUTES, {"found": f"{flow.minutes:g}", "most": MOST_MINUTES})


def _sentences(flow: Flow) -> Iterator[Remark]:
    texts = [(flow.key, flow.purpose)]
    texts += [(step.key, step.purpose) for step in flow.steps]
    texts += [(prompt.key, text) for prompt in flow.prompts for text in (prompt.text, prompt.hint)]
    for key, text in texts:
        longest = max(len(sentence.split()) for sentence in _SENTENCE_END.split(text))
        if longest > LONGEST_SENTENCE:
            yield Remark(Notice.LONG_SENTENCE, {"key": key, "found": longest, "most": LONGEST_SENTENCE})


def _gone(flow: Flow, active: Flow | None) -> Iterator[Remark]:
    if active is None:
        yield Remark(Notice.NEW_FLOW, {"key": flow.key})
        return
    for prompt in active.prompts:
        if flow.prompt(prompt.key) is None:
            yield Remark(Notice.PROMPT_GONE, {"key": prompt.key})
