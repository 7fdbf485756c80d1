"""What stands before a call for sound and vectors is what stands before a call for words."""

from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from io import BytesIO
from uuid import uuid4

import pytest
from pytest_django import Settings

from mosaic.ai import breaker
from mosaic.ai.budget import BudgetSpent
from mosaic.ai.calling import Call, Resting
from mosaic.ai.domain.calls import Failure, ProviderFailed, Usage
from mosaic.ai.domain.media import LARGEST_RECORDING, MOST_TEXTS
from mosaic.ai.domain.prices import FEWEST_BYTES, UNKNOWN, Price, cost, most_of_texts
from mosaic.ai.models import Breaker, LedgerLine, Spent
from mosaic.ai.providers.anthropic import AnthropicProvider
from mosaic.ai.providers.openai import OpenAIProvider
from mosaic.ai.seats import NoSeat, seat
from mosaic.management.commands.check_ai import silence
from tests.ai.fake import FakeAI, Turn, fake_ai

SOON = {"Retry-After-Ms": "10"}
BY_THE_MINUTE = Price(Decimal(0), Decimal(0), Decimal("0.006"))


@pytest.fixture
def server() -> Iterator[FakeAI]:
    with fake_ai() as server:
        yield server


@pytest.fixture
def provider(server: FakeAI) -> Iterator[OpenAIProvider]:
    with closing(OpenAIProvider("", f"{server.url}/v1")) as provider:
        yield provider


@pytest.fixture
def hearing(provider: OpenAIProvider, db: None, settings: Settings) -> Call:
    settings.MODEL_PRICES = {"hears": BY_THE_MINUTE}
    return Call("transcribe", provider, "hears", uuid4())


@pytest.fixture
def placing(provider: OpenAIProvider, db: None) -> Call:
    return Call("embed", provider, "places", uuid4())


def spent() -> set[int]:
    return set(Spent.objects.values_list("micros", flat=True))


