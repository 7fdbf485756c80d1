"""What of discovery goes along when somebody takes everything."""

from mosaic.people.archive import registry
from ps101.archive.contexts import CONTEXTS, EARLIER_CONTEXTS
from ps101.archive.draws import CHOICES, EXPERIENCES, LIKINGS
from ps101.archive.experiments import ACTIONS, COMMITMENTS, EXPERIMENTS, OBSTACLES, REFLECTIONS
from ps101.archive.journeys import ANSWERS, JOURNEYS, REVISIONS


def register() -> None:
    """Register it, what others point at first."""
    journeys = (JOURNEYS, ANSWERS, REVISIONS, CONTEXTS, EARLIER_CONTEXTS)
    experiments = (EXPERIMENTS, OBSTACLES, ACTIONS, REFLECTIONS, COMMITMENTS)
    for table in (*journeys, *experiments, EXPERIENCES, CHOICES, LIKINGS):
        registry.register(table)
