"""Chromium against a running Mosaic."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.served import Served, served
from tests.tools import CHROMIUM, CHROMIUM_FLAGS, need


@pytest.fixture(scope="session")
def mosaic() -> Iterator[Served]:
    """Run Mosaic for all browser tests."""
    need(CHROMIUM, "Chromium")
    with served(
        RATE_SESSIONS="100000/h", RATE_CHAT="100000/h", RATE_UPLOADS="100000/h", RATE_EXPORTS="100000/h"
    ) as running:
        yield running


@pytest.fixture(scope="session")
def chromium(mosaic: Served) -> Iterator[Browser]:
    """Start Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()
