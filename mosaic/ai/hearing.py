"""The door for recordings, which cannot be masked: each is sent only after a yes to exactly this one."""

from typing import BinaryIO

from mosaic.ai.calling import Call, Resting
from mosaic.ai.domain.calls import ProviderFailed
from mosaic.ai.domain.media import Transcript
from mosaic.ai.domain.purposes import Purpose
from mosaic.ai.domain.wishes import Why
from mosaic.ai.registry import asked_for, provider_named
from mosaic.ai.sending import NotAnswered, Outcome, begun, refusals, settled
from mosaic.people import consent
from mosaic.people.models import AIReceipt


def listener() -> tuple[str, str] | None:
    """Return provider and model that would be asked to write a recording down, or nothing."""
    return next(((provider.name, model) for provider, model in asked_for(Purpose.TRANSCRIBE)), None)


def transcribe(receipt: AIReceipt, file: BinaryIO, *, filename: str) -> Transcript:
    """Send a recording whose person has said yes to it, once; return its words. Raises NotAnswered.

    Of `filename` only the ending leaves. Waits up to five minutes.
    """
    provider = provider_named(receipt.provider)
    if provider is None or listener() is None:
        raise NotAnswered(Why.NOBODY)
    call = Call(Purpose.TRANSCRIBE.value, provider, receipt.model, receipt.person_id)
    sent: list[AIReceipt] = []
    call.about_to_send = lambda: sent.append(begun(receipt))
    try:
        with refusals(), settled(call, sent, lambda: Outcome.ANSWERED):
            return call.transcribe(file, filename=filename)
    except (Resting, ProviderFailed) as error:
        raise NotAnswered(Why.FAILED) from error


def agree(receipt_about: consent.Media) -> AIReceipt:
    """Keep a person's yes to one recording. Raises NotAnswered where nobody can or may be asked."""
    asked = listener()
    if asked is None:
        raise NotAnswered(Why.NOBODY)
    provider, model = asked
    with refusals():
        return consent.agree_to_media(receipt_about, provider=provider, model=model, purpose=Purpose.TRANSCRIBE.value)
