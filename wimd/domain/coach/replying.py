"""The coach without a model: reads where a person stands and what was said, and answers with one move.

A move gives back the person's own words, asks at most one question and offers at most one step. Danger comes before
everything else. Nothing is said twice in a conversation.
"""

from collections.abc import Mapping

from wimd.domain.coach import asked_for, short_answers, told
from wimd.domain.coach.kinds import Choice, Kind, Move, Stage, Topic
from wimd.domain.coach.listening import is_tired, short_of
from wimd.domain.coach.parts import Part, Phrases, Reply
from wimd.domain.coach.state import State
from wimd.domain.coach.talk import Talk
from wimd.domain.intents import Intent, intent_of
from wimd.domain.library import Library
from wimd.domain.safety import danger_in

DOORS = (Choice.FAST_TRACK, Choice.DISCOVERY)
# What a tired “I don't know” or “stuck” gets before coaching is open is the way there, not coaching.
_ON_THE_WAY_AS_TOLD = frozenset(
    (Intent.STUCK, Intent.DONT_KNOW, Intent.GOOD_NEWS, Intent.BAD_NEWS, Intent.WHY, Intent.KNOWN)
)
_PUZZLED = frozenset((Intent.WHY, Intent.DONT_KNOW))
Sizes = Mapping[str, int]


def opening(state: State, sizes: Sizes) -> Reply:
    """Return what the coach says before anybody spoke."""
    phrases = Phrases(sizes, state.spoken)
    if state.stage is Stage.NEW:
        return Reply(Kind.DOOR, Move.DOOR, (Part("door"),), DOORS)
    return _where(Talk(state, "", None, Library([]), phrases))


def reply(state: State, message: str, library: Library, sizes: Sizes) -> Reply:
    """Return the answer to a message. Danger comes before everything else."""
    danger = danger_in(message)
    if danger:
        return Reply(Kind.SAFETY, Move.SAFETY, (Part(f"safety.{danger}"), Part("safety.after")), danger=danger)
    talk = Talk(state, message, intent_of(message), library, Phrases(sizes, state.spoken))
    if state.stage is Stage.OPEN and state.played_back:
        return _coached(talk)
    return _guided(talk)


def _coached(talk: Talk) -> Reply:
    if _was_just_said(talk):
        again = talk.recalling("again")
        if again:
            return talk.coach(Move.AGAIN, [again])
    found = told.contradicted(talk) or asked_for.answered(talk)
    short = short_of(talk.message) if found is None else None
    if short:
        found = short_answers.answered(talk, short)
    if found is None and talk.intent is None and is_tired(talk.message):
        tired = talk.recalling("tired", Topic.VALUE, Topic.ENERGY, Topic.GOAL) or talk.part("tired.plain")
        found = talk.coach(Move.SHORT, [*talk.reflection(), tired]) if tired else None
    return found or told.answered(talk)


def _was_just_said(talk: Talk) -> bool:
    before = talk.state.message_before
    return bool(before) and _bare(before) == _bare(talk.message)


def _bare(message: str) -> str:
    return message.casefold().strip(" .!?\n")


def _guided(talk: Talk) -> Reply:
    """Answer before coaching is open: what is asked for, and always where the person stands."""
    state, intent = talk.state, talk.intent
    if intent in _PUZZLED and state.stage is Stage.ON_THE_WAY and (helped := _helped(talk)):
        return helped
    part = asked_for.fixed(talk) if intent and not _is_taken_by_stage(intent, state) else None
    if intent is None or part is None:
        return _where(talk)
    kind = {Stage.NEW: Kind.DOOR, Stage.OPEN: Kind.COACH}.get(state.stage, Kind.GUIDE)
    choices = asked_for.choices_for(intent, has_human=state.has_human)
    if not choices:
        choices = {Stage.NEW: DOORS, Stage.ON_THE_WAY: (Choice.GO_ON,)}.get(state.stage, ())
    return Reply(kind, Move.FIXED, (part,), choices, intent=intent)


def _helped(talk: Talk) -> Reply | None:
    """Explain the question somebody is at, with an example of what another person might say."""
    asked = talk.state.asked
    part = talk.part("gate.help", question=asked.text, hint=asked.hint, example=asked.example) if asked else None
    return Reply(Kind.GATE, Move.GATE, (part,), (Choice.GO_ON,), intent=talk.intent) if part else None


def _is_taken_by_stage(intent: Intent, state: State) -> bool:
    if state.stage is Stage.OPEN:
        return intent in (Intent.DONT_KNOW, Intent.STUCK, Intent.GREETING, Intent.KNOWN)
    return state.stage is not Stage.NEW and intent in _ON_THE_WAY_AS_TOLD


def _where(talk: Talk) -> Reply:
    """Answer by where the person stands: door, gate, being read, or what was understood."""
    state, before = talk.state, talk.reflection()
    match state.stage:
        case Stage.NEW:
            told_of = talk.part("door.ways")
            asked = talk.part("door.question") or talk.part("door.still", words=talk.quote or talk.message.strip()[:40])
            return Reply(Kind.DOOR, Move.DOOR, _there([*before, told_of, asked or Part("door")]), DOORS)
        case Stage.ON_THE_WAY:
            numbers = {"answered": state.answered, "total": state.total, "left": state.total - state.answered}
            where = talk.part("gate", key=str(state.answered), **numbers) or Part("gate.short", 0, numbers)
            return Reply(Kind.GATE, Move.GATE, _there([*before, where]), (Choice.GO_ON,))
        case Stage.BEING_READ:
            reading = talk.part("reading") or Part("reading.still", 0, {"count": len(state.spoken)})
            return Reply(Kind.GUIDE, Move.BEING_READ, _there([*before, reading]), (Choice.UNDERSTOOD,))
        case Stage.OPEN:
            return Reply(Kind.COACH, Move.PLAYBACK, _there(_played_back(state)))


def _played_back(state: State) -> list[Part | None]:
    told_of = state.understood
    said = {"problem": told_of.problem, "energy": told_of.energy, "block": told_of.block, "power": told_of.power}
    lines = [Part(f"playback.{name}", 0, {"words": words}) for name, words in said.items() if words]
    test = Part("playback.test", 0, {"words": told_of.test}) if told_of.test else Part("playback.ask")
    return [Part("playback"), *lines, test]


def _there(parts: list[Part | None]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part)
