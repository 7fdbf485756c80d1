"""Words of the weekly check-in."""

from django.utils.translation import gettext as _

from wimd.domain.checkins import Energy


def energy_words(energy: int) -> str:
    """Return what a level of energy is called."""
    return {
        Energy.EMPTY: _("empty"),
        Energy.LITTLE: _("little"),
        Energy.SOME: _("some"),
        Energy.GOOD: _("good"),
        Energy.FULL: _("full"),
    }[Energy(energy)]
