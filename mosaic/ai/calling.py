"""One call of one model: a place to wait, a provider that is well, money; afterwards what it took is written down."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from mosaic.ai import breaker, budget
from mosaic.ai.domain.calls import Ask, Pieces, Provider, ProviderFailed, Reply, Usage
from mosaic.ai.domain.media import Embedded, Embedder, Transcriber, Transcript, batches_of, joined, size_of
from mosaic.ai.domain.patience import patiently
from mosaic.ai.domain.prices import cost, most_of, most_of_recording, most_of_texts, paid_for, price_of
from mosaic.ai.domain.purposes import Choice
from mosaic.ai.seats import seat
from mosaic.lib import metrics

SECONDS = 30.0
SECONDS_TO_HEAR = 300.0
"""A recording is sent and listened to in so long."""
SECONDS_TO_WORDS = 10.0
"""A person who reads along waits so long for the first words, and for each next ones."""


class Resting(Exception):
    """The provider failed too often a moment ago and is left alone."""


def _go_ahead() -> None:
    """Let it be sent."""


@dataclass(slots=True)
class Call:
    """A call of a model for somebody, or for nobody where the operator asks."""

    purpose: str
    provider: Provider
    model: str
    person_id: UUID | None = None
    used: Usage = field(default_factory=Usage)
    micros: int = 0
    about_to_send: Callable[[], None] = _go_ahead
    """Called when nothing stands in the way any more; what it raises keeps everything here, and costs nothing."""

    def complete(self, ask: Ask) -> Reply:
        """Return the whole answer. Raises NoSeat, Resting, BudgetSpent, ProviderFailed."""
        with self._paid(most_of(ask)):
            reply = patiently(
                lambda seconds: self.provider.complete(ask, model=self.model, seconds=seconds), seconds=SECONDS
            )
            self.used = reply.usage
        return reply

    def stream(self, ask: Ask) -> Pieces:
        """Yield the answer as it comes, once. Raises as `complete` does; what came before a failure stays said."""
        with self._paid(most_of(ask)):
            # Until it is known better, everything that was put aside counts as used: somebody may leave half-way.
            self.used = most_of(ask)
            reply = yield from self.provider.stream(ask, model=self.model, seconds=SECONDS_TO_WORDS)
            self.used = reply.usage
        return reply

    def transcribe(
        self, file: BinaryIO, *, filename: str, length: float | None = None, language: str = ""
    ) -> Transcript:
        """Return the words of a recording of so many seconds, if somebody knows them. Raises as `complete` does."""
        provider = self.provider
        if not isinstance(provider, Transcriber):
            raise TypeError(f"{provider.name} does not transcribe")
        most = most_of_recording(size_of(file), length)
        asking = partial(provider.transcribe, file, filename=filename, model=self.model, language=language)
        with self._paid(most):
            found = patiently(lambda seconds: asking(seconds=seconds), seconds=SECONDS_TO_HEAR)
            self.used = paid_for(found.usage, most)
        return found

    def embed(self, texts: Sequence[str]) -> Embedded:
        """Return a vector for each text; every batch is a call of its own. Raises as `complete` does."""
        return joined([self._batch(batch) for batch in batches_of(texts)], self.model)

    def _batch(self, texts: Sequence[str]) -> Embedded:
        provider = self.provider
        if not isinstance(provider, Embedder):
            raise TypeError(f"{provider.name} does not embed")
        with self._paid(most_of_texts(texts)):
            found = patiently(lambda seconds: provider.embed(texts, model=self.model, seconds=seconds), seconds=SECONDS)
            self.used = found.usage
        return found

    @contextmanager
    def _paid(self, most: Usage) -> Iterator[None]:
        price = price_of(self.model, settings.MODEL_PRICES)
        with seat():
            if not breaker.lets_through(self.provider.name):
                raise Resting
            reserved = budget.reserve(self.person_id, cost(most, price))
            with self._given_back(reserved):
                self.about_to_send()
            # A call may be made again, and what was used before is paid for.
            self.used, failed = Usage(), False
            try:
                yield
                breaker.note_answer(self.provider.name)
                metrics.PROVIDER_ANSWERS.labels(self.provider.name, "answered").inc()
            except ProviderFailed as error:
                failed = True
                # What was refused costs nothing; what broke off half-way is paid for as if it had been whole.
                self.used = self.used if error.partly else Usage()
                breaker.note_failure(self.provider.name, error.failure)
                metrics.PROVIDER_ANSWERS.labels(self.provider.name, error.failure.value).inc()
                raise
            finally:
                self.micros = cost(self.used, price)
                budget.settle(reserved, self.micros)
                choice = Choice(self.provider.name, self.model)
                budget.note(self.purpose, choice, self.used, self.micros, failed=failed)

    @contextmanager
    def _given_back(self, reserved: budget.Reserved) -> Iterator[None]:
        """Put the money back when the last step before sending is refused."""
        is_going = False
        try:
            yield
            is_going = True
        finally:
            if not is_going:
                budget.settle(reserved, 0)
