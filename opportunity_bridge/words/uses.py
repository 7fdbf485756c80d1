"""Sentences for the kinds of facts that no fit rests on."""

from django.utils.translation import gettext as _

from mosaic.facts.domain.kinds import FactKind
from opportunity_bridge.domain.uses import Why


def unused_words(kind: FactKind, why: Why) -> str:
    """Say that a kind of fact does not change a fit, and why."""
    reasons = {
        Why.PRIVATE: _("%(kind)s: this is yours and no employer's business, so it counts nowhere."),
        Why.NOT_IN_POSTINGS: _("%(kind)s: postings do not speak of it in words that could be compared."),
        Why.NOT_COMPARABLE: _(
            "%(kind)s: the same work is found in many of them, so it counts neither for nor against."
        ),
        Why.ELSEWHERE: _("%(kind)s: kept for your own words and your résumé."),
    }
    return reasons[why] % {"kind": _kind_words(kind)}


def _kind_words(kind: FactKind) -> str:
    names = {
        FactKind.PREFERRED_NAME: _("The name you go by"),
        FactKind.OBSTACLE: _("What stands in your way"),
        FactKind.RUNWAY: _("How long your time and money last"),
        FactKind.NETWORK: _("The people you know"),
        FactKind.STRENGTH: _("What others say you are good at"),
        FactKind.ENERGISER: _("What gives you energy"),
        FactKind.INDUSTRY: _("Fields of business"),
        FactKind.QUOTE: _("Sentences worth keeping"),
    }
    return names[kind]
