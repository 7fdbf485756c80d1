"""Reading whole postings: sections, pay, place, values, kinds of work; and all samples that ship with Mosaic."""

import tomllib
from decimal import Decimal
from functools import cache

import pytest

from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.headlines import headline_of
from opportunity_bridge.domain.pay import Pay, Period, per_year
from opportunity_bridge.domain.pay_words import pay_in
from opportunity_bridge.domain.places import Distance, distance, place_of
from opportunity_bridge.domain.postings import Draft, Posting, read
from opportunity_bridge.domain.requirements import Ask
from opportunity_bridge.domain.sections import Section, announced, parts_of
from opportunity_bridge.domain.stored import document_of, posting_of
from opportunity_bridge.domain.titles import level_in, occupation_like, occupations_named
from opportunity_bridge.loading import FOLDER


@cache
def samples() -> tuple[tuple[dict[str, str], Posting], ...]:
    """Return every sample as it stands in its file and as it is read, without the pay its file states."""
    rows = [row for path in sorted(FOLDER.glob("*.toml")) for row in tomllib.loads(path.read_text())["posting"]]
    return tuple((row, read(draft(row))) for row in rows)


def draft(row: dict[str, str]) -> Draft:
    return Draft(row["role"], row["text"], row["company"], row["location"], Remote(row["remote"]))


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("What you will do", Section.DUTIES),
        ("As head chef you will", Section.DUTIES),
        ("You will need", Section.MUST),
        ("Person specification: essential", Section.MUST),
        ("Great, but not necessary", Section.NICE),
        ("What you do not need", Section.NOT_ASKED),
        ("What's in it for you?", Section.BENEFITS),
        ("How to apply", Section.OFFER),
        ("Working time", Section.TERMS),
        ("A day in the mill", Section.OPEN),
    ],
)
def test_a_heading_announces_a_section(heading: str, section: Section) -> None:
    assert announced(heading) is section


def test_a_section_ends_with_the_paragraph_after_its_list() -> None:
    text = "You bring\n- patience\n- German\n\nOur canteen is open until two."
    assert [part.section for part in parts_of(text)] == [Section.MUST, Section.MUST, Section.OPEN]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("£31,000 to £36,500 for full time", "", ("31000", "36500", "GBP", Period.YEAR)),
        ("£12.45 an hour at the start, £13.10 after the probation period", "", ("12.45", "13.10", "GBP", Period.HOUR)),
        ("Salary between €3,100 and €4,350 gross per month", "", ("3100", "4350", "EUR", Period.MONTH)),
        ("$24-$29/hr depending on experience", "CA", ("24", "29", "CAD", Period.HOUR)),
        ("CHF 5,200 to 6,100 gross a month, 13 times", "", ("5200", "6100", "CHF", Period.MONTH)),
        ("95k to 120k USD a year", "", None),
        ("You manage a budget of £48,000", "", None),
        ("around 4,000 calls a day for three hospitals", "", None),
    ],
)
def test_pay_is_read_as_it_is_stated(text: str, country: str, expected: tuple[str, str, str, Period] | None) -> None:
    found = pay_in(text, country)
    if expected is None:
        assert found is None or found.currency == "USD"
        return
    least, most, currency, period = expected
    assert found == Pay(Decimal(least), Decimal(most), currency, period)


def test_pay_by_the_hour_is_yearly_only_with_stated_hours() -> None:
    pay = Pay(Decimal(20), Decimal(20), "EUR", Period.HOUR)
    assert per_year(pay, 0) is None
    assert per_year(pay, 30) == (Decimal(31200), Decimal(31200))


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("Leeds, United Kingdom", "near Leeds, UK", Distance.SAME),
        ("Leeds, United Kingdom", "Cardiff, Wales", Distance.SAME_COUNTRY),
        ("Leeds, United Kingdom", "Lyon, France", Distance.ABROAD),
        ("Leeds", "Cardiff, United Kingdom", Distance.SAME_COUNTRY),
        ("Leeds", "", Distance.UNKNOWN),
        ("Leeds", "Bradford, West Yorkshire", Distance.SAME),
        ("Leeds", "Scarborough, North Yorkshire", Distance.SAME_REGION),
        ("Greater Manchester", "Stockport", Distance.SAME),
        ("Texas", "Houston, TX", Distance.SAME_REGION),
        ("Germany", "Berlin", Distance.SAME_COUNTRY),
        ("Strasbourg, France", "Kehl, Germany", Distance.ABROAD),
        ("Basel", "Lörrach, Germany", Distance.SAME),
        ("EU", "Lyon, France", Distance.SAME_COUNTRY),
        ("EU", "Leeds", Distance.ABROAD),
        ("Cambridge", "Cambridge, MA", Distance.UNKNOWN),
        ("Cambridge", "Berlin", Distance.UNKNOWN),
        ("Hinterdorf", "near Hinterdorf, Bavaria", Distance.SAME),
        ("Hinterdorf", "Berlin", Distance.UNKNOWN),
        ("Hinterdorf, Austria", "Hinterdorf, Germany", Distance.ABROAD),
    ],
)
def test_places_are_as_far_apart_as_their_names_tell(here: str, there: str, expected: Distance) -> None:
    assert distance(place_of(here), place_of(there)) is expected


