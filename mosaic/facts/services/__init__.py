"""Learning about a person from their words, and letting them correct it.

Every change raises the person's `facts_stamp`, so that everything derived from facts knows it is stale.
"""

from mosaic.facts.services.changing import UnknownName, confirm, edit, remove, rename, restore
from mosaic.facts.services.learning import Source, forget_source, learn, learn_together
from mosaic.facts.services.merging import NotTheSame, merge, split
from mosaic.facts.services.stating import add

__all__ = [
    "NotTheSame",
    "Source",
    "UnknownName",
    "add",
    "confirm",
    "edit",
    "forget_source",
    "learn",
    "learn_together",
    "merge",
    "remove",
    "rename",
    "restore",
    "split",
]
