"""The door every text for a model goes through: consent, masks, a receipt, somebody who answers, and the checks.

What comes out are whole sentences that passed every check, unmasked, or an answer in a shape that did.
"""

from collections.abc import Callable, Generator, Iterable
from typing import TypeVar

from django.conf import settings
from pydantic import BaseModel

from mosaic.ai import breaker, budget, known
from mosaic.ai.calling import Resting
from mosaic.ai.domain.calls import Ask, Provider, ProviderFailed, Reply, Usage
from mosaic.ai.domain.covered import Covered, again, covered
from mosaic.ai.domain.masking import MaskingFailed
from mosaic.ai.domain.prices import cost, price_of
from mosaic.ai.domain.purposes import Purpose
from mosaic.ai.domain.shapes import OutOfShape, restored, shaped
from mosaic.ai.domain.wishes import Answer, Why, Wish
from mosaic.ai.registry import asked_for, provider_named
from mosaic.ai.seats import is_free
from mosaic.ai.sending import NotAnswered, Outcome, Sending, Spoken, refusals
from mosaic.people import consent
from mosaic.people.models import AIMode, AIReceipt, Person

Stream = Generator[str, None, Answer]
"""Yields whole sentences, checked and unmasked, and returns who said them."""
Choices = Iterable[tuple[Provider, str]]
Shaped = TypeVar("Shaped", bound=BaseModel)
Faults = Callable[[Shaped], str]
"""Says what is wrong with an answer in words for a model, or nothing."""


def stream(person: Person, wish: Wish) -> Stream:
    """Say what a model says to a wish. Raises NotAnswered before the first sentence, and nothing after it."""
    choices, sending = _prepared(person, wish)
    return (yield from _first_to_speak(sending, choices))


def stream_approved(receipt: AIReceipt, wish: Wish) -> Stream:
    """Send exactly the text a person has said yes to, once, to the provider they saw. Raises NotAnswered as `stream`."""
    choices, sending = _approved(receipt, wish)
    return (yield from _first_to_speak(sending, choices))


def complete(person: Person, wish: Wish, shape: type[Shaped], faults: Faults[Shaped]) -> tuple[Shaped, Answer]:
    """Return an answer in a shape, unmasked, in which `faults` finds nothing. Raises NotAnswered.

    One that does not fit is sent back once with what is wrong about it.
    """
    choices, sending = _prepared(person, wish, shape)
    return _first_in_shape(sending, choices, shape, faults)


def complete_approved(
    receipt: AIReceipt, wish: Wish, shape: type[Shaped], faults: Faults[Shaped]
) -> tuple[Shaped, Answer]:
    """Do the same with exactly the text a person has said yes to, once. Raises NotAnswered."""
    choices, sending = _approved(receipt, wish)
    return _first_in_shape(sending, choices, shape, faults)


def allowed(person: Person, purpose: Purpose) -> list[tuple[Provider, str]]:
    """Return whom to ask, in order. Raises NotAnswered where nobody can or may be asked."""
    return _allowed(person, purpose)[0]


def _allowed(person: Person, purpose: Purpose) -> tuple[list[tuple[Provider, str]], AIMode]:
    choices = list(asked_for(purpose))
    if not choices:
        raise NotAnswered(Why.NOBODY)
    mode = consent.mode_of(person)
    if mode == AIMode.OFF:
        raise NotAnswered(Why.OFF)
    return choices, mode


def _prepared(person: Person, wish: Wish, shape: type[BaseModel] | None = None) -> tuple[Choices, Sending]:
    """Return whom to ask and what to send. Raises NotAnswered, also when the person wants to see it first."""
    choices, mode = _allowed(person, wish.purpose)
    asks_first = mode == AIMode.ASK
    if not asks_first:
        _check_room(person, wish.ask, choices)
    try:
        sending = covered(wish.ask, wish.grounds, known.known_of(person))
    except MaskingFailed as error:
        raise NotAnswered(Why.UNMASKABLE) from error
    if asks_first:
        raise NotAnswered(Why.WAITING, _kept_waiting(person, wish, sending, choices[0]))
    return choices, Sending(person, wish, sending)


def _check_room(person: Person, ask: Ask, choices: Choices) -> None:
    """Raise NotAnswered where nobody could be asked just now, before anything is worked out for them."""
    if not is_free():
        raise NotAnswered(Why.BUSY)
    if {provider.name for provider, _ in choices} <= breaker.resting():
        raise NotAnswered(Why.FAILED)
    with refusals():
        budget.check(person.pk, min(_least_of(ask, model) for _, model in choices))


def _least_of(ask: Ask, model: str) -> int:
    """Return what is put aside for a call at least, whatever masks make of its text."""
    return cost(Usage(0, ask.most_tokens), price_of(model, settings.MODEL_PRICES))


def _approved(receipt: AIReceipt, wish: Wish) -> tuple[Choices, Sending]:
    provider = provider_named(receipt.provider)
    if provider is None or not isinstance(receipt.request, dict):
        raise NotAnswered(Why.NOBODY)
    kept = again(receipt.request, wish.grounds, known.known_of(receipt.person))
    return [(provider, receipt.model)], Sending(receipt.person, wish, kept, approved=receipt)


def _kept_waiting(person: Person, wish: Wish, sending: Covered, choice: tuple[Provider, str]) -> AIReceipt:
    provider, model = choice
    with refusals():
        return consent.ask(
            person,
            provider=provider.name,
            model=model,
            purpose=wish.purpose.value,
            payload=sending.payload,
            prompt=wish.prompt,
            subject=wish.subject,
            request=sending.kept(),
        )


def _first_to_speak(sending: Sending, choices: Choices) -> Stream:
    for provider, model in choices:
        try:
            with refusals():
                return (yield from _speech_of(sending, provider, model))
        except (Resting, ProviderFailed):
            continue
    raise NotAnswered(Why.FAILED)


def _speech_of(sending: Sending, provider: Provider, model: str) -> Stream:
    """Say what one model says; an answer that fails a check before a word of it was said is asked for once more."""
    said = Spoken(sending, provider, model, sending.covered.ask)
    yield from said
    # A person has agreed to one text and no other, so nothing is asked for again after their word.
    if said.is_refused and not sending.approved:
        said = Spoken(sending, provider, model, said.asked_again())
        yield from said
    if not said.count:
        raise NotAnswered(Why.UNUSABLE)
    return Answer(provider.name, model, is_whole=said.is_whole)


def _first_in_shape(
    sending: Sending, choices: Choices, shape: type[Shaped], faults: Faults[Shaped]
) -> tuple[Shaped, Answer]:
    for provider, model in choices:
        try:
            with refusals():
                return _shape_of_one(sending, provider, model, shape, faults), Answer(provider.name, model)
        except (Resting, ProviderFailed):
            continue
        except OutOfShape as error:
            raise NotAnswered(Why.UNUSABLE) from error
    raise NotAnswered(Why.FAILED)


def _shape_of_one(
    sending: Sending, provider: Provider, model: str, shape: type[Shaped], faults: Faults[Shaped]
) -> Shaped:
    masking = sending.covered.masking

    def asking(ask: Ask) -> Reply:
        # Whether it can be used is known once it was read.
        with sending.call(provider, model, ask, lambda: Outcome.UNUSED) as call:
            return call.complete(ask)

    found, _ = shaped(
        sending.covered.ask,
        shape,
        asking,
        faults=lambda one: faults(restored(one, masking.restore)),
        is_repaired=not sending.approved,
    )
    consent.note_used(sending.sent[-1])
    return restored(found, masking.restore)
