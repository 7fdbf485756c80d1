"""Running instances: they start, stop, survive a killed worker, and keep to themselves."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.journey.resume_file import as_docx, as_pdf
from tests.processes import child_named, children_of, left_of, lying_in, web_of
from tests.program import BOUNDARY, Program
from tests.served import ROOT, Served, free_port, prepared, served, serving
from tests.tools import POSTGRES, answers, fresh_database, need

pytestmark = [pytest.mark.served, pytest.mark.timeout(240)]
MIB = 1024 * 1024
NOBODY = "postgres://postgres@127.0.0.1:1/none"


class Browser:
    """Somebody's browser: holds cookies and sends our forms with their token."""

    def __init__(self, jar: CookieJar) -> None:
        self.jar = jar
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def get(self, url: str) -> tuple[int, str, str]:
        """Return status, final address and text of a page."""
        try:
            with self.opener.open(url, timeout=60) as answer:
                return answer.status, answer.url, answer.read().decode()
        except HTTPError as error:
            return error.code, url, error.read().decode()

    def start(self, url: str) -> None:
        """Start discovery with the form on the door."""
        found = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', self.get(f"{url}/")[2])
        assert found
        fields = urllib.parse.urlencode({"flow": "fast_track", "csrfmiddlewaretoken": found[1]})
        self.opener.open(f"{url}/discovery/start/", fields.encode(), timeout=60).close()


@pytest.fixture(scope="module")
def mosaic() -> Iterator[Served]:
    """Run an instance that no test here breaks."""
    with served() as running:
        yield running


def somebody(url: str) -> Program:
    program = Program(url)
    program.token = str(program.ask("POST", "/session")[1]["session_id"])
    return program


def wait(until: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


def command(name: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run one of our commands in a folder of its own."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", name],
        cwd=ROOT,
        env=keep | {"MOSAIC_VAR": str(folder), "MOSAIC_MODE": "embedded", **variables},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


# --- starting ---


def test_a_second_start_on_a_taken_port_says_so_in_one_sentence(mosaic: Served, tmp_path: Path) -> None:
    port = urlsplit(mosaic.url).port
    ended = command("serve", tmp_path, PORT=str(port))
    assert ended.returncode != 0
    assert ended.stderr.strip() == f"CommandError: Port {port} is in use. Choose another: PORT=8001 script/server"
    assert left_of(tmp_path) == []


@pytest.mark.parametrize("name", ["prepare", "serve"])
def test_a_database_that_does_not_answer_stops_the_start_in_one_sentence(name: str, tmp_path: Path) -> None:
    ended = command(name, tmp_path, DATABASE_URL=NOBODY, PORT=str(free_port()))
    assert ended.returncode != 0
    assert ended.stderr.startswith("The postgresql database named by DATABASE_URL does not answer.")
    assert len(ended.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "mosaic.sqlite3").exists()


@pytest.mark.parametrize("part", ["worker", "beat"])
def test_neither_worker_nor_clock_start_without_the_database(part: str, tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "celery", "-A", "mosaic", part],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "MOSAIC_VAR": str(tmp_path), "DATABASE_URL": NOBODY},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode != 0
    assert ended.stderr.strip().splitlines()[-1].startswith("The postgresql database named by DATABASE_URL")
    assert "Traceback" not in ended.stderr


# --- what is counted ---


def test_metrics_add_up_over_processes_and_open_to_this_machine_alone(mosaic: Served) -> None:
    def counted() -> int:
        text = Program(mosaic.url).raw("GET", "/metrics", None)[2].decode()
        found = re.search(r'mosaic_answers_total\{route="version",status="2xx"\} ([\d.]+)', text)
        return int(float(found[1])) if found else 0

    before, asked = counted(), 0
    with ThreadPoolExecutor(20) as pool:
        while asked < 400 and (asked == 0 or len(list((mosaic.var / "metrics").glob("counter_*.db"))) < 2):
            list(pool.map(lambda _: Program(mosaic.url).ask("GET", "/version"), range(20)))
            asked += 20
    assert counted() == before + asked
    forwarded = Program(mosaic.url).raw("GET", "/metrics", None, **{"X-Forwarded-For": "127.0.0.1"})
    assert forwarded[0] == 403


