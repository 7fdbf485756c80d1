"""Bringing a posting along."""

import json
from datetime import date

import pytest
from django.db import connection

from mosaic.journal.domain.names import Happened
from mosaic.journal.queries import events_of
from opportunity_bridge import queries, services
from opportunity_bridge.models import Asked, Job
from tests.opportunity_bridge.made import TEXT, make_job, somebody

pytestmark = pytest.mark.django_db


def test_a_pasted_posting_is_sealed_read_and_private() -> None:
    ana, bob = somebody(), somebody()
    job = services.paste_posting(ana, text=f"Shift lead – Canary Parcels – Leeds\n\n{TEXT}")
    assert (job.role, job.company, job.location) == ("Shift lead", "Canary Parcels", "Leeds")
    assert {"leading-a-team", "training-staff"} <= set(Asked.objects.filter(job=job).values_list("skill", flat=True))
    assert queries.job_for(bob, job.pk) is None
    assert queries.saved_jobs_of(ana).get().job == job
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM opportunity_bridge_job")
        assert "Canary" not in str(cursor.fetchall())


def test_the_same_text_is_the_same_posting_for_one_person_only() -> None:
    ana, bob = somebody(), somebody()
    first = services.paste_posting(ana, text=TEXT)
    again = services.paste_posting(ana, text=TEXT, role="A better title")
    other = services.paste_posting(bob, text=TEXT)
    assert first.pk == again.pk != other.pk
    assert again.role == "A better title"
    assert len(events_of(ana, Happened.JOB_ADDED)) == 1


def test_html_is_read_as_text_and_empty_pages_are_refused() -> None:
    ana = somebody()
    page = (
        "<html><head><title>x</title></head><body><h1>Baker</h1><p>"
        + "You bake bread by hand. " * 8
        + "</p><script>alert(1)</script></body></html>"
    )
    job = services.paste_posting(ana, html=page)
    assert job.role == "Baker"
    assert "alert" not in job.text
    with pytest.raises(services.EmptyPosting):
        services.paste_posting(ana, html="<html><body><script>var a = 1;</script></body></html>")


def test_too_short_and_too_long_texts_are_refused() -> None:
    ana = somebody()
    with pytest.raises(services.TooShort):
        services.paste_posting(ana, text="Baker wanted")
    with pytest.raises(services.TooLong):
        services.paste_posting(ana, text="word " * 10_000)


def test_what_a_page_says_is_kept_with_the_posting() -> None:
    job_data = {
        "@type": "JobPosting",
        "title": "Baker",
        "hiringOrganization": "Four Mills",
        "datePosted": "2026-03-01",
        "validThrough": "2026-04-01",
        "url": "https://mill.example/jobs/4",
        "description": "<p>You must have a driving licence.</p>" + "<p>You bake rye bread.</p>" * 4,
    }
    script = f'<script type="application/ld+json">{json.dumps(job_data)}</script>'
    job = services.paste_posting(somebody(), text=f"<html><head>{script}</head><body><p>Loading</p></body></html>")
    assert (job.role, job.company, job.url) == ("Baker", "Four Mills", "https://mill.example/jobs/4")
    assert (job.posted_on, job.closes_on) == (date(2026, 3, 1), date(2026, 4, 1))
    kept = queries.details_of(Job.objects.get(pk=job.pk))
    assert [job.text[one.start : one.end] for one in kept.asks] == ["You must have a driving licence."]


def test_details_of_everybodys_postings_are_read_when_asked_for() -> None:
    job = make_job(text=f"{TEXT}\n\nClosing date: 1 April 2026")
    closes = queries.details_of(job).days.closes
    assert closes is not None
    assert closes.value == date(2026, 4, 1)
