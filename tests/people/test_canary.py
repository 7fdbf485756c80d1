"""Words found nowhere else, planted in every place of a person: nowhere in the open while they are kept, gone when they go.

Runs against real processes with a worker; what is searched is what lies on the disk, in the database and in the broker.
"""

import base64
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
import redis
from psycopg import sql

from mosaic.lib.crypto import digest
from tests.people.everything import Words, begin, leave_everything
from tests.program import BOUNDARY, Program
from tests.served import ROOT, Served, served
from tests.tools import POSTGRES, REDIS, answers, fresh_database, need

pytestmark = [pytest.mark.served, pytest.mark.timeout(400)]
EVERY_WORD = b"Kanari"
# Nothing of these two is about people: assets, and the keys without which nothing would be sealed.
NOT_SEARCHED = ("static",)


@dataclass(frozen=True)
class Place:
    """A running instance and everything it keeps something in."""

    running: Served
    variables: dict[str, str] = field(default_factory=dict)

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """Yield every place with what lies in it as it is: files, their names, rows, messages."""
        for path in sorted(self.running.var.rglob("*")):
            if path.is_file() and path.relative_to(self.running.var).parts[0] not in NOT_SEARCHED:
                yield str(path.relative_to(self.running.var)), str(path).encode() + b"\0" + read(path)
        if self.variables:
            yield from rows_of(self.variables["DATABASE_URL"])
            yield from messages_of(self.variables["REDIS_PREFIX"])

    def holding(self, *needles: bytes) -> dict[str, list[bytes]]:
        """Return the places that hold any of the needles, with which."""
        found = {name: [one for one in needles if one in data] for name, data in self.everything()}
        return {name: hits for name, hits in found.items() if hits}

    def end_time_of(self, user: str) -> None:
        """Let the time of a person be over, and run the expiry."""
        statement = "UPDATE people_person SET expires_at = '2026-01-01 00:00:00' WHERE id = "
        if self.variables:
            with psycopg.connect(self.variables["DATABASE_URL"], autocommit=True) as connection:
                connection.execute(sql.SQL(statement + "%s"), [user])
        else:
            with closing(sqlite3.connect(self.running.var / "mosaic.sqlite3", timeout=20)) as database, database:
                database.execute(statement + "?", [UUID(user).hex])
        environment = {"PATH": os.environ["PATH"], "MOSAIC_VAR": str(self.running.var), "MOSAIC_MODE": "embedded"}
        command = [sys.executable, "manage.py", "purge_expired_sessions"]
        subprocess.run(command, cwd=ROOT, env=environment | self.variables, check=True, timeout=120)


def read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""  # a message that was just taken


def rows_of(url: str) -> Iterator[tuple[str, bytes]]:
    """Yield every table of a database as text, with bytes shown as the letters they are."""
    with psycopg.connect(url, options="-c bytea_output=escape") as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        for (table,) in tables:
            query = sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))
            with connection.cursor() as cursor, cursor.copy(query) as rows:
                yield f"table {table}", b"".join(bytes(block) for block in rows)


def messages_of(prefix: str) -> Iterator[tuple[str, bytes]]:
    client = redis.Redis.from_url(REDIS)
    for key in client.scan_iter(match=f"{prefix}*"):
        yield f"broker {key!r}", key + b"\0" + (client.dump(key) or b"")
    client.close()


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.backend)])
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    """Run Mosaic with SQLite and files, and with PostgreSQL and Redis."""
    if request.param == "sqlite":
        with served() as running:
            yield Place(running)
        return
    need(answers(POSTGRES), "PostgreSQL")
    need(answers(REDIS), "Redis")
    prefix = f"mosaic-canary-{uuid4().hex[:8]}"
    with fresh_database() as address:
        variables = {"DATABASE_URL": address, "REDIS_URL": REDIS, "REDIS_PREFIX": prefix}
        with served(**variables) as running:
            yield Place(running, variables)
    with closing(redis.Redis.from_url(REDIS)) as client:
        for key in client.scan_iter(match=f"{prefix}*"):
            client.delete(key)


def forms_of(word: bytes) -> list[bytes]:
    """Return the ways in which letters might lie somewhere: as they are, small, wide, in base64, in hexadecimal."""
    # Of base64 the letters that what stands before and behind cannot change; the word has six.
    inner = (slice(0, 8), slice(2, 9), slice(3, 10))
    encoded = [base64.b64encode(b"\0" * shift + word)[part] for shift, part in enumerate(inner)]
    return [word, word.lower(), word.upper(), word.decode().encode("utf-16-le"), word.hex().encode(), *encoded]


