"""A pasted posting, read whole: words or a page in, everything that can be quoted from it out."""

from dataclasses import dataclass
from datetime import date

from opportunity_bridge.domain.details import Details, details_in
from opportunity_bridge.domain.headlines import Names, names_in
from opportunity_bridge.domain.pages import Reader, is_page, read_here, written_out
from opportunity_bridge.domain.postings import Draft, Posting, read


@dataclass(frozen=True, slots=True)
class Advert:
    """A posting with its words; places of all parts count letters of `text`."""

    text: str
    names: Names
    posting: Posting
    details: Details


def advert_in(source: str, *, today: date, reader: Reader = read_here) -> Advert:
    """Read a posting from its words or the source of its page. Pure: the same source and day give the same."""
    text = (written_out(source, reader) if is_page(source) else source).strip()
    names = names_in(text)
    role, company, location = (one.value if one else "" for one in (names.role, names.company, names.location))
    posting = read(Draft(role=role, text=text, company=company, location=location))
    return Advert(text, names, posting, details_in(posting, today))
