"""The app's registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Registers the app."""

    name = "mosaic.people"
    label = "people"

    def ready(self) -> None:
        """Register what this app itself holds of a person, and what stays behind when they take everything."""
        from mosaic.people import consent, holdings, models, shares
        from mosaic.people.archive import receipts, registry

        holdings.register(
            holdings.Holding("ai_receipts", _("AI receipts"), lambda person: consent.receipts_of(person).count())
        )
        holdings.register(
            holdings.Holding("shares", _("links to share"), lambda person: shares.shares_of(person).count())
        )
        registry.leave_out(models.Session, "a secret of one device; an import begins with its own")
        registry.leave_out(models.RepeatableAnswer, "what a request was answered, for a day; it may hold a secret")
        registry.leave_out(models.Newer, "goes along inside the rows and sections it was said of")
        registry.leave_out(models.RecoveryCode, "leads to this place only; a new place has its own code")
        registry.leave_out(models.Share, "a secret link to this place; it ends with it")
        registry.leave_out(models.ShareOpening, "when a link of this place was opened")
        registry.leave_out(models.ShareComment, "said beside a link of this place")
        receipts.register()
