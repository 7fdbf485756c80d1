"""What a posting says besides what matching reads: contract, days, ways to apply, offers, signs and contradictions."""

from datetime import date

import pytest

from opportunity_bridge.domain.adverts import advert_in
from opportunity_bridge.domain.cues import Scam
from opportunity_bridge.domain.details import Details
from opportunity_bridge.domain.pay_words import pay_in

TODAY = date(2026, 3, 10)


def details(text: str) -> Details:
    return advert_in(text, today=TODAY).details


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The post is permanent and full-time.", {"permanent", "full-time"}),
        ("We need cover for nine months: maternity cover, part time.", {"fixed-term", "part-time"}),
        ("Casual, zero hours.", {"casual"}),
        ("This is not a permanent post.", set()),
        ("You will manage our freelance writers and apprentices.", set()),
        ("Six-month contract through our agency", {"fixed-term"}),
    ],
)
def test_contracts_are_those_of_the_offer(text: str, expected: set[str]) -> None:
    assert {one.value.value for one in details(text).contracts} == expected


@pytest.mark.parametrize(
    ("text", "posted", "closes", "starts"),
    [
        ("Closing date: 22 March 2026", None, date(2026, 3, 22), None),
        ("Apply by 5 April to jobs@mill.example", None, date(2026, 4, 5), None),
        ("Posted 4 days ago", date(2026, 3, 6), None, None),
        ("Posted: 2026-02-24\nStart: 23.03.2026", date(2026, 2, 24), None, date(2026, 3, 23)),
        ("Application deadline: 15/03/2026", None, date(2026, 3, 15), None),
        ("We were founded on 3 May 1921 and you work from Monday to Friday.", None, None, None),
        ("Interviews will be held on 2 April 2026.", None, None, None),
        ("Closing date: 31 February 2026", None, None, None),
    ],
)
def test_days_are_told_apart(text: str, posted: date | None, closes: date | None, starts: date | None) -> None:
    days = details(text).days
    assert tuple(one and one.value for one in (days.posted, days.closes, days.starts)) == (posted, closes, starts)


def test_numbers_are_read_month_first_in_the_united_states() -> None:
    closes = details("Baker\nFour Mills\nDayton, OH\n\nClosing date: 04/03/2026").days.closes
    assert closes is not None
    assert closes.value == date(2026, 4, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Apply: https://mill.example/jobs/4 or jobs@mill.example", "https://mill.example/jobs/4"),
        ("Send your CV to jobs@mill.example. Privacy: https://mill.example/privacy", "jobs@mill.example"),
        ("Ring Denise on 01632 960 144", "01632 960 144"),
        ("We had 2019-2024 a turnover of 12 345 678", ""),
    ],
)
def test_the_way_to_apply_comes_first(text: str, expected: str) -> None:
    advert = advert_in(text, today=TODAY)
    first = next(iter(advert.details.routes), None)
    assert (advert.text[first.start : first.end] if first else "") == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("€2.350,00 brutto per month (x 14)", "", ("2350.00", "2350.00", "EUR", "month")),
        ("£480-£560 per week", "", ("480", "560", "GBP", "week")),
        ("CHF 78'000 - 89'000 per year", "", ("78000", "89000", "CHF", "year")),
        ("basic salary £19,500, OTE £55,000", "", ("19500", "19500", "GBP", "year")),
        ("£475-525/day", "", ("475", "525", "GBP", "day")),
        ("48,000 kr per month", "DK", ("48000", "48000", "DKK", "month")),
        ("a home office budget of £1,000", "", None),
    ],
)
def test_pay_has_many_forms(text: str, country: str, expected: tuple[str, str, str, str] | None) -> None:
    pay = pay_in(text, country)
    found = (str(pay.least), str(pay.most), pay.currency, pay.period.value) if pay else None
    assert found == expected


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Please transfer the registration fee of £40 before your first day.", Scam.PAY_FIRST),
        ("Send a scan of your passport with your answer.", Scam.IDENTITY),
        ("Contact our manager on Telegram.", Scam.MESSENGER),
        ("You receive parcels at your home and forward them to customers abroad.", Scam.PARCELS),
        ("Receive payments into your own bank account and keep 5 % of each transfer.", Scam.MONEY_HANDLING),
        ("No interview needed, start tomorrow.", Scam.NO_INTERVIEW),
    ],
)
def test_signs_of_a_trick_are_quoted(text: str, cue: Scam) -> None:
    found = {one.value: text[one.start : one.end] for one in details(text).scams}
    assert found[cue].strip()


