"""The weekly tidying, on both engines: room goes back, staff logins that ended go, everything else stays."""

from pathlib import Path

import pytest

from tests.places import place

pytestmark = [pytest.mark.served, pytest.mark.timeout(300)]
MAKE = """
from datetime import timedelta
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from tests.crowd import make_crowd
make_crowd(400, expires_at=timezone.now() - timedelta(days=1))
make_crowd(20, expires_at=timezone.now() + timedelta(days=1))
for seconds in (-60, 3600):
    login = SessionStore()
    login.set_expiry(seconds)
    login.save()
"""
READ = """
from django.contrib.sessions.models import Session
from mosaic.people.models import Person
print(Person.objects.count(), Session.objects.count())
"""


@pytest.mark.parametrize(
    ("engine", "done"),
    [
        ("sqlite", "The database was optimised and written anew."),
        pytest.param("postgres", "The database was vacuumed and analysed.", marks=pytest.mark.backend),
    ],
)
def test_tidying_after_a_purge_keeps_what_is_there(engine: str, done: str, tmp_path: Path) -> None:
    with place(tmp_path, engine) as made:
        made.run("migrate", "--verbosity", "0")
        made.run("shell", "--no-imports", "--command", MAKE)
        made.run("purge_expired_sessions")
        before = sum(path.stat().st_size for path in tmp_path.glob("mosaic.sqlite3"))
        assert made.run("maintain_database").strip() == done
        after = sum(path.stat().st_size for path in tmp_path.glob("mosaic.sqlite3"))
        assert after < before / 2 or engine == "postgres"
        assert made.run("shell", "--no-imports", "--command", READ).split() == ["20", "1"]
