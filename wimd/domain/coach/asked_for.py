"""Answering what is asked for or reported: a tool, an advice, a fact nobody here knows, good news and bad."""

from collections.abc import Callable

from wimd.domain.coach.kinds import Choice, Move, Topic
from wimd.domain.coach.noticing import notice
from wimd.domain.coach.parts import AND, Part, Reply
from wimd.domain.coach.talk import Talk
from wimd.domain.intents import Intent

# What an answer offers.
OFFERS: dict[Intent, tuple[Choice, ...]] = {
    Intent.FAST_TRACK: (Choice.FAST_TRACK,),
    Intent.DISCOVERY: (Choice.DISCOVERY,),
    Intent.STUCK: (Choice.FAST_TRACK, Choice.DISCOVERY),
    Intent.RESUME: (Choice.STUDIO, Choice.ADD_RESUME),
    Intent.JOBS: (Choice.OPPORTUNITIES,),
    Intent.PRIVACY: (Choice.PRIVACY, Choice.YOUR_DATA),
    Intent.DELETE: (Choice.YOUR_DATA,),
    Intent.ACCOUNT: (Choice.YOUR_DATA,),
    Intent.KNOWN: (Choice.FACTS,),
    Intent.HUMAN: (Choice.HUMAN,),
    Intent.POSTING: (Choice.PASTE,),
    Intent.OUTSIDE: (Choice.OPPORTUNITIES,),
    Intent.GOOD_NEWS: (),
    Intent.BAD_NEWS: (),
}
_LIGHT = frozenset((Intent.GREETING, Intent.THANKS, Intent.HOW_ARE_YOU, Intent.JOKE))
_POINTS = frozenset(
    (Intent.RESUME, Intent.JOBS, Intent.DELETE, Intent.PRIVACY, Intent.POSTING, Intent.OUTSIDE, Intent.KNOWN)
)
# Around which of a person's earlier words an answer is made.
_AROUND: dict[Intent, tuple[Topic, ...]] = {
    Intent.RESUME: (Topic.SKILL, Topic.POWER),
    Intent.JOBS: (Topic.SKILL, Topic.VALUE),
    Intent.THANKS: (Topic.POWER, Topic.SKILL),
    Intent.DONT_KNOW: (Topic.ENERGY, Topic.POWER),
    Intent.STUCK: (Topic.ENERGY, Topic.GOAL),
    Intent.ANGER: (Topic.PROBLEM, Topic.GOAL),
    Intent.BAD_NEWS: (Topic.POWER, Topic.SKILL),
    Intent.ENOUGH: (Topic.VALUE, Topic.ENERGY),
    Intent.HOW_ARE_YOU: (Topic.TEST, Topic.GOAL),
}


def choices_for(intent: Intent, *, has_human: bool) -> tuple[Choice, ...]:
    """Return what an answer offers; a person to talk to only where there is one."""
    return () if intent is Intent.HUMAN and not has_human else OFFERS.get(intent, ())


def answered(talk: Talk) -> Reply | None:
    """Return the answer to what is asked for once coaching is open, or None when nothing fresh is left."""
    intent = talk.intent
    if intent is None:
        return None
    way = _WAYS.get(intent, _around)
    return (notice(talk, is_light=True) if intent in _LIGHT else None) or way(talk)


def _around(talk: Talk) -> Reply | None:
    """An answer made around earlier words of the person; without any, the plain one."""
    intent = talk.intent or Intent.ABOUT
    own = f"own.{intent}"
    part = talk.recalling(own, *_AROUND.get(intent, ())) or talk.recalling(own)
    if part:
        return _reply(talk, [part])
    plain = fixed(talk)
    return _reply(talk, [*talk.reflection(), plain]) if plain else None


def _advice(talk: Talk) -> Reply | None:
    """What somebody asks to be told is theirs to weigh: what they want beside what stands against it."""
    wish = talk.of(Topic.GOAL) or talk.of(Topic.VALUE) or talk.of(Topic.ENERGY)
    block = talk.of(Topic.BLOCK)
    both = (
        talk.part("own.advice.both", key=f"{wish.key}{AND}{block.key}", earlier=wish.words, block=block.words)
        if wish and block
        else None
    )
    part = both or talk.recalling("own.advice", Topic.VALUE, Topic.ENERGY, Topic.POWER)
    return talk.coach(Move.FIXED, [part], choices=(Choice.DELTA,)) if part else None


def _known(talk: Talk) -> Reply | None:
    """Three things that are known, in their words, and where all of it stands."""
    order = (Topic.PROBLEM, Topic.GOAL, Topic.ENERGY, Topic.POWER, Topic.SKILL, Topic.BLOCK)
    chosen = [one for topic in order if (one := talk.of(topic))][:3]
    if len(chosen) < 3:  # the sentence has three places
        return _around(talk)
    first, second, third = (one.words for one in chosen)
    keys = AND.join(one.key for one in chosen)
    part = talk.part("own.known.three", key=keys, first=first, second=second, third=third)
    return _reply(talk, [part]) if part else _around(talk)


def _why(talk: Talk) -> Reply | None:
    """Say what the last question was for."""
    last = talk.state.last
    if last is None:
        return None
    codes = [code for code in last.codes if code.startswith("agenda.")]
    if codes:
        code = "why." + codes[0].split("#")[0]
        part = talk.part(code)
    else:
        part = talk.part("why", key="last", about=last.about) if last.about else None
    return _reply(talk, [part or talk.recalling("own.why")])


def _news(talk: Talk) -> Reply | None:
    """News is given back first; then one question that belongs to it."""
    code = "news.good" if talk.intent is Intent.GOOD_NEWS else "news.bad"
    part = talk.part(code, words=talk.quote) if talk.quote else None
    if part is None:
        return None
    return talk.coach(Move.CELEBRATE if talk.intent is Intent.GOOD_NEWS else Move.DEEPEN, [talk.noted(), part])


def _again(talk: Talk) -> Reply | None:
    return _reply(talk, [talk.recalling("own.repeating") or fixed(talk)])


def fixed(talk: Talk) -> Part | None:
    """Return the plain answer to what is asked for."""
    return talk.part(f"fixed.{code_of(talk.intent, has_human=talk.state.has_human)}") if talk.intent else None


def code_of(intent: Intent, *, has_human: bool) -> str:
    """Return the code of a plain answer."""
    return f"{intent}.here" if intent is Intent.HUMAN and has_human else intent.value


def _reply(talk: Talk, parts: list[Part | None]) -> Reply | None:
    intent = talk.intent or Intent.ABOUT
    if not any(parts):
        return None
    move = Move.POINT if intent in _POINTS else Move.FIXED
    return talk.coach(move, parts, choices=choices_for(intent, has_human=talk.state.has_human))


_WAYS: dict[Intent, Callable[[Talk], Reply | None]] = {
    Intent.ADVICE: _advice,
    Intent.KNOWN: _known,
    Intent.WHY: _why,
    Intent.GOOD_NEWS: _news,
    Intent.BAD_NEWS: _news,
    Intent.REPEATING: _again,
}
