"""Bringing several files, in Chromium: a bar for each, what happened to each, dropped or chosen, with scripts and without."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.looking import Eye
from tests.browser.visitor import Visitor, visit
from tests.journey.resume_file import as_pdf
from tests.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.served, pytest.mark.timeout(300)]
SECONDS = 60_000
SLOW = 4 * 1024 * 1024
NOTES = b"I planned the rota for twelve people. I drove a forklift for six years in a warehouse."
DROP = """() => { const data = new DataTransfer()
  data.items.add(new File(["I cooked for forty people every day for two years."], "dropped.txt", {type: "text/plain"}))
  return data }"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """Write files of several kinds; return their paths by name."""
    content = {
        "cv.pdf": as_pdf(),
        "notes.txt": NOTES,
        "program.exe": b"MZ\x90\x00" + b"\0" * 400,
        "talk.mp3": b"ID3\x04\0\0\0\0\0\0" + os.urandom(12 * 1024 * 1024),
        "long.txt": b"words " * 1_600_000,
    }
    for name, data in content.items():
        (tmp_path / name).write_bytes(data)
    return {name: str(tmp_path / name) for name in content}


def said(ana: Visitor) -> list[str]:
    return ana.page.locator("#brought .status").all_inner_texts()


def bring(ana: Visitor, *paths: str) -> None:
    ana.open("/")
    ana.press("start the fast track")
    ana.open("/coach/files/")
    ana.page.locator("#file").set_input_files(list(paths))
    ana.page.get_by_role("button", name="read it").click()


def test_each_file_has_its_own_bar_and_its_own_end(mosaic: Served, chromium: Browser, files: dict[str, str]) -> None:
    ana, eye = visit(chromium, mosaic.url), Eye()
    network = ana.context.new_cdp_session(ana.page)
    network.send("Network.enable")
    limits = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": SLOW}
    network.send("Network.emulateNetworkConditions", limits)
    bring(ana, *files.values())
    bar = ana.page.locator("#brought li", has_text="talk.mp3").locator("progress")
    expect(bar).to_be_visible(timeout=SECONDS)
    expect(bar).not_to_have_js_property("value", 0, timeout=SECONDS)
    expect(ana.page.locator("#brought progress")).to_have_count(0, timeout=SECONDS)
    assert [one.split(".")[0] for one in said(ana)] == [
        "Kept",
        "Kept",
        "This is not a kind of file that can be read here",
        "Kept",
        "This file is larger than what is read here of its kind, so it was not sent",
    ]
    expect(ana.page.locator("#files[aria-busy]")).to_have_count(0, timeout=SECONDS)
    expect(ana.page.locator("#files li")).to_have_count(3)
    eye.look(ana.page, "files")
    ana.page.locator("#files").get_by_role("link", name="notes.txt").first.click()
    ana.page.locator(".quote a", has_text="notes.txt").first.click()
    expect(ana.page.locator("mark:target")).to_be_in_viewport()
    eye.look(ana.page, "a file that is no résumé")
    ana.page.get_by_role("link", name="delete this file").click()
    expect(ana.page.get_by_role("heading", name="Delete notes.txt?")).to_be_visible()
    eye.look(ana.page, "deleting")
    ana.press("delete this file")
    expect(ana.page.locator("#files li")).to_have_count(2)
    assert (eye.faults, ana.complaints) == ({}, [])
    ana.context.close()


def test_a_dropped_file_is_brought(mosaic: Served, chromium: Browser) -> None:
    ana = visit(chromium, mosaic.url)
    ana.open("/")
    ana.press("start the fast track")
    ana.open("/coach/files/")
    ana.page.dispatch_event(".drop", "drop", {"dataTransfer": ana.page.evaluate_handle(DROP)})
    expect(ana.page.locator("#brought a")).to_have_text("dropped.txt", timeout=SECONDS)
    assert ana.complaints == []
    ana.context.close()


def test_a_broken_connection_is_said_and_nothing_is_kept(
    mosaic: Served, chromium: Browser, files: dict[str, str]
) -> None:
    ana = visit(chromium, mosaic.url)
    ana.page.route("**/coach/files/", lambda route: route.abort() if route.request.method == "POST" else route.continue_())  # fmt: skip
    bring(ana, files["notes.txt"])
    expect(ana.page.locator("#brought .status")).to_contain_text("The connection broke", timeout=SECONDS)
    expect(ana.page.locator("#files li")).to_have_count(0)
    ana.context.close()


def test_without_scripts_one_form_says_it_of_each(mosaic: Served, chromium: Browser, files: dict[str, str]) -> None:
    ana = visit(chromium, mosaic.url, width=360, scripts=False)
    bring(ana, files["cv.pdf"], files["program.exe"], files["long.txt"])
    ana.page.wait_for_load_state()
    assert [one.split(".")[0] for one in said(ana)][:2] == ["Kept", "This is not a kind of file that can be read here"]
    assert "larger than 8.0" in said(ana)[2]
    ana.open("/coach/files/")
    expect(ana.page.locator("#files li")).to_have_count(1)
    ana.context.close()


def test_a_phone_offers_its_camera_and_a_desk_does_not(mosaic: Served, chromium: Browser) -> None:
    for is_phone in (True, False):
        context = chromium.new_context(has_touch=is_phone, is_mobile=is_phone, viewport={"width": 360, "height": 800})
        page = context.new_page()
        ana = Visitor(context, page, mosaic.url)
        ana.open("/")
        ana.press("start the fast track")
        ana.open("/coach/files/")
        camera = page.locator("#photo")
        assert (camera.get_attribute("capture"), camera.get_attribute("accept")) == ("environment", "image/*")
        assert camera.is_visible() == is_phone
        context.close()
