"""What one entry of a résumé says about its person, whoever wrote it: the reader of the file or the person by hand.

An entry is told as a person would say it, “Shift supervisor, Nordhav Ltd (2014–2020)”. These words are the label of
the facts that stand on the entry as a whole, and the quote of one that was written by hand.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mosaic.documents.resume.model import Field, Period
from mosaic.documents.resume.tongues import language_at
from mosaic.facts.domain.clauses import own_clauses
from mosaic.facts.domain.education import education_in
from mosaic.facts.domain.found import Found, about_role, about_skill, label_of
from mosaic.facts.domain.kinds import FactKind, How, Polarity
from mosaic.facts.domain.languages import languages_in
from mosaic.facts.domain.reading import read_resume
from mosaic.facts.domain.years import LONGEST_CAREER, years_of
from mosaic.lexicon.phrases import Mention, licence_finder, skill_finder
from mosaic.lexicon.tongues import language_codes
from mosaic.lexicon.words import FILLERS, key_of, tokens_of

Values = Mapping[str, str]
FROM, TO = "startDate", "endDate"
JOBS = ("work", "volunteer")
# Told in brackets behind the rest.
BEHIND = (FROM, TO, "date", "fluency")
# The fields an entry is told by. Those of a skill or an interest are each a name of its own.
MAIN: Mapping[str, tuple[str, ...]] = {
    "work": ("position", "name", FROM, TO),
    "volunteer": ("position", "organization", FROM, TO),
    "education": ("studyType", "area", "institution", FROM, TO),
    "languages": ("language", "fluency"),
    "certificates": ("name", "issuer", "date"),
}
# What an entry as a whole stands for; a reading of the bare text sees the same less well.
WHOLE: Mapping[str, frozenset[FactKind]] = {
    "work": frozenset((FactKind.EXPERIENCE,)),
    "volunteer": frozenset((FactKind.EXPERIENCE,)),
    "education": frozenset((FactKind.EDUCATION,)),
    "languages": frozenset((FactKind.LANGUAGE,)),
}
TITLES = frozenset((FactKind.LICENCE, FactKind.ROLE))
NAMED = TITLES | {FactKind.SKILL}


def told_of(part: str, values: Values) -> str:
    """Return an entry in one line as its person would say it."""
    line = ", ".join(dict.fromkeys(values[key] for key in MAIN[part] if key not in BEHIND and values.get(key)))
    start, end = values.get(FROM, "")[:4], (values.get(TO) or values.get("date", ""))[:4]
    is_going_on = part in JOBS and bool(start) and not end
    behind = f"{start}–" if is_going_on else "–".join(dict.fromkeys(year for year in (start, end) if year))
    behind = behind or values.get("fluency", "")
    return f"{line} ({behind})" if line and behind else line or behind


def whole(part: str, values: Values, *, today: date) -> Found | None:
    """Return what an entry as a whole stands for: an experience, an education, a language."""
    teller = _TELLERS.get(part)
    found = teller(values, today) if teller else None
    return replace(found, label=label_of(told_of(part, values)) or found.label) if found else None


def named(part: str, values: Values, *, today: date) -> list[Found]:
    """Return what the name of an entry by hand says: the role of a job, the licence of a certificate."""
    if part in JOBS:
        return _titled(values, today)
    return _certified(values) if part == "certificates" else []


def listed_skill(name: str) -> list[Found]:
    """Return the skills a name stands for; one the lexicon does not know is a skill in its person's words."""
    known = [one for one in read_resume(name) if one.kind in (FactKind.SKILL, FactKind.LICENCE)]
    if known and _is_told_by(name, [*skill_finder().find(name), *licence_finder().find(name)]):
        return known
    return [*known, _plain(FactKind.SKILL, name, how=How.NAMED)]


def listed_interest(name: str) -> list[Found]:
    """Return the interest a name stands for."""
    skill = next((one.id for one in skill_finder().find(name)), "")
    return [_plain(FactKind.INTEREST, name, about_skill(skill))]


def preferred_name(name: str) -> list[Found]:
    """Return the name somebody goes by."""
    return [_plain(FactKind.PREFERRED_NAME, name)]


def _is_told_by(name: str, mentions: Sequence[Mention]) -> bool:
    """Whether the lexicon's words are most of a name; of “harpsichord tuning” it may know the tuning alone."""
    words = [token for token in tokens_of(name) if key_of(token.text) not in FILLERS]
    told = sum(any(one.start <= token.start < one.end for one in mentions) for token in words)
    return told * 2 > len(words) or not mentions


def _plain(kind: FactKind, words: str, lexicon_id: str = "", how: How | None = None) -> Found:
    return Found(kind, label_of(words), lexicon_id, Polarity.HAS, 0, len(words), how=how)


def _titled(values: Values, today: date) -> list[Found]:
    """Return the role of a job with its years, in the words of its title when the lexicon knows none, and its skills."""
    title = values.get("position", "")
    if not title:
        return []
    found = [one for one in read_resume(title, today=today) if one.kind in NAMED]
    if not any(one.kind is FactKind.ROLE for one in found):
        found.append(_plain(FactKind.ROLE, title))
    years, until = _length(values, today)
    return [replace(one, amount=years, until=until) if one.kind is FactKind.ROLE else one for one in found]


def _certified(values: Values) -> list[Found]:
    name = values.get("name", "")
    found = [one for one in read_resume(name) if one.kind in NAMED or one.kind is FactKind.EDUCATION] if name else []
    if name and not any(one.kind is FactKind.LICENCE for one in found):
        found.append(_plain(FactKind.LICENCE, name))
    return found


def _experience(values: Values, today: date) -> Found | None:
    title = values.get("position", "")
    if not (title or values.get("name") or values.get("organization")):
        return None
    role = next((one.lexicon_id for one in read_resume(title) if one.kind is FactKind.ROLE), "") if title else ""
    years, until = _length(values, today)
    return replace(_plain(FactKind.EXPERIENCE, title, about_role(role)), amount=years, until=until)


def _education(values: Values, today: date) -> Found | None:
    study = " ".join(values[key] for key in ("studyType", "area") if values.get(key))
    if not (study or values.get("institution")):
        return None
    words = study or values["institution"]
    rung = next((one.lexicon_id for one in education_in(own_clauses(words)) if one.polarity is Polarity.HAS), "")
    return _plain(FactKind.EDUCATION, words, rung)


def _language(values: Values, today: date) -> Found | None:
    name, fluency = values.get("language", ""), values.get("fluency", "")
    if not name:
        return None
    said = next(iter(languages_in(own_clauses(f"{name}: {fluency}" if fluency else name))), None)
    code = said.lexicon_id if said else language_at(name)
    found = _plain(FactKind.LANGUAGE, name, code if code in language_codes() else "")
    return replace(found, aspect=said.aspect if said else "")


def _length(values: Values, today: date) -> tuple[float, int]:
    """Return the years between the dates of an entry and the last calendar year, zeros where they do not say."""
    start, end = values.get(FROM, ""), values.get(TO, "")
    if not start:
        return 0, 0
    period = Period(Field(start, 0, 0), Field(end, 0, 0) if end else None, is_current=not end)
    years, until = years_of(period, today)
    return (years, until) if 0 < years <= LONGEST_CAREER else (0, 0)


_TELLERS: Mapping[str, Callable[[Values, date], Found | None]] = {
    "work": _experience,
    "volunteer": _experience,
    "education": _education,
    "languages": _language,
}
