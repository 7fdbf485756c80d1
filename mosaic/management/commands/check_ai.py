"""`manage.py check_ai`: one small call for every purpose, with nothing of anybody in it."""

import time
import wave
from collections.abc import Callable, Mapping
from io import BytesIO

from django.core.management.base import BaseCommand, CommandError
from pydantic import BaseModel

from mosaic.ai import registry
from mosaic.ai.budget import BudgetSpent
from mosaic.ai.calling import Call, Resting
from mosaic.ai.domain.calls import Ask, Failure, Provider, ProviderFailed, Reply, Said, Speaker, Usage
from mosaic.ai.domain.purposes import Purpose
from mosaic.ai.domain.shapes import OutOfShape, shaped

ASK = Ask(
    "This is a check by the operator of a service. Answer in the shape that is asked for.",
    (Said(Speaker.PERSON, "Say that you are ready, in one short sentence of English."),),
    most_tokens=500,
)
WORD = "carpenter"
SILENCE = 0.5
RATE = 16_000
WORDS = {
    Failure.TOO_SLOW: "did not answer in time",
    Failure.UNREACHABLE: "cannot be reached: the address, the network or a proxy",
    Failure.TOO_MANY: "refuses for now: more requests than the account may make, or no credit",
    Failure.OVERLOADED: "answers with an error of its own; it may pass",
    Failure.REFUSED: "refuses the request: most often a model name it does not know",
    Failure.NO_ACCESS: "refuses the key",
    Failure.UNREADABLE: "answers something that is not its protocol: the address may be wrong",
}


class Ready(BaseModel):
    """What is asked for where answers come in a shape."""

    sentence: str
    ready: bool


class Command(BaseCommand):
    """Costs a fraction of a cent; exits with 1 when something that is configured does not work."""

    help = "Make one small call per purpose and model, and say what happened."

    def handle(self, **_: object) -> None:
        """Ask everybody once."""
        if not registry.configured():
            self.stdout.write(
                "No model is used: no key or address is set, or FEATURE_MODELS is off. Nothing is missing."
            )
            return
        worked = [works for purpose in Purpose for works in self._check_all(purpose)]
        if not all(worked):
            raise CommandError(f"{worked.count(False)} of {len(worked)} do not work.")

    def _check_all(self, purpose: Purpose) -> list[bool]:
        choices = registry.asked_for(purpose)
        if not choices:
            self.stdout.write(
                f"{purpose:<10} nobody is asked: it is switched off, or no provider named for it has a key"
            )
        return [self._check(purpose, *choice) for choice in choices]

    def _check(self, purpose: Purpose, provider: Provider, model: str) -> bool:
        began = time.monotonic()
        works, said = _called(purpose, Call(purpose, provider, model))
        line = f"{purpose:<10} {provider.name}:{model:<24} {said}"
        self.stdout.write(f"{line}, {time.monotonic() - began:.1f} s" if works else line)
        return works


def _called(purpose: Purpose, call: Call) -> tuple[bool, str]:
    """Return whether a call went well, and what happened."""
    try:
        return True, CHECKS.get(purpose, _shaped)(call)
    except ProviderFailed as error:
        return False, WORDS[error.failure] + (f" (status {error.status})" if error.status else "")
    except OutOfShape:
        return False, "answers, but not in the shape it is asked for"
    except Resting:
        return False, "failed several times a moment ago and is left alone for a minute"
    except BudgetSpent as error:
        return False, f"is not asked: the {error.purse}'s budget is spent"


def _shaped(call: Call) -> str:
    _, replies = shaped(ASK, Ready, call.complete)
    again = ", at the second attempt" if len(replies) > 1 else ""
    return f"works as {replies[-1].model}{again}: {_tokens(*(one.usage for one in replies))}"


def _streamed(call: Call) -> str:
    pieces = call.stream(ASK)
    while True:
        try:
            next(pieces)
        except StopIteration as end:
            reply: Reply = end.value
            return f"works as {reply.model}: {_tokens(reply.usage)}"


def _transcribed(call: Call) -> str:
    found = call.transcribe(silence(), filename="check.wav", length=SILENCE)
    return f"works: {SILENCE} s of silence heard, {_tokens(found.usage)}"


def _embedded(call: Call) -> str:
    found = call.embed([WORD])
    return f"works as {found.model}: {len(found.vectors[0])} numbers a text, {_tokens(found.usage)}"


CHECKS: Mapping[Purpose, Callable[[Call], str]] = {
    Purpose.COACH: _streamed,
    Purpose.TRANSCRIBE: _transcribed,
    Purpose.EMBED: _embedded,
}


def _tokens(*used: Usage) -> str:
    return f"{sum(one.taken for one in used)} tokens in, {sum(one.given for one in used)} out"


def silence() -> BytesIO:
    """Return a recording in which nobody says anything."""
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(bytes(2 * int(RATE * SILENCE)))
    return file
