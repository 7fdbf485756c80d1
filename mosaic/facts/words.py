"""Sentences for what is known about a person and how strongly."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mosaic.facts.domain.kinds import Polarity
from mosaic.facts.domain.strength import Ground, Strength


def remark_on(polarity: Polarity, strength: Strength | None) -> str:
    """Say what a label alone does not: that something is wanted, avoided or missing, or how strongly it is shown."""
    said = {
        Polarity.WANTS: _("you said you want this"),
        Polarity.AVOIDS: _("you said you want to keep away from this"),
        Polarity.LACKS: _("you said you do not have this; it never counts as having it"),
    }
    if polarity in said:
        return said[polarity]
    return strength_words(strength) if strength else ""


def strength_words(strength: Strength) -> str:
    """Say how strongly a skill is shown and why."""
    reasons = ", ".join(_ground_words(ground, amount) for ground, amount in strength.reasons)
    return _("shown %(level)d of 4: %(reasons)s") % {"level": strength.level, "reasons": reasons}


def _ground_words(ground: Ground, amount: float) -> str:
    if ground is Ground.YEARS:
        years = round(amount)
        return ngettext("%(years)d year", "%(years)d years", years) % {"years": years}
    words = {
        Ground.PAID: _("done at work"),
        Ground.UNPAID: _("done unpaid, which counts the same"),
        Ground.DONE: _("done"),
        Ground.TRAINED: _("learnt in training"),
        Ground.NAMED: _("named, not yet described"),
        Ground.NEAR: _("perhaps; your words are near to it and do not name it"),
        Ground.RESULT: _("with a number or a result"),
        Ground.LONG_AGO: _("last in %(year)d") % {"year": int(amount)},
    }
    return words[ground]
