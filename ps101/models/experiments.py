"""Small experiments: what is tried, what could get in the way, what is done for it, what it taught."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from mosaic.people.models import Owned
from mosaic.people.sealed import SealedTextField
from ps101.domain.experiments import NextMove, Side, Status
from ps101.models.journeys import Journey


class Experiment(Owned):
    """Something small that is tried to learn something. One is active, the others wait."""

    journey = models.ForeignKey(Journey, on_delete=models.SET_NULL, null=True, blank=True)
    follows = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="followed_by")
    title = SealedTextField(default="")
    hypothesis = SealedTextField(default="")
    success_metric = SealedTextField(default="")
    resources = SealedTextField(default="")
    start_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=8, choices=[(one, one) for one in Status], default=Status.DRAFT)
    activated_at = models.DateTimeField(null=True, blank=True)
    archived_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(default=timezone.now, help_text="when its words or days were last changed")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(status=Status.ACTIVE), name="one_active_experiment_per_person"
            )
        ]


class Obstacle(Owned):
    """What could get in the way of an experiment, and what the person will do then."""

    experiment = models.ForeignKey(Experiment, on_delete=models.CASCADE, related_name="obstacles")
    kind = models.CharField(max_length=8, choices=[(one, one) for one in Side])
    label = SealedTextField()
    strategy = SealedTextField(default="")


class Action(Owned):
    """One step of a plan. `accountability` names somebody; nobody is written to."""

    experiment = models.ForeignKey(Experiment, on_delete=models.CASCADE, related_name="actions")
    label = SealedTextField()
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(default=timezone.now, help_text="when its words or its day were last changed")
    accountability = SealedTextField(default="")


class Reflection(Owned):
    """What an experiment taught. Confidence runs from 1 to 10."""

    experiment = models.OneToOneField(Experiment, on_delete=models.CASCADE, related_name="reflection")
    outcome = SealedTextField()
    learning = SealedTextField()
    cost = SealedTextField(default="", help_text="what it took: time, money, nerve")
    confidence_before = models.PositiveSmallIntegerField(null=True, blank=True)
    confidence_after = models.PositiveSmallIntegerField()
    next_move = models.CharField(max_length=8, choices=[(one, one) for one in NextMove])
    reflected_at = models.DateTimeField()


class Commitment(Owned):
    """What somebody will do this week, how they hold themselves to it, and whom they tell."""

    journey = models.OneToOneField(Journey, on_delete=models.CASCADE, related_name="commitment")
    week = SealedTextField()
    holding = SealedTextField(default="")
    telling = SealedTextField(default="")
    day = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)
