"""What a machine reads in a résumé, in Chromium: from a value to its words, and correcting it, with scripts and without."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.journeys import bring_a_resume
from tests.browser.looking import Eye
from tests.browser.visitor import Visitor, visit
from tests.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.served, pytest.mark.timeout(300)]

COLOUR = "(one) => getComputedStyle(one).backgroundColor"
FIRST_JOB = "#e-work-0 h4 .said"


def open_the_file(ana: Visitor, folder: Path) -> None:
    """Begin, bring a résumé and open its page."""
    ana.open("/")
    ana.press("start the fast track")
    bring_a_resume(ana, folder)
    ana.page.locator("#files").get_by_role("link", name="cv.pdf", exact=True).click()
    ana.page.wait_for_load_state()


@pytest.mark.parametrize(("width", "scripts"), [(360, False), (1280, True)])
def test_a_value_leads_to_its_words_and_can_be_corrected(
    mosaic: Served, chromium: Browser, tmp_path: Path, width: int, scripts: bool
) -> None:
    ana = visit(chromium, mosaic.url, width=width, scripts=scripts)
    open_the_file(ana, tmp_path)
    words = ana.page.locator(FIRST_JOB).inner_text()
    ana.page.locator(FIRST_JOB).click()
    mark = ana.page.locator("#at-work-0-position")
    expect(mark).to_be_in_viewport()
    assert mark.inner_text().split() == words.split()
    if scripts:
        assert mark.evaluate(COLOUR) != ana.page.locator(".source").evaluate(COLOUR)
        # The page stays where it was read: the text stands beside the value.
        expect(ana.page.locator(FIRST_JOB)).to_be_in_viewport()
    ana.page.locator("#e-work-0").get_by_role("link", name="change").click()
    field = ana.page.locator("[name='work/0/position']")
    expect(field).to_be_focused()
    field.fill("Night manager")
    ana.press("save")
    expect(ana.page.locator("#e-work-0 h4")).to_have_text("Night manager")
    ana.page.locator("#e-work-0 .was").get_by_role("button").click()
    expect(ana.page.locator(FIRST_JOB)).to_have_text(words)
    assert ana.complaints == []
    ana.context.close()


def test_every_state_of_the_page_is_open_to_everybody(mosaic: Served, chromium: Browser, tmp_path: Path) -> None:
    ana, eye = visit(chromium, mosaic.url), Eye()
    open_the_file(ana, tmp_path)
    page = ana.page.url
    for what in (
        "",
        "resume/?edit=contact",
        "resume/?edit=work/0",
        "resume/?edit=work/new",
        "resume/?edit=skills/lines",
    ):
        ana.page.goto(page + what)
        eye.look(ana.page, f"file {what}")
    ana.page.goto(page + "resume/?edit=work/0")
    ana.press("take it out")
    eye.look(ana.page, "an entry taken out")
    ana.page.goto(page + "resume/?edit=contact")
    ana.page.locator("[name='basics/email']").fill("ana at home")
    ana.press("save")
    eye.look(ana.page, "an e-mail that is none")
    assert not eye.faults, json.dumps(eye.faults, indent=1)
    ana.context.close()
