"""What the coach says: its moves put into words. Plain, warm, never directive."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wimd.domain.coach import Move, Reply, State
from wimd.domain.safety import Danger
from wimd.words.fixed import _FIXED


def message_for(reply: Reply, state: State) -> str:
    """Return a reply as text; paragraphs are separated by empty lines."""
    return "\n\n".join(part for part in _PARTS[reply.move](reply, state) if part)


def _one_of(variant: int, *sentences: str) -> str:
    return sentences[variant % len(sentences)]


def _reflection(reply: Reply) -> str:
    if not reply.quote:
        return ""
    return _one_of(
        reply.variant,
        _("You wrote: “%(words)s”."),
        _("“%(words)s”. That is worth staying with for a moment."),
        _("I read: “%(words)s”."),
        _("“%(words)s”, you say."),
    ) % {"words": reply.quote}  # fmt: skip


def _noticed(state: State) -> str:
    if not state.noticed:
        return ""
    named = ", ".join(state.noticed)
    return ngettext(
        "I noted this from your words, for you to judge: %(named)s.",
        "I noted these from your words, for you to judge: %(named)s.",
        len(state.noticed),
    ) % {"named": named}  # fmt: skip


def _door(reply: Reply, state: State) -> list[str]:
    question = _one_of(
        reply.variant,
        _("hi — prefer fast track or discovery?"),
        _("Two ways lie open from here. Which one suits this evening?"),
        _("Fast track or discovery: which would be easier to begin with?"),
    )  # fmt: skip
    told = _(
        "The fast track is eight short questions, about eight minutes. Discovery goes deeper, about 45 minutes in as many sittings as you like. Either can turn into the other."
    )
    return [_reflection(reply), _noticed(state), told if reply.quote or reply.variant else "", question]


def _gate(reply: Reply, state: State) -> list[str]:
    numbers = {"answered": state.answered, "total": state.total, "left": state.total - state.answered}
    where = _one_of(
        reply.variant,
        _("Personal coaching opens when your questions are answered. %(answered)d of %(total)d are; what you told me here is kept."),
        _("I can reflect, and I keep what you say. For more than that I need the rest of your answers: %(left)d are left."),
        _("This is kept. You stand at %(answered)d of %(total)d questions, and the next one is one click away."),
        _("Noted. With %(left)d more answers I can work with all of it together."),
    ) % numbers  # fmt: skip
    return [_reflection(reply), _noticed(state), where]


def _being_read(reply: Reply, state: State) -> list[str]:
    return [
        _reflection(reply),
        _("Your answers are being read at this moment. It takes a few seconds; then we can talk about them."),
    ]


def _playback(reply: Reply, state: State) -> list[str]:
    told = state.understood
    lines = [
        _("This is what I have from you so far."),
        _("The problem, in your words: “%(words)s”.") % {"words": told.problem} if told.problem else "",
        _("What gives you energy: “%(words)s”.") % {"words": told.energy} if told.energy else "",
        _("What stands in the way: “%(words)s”.") % {"words": told.block} if told.block else "",
        _("And something you may not count as a power: “%(words)s”.") % {"words": told.power} if told.power else "",
    ]
    test = _("You thought of a small test: “%(words)s”. Which part of it could happen this week?") % {
        "words": told.test
    }
    return [*lines, test if told.test else _("Which small test of it could happen this week?")]


def _ask(reply: Reply, state: State) -> list[str]:
    return [_reflection(reply), _noticed(state), reply.question]


def _offer_test(reply: Reply, state: State) -> list[str]:
    offer = _one_of(
        reply.variant,
        _("There is work in the list that rests on the skills you named. Looking at one posting and noting what pulls and what does not takes ten minutes."),
        _("One posting read closely often says more than ten skimmed. Which line in it would make you lean forward?"),
        _("A quarter of an hour with one posting that looks wrong can show what “right” would be. What would have to be different in it?"),
    )  # fmt: skip
    return [_reflection(reply), _noticed(state), offer]


def _safety(reply: Reply, state: State) -> list[str]:
    first = {
        Danger.SELF_HARM: _("What you write sounds like a lot of pain, and I am glad that you said it. I am a program and not the right one to be alone with this. Please talk to a person now."),
        Danger.VIOLENCE: _("This sounds as if somebody could get hurt. I am a program and cannot help with that. People who can are there right now."),
        Danger.ABUSE: _("What you describe is not all right, and it is not your fault. I am a program; people who know what helps are there, and they keep it to themselves."),
        Danger.EMERGENCY: _("This may be a medical emergency. Please call the emergency number where you are, now."),
    }  # fmt: skip
    after = _("Everything you wrote here is kept. We can go on with work whenever you like, and not before.")
    return [first[reply.danger or Danger.SELF_HARM], after]


def _fixed(reply: Reply, state: State) -> list[str]:
    return [_FIXED[reply.intent](state)] if reply.intent else []


_PARTS: dict[Move, Callable[[Reply, State], list[str]]] = {
    Move.DOOR: _door,
    Move.GATE: _gate,
    Move.BEING_READ: _being_read,
    Move.PLAYBACK: _playback,
    Move.ASK: _ask,
    Move.OFFER_TEST: _offer_test,
    Move.SAFETY: _safety,
    Move.FIXED: _fixed,
}
