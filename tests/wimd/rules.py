"""What every answer of the built-in coach keeps to, checked on whole talks."""

import re
from collections import Counter

from ps101.models import Answer
from ps101.queries import given_answers_of
from tests.wimd.talking import Said
from wimd.domain.coach import Kind
from wimd.models import Turn
from wimd.words.phrases import PHRASES

DIRECTIVE = re.compile(
    r"\b(?:should|must|need to|needs to|have to|has to|ought|had better|got to|make sure|be sure to|don['’]t forget)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"“([^“”]+)”")
PLAIN_KINDS = frozenset((Kind.SAFETY, Kind.DOOR, Kind.GATE, Kind.GUIDE))
# Speaks of the question itself, in the words of the flow.
OF_THE_FLOW = "gate.help"


def follow(said: list[Said]) -> None:
    """Fail where an answer of a talk breaks a rule."""
    answers = [one.answer for one in said]
    assert [turn.text for turn in answers if DIRECTIVE.search(_own(turn))] == []
    assert [turn.text for turn in answers if _own(turn).count("?") > _flow_questions(turn) + 1] == []
    assert [quote for turn in answers for quote in _foreign_quotes(turn, said)] == []
    assert [turn.text for turn in answers if turn.kind not in PLAIN_KINDS and not _is_theirs(turn)] == []
    assert [text for text, count in Counter(_sentences(answers)).items() if count > 1] == []
    assert [len(turn.choices) for turn in answers if len(turn.choices) > 2] == []


def _own(turn: Turn) -> str:
    """Return what the coach says itself."""
    return QUOTED.sub("“”", turn.text)


def _flow_questions(turn: Turn) -> int:
    return int(any(str(mark).startswith(OF_THE_FLOW) for mark in turn.said))


def _foreign_quotes(turn: Turn, said: list[Said]) -> list[str]:
    """Return what stands as a quote and is not letter by letter the person's, nor of the question they are at."""
    if _flow_questions(turn):
        return []
    before = [one.message for one in said if one.answer.number <= turn.number]
    words = [*before, *_written(turn)]
    return [quote for quote in QUOTED.findall(_without_rows(turn)) if not any(quote in text for text in words)]


def _without_rows(turn: Turn) -> str:
    """Return an answer without a row of the library, which may quote what one could say to others."""
    parts = turn.text.split("\n\n")
    return "\n\n".join(parts[:-1] if turn.row else parts)


def _written(turn: Turn) -> list[str]:
    person = turn.person
    answers = [answer.text for answer in given_answers_of(person)]
    revisions = [answer.text for answer in Answer.objects.filter(person=person)]
    plans = [action.label for action in person.action_set.all()]
    for experiment in person.experiment_set.all():
        plans += [experiment.title, experiment.hypothesis]
    return [*answers, *revisions, *plans]


def _is_theirs(turn: Turn) -> bool:
    """Whether an answer holds something of this person: their words, what their records show, or what was asked."""
    return bool(QUOTED.search(turn.text)) or any(str(mark).startswith(("notice.", "why.agenda.")) for mark in turn.said)


def _sentences(answers: list[Turn]) -> list[str]:
    """Return every paragraph that was said, without those around what was said just then."""
    once = {code for code, wordings in PHRASES.items() if "%(" not in str(wordings[0])}
    return [
        paragraph
        for turn in answers
        if turn.kind != Kind.SAFETY
        for paragraph, mark in zip(turn.text.split("\n\n"), turn.said, strict=False)
        if str(mark).split("#")[0] in once or "@" in str(mark)
    ]
