"""What could be better in a résumé, as proposals. Nothing here is applied; a fix is a literal reduction."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from resume.domain.document import basics_of, items_of
from resume.domain.guard import Sources, unsupported_in
from resume.domain.pointers import JSON, join
from resume.domain.wording import reduced

NAME = "/basics/name"
ENTRIES = ("work", "volunteer", "projects")


class Suggested(StrEnum):
    """What is proposed. Stored nowhere; the words for it are in `resume.words`."""

    SHORTER = "shorter"
    NO_CONTACT = "no_contact"
    NO_DATES = "no_dates"
    NO_LINES = "no_lines"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One proposal: where, the words it is about, and a fix when there is one."""

    id: str
    what: Suggested
    pointer: str
    words: str = ""
    fix: str = ""


def suggestions(document: JSON, sources: Sources | None = None) -> tuple[Suggestion, ...]:
    """Return proposals in reading order; claims are checked only when there are sources to check them by."""
    found = [*_contact(document), *_entries(document)]
    if sources is not None:
        claims = [one for one in unsupported_in(document, sources) if one[0] != NAME]
        found += [(Suggested.UNSUPPORTED, pointer, one.words, "") for pointer, one in claims]
    return tuple(Suggestion(f"s{number}", *one) for number, one in enumerate(found, start=1))


_Proposal = tuple[Suggested, str, str, str]


def _contact(document: JSON) -> Iterator[_Proposal]:
    basics = basics_of(document)
    if not (basics.text("email") or basics.text("phone")):
        yield Suggested.NO_CONTACT, "/basics", "", ""


def _entries(document: JSON) -> Iterator[_Proposal]:
    for section in ENTRIES:
        for item in items_of(document, section):
            if section == "work" and not item.text("startDate") and not item.text("endDate"):
                yield Suggested.NO_DATES, item.pointer, item.title, ""
            lines = item.texts("highlights")
            if section == "work" and not lines and not item.text("summary"):
                yield Suggested.NO_LINES, item.pointer, item.title, ""
            for place, line in enumerate(lines):
                shorter = reduced(line)
                if shorter:
                    yield Suggested.SHORTER, join(item.pointer, "highlights", place), line, shorter
