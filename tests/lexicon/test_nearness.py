"""Skills near in meaning, and what one thing says of another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mosaic.lexicon.all_words import AllWords, weighed
from mosaic.lexicon.implied import core_skill_of, occupation_of
from mosaic.lexicon.loose import skills_said
from mosaic.lexicon.nearness import near_skills
from mosaic.lexicon.store import lexicon


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("cleaned rooms in a hotel", "room-cleaning"),
        ("chased people for unpaid invoices", "credit-control"),
        ("I look after the village website", "website-updating"),
    ],
)
def test_words_in_another_order_are_the_same_skill(text: str, skill: str) -> None:
    assert skill in {mention.id for mention in skills_said(text)}


def test_words_of_two_clauses_are_not_one_skill() -> None:
    assert "room-cleaning" not in {one.id for one in skills_said("The hotel was fine. I cleaned. They had rooms.")}


def test_what_is_near_is_found_without_any_of_its_names() -> None:
    text = "sat with patients who were dying so that no one was alone at the end"
    assert not {mention.id for mention in skills_said(text)}
    near = near_skills(text)
    assert "palliative-care" in {one.id for one in near}
    assert all(0.6 <= one.probability <= 1 for one in near)


@pytest.mark.parametrize("text", ["it has been a long year", "What would I even say?", "", "…"])
def test_moods_are_near_to_nothing(text: str) -> None:
    assert near_skills(text) == []


@given(st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_any_sentence_gets_known_skills_and_right_places(text: str) -> None:
    for near in near_skills(text):
        assert near.id in lexicon().skills
        assert 0 <= near.start < near.end <= len(text)


def test_the_same_sentence_is_always_read_alike() -> None:
    text = "I talk people down when they kick off"
    assert near_skills(text) == near_skills(text)


def test_an_occupation_shows_its_core_skill() -> None:
    assert core_skill_of("receptionist") == "front-desk-work"
    assert core_skill_of("no-such-work") == ""


@pytest.mark.parametrize(
    ("skill", "sentence", "occupation"),
    [
        ("bartending", "pulled pints at the Red Lion for three years", "bartender"),
        ("bartending", "I pulled pints at my brother's wedding", ""),
        ("parent-care", "looked after my mother for three years", ""),
        ("room-cleaning", "cleaned rooms in a hotel, sixteen a day", "room-attendant"),
    ],
)
def test_a_skill_shown_as_a_job_names_the_occupation(skill: str, sentence: str, occupation: str) -> None:
    assert occupation_of(skill, sentence) == occupation


def test_words_of_several_names_speak_together() -> None:
    documents = [("mend", "bike", "wheel"), ("mend", "cloth", "needle"), ("bake", "bread", "oven")]
    speaking = AllWords(weighed(documents), len(documents)).speaking_for(["wheel", "mend", "moon"])
    assert speaking[0] > speaking[1] > speaking[2] == 0


def test_a_rare_word_speaks_louder_and_repeating_it_only_a_little() -> None:
    words = AllWords(weighed([("mend", "kiln"), ("mend", "loom", "loom")]), 2)
    assert words.speaking_for(["kiln"])[0] > words.speaking_for(["mend"])[0]
    assert words.speaking_for(["kiln"])[0] < words.speaking_for(["loom"])[1] < 2 * words.speaking_for(["kiln"])[0]
