"""Answering messages of a few words: a yes, a no, a day, a shrug. They stand on what the coach said last."""

from wimd.domain.coach.kinds import Choice, Move, Topic
from wimd.domain.coach.listening import Short
from wimd.domain.coach.noticing import notice
from wimd.domain.coach.parts import Part, Reply
from wimd.domain.coach.talk import Talk

_STEPS = (Move.PLAYBACK, Move.OFFER_TEST, Move.NOTICE, Move.CHALLENGE)
"""Moves that leave a small step in the air, to which a yes or a day belongs."""


def answered(talk: Talk, short: Short) -> Reply | None:
    """Return the answer to a few words, or None when nothing fresh is left to say to them."""
    ways = {
        Short.YES: _yes,
        Short.NO: _no,
        Short.WHEN: _when,
        Short.THIS_ONE: _this_one,
        Short.LATER: _later,
        Short.LAUGH: _laugh,
        Short.TERSE: _terse,
    }
    return ways[short](talk)


def _about(talk: Talk) -> str:
    return talk.state.last.about if talk.state.last else ""


def _is_step(talk: Talk) -> bool:
    last = talk.state.last
    return last is not None and last.move.split(":")[0] in {str(move) for move in _STEPS}


def _yes(talk: Talk) -> Reply | None:
    about = _about(talk)
    if _is_step(talk) and about:
        return _one(talk, talk.part("yes.step", key="step", about=about), Choice.EXPERIMENTS)
    return notice(talk, is_light=True) or _one(
        talk, talk.recalling("yes", Topic.ENERGY, Topic.GOAL) or talk.recalling("yes")
    )


def _no(talk: Talk) -> Reply | None:
    about = _about(talk)
    if _is_step(talk) and about:
        return _one(talk, talk.part("no.step", key="step", about=about))
    return _one(talk, talk.recalling("no", Topic.ENERGY, Topic.VALUE) or talk.recalling("no"))


def _when(talk: Talk) -> Reply | None:
    about = _about(talk)
    if not about:
        return None
    code = "when.step" if _is_step(talk) else "when"
    return _one(
        talk, talk.part(code, words=talk.quote, about=about), *((Choice.EXPERIMENTS,) if _is_step(talk) else ())
    )


def _this_one(talk: Talk) -> Reply | None:
    """Of several things set side by side, the one that is meant; of a single one, a yes."""
    last = talk.state.last
    if (
        last is None
        or last.move.split(":")[0] not in {Move.SUMMARISE, Move.CONNECT, Move.POINT}
        or len(last.quotes) < 2
    ):  # one is no choice
        return _yes(talk)
    chosen = _chosen(talk.message.casefold(), last.quotes)
    return _one(
        talk,
        talk.part("this_one", key="chosen", words=chosen) if chosen else talk.part("this_one.open", words=talk.quote),
    )


def _chosen(message: str, quotes: tuple[str, ...]) -> str:
    places = {"first": 0, "former": 0, "second": 1, "third": 2, "last": -1, "latter": -1, "other": -1}
    named = next((place for word, place in places.items() if word in message), None)
    return quotes[named] if named is not None and named < len(quotes) else ""


def _later(talk: Talk) -> Reply | None:
    return _one(talk, talk.recalling("later"))


def _laugh(talk: Talk) -> Reply | None:
    return notice(talk, is_light=True) or _one(talk, talk.recalling("laugh"))


def _terse(talk: Talk) -> Reply | None:
    found = notice(talk, is_light=True)
    return found or _one(talk, talk.recalling("terse"))


def _one(talk: Talk, part: Part | None, *choices: Choice) -> Reply | None:
    return talk.coach(Move.SHORT, [part], choices=choices) if part else None
