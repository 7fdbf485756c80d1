"""Titles, employers, places and dates in every order."""

import pytest

from mosaic.documents.resume.model import WorkKind
from tests.documents_resume.made import HEAD, job, jobs, parsed, said

CARER = ("Care Assistant", "Sunrise House", "Leeds", "2018/2021")


@pytest.mark.parametrize(
    "head",
    [
        "Care Assistant, Sunrise House, Leeds, 2018–2021",
        "2018–2021 Care Assistant, Sunrise House, Leeds",
        "Care Assistant | Sunrise House | Leeds | 2018–2021",
        "Care Assistant – Sunrise House · Leeds (2018–2021)",
        "Care Assistant at Sunrise House, Leeds (2018–2021)",
        "Care Assistant @ Sunrise House, Leeds\t2018–2021",
        "Care Assistant          2018–2021\nSunrise House, Leeds",
        "Sunrise House, Leeds    2018–2021\nCare Assistant",
        "Sunrise House – Leeds\nCare Assistant, 2018–2021",
        "Care Assistant\nSunrise House, Leeds\n2018–2021",
        "2018–2021\nCare Assistant\nSunrise House, Leeds",
        "2018–2021\tCare Assistant\tSunrise House, Leeds",
        "Dates: 2018–2021\nPosition: Care Assistant\nEmployer: Sunrise House\nLocation: Leeds",
        "Worked as Care Assistant at Sunrise House, Leeds from 2018 to 2021.",
    ],
)
def test_one_job_in_many_layouts(head: str) -> None:
    other = "Cook, Hotel Adler, Bern, 2010–2012"
    assert jobs(f"{head}\n• Helped thirty residents with meals and washing\n") == [CARER]
    assert CARER in jobs(f"{head}\n• Helped thirty residents\n\n{other}\n• Ran the grill\n")


def test_an_unknown_title_is_found_by_elimination_and_order() -> None:
    section = (
        "Happiness Wrangler, Brightpath Ltd, 2019 – now\n• Wrangled\n"
        "Cook, Hotel Adler, 2015 – 2019\n• Cooked\n"
        "Waiter, Zorba, 2012 – 2015\n• Waited\n"
    )
    assert [entry[:2] for entry in jobs(section)] == [
        ("Happiness Wrangler", "Brightpath Ltd"),
        ("Cook", "Hotel Adler"),
        ("Waiter", "Zorba"),
    ]


def test_roles_share_the_employer_that_stands_above_them() -> None:
    section = (
        "Leeds City Council\nSenior Clerk    2015 – 2019\n• Led four clerks\nClerk    2010 – 2015\n• Kept the files\n"
        "Royal Mail\nPostman    2001 – 2010\n• Walked\n"
    )
    assert [entry[:2] for entry in jobs(section)] == [
        ("Senior Clerk", "Leeds City Council"),
        ("Clerk", "Leeds City Council"),
        ("Postman", "Royal Mail"),
    ]


def test_an_exported_network_profile_has_the_employer_and_its_years_above() -> None:
    section = (
        "Corticeira Atlântica\n6 years 2 months\n\nBuyer\nJanuary 2021 - Present (2 years 8 months)\nPorto, Portugal\n\n"
        "Clerk\nJuly 2017 - January 2021 (3 years 7 months)\nPorto, Portugal\n"
    )
    assert jobs(section) == [
        ("Buyer", "Corticeira Atlântica", "Porto, Portugal", "2021-01/now"),
        ("Clerk", "Corticeira Atlântica", "Porto, Portugal", "2017-07/2021-01"),
    ]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Career break – caring for my mother, 2015 – 2018", "Career break – caring for my mother"),
        ("2006 – 2009 Elternzeit", "Elternzeit"),
        ("1998 - 2008\nFull time mum", "Full time mum"),
        ("2010 – 2011 : Congé parental", "Congé parental"),
    ],
)
def test_breaks_are_entries_of_their_own_kind(head: str, title: str) -> None:
    work = parsed(
        f"{HEAD}Experience\nCook, Hotel Adler, 2019 – now\n• Cooked\n\n{head}\n\nWaiter, Bar Roma, 2000 – 2005\n"
    ).work
    (pause,) = [entry for entry in work if entry.kind is WorkKind.BREAK]
    assert said(pause.title) == title
    assert pause.employer is None


