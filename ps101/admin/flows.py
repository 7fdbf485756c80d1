"""Versions of flows in the admin: drafts are written, looked at as people would see them, and put in use."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ps101.admin import figures, previews
from ps101.admin.forms import FlowForm, text_of_next
from ps101.domain.flow_text import Unusable
from ps101.models import FlowVersion
from ps101.services import flows as services

PLAIN = ("key", "version", "state", "is_shipped", "loaded_at", "activated_at", "sha256")


@admin.register(FlowVersion)
class FlowVersionAdmin(admin.ModelAdmin[FlowVersion]):
    """Versions of flows. Drafts are written here; a version that was in use never changes."""

    form = FlowForm
    list_display = ("__str__", "state", "is_shipped", "journeys", "loaded_at", "activated_at")
    list_filter = ("key", "is_active", "is_shipped")
    actions = None
    change_form_template = "admin/ps101/flowversion/change_form.html"

    class Media:
        css = {"all": ("css/staff.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[FlowVersion]:
        """Count the journeys of each."""
        return super().get_queryset(request).annotate(journey_count=Count("journey"))

    @admin.display(description=gettext_lazy("state"))
    def state(self, version: FlowVersion) -> str:
        """Say where a version stands."""
        if version.is_active:
            return _("in use")
        return _("was in use") if version.activated_at else _("draft") if version.is_draft else _("not in use")

    @admin.display(description=gettext_lazy("journeys"), ordering="journey_count")
    def journeys(self, version: FlowVersion) -> int:
        """Return how many journeys go by it."""
        count: int = getattr(version, "journey_count", 0)
        return count

    def has_change_permission(self, request: HttpRequest, obj: FlowVersion | None = None) -> bool:
        """A draft may be changed as long as nobody answers it."""
        return super().has_change_permission(request, obj) and (obj is None or services.may_change(obj))

    def has_delete_permission(self, request: HttpRequest, obj: FlowVersion | None = None) -> bool:
        """A draft may be deleted as long as nobody answers it."""
        return super().has_delete_permission(request, obj) and (obj is None or services.may_change(obj))

    def has_choose_permission(self, request: HttpRequest) -> bool:
        """Whether somebody may choose the version in use."""
        return request.user.has_perm("ps101.change_flowversion")

    def get_fields(self, request: HttpRequest, obj: FlowVersion | None = None) -> tuple[str, ...]:
        """Return the text where it may be written, else what is known about a version."""
        may_write = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return ("text",) if may_write else PLAIN

    def get_readonly_fields(self, request: HttpRequest, obj: FlowVersion | None = None) -> tuple[str, ...]:
        """Return everything but the text of a draft."""
        return () if self.get_fields(request, obj) == ("text",) else PLAIN

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, str | list[str]]:
        """Begin a draft with the words of another version."""
        named = request.GET.get("from", "")
        before = FlowVersion.objects.filter(pk=int(named)).first() if named.isdecimal() and len(named) < 9 else None
        return {"text": text_of_next(before)} if before else {}

    def save_model(self, request: HttpRequest, obj: FlowVersion, form: ModelForm[FlowVersion], change: bool) -> None:
        """Store a draft."""
        assert isinstance(form, FlowForm)
        services.write_draft(obj, form.document, form.flow)

    def delete_model(self, request: HttpRequest, obj: FlowVersion) -> None:
        """Delete a draft."""
        services.drop_draft(obj)

    def response_post_save_add(self, request: HttpRequest, obj: FlowVersion) -> HttpResponseRedirect:
        """Lead to what the draft looks like."""
        return redirect("admin:ps101_flowversion_preview", obj.pk)

    def response_post_save_change(self, request: HttpRequest, obj: FlowVersion) -> HttpResponseRedirect:
        """Lead to what the draft looks like now."""
        return redirect("admin:ps101_flowversion_preview", obj.pk)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """Show a version with the ways on from it."""
        version = self.get_object(request, object_id)
        ways = self._ways_on(request, version) if version else {}
        return super().change_view(request, object_id, form_url, {**ways, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern]:
        """Add the pages of a version: as people see it, putting it in use, and where journeys stop."""
        pages = (("preview", self.preview), ("activate", self.activate), ("drop-off", self.drop_off))
        own = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(page), name=f"ps101_flowversion_{name}")
            for name, page in pages
        ]
        return [*own, *super().get_urls()]

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show every question as a person would see it, and what is new."""
        version = self._version(request, pk)
        return self._page(request, version, "preview", _("How people see %(version)s"), previews.of(version))

    def drop_off(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show in counts where journeys go on, stop and end."""
        version = self._version(request, pk)
        return self._page(request, version, "drop_off", _("How far journeys come: %(version)s"), figures.of(version))

    def activate(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask before a version is put in use, then do it."""
        version = self._version(request, pk)
        if not self.has_choose_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._page(request, version, "activate", _("Put %(version)s in use"), previews.of(version))
        try:
            self._put_in_use(request, version)
        except Unusable:
            self.message_user(request, _("This code cannot ask this version any more."), messages.ERROR)
            return redirect("admin:ps101_flowversion_preview", pk)
        return redirect("admin:ps101_flowversion_changelist")

    @transaction.atomic
    def _put_in_use(self, request: HttpRequest, version: FlowVersion) -> None:
        former = services.activate(version)
        if former != version:
            self.log_change(request, version, f"put in use instead of {former}" if former else "put in use")
        self.message_user(request, _("New journeys take %(version)s now.") % {"version": version})

    def _version(self, request: HttpRequest, pk: int) -> FlowVersion:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(FlowVersion, pk=pk)

    def _page(
        self, request: HttpRequest, version: FlowVersion, name: str, title: str, shown: dict[str, object]
    ) -> HttpResponse:
        context = self.admin_site.each_context(request) | self._ways_on(request, version)
        context |= {"opts": self.opts, "original": version, "title": title % {"version": version}, "page": name}
        return render(request, f"admin/ps101/flowversion/{name}.html", context | shown)

    def _ways_on(self, request: HttpRequest, version: FlowVersion) -> dict[str, object]:
        """Return what somebody may do with a version, for its pages."""
        return {
            "state": self.state(version),
            "may_choose": self.has_choose_permission(request) and not version.is_active,
            "may_change": self.has_change_permission(request, version),
            "may_add": self.has_add_permission(request),
            "draft_url": f"{reverse('admin:ps101_flowversion_add')}?from={version.pk}",
        }
