"""The whole journey in Chromium, on a phone and on a desk, with scripts and without."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.journeys import answer_the_fast_track, bring_a_resume, make_a_resume_and_apply
from tests.browser.visitor import Visitor, visit
from tests.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.served, pytest.mark.timeout(300)]


@pytest.mark.parametrize(("width", "scripts"), [(360, True), (1280, True), (360, False)])
def test_from_the_door_to_an_erased_application(
    mosaic: Served, chromium: Browser, tmp_path: Path, width: int, scripts: bool
) -> None:
    ana = visit(chromium, mosaic.url, width=width, scripts=scripts)
    answer_the_fast_track(ana)
    skills_stand_on_words(ana)
    ana.press("yes, that is about right")
    bring_a_resume(ana, tmp_path)
    make_a_resume_and_apply(ana)
    files_come_down(ana, tmp_path)
    talk_to_the_coach(ana)
    erase(ana)
    assert ana.complaints == []
    ana.context.close()


def skills_stand_on_words(ana: Visitor) -> None:
    shown = ana.page.locator("section[aria-labelledby=skills] li.fact")
    assert shown.count() >= 3
    for place in range(3):
        assert shown.nth(place).locator("blockquote").first.inner_text()


def files_come_down(ana: Visitor, folder: Path) -> None:
    ana.open("/resume/studio/")
    for ending, head in (("pdf", b"%PDF"), ("docx", b"PK")):
        link = ana.page.locator(f"a[href*='/export/{ending}/']").first
        with ana.page.expect_download() as coming:
            link.click()
        target = folder / f"resume.{ending}"
        coming.value.save_as(target)
        assert target.read_bytes().startswith(head)


def talk_to_the_coach(ana: Visitor) -> None:
    ana.open("/coach/")
    ana.page.locator("#say").fill("My mother is ill and I can only work mornings now.")
    ana.press("send")
    expect(ana.page.get_by_text("I can only work mornings now").last).to_be_visible()


def erase(ana: Visitor) -> None:
    ana.open("/your-data/")
    ana.page.locator("#word").fill("erase")
    ana.press("erase everything now")
    expect(ana.page.get_by_role("heading", name="Everything is erased")).to_be_visible()
    ana.open("/")
    expect(ana.page.get_by_role("button", name="start the fast track")).to_be_visible()
