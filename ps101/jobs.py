"""Reading a journey into a context."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib import metrics, work
from mosaic.people.models import Person
from ps101 import queries
from ps101.domain.extraction import understand
from ps101.models import Context

BUILT_IN = "built-in"
FULL_FLOW = "discovery"


def extract(context_id: UUID) -> None:
    """Read the answers of a context's journey. Doing it twice changes nothing."""
    context = work.claim(Context, context_id)
    if context is None:
        return
    journey = context.journey
    answers_digest = queries.answers_digest_of(journey)
    understood = understand(queries.texts_in(journey), smallest=_("The first ten minutes of it, with one person."))
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=context.person_id)
        if not work.still_mine(context):
            return
        context.problem_definition = understood.problem_definition
        context.proposed_experiments = [
            {"idea": one.idea, "smallest_version": one.smallest_version, "suggested": one.is_suggested}
            for one in understood.experiments
        ]
        context.key_quotes = list(understood.key_quotes)
        context.answers_digest, context.source = answers_digest, BUILT_IN
        context.flow_name = f"{journey.flow.key}/{journey.flow.version}"
        context.is_provisional = journey.flow.key != FULL_FLOW or journey.completed_at is None
        context.extracted_at, context.confirmed_at = timezone.now(), None
        context.save()
        note(person, Happened.CONTEXT_MADE, context, source=BUILT_IN, provisional=context.is_provisional)
        work.finish(context)
    metrics.EXTRACTIONS.labels(BUILT_IN, "done").inc()
