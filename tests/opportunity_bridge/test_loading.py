"""Loading the sample postings."""

from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoAssertNumQueries

from opportunity_bridge import loading, queries, services
from opportunity_bridge.models import Asked, Job
from tests.opportunity_bridge.made import somebody

pytestmark = pytest.mark.django_db

ROW = """
[[posting]]
key = "{key}"
role = "Baker"
company = "Four Mills"
location = "Bath, United Kingdom"
remote = "onsite"
posted_days_ago = 6
closes_in_days = 20
pay = {{ min = "12.40", max = "13", currency = "GBP", period = "hour" }}
text = "You bring\\n- bread making\\n- {skill}\\n"
"""
TODAY = date(2026, 11, 20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two samples."""
    write(tmp_path, bread="bread-making", cakes="pastry making")
    return tmp_path


def write(folder: Path, **skills: str) -> None:
    rows = (ROW.format(key=key, skill=skill) for key, skill in skills.items())
    (folder / "hospitality-food.toml").write_text("".join(rows))


def test_a_sample_is_stored_with_what_was_read(folder: Path) -> None:
    report = loading.load_samples(folder, today=TODAY)
    assert (report.new, report.same) == (2, 0)
    job = Job.objects.get(external_id="cakes")
    assert (job.is_sample, job.source, job.field, job.occupation) == (True, "sample", "hospitality-food", "baker")
    assert (job.posted_on, job.closes_on) == (TODAY - timedelta(days=6), TODAY + timedelta(days=20))
    assert (str(job.pay_min), job.pay_currency) == ("12.40", "GBP")
    assert Asked.objects.filter(job=job, skill="bread-making").exists()


def test_a_second_run_reads_nothing_and_dates_anew(
    folder: Path, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    loading.load_samples(folder, today=TODAY)
    before = set(Job.objects.values_list("pk", "changed_at"))
    with django_assert_max_num_queries(8):
        report = loading.load_samples(folder, today=TODAY + timedelta(days=3))
    assert (report.new, report.changed, report.same) == (0, 0, 2)
    assert set(Job.objects.values_list("pk", "changed_at")) == before
    assert Job.objects.get(external_id="bread").posted_on == TODAY - timedelta(days=3)


def test_a_changed_sample_keeps_its_id(folder: Path) -> None:
    loading.load_samples(folder, today=TODAY)
    before = Job.objects.get(external_id="bread").pk
    write(folder, bread="cooking", cakes="pastry making")
    assert loading.load_samples(folder, today=TODAY).changed == 1
    assert Job.objects.get(external_id="bread").pk == before


def test_a_sample_that_left_goes_unless_somebody_kept_it(folder: Path) -> None:
    loading.load_samples(folder, today=TODAY)
    ana = somebody()
    services.save(ana, Job.objects.get(external_id="bread"))
    write(folder, buns="cooking")
    report = loading.load_samples(folder, today=TODAY)
    assert (report.gone, report.kept) == (1, 1)
    kept = Job.objects.get(external_id="bread")
    assert kept.closed_at is not None
    assert kept in queries.jobs_visible_to(ana)
    assert not Job.objects.filter(external_id="cakes").exists()


def test_a_malformed_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_text('[[posting]]\nkey = "a"\n')
    with pytest.raises(loading.SampleError, match=r"odd\.toml"):
        loading.load_samples(tmp_path)
    (tmp_path / "odd.toml").write_text(ROW.format(key="a", skill="x") * 2)
    with pytest.raises(loading.SampleError, match="twice"):
        loading.load_samples(tmp_path)


def test_the_commands_say_what_happened(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    with pytest.raises(CommandError):
        call_command("bench_ranking", jobs=1)
    monkeypatch.setattr("opportunity_bridge.loading.load_samples", lambda: loading.Loaded(new=2))
    out = StringIO()
    call_command("load_samples", stdout=out)
    assert "2 new" in out.getvalue()


def test_the_benchmark_measures_and_leaves_nothing(folder: Path) -> None:
    loading.load_samples(folder, today=TODAY)
    out = StringIO()
    call_command("bench_ranking", jobs=5, stdout=out)
    assert out.getvalue().startswith("5 postings")
    assert Job.objects.count() == 2
