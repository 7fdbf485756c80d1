"""Files, conversations and the prompt library, as staff see them."""

from collections.abc import Iterator

from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mosaic.lib.work import WorkState
from mosaic.people.admin import OwnedAdmin, ReadOnlyAdmin, is_open
from wimd import loading, queries, services
from wimd.domain.feedback import FEWEST
from wimd.models import (
    Analysis,
    CheckIn,
    Conversation,
    Feedback,
    FeedbackSum,
    PromptRow,
    PromptSet,
    SkillBridge,
    Target,
    Turn,
    Upload,
)


@admin.register(Upload)
class UploadAdmin(OwnedAdmin[Upload]):
    """Files with status and errors."""

    list_display = (
        "__str__", "person", "kind", "size", "state", "outcome", "error", "attempts", "waits_since", "queued_at",
        "created_at",
    )  # fmt: skip
    list_filter = ("kind", "state", "error", "outcome")
    actions = ("read_again",)

    def has_retry_permission(self, request: HttpRequest) -> bool:
        """Whether somebody may have files read once more."""
        return request.user.has_perm("wimd.retry_upload")

    @admin.action(description=gettext_lazy("Read again what failed"), permissions=["retry"])
    def read_again(self, request: HttpRequest, chosen: QuerySet[Upload]) -> None:
        """Have the failed ones among the chosen files read once more."""
        failed = list(chosen.filter(state=WorkState.FAILED))
        for upload in failed:
            services.read_again(upload.person, upload)
            self.log_change(request, upload, "had it read again")
        self.message_user(request, _("%(count)d of them had failed and are being read again.") % {"count": len(failed)})


@admin.register(Conversation)
class ConversationAdmin(OwnedAdmin[Conversation]):
    """Conversations."""

    list_display = ("__str__", "person", "said", "asked", "created_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Conversation]:
        """Count what was said in the same query."""
        return super().get_queryset(request).annotate(turn_count=Count("turns"))

    def get_fields(  # type: ignore[override]  # no groups of fields here
        self, request: HttpRequest, obj: Conversation | None = None
    ) -> list[str]:
        """Return what is known of a talk, and the talk itself once it was opened."""
        return [*super().get_fields(request, obj), "talk" if is_open(request) else "personal_text"]

    @admin.display(description=gettext_lazy("talk"))
    def talk(self, row: Conversation) -> str:
        """Return everything that was said, in order."""
        return format_html_join("", "<p><strong>{}</strong> {}</p>", _lines(row))

    @admin.display(description=gettext_lazy("turns"), ordering="turn_count")
    def said(self, row: Conversation) -> int:
        """Return how many things were said."""
        count: int = row.turn_count  # type: ignore[attr-defined]  # annotated above
        return count


def _lines(row: Conversation) -> Iterator[tuple[str, str]]:
    for turn in queries.turns_of(row.person).filter(conversation=row):
        yield turn.get_speaker_display(), turn.text


@admin.register(CheckIn)
class CheckInAdmin(OwnedAdmin[CheckIn]):
    """Weekly check-ins."""

    list_display = ("__str__", "person", "week", "created_at", "changed_at")
    list_filter = ("week",)

    def get_fields(  # type: ignore[override]  # no groups of fields here
        self, request: HttpRequest, obj: CheckIn | None = None
    ) -> list[str]:
        """Keep the energy closed with the words: it says how somebody is."""
        fields = super().get_fields(request, obj)
        return fields if is_open(request) else [name for name in fields if name != "energy"]


@admin.register(Feedback)
class FeedbackAdmin(OwnedAdmin[Feedback]):
    """Who said how Mosaic is; numbers and words stay closed."""

    list_display = ("__str__", "person", "created_at", "changed_at")


@admin.register(FeedbackSum)
class FeedbackSumAdmin(ReadOnlyAdmin[FeedbackSum]):
    """What all say together: averages over all answers, and those of days that have enough of them."""

    list_display = ("day", "question", "answers", "average")
    list_filter = ("question",)
    fields = ("day", "question", "answers", "average")
    readonly_fields = fields
    change_list_template = "admin/wimd/feedbacksum/change_list.html"

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        """Show the averages of all answers above the days."""
        shown = {"figures": queries.feedback_figures(), "fewest": FEWEST, **(extra_context or {})}
        return super().changelist_view(request, shown)

    @admin.display(description=gettext_lazy("answers"))
    def answers(self, row: FeedbackSum) -> str:
        """Return how many there are, where they are enough."""
        return str(row.count) if row.count >= FEWEST else _("fewer than %(fewest)d") % {"fewest": FEWEST}

    @admin.display(description=gettext_lazy("average"))
    def average(self, row: FeedbackSum) -> str:
        """Return their average, where they are enough."""
        return f"{row.total / row.count:.1f}" if row.count >= FEWEST else "–"


@admin.register(Turn)
class TurnAdmin(OwnedAdmin[Turn]):
    """What was said, by kind and move."""

    list_display = ("__str__", "person", "number", "speaker", "kind", "move", "row", "source", "created_at")
    list_filter = ("speaker", "kind", "source")


@admin.register(Target)
class TargetAdmin(OwnedAdmin[Target]):
    """What people aim at, by kind."""

    list_display = ("__str__", "person", "kind", "occupation", "is_chosen", "created_at")
    list_filter = ("kind", "is_chosen")


@admin.register(SkillBridge)
class SkillBridgeAdmin(OwnedAdmin[SkillBridge]):
    """What people set out to do about skills."""

    list_display = ("__str__", "person", "skill", "choice", "created_at")
    list_filter = ("choice",)


@admin.register(Analysis)
class AnalysisAdmin(OwnedAdmin[Analysis]):
    """How deltas stood."""

    list_display = ("__str__", "person", "facts_stamp", "algorithm", "created_at")
    list_filter = ("algorithm",)


@admin.register(PromptSet)
class PromptSetAdmin(ReadOnlyAdmin[PromptSet]):
    """Versions of the library. Their words never change; an operator chooses which one is in use."""

    list_display = ("__str__", "count", "is_active", "loaded_at")
    actions = ("use",)

    def has_choose_permission(self, request: HttpRequest) -> bool:
        """Whether somebody may choose the version in use."""
        return request.user.has_perm("wimd.change_promptset")

    @admin.action(description=gettext_lazy("Let the coach speak from this version"), permissions=["choose"])
    def use(self, request: HttpRequest, chosen: QuerySet[PromptSet]) -> None:
        """Put one version in use."""
        if len(chosen) != 1:
            self.message_user(request, _("Choose one version."), messages.ERROR)
            return
        loading.use(chosen[0])
        self.log_change(request, chosen[0], "put in use")
        self.message_user(request, _("%(version)s is in use now.") % {"version": chosen[0]})


@admin.register(PromptRow)
class PromptRowAdmin(ReadOnlyAdmin[PromptRow]):
    """Rows of the library."""

    list_display = ("key", "tag", "prompt", "completion")
    list_filter = ("tag",)
    search_fields = ("key", "prompt", "completion")
