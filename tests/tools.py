"""What some tests need from the machine: used when it is there, required when everything is."""

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest

REQUIRED = os.environ.get("MOSAIC_REQUIRE_ALL") == "1"
POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/test")
REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/0")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def need(found: object, what: str) -> None:
    """Skip with one line when something is missing, or fail when everything is required."""
    if found:
        return
    if REQUIRED:
        pytest.fail(f"{what} is required and was not found.")
    pytest.skip(f"{what} was not found; the tests that use it did not run.")


def answers(url: str) -> bool:
    """Whether something listens at an address."""
    parts = urlsplit(url)
    try:
        socket.create_connection((parts.hostname or "127.0.0.1", parts.port or 0), timeout=1).close()
    except OSError:
        return False
    return True


@contextmanager
def fresh_database() -> Iterator[str]:
    """Make an empty database beside the test database, yield its address, and drop it."""
    name = f"mosaic_{uuid4().hex[:10]}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield POSTGRES.rsplit("/", 1)[0] + f"/{name}"
    finally:
        with psycopg.connect(POSTGRES, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
