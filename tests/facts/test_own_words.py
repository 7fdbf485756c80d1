"""What a text says about its writer: kind by kind, and what says nothing about them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mosaic.facts.domain.clauses import own_clauses
from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.reading import READERS, read_own_words, read_resume
from mosaic.facts.domain.years import together

TODAY = date(2026, 11, 21)
Said = tuple[str, str, str]


def found(text: str, kind: FactKind) -> list[Found]:
    return [one for one in read_own_words(text, today=TODAY) if one.kind is kind]


def said(text: str, kind: FactKind) -> list[Said]:
    return [(one.polarity.value, one.lexicon_id, one.label) for one in found(text, kind)]


@pytest.mark.parametrize(
    ("text", "about", "years", "until"),
    [
        ("I was a registered nurse for six years", "role:registered-nurse", 6, 0),
        ("I worked as a bookkeeper from 2009 to 2014", "role:bookkeeper", 5, 2014),
        ("I have driven a forklift since 2015", "skill:forklift-driving", 11, 2026),
        ("over a decade of forklift driving", "skill:forklift-driving", 10, 0),
        ("I looked after my father for three years", "skill:parent-care", 3, 0),
        ("6 years as a bookkeeper", "role:bookkeeper", 6, 0),
    ],
)
def test_years_belong_to_the_role_or_skill_of_the_sentence(text: str, about: str, years: float, until: int) -> None:
    (one,) = found(text, FactKind.EXPERIENCE)
    assert (one.lexicon_id, one.amount, one.until) == (about, years, until)


def test_two_lengths_of_time_in_a_sentence_stay_two() -> None:
    two = found("Ten years in the Navy, then six driving a school bus", FactKind.EXPERIENCE)
    assert [(one.amount, one.label) for one in two] == [
        (10, "Ten years in the Navy"),
        (6, "in the Navy, then six driving a school bus"),
    ]


def test_an_open_span_has_no_length_without_a_clock() -> None:
    assert not [one for one in read_own_words("I have driven a forklift since 2015") if one.kind is FactKind.EXPERIENCE]


@pytest.mark.parametrize(
    "text",
    [
        "I will be forty in two years",
        "my son is 12 years old",
        "We lived in that flat for nine years",
        "I moved here three years ago",
        "they paid 600 invoices a month",
        "it has been a long year",
    ],
)
def test_other_lengths_of_time_are_no_experience(text: str) -> None:
    assert found(text, FactKind.EXPERIENCE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I have a degree in fine art", ("has", "bachelor", "degree in fine art")),
        ("BSc Nursing, Leeds", ("has", "bachelor", "BSc Nursing")),
        ("I'm studying for a masters in law", ("wants", "master", "masters in law")),
        ("I never finished my degree", ("lacks", "bachelor", "degree")),
        ("served my aprenticeship as a joiner", ("has", "vocational", "apprenticeship as a joiner")),
    ],
)
def test_education_has_a_rung_a_subject_and_a_polarity(text: str, expected: Said) -> None:
    assert said(text, FactKind.EDUCATION) == [expected]


def test_a_school_somebody_works_at_is_no_education() -> None:
    assert said("I was the caretaker at a primary school", FactKind.EDUCATION) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My Polish is rusty", ("has", "pl", "Polish A2")),
        ("i speak portugese fluently", ("has", "pt", "Portuguese C1")),
        ("I speak Hindi", ("has", "hi", "Hindi")),
        ("I'm learning Welsh", ("wants", "cy", "Welsh")),
        ("I don't speak any German", ("lacks", "de", "German")),
        ("French: native", ("has", "fr", "French C2")),
    ],
)
def test_a_language_has_a_level_where_the_words_say_one(text: str, expected: Said) -> None:
    assert said(text, FactKind.LANGUAGE) == [expected]


@pytest.mark.parametrize("text", ["I taught English literature", "I cook Italian food", "I finish at noon every day"])
def test_naming_a_language_is_not_speaking_it(text: str) -> None:
    assert said(text, FactKind.LANGUAGE) == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("In five years I want my own workshop", "my own workshop"),
        ("My aim is to qualify as a midwife, if I can", "qualify as a midwife"),
        ("I'd like to retrain as a counsellor one day", "retrain as a counsellor"),
    ],
)
def test_a_goal_is_kept_in_the_persons_words(text: str, label: str) -> None:
    assert said(text, FactKind.GOAL) == [("wants", "", label)]


@pytest.mark.parametrize(
    "text",
    [
        "I wanted to be a surgeon once",
        "I'd like to know what jobs there are",
        "I'd like to say thank you",
        "I don't want to be a manager",
        "I want to work from home",
    ],
)
def test_old_wishes_refusals_and_circumstances_are_no_goals(text: str) -> None:
    assert said(text, FactKind.GOAL) == []


def test_an_interest_names_the_skill_it_is_about() -> None:
    assert said("I love gardening", FactKind.INTEREST) == [("has", "skill:gardening", "gardening")]


@pytest.mark.parametrize(
    "text", ["I used to love drawing", "I would love a rest", "I don't enjoy sewing", "he loves cooking"]
)
def test_what_is_loved_no_more_not_yet_or_by_others_is_no_interest(text: str) -> None:
    assert said(text, FactKind.INTEREST) == []


@pytest.mark.parametrize(
    ("text", "polarity", "code", "amount"),
    [
        ("I can't commute more than 40 minutes", "wants", "minutes", 40),
        ("within half an hour of home, no further by bus", "wants", "minutes", 30),
        ("no more than 20 km from here by car", "wants", "miles", 12.4),
        ("I'm not moving to London", "avoids", "moving", 0),
        ("I'd happily relocate", "wants", "moving", 0),
        ("anywhere near Leeds", "wants", "", 0),
        ("I live in Newcastle upon Tyne", "has", "", 0),
    ],
)
def test_places_travel_and_moving(text: str, polarity: str, code: str, amount: float) -> None:
    assert [(one.polarity, one.lexicon_id, one.amount) for one in found(text, FactKind.LOCATION)] == [
        (polarity, code, amount)
    ]


@pytest.mark.parametrize(
    ("text", "polarity", "code"),
    [
        ("fully remote or nothing", "wants", "remote"),
        ("hybrid would suit me", "wants", "hybrid"),
        ("Working from home drives me mad", "avoids", "remote"),
        ("I want to be around people", "wants", "onsite"),
    ],
)
def test_where_somebody_wants_to_work(text: str, polarity: str, code: str) -> None:
    assert [(one.polarity, one.lexicon_id) for one in found(text, FactKind.REMOTE)] == [(polarity, code)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no nights", [("avoids", "nights")]),
        ("weekends off", [("avoids", "weekends")]),
        ("I don't mind nights", [("wants", "nights")]),
        ("school hours only please", [("wants", "school-hours")]),
        ("I need part time", [("wants", "part-time")]),
        ("max 20 hrs a week", [("wants", "most")]),
        ("I worked nights for years", []),
        ("I worked part time in a shop", []),
        ("I did 60 hours a week", []),
        ("I used to hate nights", []),
        ("I have no evenings left", []),
    ],
)
def test_hours_need_a_word_for_or_against_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.polarity.value, one.lexicon_id) for one in found(text, FactKind.HOURS)] == expected


@pytest.mark.parametrize(
    ("text", "aspect", "amount", "label"),
    [
        ("at least 32k", "floor", 32000, "at least 32k"),
        ("not under £14 an hour", "floor", 14, "not under £14 an hour"),
        ("I'd like $60,000+ a year", "floor", 60000, "$60,000+ a year"),
        ("ideally £30k", "", 30000, "ideally £30k"),
    ],
)
def test_pay_is_read_where_somebody_asks_for_it(text: str, aspect: str, amount: float, label: str) -> None:
    (one,) = found(text, FactKind.PAY)
    assert (one.aspect, one.amount, one.label) == (aspect, amount, label)


@pytest.mark.parametrize(
    "text", ["I earned £41,000", "my rent is £900", "they offered me £9 an hour", "I'm on 36k now"]
)
def test_money_that_was_or_is_something_else_is_no_wish(text: str) -> None:
    assert found(text, FactKind.PAY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("part time at 30 hours a week", [("most", 30, "part time at 30 hours a week")]),
        ("I am looking for full time at 37.5 hours", [("most", 37.5, "full time at 37.5 hours")]),
        ("Part-time, three days a week", [("part-time", 0, "Part-time, three days a week")]),
        ("I can do 20 to 25 hours.", [("most", 25, "20 to 25 hours")]),
        ("I need a minimum of 30 hours", [("least", 30, "a minimum of 30 hours")]),
        ("I can't work more than 16 hours a week", [("most", 16, "can't work more than 16 hours a week")]),
        ("I want to do nights because it pay more", [("nights", 0, "nights")]),
        ("no more than 3 days a week", [("part-time", 0, "no more than 3 days a week")]),
        ("9.30 to 2.30 please", [("school-hours", 0, "9.30 to 2.30")]),
        ("I need to be home by 3", [("school-hours", 0, "be home by 3")]),
        ("25-30 hrs pw", [("most", 30, "25-30 hrs pw")]),
        ("I don't want to work weekends", [("weekends", 0, "don't want to work weekends")]),
        ("I'm on universal credit so can't go over 16 hours", [("most", 16, "can't go over 16 hours")]),
        ("From 20 hours upwards", [("least", 20, "From 20 hours")]),
        ("any shifts apart from nights", [("nights", 0, "apart from nights")]),
        ("I look after a team of 25, 40 hours a week", []),
        ("I currently work 22 hours", []),
        ("I work from 9 to 5", []),
        ("It's 40 minutes by bus, at least 20 hours away by ship", []),
    ],
)
def test_one_statement_about_hours_is_one_fact(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(one.lexicon_id, one.amount, one.label) for one in found(text, FactKind.HOURS)] == expected


@pytest.mark.parametrize(
    ("text", "amount", "label"),
    [
        ("I earn 38-45k now and want 50k.", 50_000, "50k"),
        ("Pay between 14 and 16 an hour would do", 14, "between 14 and 16 an hour"),
        ("I want part time and to earn at least 13 pounds an hour", 13, "at least 13 pounds an hour"),
        ("I was on £31k and would take £28k", 28_000, "£28k"),
        ("at least £2,400 a month after tax", 2400, "at least £2,400 a month after tax"),
        ("$25/hr or more", 25, "$25/hr or more"),
        ("hoping for 28 to 30k", 28_000, "28 to 30k"),
        ("I'd want between 28 and 32 thousand", 28_000, "between 28 and 32 thousand"),
        ("somewhere around thirty grand would be fine", 30_000, "somewhere around thirty grand"),
        ("Salary expectation: 45,000 EUR", 45_000, "45,000 EUR"),
        ("I can't live on less than 1900 a month", 1900, "can't live on less than 1900 a month"),
        ("a job within 30 minutes and £13 an hour please", 13, "£13 an hour"),
    ],
)
def test_pay_is_named_by_the_words_that_carry_it(text: str, amount: float, label: str) -> None:
    assert [(one.amount, one.label) for one in found(text, FactKind.PAY)] == [(amount, label)]


@pytest.mark.parametrize(
    "text",
    [
        "I am looking for full time at 37.5 hours",
        "At least 35 hours a week please",
        "Rent: £900 a month",
        "I need £200 for the train",
        "I'd like to pay off £4,000 debt",
        "I make 18 an hour",
        "My salary now is 42,000",
        "I want to help 500 people a year",
    ],
)
def test_hours_costs_and_pay_of_today_are_no_pay_wished_for(text: str) -> None:
    assert found(text, FactKind.PAY) == []


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("max 10 miles from home", FactKind.LOCATION, ["max 10 miles from home"]),
        ("I want a job within 30 minutes drive and £13 an hour", FactKind.LOCATION, ["within 30 minutes drive"]),
        ("I'm happy to relocate for the right job", FactKind.LOCATION, ["happy to relocate"]),
        ("max 10 miles from home", FactKind.REMOTE, []),
        ("Cooking at home for nine people", FactKind.REMOTE, []),
        ("I don't want to work from home", FactKind.REMOTE, ["don't want to work from home"]),
        ("two days at home, three in the office", FactKind.REMOTE, ["two days at home"]),
    ],
)
def test_places_are_named_by_the_words_that_carry_them(text: str, kind: FactKind, expected: list[str]) -> None:
    assert [one.label for one in found(text, kind)] == expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("no cold calling", "cold calling"),
        ("I'm done with lifting", "lifting"),
        ("I hate sitting in meetings all day", "sitting in meetings all day"),
        ("I never want to see a till again, and no more paperwork", "paperwork"),
    ],
)
def test_duties_to_keep_away_from(text: str, label: str) -> None:
    assert label in [one.label for one in found(text, FactKind.CONSTRAINT)]


@pytest.mark.parametrize(
    "text", ["no degree", "no idea", "no car", "no problem", "no training", "I hate Mondays", "I hate my boss"]
)
def test_what_is_no_work_is_no_duty(text: str) -> None:
    assert found(text, FactKind.CONSTRAINT) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I have the right to work in the UK", [("has", "gb")]),
        ("I'd need visa sponsorship", [("lacks", "")]),
        ("I don't need a visa for Ireland", [("has", "ie")]),
        ("I was born in Lagos and came here at nine", []),
        ("I am Polish", []),
        ("My wife has a work permit", []),
    ],
)
def test_permission_is_only_read_where_it_is_stated(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.polarity.value, one.aspect) for one in found(text, FactKind.WORK_PERMISSION)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "My brother speaks fluent Spanish and hates nights.",
        "They wanted a degree and ten years of experience.",
        "Should I move to Bristol?",
        "Can I work from home?",
        "should i ask for at least 32k",
        "If I had a degree I would have got that job.",
        "The doctor I worked for spoke five languages and hated weekends.",
        "Imagine doing that for ten years.",
    ],
)
def test_others_questions_and_suppositions_say_nothing(text: str) -> None:
    assert [one for one in read_own_words(text, today=TODAY) if one.kind is not FactKind.SKILL] == []


def test_whoever_goes_on_about_themselves_is_heard_again() -> None:
    assert said("My husband speaks Portuguese, but I speak Hindi", FactKind.LANGUAGE) == [("has", "hi", "Hindi")]


def test_lacking_and_avoiding_are_facts_of_their_own() -> None:
    text = "I have no experience with spreadsheets. I hate cold calling. I don't have a driving licence."
    pairs = {(one.kind, one.lexicon_id): one.polarity for one in read_own_words(text)}
    assert pairs[FactKind.SKILL, "spreadsheets"] is Polarity.LACKS
    assert pairs[FactKind.SKILL, "cold-calling"] is Polarity.AVOIDS
    assert pairs[FactKind.LICENCE, "driving-licence-b"] is Polarity.LACKS


def test_a_resume_holds_no_wishes_and_no_lacks() -> None:
    text = "Ada Berg\n\nNo-nonsense clerk, no experience with spreadsheets\nLanguages\nFrench: native, English: C1\nI want nights off"
    resume = read_resume(text, today=TODAY)
    assert {(one.lexicon_id, one.aspect) for one in resume if one.kind is FactKind.LANGUAGE} == {
        ("fr", "C2"),
        ("en", "C1"),
    }
    assert not {Polarity.LACKS, Polarity.AVOIDS} & {one.polarity for one in resume}
    assert not [one for one in resume if one.kind is FactKind.HOURS]


WORDS = st.lists(
    st.sampled_from(
        "I my no not want to love hate at least 32k £14 an hour nights weekends near Leeds remote for since 2015 three years "
        "degree in law speak Polish right work UK . , ? but and if had they brother".split()
    ),
    max_size=60,
).map(" ".join)


RESUME = """Ada Berg
ada@example.org

