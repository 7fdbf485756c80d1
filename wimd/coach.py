"""The coach's words from a model: the same state, move and rules as without one, and the built-in answer under it."""

from functools import cache
from pathlib import Path

from django.db import transaction

from mosaic.ai import door
from mosaic.ai.domain.calls import Ask, Said, Speaker
from mosaic.ai.domain.checks import Grounds
from mosaic.ai.domain.fencing import RULE, Fenced, fenced
from mosaic.ai.domain.prompts import Prompt, prompt_in
from mosaic.ai.domain.purposes import Purpose
from mosaic.ai.domain.wishes import Wish
from mosaic.ai.sending import NotAnswered
from mosaic.facts.domain.cutting import without
from mosaic.facts.models import Fact
from mosaic.facts.queries import standing_facts_of, taken_out_of
from mosaic.lib.returning import Returning
from mosaic.people.models import AIReceipt, Person
from ps101 import queries as discovery
from wimd import queries
from wimd.domain.coach import Kind, Move
from wimd.domain.finishing import finished
from wimd.domain.intents import language_of
from wimd.models import Turn

MOST_TURNS, MOST_FACTS, LONGEST_QUOTE = 10, 60, 200
MOST_TOKENS = 1_500
MOVES = {
    Move.ASK: "It asks one open question. This one is a good one; keep its sense, and put it so that it follows from what they said:",
    Move.DEEPEN: "It asks one open question further into what they just said. This one is a good one; keep its sense:",
    Move.CONNECT: "It sets what they say now beside these earlier words of theirs, word for word, and asks one question about the two:",
    Move.CHALLENGE: "It says this, gently and without blame, with their words as they stand, and asks one question:",
    Move.CELEBRATE: "It takes what happened as a fact, without praise, and asks one question such as this:",
    Move.NOTICE: "It names this one thing, with its words and its day as they stand, and asks what they say to it:",
    Move.SHORT: "They answered in a few words. It goes on from there, in the sense of this:",
    Move.AGAIN: "They said the same as before. It owns up to having missed something, in the sense of this:",
    Move.OFFER_TEST: "It offers one small thing that takes minutes and could show them something. This is one; keep its sense:",
}
"""What a model may word, and how. Doors, gates, safety and what is played back word for word stay as they are."""
LANGUAGES = {"": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
             "nl": "Dutch", "pl": "Polish", "sv": "Swedish"}  # fmt: skip


@cache
def prompt() -> Prompt:
    """Return the instructions in use."""
    return prompt_in(Path(__file__).parent / "prompts" / "coach.md")


def is_worded(turn: Turn) -> bool:
    """Whether a model may word an answer."""
    return turn.kind == Kind.COACH and _move(turn) in MOVES


def _move(turn: Turn) -> Move:
    return Move(turn.move.split(":")[0])


def may_be_worded(turn: Turn) -> bool:
    """Whether a model can be asked for an answer as things stand, with or without a look at it first."""
    try:
        return is_worded(turn) and bool(door.allowed(turn.person, Purpose.COACH))
    except NotAnswered:
        return False


def words_for(turn: Turn) -> door.Stream:
    """Ask a model for the words of an answer. Raises NotAnswered when the first sentence is asked for."""
    return door.stream(turn.person, wish_for(turn))


def ask_first(turn: Turn) -> None:
    """Keep what a model would be sent for an answer until the person has looked at it; nothing leaves."""
    try:
        next(words_for(turn))
    except NotAnswered as none:
        if none.degraded:
            turn.degraded = True
            _save(turn)


def word_approved(receipt: AIReceipt) -> None:
    """Give an answer the words of a model that was sent what the person has said yes to."""
    turn = Turn.objects.filter(person=receipt.person, pk=receipt.subject).first() if receipt.subject else None
    if turn:
        _keep(turn, door.stream_approved(receipt, wish_for(turn)))


