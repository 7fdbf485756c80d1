"""Answers as they come, with real processes and sockets: cables pulled, processes killed, tabs and devices beside each other."""

import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.ai.fake import FakeAI, Turn, fake_ai
from tests.people.everything import wait
from tests.processes import PROC, child_named, children_of, read
from tests.program import Program
from tests.ps101.answers import FAST_TRACK
from tests.served import Served, served
from tests.wimd.streaming.listening import Listener, come
from tests.wimd.streaming.talking import SENTENCES, TOLD, WORDS, done, tokens

pytestmark = [pytest.mark.served, pytest.mark.timeout(240)]
SLOWLY = Turn(WORDS, between=0.7)
"""A sentence is known to be whole when the next one begins: the first after 1.4 seconds."""


@dataclass(frozen=True)
class Place:
    """A running instance and the double its models are asked at."""

    running: Served
    provider: FakeAI
    open: list[Listener] = field(default_factory=list)

    @property
    def url(self) -> str:
        return self.running.url

    def listen(self, who: Program, turn_id: str = "", **more: Any) -> Listener:
        """Say something, or listen to an answer; the line is closed when the test is over."""
        self.open.append(Listener(self.url, who.token, turn_id, **more))
        return self.open[-1]

    def asked_for(self, who: Program) -> int:
        """Count the requests at the double since somebody came."""
        receipts = who.ask("GET", "/session/ai/receipts")[1]["receipts"]
        assert isinstance(receipts, list)
        assert len(receipts) == len(self.provider.asked)
        return len(receipts)


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    with fake_ai() as provider:
        keys = {"ANTHROPIC_API_KEY": "a-key", "ANTHROPIC_BASE_URL": provider.url}
        with served(**keys, RATE_CHAT="100000/h", RATE_MODELS="100000/h", MODELS_COACH="anthropic:large") as running:
            yield Place(running, provider)


@pytest.fixture
def ana(place: Place) -> Iterator[Program]:
    place.provider.turns.clear()
    place.provider.asked.clear()
    yield come(place.url)
    while place.open:
        place.open.pop().leave()


def last_turn(who: Program) -> dict[str, Any]:
    turns = who.ask("GET", "/wimd/conversation")[1]["turns"]
    assert isinstance(turns, list)
    last: dict[str, Any] = turns[-1]
    return last


def test_tabs_beside_each_other_hear_the_same_and_one_is_asked_for(place: Place, ana: Program) -> None:
    place.provider.script(SLOWLY)
    first = place.listen(ana)
    turn_id = first.until("start").json["turn_id"]
    with ThreadPoolExecutor(5) as tabs:
        others = [tabs.submit(lambda: list(place.listen(ana, turn_id))) for _ in range(4)]
        mine = list(first)
        heard = [one.result() for one in others]
    assert tokens(mine) == SENTENCES
    assert [tokens(one) for one in heard] == [SENTENCES] * 4
    assert {done(one)["message"] for one in (mine, *heard)} == {"".join(WORDS)}
    assert place.asked_for(ana) == 1


def test_a_second_tab_hears_a_sentence_before_all_of_it_is_there(place: Place, ana: Program) -> None:
    place.provider.script(Turn(WORDS, between=1.5))
    first = place.listen(ana)
    second = place.listen(ana, first.until("start").json["turn_id"])
    assert second.until("token").json["text"] == SENTENCES[0]
    assert last_turn(ana)["state"] == "speaking"
    assert tokens(second) == SENTENCES[1:]


def test_after_a_pulled_cable_it_goes_on_behind_what_was_heard(place: Place, ana: Program) -> None:
    place.provider.script(SLOWLY)
    first = place.listen(ana)
    turn_id = first.until("start").json["turn_id"]
    number = first.until("token").number
    first.leave()
    again = list(place.listen(ana, turn_id, last=number or 0))
    assert tokens(again) == SENTENCES[1:]
    assert (done(again)["message"], done(again)["degraded"]) == ("".join(WORDS), False)
    assert place.asked_for(ana) == 1


def test_another_device_reads_on_where_the_first_stopped(place: Place, ana: Program) -> None:
    place.provider.script(SLOWLY)
    code = ana.ask("POST", "/session/recovery-code")[1]["recovery_code"]
    first = place.listen(ana)
    turn_id = first.until("start").json["turn_id"]
    first.until("token")
    phone = Program(place.url)
    phone.token = str(phone.ask("POST", "/session/recover", {"recovery_code": code, "code": code})[1]["session_id"])
    assert tokens(place.listen(phone, turn_id)) == SENTENCES
    assert last_turn(phone)["text"] == "".join(WORDS)
    assert place.asked_for(phone) == 1


def test_a_process_that_dies_leaves_what_came_and_the_built_in_ending(place: Place, ana: Program) -> None:
    place.provider.script(Turn(WORDS, between=2.0))
    first = place.listen(ana)
    turn_id = first.until("start").json["turn_id"]
    first.until("token")
    arbiter = child_named(place.running.process.pid, "gunicorn")
    workers = [pid for pid in children_of(arbiter) if parent_of(pid) == arbiter]
    for pid in workers:
        os.kill(pid, signal.SIGKILL)
    assert [event.name for event in first if event.name == "done"] == []
    wait(lambda: answers(place))
    began = time.monotonic()
    found = list(place.listen(ana, turn_id))
    assert tokens(found)[0] == SENTENCES[0]
    assert done(found)["message"].startswith(SENTENCES[0].strip())
    assert done(found)["message"].endswith("?")
    assert (done(found)["source"], done(found)["degraded"]) == ("anthropic", True)
    assert time.monotonic() - began < 45
    assert place.asked_for(ana) == 1


