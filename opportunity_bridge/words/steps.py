"""Sentences for what somebody could do about a fit, and for what is left out of it."""

from django.utils.translation import gettext as _

from opportunity_bridge.domain.parts import Part
from opportunity_bridge.domain.raising import Effort, Side, Step
from opportunity_bridge.domain.requirements import Requirement
from opportunity_bridge.words.fit import name_of, part_words


def step_words(step: Step, need: Requirement) -> str:
    """Say what somebody could do about a requirement."""
    name = {"name": name_of(need)}
    match step:
        case Step.SAY:
            return _("Say whether you have: %(name)s") % name
        case Step.SHOW:
            return _("Write down one example of: %(name)s") % name
        case Step.LEARN:
            return _("Show or learn: %(name)s") % name


def effort_words(effort: Effort) -> str:
    """Say how long a step takes."""
    words = {
        Effort.ONE_CLICK: _("1 click"),
        Effort.TWO_HOURS: _("about 20 minutes"),
        Effort.WEEKS: _("20 minutes to show, longer to learn"),
    }
    return words[effort]


def silence_words(part: Part, side: Side) -> str:
    """Say why a part is left out of the sum."""
    name = {"part": part_words(part)}
    match side:
        case Side.PERSON:
            return _("You have not said anything about %(part)s.") % name
        case Side.POSTING:
            return _("The posting says nothing about %(part)s.") % name
        case Side.BOTH:
            return _("Neither you nor the posting says anything about %(part)s.") % name
        case Side.NEITHER:
            return _("What both sides say about %(part)s cannot be compared.") % name
