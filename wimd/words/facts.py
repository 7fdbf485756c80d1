"""Words of the list of facts and its forms."""

from django.utils.translation import gettext_lazy as _

from mosaic.facts.domain.kinds import Polarity
from wimd.domain.stated import Period, Remote

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
TOO_MANY = _("Up to ten lines, each up to 200 characters.")
NEEDS_CURRENCY = _("Choose the currency too; nothing is converted.")
NEEDS_AMOUNT = _("An amount is needed here, or leave all of it empty.")
NEEDS_WHERE = _("Say where: a country is enough.")
NEEDS_SIDE = _("Choose whether you have it, or leave both empty.")
PERIODS = {
    Period.HOUR: _("an hour"),
    Period.DAY: _("a day"),
    Period.WEEK: _("a week"),
    Period.MONTH: _("a month"),
    Period.YEAR: _("a year"),
}
REMOTES = {
    Remote.ONLY: _("from home only"),
    Remote.REMOTE: _("from home is best"),
    Remote.HYBRID: _("some days at home"),
    Remote.ONSITE: _("among people, on site"),
}
PERMISSIONS = {"has": _("I have it in"), "lacks": _("I do not have it in")}
