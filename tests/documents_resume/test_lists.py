"""Skills, languages, certificates and what else stands in lists."""

import pytest

from tests.documents_resume.made import HEAD, parsed, said


def skills(section: str) -> list[str]:
    return [skill.name.value for skill in parsed(f"{HEAD}Skills\n{section}").skills]


@pytest.mark.parametrize(
    "section",
    [
        "Wound care, Excel, Team leadership\n",
        "Wound care; Excel; Team leadership\n",
        "Wound care • Excel • Team leadership\n",
        "Wound care | Excel | Team leadership\n",
        "• Wound care\n• Excel\n• Team leadership\n",
        "Wound care\tExcel\tTeam leadership\n",
        "Wound care    Excel    Team leadership\n",
        "Wound care, Excel\nTeam leadership\n",
        "Wound care (advanced), Excel – basic, Team leadership ●●●○○\n",
        "Wound care, Excel and Team leadership.\n",
    ],
)
def test_one_list_in_many_forms(section: str) -> None:
    assert skills(section) == ["Wound care", "Excel", "Team leadership"]


def test_commas_inside_brackets_do_not_part_a_skill() -> None:
    assert skills("Microsoft Office (Word, Excel), filing\n") == ["Microsoft Office (Word, Excel)", "filing"]


def test_groups_levels_and_the_lexicons_ids_are_kept() -> None:
    result = parsed(f"{HEAD}Skills\nClinical: wound care (expert), triage\n").skills
    assert next((said(skill.group), skill.id != "", said(skill.level)) for skill in result) == (
        "Clinical",
        True,
        "expert",
    )


def test_a_functional_resume_keeps_the_evidence_under_its_skill() -> None:
    section = (
        "Administration\n• Kept the accounts of a savings group of 40 members\n• Organised trips for 60 children\n"
    )
    (skill,) = parsed(f"{HEAD}Key Skills\n\n{section}\nWork history\nClerk, Kenya Farmers' Cooperative\n").skills
    assert skill.name.value == "Administration"
    assert len(skill.evidence) == 2


@pytest.mark.parametrize(
    "section",
    [
        "Polish (native), English – B2\n",
        "Polish: native\nEnglish: B2\n",
        "• Polish native\n• English B2\n",
        "Native Polish, English B2\n",
        "Polish\nnative\nEnglish\nB2\n",
        "Polish\tnative\nEnglish\tB2\n",
    ],
)
def test_languages_with_how_well(section: str) -> None:
    found = parsed(f"{HEAD}Languages\n{section}").languages
    assert [(each.name.value, each.code, said(each.fluency).casefold()) for each in found] == [
        ("Polish", "pl", "native"),
        ("English", "en", "b2"),
    ]


def test_a_language_that_no_list_knows_is_kept() -> None:
    found = parsed(f"{HEAD}Languages\nEnglish (fluent), Ewondo (native)\n").languages
    assert [(each.name.value, each.code) for each in found] == [("English", "en"), ("Ewondo", "")]


def test_programming_languages_are_skills() -> None:
    result = parsed(f"{HEAD}Technical Skills\nLanguages: Java, Python\nTools: Git\n")
    assert [skill.name.value for skill in result.skills] == ["Java", "Python", "Git"]
    assert result.languages == ()


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("First Aid at Work, St John Ambulance, 2021", ("First Aid at Work", "St John Ambulance", "2021")),
        ("Manual Handling - 2022", ("Manual Handling", "", "2022")),
        (
            "Manicurist License – Texas Department of Licensing (2017)",
            ("Manicurist License", "Texas Department of Licensing", "2017"),
        ),
        ("Führerschein: Klasse B", ("Führerschein: Klasse B", "", "")),
    ],
)
def test_certificates_with_issuer_and_date(written: str, found: tuple[str, str, str]) -> None:
    (each,) = parsed(f"{HEAD}Certificates\n{written}\n").certificates
    assert (each.name.value, said(each.issuer), said(each.date)) == found


def test_a_line_of_tickets_is_several_certificates() -> None:
    found = parsed(f"{HEAD}Tickets held\nCSCS Gold, SSSTS, IPAF, Full driving licence\n").certificates
    assert [each.name.value for each in found] == ["CSCS Gold", "SSSTS", "IPAF", "Full driving licence"]
    found = parsed(f"{HEAD}Licenses\nBLS, ACLS, PALS (American Heart Association)\n").certificates
    assert {said(each.issuer) for each in found} == {"American Heart Association"}


def test_projects_publications_awards_interests_and_referees() -> None:
    text = (
        f"{HEAD}Projects\nGitlytics    June 2020 – Present\n• Built a web application\n\n"
        "Publications\n1. Doe, J. (2019). Small things. Journal of Things 3, 1-9.\n\n"
        "Awards\n2018   Starting Grant, Science Fund\n\nInterests\nChess, hiking and folk music.\n\n"
        "References\nAvailable on request\n"
    )
    result = parsed(text)
    assert [(each.name.value, len(each.bullets)) for each in result.projects] == [("Gitlytics", 1)]
    assert said(result.publications[0].date) == "2019"
    assert (result.awards[0].name.value, said(result.awards[0].date)) == ("Starting Grant, Science Fund", "2018")
    assert [each.name.value for each in result.interests] == ["Chess", "hiking and folk music"]
    assert len(result.references) == 1
