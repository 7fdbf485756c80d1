"""Sentences about what came of a journey."""

from django.utils.translation import gettext as _

from ps101.domain.commitment import Doubt
from ps101.domain.experiments import NextMove
from ps101.domain.momentum import Effort


def next_move_words(move: str) -> str:
    """Say what somebody makes of what an experiment taught."""
    return {
        NextMove.CONTINUE: _("go on with it"),
        NextMove.PIVOT: _("try something different"),
        NextMove.ARCHIVE: _("put it away"),
    }[NextMove(move)]


def understood_words(name: str) -> str:
    """Name a list of what was understood."""
    return {
        "skills": _("skills"),
        "secret_powers": _("secret powers"),
        "passions": _("what gives you energy"),
        "values": _("what matters to you"),
        "goals": _("where you want to get"),
        "internal_obstacles": _("in the way, inside"),
        "external_obstacles": _("in the way, outside"),
    }[name]


def doubt_words(doubt: Doubt) -> str:
    """Say why a commitment is not kept as it was typed."""
    return {
        Doubt.NOTHING: _("A few words are needed here."),
        Doubt.DAY_PASSED: _("This day is over. Any day from today on will do."),
        Doubt.DAY_TOO_FAR: _("This day is more than three months away. A nearer one works better."),
    }[doubt]


def effort_words(effort: Effort) -> str:
    """Name a kind of step."""
    return {
        Effort.THOUGHT: _("days with answers"),
        Effort.PLANNED: _("days with a plan"),
        Effort.TRIED: _("experiments begun or looked back at"),
        Effort.DID: _("steps done"),
        Effort.SOUGHT: _("steps towards work"),
    }[effort]
