"""From a pasted page to the words that are kept: what its data states written out as labelled lines, then its text.

Everything that is read later is read from these words, so each finding can be quoted from them, and reading them
again gives the same. The labels are in the language of the rules that read them.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping

from mosaic.documents.limits import MEBIBYTE, Limits
from mosaic.documents.model import BlockKind, Document, FileKind, Outcome
from mosaic.documents.reading import read_document
from opportunity_bridge.domain.jobdata import Node, job_data_in, object_of, words_of

Reader = Callable[[str], Document]

LIMITS = Limits(size=MEBIBYTE)
LONGEST_LINE = 200
ENOUGH_WORDS = 60
_PAGE = re.compile(r"<(?:!doctype html|html|head|body|script|article|main)\b", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|br|ul|ol|li|h[1-6]|table|tr|td|span|strong|section|a)\b[^>]{0,400}>", re.IGNORECASE)
_APPLYING = re.compile(r"\bappl(?:y|ication)\b|\binterested\b|\bsend (?:us )?your\b|\bdrop us\b", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:https?://|mailto:)", re.IGNORECASE)
_TYPES = {
    "FULL_TIME": "full-time", "PART_TIME": "part-time", "CONTRACTOR": "freelance contractor", "TEMPORARY": "temporary",
    "INTERN": "internship", "VOLUNTEER": "volunteer", "PER_DIEM": "casual, by the day",
}  # fmt: skip
_UNITS = {"HOUR": "hour", "DAY": "day", "WEEK": "week", "MONTH": "month", "YEAR": "year"}
_SECTIONS = (
    ("Responsibilities", "responsibilities"),
    ("Requirements", "qualifications"),
    ("Requirements", "skills"),
    ("Requirements", "experienceRequirements"),
    ("Requirements", "educationRequirements"),
    ("Benefits", "jobBenefits"),
    ("Benefits", "incentiveCompensation"),
)


def is_page(source: str) -> bool:
    """Whether pasted words are the source of a page, or the data of one."""
    begins = source.lstrip()[:2_000]
    if begins[:1] in ("{", "["):
        return job_data_in(source) is not None
    return bool(_PAGE.search(begins)) or len(_TAG.findall(source[:4_000])) >= 4


def read_here(page: str) -> Document:
    """Read a page in this process: for words one trusts. What people paste is read in a process of its own."""
    return read_document(page.encode(), FileKind.HTML, LIMITS)


def written_out(page: str, reader: Reader = read_here) -> str:
    """Return the words of a page; nothing when it has none."""
    data = job_data_in(page)
    is_data = page.lstrip()[:1] in ("{", "[")
    seen = Document(FileKind.HTML, Outcome.EMPTY) if is_data else reader(page)
    if data is None:
        return "\n\n".join(filter(None, [_body(seen), *_apply_line(seen, "")]))
    described = _told(words_of(data.get("description")), reader)
    body = described if _is_enough(described, seen.text) else _body(seen)
    lines = [*_facts(data), *_apply_line(seen, words_of(data.get("url")))]
    return "\n\n".join(filter(None, ["\n".join(lines), body, *_sections(data, body, reader)]))


def _is_enough(described: str, seen: str) -> bool:
    words = len(described.split())
    return words >= ENOUGH_WORDS or words * 2 >= len(seen.split())


def _told(words: str, reader: Reader) -> str:
    """Return a description as text, whether it came as text, as tags or as tags written as entities."""
    plain = html.unescape(words) if "&lt;" in words else words
    if not _TAG.search(plain):
        return html.unescape(plain).strip()
    return reader(f"<html><body>{plain}</body></html>").text


def _body(seen: Document) -> str:
    """Return a page's text from its only main heading on: what stands before it leads elsewhere."""
    headings = [block for block in seen.blocks if block.kind is BlockKind.HEADING]
    largest = [block for block in headings if block.size == max(one.size for one in headings)]
    if len(largest) == 1 and len(seen.text[largest[0].start :].split()) * 2 >= len(seen.text.split()):
        return seen.text[largest[0].start :].strip()
    return seen.text.strip()


def _facts(data: Node) -> Iterator[str]:
    stated = {
        "Job title": words_of(data.get("title")) or words_of(data.get("name")),
        "Employer": words_of(data.get("hiringOrganization")),
        "Location": _place(data),
        "Workplace": "remote" if "TELECOMMUTE" in words_of(data.get("jobLocationType")).upper() else "",
        "Pay": _pay(data),
        "Employment type": _types(words_of(data.get("employmentType"))),
        "Working hours": words_of(data.get("workHours")),
        "Date posted": words_of(data.get("datePosted"))[:10],
        "Closing date": words_of(data.get("validThrough"))[:10],
        "Start date": words_of(data.get("jobStartDate"))[:10],
    }
    for label, words in stated.items():
        line = " ".join(html.unescape(words).split())[:LONGEST_LINE]
        if line:
            yield f"{label}: {line}"


def _types(words: str) -> str:
    return ", ".join(_TYPES[one] for one in re.split(r"[,\s]+", words.upper().replace("-", "_")) if one in _TYPES)


def _place(data: Node) -> str:
    address = object_of(data.get("jobLocation")).get("address")
    if isinstance(address, Mapping):
        parts = [words_of(address.get(name)) for name in ("addressLocality", "addressRegion", "addressCountry")]
        found = ", ".join(dict.fromkeys(filter(None, parts)))
    else:
        found = words_of(address) or words_of(data.get("jobLocation"))
    return found or words_of(data.get("applicantLocationRequirements"))


def _pay(data: Node) -> str:
    """Return pay as a line such as “42000–48000 SEK per month”."""
    base = object_of(data.get("baseSalary")) or object_of(data.get("estimatedSalary"))
    value = base.get("value")
    inner = object_of(value) or base
    least, most = words_of(inner.get("minValue")), words_of(inner.get("maxValue"))
    amount = words_of(value) if isinstance(value, int | float | str) else words_of(inner.get("value"))
    stated = "–".join(dict.fromkeys(filter(None, (least or amount, most))))
    currency = words_of(base.get("currency")) or words_of(data.get("salaryCurrency")) or words_of(inner.get("currency"))
    unit = words_of(inner.get("unitText")) or words_of(base.get("unitText"))
    period = _UNITS.get(unit.upper().removesuffix("LY"), "")
    if not stated or not any(letter in "123456789" for letter in stated):
        return "" if object_of(data.get("baseSalary")) else words_of(data.get("baseSalary"))
    return " ".join(filter(None, [stated, currency, f"per {period}" if period else ""]))


def _apply_line(seen: Document, own: str) -> Iterator[str]:
    """Yield where to apply, when the page links to it and its words do not say."""
    asking = [link.url for link in seen.links if _APPLYING.search(seen.text[link.start : link.end])]
    mails = [link.url for link in seen.links if link.url.lower().startswith("mailto:")]
    for url in [one for one in (*asking, *mails, own) if _ADDRESS.match(one)][:1]:
        address = url.partition("?")[0].removeprefix("mailto:") if url.startswith("mailto:") else url
        if address not in seen.text and len(address) <= LONGEST_LINE:
            yield f"Apply: {address}"


def _sections(data: Node, body: str, reader: Reader) -> Iterator[str]:
    """Yield what the data says apart from its description, under headings."""
    for heading, name in _SECTIONS:
        words = _told(words_of(data.get(name)), reader)
        if len(words.split()) > 1 and " ".join(words.split())[:80] not in " ".join(body.split()):
            yield f"{heading}\n{words}" if "\n" in words or len(words) < LONGEST_LINE else f"{heading}:\n{words}"
