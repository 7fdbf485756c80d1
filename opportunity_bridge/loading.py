"""From posting files to stored samples, and from drafts to rows: what every way of storing a posting shares."""

import hashlib
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from django.db import transaction
from django.utils import timezone
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as validated

from mosaic.lexicon.store import lexicon
from mosaic.lib.text import normalised
from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.details import details_in
from opportunity_bridge.domain.ledger import weight_of
from opportunity_bridge.domain.pay import Pay, Period
from opportunity_bridge.domain.postings import PARSER, Draft, Posting, read
from opportunity_bridge.domain.requirements import Kind
from opportunity_bridge.domain.stored import document_of
from opportunity_bridge.domain.stored_details import document_of_details
from opportunity_bridge.models import SAMPLE, Asked, Job

FOLDER = Path(__file__).parent / "data" / "samples"
STRICT = ConfigDict(extra="forbid")


class SampleError(ValueError):
    """A posting file that cannot be used; says which and why."""


@validated(frozen=True, slots=True, kw_only=True, config=STRICT)
class SamplePay:
    """Pay as a file states it."""

    min: Decimal
    max: Decimal
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    period: Period


@validated(frozen=True, slots=True, kw_only=True, config=STRICT)
class Sample:
    """One posting of a file; dates count from the day it is shown."""

    key: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
    role: str
    company: str
    location: str
    text: str
    remote: Remote
    posted_days_ago: Annotated[int, Field(ge=0, le=60)]
    closes_in_days: Annotated[int, Field(ge=0)] | None = None
    pay: SamplePay | None = None


@dataclass(slots=True)
class Loaded:
    """What a run did."""

    new: int = 0
    changed: int = 0
    same: int = 0
    gone: int = 0
    kept: int = 0


@transaction.atomic
def load_samples(folder: Path = FOLDER, *, today: date | None = None) -> Loaded:
    """Store every sample of a folder; read again only what changed. Raises SampleError.

    The day a sample was posted is kept fresh, so that it never looks old. One that left the files goes too,
    unless somebody saved it or applied: then it is closed and stays theirs.
    """
    day = today or timezone.localdate()
    known = {job.external_id: job for job in Job.objects.filter(source=SAMPLE).defer("reading", "open_text")}
    report, same = Loaded(), []
    samples = _samples(folder)
    for field, sample in samples.values():
        job, sha256 = known.get(sample.key), digest_of([field, TypeAdapter(Sample).dump_python(sample, mode="json")])
        if job and job.sha256 == sha256:
            same.append(_dated(job, sample, day))
        else:
            _store(job, sample, field, day, sha256)
            report.new, report.changed = report.new + (job is None), report.changed + (job is not None)
    report.same = len(same)
    Job.objects.bulk_update(same, ["posted_on", "closes_on", "closed_at", "last_seen"], batch_size=100)
    _remove([job for key, job in known.items() if key not in samples], report)
    return report


def fill(job: Job, draft: Draft) -> Posting:
    """Read a draft into a row's fields that hold no words, and return the posting.

    The details of somebody's own posting are kept as of the day it came (“posted 3 weeks ago”); those of everybody's
    would make every ranking load more than it needs.
    """
    posting = read(draft)
    job.remote, job.field = posting.remote, posting.field
    job.hours, job.occupation = posting.weekly_hours, next(iter(posting.occupations), "")
    if posting.pay:
        job.pay_min, job.pay_max = posting.pay.least, posting.pay.most
        job.pay_currency, job.pay_period = posting.pay.currency, posting.pay.period
    job.reading = document_of(posting)
    if job.person_id is not None:
        job.reading["details"] = document_of_details(details_in(posting, job.first_seen.date()))
    job.changed_at = timezone.now()
    return posting


def index(job: Job, posting: Posting) -> None:
    """Keep which skills a posting asks for, where a ranking finds them."""
    Asked.objects.filter(job=job).delete()
    Asked.objects.bulk_create(Asked(job=job, skill=one, weight=weight) for one, weight in index_of(posting).items())


def index_of(posting: Posting) -> dict[str, int]:
    """Return the skills a posting asks for with their weights, those usual in the work included."""
    weights: dict[str, int] = {}
    for need in posting.asked:
        if need.kind is Kind.SKILL:
            for skill in need.ids:
                weights[skill] = max(weights.get(skill, 0), weight_of(need))
    return weights


def digest_of(parts: object) -> str:
    """Return what tells whether a posting must be read again: its words and fields, and who reads."""
    plain = json.dumps([PARSER + lexicon().mark, parts], ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()


def _samples(folder: Path) -> dict[str, tuple[str, Sample]]:
    """Return the samples of a folder by key, each with the field of work its file stands for."""
    found: dict[str, tuple[str, Sample]] = {}
    for field, sample in _rows(folder):
        if sample.key in found:
            raise SampleError(f"{field}: {sample.key} stands there twice.")
        found[sample.key] = (field, sample)
    return found


def _rows(folder: Path) -> Iterator[tuple[str, Sample]]:
    adapter = TypeAdapter(list[Sample])
    for path in sorted(folder.glob("*.toml")):
        try:
            rows = tomllib.loads(path.read_text(encoding="utf-8"))["posting"]
            samples = adapter.validate_python(rows)
        except (tomllib.TOMLDecodeError, ValidationError, KeyError) as error:
            raise SampleError(f"{path.name}: {error}") from error
        yield from ((path.stem, sample) for sample in samples)


def _dated(job: Job, sample: Sample, day: date) -> Job:
    """Date a posting from today and open it again if it had closed."""
    job.posted_on = day - timedelta(days=sample.posted_days_ago)
    job.closes_on = None if sample.closes_in_days is None else day + timedelta(days=sample.closes_in_days)
    job.closed_at, job.last_seen = None, timezone.now()
    return job


def _store(known: Job | None, sample: Sample, field: str, day: date, sha256: str) -> None:
    job = _dated(known or Job(source=SAMPLE, external_id=sample.key, is_sample=True), sample, day)
    job.open_role, job.open_company, job.open_location = sample.role, sample.company, sample.location
    job.open_text, job.sha256 = normalised(sample.text).strip(), sha256
    posting = fill(job, _draft(job, sample, field))
    job.save()
    index(job, posting)


def _draft(job: Job, sample: Sample, field: str) -> Draft:
    pay = Pay(sample.pay.min, sample.pay.max, sample.pay.currency, sample.pay.period) if sample.pay else None
    return Draft(
        role=job.open_role,
        text=job.open_text,
        company=job.open_company,
        location=job.open_location,
        remote=sample.remote,
        pay=pay,
        field=field,
    )


def _remove(gone: list[Job], report: Loaded) -> None:
    for job in gone:
        if job.interests.filter(state="saved").exists() or job.applications.exists():
            Job.objects.filter(pk=job.pk, closed_at__isnull=True).update(closed_at=timezone.now())
            report.kept += 1
        else:
            job.delete()
            report.gone += 1
