"""The journey as somebody walks it with a browser."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.visitor import Visitor
from tests.journey.resume_file import as_pdf
from tests.ps101.answers import FAST_TRACK


def answer_the_fast_track(ana: Visitor) -> None:
    """From the door through eight questions to what was understood."""
    ana.open("/")
    ana.press("start the fast track")
    for key, text in FAST_TRACK.items():
        assert ana.page.url.endswith(f"/discovery/prompt/{key}/"), ana.page.url
        ana.page.locator("#answer").fill(text)
        ana.press("save and go on")
    until_shown(ana, "This is what I understood")


def bring_a_resume(ana: Visitor, folder: Path) -> None:
    """Upload a real PDF and wait until it is read."""
    ana.open("/coach/files/")
    file = folder / "cv.pdf"
    file.write_bytes(as_pdf())
    ana.page.locator("#file").set_input_files(file)
    ana.press("read it")
    until_shown(ana, "Read:")


def until_shown(ana: Visitor, words: str) -> None:
    """Wait for words; without scripts by loading again, as somebody would."""
    for _ in range(60):
        if ana.page.get_by_text(words).first.is_visible():
            return
        ana.page.wait_for_timeout(500)
        if ana.page.get_by_role("link", name="look again").count():
            ana.page.reload()
    expect(ana.page.get_by_text(words).first).to_be_visible()


def make_a_resume_and_apply(ana: Visitor) -> None:
    """From the best posting to a version, its files, and a logged application."""
    ana.open("/opportunities/")
    ana.page.locator(".listing h3 a").first.click()
    ana.press("make a résumé for this")
    assert "/resume/studio/" in ana.page.url, ana.page.url
    ana.press("use this to apply")
    assert "/applications/" in ana.page.url, ana.page.url
