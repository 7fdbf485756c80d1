"""What a piece looks like beside its neighbours."""

import re
from collections.abc import Sequence
from enum import IntEnum

from mosaic.documents.resume.pieces import Joint, Piece
from mosaic.documents.resume.places import country_of, place_clue, region_of
from mosaic.documents.resume.vocabulary import phrases


class Role(IntEnum):
    """What a piece says: what is done or studied, by whom it is given, where, or something beside it."""

    WHAT = 0
    BY = 1
    PLACE = 2
    ASIDE = 3


Clues = tuple[float, float, float, float]

_LABELLED = {
    "title": Role.WHAT,
    "study": Role.WHAT,
    "employer": Role.BY,
    "place": Role.PLACE,
    "score": Role.ASIDE,
    "dates": Role.ASIDE,
    "beside": Role.ASIDE,
}
_TOWN_AND_CODE = re.compile(r"[A-Z][\w.' ]{2,24} [A-Z]{2}$")
_BINDING = frozenset({Joint.COMMA, Joint.SPACE, Joint.AT})


def place_of(piece: Piece) -> float:
    """Return the place clue of a piece; a code of a region says something only behind a comma."""
    if piece.joint is Joint.COMMA and (region_of(piece.text) or country_of(piece.text)):
        return 3.0
    return place_clue(piece.text)


def with_label(piece: Piece, clues: Clues) -> Clues:
    """Return the clues that a label settles."""
    role = _LABELLED.get(piece.label)
    if role is None or piece.joint in {Joint.COMMA, Joint.BRACKET}:
        return clues
    what, by, place, aside = (6.0 if each is role else -6.0 for each in Role)
    return what, by, place, aside


def in_context(pieces: Sequence[Piece], clues: Sequence[Clues]) -> list[Clues]:
    """Raise the place clue of words nothing is known of: before ", TX", or last in "Cook, Hotel Adler, Neustadt"."""
    result = []
    for index, (piece, (what, by, place, aside)) in enumerate(zip(pieces, clues, strict=True)):
        here, said = place, what
        if place < 0 and what < 1.0 and by < 2.0 and _is_plain(piece):
            here = max(place, _by_neighbours(pieces, clues, index))
        if piece.joint is Joint.COMMA and _TOWN_AND_CODE.match(piece.text) and region_of(piece.text[-2:]):
            here = max(here, 2.5)
        if piece.joint is Joint.COMMA and max(what, by) < 1.0 and here < 0 and _is_between(pieces, clues, index):
            said = what + 0.7
        if (
            piece.joint is Joint.COMMA
            and piece.text in phrases("employers", "fields")
            and clues[index - 1][Role.WHAT] >= 2
        ):
            said = what + 3.0
        is_remark = piece.joint is Joint.BRACKET and here < 0
        result.append((said, by, here, max(aside, 0.8) if is_remark else aside))
    return result


def _is_between(pieces: Sequence[Piece], clues: Sequence[Clues], index: int) -> bool:
    """Whether a piece stands between a title and an employer: "Tutor, Introduction to Politics, University of Leeds"."""
    if index + 1 == len(pieces) or pieces[index + 1].joint is not Joint.COMMA:
        return False
    return clues[index - 1][Role.WHAT] >= 2.0 and clues[index + 1][Role.BY] >= 1.4


def _is_plain(piece: Piece) -> bool:
    """Whether a piece is a few capitalised words without a label."""
    few = len(piece.text.split()) <= 3 and piece.text[:1].isupper()
    return few and not piece.label and not any(letter.isdigit() for letter in piece.text)


def _by_neighbours(pieces: Sequence[Piece], clues: Sequence[Clues], index: int) -> float:
    piece, by = pieces[index], clues[index][Role.BY]
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    if after and after.joint is Joint.COMMA and (region_of(after.text) or country_of(after.text)):
        return (2.0 if piece.joint is Joint.COMMA else 0.8) + max(0.0, by)
    is_last = after is None or after.joint not in _BINDING
    if by >= 1.0:
        return -3.0
    if piece.joint is Joint.COMMA and is_last and clues[index - 1][Role.WHAT] < 1.5:
        return 0.6
    if piece.joint is Joint.BRACKET and len(piece.text.split()) == 1 and not piece.text.isupper():
        return 0.7
    return -1.0 if index > 0 and is_last else -3.0