def test_a_region_between_city_and_country_tells_which_city() -> None:
    found = place_of("Columbus, Ohio, United States")
    assert (found.place.id if found.place else "", found.country) == ("us-oh-columbus", "US")


def test_a_headline_that_says_remote_is_held_against_office_days() -> None:
    text = "Remote!\n\nIn practice we meet in our Reading office on Tuesdays and Thursdays."
    posting = read(Draft(role="Bid writer (remote)", text=text))
    assert posting.remote is Remote.HYBRID
    assert [text[one.start : one.end] for one in posting.contradictions] == [text.splitlines()[2]]


def test_values_are_spoken_for_and_against() -> None:
    text = "There are no nights and no weekends. We work in a fast-paced environment. The post is permanent."
    found = {(one.value, one.opposed) for one in read(Draft(role="", text=text)).signals}
    assert {("work-life-balance", False), ("calm", True), ("security", False)} <= found


def test_no_heavy_lifting_speaks_for_safety() -> None:
    found = {(one.value, one.opposed) for one in read(Draft(role="", text="There is no heavy lifting.")).signals}
    assert ("safety", False) in found


def test_a_title_names_its_occupation_before_its_setting() -> None:
    assert occupations_named("Staff nurse, day surgery unit")[0] == "registered-nurse"
    assert occupations_named("Electrician’s helper at a data centre") == ("electricians-mate",)
    assert occupations_named("Member happiness hero") == ()


def test_words_and_skills_together_find_the_nearest_occupation() -> None:
    assert occupation_like("Demolition supervisor", ["demolition"]) == ("demolition-worker",)
    assert occupation_like("Wizard of light bulb moments", ()) == ()


def test_manager_is_a_level_where_the_occupation_is_one_of_managers() -> None:
    assert level_in("Ward manager", ["ward-manager"]) == "manager"
    assert level_in("Key account manager", ["account-manager"]) == ""
    assert level_in("Trainee bus driver", ["bus-driver"]) == "trainee"


@pytest.mark.parametrize(
    ("text", "role", "company", "location"),
    [
        ("Ward nurse – Hollybank Hospital – Leeds\n\nWe care.", "Ward nurse", "Hollybank Hospital", "Leeds"),
        ("Job title: Baker\nCompany: Four Mills\nLocation: Bath\nText", "Baker", "Four Mills", "Bath"),
        ("Our bakery is looking for a baker for the night shift who likes rye.", "Baker", "", ""),
        ("Hello there, this says nothing at all about work.", "", "", ""),
    ],
)
def test_a_pasted_text_tells_what_it_is_called(text: str, role: str, company: str, location: str) -> None:
    found = headline_of(text)
    assert (found.role, found.company, found.location) == (role, company, location)


def test_every_sample_quotes_itself_and_nothing_else() -> None:
    for row, posting in samples():
        places = [(one.start, one.end) for one in posting.requirements]
        places += [(one.start, one.end) for one in posting.signals]
        places += [(one.start, one.end) for one in posting.contradictions]
        for start, end in places:
            assert 0 <= start < end <= len(row["text"])
            assert row["text"][start:end].strip()


def test_what_is_kept_of_a_posting_brings_it_back_whole() -> None:
    for row, posting in samples():
        kept = draft(row)
        back = posting_of(
            document_of(posting),
            Draft(
                **{name: getattr(kept, name) for name in ("role", "text", "company", "location")},
                pay=posting.pay,
                field=posting.field,
            ),
        )
        assert back == posting


def test_nearly_every_sample_names_its_work_and_what_it_asks() -> None:
    found = samples()
    assert len(found) >= 300
    assert sum(bool(posting.occupations) for _, posting in found) >= 0.93 * len(found)
    assert sum(len(posting.skills) >= 3 for _, posting in found) >= 0.8 * len(found)


def test_pay_in_the_text_of_a_sample_is_what_its_file_states() -> None:
    """Where both name pay they agree in nine of ten; the rest are spans over several steps."""
    both = [(row["pay"], posting.pay) for row, posting in samples() if "pay" in row and posting.pay]
    equal = [stated for stated, read_pay in both if _is_equal(stated, read_pay)]
    assert len(both) >= 240
    assert len(equal) >= 0.9 * len(both)


def _is_equal(stated: object, found: Pay) -> bool:
    assert isinstance(stated, dict)
    same = (Decimal(stated["min"]), Decimal(stated["max"]), stated["currency"], stated["period"])
    return same == (found.least, found.most, found.currency, found.period)


def test_samples_that_contradict_themselves_about_place_are_found() -> None:
    keys = {row["key"] for row, posting in samples() if posting.contradictions}
    assert {"data-entry-clerk-remote-melbourne", "bid-writer-remote-or-not", "sdr-remote-london"} <= keys
    assert len(keys) <= 14


def test_duties_weigh_less_than_what_is_required() -> None:
    posting = read(Draft(role="", text="You will\n- plan rotas\n\nYou must have\n- bookkeeping\n"))
    assert {one.ids[0]: one.ask for one in posting.requirements} == {"rota-planning": Ask.DUTY, "bookkeeping": Ask.MUST}
