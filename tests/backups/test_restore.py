"""A backup brings back everybody who is still here, and nobody else; the journey goes on from there."""

import shutil
from pathlib import Path

import pytest

from tests.journey.resume_file import NAME, as_docx
from tests.journey.test_over_http import (
    apply_and_move,
    best_opportunity,
    erase,
    fast_track,
    read_file,
    resume_for,
    skills_have_quotes,
)
from tests.places import place
from tests.program import Program
from tests.served import served

pytestmark = [pytest.mark.served, pytest.mark.timeout(300)]


@pytest.mark.parametrize("engine", ["sqlite", pytest.param("postgres", marks=pytest.mark.backend)])
def test_a_restore_brings_back_who_is_still_here_and_the_journey_goes_on(engine: str, tmp_path: Path) -> None:
    with place(tmp_path, engine) as made:
        with served(**made.environment) as mosaic:
            ana, bob = Program(mosaic.url), Program(mosaic.url)
            begin(ana)
            begin(bob)
            fast_track(ana)
            upload = read_file(ana, "cv.docx", as_docx())
            read_file(bob, "cv.docx", as_docx())
            made.run("backup")
            assert bob.ask("DELETE", "/session")[0] == 200
        folder = next(path for path in (tmp_path / "backups").iterdir())
        assert all(NAME.encode() not in path.read_bytes() for path in folder.iterdir())
        shutil.rmtree(tmp_path / "media")
        said = made.run("restore", str(folder), "--replace")
        assert "1 people and 1 files are back; 1 expired or erased since then were erased again; 0 files" in said
        with served(**made.environment) as mosaic:
            go_on(mosaic.url, ana.token, bob.token, upload)


def begin(somebody: Program) -> None:
    _, first = somebody.ask("POST", "/wimd", {"prompt": "I run a warehouse shift and like to teach."})
    somebody.token = str(first["session_id"])


def go_on(url: str, known: str, gone: str, upload: str) -> None:
    ana, bob = Program(url), Program(url)
    ana.token, bob.token = known, gone
    assert bob.ask("GET", "/session")[0] == 404
    assert ana.ask("GET", f"/wimd/uploads/{upload}")[1]["file"]["status"] == "ready"  # type: ignore[index]  # the contract's shape
    skills_have_quotes(ana)
    job = best_opportunity(ana)
    apply_and_move(ana, job, resume_for(ana, job, upload))
    erase(ana)


def test_a_lost_database_comes_back_with_the_newest_keys(tmp_path: Path) -> None:
    with place(tmp_path, "sqlite") as made:
        made.run("migrate", "--verbosity", "0")
        made.run("shell", "--no-imports", "--command", MAKE)
        made.run("backup")
        for path in tmp_path.glob("mosaic.sqlite3*"):
            path.unlink()
        folder = next(path for path in (tmp_path / "backups").iterdir())
        said = made.run("restore", str(folder))
        assert "3 people and 2 files are back; 2 expired" in said
        assert made.run("shell", "--no-imports", "--command", READ).split() == ["12", "5"]
        assert not (tmp_path / "restoring").exists()


MAKE = """
from datetime import timedelta
from django.utils import timezone
from mosaic.journal.models import DailyCount
from tests.crowd import make_crowd
DailyCount.objects.create(day=timezone.localdate(), name="context_made", count=5)
make_crowd(3, expires_at=timezone.now() + timedelta(days=1), with_file=2)
make_crowd(2, expires_at=timezone.now() - timedelta(days=1), with_file=1)
"""
READ = """
from mosaic.facts.models import Evidence, Fact
from mosaic.journal.models import DailyCount
facts = [fact for fact in Fact.objects.all() if fact.label.startswith("I looked after")]
print(len(facts) + 3 * (Evidence.objects.count() == 9), DailyCount.objects.get().count)
"""