Experience
Staff nurse, St Olav, Oslo
06.2009 - 12.2016
- Looked after eight patients a shift

Intensive care nurse, 02.2017 - now
- Trained new staff

Education
Master of Engineering Mechanical Engineering 2004 - 2006
"""
ABOVE = """2001 - 2008
Shop assistant, Tesco, Galway
2019 - 2021
Home carer, Comfort Keepers, Galway
"""


def dated(text: str) -> list[tuple[str, float, int]]:
    found = [one for one in read_resume(text, today=TODAY) if one.kind is FactKind.EXPERIENCE]
    return [(one.lexicon_id, one.amount, one.until) for one in found]


def test_a_resume_dates_its_roles_and_a_degree_is_none() -> None:
    assert dated(RESUME) == [("role:registered-nurse", 7.5, 2016), ("role:registered-nurse", 9.8, 2026)]


def test_dates_above_titles_belong_to_the_title_below() -> None:
    assert dated(ABOVE) == [("role:shop-assistant", 7, 2008), ("role:home-care-worker", 2, 2021)]


def test_years_are_quoted_with_their_title() -> None:
    one = next(one for one in read_resume(RESUME, today=TODAY) if one.kind is FactKind.EXPERIENCE)
    assert RESUME[one.start : one.end] == "Staff nurse, St Olav, Oslo\n06.2009 - 12.2016"


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        ([], 0),
        ([(3, 0)], 3),
        ([(7.5, 2016), (9.8, 2026)], 17.3),
        ([(6, 2016), (4, 2015)], 6),
        ([(6, 2016), (9, 0)], 9),
    ],
)
def test_years_add_up_without_counting_any_twice(stretches: list[tuple[float, int]], expected: float) -> None:
    assert together(stretches) == expected


@given(st.one_of(st.text(max_size=400), WORDS))
def test_every_finding_quotes_the_text_and_has_a_label(text: str) -> None:
    for one in read_own_words(text, today=TODAY):
        assert text[one.start : one.end].strip()
        assert one.label
        assert one.amount >= 0


@given(WORDS)
def test_the_same_text_says_the_same(text: str) -> None:
    assert read_own_words(text, today=TODAY) == read_own_words(text, today=TODAY)


@pytest.mark.parametrize("words", ["I want to ", "no ", "at least ", "near Ab ", "2009-", "my ", "a "])
def test_a_text_without_end_is_read_piece_by_piece(words: str) -> None:
    clauses = own_clauses(words * 1000)
    assert max(len(clause.words) for clause in clauses) <= 400
    assert all(list(reader(clauses)) is not None for reader in READERS)
