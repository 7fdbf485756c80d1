"""What is denied, thing by thing: over lists, up to the next thing said, and not when it is over or denied twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mosaic.facts.domain.denials import denials_in
from mosaic.facts.domain.kinds import FactKind, How, Polarity
from mosaic.facts.domain.reading import read_own_words

LACKS, AVOIDS, HAS = Polarity.LACKS, Polarity.AVOIDS, Polarity.HAS


def denied(text: str) -> list[tuple[Polarity, str]]:
    return [(one.polarity, text[one.start : one.end]) for one in denials_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I can't drive or swim", [(LACKS, "drive"), (LACKS, "swim")]),
        ("no cooking, cleaning or ironing please", [(AVOIDS, "cooking"), (AVOIDS, "cleaning"), (AVOIDS, "ironing")]),
        ("can't sing, can't dance", [(LACKS, "sing"), (LACKS, "dance")]),
        ("I'm useless with computers", [(LACKS, "computers")]),
        ("haven't touched a till", [(LACKS, "till")]),
        ("I not know Excel", [(LACKS, "Excel")]),
        ("I have no experience in payroll", [(LACKS, "payroll")]),
        ("no driving licence", [(LACKS, "driving licence")]),
        ("keep me away from phones", [(AVOIDS, "phones")]),
        ("I'm not cleaning toilets ever again", [(AVOIDS, "cleaning toilets")]),
        ("stats terrify me", [(AVOIDS, "stats")]),
        ("spreadsheets aren't my strong point", [(LACKS, "spreadsheets")]),
        ("please don't put me on the tills", [(AVOIDS, "tills")]),
        ("not a fan of spreadsheets", [(AVOIDS, "spreadsheets")]),
        ("anything in care except pads and commodes", [(AVOIDS, "pads"), (AVOIDS, "commodes")]),
    ],
)
def test_each_thing_of_a_list_is_denied(text: str, expected: list[tuple[Polarity, str]]) -> None:
    assert denied(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I hate cooking and love baking", [(AVOIDS, "cooking")]),
        ("not cooking but serving", [(AVOIDS, "cooking")]),
        ("I don't mind floors but not toilets", [(AVOIDS, "toilets")]),
        ("I can't drive, my husband does", [(LACKS, "drive")]),
        ("no more lifting, my back is gone", [(AVOIDS, "lifting")]),
    ],
)
def test_what_is_said_next_is_not_denied(text: str, expected: list[tuple[Polarity, str]]) -> None:
    assert denied(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I used to hate phones",
        "I couldn't cook before I met him",
        "I've never been afraid of paperwork",
        "I never get tired of cooking",
        "I'm not scared of heights",
        "it's not that I can't cook",
        "There is nothing I can't cook",
        "I have never had a problem with cash handling",
    ],
)
def test_what_is_over_or_denied_twice_is_not_denied(text: str) -> None:
    assert {polarity for polarity, _ in denied(text)} == {HAS}


@pytest.mark.parametrize(
    "text",
    [
        "My brother can't drive",
        "Should I say I can't drive?",
        "I can't wait to cook",
        "no points, no claims, no accidents",
        "no problem",
        "not sleeping well",
        "I can't be bothered",
        "I couldn't afford it",
    ],
)
def test_others_idioms_and_a_clean_record_deny_nothing(text: str) -> None:
    assert denied(text) == []


@pytest.mark.parametrize(
    ("text", "skill", "polarity"),
    [
        ("I never learned Excel", "spreadsheets", LACKS),
        ("haven't touched a till", "till-operation", LACKS),
        ("I don't have any experience in payroll or bookkeeping", "bookkeeping", LACKS),
        ("No sales, no cold calling", "cold-calling", AVOIDS),
        ("keep me away from phones", "telephone-skills", AVOIDS),
        ("I used to hate cold calling, now I'm fine with it", "cold-calling", HAS),
        ("I don't only cook, I also clean", "cooking", HAS),
    ],
)
def test_a_skill_has_the_polarity_of_what_is_said_of_it(text: str, skill: str, polarity: Polarity) -> None:
    found = {one.lexicon_id: one.polarity for one in read_own_words(text) if one.kind is FactKind.SKILL}
    assert found[skill] is polarity


def test_who_cannot_swim_is_not_said_to_lack_teaching_it() -> None:
    found = [one for one in read_own_words("I can't drive or swim") if one.how is How.NEAR]
    assert [(one.lexicon_id, one.polarity) for one in found] == [("car-driving", LACKS)]


@pytest.mark.parametrize(("text", "polarity"), [("no driving licence", LACKS), ("I've got a driving licence", HAS)])
def test_a_licence_that_is_missing_is_no_duty_to_avoid(text: str, polarity: Polarity) -> None:
    found = read_own_words(text)
    assert [one.polarity for one in found if one.kind is FactKind.LICENCE] == [polarity]
    assert not [one for one in found if one.kind is FactKind.CONSTRAINT]


WORDS = "I can't not no never hate cooking or and , driving , my the phones . used to but with licence again ’ tired of".split()


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)))
def test_a_denial_names_words_of_the_text(text: str) -> None:
    for one in denials_in(text):
        assert text[one.start : one.end].strip()