# --- files that are too large ---


def incoming(mosaic: Served) -> list[Path]:
    return list((mosaic.var / "incoming").iterdir())


@pytest.mark.parametrize(("size", "limit"), [(50 * MIB, 25 * MIB), (9 * MIB, 8 * MIB)])
def test_a_file_over_its_limit_ends_early_and_leaves_nothing(mosaic: Served, size: int, limit: int) -> None:
    ana = somebody(mosaic.url)
    status, body = ana.upload("cv.pdf", b"%PDF-1.4\n" + b"x" * size)
    assert (status, body["code"], body["limit"]) == (413, "file_too_large", limit)
    assert incoming(mosaic) == []
    assert ana.ask("GET", "/wimd/uploads")[1]["uploads"] == []


def test_a_file_over_its_limit_gets_a_page_from_a_form(mosaic: Served) -> None:
    ana = Program(mosaic.url)
    body = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'.encode() + b"x" * 90 * MIB
    )
    sent = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    status, headers, page = ana.raw("POST", "/coach/files/", body, **sent)
    assert (status, headers["Content-Type"].partition(";")[0]) == (413, "text/html")
    assert "together are larger than 85 MB" in page.decode()
    assert incoming(mosaic) == []


def test_an_upload_that_breaks_off_leaves_nothing(mosaic: Served) -> None:
    ana = somebody(mosaic.url)
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'.encode()
    connection = HTTPConnection(ana.host, timeout=30)
    connection.putrequest("POST", "/wimd/upload")
    for name, value in {
        "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        "Content-Length": str(5 * MIB),
        "X-Session-ID": ana.token,
    }.items():
        connection.putheader(name, value)
    connection.endheaders(head + b"%PDF-1.4\n" + b"x" * MIB)
    folder, webs = mosaic.var / "incoming", web_of(mosaic.process.pid)
    wait(lambda: bool(lying_in(folder, webs)))
    assert incoming(mosaic) == []
    connection.close()
    wait(lambda: not lying_in(folder, webs))
    assert ana.ask("GET", "/wimd/uploads")[1]["uploads"] == []


# --- a worker that is killed ---


def test_work_of_a_killed_worker_is_taken_up_again_and_done_once() -> None:
    with prepared() as environment:
        var = Path(environment["MOSAIC_VAR"])
        with serving(environment) as running:
            token, reading = kill_while_reading(running)
            assert running.process.wait(timeout=30) != 0
        assert "worker-person ended by itself (exit code -9)" in (var / "said").read_text()
        wait(lambda: left_of(var) == [] and not Path(f"/proc/{reading}").exists(), 10)
        time_passes(var)
        with serving(environment) as running:
            ana = Program(running.url)
            ana.token = token
            wait(lambda: states_of(ana) == ["ready", "ready"])
            facts = ana.ask("GET", "/wimd/facts")[1]["facts"]
        assert running.process.returncode == 0
        assert left_of(var) == []
        assert "Traceback" not in (var / "said").read_text()
        assert isinstance(facts, list)
        assert len({fact["id"] for fact in facts}) == len({(fact["kind"], fact["label"]) for fact in facts}) > 3
        assert rows(var, "SELECT name, count(*) FROM journal_event WHERE name = 'file_read' GROUP BY name")[0][1] == 2
        assert sorted(rows(var, "SELECT attempts FROM wimd_upload")) == [(1,), (2,)]