def names_of(user: str, token: str) -> list[bytes]:
    """Return what names a person: the id in both its forms, the token, and what is kept of the token."""
    return [user.encode(), UUID(user).hex.encode(), token.encode(), digest(token).encode()]


def make_mistakes(who: Program, word: Words) -> None:
    """Say words where they are refused, are not found, or stand in an address."""
    for address in (f"/ob/opportunities?q={word('address')}", f"/{word('path')}/", f"/ps101/flows/{word('key')}"):
        who.raw("GET", address)
    who.raw("POST", "/wimd", b'{"prompt": "' + word("no JSON").encode())
    who.raw("POST", "/wimd", json.dumps({"prompt": word("foreign token")}).encode(), **{"X-Session-ID": word("token")})
    who.raw("GET", "/session", None, **{"X-Request-ID": "a request of mine", "Referer": f"/x?{word('referer')}"})
    who.upload(f"{word('refused file')}.exe", b"MZ" + word("refused bytes").encode() + bytes(400))
    take_in(who, b"PK" + word("archive").encode())


def take_in(who: Program, archive: bytes) -> tuple[int, dict[str, str]]:
    """Send an archive as a form does."""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\n\r\n'.encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    body = head + archive + f"\r\n--{BOUNDARY}--\r\n".encode()
    status, _, answer = who.raw("POST", "/session/import", body, **kind)
    return status, json.loads(answer)


def planted(place: Place) -> tuple[Program, str, list[bytes]]:
    """Return somebody with words in every place, who they are here, and what of them lies sealed in the database."""
    who, word = Program(place.running.url), Words()
    begin(who)
    user = str(who.ask("GET", "/session")[1]["user_id"])
    leave_everything(who, word)
    make_mistakes(who, word)
    status, _, archive = who.raw("GET", "/session/export")
    assert (status, archive[:2]) == (200, b"PK")
    return who, user, names_of(user, who.token)


def test_erasing_leaves_nothing_and_nothing_was_ever_in_the_open(place: Place) -> None:
    ana, user, names = planted(place)
    assert place.holding(*forms_of(EVERY_WORD)) == {}
    where = place.holding(*names)
    assert any(name.startswith(("mosaic.sqlite3", "table ")) for name in where), "the search finds nothing at all"
    assert any(name.startswith("media/") for name in where)
    assert not any(ana.token.encode() in hits for hits in where.values())
    assert not any(name.startswith(("logs/", "broker", "incoming/")) for name in where)
    status, receipt = ana.ask("DELETE", "/session")
    assert status == 200
    assert int(str(receipt["files"])) == 2
    assert place.holding(*names, *forms_of(EVERY_WORD)) == {}
    assert user not in json.dumps(receipt)


def test_expiry_leaves_nothing_either(place: Place) -> None:
    bob, user, names = planted(place)
    assert place.holding(*names)
    place.end_time_of(user)
    assert bob.ask("GET", "/session")[0] == 404
    assert place.holding(*names, *forms_of(EVERY_WORD)) == {}


def test_what_was_sealed_is_gone_too_and_not_only_unreadable(place: Place) -> None:
    if place.variables:
        pytest.skip("PostgreSQL keeps dead rows until it tidies up; a dump does not hold them, and their key is gone.")
    _, user, _ = planted(place)
    database = place.running.var / "mosaic.sqlite3"
    with closing(sqlite3.connect(database, timeout=20)) as connection:
        rows = connection.execute("SELECT text FROM wimd_turn WHERE person_id = ?", [UUID(user).hex]).fetchall()
    sealed = [bytes(row[0])[:64] for row in rows]
    assert sealed
    place.end_time_of(user)
    assert place.holding(*sealed) == {}


def test_everything_comes_back_from_an_archive_and_goes_along_again(place: Place) -> None:
    ana, _, _ = planted(place)
    archive = ana.raw("GET", "/session/export")[2]
    assert ana.ask("DELETE", "/session")[0] == 200
    ana.token = ""
    status, body = take_in(ana, archive)
    assert status == 201, body
    ana.token = body["session_id"]
    assert ana.raw("GET", "/session/export")[2] == archive
    assert place.holding(*forms_of(EVERY_WORD)) == {}
