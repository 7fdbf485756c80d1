"""What a question asks for decides what its answer shows."""

import pytest

from mosaic.facts.domain.doing import Asked
from mosaic.facts.domain.kinds import FactKind, Polarity
from ps101.domain.asking import asked_for
from ps101.domain.extraction import AnswerText, read_answer
from ps101.domain.flow import Feed
from tests.ps101.test_engine import DISCOVERY

FEEDS = {prompt.key: prompt.feeds for prompt in DISCOVERY.prompts}


def skills(key: str, text: str) -> set[str]:
    """Return the skills that an answer to a question of Discovery shows."""
    found = read_answer(AnswerText(key, text, FEEDS[key]))
    return {one.lexicon_id for one in found if one.kind is FactKind.SKILL and one.polarity is Polarity.HAS}


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("past_skills", Asked.DOING),
        ("small_wins", Asked.TELLING),
        ("challenge", Asked.TELLING),
        ("tried", Asked.TELLING),
        ("internal_obstacles", Asked.ASIDE),
        ("problem_statement", Asked.ASIDE),
        ("options", Asked.AHEAD),
        ("experiment", Asked.AHEAD),
        ("reframe", Asked.AHEAD),
    ],
)
def test_questions_ask_for_doing_or_for_something_else(key: str, asked: Asked) -> None:
    assert asked_for(FEEDS[key]) is asked


@pytest.mark.parametrize(
    "key", ["options", "experiment", "steps_plan", "milestones", "assumptions", "external_obstacles"]
)
def test_naming_a_thing_among_ideas_and_fears_shows_no_skill(key: str) -> None:
    assert skills(key, "Bookkeeping for clubs, or driving a taxi.\nDog grooming.") == set()


@pytest.mark.parametrize("key", ["past_skills", "small_wins", "new_skills"])
def test_the_same_words_show_one_where_doing_is_asked_for(key: str) -> None:
    assert {"bookkeeping", "taxi-driving", "dog-grooming"} & skills(key, "Bookkeeping for clubs, or driving a taxi.")


@pytest.mark.parametrize("key", FEEDS)
def test_what_was_done_for_years_shows_a_skill_under_every_question(key: str) -> None:
    assert "bookkeeping" in skills(key, "I have done bookkeeping for eleven years.")


@pytest.mark.parametrize("feeds", [(feed,) for feed in Feed])
def test_what_somebody_else_does_shows_none_under_any(feeds: tuple[Feed, ...]) -> None:
    found = read_answer(AnswerText("k", "My husband drives a taxi and my sister does payroll.", feeds))
    assert not [one for one in found if one.kind is FactKind.SKILL]
