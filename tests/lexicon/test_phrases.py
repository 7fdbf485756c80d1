"""Finding phrases: longest first, in people's own forms, and only where they are claimed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mosaic.lexicon.claims import Stance, stance_at
from mosaic.lexicon.lint import findings
from mosaic.lexicon.phrases import Finder, occupation_finder, skill_finder
from mosaic.lexicon.sentences import LONGEST_QUOTE, quote_around, sentences_of
from mosaic.lexicon.store import lexicon


def skills_in(text: str) -> set[str]:
    return {mention.id for mention in skill_finder().find(text)}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("I do the rota for nine carers", "rota-planning"),
        ("changed his dressing twice a day", "wound-care"),
        ("Drove a forklift for six years", "forklift-driving"),
        ("wrote reports for the council", "report-writing"),
        ("Taught children to read", "early-literacy"),
        ("managed projects across three sites", "project-management"),
        ("management of projects", "project-management"),
        ("kept the family budget", "budgeting"),
        ("I mend my mates' bikes", "bicycle-repair"),
        ("change diapers", "baby-care"),
    ],
)
def test_skills_are_found_in_everyday_words(text: str, skill: str) -> None:
    assert skill in skills_in(text)


@pytest.mark.parametrize(
    "text", ["Let us go to market.", "R & D budget lines were cut", "I have a word for you", "an excel-lent day", ""]
)
def test_what_only_looks_like_a_skill_is_none(text: str) -> None:
    assert not skills_in(text) & {"go-programming", "r-programming", "word-processing", "spreadsheets"}


def test_looking_after_children_is_not_fostering() -> None:
    assert "foster-care" not in skills_in("I looked after kids and looked after children")


def test_a_phrase_does_not_cross_the_end_of_a_clause() -> None:
    assert "project-management" not in skills_in("I liked the project. Management was another matter.")


def test_the_longest_phrase_wins() -> None:
    class Entry:
        exact = ()

        def __init__(self, name: str) -> None:
            self.id, self.label, self.aliases = name, name, ()

    finder = Finder([Entry("data entry"), Entry("data entry clerk")])
    assert [mention.id for mention in finder.find("worked as a data entry clerk")] == ["data entry clerk"]


@given(st.text(max_size=400))
def test_any_text_is_searched_without_harm_and_places_are_right(text: str) -> None:
    for finder in (skill_finder(), occupation_finder()):
        for mention in finder.find(text):
            assert 0 <= mention.start < mention.end <= len(text)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("I planned the rota", Stance.HAS),
        ("I have no experience with spreadsheets", Stance.LACKS),
        ("I never used spreadsheets", Stance.LACKS),
        ("I want to learn carpentry", Stance.WANTS),
        ("I would like to train in carpentry and plumbing", Stance.WANTS),
        ("I have no degree, but I ran the project management", Stance.HAS),
        ("not only carpentry", Stance.HAS),
        ("Rota planning, training new staff, forklift driving", Stance.HAS),
        ("I am moving towards carpentry", Stance.WANTS),
        ("thinking of retraining in carpentry", Stance.WANTS),
        ("I want to use my carpentry", Stance.HAS),
        ("I can't do carpentry", Stance.LACKS),
        ("i cant do carpentry", Stance.LACKS),
        ("Never done any carpentry", Stance.LACKS),
        ("I'm rubbish at carpentry", Stance.LACKS),
        ("I can't wait to use my carpentry", Stance.HAS),
        ("I couldn't have managed without carpentry", Stance.HAS),
        ("I'd hate to lose my carpentry", Stance.HAS),
        ("I can't wait to learn carpentry", Stance.WANTS),
        ("I'd like to get better at carpentry", Stance.WANTS),
        ("I hate carpentry", Stance.AVOIDS),
        ("I don't want to do carpentry any more", Stance.AVOIDS),
        ("I don't want to lose my carpentry", Stance.HAS),
        ("My sister does the carpentry", Stance.OTHERS),
        ("I do the fence and my dad does the carpentry", Stance.OTHERS),
        ("My dad taught me carpentry", Stance.HAS),
        ("my boss asked me to do the carpentry", Stance.HAS),
        ("planning shifts and training new staff, also spreadsheets", Stance.HAS),
    ],
)
def test_lacking_and_wishing_are_not_having(text: str, stance: Stance) -> None:
    mention = skill_finder().find(text)[-1]
    assert stance_at(text, mention.start) is stance


@given(st.text(min_size=1, max_size=800), st.data())
def test_a_quote_is_a_literal_and_bounded_part_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = quote_around(text, start, min(len(text), start + 5))
    assert span.start <= start
    assert span.end - span.start <= LONGEST_QUOTE + 5
    assert text[span.start : span.end] in text


def test_bullets_and_lines_are_sentences_of_their_own() -> None:
    text = "Work\n• Led a team of five. Planned shifts.\n- Trained e.g. new staff"
    assert [text[span.start : span.end] for span in sentences_of(text)] == [
        "Work", "Led a team of five.", "Planned shifts.", "Trained e.g. new staff",
    ]  # fmt: skip


def test_the_data_has_no_findings() -> None:
    assert list(findings(lexicon())) == []


def test_every_letter_is_quoted_with_its_own_sentence() -> None:
    text = "Anna. \n• I drove a forklift.   Then I stopped!\n\nA  - B"
    for span in sentences_of(text):
        for place in range(span.start, span.end):
            assert quote_around(text, place, place) == span
    assert quote_around(text, len(text), len(text)).end == len(text)


def test_quotes_of_many_short_lines_are_found_fast() -> None:
    text = "N\n" * 30_000
    began = time.process_time()
    for place in range(0, len(text), 2):
        assert quote_around(text, place, place + 1).end == place + 1
    assert time.process_time() - began < 3
