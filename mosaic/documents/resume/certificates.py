"""Certificates, licences and courses."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mosaic.documents.resume.assign import Usual, name_pieces
from mosaic.documents.resume.clues import aside_clue, employer_clue, study_clue
from mosaic.documents.resume.context import Clues, Role, place_of
from mosaic.documents.resume.dates import Dated
from mosaic.documents.resume.lines import Line, bullets_joined, goes_on
from mosaic.documents.resume.model import Certificate, Field
from mosaic.documents.resume.pieces import Cuts, Joint, Piece, pieces_of
from mosaic.documents.resume.source import Source
from mosaic.documents.resume.spans import field_at
from mosaic.lexicon.phrases import licence_finder

_LIST = frozenset({Joint.START, Joint.COMMA, Joint.STRONG})


def certificates_in(source: Source, lines: Sequence[Line]) -> list[Certificate]:
    """Return the certificates of a section in order."""
    found: list[Certificate] = []
    previous: Line | None = None
    for line in bullets_joined(lines):
        dates = source.dates(line)
        pieces = pieces_of(source.text, [line], dates, cuts=Cuts(at=False, town=False))
        if found and previous and _belongs_above(found[-1], line, previous, pieces):
            found[-1] = _completed(found[-1], source, pieces, dates)
        else:
            found.extend(_read(source, line, pieces, dates))
        previous = line
    return found


def _belongs_above(above: Certificate, line: Line, previous: Line, pieces: Sequence[Piece]) -> bool:
    """Whether a line only adds the issuer or the date to the certificate above, or continues its name."""
    if line.bullet:
        return False
    if not pieces or goes_on(previous, line):
        return True
    issuer = employer_clue(pieces[0].text) >= 1.5 and _clue(pieces[0].text) < 2.5
    return above.issuer is None and issuer and not line.gap and (above.date is None or previous.bullet)


def _completed(above: Certificate, source: Source, pieces: Sequence[Piece], dates: Sequence[Dated]) -> Certificate:
    date = above.date or _date(dates)
    issuer = above.issuer
    if pieces and issuer is None and employer_clue(pieces[0].text) >= 1.5:
        issuer = field_at(source.text, pieces[0].start, pieces[0].end)
    elif pieces and pieces[0].start - above.name.end <= 2 and above.date is None:
        name = field_at(source.text, above.name.start, pieces[0].end)
        return replace(above, name=name or above.name, date=date)
    return replace(above, date=date, issuer=issuer)


def _read(source: Source, line: Line, pieces: Sequence[Piece], dates: Sequence[Dated]) -> Iterator[Certificate]:
    if not pieces:
        return
    issuer = None
    if len(pieces) > 2 and pieces[-1].joint is Joint.BRACKET and employer_clue(pieces[-1].text) >= 1.5:
        issuer, pieces = field_at(source.text, pieces[-1].start, pieces[-1].end), pieces[:-1]
    if _is_list(pieces, dates):
        for piece in pieces:
            if name := field_at(source.text, piece.start, piece.end):
                yield Certificate(name, issuer, id=licence_of(name.value))
        return
    naming = name_pieces(pieces, _clues, Usual(order=2.0))
    name = _field(source, naming.spans.get(Role.WHAT) or (pieces[0].start, pieces[0].end))
    given = _field(source, naming.spans.get(Role.BY)) or issuer
    if name:
        yield Certificate(name, given if given != name else issuer, _date(dates), licence_of(name.value))


def _is_list(pieces: Sequence[Piece], dates: Sequence[Dated]) -> bool:
    """Whether a line names several certificates."""
    if dates or any(piece.joint not in _LIST for piece in pieces) or len(pieces) < 2:
        return False
    known = sum(_clue(piece.text) >= 1.5 for piece in pieces)
    named_by = sum(employer_clue(piece.text) >= 2.5 and _clue(piece.text) < 1.5 for piece in pieces)
    return not named_by and (known >= 2 or (len(pieces) >= 3 and all(len(piece.text.split()) <= 6 for piece in pieces)))


def _clues(piece: Piece) -> Clues:
    first = 1.5 if piece.joint is Joint.START else 0.0
    return _clue(piece.text) + first, employer_clue(piece.text) + 0.3, place_of(piece), aside_clue(piece.text)


def _clue(text: str) -> float:
    """Return how much a piece looks like a certificate."""
    found = licence_finder().find(text)
    covered = sum(mention.end - mention.start for mention in found) / max(1, len(text))
    return 3.0 * min(1.0, covered) + max(0.0, study_clue(text)) * 0.6


def licence_of(text: str) -> str:
    """Return the lexicon's licence that a text names, "" when it names none."""
    found = licence_finder().find(text)
    return max(found, key=lambda mention: mention.end - mention.start).id if found else ""


def _field(source: Source, span: tuple[int, int] | None) -> Field | None:
    return field_at(source.text, *span) if span else None


def _date(dates: Sequence[Dated]) -> Field | None:
    if not dates:
        return None
    period = dates[0].period
    return period.start or period.end