class TestRecordings:
    def test_the_time_that_was_heard_is_paid(self, hearing: Call, server: FakeAI) -> None:
        server.script(Turn(length=90.0))
        assert hearing.transcribe(silence(), filename="x.wav", length=80.0).length == 90.0
        assert spent() == {9_000}
        line = LedgerLine.objects.get()
        assert (line.purpose, line.provider, line.model, line.calls, line.failed, line.micros) == (
            "transcribe",
            "openai",
            "hears",
            1,
            0,
            9_000,
        )

    def test_without_a_word_of_time_the_known_length_is_paid(self, hearing: Call) -> None:
        hearing.transcribe(silence(), filename="x.wav", length=60.0)
        assert spent() == {6_000}

    def test_without_any_length_the_size_is(self, hearing: Call) -> None:
        hearing.transcribe(BytesIO(bytes(FEWEST_BYTES // 2)), filename="x.mp3")
        assert spent() == {3_000}

    @pytest.mark.parametrize("length", [None, 120.0])
    def test_a_spent_budget_refuses_and_nothing_is_sent(
        self, hearing: Call, server: FakeAI, settings: Settings, length: float | None
    ) -> None:
        settings.BUDGETS = {"person": 1, "day": 9, "month": 9}
        with pytest.raises(BudgetSpent) as caught:
            hearing.transcribe(BytesIO(bytes(2 * FEWEST_BYTES)), filename="x.mp3", length=length)
        assert caught.value.purse == "person"
        assert server.asked == []
        assert not any(spent())

    def test_asked_again_it_is_sent_from_its_beginning(self, hearing: Call, server: FakeAI) -> None:
        server.script(Turn(status=500, headers=SOON), Turn(status=429, headers=SOON), Turn(("Heard.",)))
        file = BytesIO(bytes(200_000))
        file.seek(77)
        assert hearing.transcribe(file, filename="x.mp3").text == "Heard."
        assert [one.body["file"]["size"] for one in server.asked] == [200_000] * 3
        assert LedgerLine.objects.get().calls == 1

    def test_what_failed_costs_nothing_and_is_counted(self, hearing: Call, server: FakeAI) -> None:
        server.script(Turn(status=401))
        with pytest.raises(ProviderFailed):
            hearing.transcribe(silence(), filename="x.wav")
        assert spent() == {0}
        assert LedgerLine.objects.get().failed == 1
        assert Breaker.objects.get().failures == 1

    def test_too_large_a_file_says_nothing_about_the_provider(
        self, hearing: Call, server: FakeAI, settings: Settings
    ) -> None:
        settings.BUDGETS = {"person": 1000, "day": 1000, "month": 1000}
        with pytest.raises(ProviderFailed) as caught:
            hearing.transcribe(BytesIO(bytes(LARGEST_RECORDING + 1)), filename="x.mp3")
        assert caught.value.failure is Failure.REFUSED
        assert Breaker.objects.get().failures == 0
        assert spent() == {0}
        assert server.asked == []

    def test_what_somebody_ends_is_not_paid_like_the_one_before(self, hearing: Call) -> None:
        class Ended(BytesIO):
            def read(self, size: int | None = -1) -> bytes:
                raise SystemExit

        hearing.transcribe(silence(), filename="x.wav", length=60.0)
        with pytest.raises(SystemExit):
            hearing.transcribe(Ended(b"x"), filename="x.mp3", length=60.0)
        assert spent() == {6_000}
        assert LedgerLine.objects.get().calls == 2

    def test_somebody_who_cannot_is_not_asked(self, db: None) -> None:
        other = Call("transcribe", AnthropicProvider("a-key"), "one")
        with pytest.raises(TypeError):
            other.transcribe(silence(), filename="x.wav")
        with pytest.raises(TypeError):
            other.embed(["one"])
        assert not LedgerLine.objects.exists()


class TestVectors:
    def test_tokens_are_paid(self, placing: Call) -> None:
        assert len(placing.embed(["one", "two"]).vectors) == 2
        assert spent() == {cost(Usage(11), UNKNOWN)}
        line = LedgerLine.objects.get()
        assert (line.purpose, line.model, line.taken, line.given) == ("embed", "places", 11, 0)

    def test_every_batch_is_a_call_and_the_order_stays(self, placing: Call, server: FakeAI) -> None:
        texts = [str(number) for number in range(2 * MOST_TEXTS + 1)]
        found = placing.embed(texts)
        assert found.vectors == tuple(placing.embed([text]).vectors[0] for text in texts[:1]) + found.vectors[1:]
        assert placing.embed(texts[-1:]).vectors == found.vectors[-1:]
        assert [len(one.body["input"]) for one in server.asked[:3]] == [MOST_TEXTS, MOST_TEXTS, 1]
        assert (len(found.vectors), found.usage) == (len(texts), Usage(33))
        assert LedgerLine.objects.get().calls == 5

    def test_what_went_well_before_a_failure_stays_paid(self, placing: Call, server: FakeAI) -> None:
        server.script(Turn(), Turn(status=401))
        with pytest.raises(ProviderFailed):
            placing.embed(["x"] * (MOST_TEXTS + 1))
        line = LedgerLine.objects.get()
        assert (line.calls, line.failed, line.taken) == (2, 1, 11)
        assert spent() == {cost(Usage(11), UNKNOWN)}

    def test_nothing_to_place_asks_nobody(self, placing: Call, server: FakeAI) -> None:
        assert placing.embed([]).vectors == ()
        assert server.asked == []
        assert not LedgerLine.objects.exists()

    def test_a_spent_budget_refuses_and_nothing_is_sent(
        self, placing: Call, server: FakeAI, settings: Settings
    ) -> None:
        settings.BUDGETS = {"person": 0, "day": 9, "month": 9}
        with pytest.raises(BudgetSpent):
            placing.embed(["one"])
        assert server.asked == []

    @pytest.mark.parametrize("text", ["one two three", "Straße", "仕事を探しています", "🙂"])
    def test_the_estimate_is_no_less_than_a_token_for_two_bytes(self, text: str) -> None:
        assert most_of_texts([text, text]).taken >= len(text.encode())


class TestPlaces:
    def test_beyond_the_seats_nobody_waits(
        self, hearing: Call, placing: Call, server: FakeAI, settings: Settings
    ) -> None:
        settings.MODEL_SEATS = 2
        with seat(), seat():
            with pytest.raises(NoSeat):
                hearing.transcribe(silence(), filename="x.wav")
            with pytest.raises(NoSeat):
                placing.embed(["one"])
        assert server.asked == []
        assert hearing.transcribe(silence(), filename="x.wav").text == "Hello there."

    def test_a_provider_at_rest_is_left_alone(self, hearing: Call, placing: Call, server: FakeAI) -> None:
        server.script(*[Turn(status=401)] * breaker.FAILURES)
        for _ in range(breaker.FAILURES):
            with pytest.raises(ProviderFailed):
                placing.embed(["one"])
        with pytest.raises(Resting):
            hearing.transcribe(silence(), filename="x.wav")
        assert len(server.asked) == breaker.FAILURES
