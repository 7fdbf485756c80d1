"""Ways through flows: what somebody can do at any point, and flows of any shape to do it in."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from ps101.domain.engine import Standing, key_of
from ps101.domain.experiments import Gate
from ps101.domain.flow import Flow, Prompt, Step

ANSWER, ANSWER_ALL, LEAVE_OPEN, MEET, SWITCH = "answer", "answer all", "leave open", "meet", "switch"
ACTS = (ANSWER, ANSWER_ALL, LEAVE_OPEN, MEET, SWITCH)
"""To answer all that can be answered leads quickly to where gates alone are left."""


@dataclass
class Walk:
    """Somebody on a journey, as the services keep it: answers and gates stay, open keys belong to one flow."""

    flow: Flow
    other: Flow | None = None
    answered: dict[str, int] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    gates: set[Gate] = field(default_factory=set)

    @property
    def standing(self) -> Standing:
        """Where it stands now."""
        return Standing(self.flow, dict(self.answered), frozenset(self.skipped), frozenset(self.gates))

    def act(self, act: str, place: int = 0) -> None:
        """Do something; `place` chooses among what can be answered or met."""
        following = self.standing.next
        reachable = [prompt for prompt in self.flow.prompts if self.standing.is_reachable(prompt)]
        shut = self.standing.shut
        if act == ANSWER and reachable:
            self.answered[reachable[place % len(reachable)].key] = 10 + place
        elif act == ANSWER_ALL:
            self.answered |= {prompt.key: 10 + place for prompt in reachable if prompt.key not in self.answered}
        elif act == LEAVE_OPEN and following is not None:
            self.skipped.add(name_of(following))
        elif act == MEET and shut:
            self.meet(shut[place % len(shut)].gate)
        elif act == SWITCH and self.other:
            self.flow, self.other, self.skipped = self.other, self.flow, set()

    def meet(self, gate: Gate | None) -> None:
        """Do what a gate waits for."""
        if gate:
            self.gates.add(gate)

    def take(self, *, leaves_open: bool) -> None:
        """Do what comes next, or leave it open where that has not been done before."""
        following = self.standing.next
        if following is None:
            return
        if leaves_open and name_of(following) not in self.skipped:
            self.skipped.add(name_of(following))
        elif isinstance(following, Gate):
            self.meet(following)
        else:
            self.answered[following.key] = 100


def name_of(item: Prompt | Gate) -> str:
    """Return the key of what comes next."""
    return key_of(item) if isinstance(item, Gate) else item.key


def length_of(flow: Flow) -> int:
    """Count everything that can come next in a flow."""
    return len(flow.prompts) + sum(step.gate is not None for step in flow.steps)


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    """Draw a flow of any shape: some steps wait for gates, some open after an earlier one."""
    free, reached, steps = list(Gate), list[Gate](), []
    for number in range(draw(st.integers(1, 5))):
        opens_after = draw(st.sampled_from([None, *reached]))
        gate = draw(st.sampled_from([None, *free]))
        count = draw(st.integers(1, 3))
        prompts = tuple(_prompt(f"p{number}_{place}", is_required=draw(st.booleans())) for place in range(count))
        step = Step(
            key=f"s{number}", title="ab", purpose="ab", prompts=prompts, gate=gate, opens_after=opens_after
        )  # fmt: skip
        steps.append(step)
        if gate:
            free.remove(gate)
            reached.append(gate)
    read_after = draw(st.sampled_from([None, *(step.key for step in steps)]))
    return Flow(
        key="xx", version=1, language="en", title="ab", purpose="ab", steps=tuple(steps), read_after=read_after
    )  # fmt: skip


def _prompt(key: str, *, is_required: bool) -> Prompt:
    return Prompt(
        key=key, chip="ab", text="ab", hint="ab", example="ab", min_chars=10, minutes=0.5, required=is_required
    )
