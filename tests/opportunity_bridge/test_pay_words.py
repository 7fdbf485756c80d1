"""Pay that carries no sign: read where the words around make it pay, in the money of the country or in none."""

from decimal import Decimal

import pytest

from opportunity_bridge.domain.headlines import headline_of
from opportunity_bridge.domain.inputs import pay_ratio
from opportunity_bridge.domain.ledger import standpoint_of
from opportunity_bridge.domain.pay import Pay, Period
from opportunity_bridge.domain.pay_words import pay_in
from opportunity_bridge.domain.postings import Draft, read
from opportunity_bridge.words import pay_words
from tests.opportunity_bridge.made import knowing


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Data analyst, 38–45k depending on experience", "GB", ("38000", "45000", "GBP", Period.YEAR)),
        ("It's somewhere between 38 and 45k, plus 10% bonus", "GB", ("38000", "45000", "GBP", Period.YEAR)),
        ("Salary: 28,000 - 32,000", "IE", ("28000", "32000", "EUR", Period.YEAR)),
        ("Pay is 14-16 an hour.", "US", ("14", "16", "USD", Period.HOUR)),
        ("Cleaner | 13.50 per hour | Leeds", "", ("13.50", "13.50", "", Period.HOUR)),
        ("From 31,500 per annum", "GB", ("31500", "31500", "GBP", Period.YEAR)),
        ("Wage 2.400 gross a month", "DE", ("2400", "2400", "EUR", Period.MONTH)),
        ("£15.30 p.h. for 16 hours", "GB", ("15.30", "15.30", "GBP", Period.HOUR)),
        ("Salary 40k. The budget is £250,000.", "GB", ("40000", "40000", "GBP", Period.YEAR)),
        ("Salary 2026 under review. We pay £14 an hour.", "GB", ("14", "14", "GBP", Period.HOUR)),
    ],
)
def test_pay_without_a_sign_is_read(text: str, country: str, expected: tuple[str, str, str, Period]) -> None:
    least, most, currency, period = expected
    assert pay_in(text, country) == Pay(Decimal(least), Decimal(most), currency, period)


@pytest.mark.parametrize(
    "text",
    [
        "You deliver 14-16 an hour and 120 parcels a day.",
        "37 hours a week, 8 to 4.",
        "Grow our channel from 10k to 50k followers.",
        "Salary: competitive, with 25 days of holiday.",
        "Our pay team looks after 35,000 people.",
        "Around 4,000 calls a day.",
        "A fund of 200,000 a year for courses.",
        "You will be paid on the 25th.",
    ],
)
def test_other_numbers_are_no_pay(text: str) -> None:
    assert pay_in(text, "GB") is None


def test_a_posting_takes_the_money_of_its_country() -> None:
    text = "Baker\nFour Mills\nLeeds, United Kingdom\n\nSalary 28-30k"
    location = headline_of(text).location
    assert read(Draft(role="Baker", text=text, location=location)).pay == Pay(
        Decimal(28000), Decimal(30000), "GBP", Period.YEAR
    )


def test_money_nobody_named_is_shown_bare_and_compared_with_nothing() -> None:
    posting = read(Draft(role="Baker", text="Baker wanted. Pay 14-16 an hour."))
    assert posting.pay is not None
    assert pay_words(posting.pay) == "14–16 an hour"
    assert pay_ratio(standpoint_of(knowing(pay=("at least 15 an hour",))), posting) is None
