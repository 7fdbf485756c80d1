"""The app's registration with Django and with what the apps share."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResumeConfig(AppConfig):
    """Résumés and their versions."""

    name = "resume"
    verbose_name = "Résumé"

    def ready(self) -> None:
        """Register what this app holds of a person."""
        from mosaic.journal import origins
        from mosaic.people import holdings
        from resume import archive, queries

        holdings.register(
            holdings.Holding(
                "resume_versions", _("résumé versions"), lambda person: queries.versions_of(person).count()
            )
        )
        archive.register()
        origins.register(queries.names_of)
