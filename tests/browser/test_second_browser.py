"""The journey goes on in a second browser with the recovery code, and drafts live no longer than they have to."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.journeys import answer_the_fast_track
from tests.browser.visitor import Visitor, visit
from tests.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.served, pytest.mark.timeout(300)]
DRAFT = "I planned the rota for fourteen people."


@pytest.mark.parametrize("scripts", [True, False])
def test_the_journey_goes_on_in_a_second_browser(mosaic: Served, chromium: Browser, scripts: bool) -> None:
    first = visit(chromium, mosaic.url, width=360, scripts=scripts)
    answer_the_fast_track(first)
    first.press("make a recovery code")
    code = first.page.locator("#code").inner_text()
    assert len(code.split("-")) == 8
    second = visit(chromium, mosaic.url, scripts=scripts)
    second.open("/")
    second.press("I have a recovery code")
    second.page.locator("#recovery_code").fill(code.replace("-", " ").upper())
    second.press("come back")
    second.open("/discovery/understood/")
    expect(second.page.get_by_text("This is what I understood").first).to_be_visible()
    second.press("yes, that is about right")
    second.open("/your-data/")
    expect(second.page.get_by_text("end all others")).to_be_visible()
    leave(first)
    second.open("/opportunities/")
    expect(second.page.locator(".listing h3 a").first).to_be_visible()
    assert first.complaints == second.complaints == []
    first.context.close()
    second.context.close()


def leave(ana: Visitor) -> None:
    ana.open("/your-data/")
    ana.press("leave this device")
    expect(ana.page.get_by_role("button", name="start the fast track")).to_be_visible()
    ana.open("/your-data/")
    expect(ana.page.get_by_role("button", name="start the fast track")).to_be_visible()


def test_a_draft_stays_until_the_server_has_it_and_no_longer(mosaic: Served, chromium: Browser) -> None:
    ana = visit(chromium, mosaic.url)
    answer_the_fast_track(ana)
    ana.open("/coach/")
    ana.page.locator("#say").fill(DRAFT)
    assert kept(ana) == 1
    ana.open("/opportunities/")
    ana.open("/coach/")
    expect(ana.page.locator("#say")).to_have_value(DRAFT)
    ana.press("send")
    expect(ana.page.get_by_text(DRAFT).last).to_be_visible()
    assert kept(ana) == 0
    ana.open("/coach/")
    expect(ana.page.locator("#say")).to_have_value("")
    ana.context.close()


def test_what_was_typed_outlives_a_lost_place_and_not_a_change_of_person(mosaic: Served, chromium: Browser) -> None:
    ana = visit(chromium, mosaic.url)
    answer_the_fast_track(ana)
    ana.press("make a recovery code")
    code = ana.page.locator("#code").inner_text()
    ana.open("/coach/")
    ana.page.locator("#say").fill(DRAFT)
    lose(ana)
    ana.press("send")
    expect(ana.page.get_by_text(DRAFT).first).to_be_visible()
    assert kept(ana) == 1
    ana.page.locator("#recovery_code").fill(code)
    ana.press("come back")
    ana.press("send it now")
    expect(ana.page.get_by_text(DRAFT).last).to_be_visible()
    assert kept(ana) == 0
    ana.page.locator("#say").fill("something else")
    ana.context.clear_cookies()
    ana.open("/")
    assert kept(ana) == 0
    ana.context.close()


def kept(ana: Visitor) -> int:
    """Return how many drafts this browser holds."""
    count: int = ana.page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('mosaic-draft')).length")
    return count


def lose(ana: Visitor) -> None:
    """Make the browser's place one that the server does not know."""
    for cookie in ana.context.cookies():
        name = cookie.get("name", "")
        if "csrf" not in name:
            ana.context.add_cookies([{"name": name, "value": "of-long-ago", "url": ana.url}])
