"""Why a posting is not for somebody."""

from enum import StrEnum


class Reason(StrEnum):
    """Reasons. Stored: never renamed, only added to."""

    NONE = ""
    WORK = "work"
    PLACE = "place"
    PAY = "pay"
    HOURS = "hours"
    EMPLOYER = "employer"
    OTHER = "other"