@pytest.mark.parametrize(
    "text",
    [
        "We never ask for money, and no registration fee is charged at any stage of recruitment.",
        "You will audit bank account details and payments for a payroll bureau.",
        "You develop trading platforms and wallets for crypto assets.",
        "Interviews take half an hour and are held by video.",
    ],
)
def test_what_is_ruled_out_or_is_the_trade_itself_is_no_sign(text: str) -> None:
    assert details(text).scams == ()


def test_a_posting_is_stale_by_its_own_words_and_days_only() -> None:
    found = details("This vacancy is now closed.\nClosing date: 1 March 2026\nPosted 40 days ago")
    assert {one.value.value for one in found.stale(TODAY)} == {"closed", "past-closing"}
    assert {one.value.value for one in found.stale(date(2026, 2, 1))} == {"closed"}


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Clerk (remote)\n\nYou will be in our Reading office on Tuesdays and Thursdays.", "remote"),
        ("Seller - £55k\n\nYou get a basic salary of £19,500.", "pay"),
        (
            "Developer, no experience required\n\nRequirements\n- at least five years of experience with PHP",
            "experience",
        ),
        ("Job type: Permanent\n\nThis is a fixed-term contract of nine months.", "contract"),
        ("Shop assistant - full time\n\nThe position is part-time, 20 hours a week.", "hours"),
        ("Posted: 5 March 2026\nClosing date: 1 March 2026", "dates"),
    ],
)
def test_a_posting_that_contradicts_itself_is_quoted_twice(text: str, matter: str) -> None:
    advert = advert_in(text, today=TODAY)
    clash = {one.matter.value: one for one in advert.details.clashes}[matter]
    assert advert.text[clash.start : clash.end] != advert.text[clash.against_start : clash.against_end]


@pytest.mark.parametrize(
    "text",
    [
        "Solicitor\n\nFull time, or part time from 28 hours: tell us.\n\nPermanent.",
        "Driver\n\nTemp to perm for the right people.\n\nA permanent contract may follow.",
        "Clerk\n\nHybrid: two days a week in the office, the rest from home.",
        "Baker - £14 an hour\n\n£14 an hour and free bread.",
    ],
)
def test_alternatives_are_no_contradiction(text: str) -> None:
    assert details(text).clashes == ()


def test_offers_are_found_under_a_heading_and_in_a_sentence() -> None:
    text = "What you get\n- a rope of your own\n- 28 days' leave\n\nYou must have a pension licence.\n\nWe offer free parking and lunch."
    advert = advert_in(text, today=TODAY)
    found = [text[one.start : one.end] for one in advert.details.benefits]
    assert found == ["a rope of your own", "28 days' leave", "We offer free parking", "lunch."]


def test_what_is_asked_and_what_would_be_nice_share_a_sentence() -> None:
    text = "You are fluent in English, Swedish is a plus. We can train you on the till. If you know SAP, wonderful."
    advert = advert_in(text, today=TODAY)
    found = [(one.value.value, text[one.start : one.end]) for one in advert.details.asks]
    assert found == [
        ("must", "You are fluent in English"),
        ("nice", "Swedish is a plus."),
        ("nice", "If you know SAP, wonderful."),
    ]
