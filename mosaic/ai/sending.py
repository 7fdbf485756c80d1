"""A masked wish on its way to a model: the receipt before it leaves, the checks on what comes back."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from mosaic.ai.budget import BudgetSpent
from mosaic.ai.calling import Call
from mosaic.ai.domain.calls import Ask, End, Provider, ProviderFailed, Reply, Said, Speaker
from mosaic.ai.domain.checks import Checker, Finding
from mosaic.ai.domain.covered import Covered
from mosaic.ai.domain.wishes import DEGRADED, NO_ROOM, Why, Wish
from mosaic.ai.seats import NoSeat
from mosaic.lib.returning import Returning
from mosaic.lib.waiting import let_go
from mosaic.people import consent, rates
from mosaic.people.models import AIReceipt, Person

Outcome = AIReceipt.Outcome


class NotAnswered(Exception):
    """Nothing came of it, and not a word of it was yielded; `receipt` is what waits for the person's yes."""

    def __init__(self, why: Why, receipt: AIReceipt | None = None) -> None:
        super().__init__(why.value)
        self.why, self.receipt = why, receipt

    @property
    def degraded(self) -> bool:
        """Whether a model was wanted and could not be had."""
        return self.why in DEGRADED

    @property
    def has_no_room(self) -> bool:
        """Whether a budget is used up or all places are taken: later there may be room."""
        return self.why in NO_ROOM


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what keeps a call here into NotAnswered."""
    try:
        yield
    except NoSeat as error:
        raise NotAnswered(Why.BUSY) from error
    except (BudgetSpent, rates.RateExceeded) as error:
        raise NotAnswered(Why.SPENT) from error
    except consent.NotAllowed as error:
        raise NotAnswered(Why.OFF) from error


def begun(receipt: AIReceipt) -> AIReceipt:
    """Claim what a person has said yes to for sending, once. Raises NotAllowed, RateExceeded."""
    rates.spend("models", str(receipt.person_id))
    consent.begin_sending(receipt)
    receipt.refresh_from_db(fields=["state", "sent_at"])
    let_go()
    return receipt


@contextmanager
def settled(call: Call, sent: Sequence[AIReceipt], outcome: Callable[[], Outcome]) -> Iterator[None]:
    """Write down on the receipts of a call how it ended, however that was; `outcome` is asked unless nobody answered."""
    failed = False
    try:
        yield
    except ProviderFailed:
        failed = True
        raise
    finally:
        for receipt in sent:
            ended = Outcome.FAILED if failed else outcome()
            consent.settle(receipt, ended, taken=call.used.taken, given=call.used.given, micros=call.micros)


@dataclass(slots=True)
class Sending:
    """A masked wish; with `approved` the person has said yes to exactly this text."""

    person: Person
    wish: Wish
    covered: Covered
    approved: AIReceipt | None = None
    sent: list[AIReceipt] = field(default_factory=list)

    @contextmanager
    def call(self, provider: Provider, model: str, ask: Ask, outcome: Callable[[], Outcome]) -> Iterator[Call]:
        """Give a call that writes its receipt when it leaves, settled when it is over."""
        leaving: list[AIReceipt] = []
        call = Call(self.wish.purpose.value, provider, model, self.person.pk)
        call.about_to_send = lambda: leaving.append(self._note(provider, model, ask))
        with settled(call, leaving, outcome):
            yield call
        self.sent += leaving

    def _note(self, provider: Provider, model: str, ask: Ask) -> AIReceipt:
        """Write down what is about to leave; the person's mode is read once more. Raises NotAllowed, RateExceeded."""
        if self.approved:
            return begun(self.approved)
        rates.spend("models", str(self.person.pk))
        receipt = consent.note_sending(
            self.person,
            provider=provider.name,
            model=model,
            purpose=self.wish.purpose.value,
            payload=replace(self.covered, ask=ask).payload,
            prompt=self.wish.prompt,
            subject=self.wish.subject,
        )
        let_go()
        return receipt


class Spoken:
    """One streamed answer: iterating yields what passes the checks, unmasked; afterwards it tells how it went."""

    def __init__(self, sending: Sending, provider: Provider, model: str, ask: Ask) -> None:
        self._sending, self._provider, self._model, self._ask = sending, provider, model, ask
        self._checker = Checker(sending.covered.grounds, sending.wish.rules)
        self._heard: list[str] = []
        self.count = 0
        self.is_whole = False

    @property
    def finding(self) -> Finding | None:
        """What was wrong with it."""
        return self._checker.finding

    @property
    def is_refused(self) -> bool:
        """Whether the very first sentence was not fit to be said."""
        return self.finding is not None and not self.count

    def asked_again(self) -> Ask:
        """Return the same with what was wrong about this answer; never its words in ours."""
        fault = self.finding.fault.value if self.finding else ""
        again = f"That answer cannot be used ({fault}). Answer once more, within every rule of the instructions."
        turns = Said(Speaker.MODEL, "".join(self._heard) or "…"), Said(Speaker.PERSON, again)
        return replace(self._ask, said=(*self._ask.said, *turns))

    def __iter__(self) -> Iterator[str]:
        with self._sending.call(self._provider, self._model, self._ask, self._outcome) as call:
            yield from self._passed(Returning(call.stream(self._ask)))

    def _passed(self, pieces: Returning[Reply]) -> Iterator[str]:
        try:
            for piece in pieces:
                self._heard.append(piece)
                yield from self._unmasked(self._checker.take(piece))
                if self.finding:
                    pieces.close()
                    return
        except ProviderFailed:
            # What came before it broke off stays said.
            if self.count:
                return
            raise
        if pieces.value.end is End.WHOLE:
            yield from self._unmasked(self._checker.end())
            self.is_whole = self.finding is None and self.count > 0

    def _unmasked(self, sentences: Iterator[str]) -> Iterator[str]:
        for sentence in sentences:
            self.count += 1
            yield self._sending.covered.masking.restore(sentence)

    def _outcome(self) -> Outcome:
        if self.is_whole:
            return Outcome.ANSWERED
        return Outcome.PARTLY if self.count else Outcome.UNUSED
