"""Signs and codes of money: one list for what people say and for what postings say."""

import pytest

from mosaic.lexicon.money import CODES, PAID_IN, SIGNS, currency_of, sums_in


@pytest.mark.parametrize(
    ("sign", "country", "currency"),
    [
        ("£", "", "GBP"),
        ("$", "", "USD"),
        ("$", "CA", "CAD"),
        ("$", "GB", "USD"),
        ("kr", "NO", "NOK"),
        ("Kr.", "", "SEK"),
        ("Rs.", "PK", "PKR"),
        ("Fr.", "CH", "CHF"),
        ("Euros", "", "EUR"),
        ("quid", "", "GBP"),
        ("NZD", "AU", "NZD"),
        ("", "IE", "EUR"),
        ("", "", ""),
        ("", "XX", ""),
    ],
)
def test_a_sign_is_a_currency(sign: str, country: str, currency: str) -> None:
    assert currency_of(sign, country) == currency


def test_every_sign_and_country_has_a_known_code() -> None:
    assert set(SIGNS.values()) <= CODES
    assert set(PAID_IN.values()) <= CODES


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("14 an hour", ""),
        ("at least 40k usd", "USD"),
        ("30000 kr", "SEK"),
        ("I try 3 pen drives", ""),
        ("over 6 ft", ""),
    ],
)
def test_what_people_write_is_money_only_by_its_sign(text: str, currency: str) -> None:
    assert [one.currency for one in sums_in(text)] == [currency]
