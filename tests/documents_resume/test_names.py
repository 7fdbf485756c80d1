"""Names of all cultures."""

import pytest

from tests.documents_resume.made import parsed, said


@pytest.mark.parametrize(
    ("first_line", "name"),
    [
        ("Amara Okafor", "Amara Okafor"),
        ("Nguyen Thi Lan", "Nguyen Thi Lan"),
        ("María José García de la Torre", "María José García de la Torre"),
        ("Jan van den Berg", "Jan van den Berg"),
        ("Siobhán O'Donnell", "Siobhán O'Donnell"),
        ("Rosalind Achieng' Odhiambo", "Rosalind Achieng' Odhiambo"),
        ("Ólafur Þór Jónsson", "Ólafur Þór Jónsson"),
        ("Thomas Müller-Lüdenscheidt", "Thomas Müller-Lüdenscheidt"),
        ("Abu Bakr al-Hassan", "Abu Bakr al-Hassan"),
        ("Suharto", "Suharto"),
        ("JANE O'BRIEN", "Jane O'Brien"),
        ("JAMES MCDONALD", "James McDonald"),
        ("OKAFOR, Chinedu Paul", "Chinedu Paul Okafor"),
        ("Name: ROSSI, Marco", "Marco Rossi"),
        ("Dr. Ravi Subramanian, Ph.D.", "Ravi Subramanian"),
        ("Maria Reyes-Santos, BSN, RN", "Maria Reyes-Santos"),
        ("Jane Smith – Registered Nurse", "Jane Smith"),
        ("J A N E   W E A V E R", "Jane Weaver"),
        ("Curriculum Vitae of Grace Mwangi", "Grace Mwangi"),
        ("王嘉欣", "王嘉欣"),
        ("Иван Петров", "Иван Петров"),
    ],
)
def test_first_lines(first_line: str, name: str) -> None:
    assert said(parsed(f"{first_line}\n+44 7700 900123\n\nSkills\nCooking\n").contact.name) == name


@pytest.mark.parametrize("above", ["Curriculum Vitae", "RÉSUMÉ", "CV", "Lebenslauf", "Hoja de vida"])
def test_the_name_may_stand_below_the_word_for_the_document(above: str) -> None:
    assert said(parsed(f"{above}\nGrace Mwangi\ngrace@example.com\n").contact.name) == "Grace Mwangi"


def test_titles_stand_beside_the_name() -> None:
    contact = parsed("Prof. Dr. Elif Yılmaz, MSc\nelif@example.edu\n").contact
    assert said(contact.name) == "Elif Yılmaz"
    assert {title.value for title in contact.titles} == {"Prof.", "Dr.", "MSc"}


def test_the_account_name_finds_a_name_that_does_not_stand_first() -> None:
    text = "Skills\nWelding\nForklift driving\n\nContact\nkboateng@example.com\n\nKwame Boateng\nSite Supervisor\n"
    contact = parsed(text).contact
    assert said(contact.name) == "Kwame Boateng"
    assert said(contact.headline) == "Site Supervisor"


def test_a_trade_can_be_a_name() -> None:
    result = parsed(
        "George Baker\nJoiner\ngeorgebaker@example.uk\n\nExperience\nJoiner, Mason & Carpenter Ltd, 2017 – now\n"
    )
    assert said(result.contact.name) == "George Baker"
    assert said(result.work[0].employer) == "Mason & Carpenter Ltd"
