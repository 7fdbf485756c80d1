"""A résumé out of text, with every word of it kept."""

from datetime import date
from typing import cast

from mosaic.documents.model import Document, FileKind, Outcome
from mosaic.documents.resume.json_resume import spans_of, to_json_resume
from mosaic.documents.resume.parse import parse_resume
from resume.domain.canonical import from_reading
from resume.domain.document import Sourced
from resume.domain.pointers import JSON


def read_text(text: str, *, today: date, region: str = "", upload_id: str = "") -> Sourced:
    """Return what a text says as a résumé; `upload_id` when it is a file's."""
    parsed = parse_resume(Document(kind=FileKind.TEXT, outcome=Outcome.READ, text=text), today=today, region=region)
    return from_reading(cast(JSON, to_json_resume(parsed)), spans_of(parsed), text, upload_id=upload_id)
