"""From a text to a résumé: nothing gets lost, nothing is added, every part knows its place."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from mosaic.lexicon.words import keys_of, tokens_of
from resume.domain.canonical import from_reading
from resume.domain.document import Sourced, checked, items_of
from resume.domain.guard import Sources, unsupported_in
from resume.domain.pointers import leaves
from resume.domain.reading import read_text
from tests.resume.people import TEXT

TODAY = date(2026, 11, 21)

NURSE = """Grace Okafor RN
Leeds, United Kingdom
grace.okafor@example.org | 07700 900123

Profile
Registered nurse with nine years on medical wards.

Employment
Staff Nurse, Ward 7, St James Hospital, Leeds
Sept 2015 - present
- Wound care and dressing changes for up to eight patients per shift
- Took minutes at the weekly ward meeting

Education
BSc Nursing, University of Leeds, 2015

Skills
Wound care, electronic patient records, Excel

Hobby horses
Bees, bicycles and brass bands.
"""


def held(read: Sourced) -> set[str]:
    return {key for _, words in leaves(read.document) for key in keys_of(words)}


def test_every_word_is_kept_also_what_no_section_knows() -> None:
    read = read_text(NURSE, today=TODAY)
    assert set(keys_of("Okafor RN Ward 7 minutes bees bicycles brass bands records")) <= held(read)


def test_every_part_names_a_literal_place() -> None:
    for text in (NURSE, TEXT):
        for sources in read_text(text, today=TODAY, upload_id="u").provenance.values():
            for source in sources:
                assert source.upload_id == "u"
                assert not source.end or text[source.start : source.end] == source.quote


def test_every_entry_has_a_source_even_when_all_of_it_was_reworded() -> None:
    read = read_text(NURSE, today=TODAY, upload_id="u")
    for section in ("work", "education", "skills"):
        for item in items_of(read.document, section):
            assert read.sources_at(f"{item.pointer}/startDate")[0].upload_id == "u"


def test_the_guard_finds_nothing_in_what_was_read() -> None:
    for text in (NURSE, TEXT):
        assert unsupported_in(read_text(text, today=TODAY).document, Sources([text])) == ()


def test_places_that_were_told_are_taken_over() -> None:
    text = "Nurse\nNurse"
    read = from_reading({"work": [{"position": "Nurse"}]}, {"work/0/position": [6, 11]}, text)
    assert read.provenance["/work/0/position"][0].start == 6


SENTENCES = st.sampled_from(
    [
        "Looked after forty ewes on the upper meadow",
        "Ran the night desk",
        "Motto: slowly but surely",
        "Kept bees; sold honey",
        "Work",
        "Skills",
        "2014 - 2019",
        "Nurse, Leeds General, 2012 to 2014",
        "Excel, SAP and welding",
        "member of the brass band (tuba)",
        "",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(SENTENCES, max_size=14).map("\n".join))
def test_no_order_of_lines_loses_a_word(text: str) -> None:
    kept = held(read_text(text, today=TODAY))
    said = {token.key for token in tokens_of(text) if len(token.text) > 3 and token.text.isalpha()}
    assert said - kept <= set(keys_of("work skills"))


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=400))
def test_any_text_makes_a_valid_document(text: str) -> None:
    checked(read_text(text, today=TODAY).document)
