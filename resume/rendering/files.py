"""A résumé as a file: which formats there are, what each holds, and how the file is called."""

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import quote

from mosaic.lib.pdf import Paper
from resume.domain.pointers import JSON
from resume.rendering.pdf import to_pdf
from resume.rendering.sheet import lay_out
from resume.rendering.text import to_markdown, to_text
from resume.rendering.word import to_docx


class Format(StrEnum):
    """Formats of a file: their endings."""

    PDF = "pdf"
    DOCX = "docx"
    MARKDOWN = "md"
    TEXT = "txt"
    JSON = "json"


TYPES = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.MARKDOWN: "text/markdown; charset=utf-8",
    Format.TEXT: "text/plain; charset=utf-8",
    Format.JSON: "application/json",
}
FALLBACK_NAME = "resume"
LONGEST_NAME = 80
_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Made:
    """A file made of a document: its words, language, title, paper and moment."""

    document: JSON
    language: str
    title: str
    made_at: datetime
    paper: Paper = Paper.A4


def render(made: Made, file_format: Format) -> bytes:
    """Return the bytes of a file. Raises MissingGlyphs for a PDF that no font here can draw."""
    sheet = lay_out(made.document, made.language)
    match file_format:
        case Format.PDF:
            return to_pdf(sheet, made.document, title=made.title, paper=made.paper, made_at=made.made_at)
        case Format.DOCX:
            return to_docx(sheet, title=made.title, paper=made.paper, made_at=made.made_at)
        case Format.MARKDOWN:
            return to_markdown(sheet).encode()
        case Format.TEXT:
            return to_text(sheet).encode()
        case Format.JSON:
            return json.dumps(made.document, ensure_ascii=False, indent=2).encode() + b"\n"


def file_name(*parts: str, ending: str) -> str:
    """Return a name without blanks or signs that a file system minds."""
    joined = "-".join(_UNSAFE.sub("_", unicodedata.normalize("NFC", part)).strip("_.-") for part in parts if part)
    return f"{joined[:LONGEST_NAME].strip('_.-') or FALLBACK_NAME}.{ending}"


def disposition(name: str) -> str:
    """Return the header that names a download: in ASCII for old programs, in full for the others."""
    stem, _, ending = name.rpartition(".")
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    plain = re.sub(r"-{2,}", "-", re.sub(r"_{2,}", "_", plain)).strip("_.-") or FALLBACK_NAME
    return f"attachment; filename=\"{plain}.{ending}\"; filename*=UTF-8''{quote(name, safe='')}"
