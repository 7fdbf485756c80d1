"""Messages in files, shared by processes: none lost, none twice, in order, and junk stops nobody."""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mosaic.lib.broker import ASIDE
from tests.lib.other_process import DONE, QUEUES, channel_of, drain, send
from tests.served import ROOT

MESSAGES = st.lists(st.tuples(st.sampled_from(QUEUES), st.text(max_size=20)), max_size=30)
few = settings(max_examples=12, deadline=None)
Process = subprocess.Popen[str]


@pytest.fixture(scope="module")
def two() -> Iterator[list[Process]]:
    """Start two processes that wait for orders."""
    started = [start(), start()]
    yield started
    for process in started:
        process.kill()
        process.communicate()


def start() -> Process:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.lib.other_process"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def tell(process: Process, folder: Path, **order: object) -> None:
    assert process.stdin is not None
    process.stdin.write(json.dumps({"folder": str(folder), **order}) + "\n")
    process.stdin.flush()


def said(process: Process) -> list[tuple[str, list[object]]]:
    """Return what a process took, once it is through."""
    assert process.stdout is not None
    return [tuple(json.loads(line)) for line in iter(process.stdout.readline, "end\n")]


def numbered(messages: list[tuple[str, str]], sender: str = "") -> list[tuple[str, list[object]]]:
    return [(queue, [sender, place, text]) for place, (queue, text) in enumerate(messages)]


def are_in_order(taken: list[tuple[str, list[object]]]) -> bool:
    """Whether, for each queue and sender, the messages come as they were sent."""
    places: dict[tuple[str, object], list[object]] = {}
    for queue, (sender, place, _) in taken:
        places.setdefault((queue, sender), []).append(place)
    return all(one == sorted(one) for one in places.values())  # type: ignore[type-var]  # places are numbers


def counted(messages: list[tuple[str, list[object]]]) -> Counter[str]:
    return Counter(json.dumps(message) for message in messages)


@few
@given(MESSAGES)
def test_two_processes_take_everything_once_and_in_order(two: list[Process], messages: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sent = numbered(messages)
        with channel_of(folder) as channel:
            for process in two:
                tell(process, folder, drain=True)
            for queue, value in sent:
                send(channel, queue, value)
            (folder / DONE).touch()
        taken = [said(process) for process in two]
        assert counted([*taken[0], *taken[1]]) == counted(sent)
        assert all(are_in_order(one) for one in taken)
        assert list((folder / "messages").iterdir()) == []


@few
@given(MESSAGES, MESSAGES)
def test_what_two_processes_send_at_once_arrives(
    two: list[Process], ana: list[tuple[str, str]], bob: list[tuple[str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sent = [numbered(ana, "ana"), numbered(bob, "bob")]
        for process, messages in zip(two, sent, strict=True):
            tell(process, folder, send=messages)
        with channel_of(folder) as channel:
            for process in two:
                said(process)
            (folder / DONE).touch()
            taken = [(queue, value) for queue, value in drain(channel, folder) if isinstance(value, list)]
            bindings = {queue: channel.get_table(queue) for queue in QUEUES}
        assert counted(taken) == counted([*sent[0], *sent[1]])
        assert are_in_order(taken)
        assert all(len(table) == 1 for table in bindings.values()), "two processes bound the same queue twice"


@few
@given(st.lists(st.one_of(st.binary(max_size=40), st.sampled_from([b"", b"{}", b"[]", b'{"properties": 1}', b'"x"']))))
def test_a_file_that_is_no_message_is_set_aside_and_stops_nobody(junk: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with channel_of(folder) as channel:
            for place, data in enumerate(junk):
                (folder / "messages" / f"0{place:04d}_junk.person.msg").write_bytes(data)
            send(channel, "person", "words")
            (folder / DONE).touch()
            assert list(drain(channel, folder)) == [("person", "words")]
        aside = folder / "messages" / ASIDE
        assert sorted(path.read_bytes() for path in aside.glob("*")) == sorted(junk)


def test_a_process_killed_while_it_takes_loses_at_most_the_one_in_its_hand(tmp_path: Path) -> None:
    sent = numbered([("person", "words")] * 300)
    victim = start()
    with channel_of(tmp_path) as channel:
        for queue, value in sent:
            send(channel, queue, value)
        tell(victim, tmp_path, drain=True)
        assert victim.stdout is not None
        first = victim.stdout.readline()
        victim.kill()
        before = [line for line in (first + victim.stdout.read()).splitlines() if line.endswith("]")]
        victim.communicate()
        (tmp_path / DONE).touch()
        after = [json.dumps(found) for found in drain(channel, tmp_path)]
    assert after, "the process was through before it could be killed"
    assert not set(before) & set(after)
    assert len({*before, *after}) >= len(sent) - 1
