"""Whether a read document is a résumé, and what stands in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mosaic.documents.model import Document
from mosaic.documents.resume.json_resume import Spans, spans_of, to_json_resume
from mosaic.documents.resume.model import WorkKind
from mosaic.documents.resume.parse import parse_resume

FEWEST_SECTIONS = 2
# Some thirty thousand words: no résumé is longer, and reading more of a made-up one would only take time.
LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class ReadResume:
    """A résumé as JSON Resume, and the place in the text of each value, by its path (`work/0/position`).

    `breaks` are the numbers of the entries of work that are time away from it.
    """

    document: Mapping[str, object]
    spans: Spans
    breaks: tuple[int, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Return the stored form."""
        return {"document": dict(self.document), "spans": self.spans, "breaks": list(self.breaks)}


def resume_in(document: Document, *, today: date, region: str = "") -> ReadResume | None:
    """Return the résumé a document holds, or None when it is something else."""
    if len(document.text) > LONGEST:
        return None
    parsed = parse_resume(document, today=today, region=region)
    sections = (parsed.work, parsed.education, parsed.skills, parsed.languages, parsed.certificates)
    has_contact = bool(parsed.contact.email or parsed.contact.phone)
    if sum(bool(section) for section in sections) + has_contact < FEWEST_SECTIONS:
        return None
    breaks = tuple(number for number, work in enumerate(parsed.work) if work.kind is WorkKind.BREAK)
    return ReadResume(to_json_resume(parsed), spans_of(parsed), breaks)
