"""The person, what proves to be that person, and what limits and repeats their requests."""

import uuid
from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mosaic.people import keyring
from mosaic.people.domain import expiry
from mosaic.people.sealed import SealedJSONField, SealedTextField


class AIMode(models.TextChoices):
    """What a person allows a language model to do."""

    OFF = "off", _("off")
    ASK = "ask", _("ask each time")
    ON = "on", _("on")


class Person(models.Model):
    """Somebody using Mosaic. No name and no address: the uuid is the `user_id`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(db_index=True)
    has_content = models.BooleanField(default=False)
    wrapped_key = models.BinaryField()
    timezone = models.CharField(max_length=64, default="UTC")
    region = models.CharField(max_length=2, blank=True, default="")
    language = models.CharField(max_length=10, default="en")
    ai_mode = models.CharField(max_length=3, choices=AIMode, default=AIMode.OFF)
    facts_stamp = models.PositiveIntegerField(default=0)

    # Days that were left when this request came, before it renewed them; not stored.
    days_at_arrival: int | None = None

    class Meta:
        verbose_name_plural = "people"
        permissions = [("open_personal_text", "Can open what people wrote; each opening is logged")]

    def __str__(self) -> str:
        return f"person {self.id.hex[:8]}"

    def days_left(self, now: datetime) -> int:
        """Return the days until everything of this person is erased."""
        return expiry.days_left(self.expires_at, now)

    def key(self) -> bytes:
        """Return this person's key."""
        return keyring.key_of(self.pk)


class Owned(models.Model):
    """Something of one person: a row nobody else can reach, gone with the person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.id.hex[:8]}"


class Session(Owned):
    """One device's secret, kept as a digest."""

    digest = models.CharField(max_length=64, unique=True)
    used_at = models.DateTimeField(default=timezone.now)


class Spending(models.Model):
    """How much of a rate was used in one window. Names nobody: the key is a digest."""

    rate = models.CharField(max_length=20)
    key = models.CharField(max_length=64)
    window = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rate", "key", "window"], name="one_spending_per_window")]

    def __str__(self) -> str:
        return f"{self.rate} {self.window:%Y-%m-%d %H:%M}"


class RepeatableAnswer(Owned):
    """What a POST with an Idempotency-Key was answered, for the next day."""

    class State(models.TextChoices):
        """A running request has no answer yet."""

        RUNNING = "running"
        DONE = "done"

    key = models.CharField(max_length=64)
    body_digest = models.CharField(max_length=64)
    state = models.CharField(max_length=7, choices=State, default=State.RUNNING)
    status = models.PositiveSmallIntegerField(default=0)
    answer = SealedJSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="one_answer_per_key")]


class Newer(Owned):
    """What an imported archive said that this version of Mosaic does not know. Kept, and taken along again.

    `about` is the row it was said of, or empty; `content` then holds whole sections and fields of the person.
    """

    about = models.UUIDField(null=True, blank=True)
    content = SealedJSONField()

    class Meta:
        verbose_name_plural = "newer"
        constraints = [models.UniqueConstraint(fields=["person", "about"], name="one_newer_per_row")]


class RecoveryCode(Owned):
    """What is stored of the one code that brings a person back: where to look, and a slow hash of the rest."""

    lookup = models.PositiveIntegerField(unique=True)
    salt = models.BinaryField(max_length=16)
    verifier = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], name="one_recovery_code_per_person")]


PROVIDERS = {"anthropic": "Anthropic", "openai": "OpenAI"}
PURPOSES = {
    "coach": _("other words for an answer of the coach"),
    "extract": _("finding what you said of yourself"),
    "rewrite": _("suggesting words for your résumé"),
    "feedback": _("reading your résumé critically"),
    "analyse": _("reading a posting"),
    "transcribe": _("writing down a recording"),
}


class AIReceipt(Owned):
    """What a model provider was sent, or would be sent once the person says so; never the unmasked words."""

    class State(models.TextChoices):
        """Waiting until the person decides; in mode *on* it begins as sent."""

        WAITING = "waiting", _("waiting for you")
        APPROVED = "approved", _("approved")
        DECLINED = "declined", _("declined")
        SENT = "sent", _("sent")

    class Outcome(models.TextChoices):
        """What became of a text that was sent."""

        ANSWERED = "answered", _("answered")
        PARTLY = "partly", _("answered in part")
        UNUSED = "unused", _("answered, and the answer was not used")
        FAILED = "failed", _("not answered")

    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    provider = models.CharField(max_length=40)
    model = models.CharField(max_length=100)
    purpose = models.CharField(max_length=40)
    payload = SealedTextField(help_text="the masked text, word for word")
    is_unmasked_media = models.BooleanField(default=False)
    prompt = models.CharField(max_length=40, blank=True, help_text="name and version of the instructions")
    subject = models.UUIDField(null=True, blank=True, help_text="what it is about: a turn, a file")
    request = SealedJSONField(
        null=True, blank=True, help_text="what is sent once the person says so, and what the masks stand for"
    )
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    taken = models.PositiveIntegerField(default=0, help_text="tokens sent")
    given = models.PositiveIntegerField(default=0, help_text="tokens received")
    micros = models.PositiveBigIntegerField(default=0, help_text="millionths of a dollar")
    took = models.FloatField(null=True, blank=True, help_text="seconds")
    decided_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(
        null=True, blank=True, help_text="there was no room to send what was approved; it is tried again then"
    )

    class Meta:
        verbose_name = "AI receipt"
        indexes = [models.Index(fields=["person", "state"]), models.Index(fields=["subject"])]

    @property
    def provider_name(self) -> str:
        """Return what the provider calls itself."""
        return PROVIDERS.get(self.provider, self.provider)

    @property
    def purpose_words(self) -> str:
        """Return what it was for, in words."""
        return str(PURPOSES.get(self.purpose, self.purpose))

    @property
    def dollars(self) -> float:
        """Return what it cost."""
        return self.micros / 1_000_000


class Share(Owned):
    """A secret read link for somebody the person trusts: what it shows, until when, and whether they may answer."""

    digest = models.CharField(max_length=64, unique=True)
    label = SealedTextField(help_text="for whom, in the person's words")
    scopes = models.JSONField(help_text="codes of what is shown")
    version = models.UUIDField(null=True, blank=True, help_text="the résumé version that is shown")
    allows_comments = models.BooleanField(default=False)
    ends_at = models.DateTimeField()


class ShareOpening(Owned):
    """One time somebody opened a link. Says when, not who."""

    share = models.ForeignKey(Share, on_delete=models.CASCADE, related_name="openings")


class ShareComment(Owned):
    """What somebody with a link wrote to the person."""

    share = models.ForeignKey(Share, on_delete=models.CASCADE, related_name="comments")
    author = SealedTextField(default="")
    text = SealedTextField()
