"""Hints only spare work: a reader finds with them what it finds when it looks at every sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mosaic.facts.domain import (
    clauses,
    clock,
    denials,
    duties,
    education,
    goals,
    hours,
    interests,
    languages,
    pay,
    permission,
    places,
    remote,
    strength,
    sums,
    times,
    weekly,
    years,
)
from mosaic.facts.domain.clauses import Clause, own_clauses
from mosaic.facts.domain.denials import denials_in
from mosaic.facts.domain.found import Found
from mosaic.facts.domain.reading import READERS, read_own_words
from mosaic.facts.domain.strength import how_of, names_result
from mosaic.lexicon import claims, hints, implied, loose, money
from mosaic.lexicon.claims import stance_at
from mosaic.lexicon.implied import occupation_of
from mosaic.lexicon.loose import loose_skill_finder
from mosaic.lexicon.tongues import language_codes
from tests.evaluation.labels import SENTENCES, sentences_in
from tests.evaluation.own import OWN_WORDS, told_in

TODAY = date(2026, 11, 1)
EVERY = -1
SPOKEN = (
    clock, duties, education, goals, hours, interests, money, pay, permission, places, remote, sums, times, weekly, years
)  # fmt: skip
HINTED = (clauses, claims, denials, implied, loose, strength, times)
AROUND = (
    "", "I ", "I am ", "not ", "x", "7", "no ", "we could ", " in Leeds", " jobs", "ing", "'s me", "I want at least ",
    "I want 16", "30", " an hour", " each way", "never ", " again",
)  # fmt: skip
ALREADY_SAID = [
    *(one.text for one in sentences_in(SENTENCES, "development")),
    *(one.text for one in told_in(OWN_WORDS, "development")),
]


def patterns_of(*modules: ModuleType) -> list[re.Pattern[str]]:
    """Return every pattern that modules hold, alone or in a table."""
    held = [value for module in modules for value in vars(module).values()]
    return list(dict.fromkeys(each for value in held for each in _patterns(value)))


def _patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _patterns(each)


def saying(*modules: ModuleType) -> st.SearchStrategy[str]:
    """Return words that some pattern of modules fits, among others and with other words around them."""
    fitting = st.one_of([st.from_regex(pattern) for pattern in patterns_of(*modules)])
    around = st.sampled_from(AROUND)
    several = st.lists(st.one_of(fitting, st.sampled_from(ALREADY_SAID)), min_size=1, max_size=3).map(" ".join)
    return st.builds("{1}{0}{2}".format, several, around, around)


LENIENT = settings(max_examples=60, derandomize=True, suppress_health_check=list(HealthCheck), deadline=None)


def read(said: list[Clause]) -> list[Found]:
    named = [one for reader in READERS for one in reader(said)]
    return [*named, *years.experience_in(said, named, TODAY)]


@pytest.mark.parametrize("module", SPOKEN, ids=lambda one: one.__name__.rpartition(".")[2])
@LENIENT
@given(data=st.data())
def test_a_reader_passes_over_only_what_says_nothing(module: ModuleType, data: st.DataObject) -> None:
    words = data.draw(saying(module))
    said = Clause(words, 0, len(words), 0, len(words), hints.hints_in(words))
    assert read([said]) == read([replace(said, hints=EVERY)])


@pytest.mark.parametrize("name", [name for names in language_codes().values() for name in names])
def test_every_language_is_hinted_at(name: str) -> None:
    for words in (f"I speak {name.lower()}", f"{name}: native", name.upper()):
        said = Clause(words, 0, len(words), 0, len(words), hints.hints_in(words))
        assert list(languages.languages_in([said])) == list(languages.languages_in([replace(said, hints=EVERY)]))


@LENIENT
@given(text=saying(claims, clauses, denials, implied, loose, strength))
def test_what_is_said_of_a_thing_is_the_same_without_hints(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        hinted = _of_a_thing(text)
        for module in HINTED:
            patch.setattr(module, "hints_in", lambda _: EVERY)
        assert hinted == _of_a_thing(text)


def _of_a_thing(text: str) -> object:
    own_clauses.cache_clear()
    denials_in.cache_clear()
    skill = "bartending"
    return (
        [(one.words, one.start, one.end) for one in own_clauses(text)],
        denials_in(text),
        [stance_at(text, place) for place in (len(text), len(text) // 2)],
        how_of(text, in_a_role=False),
        names_result(text),
        occupation_of(skill, text),
        loose_skill_finder().find(text),
    )


@pytest.mark.parametrize("text", ALREADY_SAID)
def test_sentences_say_the_same_without_hints(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _of_a_thing("")
    hinted = read_own_words(text, today=TODAY)
    for module in HINTED:
        monkeypatch.setattr(module, "hints_in", lambda _: EVERY)
    _of_a_thing("")
    assert read_own_words(text, today=TODAY) == hinted


@given(st.text(alphabet="aizskıİſKß'’ -.", max_size=30), st.sampled_from(["kids", "skis", "is", "ask"]))
def test_a_word_is_hinted_at_in_every_way_a_pattern_takes_it(text: str, word: str) -> None:
    spoken = re.search(rf"\b{word}\b", text, re.IGNORECASE)
    assert not spoken or hints.hints_in(text) & _MARKS[word]


_MARKS = {word: hints.hint(word) for word in ("kids", "skis", "is", "ask")}
