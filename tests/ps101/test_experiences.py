"""What somebody has done, paid or unpaid: told once, shown with its own words, never asked twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mosaic.facts.domain.kinds import FactKind, How, Polarity
from ps101.domain.experiences import Account, Kind, Unclear, comes_before, is_moment, read_account, stretch_of
from ps101.models import Experience

TODAY = date(2026, 3, 15)
CARE = Account(
    kind=Kind.CARE,
    title="Caring for my mother",
    began="2019",
    ended="2023",
    did="I cooked her meals, gave her her medication and kept the budget.",
)
MOMENTS = st.one_of(
    st.integers(1900, 2100).map(str),
    st.tuples(st.integers(1900, 2100), st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02}"),
)


def skills(account: Account) -> dict[str, How | None]:
    found = read_account(account, today=TODAY)
    return {one.lexicon_id: one.how for one in found if (one.kind, one.polarity) == (FactKind.SKILL, Polarity.HAS)}


def test_the_kinds_are_those_that_are_stored() -> None:
    assert [kind.value for kind in Kind] == list(Experience.Kind.values)


def test_unpaid_care_shows_skills() -> None:
    assert {"cooking", "budgeting"} <= skills(CARE).keys()
    assert skills(CARE)["cooking"] is How.UNPAID


def test_the_same_words_show_the_same_skills_paid_or_unpaid() -> None:
    paid = skills(Account(kind=Kind.JOB, title="Home help", did=CARE.did))
    unpaid = skills(Account(kind=Kind.VOLUNTEERING, title="Home help", did=CARE.did))
    assert paid.keys() == unpaid.keys()
    assert paid["cooking"] is How.PAID


def test_whoever_learns_a_trade_does_not_hold_it_yet() -> None:
    held = {kind: Account(kind=kind, title="Electrician") for kind in (Kind.JOB, Kind.TRAINING)}
    roles = {
        kind: [one for one in read_account(account, today=TODAY) if one.kind is FactKind.ROLE]
        for kind, account in held.items()
    }
    assert [role.lexicon_id for role in roles[Kind.JOB]] == ["electrician"]
    assert roles[Kind.TRAINING] == []


def test_the_hours_and_the_place_of_an_old_job_are_no_wishes() -> None:
    told = Account(
        kind=Kind.JOB, title="Care worker", did="I worked nights, 40 hours a week, in Leeds for £11 an hour."
    )
    kinds = {one.kind for one in read_account(told, today=TODAY)}
    assert not kinds & {FactKind.HOURS, FactKind.LOCATION, FactKind.PAY, FactKind.VALUE, FactKind.GOAL}


def test_its_years_are_years_of_the_occupation() -> None:
    told = Account(kind=Kind.JOB, title="Electrician", began="2014-05", ended="2016-11")
    years = next(one for one in read_account(told, today=TODAY) if one.kind is FactKind.EXPERIENCE)
    assert (years.lexicon_id, years.amount, years.until) == ("role:electrician", 2.5, 2016)


def test_what_still_goes_on_lasts_until_today() -> None:
    assert stretch_of(Account(kind=Kind.JOB, title="x", began="2025-03", is_ongoing=True), TODAY) == (1.0, 2026)
    assert stretch_of(Account(kind=Kind.JOB, title="x", ended="2020"), TODAY) == (0, 2020)


@given(st.text(max_size=60), st.text(max_size=200), st.sampled_from(Kind))
def test_every_quote_is_a_literal_part_of_what_was_written(title: str, did: str, kind: Kind) -> None:
    told = Account(kind=kind, title=title or "x", did=f"{did} I cooked meals. {did}")
    for one in read_account(told, today=TODAY):
        quote = told.text[one.start : one.end]
        assert quote
        assert quote in told.title or quote in told.did


@pytest.mark.parametrize("moment", ["2019", "2019-04", "1900", "2100-12"])
def test_a_year_and_a_month_are_moments(moment: str) -> None:
    assert is_moment(moment)


@pytest.mark.parametrize("moment", ["19", "2019-13", "2019-4", "April 2019", "1899", "2101", "2019-04-01", "２０１９x"])
def test_nothing_else_is(moment: str) -> None:
    assert not is_moment(moment)


@given(MOMENTS, MOMENTS)
def test_an_end_never_comes_before_its_beginning_both_ways(one: str, other: str) -> None:
    assert not (comes_before(one, other) and comes_before(other, one))
    unclear = Account(kind=Kind.JOB, title="x", began=one, ended=other).unclear
    assert (unclear.get("ended") is Unclear.ENDED_BEFORE) == comes_before(other, one)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": ""}, {"title": Unclear.NOTHING}),
        ({"title": "x" * 201}, {"title": Unclear.TOO_LONG}),
        ({"began": "long ago"}, {"began": Unclear.NO_MOMENT}),
        ({"began": "2020", "ended": "2019"}, {"ended": Unclear.ENDED_BEFORE}),
        ({"ended": "2019", "is_ongoing": True}, {"ended": Unclear.STILL_ENDED}),
        ({"began": "2019", "ended": "2019-02"}, {}),
    ],
)
def test_each_field_says_what_keeps_it_from_being_kept(fields: dict[str, str], expected: dict[str, Unclear]) -> None:
    told = {"title": "a stall", **fields}
    assert Account(kind=Kind.BUSINESS, **told).unclear == expected  # type: ignore[arg-type]  # one of them is a tick
