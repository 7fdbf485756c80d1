"""The truth guard: nothing goes out that nobody said."""

import pytest

from resume.domain.guard import Claim, Sources, unsupported
from resume.domain.suggest import Suggested, suggestions
from tests.resume.documents import MAREK

SAID = """
I started about forty new colleagues at Hisingen distribution centre between March 2014 and 2020.
I keep the mispicks in Excel and I have a forklift licence. Bachelor of Arts. Budget of 1,200 euro. NHS placement.
I was a shift supervisor.
"""
SOURCES = Sources([SAID])


@pytest.mark.parametrize(
    ("text", "claim", "words"),
    [
        ("Started 45 new colleagues.", Claim.NUMBER, "45"),
        ("Led fifty people.", Claim.NUMBER, "fifty"),
        ("Worked there until 2023.", Claim.NUMBER, "2023"),
        ("Started colleagues at Volvo.", Claim.NAME, "Volvo"),
        ("Rolled out SAP.", Claim.SKILL, "Rolled out SAP"),
        ("I wrote it in Python.", Claim.SKILL, "Python"),
        ("An electrician by trade.", Claim.TITLE, "electrician"),
        ("Holds an MSc.", Claim.DEGREE, "MSc"),
        ("Holds a first aid certificate.", Claim.LICENCE, "first aid certificate"),
        ("Member of the RCN.", Claim.NAME, "RCN"),
    ],
)
def test_a_claim_without_a_source_is_found(text: str, claim: Claim, words: str) -> None:
    found = unsupported(text, SOURCES)
    assert (claim, words) in [(one.claim, one.words) for one in found]
    assert all(text[one.start : one.end] == one.words for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Started about 40 new colleagues at Hisingen distribution centre.",
        "Started forty colleagues, 03/2014 – 2020.",
        "New colleagues started: forty. Mispicks kept in Excel.",
        "Forklift licence. Bachelor of Arts.",
        "Budget of 1200 euro at the NHS.",
        "HISINGEN DISTRIBUTION CENTRE",
        "Kept mispicks low and the mood good.",
        "Shift supervisor, Mar 2014 – now",
        "Work\nExperience at Hisingen",
    ],
)
def test_what_was_said_in_other_words_is_no_finding(text: str) -> None:
    assert unsupported(text, SOURCES) == ()


def test_a_standing_fact_may_be_named_in_the_words_of_the_lexicon() -> None:
    assert unsupported("Wound care on the ward.", Sources(["I changed his dressings."], {"wound-care"})) == ()
    assert unsupported("Wound care on the ward.", Sources(["I changed his shirts."])) != ()


def test_nothing_is_found_in_a_text_held_against_itself() -> None:
    assert unsupported(SAID, SOURCES) == ()


def test_suggestions_propose_and_apply_nothing() -> None:
    before = repr(MAREK)
    found = suggestions(MAREK)
    assert [(one.what, one.fix) for one in found] == [
        (Suggested.SHORTER, "Training new staff, about forty people since 2014."),
        (Suggested.NO_LINES, ""),
    ]
    assert repr(MAREK) == before


def test_a_doubtful_claim_becomes_a_question() -> None:
    doubted = [
        one.words for one in suggestions(MAREK, Sources(["Shift supervisor."])) if one.what is Suggested.UNSUPPORTED
    ]
    assert "fourteen" in doubted
    assert "Nowicki" not in doubted
