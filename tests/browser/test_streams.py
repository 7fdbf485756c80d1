"""An answer as it comes, in Chromium: two tabs, a reload, a cut line, the button that stops it, and no scripts at all."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ai.fake import FakeAI, Turn, fake_ai
from tests.browser.journeys import answer_the_fast_track
from tests.browser.looking import Eye
from tests.browser.visitor import Visitor, visit
from tests.served import Served, served
from tests.wimd.streaming.talking import SENTENCES, TOLD, WORDS

pytestmark = [pytest.mark.browser, pytest.mark.served, pytest.mark.timeout(300)]
FIRST, SECOND, LAST = (sentence.strip() for sentence in SENTENCES)
SLOWLY = Turn(WORDS, between=1.5)


@pytest.fixture(scope="module")
def provider() -> Iterator[FakeAI]:
    with fake_ai() as running:
        yield running


@pytest.fixture(scope="module")
def spoken_to(provider: FakeAI) -> Iterator[Served]:
    keys = {"ANTHROPIC_API_KEY": "a-key", "ANTHROPIC_BASE_URL": provider.url, "MODELS_COACH": "anthropic:large"}
    with served(**keys, RATE_CHAT="100000/h", RATE_MODELS="100000/h", RATE_SESSIONS="100000/h") as running:
        yield running


@pytest.fixture
def ana(spoken_to: Served, chromium: Browser, provider: FakeAI) -> Iterator[Visitor]:
    """Return somebody to whom the coach is open and whose messages may be sent."""
    ana = visit(chromium, spoken_to.url)
    answer_the_fast_track(ana)
    ana.open("/your-data/")
    ana.page.locator("#ai-on").check()
    ana.press("keep this choice")
    ana.open("/coach/")
    say(ana.page, "here I am again, a little tired")
    expect(ana.page.get_by_text("This is what I have from you so far.")).to_be_visible()
    provider.turns.clear()
    provider.asked.clear()
    yield ana
    ana.context.close()


def say(page: Page, text: str = TOLD) -> None:
    page.locator("#say").fill(text)
    page.locator("#end").get_by_role("button", name="send").click()
    expect(page.locator("#say")).to_have_value("")


def answer_in(page: Page) -> str:
    return re.sub(r"\s+", " ", page.locator(".turn").last.inner_text())


def test_it_comes_sentence_by_sentence_and_the_page_stays(ana: Visitor, provider: FakeAI) -> None:
    provider.script(SLOWLY)
    page, eye = ana.page, Eye()
    opened: list[str] = []
    page.on("framenavigated", lambda frame: opened.append(frame.url))
    say(page)
    last = page.locator(".turn").last
    expect(last.locator(".who")).to_contain_text("writing")
    expect(last).to_contain_text(FIRST)
    assert LAST not in answer_in(page)
    assert last.locator(".telling").get_attribute("aria-busy") == "true"
    eye.look(page, "an answer being written")
    expect(last).to_contain_text(LAST, timeout=15_000)
    expect(last.locator(".who")).to_contain_text("worded by Anthropic")
    assert last.locator(".caret, [aria-busy]").count() == 0
    eye.look(page, "an answer that was written")
    assert opened == []
    assert page.locator("#turns").get_attribute("aria-live") == "polite"
    say(page, "and I like the quiet before the others come")
    expect(page.locator(".turn.person")).to_have_count(3)
    page.wait_for_timeout(2500)
    assert len(provider.asked) == 2, "a page that has heard everything does not listen again"
    assert not eye.faults, json.dumps(eye.faults, indent=1)
    assert ana.complaints == []


def test_two_tabs_and_a_reload_hear_the_same_of_one_answer(ana: Visitor, provider: FakeAI) -> None:
    provider.script(SLOWLY)
    say(ana.page)
    expect(ana.page.locator(".turn").last).to_contain_text(FIRST)
    other = ana.context.new_page()
    other.goto(f"{ana.url}/coach/")
    expect(other.locator(".turn").last).to_contain_text(FIRST)
    ana.page.reload()
    for page in (ana.page, other):
        expect(page.locator(".turn").last).to_contain_text(LAST, timeout=20_000)
        expect(page.locator(".turn").last.locator(".who")).to_contain_text("worded by Anthropic")
    assert answer_in(ana.page) == answer_in(other)
    assert len(provider.asked) == 1
    assert ana.complaints == []


def test_after_a_cut_it_goes_on_by_itself(ana: Visitor, provider: FakeAI) -> None:
    provider.script(SLOWLY)
    say(ana.page)
    expect(ana.page.locator(".turn").last).to_contain_text(FIRST)
    ana.context.set_offline(True)
    ana.page.wait_for_timeout(2000)
    assert LAST not in answer_in(ana.page)
    ana.context.set_offline(False)
    expect(ana.page.locator(".turn").last).to_contain_text(LAST, timeout=30_000)
    assert answer_in(ana.page).count(FIRST) == 1
    assert len(provider.asked) == 1
    assert [one for one in ana.complaints if "ERR_INTERNET_DISCONNECTED" not in one] == []


def test_a_button_stops_it_and_what_came_stays(ana: Visitor, provider: FakeAI) -> None:
    provider.script(SLOWLY)
    page, eye = ana.page, Eye()
    say(page)
    expect(page.locator(".turn").last).to_contain_text(FIRST)
    page.get_by_role("button", name="stop writing").click()
    note = page.get_by_text("You stopped the language model here.")
    expect(note).to_be_visible()
    expect(note).to_be_focused()
    eye.look(page, "an answer that was stopped")
    page.wait_for_timeout(4000)
    assert SECOND not in answer_in(page)
    page.reload()
    assert FIRST in answer_in(page)
    assert SECOND not in answer_in(page)
    assert not eye.faults, json.dumps(eye.faults, indent=1)
    assert ana.complaints == []


def test_without_scripts_it_comes_with_the_page(
    ana: Visitor, spoken_to: Served, chromium: Browser, provider: FakeAI
) -> None:
    provider.script(Turn(WORDS, between=0.2), SLOWLY)
    plain = visit(chromium, spoken_to.url, scripts=False, state=ana.context.storage_state())
    plain.open("/coach/")
    plain.page.locator("#say").fill(TOLD)
    plain.press("send")
    expect(plain.page.locator(".turn").last).to_contain_text(LAST)
    say(ana.page, "and I like the quiet before the others come")
    expect(ana.page.locator(".turn").last).to_contain_text(FIRST)
    plain.open("/coach/")
    expect(plain.page.get_by_text("This is the coach’s own answer")).to_be_visible()
    expect(plain.page.get_by_role("link", name="look again")).to_be_visible()
    plain.page.get_by_role("button", name="stop writing").click()
    expect(plain.page.get_by_text("You stopped the language model here.")).to_be_visible()
    expect(ana.page.get_by_text("You stopped the language model here.")).to_be_visible(timeout=10_000)
    assert len(provider.asked) == 2
    assert plain.complaints == []
    plain.context.close()


def test_a_page_whose_place_ended_elsewhere_says_so(ana: Visitor, provider: FakeAI) -> None:
    provider.script(Turn(WORDS, between=3))
    say(ana.page)
    expect(ana.page.locator(".turn").last).to_contain_text(FIRST, timeout=15_000)
    other = ana.context.new_page()
    other.goto(f"{ana.url}/your-data/")
    other.locator("#word").fill("erase")
    other.get_by_role("button", name="erase everything").click()
    expect(other.get_by_text("erased").first).to_be_visible()
    ana.page.wait_for_timeout(7000)
    assert SECOND not in answer_in(ana.page)
    assert len(provider.asked) == 1
