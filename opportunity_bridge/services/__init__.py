"""What a person can do with postings: look, weigh, keep, put aside, paste, apply, follow up."""

from opportunity_bridge.services.applications import (
    AnotherUnderWay,
    Enclosure,
    StageRefused,
    apply,
    move_stage,
    set_notes,
    undo,
)
from opportunity_bridge.services.facts import tell
from opportunity_bridge.services.interests import hide, save, unsave
from opportunity_bridge.services.listing import Filters, Listing, Seen, listing, seen
from opportunity_bridge.services.postings import EmptyPosting, TooLong, TooShort, paste_posting
from opportunity_bridge.services.ranking import refresh_ranking
from opportunity_bridge.services.weights import NothingCounts, reset_weights, set_weights

__all__ = [
    "AnotherUnderWay",
    "EmptyPosting",
    "Enclosure",
    "Filters",
    "Listing",
    "NothingCounts",
    "Seen",
    "StageRefused",
    "TooLong",
    "TooShort",
    "apply",
    "hide",
    "listing",
    "move_stage",
    "paste_posting",
    "refresh_ranking",
    "reset_weights",
    "save",
    "seen",
    "set_notes",
    "set_weights",
    "tell",
    "undo",
    "unsave",
]
