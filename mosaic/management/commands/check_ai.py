"""`manage.py check_ai`: one small call for every purpose, with nothing of anybody in it."""

import time
from collections.abc import Iterator

from django.core.management.base import BaseCommand, CommandError
from pydantic import BaseModel

from mosaic.ai import registry
from mosaic.ai.budget import BudgetSpent
from mosaic.ai.calling import SECONDS, Call, Resting
from mosaic.ai.domain.calls import Ask, Failure, Provider, ProviderFailed, Reply, Said, Speaker
from mosaic.ai.domain.purposes import Purpose
from mosaic.ai.domain.shapes import OutOfShape, shaped

ASK = Ask(
    "This is a check by the operator of a service. Answer in the shape that is asked for.",
    (Said(Speaker.PERSON, "Say that you are ready, in one short sentence of English."),),
    most_tokens=500,
)
WORDS = {
    Failure.TOO_SLOW: f"did not answer within {SECONDS:.0f} s",
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
        worked = [self._check(purpose, *choice) for purpose, choice in _choices()]
        if not all(worked):
            raise CommandError(f"{worked.count(False)} of {len(worked)} do not work.")

    def _check(self, purpose: Purpose, provider: Provider, model: str) -> bool:
        began = time.monotonic()
        works, said = _called(purpose, provider, model)
        line = f"{purpose:<9} {provider.name}:{model:<24} {said}"
        self.stdout.write(f"{line}, {time.monotonic() - began:.1f} s" if works else line)
        return works


def _choices() -> Iterator[tuple[Purpose, tuple[Provider, str]]]:
    for purpose in Purpose:
        yield from ((purpose, choice) for choice in registry.asked_for(purpose))


def _called(purpose: Purpose, provider: Provider, model: str) -> tuple[bool, str]:
    """Return whether a call went well, and what happened."""
    call = Call(purpose, provider, model)
    try:
        replies = [_streamed(call)] if purpose is Purpose.COACH else shaped(ASK, Ready, call.complete)[1]
    except ProviderFailed as error:
        return False, WORDS[error.failure] + (f" (status {error.status})" if error.status else "")
    except OutOfShape:
        return False, "answers, but not in the shape it is asked for"
    except Resting:
        return False, "failed several times a moment ago and is left alone for a minute"
    except BudgetSpent as error:
        return False, f"is not asked: the {error.purse}'s budget is spent"
    taken, given = (sum(getattr(one.usage, name) for one in replies) for name in ("taken", "given"))
    again = ", at the second attempt" if len(replies) > 1 else ""
    return True, f"works as {replies[-1].model}{again}: {taken} tokens in, {given} out"


def _streamed(call: Call) -> Reply:
    pieces = call.stream(ASK)
    while True:
        try:
            next(pieces)
        except StopIteration as end:
            reply: Reply = end.value
            return reply
