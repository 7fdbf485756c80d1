"""The coach without a model: one move, the person's words, at most one question, nothing directive."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wimd import loading
from wimd.domain.agenda import Item
from wimd.domain.coach import (
    Choice,
    Kind,
    Memory,
    Move,
    Notice,
    Noticed,
    Open,
    Reply,
    Spoken,
    Stage,
    State,
    Topic,
    Understood,
    opening,
    reply,
    telling_part,
)
from wimd.domain.intents import Intent, intent_of
from wimd.domain.library import Library, Row
from wimd.words import message_for
from wimd.words.phrases import SIZES

DIRECTIVE = re.compile(r"\b(?:should|must|need to|have to|ought)\b", re.IGNORECASE)
LIBRARY = Library(loading.rows_in(loading.FILE.read_text(encoding="utf-8")))
UNDERSTOOD = Understood(
    "no evenings left", "explaining things", "no certificate", "people come to me", "show one colleague one procedure"
)
MEMORIES = (
    Memory("e", Topic.ENERGY, "explaining procedures to new people makes my day"),
    Memory("g", Topic.GOAL, "I want evenings at home by summer"),
    Memory("b", Topic.BLOCK, "I have no certificate for any of it"),
    Memory("s", Topic.SKILL, "I plan the shifts for thirty people"),
)
OPENED = State(
    Stage.OPEN, 8, 8, understood=UNDERSTOOD, played_back=True, unknown=[Item.VALUES, Item.PAY], memories=MEMORIES
)
STATES = [
    State(Stage.NEW),
    State(Stage.ON_THE_WAY, answered=3, total=8, asked=Open("What is in the way?", "Name one thing.", "no car")),
    State(Stage.BEING_READ, answered=8, total=8),
    State(Stage.OPEN, answered=8, total=8, understood=UNDERSTOOD),
    OPENED,
    replace(OPENED, memories=()),
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
    "yes",
    "maybe Thursday",
    "should I quit?",
    "why do you ask?",
    "I got the job!",
    "they turned me down",
    "how much does a nurse earn in Leeds?",
    "I am so tired",
]


def answer(state: State, message: str) -> Reply:
    return reply(state, message, LIBRARY, SIZES)


def said(state: State, message: str) -> str:
    return message_for(answer(state, message))


def after(state: State, given: Reply, message: str) -> State:
    """Return the state once an answer was given, as it is kept."""
    spoken = Spoken(
        given.move, tuple(part.mark for part in given.parts), tuple(re.findall("“([^“”]+)”", message_for(given)))
    )
    used = state.used_rows | ({given.row} if given.row else set())
    return replace(
        state,
        spoken=[*state.spoken, spoken],
        told=[*state.told, telling_part(message)],
        message_before=message,
        used_rows=used,
    )


def test_it_opens_by_itself_with_the_door() -> None:
    first = opening(State(Stage.NEW), SIZES)
    assert first.kind is Kind.DOOR
    assert message_for(first) == "hi — prefer fast track or discovery?"
    assert first.choices == (Choice.FAST_TRACK, Choice.DISCOVERY)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("message", MESSAGES)
def test_nothing_is_directive_and_at_most_one_question_is_asked(state: State, message: str) -> None:
    text = said(state, message)
    assert text
    own = re.sub("“[^“”]*”", "", text)
    assert not DIRECTIVE.search(own)
    assert own.replace(STATES[1].asked.text if STATES[1].asked else "", "").count("?") <= 1


def test_before_a_context_it_guides_with_progress_and_one_link() -> None:
    given = answer(STATES[1], "I am tired of nights and I cannot sleep")
    assert (given.kind, given.choices) == (Kind.GATE, (Choice.GO_ON,))
    assert "3 of 8" in message_for(given)


def test_somebody_puzzled_by_a_question_gets_it_explained() -> None:
    for message in ("I don't understand the question", "why do you ask?", "i dont know what to put"):
        given = answer(STATES[1], message)
        assert given.kind is Kind.GATE
        assert "“no car”" in message_for(given)


def test_the_first_message_plays_back_problem_energy_block_and_power() -> None:
    text = said(STATES[3], "hello, I am ready to talk about it now")
    for words in ("no evenings left", "explaining things", "no certificate", "people come to me", "this week"):
        assert words in text


def test_then_it_reflects_the_persons_words_and_asks_one_thing() -> None:
    text = said(OPENED, "My mother is ill and I can only work mornings now")
    assert "I can only work mornings" in text
    assert text.count("?") == 1


def test_words_about_the_same_thing_are_set_beside_each_other() -> None:
    given = answer(OPENED, "Today I spent an hour explaining the scanner procedures and forgot the time")
    assert given.move is Move.CONNECT
    assert "explaining procedures to new people makes my day" in message_for(given)


def test_what_is_wanted_and_done_against_it_is_set_against_each_other() -> None:
    text = said(OPENED, "I want a job close to home. I have also just applied for a post with travel all year.")
    assert "“I want a job close to home”" in text
    assert "“I have also just applied for a post with travel all year”" in text


def test_who_asks_to_be_told_gets_both_sides_in_their_own_words() -> None:
    text = said(OPENED, "So what should I do?")
    assert "“I want evenings at home by summer”" in text
    assert "“I have no certificate for any of it”" in text


def test_a_short_answer_belongs_to_what_was_asked() -> None:
    offered = replace(OPENED, spoken=[Spoken(Move.OFFER_TEST, (), ("show one colleague one procedure",))])
    assert "“Thursday”, then, for “show one colleague one procedure”" in said(offered, "Thursday")
    assert "show one colleague one procedure" in said(offered, "yes")
    summed = replace(OPENED, spoken=[Spoken(Move.SUMMARISE, (), ("the nights", "the money", "the boss"))])
    assert "“the money”" in said(summed, "the second one")


NOTICES = [
    Notice(Noticed.DONE, "done:1", "rang Ann"),
    Notice(Noticed.OVERDUE, "overdue:1", "ask Ann", date(2026, 1, 5)),
    Notice(Noticed.UNREVIEWED, "unreviewed:1", "one morning at the café", date(2026, 1, 5)),
    Notice(Noticed.NO_REVIEW_DATE, "no-review:1", "one morning at the café"),
    Notice(Noticed.SAID_NOT_DONE, "committed:1", "write to two people", date(2026, 1, 5)),
    Notice(Noticed.SAVED_NOT_APPLIED, "saved:2", count=2),
    Notice(Noticed.AWAY, "away:1"),
]


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.noticed)
@pytest.mark.parametrize("stepped", [True, False])
def test_what_the_journal_shows_is_said_once_on_coming_back(notice: Notice, stepped: bool) -> None:
    state = replace(OPENED, notices=(notice,), away=4, stepped=stepped)
    given = answer(state, "hello")
    assert given.move is Move.NOTICE
    assert (notice.words or "2" if notice.count else notice.words) in message_for(given)
    again = answer(after(replace(state, away=0), given, "hello"), "thanks")
    assert again.move is not Move.NOTICE


def test_nobody_is_interrupted_by_it_while_they_tell_something() -> None:
    state = replace(OPENED, notices=NOTICES[1:2], spoken=[Spoken(Move.NOTICE), Spoken(Move.DEEPEN)])
    assert answer(state, "My boss shouted at me today in front of everybody").move is not Move.NOTICE


def test_much_talk_without_a_step_is_challenged_gently() -> None:
    state = replace(OPENED, spoken=[Spoken(Move.PLAYBACK), *[Spoken(Move.DEEPEN)] * 9])
    given = answer(state, "The bus was late again and the office was cold")
    assert given.move is Move.CHALLENGE
    assert "show one colleague one procedure" in message_for(given)
    assert (
        answer(replace(state, stepped=True), "The bus was late again and the office was cold").move
        is not Move.CHALLENGE
    )


def test_no_sentence_is_said_twice_in_a_long_talk() -> None:
    state, sentences = OPENED, list[str]()
    for turn in range(60):
        message = MESSAGES[turn % len(MESSAGES)] + (f", that was day {turn}" if turn % 3 == 0 else "")
        given = answer(state, message)
        own = [part for part in message_for(given).split("\n\n") if message.rstrip(".!?") not in part]
        sentences += own
        state = after(state, given, message)
    assert len(sentences) > 30
    assert sorted({one for one in sentences if sentences.count(one) > 1}) == []


def test_a_row_is_never_said_twice() -> None:
    state, used = OPENED, list[str]()
    for _ in range(60):
        given = answer(state, "I am afraid of interviews")
        used += [given.row] if given.row else []
        state = replace(after(state, given, ""), message_before="")
    assert used
    assert len(used) == len(set(used))


def test_different_words_get_different_answers() -> None:
    assert said(OPENED, "They offered me less money than I earn now") != said(
        OPENED, "My mother is ill and I can only work mornings"
    )


def test_different_people_asking_the_same_get_different_answers() -> None:
    other = replace(OPENED, memories=(Memory("x", Topic.GOAL, "I want to be outdoors again"),))
    for message in ("what should I do?", "thanks", "idk", "how are you?"):
        assert said(OPENED, message) != said(other, message)


def test_the_same_words_in_the_same_place_get_the_same_answer() -> None:
    assert {said(OPENED, "I am afraid of interviews") for _ in range(5)} == {said(OPENED, "I am afraid of interviews")}


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
        ("мне нужна работа", Intent.OTHER_LANGUAGE),
        ("I got an interview on Monday", Intent.GOOD_NEWS),
        ("they turned me down again", Intent.BAD_NEWS),
        ("what does a plumber earn?", Intent.OUTSIDE),
        ("should I hand in my notice", Intent.ADVICE),
        ("what do you know about me", Intent.KNOWN),
        ("can I delete all of this", Intent.DELETE),
        ("you already asked that", Intent.REPEATING),
        ("stop asking questions", Intent.ENOUGH),
        ("is it free?", Intent.COST),
        ("do I have to give my name", Intent.ACCOUNT),
        ("I work in a jobs centre and help people every day", None),
        ("my resume gap worries me when I think of going back to nursing", None),
        ("she asked me how much they pay and I could have danced", None),
        ("Do I tell them that I was laid off, or wait?", None),
    ],
)
def test_what_is_asked_for_is_told_from_ordinary_talk(message: str, intent: Intent | None) -> None:
    assert intent_of(message) is intent


def test_danger_comes_before_everything_else() -> None:
    for state in STATES:
        given = answer(state, "help me find a job, I want to kill myself")
        assert given.kind is Kind.SAFETY
        assert not given.choices


@given(st.text(min_size=1, max_size=400))
def test_it_has_an_answer_to_everything(message: str) -> None:
    for state in STATES:
        assert said(state, message).strip()


@given(st.text(max_size=400))
def test_what_it_quotes_is_literal(message: str) -> None:
    assert telling_part(message) in message


def test_the_telling_part_is_what_is_felt_and_comes_last() -> None:
    assert telling_part("The bus was late. I am tired of being the one who waits. It rained.").startswith("I am tired")
    assert (
        telling_part("gaz says theres a job going, 24k. cant live on 24, not with the house")
        == "cant live on 24, not with the house"
    )


def test_the_library_finds_the_row_about_what_is_said() -> None:
    small = Library([Row("a", "nights shifts tire me", "x", "energy"), Row("b", "my boss shouts", "y", "boss")])
    assert small.search("the night shift makes me tired")[0].row.key == "a"
    assert small.search("my boss shouted")[0].row.key == "b"
    assert small.search("my boss shouted", without={"b"}) == []
