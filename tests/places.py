"""An instance's folder and database, worked on by the product's own commands."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg

from tests.served import ROOT
from tests.tools import POSTGRES, answers, need


@dataclass(frozen=True, slots=True)
class Place:
    """A folder and the environment its processes run in."""

    var: Path
    environment: dict[str, str]

    def start(self, *command: str) -> "subprocess.Popen[str]":
        """Start one of the product's commands."""
        return subprocess.Popen(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=self.environment, text=True, stdout=subprocess.PIPE
        )

    def run(self, *command: str) -> str:
        """Run a command to its good end and return what it says."""
        process = self.start(*command)
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0, said
        return said

    def files(self) -> int:
        """Count the stored files."""
        return sum(1 for path in (self.var / "media").rglob("*") if path.is_file())


@contextmanager
def place(var: Path, engine: str) -> Iterator[Place]:
    """Give an empty folder and, for `postgres`, an empty database that is dropped again."""
    keep = ("PATH", "HOME", "LANG", "VIRTUAL_ENV")
    environment = {name: os.environ[name] for name in keep if name in os.environ}
    environment |= {"MOSAIC_VAR": str(var), "MOSAIC_MODE": "embedded"}
    if engine == "sqlite":
        yield Place(var, environment)
        return
    need(answers(POSTGRES), "PostgreSQL")
    name = f"mosaic_{uuid4().hex[:10]}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield Place(var, {**environment, "DATABASE_URL": POSTGRES.rsplit("/", 1)[0] + f"/{name}"})
    finally:
        with psycopg.connect(POSTGRES, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
