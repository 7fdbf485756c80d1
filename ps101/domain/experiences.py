"""What somebody has done, paid or unpaid: when it was, and what their own words about it show.

The kind of an experience says how its skills were come by; whether it was paid is told and never counted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mosaic.facts.domain.found import Found, about_role, label_of
from mosaic.facts.domain.kinds import FactKind, How, Polarity
from mosaic.facts.domain.reading import read_own_words, read_resume

LONGEST_NAME, LONGEST_DID = 200, 5000
EARLIEST, LATEST = 1900, 2100
MONTHS = 12
# With fewer skills than this, two short questions ask for something that was done.
ENOUGH_SKILLS = 3
# The key these questions have beside the keys of prompts; no prompt can have it.
SIDE_QUESTIONS = "ask:experiences"
_MOMENT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2]))?")
# A telling of what was done holds no wishes: the hours and the place of an old job are not wanted ones.
SHOWN = frozenset(
    (FactKind.SKILL, FactKind.ROLE, FactKind.LICENCE, FactKind.EDUCATION, FactKind.LANGUAGE, FactKind.EXPERIENCE)
)


class Kind(StrEnum):
    """What sort of thing it was. Stored: never renamed."""

    JOB = "job"
    CARE = "care"
    VOLUNTEERING = "volunteering"
    BUSINESS = "business"
    TRAINING = "training"
    OTHER = "other"


HOW = {
    Kind.JOB: How.PAID,
    Kind.BUSINESS: How.PAID,
    Kind.CARE: How.UNPAID,
    Kind.VOLUNTEERING: How.UNPAID,
    Kind.TRAINING: How.TRAINED,
}
# Whoever learns a trade does not hold it yet.
HOLDS_A_ROLE = frozenset((Kind.JOB, Kind.BUSINESS, Kind.CARE, Kind.VOLUNTEERING))


class Unclear(StrEnum):
    """Why a field cannot be kept."""

    NOTHING = "nothing"
    TOO_LONG = "too_long"
    NO_MOMENT = "not_a_year_or_month"
    ENDED_BEFORE = "ended_before_it_began"
    STILL_ENDED = "ongoing_has_no_end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What somebody tells of one thing they have done. Moments are written `2019` or `2019-04`."""

    kind: Kind
    title: str
    place: str = ""
    began: str = ""
    ended: str = ""
    is_ongoing: bool = False
    did: str = ""

    @property
    def text(self) -> str:
        """The words that are read: what it was, then what was done."""
        return f"{self.title}\n\n{self.did}" if self.did else self.title

    @property
    def unclear(self) -> dict[str, Unclear]:
        """Return by field what keeps it from being kept; nothing when it can be."""
        found = dict(self._words_unclear())
        found |= {
            name: Unclear.NO_MOMENT
            for name, moment in (("began", self.began), ("ended", self.ended))
            if moment and not is_moment(moment)
        }
        if self.is_ongoing and self.ended:
            found.setdefault("ended", Unclear.STILL_ENDED)
        if not {"began", "ended"} & found.keys() and comes_before(self.ended, self.began):
            found["ended"] = Unclear.ENDED_BEFORE
        return found

    def _words_unclear(self) -> Iterator[tuple[str, Unclear]]:
        if not self.title:
            yield "title", Unclear.NOTHING
        longest = {"title": LONGEST_NAME, "place": LONGEST_NAME, "did": LONGEST_DID}
        yield from ((name, Unclear.TOO_LONG) for name, most in longest.items() if len(getattr(self, name)) > most)


def is_moment(words: str) -> bool:
    """Whether words are a year, or a year and a month: `2019`, `2019-04`."""
    match = _MOMENT.fullmatch(words)
    return bool(match and EARLIEST <= int(match["year"]) <= LATEST)


def comes_before(ended: str, began: str) -> bool:
    """Whether an end comes before its beginning; a month is only compared with a month."""
    if not ended or not began:
        return False
    exact = min(len(ended), len(began))
    return ended[:exact] < began[:exact]


def stretch_of(account: Account, today: date) -> tuple[float, int]:
    """Return how many years it took and its last calendar year; zeros where that is not said."""
    last = today.strftime("%Y-%m") if account.is_ongoing else account.ended
    until = int(last[:4]) if last else 0
    if not (account.began and last):
        return 0, until
    years = float(until - int(account.began[:4]))
    if len(account.began) > 4 and len(last) > 4:
        years = round(years + (int(last[5:7]) - int(account.began[5:7])) / MONTHS, 1)
    return max(years, 0), until


def read_account(account: Account, *, today: date) -> list[Found]:
    """Return what the words about an experience show; places are those in `account.text`."""
    years, until = stretch_of(account, today)
    read = [one for one in read_own_words(account.text, today=today) if one.kind in SHOWN]
    found = [_come_by(one, account.kind, until) for one in read]
    named = {one.lexicon_id for one in found if one.kind is FactKind.ROLE}
    titles = [one for one in _roles_in(account) if one.lexicon_id not in named]
    if years:
        found.append(_lasted(account, [*titles, *found], years, until))
    return sorted([*titles, *found], key=lambda one: (one.start, one.end, one.kind, one.label))


def _come_by(found: Found, kind: Kind, until: int) -> Found:
    """Let a skill be come by as the kind of the experience says, unless its words only come near to it."""
    if found.kind is not FactKind.SKILL or found.polarity is not Polarity.HAS or found.how is How.NEAR:
        return found
    how = found.how if found.how is How.TRAINED else HOW.get(kind, found.how)
    return replace(found, how=how, until=found.until or until)


def _roles_in(account: Account) -> Iterator[Found]:
    """Yield the occupation that the name of an experience is."""
    if account.kind in HOLDS_A_ROLE:
        found = (one for one in read_resume(account.title) if one.kind is FactKind.ROLE)
        yield from (one for one in found if one.polarity is Polarity.HAS)


def _lasted(account: Account, found: list[Found], years: float, until: int) -> Found:
    """Return how long it took, as years of the occupation its name is."""
    end = len(account.title)
    roles = (one for one in found if one.kind is FactKind.ROLE and one.polarity is Polarity.HAS and one.end <= end)
    role = next(roles, None)
    about = about_role(role.lexicon_id) if role else ""
    label = label_of(account.title) or account.title
    return Found(FactKind.EXPERIENCE, label, about, Polarity.HAS, 0, end, amount=years, until=until)
