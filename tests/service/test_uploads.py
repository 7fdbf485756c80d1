"""Large files on a running instance: never whole in memory, never twice, never left behind."""

import os
import signal
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.processes import highest_of, lying_in, web_of
from tests.program import BOUNDARY, Program
from tests.served import Served, served
from tests.service.test_served import somebody, wait

pytestmark = [pytest.mark.served, pytest.mark.timeout(240)]
MIB = 1024 * 1024
AT_ONCE = 12
MOST_MORE = 120.0
"""MiB a web process may grow by while 300 MiB come in: threads and their buffers, not files."""


@pytest.fixture(scope="module")
def mosaic() -> Iterator[Served]:
    with served(RATE_UPLOADS="100000/h") as running:
        yield running


def recording(number: int, size: int = 25 * MIB) -> bytes:
    return b"ID3\x04\x00\x00\x00\x00\x00\x00" + number.to_bytes(4, "big") + os.urandom(MIB) * (size // MIB - 1)


def stored(mosaic: Served) -> list[Path]:
    return [path for path in (mosaic.var / "media" / "persons").rglob("*") if path.is_file()]


def test_large_files_at_once_never_lie_in_memory(mosaic: Served) -> None:
    webs = web_of(mosaic.process.pid)
    first = somebody(mosaic.url)
    assert first.upload("first.mp3", recording(0))[0] == 201
    before = highest_of(webs)
    people = [somebody(mosaic.url) for _ in range(AT_ONCE)]
    data = recording(1)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(lambda one: one.upload("talk.mp3", data)[0], people))
    assert answers == [201] * AT_ONCE
    grown = highest_of(webs) - before
    assert grown < MOST_MORE, f"{grown:.0f} MiB more for {AT_ONCE * 25} MiB"
    assert lying_in(mosaic.var / "incoming", webs) == []


def test_the_same_bytes_sent_at_the_same_moment_are_one_file(mosaic: Served) -> None:
    ana, data, before = somebody(mosaic.url), recording(2, 8 * MIB), len(stored(mosaic))
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda number: ana.upload(f"talk-{number}.mp3", data), range(8)))
    assert {status for status, _ in answers} == {201}
    assert len({str(body["file"]["id"]) for _, body in answers}) == 1  # type: ignore[index]  # the contract's shape
    assert len(stored(mosaic)) == before + 1


def test_files_sent_at_the_same_moment_do_not_pass_the_limit_together(mosaic: Served) -> None:
    ana = somebody(mosaic.url)
    files = [recording(number, 20 * MIB) for number in range(10, 16)]
    with ThreadPoolExecutor(len(files)) as pool:
        answers = list(pool.map(lambda data: ana.upload("talk.mp3", data), files))
    assert sorted(status for status, _ in answers) == [201] * 4 + [413] * 2
    refused = next(body for status, body in answers if status == 413)
    assert (refused["code"], refused["limit"]) == ("quota_exceeded", 85 * MIB)
    assert len(ana.ask("GET", "/wimd/uploads")[1]["uploads"]) == 4  # type: ignore[arg-type]  # the contract's shape


def test_a_killed_process_leaves_nothing_of_an_upload(mosaic: Served) -> None:
    ana, before = somebody(mosaic.url), len(stored(mosaic))
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.mp3"\r\n\r\n'.encode()
    connection = HTTPConnection(ana.host, timeout=30)
    connection.putrequest("POST", "/wimd/upload")
    connection.putheader("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
    connection.putheader("Content-Length", str(20 * MIB))
    connection.putheader("X-Session-ID", ana.token)
    connection.endheaders(head + recording(20, 5 * MIB))
    folder = mosaic.var / "incoming"

    def holding() -> list[int]:
        return [pid for pid in web_of(mosaic.process.pid) if lying_in(folder, [pid])]

    wait(lambda: bool(holding()))
    os.kill(holding()[0], signal.SIGKILL)
    wait(lambda: not holding())
    connection.close()
    assert list(folder.iterdir()) == []
    assert len(stored(mosaic)) == before
    again = Program(mosaic.url)
    again.token = ana.token
    wait(lambda: len(web_of(mosaic.process.pid)) > 2)
    assert again.ask("GET", "/wimd/uploads")[1]["uploads"] == []
    database = sqlite3.connect(mosaic.var / "mosaic.sqlite3")
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
