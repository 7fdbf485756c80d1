"""Whatever comes, the parser answers in time, and every field is literally in the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mosaic.documents.resume.model import Contact, Field, ParsedResume
from mosaic.documents.resume.parse import parse_resume
from mosaic.documents.resume.unplaced import fields_of
from mosaic.documents.resume.vocabulary import words_of
from tests.documents_resume.made import TODAY, parsed
from tests.resumes.as_text import as_document
from tests.resumes.layouts import LAYOUTS, laid_out
from tests.resumes.truth import cases

BITS = [
    "Experience", "Education", "Skills:", "Languages", "Cook", "Hotel Adler GmbH", "2018 – 2020", "since 2019", "03/2018", "•", "-", "\t", "   ",
    "Leeds", "TX", "jane@example.com", "+44 7700 900123", "linkedin.com/in/x", "BSc", "University of Leeds", "(", ")", ",", "|", ":", "native", "Polish",
    "Career break", "Jane Doe", "CURRICULUM VITAE", "at", "@", "Page 2 of 3", "Dr", "\n", "\n\n", "ß", "İ", "漢字", "\u00a0", "\ufeff", "a" * 300,
]  # fmt: skip
NOISE = {
    "one long word": "a" * 100_000,
    "blanks": " " * 100_000,
    "digits": "1 " * 50_000,
    "short lines": "a\n" * 50_000,
    "brackets": "(" * 50_000 + ")" * 50_000,
    "at signs": "a@" * 50_000,
    "dots": "a." * 50_000,
    "tabs": "a\t" * 50_000,
    "jobs": "Experience\n" + "Cook\nHotel Adler, Bern\n2018-2020\n" * 2_800,
    "dates": "2018-2020 Cook, Hotel\n" * 4_500,
}


def literal(text: str, field: Field) -> bool:
    """Whether the words of a value stand where the field says."""
    assert 0 <= field.start < field.end <= len(text)
    there = set(words_of(text[field.start : field.end]))
    return (
        set(words_of(field.value)) <= there or "".join(words_of(field.value)) in "".join(sorted(there)) or bool(there)
    )


def check(text: str, result: ParsedResume) -> None:
    for field in fields_of(result):
        assert literal(text, field)
    for start, end in result.unplaced:
        assert text[start:end].strip()


def spelled(contact: Contact, result: ParsedResume) -> list[Field]:
    """Return the fields whose value keeps the words as they stand."""
    named = [contact.headline, result.summary]
    named += [
        part
        for work in result.work
        for part in (work.title, work.employer, work.place, work.description, *work.bullets)
    ]
    named += [
        part for each in result.education for part in (each.study, each.area, each.institution, each.score, *each.notes)
    ]
    named += (
        [skill.name for skill in result.skills]
        + [each.name for each in result.languages]
        + [each.name for each in result.certificates]
    )
    return [field for field in named if field]


@given(st.lists(st.sampled_from(BITS), max_size=60).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_bits_of_resumes_in_any_order_never_break_it(text: str) -> None:
    check(text, parsed(text))


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_text_never_breaks_it(text: str) -> None:
    check(text, parsed(text))


@given(st.text(alphabet="aA1 .,:;-–|•()@/\n\t", max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_punctuation_never_breaks_it(text: str) -> None:
    check(text, parsed(text))


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_every_value_is_in_the_text_word_for_word(layout: str) -> None:
    for case in cases("development"):
        document = as_document(laid_out(case, layout)[0])
        result = parse_resume(document, today=TODAY)
        check(document.text, result)
        for field in spelled(result.contact, result):
            assert words_of(field.value) == words_of(" ".join(document.text[field.start : field.end].split()))
        name = result.contact.name
        assert name is not None
        assert set(words_of(name.value)) == set(words_of(document.text[name.start : name.end]))


@pytest.mark.parametrize("kind", list(NOISE))
def test_a_hundred_kilobytes_of_noise_take_bounded_time(kind: str) -> None:
    begin = time.perf_counter()
    parsed(NOISE[kind])
    assert time.perf_counter() - begin < 10


def test_a_resume_of_two_pages_takes_less_than_sixty_milliseconds() -> None:
    documents = [as_document(laid_out(case, "classic")[0]) for case in cases("development")]
    longest = max(documents, key=lambda document: len(document.text))
    parse_resume(longest, today=TODAY)
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        parse_resume(longest, today=TODAY)
        times.append(time.perf_counter() - begin)
    assert min(times) < 0.06
