"""The coach without a model: one move, the person's words, at most one question, nothing directive."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wimd import loading
from wimd.domain.coach import Choice, Kind, Move, Stage, State, Understood, opening, reply, telling_part
from wimd.domain.intents import Intent, intent_of
from wimd.domain.library import Library, Row
from wimd.words import message_for

DIRECTIVE = re.compile(r"\b(?:should|must|need to|have to|ought)\b", re.IGNORECASE)
LIBRARY = Library(loading.rows_in(loading.FILE.read_text(encoding="utf-8")))
UNDERSTOOD = Understood(
    "no evenings left", "explaining things", "no certificate", "people come to me", "show one colleague one procedure"
)
STATES = [
    State(Stage.NEW),
    State(Stage.ON_THE_WAY, answered=3, total=8),
    State(Stage.BEING_READ, answered=8, total=8),
    State(Stage.OPEN, answered=8, total=8, understood=UNDERSTOOD),
    State(Stage.OPEN, answered=8, total=8, understood=UNDERSTOOD, played_back=True, unknown=["values", "pay"]),
]
MESSAGES = [
    "I run a warehouse shift and the part I like is teaching the new ones",
    "hello",
    "thanks",
    "I don't know",
    "help me find a job",
    "rewrite my résumé",
    "I feel stuck in my career",
    "who are you?",
    "this is useless",
    "ich weiß nicht was ich machen will und habe keine Arbeit",
    "can I talk to a real person",
    "what happens with my data",
    "my mother is ill and I can only work mornings",
    "they offered me less money than I earn now",
]


def said(state: State, message: str) -> str:
    return message_for(reply(state, message, LIBRARY), state)


def test_it_opens_by_itself_with_the_door() -> None:
    first = opening(State(Stage.NEW))
    assert first.kind is Kind.DOOR
    assert "fast track or discovery" in message_for(first, State(Stage.NEW))
    assert first.choices == (Choice.FAST_TRACK, Choice.DISCOVERY)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("message", MESSAGES)
def test_nothing_is_directive_and_at_most_one_question_is_asked(state: State, message: str) -> None:
    text = said(state, message)
    assert text
    assert not DIRECTIVE.search(text.replace(message, ""))
    assert text.replace(telling_part(message), "").count("?") <= 1


def test_before_a_context_it_guides_with_progress_and_one_link() -> None:
    state = STATES[1]
    answer = reply(state, "I am tired of nights and I cannot sleep", LIBRARY)
    assert (answer.kind, answer.choices) == (Kind.GATE, (Choice.GO_ON,))
    assert "3 of 8" in message_for(answer, state)


def test_the_first_message_plays_back_problem_energy_block_and_power() -> None:
    text = said(STATES[3], "hello, I am ready to talk about it now")
    for words in ("no evenings left", "explaining things", "no certificate", "people come to me", "this week"):
        assert words in text


def test_then_it_reflects_the_persons_words_and_asks_from_the_library() -> None:
    answer = reply(STATES[4], "My mother is ill and I can only work mornings now", LIBRARY)
    assert answer.move is Move.ASK
    assert answer.row
    assert "I can only work mornings" in message_for(answer, STATES[4])


def test_a_row_is_never_said_twice() -> None:
    state, used = STATES[4], set[str]()
    for _ in range(60):
        answer = reply(
            State(Stage.OPEN, played_back=True, used_rows=frozenset(used)), "I am afraid of interviews", LIBRARY
        )
        assert answer.row not in used
        used.add(answer.row)
    assert state.played_back


def test_different_words_get_different_answers() -> None:
    state = STATES[4]
    assert said(state, "They offered me less money than I earn now") != said(
        state, "My mother is ill and I can only work mornings"
    )


def test_the_same_words_in_the_same_place_get_the_same_answer() -> None:
    assert {said(STATES[4], "I am afraid of interviews") for _ in range(5)} == {
        said(STATES[4], "I am afraid of interviews")
    }


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("I'm stuck in my career", Intent.STUCK),
        ("help me find a job", Intent.JOBS),
        ("can you rewrite my résumé", Intent.RESUME),
        ("I want to talk to a real person", Intent.HUMAN),
        ("fast track please", Intent.FAST_TRACK),
        ("hello there", Intent.GREETING),
        ("thank you so much", Intent.THANKS),
        ("Je ne sais pas quoi faire avec mon travail", Intent.OTHER_LANGUAGE),
        ("I work in a jobs centre and help people every day", None),
        ("my resume gap worries me when I think of going back to nursing", None),
    ],
)
def test_fixed_cases_are_told_from_ordinary_talk(message: str, intent: Intent | None) -> None:
    assert intent_of(message) is intent


def test_danger_comes_before_everything_else() -> None:
    for state in STATES:
        answer = reply(state, "help me find a job, I want to kill myself", LIBRARY)
        assert answer.kind is Kind.SAFETY
        assert not answer.choices


@given(st.text(min_size=1, max_size=400))
def test_it_has_an_answer_to_everything(message: str) -> None:
    for state in STATES:
        assert said(state, message).strip()


@given(st.text(max_size=400))
def test_what_it_quotes_is_literal(message: str) -> None:
    assert telling_part(message) in message


def test_the_library_finds_the_row_about_what_is_said() -> None:
    small = Library([Row("a", "nights shifts tire me", "x", "energy"), Row("b", "my boss shouts", "y", "boss")])
    assert small.search("the night shift makes me tired")[0].row.key == "a"
    assert small.search("my boss shouted")[0].row.key == "b"
    assert small.search("my boss shouted", without={"b"}) == []
