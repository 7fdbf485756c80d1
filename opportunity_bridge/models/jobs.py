"""Postings: everybody's, and those that one person pasted."""

from dataclasses import dataclass
from decimal import Decimal
from typing import cast
from uuid import uuid4

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mosaic.people.models import Person
from mosaic.people.sealed import SealedJSONField
from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.pay import Pay, Period

SAMPLE, PASTED = "sample", "pasted"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a posting."""

    role: str = ""
    company: str = ""
    location: str = ""
    url: str = ""
    text: str = ""


class Job(models.Model):
    """A posting: of everybody, or of the one person who pasted it.

    The words of a pasted posting say where somebody looks for work. They are sealed under that person's key
    in `own_words`, and the `open_` columns stay empty, which the database checks. Read words through the
    properties, which know where they are; what was read from them (`reading`) holds codes and places only.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, editable=False)
    source = models.CharField(max_length=40)
    external_id = models.CharField(max_length=120)
    open_role = models.CharField(max_length=200, blank=True)
    open_company = models.CharField(max_length=200, blank=True)
    open_location = models.CharField(max_length=200, blank=True)
    open_url = models.CharField(max_length=500, blank=True, validators=[URLValidator(["http", "https"])])
    open_text = models.TextField(blank=True)
    own_words = SealedJSONField(null=True, blank=True)
    remote = models.CharField(max_length=7, choices=[(one, one) for one in Remote], default=Remote.UNKNOWN)
    pay_min = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    pay_max = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    pay_currency = models.CharField(max_length=3, blank=True)
    pay_period = models.CharField(max_length=5, choices=[(one, one) for one in Period], blank=True)
    hours = models.FloatField(default=0, help_text="most hours a week that the posting names, 0 when it does not say")
    field = models.CharField(max_length=60, blank=True, db_index=True)
    occupation = models.CharField(max_length=80, blank=True, db_index=True)
    is_sample = models.BooleanField(default=False)
    posted_on = models.DateField(null=True, blank=True)
    closes_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    first_seen = models.DateTimeField(default=timezone.now)
    last_seen = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now, db_index=True)
    sha256 = models.CharField(max_length=64, help_text="of the words as they came; keyed for a pasted posting")
    reading = models.JSONField(default=dict, help_text="what was read from the words: codes, numbers and places")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "external_id"], name="one_job_per_source_and_id"),
            models.CheckConstraint(
                condition=Q(person__isnull=True)
                | Q(open_role="", open_company="", open_location="", open_url="", open_text=""),
                name="words_of_a_pasted_posting_are_sealed",
            ),
            models.CheckConstraint(
                condition=Q(pay_min__isnull=True, pay_max__isnull=True) | Q(pay_min__lte=models.F("pay_max")),
                name="pay_is_a_range",
            ),
        ]
        indexes = [models.Index(fields=["person", "is_sample", "closed_at"])]

    def __str__(self) -> str:
        return f"{self.source} posting {self.pk.hex[:8]}"

    @property
    def words(self) -> Words:
        """The words, wherever they lie."""
        if self.person_id is None:
            return Words(self.open_role, self.open_company, self.open_location, self.open_url, self.open_text)
        return Words(**cast(dict[str, str], self.own_words or {}))

    @property
    def role(self) -> str:
        """What the work is called."""
        return self.words.role

    @property
    def company(self) -> str:
        """Who offers it."""
        return self.words.company

    @property
    def location(self) -> str:
        """Where, as the posting says it."""
        return self.words.location

    @property
    def url(self) -> str:
        """Where the posting stands, or nothing."""
        return self.words.url

    @property
    def text(self) -> str:
        """The whole posting."""
        return self.words.text

    @property
    def pay(self) -> Pay | None:
        """The pay it states."""
        if self.pay_min is None or self.pay_max is None:
            return None
        return Pay(Decimal(self.pay_min), Decimal(self.pay_max), self.pay_currency, Period(self.pay_period))


class Asked(models.Model):
    """One skill a posting asks for, with its weight: the index that finds postings by skills."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="asked")
    skill = models.CharField(max_length=80)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "asked"
        constraints = [models.UniqueConstraint(fields=["job", "skill"], name="one_weight_per_skill_of_a_job")]
        indexes = [models.Index(fields=["skill", "job", "weight"])]

    def __str__(self) -> str:
        return self.skill
