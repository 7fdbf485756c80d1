"""The purge as a process: killed half-way and run again, and twice at once."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.places import Place, place

pytestmark = [pytest.mark.served, pytest.mark.timeout(300)]
PEOPLE, FILES = 600, 40
MAKE = f"""
from datetime import timedelta
from django.utils import timezone
from tests.crowd import make_crowd
make_crowd({PEOPLE}, expires_at=timezone.now() - timedelta(days=1), with_file={FILES})
make_crowd(1, expires_at=timezone.now() + timedelta(days=1), with_file=1)
"""
COUNT = """
from mosaic.people.models import Person, Session
from wimd.models import Turn, Upload
print(Person.objects.count(), Session.objects.count(), Turn.objects.count(), Upload.objects.count())
"""
PURGE = ("purge_expired_sessions", "--batch", "10")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.backend)])
def crowd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Return an instance with many expired people and one who stays."""
    with place(tmp_path, request.param) as made:
        made.run("migrate", "--verbosity", "0")
        made.run("shell", "--no-imports", "--command", MAKE)
        yield made


def left(place: Place) -> list[int]:
    """Return how many people, sessions, turns and uploads there are."""
    return [int(number) for number in place.run("shell", "--no-imports", "--command", COUNT).split()]


def test_a_purge_killed_half_way_is_finished_by_the_next(crowd: Place) -> None:
    process = crowd.start(*PURGE)
    assert process.stdout is not None
    for _ in range(3):
        process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    people, sessions, *_ = left(crowd)
    assert 1 < people == sessions < PEOPLE + 1
    said = crowd.run(*PURGE)
    assert f"{people - 1} of {people - 1} erased, 0 failed" in said
    assert left(crowd) == [1, 1, 2, 1]
    assert crowd.files() == 1


def test_two_purges_at_once_erase_everybody_once(crowd: Place) -> None:
    both = [crowd.start(*PURGE), crowd.start(*PURGE)]
    last = [process.communicate(timeout=120)[0].strip().splitlines()[-1] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sum(int(line.split()[0]) for line in last) == PEOPLE
    assert left(crowd) == [1, 1, 2, 1]
    assert crowd.files() == 1
