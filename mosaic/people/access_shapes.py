"""The shapes of recovery, sessions, consent and share links."""

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from mosaic.people import shares
from mosaic.people.domain.recovery import LONGEST
from mosaic.people.models import AIMode, AIReceipt, Session, Share, ShareComment, ShareOpening


class RecoveryCodeMade(serializers.Serializer[object]):
    """The code, shown this once."""

    recovery_code = serializers.CharField(allow_null=True)
    made_at = serializers.DateTimeField()


class RecoveryInput(serializers.Serializer[object]):
    """The eight words, with anything between them."""

    code = serializers.CharField(max_length=LONGEST)


class SessionShape(serializers.ModelSerializer[Session]):
    """One open session. Which device it is on is not recorded."""

    is_current = serializers.SerializerMethodField()

    class Meta:
        model = Session
        fields = ("id", "created_at", "used_at", "is_current")

    def get_is_current(self, session: Session) -> bool:
        """Whether this request came through it."""
        return bool(session.pk == self.context.get("current"))


class SessionList(serializers.Serializer[object]):
    """The open sessions."""

    sessions = SessionShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class SessionsEnded(serializers.Serializer[object]):
    """How many sessions were ended."""

    ended = serializers.IntegerField()


class LeaveInput(serializers.Serializer[object]):
    """`sure` when there is no way back and it is meant all the same."""

    sure = serializers.BooleanField(default=False)


class LeaveAnswer(serializers.Serializer[object]):
    """The session is over; what is kept stays until its end."""

    left = serializers.BooleanField()
    has_recovery_code = serializers.BooleanField()
    expires_at = serializers.DateTimeField()


class AIChoice(serializers.Serializer[object]):
    """What a language model may do."""

    mode = serializers.ChoiceField(choices=AIMode.choices)


class AIReceiptLine(serializers.ModelSerializer[AIReceipt]):
    """What left or waits: when, to whom, what for."""

    asked_at = serializers.DateTimeField(source="created_at")

    class Meta:
        model = AIReceipt
        fields: tuple[str, ...] = (
            "id",
            "state",
            "provider",
            "model",
            "purpose",
            "prompt",
            "is_unmasked_media",
            "outcome",
            "taken",
            "given",
            "micros",
            "took",
            "asked_at",
            "decided_at",
            "sent_at",
        )


class AIReceiptShape(AIReceiptLine):
    """The same with the masked text, word for word."""

    payload = serializers.CharField()

    class Meta(AIReceiptLine.Meta):
        fields = (*AIReceiptLine.Meta.fields, "payload")


class AIReceiptList(serializers.Serializer[object]):
    """A page of receipts."""

    receipts = AIReceiptLine(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class Decision(serializers.Serializer[object]):
    """Yes or no to one text."""

    decision = serializers.ChoiceField(choices=[("send", _("send")), ("decline", _("decline"))])


class ShareInput(serializers.Serializer[object]):
    """What a link shows, for how long, and whether its holder may answer."""

    scopes = serializers.ListField(child=serializers.CharField(max_length=20), min_length=1, max_length=10)
    days = serializers.IntegerField(min_value=1, max_value=shares.MOST_DAYS, default=7)
    note = serializers.CharField(max_length=200, allow_blank=True, default="")
    version_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    comments = serializers.BooleanField(default=False)


class ShareOpeningShape(serializers.ModelSerializer[ShareOpening]):
    """When a link was opened."""

    class Meta:
        model = ShareOpening
        fields = ("created_at",)


class ShareCommentShape(serializers.ModelSerializer[ShareComment]):
    """What the holder of a link wrote."""

    author = serializers.CharField()
    text = serializers.CharField()

    class Meta:
        model = ShareComment
        fields = ("created_at", "author", "text")


class ShareShape(serializers.ModelSerializer[Share]):
    """A link without its secret, and what happened to it."""

    note = serializers.CharField(source="label")
    scopes = serializers.ListField(child=serializers.CharField())
    version_id = serializers.UUIDField(source="version", allow_null=True)
    comments = serializers.BooleanField(source="allows_comments")
    is_over = serializers.SerializerMethodField()
    openings = ShareOpeningShape(many=True)
    answers = ShareCommentShape(source="comments", many=True)

    class Meta:
        model = Share
        fields = (
            "id",
            "created_at",
            "note",
            "scopes",
            "version_id",
            "comments",
            "ends_at",
            "is_over",
            "openings",
            "answers",
        )

    def get_is_over(self, share: Share) -> bool:
        """Whether it shows nothing any more."""
        return shares.is_over(share)


class ShareMade(serializers.Serializer[object]):
    """The new link; its address is shown this once."""

    share = ShareShape()
    url = serializers.CharField(allow_null=True)


class ShareList(serializers.Serializer[object]):
    """The person's links."""

    shares = ShareShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
