"""Answering something a person tells: given back in their words, with one question or one small offer."""

from collections.abc import Callable, Iterator

from wimd.domain.agenda import Item
from wimd.domain.coach.kinds import Choice, Move, Topic
from wimd.domain.coach.listening import Tone, tone_of, wanted_and_done
from wimd.domain.coach.noticing import challenge, notice
from wimd.domain.coach.parts import Part, Reply
from wimd.domain.coach.talk import Talk
from wimd.domain.intents import intent_of
from wimd.domain.library import LEAST_SCORE, Hit
from wimd.domain.sentences import asks

BETWEEN_SUMMARIES = 7
FEWEST_TOLD, MOST_SUMMED = 3, 3
SHORTEST_TOLD = 25
BETWEEN_AGENDA = 4
AGENDA = "agenda"
LOOKED_AT = 5
# Which part of the library asks for what is still unknown.
AGENDA_TAGS = {
    Item.VALUES: "values",
    Item.GOALS: "direction",
    Item.SKILLS: "skills",
    Item.CHALLENGES: "obstacle",
    Item.PLACE: "place",
    Item.PAY: "money",
    Item.HOURS: "time",
    Item.PEOPLE: "networking",
    Item.TIME_AND_MONEY: "money",
}
SPARE_TAGS = ("strengths", "energy", "experiment", "reflection")
# What may be asked for beside a sentence of a tone, and after which tones anything may.
_NEAR = {
    Tone.MONEY: (Item.PAY, Item.TIME_AND_MONEY),
    Tone.PEOPLE: (Item.PEOPLE,),
    Tone.PLAN: (Item.TIME_AND_MONEY, Item.HOURS),
    Tone.WISH: (Item.VALUES, Item.PLACE, Item.HOURS),
}
_ROOM = frozenset((Tone.PLAIN, Tone.EVENT))
_EARLIER = (Topic.ENERGY, Topic.POWER, Topic.VALUE, Topic.GOAL, Topic.SKILL)


def answered(talk: Talk) -> Reply:
    """Return the answer to a message that tells something."""
    ways: tuple[Callable[[Talk], Reply | None], ...] = (
        lambda talk: notice(talk, is_light=False), _summary, challenge, _close, _unanswerable, _connected, _agenda,
        _deepened, _offered, _spare,
    )  # fmt: skip
    found = next(filter(None, (way(talk) for way in ways)), None)
    return found or mirrored(talk)


def mirrored(talk: Talk) -> Reply:
    """Return the person's own words, when everything else was said."""
    part = talk.part("mirror", words=talk.quote) if talk.quote else None
    return talk.coach(
        Move.MIRROR, [part or Part("mirror.silent", len(talk.state.spoken), {"count": len(talk.state.told)})]
    )


def _summary(talk: Talk) -> Reply | None:
    """Every few messages, what was said in this conversation, in their words."""
    if talk.state.turns_since(Move.SUMMARISE, Move.PLAYBACK) < BETWEEN_SUMMARIES:
        return None
    told = [] if talk.question else list(_longest(talk))
    if len(told) < FEWEST_TOLD:
        return None
    part = talk.part("summary", first=told[0], second=told[1], third=told[2])
    return talk.coach(Move.SUMMARISE, [part]) if part else None


def _longest(talk: Talk) -> Iterator[str]:
    """Yield the most telling things said since the last summary, in the order they were said."""
    back = talk.state.turns_since(Move.SUMMARISE, Move.PLAYBACK)
    recent = [words for words in talk.state.told[-back:] if _is_telling(words)]
    chosen = sorted(dict.fromkeys((*recent, talk.quote)), key=lambda words: -len(words))[:MOST_SUMMED]
    yield from (words for words in dict.fromkeys((*recent, talk.quote)) if words in chosen)


def _connected(talk: Talk) -> Reply | None:
    """What they say now beside what they said earlier about the same thing."""
    if not talk.quote or any(one.move == Move.CONNECT for one in talk.state.spoken[-2:]):
        return None
    earlier = talk.belonging
    part = talk.part("connect", key=earlier.key, earlier=earlier.words) if earlier else None
    return talk.coach(Move.CONNECT, [*talk.reflection(), part]) if part else None


def _is_telling(words: str) -> bool:
    return len(words) >= SHORTEST_TOLD and not asks(words) and intent_of(words) is None


def contradicted(talk: Talk) -> Reply | None:
    """What they want beside what they did, where a message tells both and sets them against each other."""
    pair = wanted_and_done(talk.message)
    part = talk.part("contradiction", wanted=pair[0], did=pair[1]) if pair else None
    return talk.coach(Move.CHALLENGE, [talk.noted(), part]) if part else None


def _close(talk: Talk) -> Reply | None:
    """The row of the library that was written for words like these."""
    hits = talk.library.search(talk.quote or talk.message, without=talk.state.used_rows)[:LOOKED_AT]
    fitting = next((hit for hit in hits if hit.score >= LEAST_SCORE and talk.fits(hit.row.prompt)), None)
    return _row(talk, fitting) if fitting else None


def _unanswerable(talk: Talk) -> Reply | None:
    """A question no rule knows: said so, with what the person themselves knows about it."""
    if not talk.question:
        return None
    part = talk.recalling("question") or talk.part("question.plain")
    return talk.coach(Move.DEEPEN, [*talk.reflection(), part]) if part else None


def _agenda(talk: Talk) -> Reply | None:
    """Now and then, what is still unknown and would change what is shown; somebody in trouble is not asked for a town."""
    tone = tone_of(talk.quote)
    near = _NEAR.get(tone, ())
    asked = [
        one for one in talk.state.unknown if not talk.phrases.was_said_about(one) and (one in near or tone in _ROOM)
    ]
    last = max(
        (place for place, one in enumerate(talk.state.spoken) if any(AGENDA in code for code in one.codes)), default=-1
    )
    if not asked or len(talk.state.spoken) - 1 - last < BETWEEN_AGENDA:
        return None
    part = talk.part(f"{AGENDA}.{asked[0]}", key=asked[0])
    return talk.coach(Move.ASK, [*talk.reflection(), part]) if part else None


def _deepened(talk: Talk) -> Reply | None:
    """One question further into what they just said."""
    if not talk.quote:
        return None
    tone = tone_of(talk.quote)
    part = talk.part(f"deepen.{tone}", key=f"deepen.{tone}") or talk.part("deepen.plain", key="deepen.plain")
    return talk.coach(Move.DEEPEN, [*talk.reflection(), part]) if part else None


def _offered(talk: Talk) -> Reply | None:
    """One small thing that could show something, made of their own words."""
    part = talk.recalling("offer", *_EARLIER)
    return talk.coach(Move.OFFER_TEST, [*talk.reflection(), part], choices=(Choice.OPPORTUNITIES,)) if part else None


def _spare(talk: Talk) -> Reply | None:
    """A row of the library that asks for what is unknown, else one that always helps."""
    tags = [AGENDA_TAGS[name] for name in talk.state.unknown if name in AGENDA_TAGS]
    hits = talk.library.search("", tags=tags or SPARE_TAGS, without=talk.state.used_rows)
    return _row(talk, hits[0]) if hits else None


def _row(talk: Talk, hit: Hit) -> Reply:
    asked = Part("row", 0, {"text": hit.row.completion}, hit.row.key)
    return talk.coach(Move.ASK, [*talk.reflection(), asked], row=hit.row.key)
