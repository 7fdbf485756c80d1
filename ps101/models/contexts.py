"""What was understood from a journey's answers."""

from django.db import models

from mosaic.lib.work import Work
from mosaic.people.models import Owned
from mosaic.people.sealed import SealedJSONField, SealedTextField
from ps101.models.journeys import Journey


class Context(Owned, Work):
    """What was understood from a journey's answers. What its lists hold now are projections of facts."""

    journey = models.ForeignKey(Journey, on_delete=models.CASCADE)
    answers_digest = models.CharField(max_length=64, blank=True)
    problem_definition = SealedTextField(default="")
    problem_is_own = models.BooleanField(default=False, help_text="worded by the person; no reading changes it")
    proposed_experiments = SealedJSONField(default=list)
    key_quotes = SealedJSONField(default=list)
    own_lines = SealedJSONField(null=True, blank=True, help_text="what the person changed of experiments and quotes")
    lists = SealedJSONField(null=True, blank=True, help_text="the lists as they were when they were read or confirmed")
    source = models.CharField(max_length=20, default="built-in")
    model = models.CharField(max_length=100, blank=True)
    prompt = models.CharField(max_length=40, blank=True, help_text="name and version of the instructions")
    flow_name = models.CharField(max_length=60, blank=True, help_text="flow and version the answers were given in")
    degraded = models.BooleanField(default=False, help_text="a model was wanted and did not answer")
    is_provisional = models.BooleanField(default=True)
    extracted_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], name="one_context_per_person")]


class EarlierContext(Owned):
    """What was understood before it was read again, whole."""

    journey = models.ForeignKey(Journey, on_delete=models.CASCADE)
    document = SealedJSONField(default=dict)
    source = models.CharField(max_length=20)
    model = models.CharField(max_length=100, blank=True)
    prompt = models.CharField(max_length=40, blank=True)
    flow_name = models.CharField(max_length=60, blank=True)
    is_provisional = models.BooleanField(default=True)
    extracted_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
