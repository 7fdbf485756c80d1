"""Words of the list of facts and its forms."""

from django.utils.translation import gettext_lazy as _

from mosaic.facts.domain.kinds import Polarity

MEANT = {
    Polarity.HAS: _("it is so"),
    Polarity.WANTS: _("I want it"),
    Polarity.AVOIDS: _("I want to keep away from it"),
    Polarity.LACKS: _("I do not have it"),
}
NO_LABEL = _("A few words are enough, and some are needed.")
NO_KIND = _("Choose what it is about.")
NO_MEANING = _("Choose one of the list, or your own words.")
NOT_THE_SAME = _("Two facts can be joined when both are of one kind and neither is left out.")
NO_SUCH_NAME = _("Choose one of the names in the list.")