def test_a_travel_agent_is_not_on_a_break() -> None:
    (work,) = parsed(f"{HEAD}Experience\nTravel Agent, Sunway Tours, 2018 – 2020\n").work
    assert work.kind is WorkKind.JOB


def test_work_without_dates_is_read() -> None:
    section = "Secretary, Kenya Farmers' Cooperative\nFront office clerk, Sarova Guest House, Kisumu\n"
    assert jobs(section) == [
        ("Secretary", "Kenya Farmers' Cooperative", "", ""),
        ("Front office clerk", "Sarova Guest House", "Kisumu", ""),
    ]


def test_overlapping_jobs_stay_as_they_are() -> None:
    section = "Cook, Hotel Adler, 2015 – 2020\nTaxi driver, self-employed, 2017 – 2019\n"
    assert [entry[3] for entry in jobs(section)] == ["2015/2020", "2017/2019"]


def test_wrapped_bullets_are_one_and_prose_is_a_description() -> None:
    section = (
        "Cook, Hotel Adler, 2018 – 2020\nA hotel of ninety rooms above the lake.\n"
        "• Ran the grill on Saturdays for up to three hundred guests and kept the\n  allergen folder up to date\n• Trained two juniors\n"
    )
    (work,) = parsed(f"{HEAD}Experience\n{section}").work
    assert said(work.description) == "A hotel of ninety rooms above the lake."
    assert [bullet.value for bullet in work.bullets] == [
        "Ran the grill on Saturdays for up to three hundred guests and kept the allergen folder up to date",
        "Trained two juniors",
    ]


def test_duties_without_bullets_do_not_become_jobs() -> None:
    section = (
        "Publix Super Markets, Atlanta, GA\nCashier, 2013-2016\nBalanced a drawer of up to $5,000\nTrained 10 new cashiers\n\n"
        "Home Health Aide\nPrivate client, Decatur GA\nJan. 2011 - Dec. 2012\nBathed, fed and kept company with an old lady\n"
    )
    assert [entry[:2] for entry in jobs(section)] == [
        ("Cashier", "Publix Super Markets"),
        ("Home Health Aide", "Private client"),
    ]


def test_jobs_may_be_bullets_themselves() -> None:
    section = "- Bricklayer, Keepmoat Homes, Rotherham (2018 - 2021): sixty plots\n- Labourer, Barratt, Wakefield (2015 - 2018)\n"
    assert [entry[:2] for entry in jobs(section)] == [("Bricklayer", "Keepmoat Homes"), ("Labourer", "Barratt")]


def test_a_legal_form_stays_with_its_firm() -> None:
    assert jobs("Engineer, Brightpath Analytics, Inc., Oakland, CA, 2019 – 2022\n") == [
        ("Engineer", "Brightpath Analytics, Inc.", "Oakland, CA", "2019/2022")
    ]


def test_compound_titles_of_other_languages_are_known() -> None:
    section = "Sachbearbeiterin Einkauf\nThüringer Glaswerke GmbH, Erfurt\n08/2015 – heute\n"
    assert jobs(section, "Berufserfahrung") == [
        ("Sachbearbeiterin Einkauf", "Thüringer Glaswerke GmbH", "Erfurt", "2015-08/now")
    ]


def test_voluntary_roles_have_a_section_of_their_own() -> None:
    result = parsed(f"{HEAD}Volunteering\nTreasurer, Pinner School Association, 2019 – 2023\n• Kept the books\n")
    assert [job(work) for work in result.volunteering] == [("Treasurer", "Pinner School Association", "", "2019/2023")]
    assert result.work == ()


def test_a_short_sentence_is_nobodys_employer() -> None:
    section = (
        "since 05/2020\tForest Ranger, Latvijas Valsts Mežs\nMarks timber for felling.\nLeads school walks.\n"
        "2016 – 04/2020\tForestry Worker, SIA Gaujas Koks\nPlanted pine and thinned birch.\n"
    )
    assert [(title, employer) for title, employer, _, _ in jobs(section)] == [
        ("Forest Ranger", "Latvijas Valsts Mežs"),
        ("Forestry Worker", "SIA Gaujas Koks"),
    ]
