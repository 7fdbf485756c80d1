"""Postings and applications, as staff see them: states and counts, no words of a person."""

from django.contrib import admin
from django.http import HttpRequest

from mosaic.people.admin import OwnedAdmin, ReadOnlyAdmin
from opportunity_bridge.loading import fill, index
from opportunity_bridge.models import Application, ApplicationEvent, Asked, Interest, Job, Ranking, Weights
from opportunity_bridge.queries import draft_of

OPEN_FIELDS = ("open_role", "open_company", "open_location", "open_url", "open_text")
STATED_FIELDS = ("remote", "pay_min", "pay_max", "pay_currency", "pay_period", "closes_on", "closed_at")
FOUND_FIELDS = (
    "source", "external_id", "field", "occupation", "hours", "is_sample", "posted_on", "first_seen", "last_seen", "changed_at",
)  # fmt: skip


@admin.register(Job)
class JobAdmin(admin.ModelAdmin[Job]):
    """Postings. What a person pasted is counted here and neither shown nor changed."""

    list_display = (
        "__str__",
        "open_role",
        "open_company",
        "field",
        "occupation",
        "remote",
        "is_sample",
        "is_pasted",
        "posted_on",
        "closed_at",
    )
    list_filter = ("is_sample", "source", "field", "remote")
    search_fields = ("open_role", "open_company", "open_location")
    readonly_fields = FOUND_FIELDS
    list_per_page = 50

    @admin.display(boolean=True)
    def is_pasted(self, job: Job) -> bool:
        """Whether it belongs to one person."""
        return job.person_id is not None

    def get_fields(self, request: HttpRequest, obj: Job | None = None) -> tuple[str, ...]:
        """Return the fields of a posting; without its words when a person pasted it."""
        is_open = obj is None or obj.person_id is None
        return (*OPEN_FIELDS, *STATED_FIELDS, *FOUND_FIELDS) if is_open else (*STATED_FIELDS, *FOUND_FIELDS)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Postings come from sources and files, where they are read."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Job | None = None) -> bool:
        """Let staff correct what is everybody's."""
        return (obj is None or obj.person_id is None) and super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Job, form: object, change: bool) -> None:
        """Read a corrected posting again."""
        posting = fill(obj, draft_of(obj))
        obj.save()
        index(obj, posting)

    def has_delete_permission(self, request: HttpRequest, obj: Job | None = None) -> bool:
        """Postings are closed, not deleted: somebody may have kept them."""
        return False


@admin.register(Asked)
class AskedAdmin(ReadOnlyAdmin[Asked]):
    """Which skills postings ask for."""

    list_display = ("skill", "job", "weight")
    search_fields = ("=skill",)
    list_select_related = ("job",)


@admin.register(Interest)
class InterestAdmin(OwnedAdmin[Interest]):
    """What people saved and hid."""

    list_display = ("__str__", "person", "job", "state", "reason", "changed_at")
    list_filter = ("state", "reason")


@admin.register(Weights)
class WeightsAdmin(OwnedAdmin[Weights]):
    """How people weigh the parts."""

    list_display = ("__str__", "person", "skills", "role", "values", "interests", "place", "pay")


@admin.register(Ranking)
class RankingAdmin(OwnedAdmin[Ranking]):
    """Orders that were made, and what they rest on."""

    list_display = ("__str__", "person", "count", "facts_stamp", "weights_stamp", "algorithm", "made_at")

    @admin.display(description="postings")
    def count(self, ranking: Ranking) -> int:
        """How many postings it holds."""
        return len(ranking.entries)


@admin.register(Application)
class ApplicationAdmin(OwnedAdmin[Application]):
    """Applications by stage."""

    list_display = ("__str__", "person", "stage", "is_enclosed", "applied_at", "changed_at")
    list_filter = ("stage",)

    @admin.display(boolean=True, description="with a résumé")
    def is_enclosed(self, application: Application) -> bool:
        """Whether a version went along."""
        return application.enclosure_version is not None


@admin.register(ApplicationEvent)
class ApplicationEventAdmin(OwnedAdmin[ApplicationEvent]):
    """What happened to applications."""

    list_display = ("__str__", "person", "application", "number", "change", "stage", "created_at")
    list_filter = ("stage", "change")
