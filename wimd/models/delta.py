"""What the delta stands against, what is done about missing skills, and how the delta stood before."""

from django.db import models
from django.db.models import Q

from mosaic.people.models import Owned
from mosaic.people.sealed import SealedJSONField, SealedTextField
from wimd.domain.delta import Bridge
from wimd.domain.delta.model import TargetKind

STORED_KINDS = (TargetKind.OCCUPATION, TargetKind.WORDS, TargetKind.SAVED)


class Target(Owned):
    """Something a delta can stand against: a kind of work, words of the person's own, or a posting they keep.

    One of them is chosen; while none is, the person's own words say what is wanted.
    """

    kind = models.CharField(max_length=10, choices=[(one, one) for one in STORED_KINDS])
    label = SealedTextField()
    occupation = models.CharField(max_length=80, blank=True, help_text="id of the lexicon")
    skills = models.JSONField(default=list, help_text="ids of skills of the lexicon")
    job = models.UUIDField(null=True, blank=True, help_text="the posting that is kept")
    is_chosen = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(is_chosen=True), name="one_chosen_target_per_person"
            ),
            models.UniqueConstraint(fields=["person", "job"], name="one_target_per_posting"),
        ]


class SkillBridge(Owned):
    """What somebody set out to do about one skill they miss."""

    skill = models.CharField(max_length=80, help_text="id of the lexicon")
    choice = models.CharField(max_length=5, choices=[(one, one) for one in Bridge])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "skill"], name="one_bridge_per_skill")]


class Analysis(Owned):
    """The delta as it stood at a time: gaps with rules and numbers, and ids of the facts on each side, none of their words.

    `document` is `{"target": {kind, label, occupation}, "sides": [{key, now, wanted, gap, rule, numbers}]}`.
    """

    facts_stamp = models.PositiveIntegerField()
    algorithm = models.CharField(max_length=20)
    document = SealedJSONField(default=dict)

    class Meta:
        verbose_name_plural = "analyses"
        indexes = [models.Index(fields=["person", "created_at"])]
