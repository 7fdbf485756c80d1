"""`manage.py bench_ranking --jobs N`: how long ranking takes and how much memory, for postings that are undone again."""

import random
import resource
from argparse import ArgumentParser
from dataclasses import replace
from datetime import timedelta
from time import perf_counter

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from mosaic.facts.domain.profile import Known, Profile
from mosaic.lexicon.store import lexicon
from opportunity_bridge.domain.ledger import standpoint_of
from opportunity_bridge.domain.parts import USUAL
from opportunity_bridge.domain.raising import SUPPOSED
from opportunity_bridge.domain.stored import document_of
from opportunity_bridge.loading import index_of
from opportunity_bridge.models import Asked, Job
from opportunity_bridge.queries import posting_of
from opportunity_bridge.services.ranking import ordered

SIZES = (318, 1_000, 10_000)
SEED = 20
ROUNDS = 5
BATCH = 500
OCCUPATION = "warehouse-team-leader"


class Command(BaseCommand):
    """Makes postings out of the stored samples, ranks them, and takes them back."""

    help = "Measure ranking for 318, 1,000 and 10,000 postings, or for --jobs. Holds the database's writer meanwhile."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --jobs."""
        parser.add_argument("--jobs", type=int, default=0, help="only this many postings")

    def handle(self, *, jobs: int, **_: object) -> None:
        """Measure each size and print one line for it."""
        for size in (jobs,) if jobs else SIZES:
            with transaction.atomic():
                self._measure(size)
                transaction.set_rollback(True)

    def _measure(self, size: int) -> None:
        samples = list(Job.objects.filter(is_sample=True))
        if not samples:
            raise CommandError("There are no samples to make postings of. Run load_samples first.")
        made = Job.objects.filter(source="bench")
        _fill(samples, size)
        profile = _profile()
        times, found = [], 0
        for _ in range(ROUNDS):
            began = perf_counter()
            found = len(ordered(made, standpoint_of(profile), USUAL))
            times.append(perf_counter() - began)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        self.stdout.write(
            f"{size} postings: first {times[0]:.2f} s, then {min(times):.2f} s (best of {ROUNDS}), "
            f"{found} scored, {peak:.0f} MB at most so far"
        )


def _fill(samples: list[Job], size: int) -> None:
    """Store postings, each a sample with the requirements of two others mixed in."""
    chance = random.Random(SEED)  # noqa: S311  # the same mixture every time
    today = timezone.localdate()
    postings = [(job, posting_of(job, with_text=False)) for job in samples]
    for start in range(0, size, BATCH):
        rows, asked = [], []
        for number in range(start, min(start + BATCH, size)):
            (job, one), (_, other) = chance.choice(postings), chance.choice(postings)
            needs = tuple(need for need in (*one.requirements, *other.requirements) if chance.random() < 0.7)
            mixed = replace(one, requirements=needs)
            row = Job(
                source="bench", external_id=str(number), open_role=job.open_role, open_location=job.open_location,
                open_text=job.open_text, remote=job.remote, field=job.field, occupation=job.occupation, hours=job.hours,
                posted_on=today - timedelta(days=number % 60), reading=document_of(mixed),
            )  # fmt: skip
            rows.append(row)
            asked += [Asked(job=row, skill=skill, weight=weight) for skill, weight in index_of(mixed).items()]
        Job.objects.bulk_create(rows)
        Asked.objects.bulk_create(asked)


def _profile() -> Profile:
    """Return somebody with the skills of one occupation, a wish and two values."""
    occupation = lexicon().occupations[OCCUPATION]
    skills = (*occupation.essential, *occupation.optional)
    return Profile(
        skills=tuple(Known(SUPPOSED, one, one, (one,), False) for one in skills),
        roles=(Known(SUPPOSED, OCCUPATION, occupation.label, (occupation.label,), False),),
        roles_wanted=(Known(SUPPOSED, "learning-development-specialist", "", ("",), False),),
        values=tuple(Known(SUPPOSED, one, one, (one,), False) for one in ("security", "learning")),
        location=(Known(SUPPOSED, "", "Leeds, United Kingdom", ("Leeds",), False),),
    )
