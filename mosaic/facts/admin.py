"""Facts and their evidence, as staff see them: kinds and states."""

from django.contrib import admin

from mosaic.facts.models import Evidence, Fact
from mosaic.people.admin import OwnedAdmin


@admin.register(Fact)
class FactAdmin(OwnedAdmin[Fact]):
    """What is known about people."""

    list_display = ("__str__", "person", "kind", "polarity", "status", "lexicon_id", "created_at")
    list_filter = ("kind", "status", "polarity")


@admin.register(Evidence)
class EvidenceAdmin(OwnedAdmin[Evidence]):
    """The words facts stand on."""

    list_display = ("__str__", "person", "source_kind", "created_at")
    list_filter = ("source_kind",)
