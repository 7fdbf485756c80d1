"""How to reach somebody."""

import pytest

from tests.documents_resume.made import parsed, said


@pytest.mark.parametrize(
    "written",
    [
        "jane.doe@example.co.uk",
        "jane . doe @ example . co . uk",
        "jane.doe (at) example.co.uk",
        "jane.doe [at] example [dot] co [dot] uk",
        "E-mail: jane.doe@example.co.uk.",
    ],
)
def test_e_mail_addresses_also_hidden_ones(written: str) -> None:
    assert said(parsed(f"Jane Doe\n{written}\n").contact.email) == "jane.doe@example.co.uk"


@pytest.mark.parametrize(
    ("written", "region", "number"),
    [
        ("+44 7700 900123", "", "+44 7700 900123"),
        ("Tel. 07700 900123", "GB", "+44 7700 900123"),
        ("Mobile: 07700 900123", "", "07700 900123"),
        ("(910) 555-0187", "", "(910) 555-0187"),
        ("+49 (0)30 901820", "", "+49 30 901820"),
        ("555.010.9999", "", "555.010.9999"),
    ],
)
def test_telephone_numbers_with_and_without_region(written: str, region: str, number: str) -> None:
    assert said(parsed(f"Jane Doe\n{written}\n", region).contact.phone) == number


def test_numbers_of_registrations_and_years_are_no_telephones() -> None:
    assert parsed("Jane Doe\nNMC 12345678\n2010 - 2014\n").contact.phones == ()


def test_links_with_and_without_scheme_and_by_account() -> None:
    text = "Jane Doe\nlinkedin.com/in/jane-doe | https://janedoe.dev/ | GitHub: jdoe | Node.js\n"
    links = parsed(text).contact.links
    assert [(link.url.value, link.network, link.username) for link in links] == [
        ("https://janedoe.dev", "", ""),
        ("https://linkedin.com/in/jane-doe", "LinkedIn", "jane-doe"),
        ("https://github.com/jdoe", "GitHub", "jdoe"),
    ]


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Leeds, UK", "||Leeds||GB"),
        ("14 Mill Lane, Leeds LS6 2AB", "14 Mill Lane|LS6 2AB|Leeds||"),
        ("Address: 22 Wellington Terrace\n    Hull\n    HU3 1XA", "22 Wellington Terrace|HU3 1XA|Hull||"),
        ("Hauptstraße 5\n10115 Berlin", "Hauptstraße 5|10115|Berlin||"),
        ("San Antonio, TX 78201", "|78201|San Antonio|TX|"),
        ("1450 Peachtree Ave, Apt 4B\nAtlanta, Georgia 30305", "1450 Peachtree Ave, Apt 4B|30305|Atlanta|Georgia|"),
        ("8 bis, allée des Cerisiers\n69100 Villeurbanne", "8 bis, allée des Cerisiers|69100|Villeurbanne||"),
        ("Todmorden, West Yorkshire", "||Todmorden|West Yorkshire|"),
        ("Singapore", "||Singapore||SG"),
        ("based in Nairobi, Kenya", "||Nairobi||KE"),
        ("⌂ Tampere, Finland", "||Tampere||FI"),
        ("Prague 8", "||Prague||"),
        ("Rua do Porto, 18, 8700-312 Olhão", "Rua do Porto, 18|8700-312|Olhão||"),
    ],
)
def test_places_and_addresses(written: str, parts: str) -> None:
    place = parsed(f"Jane Doe\njane.doe@example.com\n{written}\n\nSkills\nCooking\n").contact.place
    assert place is not None
    found = (place.address, place.postal_code, place.city, place.region, place.country)
    assert "|".join(map(said, found)) == parts


def test_a_place_of_birth_is_not_where_somebody_lives() -> None:
    text = "Jane Doe\nPlace of birth: Lagos\nNationality: Polish\nWohnort: Köln\n\nSkills\nCooking\n"
    place = parsed(text).contact.place
    assert place is not None
    assert said(place.city) == "Köln"


def test_labels_may_stand_in_a_column() -> None:
    text = "Europass\nName   Kristina Petraitytė\nAddress   Gedimino pr. 12, LT-01103 Vilnius\nTelephone(s)   +370 612 34567\n"
    contact = parsed(text).contact
    assert said(contact.name) == "Kristina Petraitytė"
    assert said(contact.phone) == "+370 612 34567"
    assert contact.place is not None
    assert said(contact.place.city) == "Vilnius"
