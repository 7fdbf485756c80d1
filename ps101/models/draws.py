"""What somebody has done, chose between, and likes: told once, used everywhere."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mosaic.people.models import Owned
from mosaic.people.sealed import SealedTextField


class Experience(Owned):
    """Something a person has done, paid or unpaid. Months are written `2019` or `2019-04`."""

    class Kind(models.TextChoices):
        """What sort of thing it was."""

        JOB = "job", _("paid work")
        CARE = "care", _("caring for somebody")
        VOLUNTEERING = "volunteering", _("volunteering")
        BUSINESS = "business", _("your own business")
        TRAINING = "training", _("training or study")
        OTHER = "other", _("something else")

    kind = models.CharField(max_length=12, choices=Kind)
    title = SealedTextField()
    place = SealedTextField(default="")
    began = models.CharField(max_length=7, blank=True)
    ended = models.CharField(max_length=7, blank=True)
    is_ongoing = models.BooleanField(default=False)
    did = SealedTextField(help_text="what the person did there, in their words")
    version = models.PositiveIntegerField(default=1)


class PreferenceChoice(Owned):
    """One choice between two short descriptions of a working week; nothing chosen means that it was passed over."""

    number = models.PositiveSmallIntegerField()
    left = models.CharField(max_length=60)
    right = models.CharField(max_length=60)
    chosen = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "number"], name="one_choice_per_number")]


class InterestAnswer(Owned):
    """How much somebody likes one thing to do, from 1 to 5; nothing means that it was passed over."""

    statement = models.CharField(max_length=30)
    liking = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "statement"], name="one_liking_per_statement")]
