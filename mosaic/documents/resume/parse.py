"""From a read document to a typed résumé. Plain rules; see `data/` for the words they know."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mosaic.documents.model import Document
from mosaic.documents.resume.certificates import certificates_in
from mosaic.documents.resume.contact import contact_of
from mosaic.documents.resume.date_atoms import habits_of
from mosaic.documents.resume.education import education_in
from mosaic.documents.resume.implied import implied_parts
from mosaic.documents.resume.lines import Line, lines_of
from mosaic.documents.resume.model import Confidence, Contact, ParsedResume, Section, WorkKind
from mosaic.documents.resume.names import NameFound, find_name
from mosaic.documents.resume.others import interests_in, mentioned_in, projects_in, summary_of
from mosaic.documents.resume.parts import Part, parts_of
from mosaic.documents.resume.places import is_town
from mosaic.documents.resume.reach import emails_in, hints_of, is_personal, links_in
from mosaic.documents.resume.skills import skills_in
from mosaic.documents.resume.source import Source
from mosaic.documents.resume.tongues import languages_in
from mosaic.documents.resume.unplaced import fields_of, unplaced_in
from mosaic.documents.resume.vocabulary import phrases
from mosaic.documents.resume.work import work_in

_MOST_HINTS = 6
_MOST_LINES = 3000
_MOST_IN_HEAD = 80
_HEADS = frozenset({Section.HEADER, Section.CONTACT})


def parse_resume(document: Document, *, today: date, region: str = "") -> ParsedResume:
    """Return what the document says as a résumé, field by field.

    `region` is the ISO code of the country that national phone numbers and 3/4/2018 are read for. Never raises.
    """
    source = Source(document.text, habits_of(document.text, today, region), region)
    lines = _unsigned(source, lines_of(document)[:_MOST_LINES])
    if not lines:
        return ParsedResume()
    name = _name(document, lines)
    parts = parts_of(lines, name.line if name else None, lambda line: bool(source.dates(line)))
    own = [line for part in parts if part.kind in _HEADS for line in part.lines]
    top = [line for part in parts if part.kind is Section.HEADER for line in part.lines]
    contact = contact_of(document, source, lines, name, own=_head_of(source, own, parts))
    headed = [part for part in parts if part.kind not in _HEADS]
    implied = implied_parts(source, _unheaded(top, contact), frozenset(part.kind for part in headed))
    parsed = _filled(source, contact, [*headed, *implied])
    return replace(
        parsed, unplaced=unplaced_in(document.text, lines, parts, parsed), confidence=_confidence(parsed, headed)
    )


def _unsigned(source: Source, lines: list[Line]) -> list[Line]:
    """Leave out the place and day at the very end, under which some countries sign."""
    if len(lines) > 3 and len(lines[-1].text) < 40:
        days = [dated for dated in source.dates(lines[-1]) if dated.period.end and len(dated.period.end.value) == 10]
        place = lines[-1].text[: days[0].start - lines[-1].start].strip(" ,.") if days and days[0].is_single else ""
        if (
            place
            and len(place.split()) <= 3
            and (is_town(place.removesuffix(" den").removesuffix(", le").strip(" ,")) or "," in lines[-1].text)
        ):
            return lines[:-1]
    return lines


def _name(document: Document, lines: Sequence[Line]) -> NameFound | None:
    hints: list[str] = []
    for line in lines:
        hints += [part for email in emails_in(document.text, line.start, line.end) for part in hints_of(email.value)]
        hints += [
            link.username for link in links_in(document.text, line.start, line.end, any_site=False) if link.username
        ]
        if len(hints) > _MOST_HINTS:
            break
    return find_name(lines, hints)


def _head_of(source: Source, own: list[Line], parts: Sequence[Part]) -> list[Line]:
    """Return the lines that may say who it is; without headings not those of the life that follows."""
    if any(part.kind in {Section.WORK, Section.EDUCATION, Section.SKILLS} for part in parts):
        return own[:_MOST_IN_HEAD]
    for index, line in enumerate(own):
        if index >= 2 and (line.bullet or any(not dated.is_single for dated in source.dates(line))):
            return own[: max(1, index)]
    return own[:14]


def _unheaded(own: Sequence[Line], contact: Contact) -> list[Line]:
    """Return the head's lines that say nothing about how to reach the person."""
    taken = list(fields_of(contact))
    left = [
        line
        for line in own
        if not any(line.start <= field.start < line.end or field.start <= line.start < field.end for field in taken)
    ]
    return [
        line for line in left if line.text not in phrases("names", "titles_of_document") and not is_personal(line.text)
    ]


def _filled(source: Source, contact: Contact, parts: Sequence[Part]) -> ParsedResume:
    def lines(*kinds: Section) -> list[Line]:
        return [line for part in parts if part.kind in kinds for line in part.lines]

    summaries = [part for part in parts if part.kind is Section.SUMMARY and part.lines]
    tongues = languages_in(source, lines(Section.LANGUAGES))
    listed = lines(Section.SKILLS) if tongues else lines(Section.SKILLS, Section.LANGUAGES)
    known = {language.code for language in tongues}
    tongues += [language for language in languages_in(source, listed, strict=True) if language.code not in known]
    return ParsedResume(
        contact=contact,
        summary=summary_of(source, summaries[0].lines) if summaries else None,
        work=tuple(work for part in _apart(parts, Section.WORK) for work in work_in(source, part)),
        education=tuple(each for part in _apart(parts, Section.EDUCATION) for each in education_in(source, part)),
        skills=tuple(skills_in(source, listed)),
        languages=tuple(tongues),
        certificates=tuple(certificates_in(source, lines(Section.CERTIFICATES))),
        projects=tuple(projects_in(source, lines(Section.PROJECTS))),
        volunteering=tuple(
            each for part in _apart(parts, Section.VOLUNTEERING) for each in work_in(source, part, WorkKind.VOLUNTEER)
        ),
        publications=tuple(mentioned_in(source, lines(Section.PUBLICATIONS))),
        awards=tuple(mentioned_in(source, lines(Section.AWARDS))),
        interests=tuple(interests_in(source, lines(Section.INTERESTS))),
        references=tuple(mentioned_in(source, lines(Section.REFERENCES))),
    )


def _apart(parts: Sequence[Part], kind: Section) -> list[list[Line]]:
    """Return the lines of each section of a kind; a section without a heading continues the one before."""
    found: list[list[Line]] = []
    for part in parts:
        if part.kind is kind:
            if found and part.heading is None and part.lines and found[-1] and part.lines[0].start >= found[-1][-1].end:
                found[-1].extend(part.lines)
            else:
                found.append(list(part.lines))
    return found


def _confidence(parsed: ParsedResume, headed: Sequence[Part]) -> dict[Section, Confidence]:
    names = {part.kind for part in headed if part.heading}
    found = {section: getattr(parsed, section.value) for section in Section if section not in _HEADS | {Section.OTHER}}
    result = {section: _code(section in names, value) for section, value in found.items()}
    result[Section.CONTACT] = Confidence.IMPLIED if parsed.contact.name else Confidence.ABSENT
    jobs = [work for work in parsed.work if work.kind is WorkKind.JOB]
    if any(not (work.title and work.employer) for work in jobs):
        result[Section.WORK] = Confidence.PARTIAL
    if any(not (education.institution and education.study) for education in parsed.education):
        result[Section.EDUCATION] = Confidence.PARTIAL
    return result


def _code(is_headed: bool, value: object) -> Confidence:
    if not value:
        return Confidence.ABSENT
    return Confidence.HEADED if is_headed else Confidence.IMPLIED
