"""A reading that waits for room, with real processes: all of them killed, the budget raised, started again."""

import json
import os
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.ai.fake import Turn, fake_ai
from tests.processes import children_of
from tests.program import Program
from tests.ps101.answers import FAST_TRACK
from tests.ps101.test_model_reading import BY_MODEL
from tests.served import Served, prepared, serving

pytestmark = [pytest.mark.served, pytest.mark.timeout(240)]


def test_a_reading_that_waits_outlives_its_processes_and_is_made_once_there_is_room() -> None:
    with fake_ai() as provider:
        keys = {"ANTHROPIC_API_KEY": "a-key", "ANTHROPIC_BASE_URL": provider.url}
        with prepared(**keys) as environment:
            with serving(environment | {"BUDGET_PERSON": "0"}) as running:
                ana = Program(running.url)
                tell(ana)
                wait(lambda: bool(context(ana)["waits_for_room"]))
                assert (context(ana)["status"], context(ana)["source"]) == ("ready", "built-in")
                kill(running)
            assert provider.asked == []
            provider.script(Turn((json.dumps(BY_MODEL),)))
            with serving(environment):
                time_passes(running.var)
                wait(lambda: context(ana)["source"] == "anthropic")
                assert [one["source"] for one in context(ana)["history"]] == ["built-in"]
                assert context(ana)["waits_for_room"] is None
            assert len(provider.asked) == 1


def tell(ana: Program) -> None:
    """Answer the Fast Track and let models read."""
    ana.token = str(ana.ask("POST", "/session")[1]["session_id"])
    ana.ask("PUT", "/session/ai", {"mode": "on"})
    journey = ana.ask("POST", "/ps101/journeys", {"flow": "fast_track"})[1]["id"]
    for key, text in FAST_TRACK.items():
        ana.ask("PUT", f"/ps101/journeys/{journey}/answers/{key}", {"text": text, "version": 0})
    assert ana.ask("POST", f"/ps101/journeys/{journey}/complete")[0] == 200


def context(ana: Program) -> dict[str, Any]:
    return ana.ask("GET", "/api/ps101/context")[1]


def kill(running: Served) -> None:
    """End everything as a power cut would."""
    for pid in (*children_of(running.process.pid), running.process.pid):
        os.kill(pid, signal.SIGKILL)


def time_passes(var: Path) -> None:
    """Let the time come at which it is tried again."""
    with closing(sqlite3.connect(var / "mosaic.sqlite3")) as database, database:
        database.execute("UPDATE ps101_context SET queued_at = '2020-01-01 00:00:00'")


def wait(until: Callable[[], bool], seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end
        time.sleep(0.2)
