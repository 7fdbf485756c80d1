"""How long somebody did something: “for three years”, “since 2015”, “over a decade”, “2009–2014”, “fifteen yrs”.

The years belong to the role of the clause, or to the skill named nearest to them. Ages, waits and leases are no
experience.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mosaic.documents.resume.date_atoms import Habits
from mosaic.documents.resume.dates import periods_in
from mosaic.documents.resume.model import Period
from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.found import Found, about_role, about_skill, found_in
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.hints import hint
from mosaic.lexicon.numbers import SPOKEN_NUMBER, value_of
from mosaic.lexicon.phrases import occupation_finder, skill_finder

LONGEST_CAREER = 60
MONTHS = 12
DECADE = 10

_STRETCH = re.compile(
    rf"\b(?P<number>{SPOKEN_NUMBER})(?P<half> and a half)?\s*(?:\+|plus|odd|full|good|long|solid|happy|hard)?[\s-]*"
    r"(?P<unit>years?|yrs?|yr|decades?|months?|mths?)\b['’]?",
    re.IGNORECASE,
)
_NOT_WORK = re.compile(
    r"\b(?:lived|live|living (?:in|with|at|here|there)|married|divorced|widowed|together|known|waited|waiting|unemployed|out of work|off sick|sober|clean|"
    r"retired|rented|mortgage|lease|guarantee|warranty|prison|sentence|contract|course|college|uni|university|degree|visa|aged?|i am|i['’]m|will be|turn(?:ed|ing)?)\b[^,;]*$",
    re.IGNORECASE,
)
_NOT_SPENT = re.compile(
    r"\b(?:in|within|every|next|coming|another|about to be|nearly|almost|than)\s+(?:the next |about |another |a further )?$|[£€$]\s?$|\bfor the next\s+$",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"\b(?:nearly|almost|about|around|over|roughly|more than)\s+$", re.IGNORECASE
)  # before a number these only say that it is not exact
# “600 invoices a month” and “a long year” are no length of work; “for a year” is.
_A_MONTH = re.compile(r"^an?$", re.IGNORECASE)
_FOR_A = re.compile(r"\b(?:for|spent|after|nearly|almost|over|did|part of)\s+(?:just |about |over )?$", re.IGNORECASE)
_NOT_AFTER = re.compile(
    r"^\s*(?:old|ago|younger|older|time\b|from now|to go|left|later|before I|of age|until retirement)", re.IGNORECASE
)
_CUE_BEFORE = re.compile(
    r"\b(?:best part of|going on|nigh on|for|spent|did|after|have|had|got|with|been|about|over|nearly|almost|around|than|past|last|least|ve|my)\s+(?:(?:the|about|over|nearly|almost|around|roughly|last|past|at least|more than|well over|just over|just under|a good)\s+)*$",
    re.IGNORECASE,
)
_CUE_AFTER = re.compile(
    r"^\s*(?:of|as|in|at|on|with|behind|doing|running|experience|exp\b|under|teaching|working|\w+ing\b)", re.IGNORECASE
)


YEARS = hint(r".*[0-9].*|.*(?:year|yr|decade|month|mth).*")
_MAY_BE_A_YEAR = re.compile(r"\d\d")
_THEN = re.compile(
    rf"\bthen (?:another |a further )?(?P<number>{SPOKEN_NUMBER})\s+(?=(?:in|as|at|on|with)\b|\w+ing\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length of time at words[start:end], in years; `until` is its last calendar year, 0 when unsaid."""

    years: float
    until: int
    start: int
    end: int


def experience_in(clauses: Sequence[Clause], named: Sequence[Found], today: date | None) -> Iterator[Found]:
    """Yield each length of time with what was done in it. `named` are the roles and skills found in the text.

    Without `today`, “since 2015” has no length.
    """
    by_start: defaultdict[int, list[Found]] = defaultdict(list)
    for one in named:
        if one.kind in (FactKind.ROLE, FactKind.SKILL) and one.polarity is Polarity.HAS:
            by_start[one.start].append(one)
    for clause in clauses:
        if not clause.hints & YEARS:
            continue
        own = by_start.get(clause.start, [])
        stretches = stretches_in(clause.words, today, is_about_work=bool(own))
        for place, stretch in enumerate(stretches):
            # Each length of time has the words up to the next one, so that two in a sentence stay two.
            first = stretches[place - 1].end if place else 0
            last = stretches[place + 1].start if place + 1 < len(stretches) else len(clause.words)
            about = _nearest(clause, stretch, (first, last), own)
            yield found_in(
                clause, FactKind.EXPERIENCE, clause.words[first:last], Polarity.HAS,
                lexicon_id=about, amount=stretch.years, until=stretch.until,
            )  # fmt: skip


