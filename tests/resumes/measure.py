"""Counts what a parsed résumé gets right, field group by field group."""

from collections.abc import Sequence

import phonenumbers

from mosaic.documents.resume.model import Certificate, Education, Field, ParsedResume, Period, Work, WorkKind
from tests.resumes.layouts import shows_extras
from tests.resumes.tally import Found, Tally, compared, plain
from tests.resumes.truth import TrueEducation, TrueWork, Truth

GROUPS = (
    "contact",
    "title",
    "employer",
    "dates",
    "education",
    "skills",
    "languages",
    "certificates",
    "breaks",
    "volunteering",
)


def measured(truth: Truth, parsed: ParsedResume, layout: str) -> dict[str, Tally]:
    """Return a tally for each field group."""
    tallies = {group: Tally() for group in GROUPS}
    tallies["contact"] = _contact(truth, parsed)
    jobs = [work for work in parsed.work if work.kind is WorkKind.JOB]
    breaks = [work for work in parsed.work if work.kind is WorkKind.BREAK]
    _jobs([work for work in truth.work if work.kind == "job"], jobs, tallies)
    tallies["breaks"] = compared(
        [("break", plain(work.title)) for work in truth.work if work.kind == "break"],
        [("break", plain(work.title.value)) for work in breaks if work.title],
    )
    tallies["education"] = _education(
        truth.education, parsed.education, scores=layout not in {"table", "dates_left", "no_headings"}
    )
    tallies["skills"] = compared(
        (("skill", plain(skill)) for skill in truth.all_skills()),
        (("skill", plain(skill.name.value)) for skill in parsed.skills),
    )
    tallies["languages"] = _languages(truth, parsed, layout)
    tallies["certificates"] = _certificates(truth, parsed, layout)
    if shows_extras(layout):
        tallies["volunteering"] = compared(
            [("role", plain(f"{work.title} {work.employer}")) for work in truth.volunteering],
            [("role", plain(f"{_value(work.title)} {_value(work.employer)}")) for work in parsed.volunteering],
        )
    return tallies


def _value(field: Field | None) -> str:
    return field.value if field else ""


def _contact(truth: Truth, parsed: ParsedResume) -> Tally:
    contact = parsed.contact
    true = [
        ("name", plain(truth.real_name or truth.name)),
        ("email", truth.email.casefold()),
        ("phone", _phone(truth.phone, truth.region)),
        ("city", plain(truth.place.city)),
    ]
    true += [("link", link.casefold()) for link in truth.links]
    found: list[Found] = []
    if contact.name:
        found.append(("name", plain(contact.name.value)))
    found += [("email", email.value.casefold()) for email in contact.emails]
    found += [("phone", _phone(phone.value, truth.region)) for phone in contact.phones]
    if contact.place and contact.place.city:
        found.append(("city", plain(contact.place.city.value)))
    found += [
        ("link", link.url.value.casefold().removeprefix("https://").removeprefix("www.")) for link in contact.links
    ]
    return compared(true, found)


def _phone(literal: str, region: str) -> str:
    try:
        return phonenumbers.format_number(phonenumbers.parse(literal, region), phonenumbers.PhoneNumberFormat.E164)
    except phonenumbers.NumberParseException:
        return literal


def _jobs(true: Sequence[TrueWork], found: Sequence[Work], tallies: dict[str, Tally]) -> None:
    for one, other in _paired(true, found):
        for group, true_parts, found_parts in (
            (
                "title",
                [("title", plain(one.title))] if one else [],
                [("title", plain(other.title.value))] if other and other.title else [],
            ),
            (
                "employer",
                [("employer", plain(one.employer))] if one and one.employer else [],
                [("employer", plain(other.employer.value))] if other and other.employer else [],
            ),
            ("dates", _true_dates(one.start, one.end) if one else [], _found_dates(other.period) if other else []),
        ):
            tallies[group].add(compared(true_parts, found_parts))


def _paired(true: Sequence[TrueWork], found: Sequence[Work]) -> list[tuple[TrueWork | None, Work | None]]:
    """Pair entries that have most in common; what stays alone is missed or wrong."""
    scored = sorted(
        ((_likeness(one, other), -abs(i - j), i, j) for i, one in enumerate(true) for j, other in enumerate(found)),
        reverse=True,
    )
    pairs: list[tuple[TrueWork | None, Work | None]] = []
    used_true: set[int] = set()
    used_found: set[int] = set()
    for likeness, _, i, j in scored:
        if likeness > 0 and i not in used_true and j not in used_found:
            pairs.append((true[i], found[j]))
            used_true.add(i)
            used_found.add(j)
    pairs += [(one, None) for i, one in enumerate(true) if i not in used_true]
    return pairs + [(None, other) for j, other in enumerate(found) if j not in used_found]


def _likeness(one: TrueWork, other: Work) -> int:
    score = 2 * (plain(one.title) == plain(_value(other.title))) + 2 * (
        plain(one.employer) == plain(_value(other.employer))
    )
    return score + len(set(_true_dates(one.start, one.end)) & set(_found_dates(other.period)))


def _true_dates(start: str, end: str) -> list[Found]:
    return [(kind, value) for kind, value in (("start", start), ("end", end)) if value]


def _found_dates(period: Period) -> list[Found]:
    found = [("start", period.start.value)] if period.start else []
    if period.is_current:
        return [*found, ("end", "present")]
    return [*found, ("end", period.end.value)] if period.end else found


def _education(true: Sequence[TrueEducation], found: Sequence[Education], *, scores: bool) -> Tally:
    wanted: list[Found] = []
    for one in true:
        wanted += [
            ("school", plain(one.institution)),
            ("study", plain(f"{one.study} {one.area}")),
            *_true_dates(one.start, one.end),
        ]
        wanted += [("score", plain(one.score))] if one.score and scores else []
    got: list[Found] = []
    for other in found:
        got += [("school", plain(_value(other.institution)))] if other.institution else []
        got += [("study", plain(f"{_value(other.study)} {_value(other.area)}"))] if other.study else []
        got += _found_dates(other.period)
        got += [("score", plain(other.score.value))] if other.score and scores else []
    return compared(wanted, got)


def _languages(truth: Truth, parsed: ParsedResume, layout: str) -> Tally:
    true = [("language", plain(each.name)) for each in truth.languages] + [
        ("fluency", plain(each.fluency)) for each in truth.languages if each.fluency
    ]
    found = [("language", plain(each.name.value)) for each in parsed.languages]
    return compared(true, found + [("fluency", plain(each.fluency.value)) for each in parsed.languages if each.fluency])


def _certificates(truth: Truth, parsed: ParsedResume, layout: str) -> Tally:
    if not shows_extras(layout):
        return Tally()
    true = [
        part
        for each in truth.certificates
        for part in (("name", plain(each.name)), ("issuer", plain(each.issuer)), ("date", each.date))
        if part[1]
    ]
    return compared(true, [part for each in parsed.certificates for part in _certificate(each)])


def _certificate(each: Certificate) -> list[Found]:
    parts = [("name", plain(each.name.value)), ("issuer", plain(_value(each.issuer))), ("date", _value(each.date))]
    return [part for part in parts if part[1]]
