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


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database, so that it alone is run again on the servers of production.

    What a page shows is the same on every database; the calls behind it are tried on both.
    """
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if item.get_closest_marker("one_engine") or "pages" in item.path.stem:
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
