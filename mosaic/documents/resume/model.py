"""What a résumé says, each scalar with the place in the text it was read from.

`value` is tidied (blanks, order of names, ISO dates, whole URLs); `text[start:end]` is what stands there.
Dates are as exact as the source and no more: "2018", "2018-03", "2018-03-01".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Section(StrEnum):
    HEADER = "header"
    CONTACT = "contact"
    SUMMARY = "summary"
    WORK = "work"
    EDUCATION = "education"
    SKILLS = "skills"
    LANGUAGES = "languages"
    CERTIFICATES = "certificates"
    PROJECTS = "projects"
    VOLUNTEERING = "volunteering"
    PUBLICATIONS = "publications"
    AWARDS = "awards"
    INTERESTS = "interests"
    REFERENCES = "references"
    OTHER = "other"


class Confidence(StrEnum):
    """How a section was recognised: by its heading or by what it says; `partial` lacks titles, employers or schools."""

    HEADED = "headed"
    IMPLIED = "implied"
    PARTIAL = "partial"
    ABSENT = "absent"


class WorkKind(StrEnum):
    JOB = "job"
    BREAK = "break"
    VOLUNTEER = "volunteer"


@dataclass(frozen=True, slots=True)
class Field:
    """A value and where it stands: `text[start:end]`."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """An address on the web; `network` is empty for a site of one's own."""

    url: Field
    network: str = ""
    username: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody lives. `country` is the ISO code of the country that stands there."""

    whole: Field
    address: Field | None = None
    postal_code: Field | None = None
    city: Field | None = None
    region: Field | None = None
    country: Field | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Who it is and how to reach them; `titles` are honorifics and post-nominals beside the name."""

    name: Field | None = None
    titles: tuple[Field, ...] = ()
    headline: Field | None = None
    emails: tuple[Field, ...] = ()
    phones: tuple[Field, ...] = ()
    links: tuple[Link, ...] = ()
    place: Place | None = None

    @property
    def email(self) -> Field | None:
        return self.emails[0] if self.emails else None

    @property
    def phone(self) -> Field | None:
        return self.phones[0] if self.phones else None


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when; one date of an education is its `end`."""

    start: Field | None = None
    end: Field | None = None
    is_current: bool = False
    duration: Field | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A job, a break or a voluntary role."""

    kind: WorkKind = WorkKind.JOB
    title: Field | None = None
    employer: Field | None = None
    place: Field | None = None
    period: Period = Period()
    description: Field | None = None
    bullets: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Education:
    """A course of study or a training."""

    institution: Field | None = None
    study: Field | None = None
    area: Field | None = None
    place: Field | None = None
    period: Period = Period()
    score: Field | None = None
    notes: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill as written; `id` is the lexicon's when it is known there, `evidence` what was said about it."""

    name: Field
    id: str = ""
    level: Field | None = None
    group: Field | None = None
    evidence: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its ISO code, with the fluency as written."""

    name: Field
    code: str
    fluency: Field | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate, licence or course; `id` is the lexicon's licence, if any."""

    name: Field
    issuer: Field | None = None
    date: Field | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    name: Field
    role: Field | None = None
    period: Period = Period()
    url: Field | None = None
    description: Field | None = None
    bullets: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A publication, award, interest or referee: a line and its date."""

    name: Field
    date: Field | None = None


@dataclass(frozen=True, slots=True)
class ParsedResume:
    """A résumé field by field; `unplaced` are the stretches of text that no field covers."""

    contact: Contact = Contact()
    summary: Field | None = None
    work: tuple[Work, ...] = ()
    education: tuple[Education, ...] = ()
    skills: tuple[Skill, ...] = ()
    languages: tuple[Language, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    projects: tuple[Project, ...] = ()
    volunteering: tuple[Work, ...] = ()
    publications: tuple[Mentioned, ...] = ()
    awards: tuple[Mentioned, ...] = ()
    interests: tuple[Mentioned, ...] = ()
    references: tuple[Mentioned, ...] = ()
    unplaced: tuple[tuple[int, int], ...] = ()
    confidence: Mapping[Section, Confidence] = field(default_factory=dict)
