"""What one version of a flow changes of another."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from ps101.domain.flow import Flow, Prompt, Step


@dataclass(frozen=True, slots=True)
class Change:
    """One field that reads differently, as text."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A question, a step or the flow itself, with the fields that read differently."""

    key: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a version adds, leaves out and says differently. `is_reordered` speaks of questions that are in both."""

    added: tuple[Prompt, ...]
    removed: tuple[Prompt, ...]
    changed: tuple[Changed, ...]
    steps_added: tuple[Step, ...]
    steps_removed: tuple[Step, ...]
    steps_changed: tuple[Changed, ...]
    flow_changed: tuple[Change, ...]
    is_reordered: bool

    @property
    def is_empty(self) -> bool:
        """Whether both read the same."""
        return not any(getattr(self, one.name) for one in fields(self))


def compare(before: Flow, after: Flow) -> Difference:
    """Return what `after` changes of `before`; questions and steps are known again by their keys."""
    old, new = _prompts(before), _prompts(after)
    steps, new_steps = ({step.key: step for step in flow.steps} for flow in (before, after))
    return Difference(
        added=tuple(prompt for key, prompt in new.items() if key not in old),
        removed=tuple(prompt for key, prompt in old.items() if key not in new),
        changed=tuple(_changed_prompts(before, after)),
        steps_added=tuple(step for key, step in new_steps.items() if key not in steps),
        steps_removed=tuple(step for key, step in steps.items() if key not in new_steps),
        steps_changed=tuple(
            Changed(key, found)
            for key, step in new_steps.items()
            if key in steps and (found := tuple(_changes(steps[key], step, without=("key", "prompts"))))
        ),
        flow_changed=tuple(_changes(before, after, without=("key", "version", "steps"))),
        is_reordered=[key for key in old if key in new] != [key for key in new if key in old],
    )


def _prompts(flow: Flow) -> dict[str, Prompt]:
    return {prompt.key: prompt for prompt in flow.prompts}


def _changed_prompts(before: Flow, after: Flow) -> Iterator[Changed]:
    for prompt in after.prompts:
        former = before.prompt(prompt.key)
        if former is None:
            continue
        found = list(_changes(former, prompt, without=("key",)))
        steps = before.step_of(prompt.key).key, after.step_of(prompt.key).key
        if steps[0] != steps[1]:
            found.append(Change("step", *steps))
        if found:
            yield Changed(prompt.key, tuple(found))


def _changes(
    before: Flow | Step | Prompt, after: Flow | Step | Prompt, *, without: tuple[str, ...]
) -> Iterator[Change]:
    for one in fields(before):
        old, new = getattr(before, one.name), getattr(after, one.name)
        if one.name not in without and old != new:
            yield Change(one.name, _text(old), _text(new))


def _text(value: object) -> str:
    """Return a value as staff read and write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value if value is not None else "")
