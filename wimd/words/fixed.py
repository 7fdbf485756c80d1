"""What is said to what there is a fixed answer for."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from wimd.domain.coach import State
from wimd.domain.intents import Intent


def fixed_words(intent: Intent, state: State) -> str:
    """Return what is said to a question there is a fixed answer for."""
    return _FIXED[intent](state)


_FIXED: dict[Intent, Callable[[State], str]] = {
    Intent.HUMAN: lambda state: _("A person can be the better choice. Here is where to find one.") if state.has_human else _("A person can be the better choice. This place has no coach of its own; a library, a union, a job centre or somebody you trust often knows one nearby."),
    Intent.FAST_TRACK: lambda _state: _("The fast track it is: eight short questions. One click and the first one is in front of you."),
    Intent.DISCOVERY: lambda _state: _("Discovery it is: ten steps, one question at a time, and you can stop after any of them."),
    Intent.RESUME: lambda _state: _("The résumé studio does that. It works only with what you really did: your old résumé, or your answers here."),
    Intent.JOBS: lambda _state: _("Here is the list, ordered by what you told me, with the reasons beside each one. The more I know, the better the order."),
    Intent.STUCK: lambda _state: _("Being stuck is a real place, and it has exits. Two ways to begin: eight short questions, or ten steps in your own time. Which one suits today?"),
    Intent.ABOUT: lambda _state: _("I am Mosaic’s coach, a program and not a person. I hold up a mirror: I repeat your words, ask one question at a time and offer a small step. I know what you told me here and nothing else."),
    Intent.PRIVACY: lambda _state: _("What you write stays in this service, encrypted under a key of your own, and goes to nobody, unless you yourself let a language model see a masked text. It is erased when you say so, or some weeks after your last visit."),
    Intent.ANGER: lambda _state: _("That missed the point, and being tired of it makes sense. In a few words: what were you hoping to get just now?"),
    Intent.THANKS: lambda _state: _("You are welcome. It is your work that is in here."),
    Intent.GOODBYE: lambda _state: _("Until then. Everything is kept; you come back to exactly this place."),
    Intent.GREETING: lambda _state: _("Hello. What is on your mind today?"),
    Intent.DONT_KNOW: lambda _state: _("Not knowing is a fair answer. Something smaller: what did you do yesterday that felt lighter than the rest?"),
    Intent.OTHER_LANGUAGE: lambda _state: _("I am sorry, I only follow English well so far. Short, simple sentences are plenty, and your résumé can be in English too."),
}  # fmt: skip