def stretches_in(words: str, today: date | None, *, is_about_work: bool) -> list[Stretch]:
    """Return the lengths of time that a clause says were spent at work."""
    found = [one for one in _spans(words, today) if not _NOT_WORK.search(words[: one.start])]
    for match in _STRETCH.finditer(words):
        before, after = words[: match.start()], words[match.end() :]
        overlaps = any(one.start < match.end() and match.start() < one.end for one in found)
        if not overlaps and _is_spent(match["number"], before, after, is_about_work=is_about_work):
            found.append(Stretch(_length(match), 0, match.start(), match.end()))
    then = _THEN.search(words)
    if then and found:
        # “Ten years in the Navy, then six driving a bus”: the unit is said once.
        found.append(Stretch(value_of(then["number"]), 0, then.start(), then.end()))
    return sorted((one for one in found if 0 < one.years <= LONGEST_CAREER), key=lambda one: one.start)


def _is_spent(number: str, before: str, after: str, *, is_about_work: bool) -> bool:
    near = _SPENT.sub("", before)
    if _A_MONTH.search(number) and not _FOR_A.search(before):
        return False
    if _NOT_WORK.search(before) or _NOT_SPENT.search(near) or _NOT_AFTER.match(after):
        return False
    return is_about_work or bool(_CUE_BEFORE.search(before) or _CUE_AFTER.match(after))


def _length(match: re.Match[str]) -> float:
    number = value_of(match["number"]) + (0.5 if match["half"] else 0)
    unit = match["unit"].casefold()
    if unit.startswith("m"):
        return round(number / MONTHS, 1)
    return number * DECADE if unit.startswith("d") else number


def _spans(words: str, today: date | None) -> Iterator[Stretch]:
    """Yield spans of calendar years. They are read as in a résumé; the clock is only needed for those still open."""
    # Letters that stand for several, as ½ does, are left to the reader of dates.
    if words.isascii() and not _MAY_BE_A_YEAR.search(words):
        return
    for dated in periods_in(words, 0, Habits(today or date(2100, 1, 1))):
        if dated.period.start and not dated.is_single:
            yield Stretch(*years_of(dated.period, today), dated.start, dated.end)


def years_of(period: Period, today: date | None) -> tuple[float, int]:
    """Return the length of a period in years and its last calendar year; zeros where it does not say."""
    if period.start is None or not (period.end or (period.is_current and today)):
        return 0, 0
    last = period.end.value if period.end else today.isoformat() if today else ""
    return _between(period.start.value, last), int(last[:4])


def together(stretches: Iterable[tuple[float, int]]) -> float:
    """Return the years that (length, last calendar year) pairs make up; what overlaps counts once.

    A length whose years are unknown may be told of the same time, so the longest of these is compared, not added.
    """
    rows = list(stretches)
    total, reached = 0.0, 0.0
    for first, last in sorted((until - years, until) for years, until in rows if until and years):
        total += max(0.0, last - max(first, reached))
        reached = max(reached, last)
    return max([round(total, 1), *(years for years, until in rows if not until)])


def _between(first: str, last: str) -> float:
    """Return the years from one date to another; months count only where both name one."""
    years = int(last[:4]) - int(first[:4])
    if len(first) >= 7 and len(last) >= 7:
        return round(years + (int(last[5:7]) - int(first[5:7])) / MONTHS, 1)
    return float(years)


def _nearest(clause: Clause, stretch: Stretch, within: tuple[int, int], own: Sequence[Found]) -> str:
    """Return what the time was spent on: the clause's own role, else its nearest skill, else nothing."""
    for kind, about, finder in (
        (FactKind.ROLE, about_role, occupation_finder()),
        (FactKind.SKILL, about_skill, skill_finder()),
    ):
        ids = {one.lexicon_id for one in own if one.kind is kind}
        places = [
            (min(abs(one.start - stretch.end), abs(stretch.start - one.end)), one.id)
            for one in finder.find(clause.words)
            if one.id in ids and within[0] <= one.start and one.end <= within[1]
        ]
        if places:
            return about(min(places)[1])
    return ""
