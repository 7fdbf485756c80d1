"""The door to models: who may be asked, what leaves, what is kept of it, and what comes out."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections
from prometheus_client import REGISTRY
from pydantic import BaseModel
from pytest_django import Settings

from mosaic.ai import breaker, door
from mosaic.ai.budget import BudgetSpent
from mosaic.ai.domain.calls import Ask, Failure, Said, Speaker
from mosaic.ai.domain.checks import Grounds
from mosaic.ai.domain.covered import covered
from mosaic.ai.domain.masking import MaskingFailed
from mosaic.ai.domain.purposes import Purpose
from mosaic.ai.domain.wishes import Answer, Why, Wish
from mosaic.ai.models import Breaker, LedgerLine, Spent
from mosaic.ai.sending import NotAnswered
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.services import add
from mosaic.lib.returning import Returning
from mosaic.people import consent
from mosaic.people import services as people
from mosaic.people.models import AIMode, AIReceipt, Person
from tests.ai.fake import FakeAI, Turn
from tests.ai.keys import two_providers

pytestmark = pytest.mark.django_db

OWN = "I ran the night shift at the bakery. Write to me: ada.berg@example.org."
GOOD = ("You said you ran the ", "night shift at the bakery. ", "What was good about it?")
WISH = Wish(
    Purpose.COACH,
    "coach-1",
    Ask("Reflect and ask.", (Said(Speaker.PERSON, OWN),), most_tokens=200),
    Grounds(own=(OWN,), system="Reflect and ask."),
)
OUTCOME, STATE = AIReceipt.Outcome, AIReceipt.State


class Named(BaseModel):
    """An answer in a shape."""

    place: str
    quote: str


@pytest.fixture
def providers(settings: Settings) -> Iterator[tuple[FakeAI, FakeAI]]:
    with two_providers(settings) as servers:
        yield servers


@pytest.fixture(autouse=True)
def one(providers: tuple[FakeAI, FakeAI]) -> FakeAI:
    return providers[0]


@pytest.fixture
def other(providers: tuple[FakeAI, FakeAI]) -> FakeAI:
    return providers[1]


def somebody(mode: AIMode) -> Person:
    person = people.begin().session.person
    consent.set_mode(person, mode)
    return person


@pytest.fixture
def ana() -> Person:
    return somebody(AIMode.ON)


def said(stream: door.Stream) -> tuple[str, Answer]:
    spoken = Returning(stream)
    return "".join(spoken), spoken.value


def why(person: Person, wish: Wish = WISH) -> NotAnswered:
    with pytest.raises(NotAnswered) as caught:
        said(door.stream(person, wish))
    return caught.value


def the_receipt() -> AIReceipt:
    return AIReceipt.objects.get()


def bodies(*servers: FakeAI) -> str:
    return " ".join(str(asked.body) for server in servers for asked in server.asked)


class TestWhoMayBeAsked:
    def test_nothing_leaves_before_a_person_has_chosen(self, one: FakeAI, other: FakeAI) -> None:
        nobody = people.begin().session.person
        assert nobody.ai_mode == AIMode.OFF
        none = why(nobody)
        assert (none.why, none.degraded) == (Why.OFF, False)
        assert one.asked == other.asked == []
        assert not AIReceipt.objects.exists()

    def test_without_a_key_nobody_is_asked(self, ana: Person, settings: Settings) -> None:
        settings.ANTHROPIC_API_KEY = settings.OPENAI_API_KEY = settings.OPENAI_BASE_URL = ""
        none = why(ana)
        assert (none.why, none.degraded) == (Why.NOBODY, False)

    def test_the_operator_can_switch_models_off(self, ana: Person, settings: Settings) -> None:
        settings.FEATURES = {**settings.FEATURES, "models": False}
        assert why(ana).why is Why.NOBODY

    def test_a_person_who_turns_it_off_meanwhile_is_not_sent(
        self, ana: Person, one: FakeAI, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def turned_off(*args: object) -> object:
            consent.set_mode(ana, AIMode.OFF)
            return covered(*args)  # type: ignore[arg-type]  # passed on as they came

        monkeypatch.setattr(door, "covered", turned_off)
        assert why(ana).why is Why.OFF
        assert one.asked == []
        assert not any(Spent.objects.values_list("micros", flat=True))
        assert not LedgerLine.objects.exists()


class TestWhatLeaves:
    def test_contact_data_is_masked_and_comes_back(self, ana: Person, one: FakeAI) -> None:
        one.script(Turn(("Shall I keep ", "the address [EMAIL 1]?"), taken=5, given=6))
        one.script(Turn(GOOD))
        said(door.stream(ana, WISH))
        assert "ada.berg" not in bodies(one)
        assert "night shift" in bodies(one)

    def test_the_name_of_the_person_is_masked_whatever_the_purpose(self, ana: Person, one: FakeAI) -> None:
        add(ana, kind=FactKind.PREFERRED_NAME, label="Ottilie Grünwald", polarity=Polarity.HAS)
        own = "They call me Ottilie Grünwald at the bakery."
        one.script(Turn(("At the bakery they know your name. ", "What else?")))
        said(door.stream(ana, Wish(Purpose.COACH, "coach-1", Ask("", (Said(Speaker.PERSON, own),)), Grounds((own,)))))
        assert "Ottilie" not in bodies(one)
        assert "Ottilie" not in the_receipt().payload

    def test_the_receipt_is_what_left_word_for_word(self, ana: Person, one: FakeAI) -> None:
        one.script(Turn(GOOD, taken=40, given=9))
        said(door.stream(ana, WISH))
        receipt = the_receipt()
        sent = one.asked[0].body
        assert receipt.payload == f"[person]\n{sent['messages'][0]['content']}\n\n[instructions]\n{sent['system']}"
        assert (receipt.provider, receipt.model, receipt.purpose, receipt.prompt) == (
            "anthropic", "large", "coach", "coach-1",
        )  # fmt: skip
        assert (receipt.state, receipt.outcome) == (STATE.SENT, OUTCOME.ANSWERED)
        assert (receipt.taken, receipt.given) == (40, 9)
        assert receipt.micros == LedgerLine.objects.get().micros > 0
        assert receipt.took is not None
        assert receipt.request is None

    def test_none_of_twenty_planted_details_leaves_or_stands_on_the_receipt(self, ana: Person, one: FakeAI) -> None:
        add(ana, kind=FactKind.PREFERRED_NAME, label="Ottilie Grünwald", polarity=Polarity.HAS)
        own = (
            "I'm Ottilie Grünwald, friends say Ottilie. Born on 12 March 1984. Write to ottilie.g@example.org or "
            "o (dot) gruenwald (at) example (dot) net, call +44 7700 900123 or (020) 7946 0958 or 0049 30 901820. I live at "
            "14 Mill Lane, Leeds LS6 2AB; before that Hauptstraße 5, 10115 Berlin. See linkedin.com/in/ottilie-g, "
            "github.com/ottiliecodes, https://gruenwald.example/me and @ottilie_bakes. My NI number is QQ 12 34 56 C, my IBAN "
            "DE89 3704 0044 0532 0130 00. My manager Tom Fielding, Dr Okafor and my referee Priya Raman know me. "
            "Yours, Ottilie Grünwald. I ran the night shift at the bakery."
        )
        planted = (
            "Ottilie", "Grünwald", "1984", "ottilie.g@", "gruenwald (at)", "7700 900123", "7946 0958", "901820", "Mill Lane",
            "LS6 2AB", "Hauptstraße", "10115", "linkedin.com", "github.com", "gruenwald.example", "ottilie_bakes",
            "QQ 12", "0532 0130", "Fielding", "Okafor", "Raman",
        )  # fmt: skip
        one.script(Turn(GOOD))
        said(door.stream(ana, Wish(Purpose.COACH, "coach-1", Ask("", (Said(Speaker.PERSON, own),)), Grounds((own,)))))
        left = bodies(one) + the_receipt().payload
        assert "night shift at the bakery" in left
        assert [secret for secret in planted if secret.casefold() in left.casefold()] == []

    def test_what_was_spent_is_counted_for_operators(self, ana: Person, one: FakeAI) -> None:
        series = {"purpose": "coach", "model": "large"}
        before = REGISTRY.get_sample_value("mosaic_provider_dollars_total", series) or 0.0
        one.script(Turn(GOOD, taken=40, given=9))
        said(door.stream(ana, WISH))
        counted = REGISTRY.get_sample_value("mosaic_provider_dollars_total", series)
        assert counted == pytest.approx(before + the_receipt().micros / 1_000_000)
        assert REGISTRY.get_sample_value("mosaic_provider_tokens_total", {"model": "large", "direction": "sent"})

    def test_what_cannot_be_masked_does_not_leave(
        self, ana: Person, one: FakeAI, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fails(*_: object) -> object:
            raise MaskingFailed

        monkeypatch.setattr(door, "covered", fails)
        none = why(ana)
        assert (none.why, none.degraded) == (Why.UNMASKABLE, True)
        assert one.asked == []


class TestAskFirst:
    @pytest.fixture
    def ben(self) -> Person:
        return somebody(AIMode.ASK)

    def test_nothing_is_sent_before_the_yes_and_exactly_that_text_after_it(self, ben: Person, one: FakeAI) -> None:
        none = why(ben)
        assert (none.why, none.degraded) == (Why.WAITING, False)
        assert one.asked == []
        receipt = the_receipt()
        assert none.receipt == receipt
        assert "ada.berg" not in receipt.payload
        consent.decide(ben, receipt.pk, send=True)
        one.script(Turn(GOOD))
        text, answer = said(door.stream_approved(AIReceipt.objects.get(), WISH))
        assert text == "".join(GOOD)
        assert answer == Answer("anthropic", "large")
        sent = one.asked[0].body
        assert receipt.payload == f"[person]\n{sent['messages'][0]['content']}\n\n[instructions]\n{sent['system']}"
        assert (the_receipt().state, the_receipt().outcome, the_receipt().request) == (
            STATE.SENT, OUTCOME.ANSWERED, None,
        )  # fmt: skip

    def test_it_is_sent_once(self, ben: Person, one: FakeAI) -> None:
        why(ben)
        consent.decide(ben, the_receipt().pk, send=True)
        approved = AIReceipt.objects.get()
        one.script(Turn(GOOD))
        said(door.stream_approved(approved, WISH))
        with pytest.raises(NotAnswered, match="off"):
            said(door.stream_approved(approved, WISH))
        assert len(one.asked) == 1

    def test_an_answer_that_cannot_be_used_is_not_asked_for_again(self, ben: Person, one: FakeAI) -> None:
        why(ben)
        consent.decide(ben, the_receipt().pk, send=True)
        one.script(Turn(("You should quit.",)), Turn(GOOD))
        with pytest.raises(NotAnswered, match="unusable"):
            said(door.stream_approved(AIReceipt.objects.get(), WISH))
        assert len(one.asked) == 1
        assert the_receipt().outcome == OUTCOME.UNUSED

    @pytest.mark.parametrize("ending", ["no", "off"])
    def test_after_a_no_what_was_kept_for_sending_is_gone(self, ben: Person, ending: str) -> None:
        why(ben)
        assert the_receipt().request is not None
        if ending == "no":
            consent.decide(ben, the_receipt().pk, send=False)
        else:
            consent.set_mode(ben, AIMode.OFF)
        assert the_receipt().request is None


class TestWhoAnswers:
    def test_the_next_one_is_asked_when_the_first_fails(self, ana: Person, one: FakeAI, other: FakeAI) -> None:
        one.script(Turn(status=500))
        other.script(Turn(GOOD))
        text, answer = said(door.stream(ana, WISH))
        assert text == "".join(GOOD)
        assert answer.provider == "openai"
        assert set(AIReceipt.objects.values_list("provider", "outcome")) == {
            ("anthropic", OUTCOME.FAILED),
            ("openai", OUTCOME.ANSWERED),
        }

    def test_when_all_fail_nothing_was_said(self, ana: Person, one: FakeAI, other: FakeAI) -> None:
        one.script(Turn(status=529))
        other.script(Turn(status=401))
        none = why(ana)
        assert (none.why, none.degraded) == (Why.FAILED, True)

    def test_a_resting_provider_is_passed_over_without_a_receipt(self, ana: Person, one: FakeAI, other: FakeAI) -> None:
        for _ in range(5):
            breaker.lets_through("anthropic")
            breaker.note_failure("anthropic", Failure.OVERLOADED)
        assert Breaker.objects.get(provider="anthropic").open_until
        other.script(Turn(GOOD))
        assert said(door.stream(ana, WISH))[1].provider == "openai"
        assert one.asked == []
        assert the_receipt().provider == "openai"

    def test_an_answer_that_breaks_off_keeps_what_was_said(self, ana: Person, one: FakeAI, other: FakeAI) -> None:
        one.script(Turn(("You said you ran the ", "night shift at the bakery. ", "What was ", "good?"), cut_after=3))
        text, answer = said(door.stream(ana, WISH))
        assert text.strip() == "You said you ran the night shift at the bakery."
        assert not answer.is_whole
        assert other.asked == []
        assert the_receipt().outcome == OUTCOME.PARTLY

    @pytest.fixture
    def no_work(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def worked_out(*_: object) -> object:
            raise AssertionError("a wish was masked for nobody")

        monkeypatch.setattr(door, "covered", worked_out)

    @pytest.mark.usefixtures("no_work")
    def test_no_room_to_wait_is_answered_at_once(self, ana: Person, settings: Settings, one: FakeAI) -> None:
        settings.MODEL_SEATS = 0
        none = why(ana)
        assert (none.why, none.degraded) == (Why.BUSY, True)
        assert one.asked == []

    @pytest.mark.usefixtures("no_work")
    def test_while_all_rest_it_is_answered_at_once(self, ana: Person, one: FakeAI, other: FakeAI) -> None:
        for provider in ("anthropic", "openai"):
            for _ in range(5):
                breaker.lets_through(provider)
                breaker.note_failure(provider, Failure.OVERLOADED)
        none = why(ana)
        assert (none.why, none.degraded) == (Why.FAILED, True)
        assert one.asked == other.asked == []

    @pytest.mark.parametrize("purse", ["person", "day", "month"])
    def test_a_spent_budget_refuses(self, ana: Person, settings: Settings, one: FakeAI, purse: str) -> None:
        settings.BUDGETS = {**settings.BUDGETS, purse: 0}
        none = why(ana)
        assert (none.why, none.degraded) == (Why.SPENT, True)
        assert isinstance(none.__cause__, BudgetSpent)
        assert one.asked == []

    def test_too_many_in_an_hour_are_refused(self, ana: Person, settings: Settings, one: FakeAI) -> None:
        settings.RATES = {**settings.RATES, "models": "1/h"}
        one.script(Turn(GOOD))
        said(door.stream(ana, WISH))
        assert why(ana).why is Why.SPENT
        assert len(one.asked) == 1


class TestChecks:
    def test_a_first_sentence_that_breaks_a_rule_is_asked_for_once_more(self, ana: Person, one: FakeAI) -> None:
        one.script(Turn(("You should quit. ", "Why not?")), Turn(GOOD))
        assert said(door.stream(ana, WISH))[0] == "".join(GOOD)
        again = one.asked[1].body["messages"]
        assert [turn["role"] for turn in again] == ["user", "assistant", "user"]
        assert "directive" in again[-1]["content"]
        assert list(AIReceipt.objects.order_by("created_at").values_list("outcome", flat=True)) == [
            OUTCOME.UNUSED, OUTCOME.ANSWERED,
        ]  # fmt: skip

    def test_twice_is_enough(self, ana: Person, one: FakeAI, other: FakeAI) -> None:
        one.script(Turn(("You should quit.",)), Turn(("You must go.",)))
        none = why(ana)
        assert (none.why, none.degraded) == (Why.UNUSABLE, True)
        assert len(one.asked) == 2
        assert other.asked == []

    def test_a_later_sentence_that_breaks_a_rule_ends_the_answer(self, ana: Person, one: FakeAI) -> None:
        one.script(Turn(("You ran the night shift. ", "You should quit. ", "What now?")))
        text, answer = said(door.stream(ana, WISH))
        assert text == "You ran the night shift. "
        assert not answer.is_whole
        assert len(one.asked) == 1

    def test_somebody_who_leaves_half_way_leaves_a_settled_receipt(self, ana: Person, one: FakeAI) -> None:
        one.script(Turn(GOOD, between=0.01))
        stream = door.stream(ana, WISH)
        next(stream)
        stream.close()
        assert the_receipt().outcome == OUTCOME.PARTLY
        assert the_receipt().given == WISH.ask.most_tokens


class TestShapes:
    def no_faults(self, _: Named) -> str:
        return ""

    def test_an_answer_in_a_shape_comes_back_unmasked(self, ana: Person, one: FakeAI) -> None:
        add(ana, kind=FactKind.PREFERRED_NAME, label="Ottilie Grünwald", polarity=Polarity.HAS)
        own = "Ottilie Grünwald ran the bakery."
        wish = Wish(Purpose.EXTRACT, "extract-1", Ask("", (Said(Speaker.PERSON, own),)), Grounds((own,)))
        one.script(Turn(('{"place": "bakery", "quote": "[NAME 1] ran the bakery"}',)))
        found, answer = door.complete(ana, wish, Named, self.no_faults)
        assert found == Named(place="bakery", quote="Ottilie Grünwald ran the bakery")
        assert answer.provider == "anthropic"
        assert the_receipt().outcome == OUTCOME.ANSWERED

    def test_what_is_wrong_is_said_once_and_then_given_up(self, ana: Person, one: FakeAI) -> None:
        def faults(found: Named) -> str:
            return "" if found.quote in OWN else "the quote is not literal"

        one.script(Turn(('{"place": "x", "quote": "never said"}',)), Turn(('{"place": "x", "quote": "night shift"}',)))
        assert door.complete(ana, WISH, Named, faults)[0].quote == "night shift"
        assert "not literal" in str(one.asked[1].body["messages"][-1])
        one.script(Turn(('{"place": "x", "quote": "never said"}',)), Turn(("no JSON",)))
        with pytest.raises(NotAnswered, match="unusable"):
            door.complete(ana, WISH, Named, faults)

    def test_the_next_one_is_asked_when_the_first_fails(self, ana: Person, one: FakeAI, other: FakeAI) -> None:
        one.script(Turn(status=403))
        other.script(Turn(('{"place": "x", "quote": "night shift"}',)))
        assert door.complete(ana, WISH, Named, self.no_faults)[1].provider == "openai"

    def test_in_mode_ask_it_waits(self, one: FakeAI) -> None:
        ben = somebody(AIMode.ASK)
        with pytest.raises(NotAnswered, match="waiting"):
            door.complete(ben, WISH, Named, self.no_faults)
        consent.decide(ben, the_receipt().pk, send=True)
        one.script(Turn(('{"place": "x", "quote": "night shift"}',)))
        assert door.complete_approved(the_receipt(), WISH, Named, self.no_faults)[0].place == "x"
        assert the_receipt().outcome == OUTCOME.ANSWERED


@pytest.mark.django_db(transaction=True)
def test_no_connection_is_held_while_a_model_is_waited_for(ana: Person, one: FakeAI) -> None:
    held: list[bool] = []
    here, answer = connections["default"], one.next_turn

    def seen(path: str, body: dict[str, Any]) -> Turn:
        held.append(here.connection is not None)
        return answer(path, body)

    one.next_turn = seen  # type: ignore[method-assign]  # asked in the server's thread about the connection of this one
    one.script(Turn(GOOD))
    said(door.stream(ana, WISH))
    assert held == [False]
