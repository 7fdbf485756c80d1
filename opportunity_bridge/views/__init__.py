"""The bridge's pages."""

from opportunity_bridge.views.applications import application, applications, move, move_one, notes, undo
from opportunity_bridge.views.opportunities import (
    detail,
    hide,
    occupations,
    opportunities,
    paste,
    save,
    saved,
    tell,
    unsave,
    weights,
)

__all__ = [
    "application",
    "applications",
    "detail",
    "hide",
    "move",
    "move_one",
    "notes",
    "occupations",
    "opportunities",
    "paste",
    "save",
    "saved",
    "tell",
    "undo",
    "unsave",
    "weights",
]