def _keep(turn: Turn, spoken: door.Stream) -> None:
    words = Returning(spoken)
    try:
        said = "".join(words)
    except NotAnswered as none:
        if none.degraded:
            turn.degraded = True
            _save(turn)
        return
    answer = words.value
    turn.text = finished(said, turn.text, is_whole=answer.is_whole)
    turn.source, turn.degraded = answer.provider, not answer.is_whole
    _save(turn)


@transaction.atomic
def _save(turn: Turn) -> None:
    """Keep an answer's words, unless its person has erased everything while a model was waited for."""
    if Turn.objects.select_for_update().filter(pk=turn.pk).exists():
        turn.save(update_fields=["text", "source", "degraded"])


def wish_for(turn: Turn) -> Wish:
    """Return what a model is asked for in place of a built-in answer."""
    turns = _talk_before(turn)
    message = next((one.text for one in reversed(turns) if one.speaker == Turn.Speaker.PERSON), "")
    language = language_of(message)
    talk, facts, problem = _talk(turn.person, turns), _facts(turn.person), _problem(turn.person)
    question = turn.text.split("\n\n")[-1]
    system = prompt().filled(
        move=f"{MOVES[_move(turn)]}\n   {question}",
        language=LANGUAGES[language],
        fence=RULE,
        stage=problem.text or "nothing is told yet",
        facts=facts.text or "nothing yet",
    )
    said = tuple(
        Said(Speaker.PERSON if one.speaker == Turn.Speaker.PERSON else Speaker.MODEL, fence.text)
        for one, fence in zip(turns, talk, strict=True)
    )
    # Only what stands inside the fences may be told again: without what spoke to a model there.
    fences = [*talk, facts, problem]
    grounds = Grounds(
        own=tuple(dict.fromkeys((*(fence.text for fence in fences), question))),
        system=system,
        instructions=tuple(line for fence in fences for line in fence.instructions),
        language=language or "en",
    )
    return Wish(Purpose.COACH, prompt().version, Ask(system, said, MOST_TOKENS), grounds, subject=turn.pk)


def _talk_before(turn: Turn) -> list[Turn]:
    """Return the last turns before an answer, beginning with the person's; what was said in danger stays here."""
    before = queries.turns_of(turn.person).filter(conversation=turn.conversation_id, number__lt=turn.number)
    turns = list(before.order_by("-number")[:MOST_TURNS])[::-1]
    apart = {number for one in turns if one.kind == Kind.SAFETY for number in (one.number - 1, one.number)}
    kept = [one for one in turns if one.number not in apart]
    while kept and kept[0].speaker == Turn.Speaker.COACH:
        kept.pop(0)
    return kept


def _talk(person: Person, turns: list[Turn]) -> list[Fenced]:
    """Return the turns as they are told a model: those before the last without what the person has taken out since."""
    gone = taken_out_of(person) if turns else frozenset[str]()
    return [_fence(one, without(one.text, gone)) for one in turns[:-1]] + [_fence(one, one.text) for one in turns[-1:]]


def _fence(turn: Turn, text: str) -> Fenced:
    """Close in what the person says; what the coach said is its own."""
    return fenced("message", text) if turn.speaker == Turn.Speaker.PERSON else Fenced(text, ())


def _facts(person: Person) -> Fenced:
    facts = standing_facts_of(person).order_by("-created_at", "pk")[:MOST_FACTS]
    return fenced("facts", "\n".join(_line(fact) for fact in facts)) if facts else Fenced("", ())


def _line(fact: Fact) -> str:
    quote = next((evidence.quote for evidence in fact.evidence.all()), "")
    said = f" (“{quote[:LONGEST_QUOTE]}”)" if quote and quote != fact.label else ""
    return f"- {fact.get_polarity_display()} · {fact.get_kind_display()}: {fact.label}{said}"


def _problem(person: Person) -> Fenced:
    context = discovery.context_of(person)
    said = context.problem_definition if context else ""
    return fenced("answer", f"They describe their problem so: {said}") if said else Fenced("", ())
