"""Sentences for what is known about a person and how strongly."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mosaic.facts.domain.kinds import FactKind, Polarity, Status
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


def kind_words(kind: FactKind) -> str:
    """Name a kind of facts, as a heading."""
    names = {
        FactKind.SKILL: _("skills"),
        FactKind.STRENGTH: _("strengths"),
        FactKind.VALUE: _("values"),
        FactKind.INTEREST: _("interests"),
        FactKind.GOAL: _("goals"),
        FactKind.ROLE: _("kinds of work"),
        FactKind.LEVEL: _("level"),
        FactKind.LOCATION: _("place"),
        FactKind.REMOTE: _("home or on site"),
        FactKind.PAY: _("pay"),
        FactKind.HOURS: _("hours"),
        FactKind.CONSTRAINT: _("tasks to keep away from"),
        FactKind.OBSTACLE: _("what stands in the way"),
        FactKind.EXPERIENCE: _("experience"),
        FactKind.EDUCATION: _("education"),
        FactKind.LICENCE: _("licences"),
        FactKind.LANGUAGE: _("languages"),
        FactKind.WORK_PERMISSION: _("permission to work"),
        FactKind.PREFERRED_NAME: _("name"),
        FactKind.INDUSTRY: _("fields of business"),
        FactKind.ENERGISER: _("what gives energy"),
        FactKind.NETWORK: _("people"),
        FactKind.RUNWAY: _("time and money"),
        FactKind.QUOTE: _("words worth keeping"),
    }
    return names[kind]


def status_words(status: Status) -> str:
    """Say what became of a fact."""
    names = {
        Status.SUGGESTED: _("read from your words"),
        Status.CONFIRMED: _("confirmed"),
        Status.EDITED: _("in your own words"),
        Status.REMOVED: _("left out"),
        Status.UNSUPPORTED: _("no longer supported"),
        Status.MERGED: _("joined with another"),
    }
    return names[status]
