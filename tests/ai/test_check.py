"""What operators hear about the models: one line for each, in words that say what to do."""

import io
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from pytest_django import Settings

from mosaic.ai import registry
from mosaic.ai.domain.purposes import Choice, Purpose, choices_in
from mosaic.ai.models import LedgerLine
from tests.ai.fake import FakeAI, Turn, fake_ai

pytestmark = pytest.mark.django_db
READY = '{"sentence": "I am ready.", "ready": true}'


@pytest.fixture
def server(settings: Settings) -> Iterator[FakeAI]:
    with fake_ai() as server:
        settings.ANTHROPIC_API_KEY, settings.ANTHROPIC_BASE_URL = "a-key", server.url
        settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL = "", ""
        settings.MODELS = dict.fromkeys(Purpose, "anthropic:one, openai:two")
        yield server
        for purpose in Purpose:
            for provider, _ in registry.asked_for(purpose):
                provider.close()


@pytest.fixture
def own(server: FakeAI, settings: Settings) -> FakeAI:
    """Return the server as a service of one's own beside the other one: it alone hears and places."""
    settings.OPENAI_BASE_URL = f"{server.url}/v1"
    settings.MODELS = {
        **settings.MODELS,
        Purpose.TRANSCRIBE: "anthropic:one, openai:hears",
        Purpose.EMBED: "openai:places",
    }
    return server


def said() -> str:
    out = io.StringIO()
    call_command("check_ai", stdout=out)
    return out.getvalue()


def test_every_purpose_is_called_once_and_nobody_without_a_key(server: FakeAI) -> None:
    server.script(Turn(), *[Turn((READY,)) for _ in range(4)])
    lines = said().splitlines()
    assert [line.split()[0] for line in lines] == list(Purpose)
    assert all("anthropic:one" in line and "works as a-model: 11 tokens in, 7 out" in line for line in lines[:5])
    assert all("nobody is asked" in line for line in lines[5:])
    assert len(server.asked) == 5


def test_sound_and_vectors_are_asked_of_those_who_can(own: FakeAI, settings: Settings) -> None:
    settings.MODELS = {**settings.MODELS, **dict.fromkeys(list(Purpose)[:5], "anthropic:one")}
    own.script(Turn(), *[Turn((READY,)) for _ in range(4)])
    *_, hears, places = said().splitlines()
    assert hears.startswith("transcribe openai:hears")
    assert "works: 0.5 s of silence heard, 11 tokens in, 7 out" in hears
    assert places.startswith("embed      openai:places")
    assert "works as a-model: 8 numbers a text, 11 tokens in, 0 out" in places
    sound, words = own.asked[5:]
    assert sound.body["file"] == {"filename": "recording.wav", "type": "audio/wav", "size": 16_044}
    assert words.body["input"] == ["carpenter"]


def test_the_switch_of_transcription_leaves_the_rest(own: FakeAI, settings: Settings) -> None:
    assert [model for _, model in registry.asked_for(Purpose.TRANSCRIBE)] == ["hears"]
    settings.FEATURES = {**settings.FEATURES, "transcription": False}
    assert registry.asked_for(Purpose.TRANSCRIBE) == []
    assert [model for _, model in registry.asked_for(Purpose.EMBED)] == ["places"]
    assert registry.asked_for(Purpose.COACH)


def test_what_does_not_hear_is_said(own: FakeAI, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    settings.MODELS = {**settings.MODELS, **dict.fromkeys(list(Purpose)[:5], "anthropic:one")}
    own.script(Turn(), *[Turn((READY,)) for _ in range(4)], Turn(status=404), Turn(raw=b'{"data": []}'))
    with pytest.raises(CommandError, match="2 of 7"):
        call_command("check_ai")
    hears, places = capsys.readouterr().out.splitlines()[5:]
    assert "a model name it does not know (status 404)" in hears
    assert "answers something that is not its protocol" in places


def test_what_does_not_work_is_said_and_ends_with_one(server: FakeAI, capsys: pytest.CaptureFixture[str]) -> None:
    late = Turn(status=529, headers={"Retry-After": "40"})
    server.script(Turn(status=401), Turn(status=404), Turn(("{",)), Turn(("{",)), late, Turn((READY,)))
    with pytest.raises(CommandError, match="4 of 5"):
        call_command("check_ai")
    words = capsys.readouterr().out
    for part in ("refuses the key (status 401)", "a model name it does not know", "not in the shape", "may pass"):
        assert part in words


def test_without_a_key_nothing_is_missing(settings: Settings) -> None:
    settings.ANTHROPIC_API_KEY = settings.OPENAI_API_KEY = settings.OPENAI_BASE_URL = ""
    assert "Nothing is missing" in said()


def test_the_switch_goes_before_every_key(server: FakeAI, settings: Settings) -> None:
    settings.FEATURES = {**settings.FEATURES, "models": False}
    assert registry.configured() == []
    assert not any(registry.asked_for(purpose) for purpose in Purpose)
    assert "Nothing is missing" in said()
    assert server.asked == []


def test_health_says_how_they_were_in_real_calls(server: FakeAI, client: Client) -> None:
    def seen() -> object:
        return client.get("/health").json()["checks"]["ai"]["seen"]["anthropic"]["reachable"]

    assert seen() is None
    server.script(Turn(), *[Turn((READY,)) for _ in range(4)])
    said()
    assert client.get("/health").json()["checks"]["ai"]["providers"] == ["anthropic"]
    assert seen() is True
    server.script(*[Turn(status=401)] * 5)
    with pytest.raises(CommandError):
        call_command("check_ai")
    assert seen() is False


def test_what_a_check_costs_stands_in_the_ledger(server: FakeAI) -> None:
    server.script(Turn(), *[Turn((READY,)) for _ in range(4)])
    said()
    lines = {line.purpose: line for line in LedgerLine.objects.all()}
    assert set(lines) == set(Purpose) - {Purpose.TRANSCRIBE, Purpose.EMBED}
    assert {(line.calls, line.failed, line.taken, line.given) for line in lines.values()} == {(1, 0, 11, 7)}
    # Without a price a token counts as dear: 20 and 100 dollars a million.
    assert {line.micros for line in lines.values()} == {11 * 20 + 7 * 100}


def test_an_own_service_needs_no_key(settings: Settings) -> None:
    settings.ANTHROPIC_API_KEY, settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL = "", "", "http://127.0.0.1:1/v1"
    assert registry.configured() == ["openai"]


def test_choices_are_read_in_order() -> None:
    assert choices_in("anthropic:a, openai:org/b-2.1@x") == (Choice("anthropic", "a"), Choice("openai", "org/b-2.1@x"))
