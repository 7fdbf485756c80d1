"""The app's registration with Django and with what the apps share."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OpportunityBridgeConfig(AppConfig):
    """Jobs, fit, applications."""

    name = "opportunity_bridge"
    verbose_name = "Opportunity Bridge"

    def ready(self) -> None:
        """Register what this app holds of a person."""
        from mosaic.journal import origins
        from mosaic.people import holdings
        from opportunity_bridge import archive, queries

        holdings.register(
            holdings.Holding("applications", _("applications"), lambda person: queries.applications_of(person).count())
        )
        holdings.register(
            holdings.Holding("saved_jobs", _("saved postings"), lambda person: queries.saved_jobs_of(person).count())
        )
        archive.register()
        origins.register(queries.names_of)
