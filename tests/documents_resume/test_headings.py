"""Headings in many wordings."""

import pytest

from mosaic.documents.resume.headings import heading_of, inline_heading_of, kind_of
from mosaic.documents.resume.lines import Line
from mosaic.documents.resume.model import Section
from tests.documents_resume.made import parsed, said


def line(text: str, *, gap: bool = False) -> Line:
    return Line(text, 0, len(text), gap=gap)


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("WORK EXPERIENCE", Section.WORK),
        ("Employment & Career History", Section.WORK),
        ("Where I have worked", Section.WORK),
        ("Education and Training", Section.EDUCATION),
        ("Academic Qualification", Section.EDUCATION),
        ("My Key Skills", Section.SKILLS),
        ("Skills & Awards", Section.SKILLS),
        ("Licences / Certificates", Section.CERTIFICATES),
        ("Hobbies and Interests", Section.INTERESTS),
        ("E X P E R I E N C E", Section.WORK),
        ("Beruflicher Werdegang", Section.WORK),
        ("Aus- und Weiterbildung", Section.EDUCATION),
        ("Schul- und Berufsausbildung", Section.EDUCATION),
        ("Jobs I have held", Section.WORK),
        ("Work record", Section.WORK),
        ("How I learned it", Section.EDUCATION),
        ("What I do best", Section.SKILLS),
        ("Centres d'intérêt", Section.INTERESTS),
        ("Experiencia laboral", Section.WORK),
        ("Formação académica", Section.EDUCATION),
        ("Istruzione e formazione", Section.EDUCATION),
        ("Werkervaring", Section.WORK),
        ("Doświadczenie zawodowe", Section.WORK),
        ("Arbetslivserfarenhet", Section.WORK),
    ],
)
def test_wordings(words: str, section: Section) -> None:
    assert kind_of(words) is section


def test_any_words_with_a_headings_noun_head_a_section_when_they_look_like_it() -> None:
    found = heading_of(line("Kitchen Experience", gap=True))
    assert found is not None
    assert found.kind is Section.WORK
    assert heading_of(line("Improved the customer experience", gap=False)) is None


def test_numbering_and_decoration_are_left_out() -> None:
    for text in ("3. Education", "== EDUCATION ==", "Education:", "II. Education"):
        found = heading_of(line(text))
        assert found is not None
        assert found.kind is Section.EDUCATION


def test_a_heading_may_have_its_section_behind_it() -> None:
    found = inline_heading_of(line("Languages: Polish, English"))
    assert found is not None
    assert found.kind is Section.LANGUAGES
    assert inline_heading_of(line("Responsible for: the till")) is None


def test_a_label_inside_a_job_does_not_end_the_work_section() -> None:
    text = (
        "Jo Bell\n\nExperience\nCook, Hotel Adler, 2018 – 2020\nSkills: grilling, sauces\n"
        "Waiter, Bar Roma, 2015 – 2018\n\nEducation\nGED, 2014\n"
    )
    assert [said(work.title) for work in parsed(text).work] == ["Cook", "Waiter"]


def test_page_numbers_and_pictures_are_no_text() -> None:
    text = "[Photo]\nJo Bell\nPage 1 of 2\n\nSkills\nWelding\nPage 2 of 2\nGrinding\n"
    result = parsed(text)
    assert said(result.contact.name) == "Jo Bell"
    assert [skill.name.value for skill in result.skills] == ["Welding", "Grinding"]
