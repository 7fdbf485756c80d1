"""Short ways to say what a résumé holds."""

from datetime import date

from mosaic.documents.model import Document, FileKind, Outcome
from mosaic.documents.resume.model import Education, Field, ParsedResume, Period, Work
from mosaic.documents.resume.parse import parse_resume

TODAY = date(2026, 11, 21)
HEAD = "Jane Weaver\njane.weaver@example.com\n\n"


def parsed(text: str, region: str = "") -> ParsedResume:
    """Parse a plain text."""
    return parse_resume(Document(FileKind.TEXT, Outcome.READ, text), today=TODAY, region=region)


def said(field: Field | None) -> str:
    """Return the value of a field, "" for none."""
    return field.value if field else ""


def when(period: Period) -> str:
    """Return a period as "2018-03/2020", "2018/now" or ""."""
    end = "now" if period.is_current else said(period.end)
    return f"{said(period.start)}/{end}" if period.start or end else ""


def job(work: Work) -> tuple[str, str, str, str]:
    """Return title, employer, place and period."""
    return said(work.title), said(work.employer), said(work.place), when(work.period)


def jobs(section: str, heading: str = "Experience") -> list[tuple[str, str, str, str]]:
    """Return the jobs of a work section."""
    return [job(work) for work in parsed(f"{HEAD}{heading}\n{section}").work]


def study(education: Education) -> tuple[str, str, str, str]:
    """Return kind of study, subject, school and period."""
    return said(education.study), said(education.area), said(education.institution), when(education.period)


def studies(section: str) -> list[tuple[str, str, str, str]]:
    """Return the entries of an education section."""
    return [study(education) for education in parsed(f"{HEAD}Education\n{section}").education]