def kill_while_reading(running: Served) -> tuple[str, int]:
    """Kill a worker that reads one file, with the message for another one lost; return the token and the reader."""
    serve = running.process.pid
    first, other = child_named(serve, "person@"), child_named(serve, "all@")
    for worker in (first, other):
        os.kill(worker, signal.SIGSTOP)
    ana = somebody(running.url)
    for name, data in (("cv.docx", as_docx()), ("cv.pdf", as_pdf())):
        assert ana.upload(name, data)[0] == 201
        if name == "cv.docx":
            messages = list((running.var / "broker" / "messages").glob("*.person.msg"))
            assert len(messages) == 1
            messages[0].unlink()
    os.kill(first, signal.SIGCONT)
    wait(lambda: bool(rows(running.var, "SELECT 1 FROM wimd_upload WHERE state = 'running'")))
    wait(lambda: bool(children_of(first)))
    reading = next(iter(children_of(first)))
    os.kill(first, signal.SIGKILL)
    os.kill(other, signal.SIGCONT)
    return ana.token, reading


def time_passes(var: Path) -> None:
    """Let leases and patience run out."""
    with sqlite3.connect(var / "mosaic.sqlite3") as database:
        database.execute("UPDATE wimd_upload SET claimed_until = '2020-01-01 00:00:00' WHERE state = 'running'")
        database.execute("UPDATE wimd_upload SET queued_at = '2020-01-01 00:00:00'")
    database.close()


def states_of(ana: Program) -> list[object]:
    uploads = ana.ask("GET", "/wimd/uploads")[1]["uploads"]
    assert isinstance(uploads, list)
    return [upload["status"] for upload in uploads]


def rows(var: Path, query: str) -> list[tuple[object, ...]]:
    database = sqlite3.connect(var / "mosaic.sqlite3")
    try:
        return database.execute(query).fetchall()
    finally:
        database.close()


# --- two instances, and a database that goes away ---


@pytest.mark.backend
def test_two_instances_side_by_side_and_one_that_loses_its_database(mosaic: Served) -> None:
    need(answers(POSTGRES), "PostgreSQL")
    with fresh_database() as address, served(DATABASE_URL=address) as other:
        keep_to_themselves(mosaic, other)
        drop(address)
        says_that_its_store_is_gone(other)
        assert Program(mosaic.url).ask("GET", "/health/ready")[0] == 200
        with psycopg.connect(POSTGRES, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{address.rsplit("/", 1)[1]}"')
    assert other.process.returncode == 0
    assert left_of(other.var) == []


def keep_to_themselves(one: Served, other: Served) -> None:
    jar = CookieJar()
    for instance in (one, other):
        Browser(jar).start(instance.url)
    browser = Browser(jar)
    for instance in (one, other):
        status, address, _ = browser.get(f"{instance.url}/your-data/")
        assert (status, address) == (200, f"{instance.url}/your-data/")
    people = [cookie.name for cookie in jar if cookie.name.startswith("mosaic_") and "csrf" not in cookie.name]
    assert len(people) == len(set(people)) == 2
    programs = [somebody(one.url), somebody(other.url)]
    for program in programs:
        assert program.upload("cv.docx", as_docx())[0] == 201
    for program in programs:
        wait(lambda program=program: states_of(program) == ["ready"])  # type: ignore[misc]  # bound now, for this turn
    assert programs[0].ask("GET", "/session", None, **{"X-Session-ID": programs[1].token})[0] == 404


def drop(address: str) -> None:
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{address.rsplit("/", 1)[1]}" WITH (FORCE)')


def says_that_its_store_is_gone(instance: Served) -> None:
    named = {"Cookie": "; ".join(f"mosaic_{name}=x" for name in [(instance.var / "instance_id").read_text()])}
    asked = {"/health/ready": {}, "/health/live": {}, "/": named, "/wimd/facts": {"X-Session-ID": "x"}}
    with ThreadPoolExecutor(len(asked)) as pool:
        found = dict(
            zip(
                asked,
                pool.map(lambda one: Program(instance.url).raw("GET", one[0], None, **one[1]), asked.items()),
                strict=True,
            )
        )
    assert {path: answer[0] for path, answer in found.items()} == {
        "/health/ready": 503,
        "/health/live": 200,
        "/": 503,
        "/wimd/facts": 503,
    }
    assert "does not answer just now" in found["/"][2].decode()
    assert found["/"][1]["Retry-After"]
    assert found["/wimd/facts"][1]["Content-Type"] == "application/problem+json"
