"""What staff see of people: states and counts. Words open only to those who may, and each opening is logged."""

from typing import ClassVar, TypeVar

from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from mosaic.people.models import (
    AIReceipt,
    Newer,
    Owned,
    Person,
    RecoveryCode,
    RepeatableAnswer,
    Session,
    Share,
    ShareComment,
    ShareOpening,
    Spending,
)
from mosaic.people.sealed import SealedField

MAY_OPEN = "people.open_personal_text"
HIDDEN = (
    "wrapped_key",
    "digest",
    "key",
    "body_digest",
    "fingerprint",
    "name",
    "identity",
    "lookup",
    "salt",
    "verifier",
)
Row = TypeVar("Row", bound=Model)


class ReadOnlyAdmin(admin.ModelAdmin[Row]):
    """Rows that are looked at and never changed here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nothing is added by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        """Nothing is changed by hand."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        """Nothing is deleted by hand: erasing is the person's, expiry the clock's."""
        return False


class PersonalAdmin(ReadOnlyAdmin[Row]):
    """Rows of people. Sealed fields stay closed until somebody who may opens them."""

    ordering = ("-created_at",)
    list_per_page = 50

    def get_fields(  # type: ignore[override]  # no groups of fields here
        self, request: HttpRequest, obj: Row | None = None
    ) -> list[str]:
        """Return plain fields, and the sealed ones once they were opened."""
        fields = [field for field in self.model._meta.fields if field.name not in HIDDEN]
        plain = [field.name for field in fields if not isinstance(field, SealedField)]
        sealed = [field.name for field in fields if isinstance(field, SealedField)]
        if not sealed:
            return plain
        return [*plain, *sealed] if is_open(request) else [*plain, "personal_text"]

    def get_readonly_fields(self, request: HttpRequest, obj: Row | None = None) -> list[str]:
        """Return every field."""
        return self.get_fields(request, obj)

    @admin.display(description=_("personal text"))
    def personal_text(self, row: Row) -> str:
        """Offer to open what the person wrote."""
        return format_html('<a href="?open=1">{}</a>', _("open (this is logged)"))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """Log an opening before the words are shown."""
        row = self.get_object(request, object_id)
        if is_open(request) and row is not None and request.user.pk is not None:
            LogEntry.objects.create(
                user_id=request.user.pk,
                content_type_id=_type_id(row),
                object_id=str(row.pk),
                object_repr=str(row),
                action_flag=CHANGE,
                change_message="opened personal text",
            )
        return super().change_view(request, object_id, form_url, extra_context)


class OwnedAdmin(PersonalAdmin[Row]):
    """Rows that belong to a person, found by the person's id."""

    search_fields = ("=person__id",)
    list_select_related: ClassVar[tuple[str, ...]] = ("person",)

    @admin.display(description=_("row"))
    def short(self, row: Owned) -> str:
        """Return kind and short id."""
        return str(row)


def is_open(request: HttpRequest) -> bool:
    """Whether somebody who may asks to see what a person wrote."""
    return request.GET.get("open") == "1" and request.user.has_perm(MAY_OPEN)


def _type_id(row: Model) -> int:
    return ContentType.objects.get_for_model(row).pk


@admin.register(Person)
class PersonAdmin(PersonalAdmin[Person]):
    """People: when they came, until when they are kept."""

    list_display: tuple[str, ...] = (
        "__str__",
        "created_at",
        "expires_at",
        "has_content",
        "language",
        "region",
        "ai_mode",
    )
    list_filter = ("has_content", "ai_mode")
    search_fields = ("=id",)


@admin.register(Session)
class SessionAdmin(OwnedAdmin[Session]):
    """Open sessions."""

    list_display: tuple[str, ...] = ("__str__", "person", "created_at", "used_at")


@admin.register(RepeatableAnswer)
class RepeatableAnswerAdmin(OwnedAdmin[RepeatableAnswer]):
    """Answers kept for requests that are sent twice."""

    list_display = ("__str__", "person", "created_at", "state", "status")


@admin.register(RecoveryCode)
class RecoveryCodeAdmin(OwnedAdmin[RecoveryCode]):
    """Who can come back with a code, and since when."""

    list_display = ("__str__", "person", "created_at")


@admin.register(AIReceipt)
class AIReceiptAdmin(OwnedAdmin[AIReceipt]):
    """What was sent to a model provider, or waits for the person's word."""

    list_display = ("__str__", "person", "created_at", "state", "outcome", "provider", "purpose", "prompt", "due_at")
    list_filter = ("state", "outcome", "provider")
    # What the masks stand for is nobody's business here.
    exclude = ("request",)


@admin.register(Share)
class ShareAdmin(OwnedAdmin[Share]):
    """Links people made for others."""

    list_display = ("__str__", "person", "created_at", "ends_at", "allows_comments")


@admin.register(ShareOpening, ShareComment)
class ShareUseAdmin(OwnedAdmin[Owned]):
    """What happened to links."""

    list_display = ("__str__", "person", "created_at")


@admin.register(Newer)
class NewerAdmin(OwnedAdmin[Newer]):
    """What imports brought that is not known here."""

    list_display = ("__str__", "person", "created_at")


@admin.register(Spending)
class SpendingAdmin(ReadOnlyAdmin[Spending]):
    """How much of each rate is used."""

    list_display = ("rate", "window", "count")
    list_filter = ("rate",)
    fields = ("rate", "window", "count")
