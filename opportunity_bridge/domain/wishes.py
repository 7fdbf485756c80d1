"""What somebody said about the circumstances of work, read from their facts into values that compare.

A fact is read by its lexicon id when it has one and by the words of its label otherwise. Words that cannot
be read leave the matter unknown.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from mosaic.facts.domain.hours import LEAST, MOST
from mosaic.facts.domain.pay import FLOOR
from mosaic.facts.domain.places import CODES, MOVING
from mosaic.facts.domain.profile import Known, Profile
from mosaic.facts.domain.remote import ONLY
from mosaic.facts.domain.times import RULED_OUT_BY, TIMES
from mosaic.lexicon.entries import Rung
from mosaic.lexicon.phrases import Finder
from mosaic.lexicon.places import near_in, place
from mosaic.lexicon.store import lexicon
from opportunity_bridge.domain.circumstances import FULL_WEEK, Remote, weekly_hours
from opportunity_bridge.domain.languages import language_codes
from opportunity_bridge.domain.numbers import NUMBER, value_of
from opportunity_bridge.domain.pay import Pay
from opportunity_bridge.domain.pay_words import pay_in
from opportunity_bridge.domain.places import Place, place_of
from opportunity_bridge.domain.pull import drawn_to, headed_for, kept_from, role_years_of, skill_years_of
from opportunity_bridge.domain.titles import level_in

LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")

_ONLY = re.compile(r"\bonly\b|\bnot otherwise\b|\bno office\b", re.IGNORECASE)
_HOME = re.compile(r"\bremote\b|\bhome\b", re.IGNORECASE)
_HYBRID = re.compile(r"\bhybrid\b|\bsome days\b|\bpartly\b|\bdays? (?:a|per) week\b|\bmix\b", re.IGNORECASE)
_ONSITE = re.compile(r"\bon[- ]?site\b|\bin person\b|\bamong people\b|\bnot from home\b|\bworkplace\b", re.IGNORECASE)
_ANY = re.compile(r"\bany(?:where)?\b|\bdoes not matter\b|\bopen\b|\beither\b", re.IGNORECASE)
_FLOOR = re.compile(r"\bat least\b|\bminimum\b|\bno(?:t)? (?:less|below|under)\b|\bneed\b|\bfloor\b", re.IGNORECASE)
_YEARS = re.compile(rf"\b({NUMBER}) years?\b", re.IGNORECASE)
_SPAN = re.compile(r"\b((?:19|20)\d\d)\s*(?:-|–|—|to|until)\s*((?:19|20)\d\d)\b")
LONGEST_CAREER = 60
_NOT = re.compile(r"\b(?:no|not|never|without|avoid)\b[^.;]*$", re.IGNORECASE)
_PART = re.compile(r"\bpart[- ]?time\b|\bschool hours\b|\bhalf days?\b|\bmornings only\b", re.IGNORECASE)
_FULL = re.compile(r"\bfull[- ]?time\b", re.IGNORECASE)
_UNWANTED = {
    "nights": re.compile(r"\bnights?\b", re.IGNORECASE),
    "weekends": re.compile(r"\bweekends?\b|\bsaturdays?\b|\bsundays?\b", re.IGNORECASE),
    "evenings": re.compile(r"\bevenings?\b|\blate shifts?\b", re.IGNORECASE),
    "shifts": re.compile(r"\b(?:rotating|changing|alternating) shifts?\b|\bshift work\b|\bshifts\b", re.IGNORECASE),
    "on-call": re.compile(r"\bon[- ]call\b|\bstandby\b", re.IGNORECASE),
}
_ALWAYS_UNWANTED = {
    "weekends": re.compile(r"\bweekends? (?:off|free)\b|\bmonday to friday\b|\bweekdays\b", re.IGNORECASE),
    "evenings": re.compile(r"\bevenings? (?:off|free)\b|\bschool hours\b|\bhome for dinner\b", re.IGNORECASE),
    "nights": re.compile(
        r"\bday(?:time)? (?:hours|shifts?|work)(?: only)?\b|\bdays only\b|\bschool hours\b", re.IGNORECASE
    ),
}


@dataclass(frozen=True, slots=True)
class Wishes:
    """Circumstances somebody named; an empty part is unknown."""

    places: tuple[tuple[Place, Known], ...] = ()
    remote: tuple[tuple[frozenset[Remote], bool, Known], ...] = ()
    pay: tuple[tuple[Pay, bool, Known], ...] = ()
    most_hours: tuple[tuple[float, Known], ...] = ()
    unwanted: tuple[tuple[str, Known], ...] = ()
    languages: tuple[tuple[str, str, Known], ...] = ()
    education: tuple[tuple[Rung, Known], ...] = ()
    years: tuple[tuple[str, float, Known], ...] = ()
    level: tuple[tuple[Rung, Known], ...] = ()
    skill_years: tuple[tuple[str, float, Known], ...] = ()
    headed_for: tuple[tuple[str, Known], ...] = ()
    drawn_to: tuple[tuple[str, Known], ...] = ()
    kept_from: tuple[tuple[str, Known], ...] = ()
    stays: tuple[Known, ...] = ()


def wishes_of(profile: Profile, region: str = "") -> Wishes:
    """Read the circumstances of a profile; `region` is the ISO code of the country somebody said they are in."""
    return Wishes(
        places=_places(profile, region),
        remote=(*_wanted_forms(profile), *_left_forms(profile)),
        pay=tuple((pay, _is_floor(fact), fact) for fact in profile.pay if (pay := _pay(fact, profile, region))),
        most_hours=tuple((most, fact) for fact in profile.hours if (most := _most_hours(fact))),
        unwanted=(*_unwanted_times(profile), *((code, fact) for fact in profile.hours for code in _unwanted(fact))),
        languages=tuple((code, level, fact) for fact in profile.languages for code, level in _language(fact)),
        education=tuple((rung, fact) for fact in profile.education if (rung := _rung(fact))),
        years=(
            *((fact.lexicon_id, years, fact) for fact in profile.roles if (years := _years(fact))),
            *role_years_of(profile),
        ),
        level=tuple((rung, fact) for fact in (*profile.level, *profile.roles) if (rung := _level(fact))),
        skill_years=tuple(skill_years_of(profile)),
        headed_for=headed_for(profile),
        drawn_to=drawn_to(profile),
        kept_from=kept_from(profile),
        stays=tuple(fact for fact in profile.location_avoided if fact.lexicon_id == MOVING),
    )


def _places(profile: Profile, region: str) -> tuple[tuple[Place, Known], ...]:
    """Return the places somebody wants; where they live when they name none and would not move.

    A place that is named for sure settles a name that several places have, else the country they are in.
    """
    wanted = [fact for fact in profile.location if fact.lexicon_id not in CODES]
    would_move = any(fact.lexicon_id == MOVING for fact in profile.location)
    facts = wanted or ([] if would_move else profile.home)
    near = near_in(fact.label for fact in (*facts, *profile.home)) or place(region.lower())
    return tuple((found, fact) for fact in facts if (found := place_of(fact.label, near)) != Place())


def _wanted_forms(profile: Profile) -> Iterable[tuple[frozenset[Remote], bool, Known]]:
    for fact in profile.remote:
        accepted = _remote(fact)
        if accepted:
            yield accepted, fact.aspect == ONLY or bool(_ONLY.search(fact.label)), fact


def _left_forms(profile: Profile) -> Iterable[tuple[frozenset[Remote], bool, Known]]:
    """Yield what is left where somebody rules a form of work out."""
    forms = frozenset((Remote.REMOTE, Remote.HYBRID, Remote.ONSITE))
    for fact in profile.remote_avoided:
        if fact.lexicon_id in forms:
            yield forms - {Remote(fact.lexicon_id)}, False, fact


def _is_floor(fact: Known) -> bool:
    return fact.aspect == FLOOR or bool(_FLOOR.search(fact.label))


def _unwanted_times(profile: Profile) -> Iterable[tuple[str, Known]]:
    """Yield the times somebody rules out by name or by naming the only ones that will do."""
    yield from ((fact.lexicon_id, fact) for fact in profile.hours_avoided if fact.lexicon_id)
    yield from ((code, fact) for fact in profile.hours for code in RULED_OUT_BY.get(fact.lexicon_id, ()))


def _remote(fact: Known) -> frozenset[Remote]:
    words = fact.lexicon_id or fact.label
    if _ANY.search(words):
        return frozenset((Remote.REMOTE, Remote.HYBRID, Remote.ONSITE))
    if _HYBRID.search(words):
        return frozenset((Remote.HYBRID, Remote.REMOTE))
    if _ONSITE.search(words):
        return frozenset((Remote.ONSITE, Remote.HYBRID))
    return frozenset((Remote.REMOTE,)) if _HOME.search(words) else frozenset()


def _pay(fact: Known, profile: Profile, region: str) -> Pay | None:
    near = place(region.lower())
    countries = [place_of(one.label, near).country for one in profile.location]
    return pay_in(fact.label, next(filter(None, countries), region))


def _most_hours(fact: Known) -> float:
    """Return the most hours a week somebody wants, or 0 when they do not say."""
    if fact.lexicon_id == MOST:
        return fact.amount
    if fact.lexicon_id == LEAST:
        return 0
    label = fact.label
    stated = weekly_hours(label)
    if stated:
        return stated[1]
    return FULL_WEEK - 1 if _PART.search(label) and not _FULL.search(label) else 0


def _unwanted(fact: Known) -> set[str]:
    """Return the times that the words of a label rule out; a code says it without them."""
    label = "" if fact.lexicon_id in TIMES else fact.label
    found = {code for code, pattern in _ALWAYS_UNWANTED.items() if pattern.search(label)}
    for code, pattern in _UNWANTED.items():
        match = pattern.search(label)
        if match and _NOT.search(label[: match.start()]):
            found.add(code)
    return found


def _language(fact: Known) -> list[tuple[str, str]]:
    codes = language_codes()
    level = next((one for one in LEVELS if fact.aspect == one or re.search(rf"\b{one}\b", fact.label)), "")
    if not level and re.search(r"\bnative\b|\bmother tongue\b|\bfluent\b", fact.label, re.IGNORECASE):
        level = "C2"
    if fact.lexicon_id in codes:
        return [(fact.lexicon_id, level)]
    named = (
        code for code, names in codes.items() for name in names if re.search(rf"\b{name}\b", fact.label, re.IGNORECASE)
    )
    return [(code, level) for code in named]


def _rung(fact: Known) -> Rung | None:
    ladder = lexicon().education
    if fact.lexicon_id in ladder:
        return ladder[fact.lexicon_id]
    return _highest(ladder[mention.id] for mention in _education_finder().find(fact.label))


def _years(fact: Known) -> float:
    """Return the most years a role's words name, as a number or as a span of calendar years."""
    quotes = fact.quotes
    if fact.amount:
        return fact.amount
    stated = [value_of(match.group(1)) for quote in quotes for match in _YEARS.finditer(quote)]
    spans = [float(match[2]) - float(match[1]) for quote in quotes for match in _SPAN.finditer(quote)]
    return max((years for years in (*stated, *spans) if 0 < years <= LONGEST_CAREER), default=0)


def _level(fact: Known) -> Rung | None:
    """Return the level a role's own name, or somebody's own word for it, stands on."""
    if fact.lexicon_id in lexicon().seniority:
        return lexicon().seniority[fact.lexicon_id]
    found = level_in(fact.label, [fact.lexicon_id] if fact.lexicon_id in lexicon().occupations else [])
    return lexicon().seniority[found] if found else None


def _highest(rungs: Iterable[Rung]) -> Rung | None:
    return max(rungs, key=lambda rung: rung.rank, default=None)


@cache
def _education_finder() -> Finder:
    return Finder(lexicon().education.values())
