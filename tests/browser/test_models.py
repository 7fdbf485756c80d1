"""A model in Chromium: the text is shown before it is sent, the answer comes, a recording is sent after its own yes."""

import json
import wave
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.ai.fake import Turn, fake_ai
from tests.browser.journeys import answer_the_fast_track
from tests.browser.looking import Eye
from tests.browser.visitor import Visitor, visit
from tests.served import served

pytestmark = [pytest.mark.browser, pytest.mark.served, pytest.mark.timeout(300)]
WORDS = "You said you like teaching the new ones. What about it stays with you?"
HEARD = "I drove a forklift for six years."


def test_nothing_leaves_before_it_was_looked_at(chromium: Browser, tmp_path: Path) -> None:
    with fake_ai() as provider:
        keys = {"ANTHROPIC_API_KEY": "a-key", "ANTHROPIC_BASE_URL": provider.url}
        more = {"OPENAI_API_KEY": "b-key", "OPENAI_BASE_URL": f"{provider.url}/v1"}
        with served(**keys, **more) as mosaic:
            ana, eye = visit(chromium, mosaic.url), Eye()
            answer_the_fast_track(ana)
            choose_to_be_asked(ana)
            for text in ("here I am again, a little tired", "I like teaching the new ones. Write to ada@example.org"):
                say(ana, text)
            ana.page.get_by_role("link", name="look at what Anthropic would be sent").click()
            eye.look(ana.page, "a text before it is sent")
            shown = ana.page.locator("pre").inner_text()
            assert "teaching the new ones" in shown
            assert "ada@example.org" not in shown
            assert provider.asked == []
            provider.script(Turn((WORDS,)))
            ana.press("send it")
            expect(ana.page.get_by_text("answered", exact=True)).to_be_visible(timeout=30_000)
            eye.look(ana.page, "a text that was sent")
            ana.open("/coach/")
            expect(ana.page.get_by_text(WORDS)).to_be_visible()
            have_a_recording_written_down(ana, eye, recording(tmp_path), provider.script)
            assert not eye.faults, json.dumps(eye.faults, indent=1)
            assert ana.complaints == []
            ana.context.close()


def choose_to_be_asked(ana: Visitor) -> None:
    ana.open("/your-data/")
    ana.page.locator("#ai-ask").check()
    ana.press("keep this choice")


def say(ana: Visitor, text: str) -> None:
    ana.open("/coach/")
    ana.page.locator("#say").fill(text)
    ana.press("send")
    expect(ana.page.locator("#say")).to_have_value("")


def have_a_recording_written_down(ana: Visitor, eye: Eye, file: Path, script: Callable[..., None]) -> None:
    ana.open("/coach/files/")
    ana.page.locator("#file").set_input_files(file)
    ana.press("read it")
    ana.page.get_by_role("link", name=file.name).click()
    button = ana.page.get_by_role("button", name="send this recording to OpenAI")
    expect(button).to_be_visible(timeout=30_000)
    eye.look(ana.page, "a recording nobody has heard")
    script(Turn((HEARD,)))
    button.click()
    expect(ana.page.get_by_text(HEARD).first).to_be_visible(timeout=30_000)


def recording(folder: Path) -> Path:
    """Return a second of silence."""
    path = folder / "voice.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(16_000))
    return path
