"""Money, rest and places to wait: what stands between a wish to ask a model and the call."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from decimal import Decimal
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone
from pytest_django import Settings

from mosaic.ai import breaker, budget
from mosaic.ai.budget import BudgetSpent
from mosaic.ai.calling import Call, Resting
from mosaic.ai.domain.calls import Ask, Failure, ProviderFailed, Said, Speaker, Usage
from mosaic.ai.domain.prices import (
    FEWEST_BYTES,
    UNKNOWN,
    Price,
    cost,
    most_of,
    most_of_recording,
    paid_for,
    prices_in,
)
from mosaic.ai.models import Breaker, LedgerLine, Spent
from mosaic.ai.providers.anthropic import AnthropicProvider
from mosaic.ai.seats import NoSeat
from tests.ai.fake import FakeAI, Turn, fake_ai

ASK = Ask("Be brief.", (Said(Speaker.PERSON, "Good morning."),), most_tokens=100)
CENT = 10_000


@pytest.fixture
def server() -> Iterator[FakeAI]:
    with fake_ai() as server:
        yield server


@pytest.fixture
def provider(server: FakeAI) -> Iterator[AnthropicProvider]:
    with closing(AnthropicProvider("a-key", server.url)) as provider:
        yield provider


@pytest.fixture
def call(provider: AnthropicProvider, db: None) -> Call:
    return Call("coach", provider, "one", uuid4())


def spent() -> dict[str, int]:
    return {row.purse if row.purse == "everybody" else "person": row.micros for row in Spent.objects.all()}


class TestPrices:
    def test_a_call_costs_what_its_tokens_cost(self) -> None:
        assert cost(Usage(1_000_000, 0), Price(Decimal(3), Decimal(15))) == 3_000_000
        assert cost(Usage(10, 20), Price(Decimal("0.25"), Decimal(2))) == 43  # 2.5 + 40, rounded up

    def test_prices_are_read(self) -> None:
        assert prices_in("a=3/15, org/b-2.1=0.25/2") == {
            "a": Price(Decimal(3), Decimal(15)),
            "org/b-2.1": Price(Decimal("0.25"), Decimal(2)),
        }

    def test_sound_is_priced_by_the_minute(self) -> None:
        prices = prices_in("hearing=0.006/min, a=3/15")
        assert prices["hearing"] == Price(Decimal(0), Decimal(0), Decimal("0.006"))
        assert cost(Usage(400, 90, seconds=90.0), prices["hearing"]) == 9_000
        assert cost(Usage(seconds=0.5), prices["hearing"]) == 50
        assert cost(Usage(10, 1, seconds=90.0), prices["a"]) == 45

    @pytest.mark.parametrize(
        "text", ["a", "a=3", "a=-3/1", "=1/2", "a=1/2/3", "a=nan/1", "a=min/1", "a=1/minute", "a=1/2/min"]
    )
    def test_anything_else_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match="model=sent/received"):
            prices_in(text)

    @pytest.mark.parametrize("text", ["a b c", "Straße und Öl", "仕事を探しています", "🙂🙂🙂"])
    def test_the_estimate_is_no_less_than_a_token_for_two_bytes(self, text: str) -> None:
        assert most_of(Ask("", (Said(Speaker.PERSON, text),))).taken >= len(text.encode()) // 2

    def test_a_recording_is_put_aside_by_its_length_or_its_size(self) -> None:
        assert most_of_recording(FEWEST_BYTES, 30.0).seconds == 30.0
        assert most_of_recording(3 * FEWEST_BYTES).seconds == 180.0
        # Where a model counts tokens, a recording has some, too.
        assert cost(most_of_recording(FEWEST_BYTES), Price(Decimal(6), Decimal(10))) == 600 * 6 + 240 * 10

    @pytest.mark.parametrize(
        ("told", "counts"),
        [
            (Usage(), Usage(600, 240, 60.0)),
            (Usage(seconds=45.0), Usage(600, 240, 45.0)),
            (Usage(500, 90), Usage(500, 90, 60.0)),
        ],
    )
    def test_what_is_not_told_of_a_recording_counts_as_put_aside(self, told: Usage, counts: Usage) -> None:
        assert paid_for(told, most_of_recording(FEWEST_BYTES)) == counts


class TestBudget:
    def test_what_was_put_aside_is_settled_with_what_it_took(self, call: Call, settings: Settings) -> None:
        settings.MODEL_PRICES = {"one": Price(Decimal(3), Decimal(15))}
        call.complete(ASK)
        assert Spent.objects.count() == 3
        assert set(Spent.objects.values_list("micros", flat=True)) == {11 * 3 + 7 * 15}

    @pytest.mark.parametrize("purse", ["person", "day", "month"])
    def test_a_spent_purse_refuses_and_nothing_is_sent(
        self, call: Call, server: FakeAI, settings: Settings, purse: str
    ) -> None:
        settings.BUDGETS = {"person": 9, "day": 9, "month": 9, purse: 0}
        with pytest.raises(BudgetSpent) as caught:
            call.complete(ASK)
        assert caught.value.purse == purse
        assert server.asked == []
        assert not any(Spent.objects.values_list("micros", flat=True))

    def until_spent(self, call: Call, purse: str) -> int:
        """Call until there is no money left; return how often it went well."""
        for answered in range(100):
            try:
                call.complete(ASK)
            except BudgetSpent as error:
                return answered if error.purse == purse else 0
        raise AssertionError("there is always money")

    def test_a_day_is_spent_and_refused(self, call: Call, server: FakeAI, settings: Settings) -> None:
        each = cost(Usage(11, 7), UNKNOWN)
        settings.BUDGETS = {"person": 100, "day": 3, "month": 100}
        answered = self.until_spent(call, "day")
        assert answered * each <= 3 * CENT
        assert answered == len(server.asked) > 10
        (line,) = LedgerLine.objects.all()
        assert (line.calls, line.micros) == (answered, answered * each)

    def test_one_persons_day_is_not_anothers(self, call: Call, settings: Settings) -> None:
        settings.BUDGETS = {"person": 2, "day": 100, "month": 100}
        assert self.until_spent(call, "person") > 0
        Call("coach", call.provider, "one", uuid4()).complete(ASK)

    def test_a_purse_says_nothing_about_whose_it_is(self, call: Call) -> None:
        call.complete(ASK)
        assert not [row for row in Spent.objects.all() if str(call.person_id) in row.purse]
        budget.forget_before(timezone.now() + timedelta(days=1))
        assert {row.purse for row in Spent.objects.all()} == {"everybody"}

    @pytest.mark.django_db(transaction=True)
    def test_all_at_once_never_spend_more_than_there_is(self, settings: Settings) -> None:
        settings.BUDGETS = {"person": 100, "day": 1, "month": 100}
        together = Barrier(8)

        def put_aside(_: int) -> int:
            together.wait()
            try:
                budget.reserve(None, CENT // 5)
            except BudgetSpent:
                return 0
            finally:
                connection.close()
            return 1

        with ThreadPoolExecutor(8) as threads:
            assert sum(threads.map(put_aside, range(8))) == 5

    def test_a_store_that_fails_refuses(self, call: Call, server: FakeAI, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*_: object, **__: object) -> None:
            raise DatabaseError

        monkeypatch.setattr(Spent.objects, "get_or_create", broken)
        with pytest.raises(DatabaseError):
            call.complete(ASK)
        assert server.asked == []


class TestStream:
    def heard(self, call: Call, most: int = 99) -> list[str]:
        pieces, found = call.stream(ASK), []
        for piece in pieces:
            found.append(piece)
            if len(found) == most:
                pieces.close()
        return found

    def test_a_whole_stream_costs_what_it_took(self, call: Call) -> None:
        assert self.heard(call) == ["Hello ", "there."]
        assert spent()["person"] == cost(Usage(11, 7), UNKNOWN)

    def test_one_somebody_left_costs_all_that_was_put_aside(self, call: Call) -> None:
        assert self.heard(call, most=1) == ["Hello "]
        assert spent()["person"] == cost(most_of(ASK), UNKNOWN)

    def test_a_refused_one_costs_nothing_and_a_broken_one_does(self, call: Call, server: FakeAI) -> None:
        server.script(Turn(status=529))
        with pytest.raises(ProviderFailed):
            self.heard(call)
        assert spent()["person"] == 0
        server.script(Turn(cut_after=1))
        with pytest.raises(ProviderFailed):
            self.heard(call)
        assert spent()["person"] == cost(most_of(ASK), UNKNOWN)


class TestBreaker:
    def fail(self, call: Call, server: FakeAI, status: int = 401) -> None:
        server.script(Turn(status=status))
        with pytest.raises(ProviderFailed):
            call.complete(ASK)

    def test_five_failures_give_a_rest_and_one_call_tries(self, call: Call, server: FakeAI) -> None:
        for _ in range(breaker.FAILURES):
            self.fail(call, server)
        with pytest.raises(Resting):
            call.complete(ASK)
        assert len(server.asked) == breaker.FAILURES
        Breaker.objects.update(open_until=timezone.now() - timedelta(seconds=1))
        assert breaker.lets_through("anthropic")
        assert not breaker.lets_through("anthropic")
        Breaker.objects.update(open_until=timezone.now() - timedelta(seconds=1))
        assert call.complete(ASK).text == "Hello there."
        assert call.complete(ASK).text == "Hello there."
        assert Breaker.objects.get().failures == 0

    def test_a_trial_that_fails_rests_again(self, call: Call, server: FakeAI) -> None:
        for _ in range(breaker.FAILURES):
            self.fail(call, server)
        Breaker.objects.update(open_until=timezone.now() - timedelta(seconds=1))
        self.fail(call, server)
        with pytest.raises(Resting):
            call.complete(ASK)

    def test_a_request_of_ours_that_is_wrong_says_nothing_about_them(self, call: Call, server: FakeAI) -> None:
        for _ in range(breaker.FAILURES + 1):
            self.fail(call, server, status=400)
        assert Breaker.objects.get().failures == 0

    def test_an_answer_between_begins_anew(self, call: Call, server: FakeAI) -> None:
        for _ in range(breaker.FAILURES - 1):
            self.fail(call, server)
        call.complete(ASK)
        self.fail(call, server)
        assert Breaker.objects.get().open_until is None

    def test_the_code_of_the_last_failure_is_kept(self, call: Call, server: FakeAI) -> None:
        self.fail(call, server)
        row = Breaker.objects.get()
        assert (row.last_error, row.last_failure is not None) == (Failure.NO_ACCESS, True)


class TestSeats:
    def test_beyond_the_seats_nobody_waits(self, call: Call, server: FakeAI, settings: Settings) -> None:
        settings.MODEL_SEATS = 1
        server.script(Turn(("One, ", "two."), between=0.05))
        pieces = call.stream(ASK)
        assert next(pieces) == "One, "
        with pytest.raises(NoSeat):
            Call("coach", call.provider, "one").complete(ASK)
        assert list(pieces) == ["two."]
        assert Call("coach", call.provider, "one").complete(ASK).text == "Hello there."
