"""What every test stands on: its own files, its own rates, tasks that run at once."""

import signal
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from celery import current_app
from django.utils import translation
from pytest_django import Settings
from rest_framework.test import APIClient

from mosaic.people import keyring
from opportunity_bridge.domain.postings import read
from ps101 import loading


def pytest_configure() -> None:
    """Let a run that is asked to end take down what it started."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


# What may differ from one database to another: rows that are claimed, locked, counted, sorted, sealed or swept, and the
# calls of each app that write. All else, what pages show and words say, is the same on both and runs once.
ON_BOTH_FOLDERS = frozenset(("people", "facts", "journal", "lib", "journey", "backups"))
ON_BOTH_FILES = frozenset(
    (
        "test_api", "test_services", "test_parallel", "test_loading", "test_applications", "test_door", "test_calling",
        "test_waiting_for_room", "test_dropoff", "test_experiments", "test_asking", "test_checkins", "test_streaming",
        "test_health", "test_pasting", "test_recordings", "test_own_lines",
    )
)  # fmt: skip


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is run again on the servers of production."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        is_on_both = item.path.parent.name in ON_BOTH_FOLDERS or item.path.stem in ON_BOTH_FILES
        if not is_on_both or item.get_closest_marker("one_engine"):
            continue
        if item.get_closest_marker("django_db") or {"db", "transactional_db"} & set(fixtures):
            item.add_marker("stored")


@pytest.fixture(autouse=True, scope="session")
def _postings_are_read_once() -> Iterator[None]:
    """Keep what was read of a posting: the samples are loaded for many tests, and reading gives the same each time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("opportunity_bridge.loading.read", lru_cache(maxsize=1024)(read))
        yield


@pytest.fixture(autouse=True)
def _own_place(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """Give each test its own folder, language, plain assets and rates nobody reaches by accident."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.RATES = dict.fromkeys(settings.RATES, "100000/h")
    settings.RECOVERY_COST = 2**4
    # A request leaves its language behind in the thread.
    with keyring.scope(), translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def tasks_at_once() -> Iterator[None]:
    """Run a task where it is queued instead of in a worker."""
    current_app.conf.task_always_eager = True
    current_app.conf.task_eager_propagates = True
    yield
    current_app.conf.task_always_eager = False


@pytest.fixture
def api() -> APIClient:
    """Return a program that speaks JSON and holds no cookie."""
    return APIClient()


@pytest.fixture
def flows(db: None) -> None:
    """Load the flows that ship with Mosaic."""
    list(loading.load_all())
