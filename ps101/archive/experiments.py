"""Experiments and what belongs to them, row by row."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from mosaic.people.archive.registry import Told
from mosaic.people.archive.tables import Table
from mosaic.people.models import Person
from ps101 import queries
from ps101.models import Action, Commitment, Experiment, Obstacle, Reflection


def _told(person: Person) -> Iterator[Told]:
    for one in queries.experiments_of(person).reverse():
        lines = [
            (_("I expect"), one.hypothesis),
            (_("the sign"), one.success_metric),
            (_("what I need"), one.resources),
        ]
        lines += [(_("in the way"), f"{each.label} → {each.strategy}") for each in one.obstacles.all()]
        lines += [(_("step"), each.label) for each in one.actions.all()]
        reflection = queries.reflection_of(one)
        if reflection:
            lines += [(_("what happened"), reflection.outcome), (_("what I learned"), reflection.learning)]
        yield Told(one.title or one.hypothesis, tuple(line for line in lines if line[1]))


def _told_commitments(person: Person) -> Iterator[Told]:
    for one in Commitment.objects.filter(person=person).order_by("created_at"):
        lines = ((_("how I hold myself to it"), one.holding), (_("whom I tell"), one.telling))
        yield Told(f"{one.week} ({date_format(one.day, 'j F Y')})", tuple(line for line in lines if line[1]))


EXPERIMENTS = Table("experiments", "experiment", _("small experiments"), Experiment, tell=_told)
OBSTACLES = Table("obstacles", "obstacle", _("obstacles"), Obstacle)
ACTIONS = Table("actions", "action", _("steps of a plan"), Action)
REFLECTIONS = Table("reflections", "reflection", _("what experiments taught"), Reflection)
COMMITMENTS = Table("commitments", "commitment", _("commitments"), Commitment, tell=_told_commitments)