def parent_of(pid: int) -> int:
    return int(read(PROC / str(pid) / "stat").rpartition(")")[2].split()[1])


def answers(place: Place) -> bool:
    try:
        return Program(place.url).ask("GET", "/health/ready")[0] == 200
    except OSError:
        return False


def test_stopping_from_elsewhere_ends_it_and_keeps_what_came(place: Place, ana: Program) -> None:
    place.provider.script(SLOWLY)
    first = place.listen(ana)
    turn_id = first.until("start").json["turn_id"]
    first.until("token")
    stopped = ana.ask("POST", f"/wimd/stream/{turn_id}/stop", {})[1]
    assert (stopped["state"], stopped["text"]) == ("stopped", SENTENCES[0].strip())
    rest = list(first)
    assert tokens(rest) == []
    assert done(rest)["state"] == "stopped"
    assert last_turn(ana)["text"] == SENTENCES[0].strip()


def test_erasing_meanwhile_ends_it_and_leaves_nothing(place: Place, ana: Program) -> None:
    place.provider.script(SLOWLY)
    first = place.listen(ana)
    first.until("token")
    user = str(ana.ask("GET", "/session")[1]["user_id"])
    assert ana.ask("DELETE", "/session")[0] == 200
    assert tokens(first) == []
    with closing(sqlite3.connect(place.running.var / "mosaic.sqlite3", timeout=20)) as database:
        for table in ("wimd_turn", "people_aireceipt", "people_person"):
            column = "id" if table == "people_person" else "person_id"
            found = database.execute(f"SELECT count(*) FROM {table} WHERE {column} = ?", [user.replace("-", "")])
            assert found.fetchone() == (0,), table


def test_a_provider_that_breaks_off_gets_the_built_in_ending(place: Place, ana: Program) -> None:
    place.provider.script(Turn(WORDS, between=0.2, cut_after=3))
    heard = list(place.listen(ana))
    assert tokens(heard)[0] == SENTENCES[0]
    assert done(heard)["message"].endswith("?")
    assert (done(heard)["source"], done(heard)["degraded"]) == ("anthropic", True)


def test_a_provider_that_hangs_is_left_for_the_built_in_answer(place: Place, ana: Program) -> None:
    place.provider.script(Turn(WORDS, before=30))
    began = time.monotonic()
    heard = list(place.listen(ana))
    assert time.monotonic() - began < 20
    assert (done(heard)["source"], done(heard)["degraded"]) == ("built-in", True)
    assert tokens(heard) == [done(heard)["message"]]


def test_two_people_hear_their_own_and_neither_is_told_of_the_other(place: Place, ana: Program) -> None:
    """The double speaks of the problem it was told of."""
    own = {"problem_statement": "I bake bread through the nights in Malmö and my back will not take it much longer."}
    ben = come(place.url, FAST_TRACK | own)
    place.provider.idle = about_their_problem
    place.provider.asked.clear()
    heard = {who: list(place.listen(who, text="what am I tired of?")) for who in (ana, ben)}
    place.provider.idle = None
    of_ana, of_ben = (str(asked.body) for asked in place.provider.asked)
    assert "warehouse supervisor" in of_ana
    assert "warehouse supervisor" not in of_ben
    assert "bake bread" in of_ben
    assert "bake bread" not in of_ana
    assert [done(heard[who])["source"] for who in (ana, ben)] == ["anthropic", "anthropic"]
    assert "warehouse supervisor" in done(heard[ana])["message"]
    assert "bake bread" in done(heard[ben])["message"]
    assert "bake bread" not in done(heard[ana])["message"]


def about_their_problem(_: str, body: dict[str, Any]) -> Turn:
    problem = str(body["system"]).split("They describe their problem so: ")[1].split("\n")[0].split(",")[0]
    words = " ".join(problem.rstrip(".").split()[:12])
    return Turn((f"You wrote: “{words}”. ", "What about that would you keep?"))


def test_nobody_reads_or_stops_somebody_else_s_answer(place: Place, ana: Program) -> None:
    place.provider.script(SLOWLY)
    first = place.listen(ana)
    turn_id = first.until("start").json["turn_id"]
    eve = Program(place.url)
    eve.token = str(eve.ask("POST", "/session")[1]["session_id"])
    assert eve.ask("GET", f"/wimd/stream/{turn_id}")[0] == 404
    assert eve.ask("POST", f"/wimd/stream/{turn_id}/stop", {})[0] == 404
    assert tokens(first) == SENTENCES


def test_nothing_of_it_stands_in_the_logs(place: Place, ana: Program) -> None:
    place.provider.script(Turn(WORDS))
    turn_id = place.listen(ana).until("done").json["result"]["turn_id"]
    logs = "".join(path.read_text() for path in (place.running.var / "logs").iterdir())
    assert "wimd/stream" in logs
    assert not [words for words in (TOLD, SENTENCES[0].strip(), ana.token, turn_id) if words in logs]
    assert "Traceback" not in (place.running.var / "logs" / "web.log").read_text()
