"""Reading a pasted posting whole: from words, from a page, from the data in a page."""

import json
from datetime import date
from decimal import Decimal
from time import perf_counter

import pytest

from opportunity_bridge.domain.adverts import Advert, advert_in
from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.clearing import cleared
from opportunity_bridge.domain.jobdata import job_data_in
from opportunity_bridge.domain.pages import is_page, written_out
from opportunity_bridge.domain.pay import Pay, Period
from opportunity_bridge.domain.stored_details import details_of, document_of_details
from tests.evaluation.posting_truth import POSTINGS, postings_in

TODAY = date(2026, 3, 10)
JOB = {
    "@type": "JobPosting",
    "title": "Night baker",
    "description": "<p>You bake rye bread.</p><ul><li>You have a food hygiene certificate</li></ul>",
    "hiringOrganization": {"@type": "Organization", "name": "Four Mills"},
    "jobLocation": {"address": {"addressLocality": "Bath", "addressCountry": "GB"}},
    "baseSalary": {"currency": "GBP", "value": {"minValue": 13.5, "maxValue": 15, "unitText": "HOUR"}},
    "employmentType": ["FULL_TIME", "TEMPORARY"],
    "datePosted": "2026-03-01T09:00:00Z",
    "validThrough": "2026-04-01",
}


def page(*scripts: str, body: str = "<h1>Night baker</h1><p>See below.</p>") -> str:
    found = "".join(f'<script type="application/ld+json">{one}</script>' for one in scripts)
    return f"<!doctype html><html><head>{found}</head><body><nav>Home Jobs</nav>{body}</body></html>"


def read(source: str) -> Advert:
    return advert_in(source, today=TODAY)


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(JOB),
        json.dumps([{"@type": "WebSite"}, JOB]),
        json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "x"}, JOB]}),
        json.dumps({"@type": "ItemPage", "mainEntity": {"@graph": [JOB]}}),
        json.dumps({**JOB, "@type": ["Thing", "https://schema.org/JobPosting"]}),
        json.dumps({**JOB, "hiringOrganization": "Four Mills", "jobLocation": [JOB["jobLocation"]]}),
        json.dumps({**JOB, "description": str(JOB["description"]).replace("<", "&lt;").replace(">", "&gt;")}),
        json.dumps(JOB)[:-1] + ",}",
        f"<!-- {json.dumps(JOB)} -->",
    ],
)
def test_data_is_found_however_it_is_nested_or_written(script: str) -> None:
    advert = read(page('{"@type": "Organization",,}', script))
    assert (advert.posting.role, advert.posting.company, advert.posting.location) == (
        "Night baker",
        "Four Mills",
        "Bath, GB",
    )
    assert advert.posting.pay == Pay(Decimal("13.5"), Decimal(15), "GBP", Period.HOUR)
    assert {one.value.value for one in advert.details.contracts} == {"full-time", "temporary"}
    assert advert.details.days.closes is not None
    assert advert.details.days.closes.value == date(2026, 4, 1)
    assert "You bake rye bread." in advert.text
    assert "Home Jobs" not in advert.text


def test_work_from_afar_and_a_bare_amount_are_read_from_data() -> None:
    job = {
        **JOB,
        "jobLocationType": "TELECOMMUTE",
        "baseSalary": {"currency": "CAD", "value": 71000, "unitText": "YEAR"},
    }
    advert = read(page(json.dumps(job)))
    assert advert.posting.remote is Remote.REMOTE
    assert advert.posting.pay == Pay(Decimal(71000), Decimal(71000), "CAD", Period.YEAR)


def test_bare_data_without_a_page_is_read() -> None:
    assert read(json.dumps(JOB)).posting.role == "Night baker"
    assert not is_page('{"note": "no posting"}')


def test_broken_and_endless_data_leaves_the_words_of_the_page() -> None:
    advert = read(page("{" * 300_000, '{"@type": "JobPosting"', body="<h1>Baker</h1><p>Four Mills, Bath</p>"))
    assert advert.text.startswith("Baker")
    assert job_data_in("[" * 200_000) is None


def test_where_a_link_leads_is_written_behind_the_words() -> None:
    words = written_out(
        '<html><body><p>Baker wanted</p><a href="mailto:a@mill.example?subject=x">Apply</a></body></html>'
    )
    assert words.endswith("Apply: a@mill.example")


def test_everything_read_can_be_quoted() -> None:
    for one in postings_in(POSTINGS):
        advert = advert_in(one.truth.text, today=one.truth.today)
        details = advert.details
        days = (details.days.posted, details.days.closes, details.days.starts)
        coded = (details.contracts, details.asks, details.benefits, details.routes, details.scams, details.over)
        found = [(said.start, said.end) for said in (details.pay, details.hours, details.remote, *days) if said]
        found += [(said.start, said.end) for group in coded for said in group]
        for start, end in found:
            assert 0 <= start < end <= len(advert.text)
            assert advert.text[start:end].strip()


def test_what_is_kept_of_the_details_brings_them_back_whole() -> None:
    for one in postings_in(POSTINGS):
        details = advert_in(one.truth.text, today=one.truth.today).details
        assert details_of(json.loads(json.dumps(document_of_details(details)))) == details


def test_clearing_leaves_every_letter_in_its_place() -> None:
    text = "We use cookies. Accept all\n\nWe look for a\nbaker who is\nkind and who\nlikes rye and\ngets up at\nfour\n\nYou may also like\nChef"
    words = cleared(text)
    assert len(words) == len(text)
    assert "a baker who is kind" in words
    assert "cookies" not in words
    assert "Chef" not in words


@pytest.mark.parametrize(
    "words", ["(", "[", "a@b.c ", "12 ", "work from home ", "£12 to ", "a\n", "if you have ", "<p>"]
)
def test_no_text_takes_long(words: str) -> None:
    began = perf_counter()
    read((words * 10_000)[:10_000])
    assert perf_counter() - began < 8
