"""Every way through a flow ends, no answer is lost on it, and all counts agree at every point."""

from hypothesis import given
from hypothesis import strategies as st

from ps101.domain.engine import key_of
from ps101.domain.experiments import Gate
from ps101.domain.flow import Flow, Prompt
from tests.ps101.test_engine import DISCOVERY, FAST_TRACK
from tests.ps101.ways import ACTS, ANSWER, MEET, Walk, flows, length_of, name_of

ANY_FLOW = st.one_of(st.just(DISCOVERY), st.just(FAST_TRACK), flows())
DOINGS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 50)), max_size=30)


def after(flow: Flow, doings: list[tuple[str, int]], other: Flow | None = None) -> Walk:
    """Return somebody who did all that."""
    walk = Walk(flow, other)
    for act, place in doings:
        walk.act(act, place)
    return walk


@given(ANY_FLOW, DOINGS, st.lists(st.booleans(), max_size=100))
def test_whatever_was_done_what_comes_next_leads_to_an_end(
    flow: Flow, doings: list[tuple[str, int]], left_open: list[bool]
) -> None:
    walk = after(flow, doings)
    for turn in range(2 * length_of(flow)):
        walk.take(leaves_open=turn < len(left_open) and left_open[turn])
    assert walk.standing.next is None
    assert walk.standing.can_complete
    assert walk.standing.current is None


@given(ANY_FLOW, DOINGS)
def test_nothing_comes_next_only_when_nothing_blocks(flow: Flow, doings: list[tuple[str, int]]) -> None:
    standing = after(flow, doings).standing
    assert standing.next is not None or standing.can_complete
    assert standing.can_complete == (not standing.blocking)
    assert not standing.can_complete or not standing.shut


@given(DOINGS)
def test_turning_to_the_other_flow_loses_no_answer(doings: list[tuple[str, int]]) -> None:
    walk, given_so_far = Walk(FAST_TRACK, DISCOVERY), set[str]()
    for act, place in doings:
        walk.act(act, place)
        assert given_so_far <= set(walk.answered)
        given_so_far = set(walk.answered)
        shared = given_so_far & {prompt.key for prompt in walk.flow.prompts}
        assert walk.standing.progress[0] == len(shared)
        assert shared.isdisjoint(walk.standing.open)


@given(ANY_FLOW, DOINGS)
def test_what_is_answered_is_never_asked_again(flow: Flow, doings: list[tuple[str, int]]) -> None:
    walk = after(flow, doings)
    for _ in range(2 * length_of(flow)):
        for item in (walk.standing.next, walk.standing.current):
            assert not isinstance(item, Prompt) or item.key not in walk.answered
            assert not isinstance(item, Gate) or item not in walk.gates
        walk.take(leaves_open=False)


@given(ANY_FLOW, DOINGS)
def test_no_question_of_a_closed_step_comes_next(flow: Flow, doings: list[tuple[str, int]]) -> None:
    standing = after(flow, doings).standing
    closed = {step.key for step in flow.steps if step.opens_after and step.opens_after not in standing.gates}
    for item in (standing.next, standing.current):
        if isinstance(item, Prompt):
            assert standing.is_reachable(item)
            assert flow.step_of(item.key).key not in closed
    assert standing.step is None or standing.step.key not in closed
    assert {prompt.key for prompt in flow.prompts if not standing.is_reachable(prompt)} == {
        prompt.key for step in flow.steps if step.key in closed for prompt in step.prompts
    }


@given(ANY_FLOW, DOINGS)
def test_counts_agree(flow: Flow, doings: list[tuple[str, int]]) -> None:
    walk = after(flow, doings)
    standing = walk.standing
    answered, total = standing.progress
    assert total == len(flow.prompts)
    assert answered + len(standing.open) == total
    waiting = {key_of(step.gate) for step in standing.shut if step.gate}
    required = {prompt.key for prompt in flow.prompts if prompt.required}
    assert set(standing.blocking) == (required & set(standing.open)) | waiting
    assert len(set(standing.blocking)) == len(standing.blocking)
    to_come = {*standing.open} - (walk.skipped - required)
    assert (standing.minutes_left == 0) == (not to_come)
    assert set(standing.to_extend) == {key for key, length in walk.answered.items() if _is_short(flow, key, length)}


def _is_short(flow: Flow, key: str, length: int) -> bool:
    prompt = flow.prompt(key)
    return prompt is not None and length < prompt.min_chars


@given(ANY_FLOW, DOINGS)
def test_what_keeps_answers_unread_also_keeps_them_from_being_whole(flow: Flow, doings: list[tuple[str, int]]) -> None:
    standing = after(flow, doings).standing
    kept = set(standing.unread)
    assert [key for key in standing.blocking if key in kept] == list(standing.unread)
    if flow.read_after is None:
        assert standing.unread == standing.blocking
        return
    keys = [step.key for step in flow.steps]
    later = flow.steps[keys.index(flow.read_after) + 1 :]
    assert kept.isdisjoint(prompt.key for step in later for prompt in step.prompts)
    assert kept.isdisjoint(key_of(step.gate) for step in later if step.gate)


@given(ANY_FLOW, DOINGS)
def test_answers_once_far_enough_to_be_read_stay_so(flow: Flow, doings: list[tuple[str, int]]) -> None:
    walk, was_ready, left = Walk(flow), False, length_of(flow) + 1
    for act, place in doings:
        walk.act(act, place)
        assert not was_ready or not walk.standing.unread
        was_ready = not walk.standing.unread
        now = len(walk.standing.open) + len(walk.standing.shut)
        assert now <= left
        left = now


@given(st.sets(st.sampled_from(list(Gate))), DOINGS)
def test_gates_left_open_come_back_at_the_end(left: set[Gate], doings: list[tuple[str, int]]) -> None:
    walk = after(DISCOVERY, [one for one in doings if one[0] == ANSWER])
    for gate in left:
        walk.skipped.add(key_of(gate))
    met = []
    for _ in range(2 * length_of(DISCOVERY)):
        following = walk.standing.next
        met += [following] if isinstance(following, Gate) else []
        walk.take(leaves_open=False)
    assert met == [gate for gate in Gate if gate not in left] + [gate for gate in Gate if gate in left]
    assert walk.standing.can_complete


@given(DOINGS)
def test_somebody_who_has_not_tried_it_yet_waits_there_with_everything_else_answered(
    doings: list[tuple[str, int]],
) -> None:
    walk = after(DISCOVERY, [one for one in doings if one[0] != MEET])
    for _ in range(3 * length_of(DISCOVERY)):
        if walk.standing.next is Gate.REFLECTION:
            walk.skipped.add(key_of(Gate.REFLECTION))
        else:
            walk.take(leaves_open=False)
    assert walk.standing.next is Gate.REFLECTION
    assert walk.standing.unread == ()
    assert walk.standing.blocking == ("gate:reflection", "new_skills")
    walk.meet(Gate.REFLECTION)
    opened = walk.standing
    assert opened.next == DISCOVERY.prompt("new_skills")


@given(ANY_FLOW, DOINGS)
def test_the_step_holds_what_comes_next(flow: Flow, doings: list[tuple[str, int]]) -> None:
    standing = after(flow, doings).standing
    following, step = standing.next, standing.step
    assert (following is None) == (step is None)
    if following and step:
        held = {prompt.key for prompt in step.prompts} | ({key_of(step.gate)} if step.gate else set())
        assert name_of(following) in held
