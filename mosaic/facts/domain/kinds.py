"""What can be known about a person."""

from enum import StrEnum


class FactKind(StrEnum):
    """Kinds of facts. Stored: never renamed, only added to."""

    SKILL = "skill"
    STRENGTH = "strength"
    VALUE = "value"
    INTEREST = "interest"
    GOAL = "goal"
    ROLE = "role"
    LEVEL = "level"
    LOCATION = "location"
    REMOTE = "remote"
    PAY = "pay"
    HOURS = "hours"
    CONSTRAINT = "constraint"
    OBSTACLE = "obstacle"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    LICENCE = "licence"
    LANGUAGE = "language"
    WORK_PERMISSION = "work_permission"
    PREFERRED_NAME = "preferred_name"
    INDUSTRY = "industry"
    ENERGISER = "energiser"
    NETWORK = "network"
    RUNWAY = "runway"
    QUOTE = "quote"


class Polarity(StrEnum):
    """Whether a fact is about what is so, what is wanted, what is to be kept away, or what is said to be missing.

    What somebody lacks is known as well as what they have, and never counts as having it.
    """

    HAS = "has"
    WANTS = "wants"
    AVOIDS = "avoids"
    LACKS = "lacks"


class How(StrEnum):
    """How somebody comes to a skill, as far as the sentence says. Stored: never renamed, only added to."""

    PAID = "paid"
    UNPAID = "unpaid"
    DONE = "done"
    TRAINED = "trained"
    NAMED = "named"
    NEAR = "near"


class Status(StrEnum):
    """What became of a fact. `unsupported`: its words were taken away and nobody confirmed it.

    `merged`: its person said that it means the same as another, and that one speaks for both.
    """

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    REMOVED = "removed"
    UNSUPPORTED = "unsupported"
    MERGED = "merged"


# Kinds whose words hold more than their label: a level, a country, an amount.
WORDED = frozenset(
    (
        FactKind.EXPERIENCE, FactKind.EDUCATION, FactKind.LANGUAGE, FactKind.LOCATION, FactKind.REMOTE, FactKind.HOURS,
        FactKind.PAY, FactKind.WORK_PERMISSION,
    )
)  # fmt: skip
# Terms of which one holds at a time: what their person says of one takes the place of what was said before.
TERMS = frozenset(
    (
        FactKind.LOCATION, FactKind.REMOTE, FactKind.HOURS, FactKind.PAY, FactKind.LANGUAGE, FactKind.WORK_PERMISSION,
    )
)  # fmt: skip
STANDING = (Status.SUGGESTED, Status.CONFIRMED, Status.EDITED)
GONE = (Status.REMOVED, Status.UNSUPPORTED)
KEPT_WITHOUT_EVIDENCE = (Status.CONFIRMED, Status.EDITED, Status.REMOVED, Status.MERGED)
