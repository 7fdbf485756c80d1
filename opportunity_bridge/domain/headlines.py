"""What a posting is called, by whom and where: by its labels, its first lines, and the way its sentences begin.

Nothing here knows names. A title is what names a kind of work, or what “looking for …” asks for; an employer is what
labels, an address of its own, or sentences such as “… is looking for” speak of; a place is what has the shape of one.
"""

import re
from dataclasses import dataclass

from opportunity_bridge.domain.clearing import cleared
from opportunity_bridge.domain.employers import employer_in
from opportunity_bridge.domain.pieces import REST, Piece, first_pieces, labelled
from opportunity_bridge.domain.place_names import is_city, listed
from opportunity_bridge.domain.said import Said
from opportunity_bridge.domain.sites import below, place_in, stacked
from opportunity_bridge.domain.title_lines import title_in

_TITLE_LABELS = (
    r"job title|position(?: title)?|role|title|vacancy|post|job|stelle|job role|vacant position|functional title"
)
_EMPLOYER_LABELS = r"company(?: name)?|employer|organi[sz]ation(?: name)?|school|business|hiring organi[sz]ation|institution|recruiter|advertiser|client|trust|firm|agency"
_AREA = re.compile(r"\b(?:area|region|county)s?$", re.IGNORECASE)
# “Drumcondra, Dublin” is a part of a town.
FEWEST_OF_A_FIRM = 2
_PLACE_LABELS = r"(?:job |work(?:ing)? |main |primary )?locations?|place(?: of work)?|where|based(?: in| at)?|workplace|city|town|duty station|job site|work site|site|address|region|area|standort"


@dataclass(frozen=True, slots=True)
class Headline:
    """A posting's role, company and location as words; what it does not say is empty."""

    role: str = ""
    company: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """The same with their places in the text; the values are as they would be written on one line."""

    role: Said[str] | None = None
    company: Said[str] | None = None
    location: Said[str] | None = None


def headline_of(text: str) -> Headline:
    """Return what a posting is called, as plain words."""
    names = names_in(text)
    return Headline(*(one.value if one else "" for one in (names.role, names.company, names.location)))


def names_in(text: str) -> Names:
    """Return what a posting is called, by whom and where, each with its words in the text."""
    text = cleared(text)
    pieces = first_pieces(text)
    role = labelled(text, _TITLE_LABELS) or title_in(text, pieces)
    others = [rest for one in pieces if (rest := _without(text, one, role))]
    tied = [one for one in others if _is_tied(one, role)]
    location = labelled(text, _PLACE_LABELS, fits=_is_no_home) or below(others, role)
    location = location or place_in(text, [one for one in others if one not in tied])
    firms = [left for one in others if (left := _before(text, one, location))]
    company = labelled(text, _EMPLOYER_LABELS) or employer_in(text, firms, role)
    if location is None and not any(_within(one, company) for one in tied):
        location = place_in(text, tied)
    if location is None:
        location = stacked(text, [one for one in others if not _within(one, company)], role)
    if company is None and location is not None:
        company, location = _parted(location)
    found = _said(text, role)
    titled = Said(found.value[:1].upper() + found.value[1:], found.start, found.end) if found else None
    return Names(titled, _said(text, company), _said(text, location))


def _parted(location: Piece) -> tuple[Piece | None, Piece]:
    """Return a firm and its town where nothing else names the firm: “Four Mills, Bath”."""
    firm, comma, town = location.words.partition(", ")
    if not comma or not is_city(town) or listed(firm) or len(firm.split()) < FEWEST_OF_A_FIRM:
        return None, location
    start = location.start + len(firm) + len(comma)
    return (
        Piece(location.start, location.start + len(firm), firm, location.line, location.place, location.count),
        Piece(start, location.end, town, location.line, location.place, location.count),
    )


def _is_tied(piece: Piece, role: Piece | None) -> bool:
    """Whether a piece is the second of two: “Shift lead – Canary Parcels” rather names the employer than the place."""
    is_second = role is not None and piece.line == role.line and (piece.place, piece.count) == (1, 2)
    return is_second and "," not in piece.words and not _AREA.search(piece.words)


def _is_no_home(words: str) -> bool:
    """Whether a labelled place is one: “Location: from your home” names none."""
    return not re.search(
        r"\b(?:home|remote(?:ly)?|anywhere|online|worldwide|on-?site|hybrid|in-?office)\b", words, re.IGNORECASE
    )


def _without(text: str, piece: Piece, role: Piece | None) -> Piece | None:
    """Return a piece, or what stands in it behind the title; None when the title is all of it."""
    if role is None or not _within(piece, role):
        return piece
    rest = text[role.end : piece.end].lstrip(" ,;:–-")
    start = piece.end - len(rest)
    return Piece(start, piece.end, rest, piece.line, REST, 10) if len(rest) > 2 and role.start <= piece.end else None


def _before(text: str, piece: Piece, location: Piece | None) -> Piece | None:
    """Return a piece, or what stands in it before the place: “Pells Bakery, Lewes”."""
    if location is None or not _within(piece, location):
        return piece
    before = text[piece.start : max(piece.start, location.start)]
    words = before.rstrip(" ,;(–-")
    # “City of Prairie Ridge” and “Tolney Town Council” carry their place in their name.
    if (not words and location.end < piece.end) or (words and before == f"{words} "):
        return piece
    return Piece(piece.start, piece.start + len(words), words, piece.line, piece.place, piece.count) if words else None


def _within(one: Piece, other: Piece | None) -> bool:
    return other is not None and one.start < other.end and other.start < one.end


def _said(text: str, piece: Piece | None) -> Said[str] | None:
    if piece is None:
        return None
    words = re.sub(r"[\s>]+", " ", text[piece.start : piece.end]).strip()
    return Said(words, piece.start, piece.end) if words else None
