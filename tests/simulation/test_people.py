"""The files of the simulated people: whole, long enough, and unlike each other."""

from collections import Counter

import pytest

from ps101.domain.engine import judge
from ps101.domain.experiments import ENOUGH_ACTIONS
from ps101.domain.flow import Prompt
from tests.ps101.test_engine import DISCOVERY, FAST_TRACK
from tests.simulation.files import FOLDER, Simulated, everybody

PEOPLE = everybody()
NAMES = {
    "carer", "tradesperson", "teacher", "nurse", "veteran", "returner", "retiree", "student", "refugee", "engineer",
    "manager", "laid_off",
}  # fmt: skip
RATED = {prompt.key for prompt in DISCOVERY.prompts if prompt.rating}
# Words that have stopped people elsewhere; here nobody is stopped by one.
HARMLESS = ("enough", "i quit", "i can't", "help", "i'm done")


def refused(prompt: Prompt, person: Simulated, flow: str) -> bool:
    text = person.answer(flow, prompt.key)
    return text != text.strip() or judge(prompt, text, person.ratings.get(prompt.key)) is not None


def test_the_twelve_are_there_and_half_take_each_way() -> None:
    assert {person.name for person in PEOPLE} == NAMES == {path.stem for path in FOLDER.glob("*.toml")}
    assert Counter(person.flow for person in PEOPLE) == {"fast_track": 6, "discovery": 6}


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_everybody_answers_everything_at_length(person: Simulated) -> None:
    assert set(person.fast_track) == {prompt.key for prompt in FAST_TRACK.prompts}
    assert set(person.discovery) == {prompt.key for prompt in DISCOVERY.prompts}
    assert set(person.ratings) == RATED
    assert [prompt.key for prompt in FAST_TRACK.prompts if refused(prompt, person, "fast_track")] == []
    assert [prompt.key for prompt in DISCOVERY.prompts if refused(prompt, person, "discovery")] == []


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_everybody_has_what_the_steps_wait_for(person: Simulated) -> None:
    assert {one.kind for one in person.obstacles} == {"external", "internal"}
    assert len({one.label for one in person.actions}) >= ENOUGH_ACTIONS
    assert person.reflection.confidence_before == person.ratings["confidence"]
    assert person.reflection.confidence_after == person.ratings["confidence_effect"]
    assert all(not one.ended or one.began <= one.ended for one in person.experiences)
    assert len(set(person.skills)) == len(person.skills) >= 3
    assert set(person.skills).isdisjoint(person.not_shown)


def test_nobody_repeats_somebody_else() -> None:
    said = [text for person in PEOPLE for text in (*person.fast_track.values(), *person.discovery.values())]
    repeated = [text for text, count in Counter(said).items() if count > 1]
    assert repeated == []
    assert {one.kind for person in PEOPLE for one in person.experiences} >= {"job", "care", "volunteering", "training"}


def test_words_that_stop_people_elsewhere_are_said_here() -> None:
    said = " ".join(text for person in PEOPLE for text in person.discovery.values()).casefold()
    said += " ".join(text for person in PEOPLE for text in person.fast_track.values()).casefold()
    assert [words for words in HARMLESS if words not in said] == []


def test_leanings_and_interests_tell_people_apart() -> None:
    assert len({person.leanings for person in PEOPLE}) == len(PEOPLE)
    assert len({person.interests for person in PEOPLE}) == len(PEOPLE)
