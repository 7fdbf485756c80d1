"""What the admin shows of a version in counts: where journeys go on, stop and end."""

from django.utils import timezone

from ps101.domain.dropoff import FEWEST, SILENT_DAYS, drop_off
from ps101.domain.flow_text import Unusable, check
from ps101.models import FlowVersion
from ps101.queries.dropoff import TIMED_JOURNEYS, drop_off_counts
from ps101.sentences import flaw_words

Shown = dict[str, object]


def of(version: FlowVersion) -> Shown:
    """Return a version in figures that single out nobody, and the other versions to look at."""
    versions = list(FlowVersion.objects.defer("document"))
    try:
        flow = check(version.document)
    except Unusable as error:
        return {"flaws": flaw_words(error), "versions": versions}
    counts = drop_off_counts(version, flow, timezone.now())
    return {
        "flow": flow,
        "figures": drop_off(flow, counts),
        "versions": versions,
        "fewest": FEWEST,
        "silent_days": SILENT_DAYS,
        "timed": TIMED_JOURNEYS,
    }
