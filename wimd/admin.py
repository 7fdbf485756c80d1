"""Files, conversations and the prompt library, as staff see them."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mosaic.people.admin import OwnedAdmin, ReadOnlyAdmin
from wimd import loading
from wimd.models import Analysis, Conversation, PromptRow, PromptSet, SkillBridge, Target, Turn, Upload


@admin.register(Upload)
class UploadAdmin(OwnedAdmin[Upload]):
    """Files with status and errors."""

    list_display = ("__str__", "person", "kind", "size", "state", "outcome", "error", "attempts", "created_at")
    list_filter = ("kind", "state", "outcome")


@admin.register(Conversation)
class ConversationAdmin(OwnedAdmin[Conversation]):
    """Conversations."""

    list_display = ("__str__", "person", "created_at")


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
