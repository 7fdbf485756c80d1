"""What a posting asks for, as values that point into its text."""

from dataclasses import dataclass
from enum import StrEnum


class Ask(StrEnum):
    """How much something is asked for.

    A duty is what one would do, so it is asked for too. What is usual in the work that the title names, and
    not mentioned in the text, is asked for least firmly: its words are the title.
    """

    MUST = "must"
    DUTY = "duty"
    USUAL = "usual"
    NICE = "nice"


class Kind(StrEnum):
    """What a requirement is about."""

    SKILL = "skill"
    YEARS = "years"
    EDUCATION = "education"
    LICENCE = "licence"
    LANGUAGE = "language"
    PLACE = "place"
    HOURS = "hours"
    PERMISSION = "permission"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing asked for, in the words `text[start:end]`, or in those of the title when it is usual.

    `ids` are alternatives, any of which is enough: lexicon ids for skills, licences and education, ISO codes
    for languages, codes of `conditions` for place and hours. `amount` counts years, weekly hours or days;
    `level` is a CEFR level; `flexible` says that the posting itself names a way around it.
    """

    kind: Kind
    ask: Ask
    ids: tuple[str, ...]
    start: int
    end: int
    amount: float = 0
    level: str = ""
    flexible: bool = False


STRONGEST = {Ask.MUST: 0, Ask.DUTY: 1, Ask.NICE: 2, Ask.USUAL: 3}
