"""Decides which pieces of a head are the title, the employer and the place.

All ways to name the pieces are weighed at once (a beam search): what each piece looks like, which pieces belong
together, and the order that the rest of the section keeps.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from mosaic.documents.resume.context import Clues, Role, in_context, with_label
from mosaic.documents.resume.pieces import Joint, Piece

_BEAM = 24


Slot = tuple[int, int]  # how many stretches between strong separators a head has, and which of them

# What it costs to give a role to two pieces in a row, by what parts them.
_JOINED: dict[Joint, Clues] = {
    Joint.COMMA: (-0.9, -0.9, 0.0, 0.0),
    Joint.SPACE: (-0.2, -0.2, -0.5, 0.0),
    Joint.STRONG: (-1.6, -1.8, -0.6, 0.0),
    Joint.SLASH: (0.0, -0.6, 0.0, 0.0),
    Joint.AT: (-4.0, -1.0, -3.0, -1.0),
    Joint.BRACKET: (-0.4, -0.4, -0.5, 0.0),
    Joint.LINE: (-3.2, -3.4, -2.0, 0.0),
    Joint.DATE: (-2.4, -2.4, -2.0, 0.0),
    Joint.START: (0.0, 0.0, 0.0, 0.0),
}
_AGAIN = -4.0
_NO_WHAT, _NO_BY = -1.0, -0.9
_NEXT_AFTER_AT: Clues = (-2.0, 3.0, 0.5, -1.0)
_BLANK_ONLY, _AFTER_PLACE, _PLACE_FIRST = -0.8, -0.7, 0.4
_WITHIN = frozenset({Joint.COMMA, Joint.SPACE, Joint.BRACKET})
_SURE = 1.5
_HABIT = 1.6


@dataclass(frozen=True, slots=True)
class Naming:
    """The stretches found for each role, and how sure the order of title and employer is (above 0: title first)."""

    spans: Mapping[Role, tuple[int, int]]
    order: float = 0.0
    score: float = 0.0
    sure: tuple[tuple[Slot, Role], ...] = ()


@dataclass(frozen=True, slots=True)
class Usual:
    """What a section's entries have in common: the order of title and employer, and what stands in which slot."""

    order: float = 0.0
    roles: Mapping[Slot, Clues] = field(default_factory=dict)


def name_pieces(pieces: Sequence[Piece], clues_of: Callable[[Piece], Clues], usual: Usual | None = None) -> Naming:
    """Give each piece the role that makes the best sense of all, and of what is usual in the section."""
    usual = usual or Usual()
    order = usual.order
    clues = in_context(pieces, [with_label(piece, clues_of(piece)) for piece in pieces])
    plain = clues
    clues = [
        _raised(each, piece, usual.roles.get(place))
        for each, piece, place in zip(clues, pieces, _places(pieces), strict=True)
    ]
    beam: list[tuple[float, tuple[Role, ...]]] = [(0.0, ())]
    for index, piece in enumerate(pieces):
        longer = [
            (score + clues[index][role] + _step(roles, role, piece.joint, order), (*roles, role))
            for score, roles in beam
            for role in Role
        ]
        beam = sorted(longer, key=lambda scored: -scored[0])[:_BEAM]
    score, roles = max(((score + _missing(roles), roles) for score, roles in beam), key=lambda scored: scored[0])
    is_whole = Role.WHAT in roles and Role.BY in roles
    sure = tuple(
        (place, role)
        for place, role, each in zip(_places(pieces), roles, plain, strict=True)
        if is_whole and each[role] >= _SURE
    )
    return Naming(_spans(pieces, roles), _order(roles, plain), score, sure)


def _step(roles: tuple[Role, ...], role: Role, joint: Joint, order: float) -> float:
    if not roles:
        return 0.0
    score = _NEXT_AFTER_AT[role] if joint is Joint.AT else 0.0
    if roles[-1] is role:
        return score + _JOINED[joint][role]
    if joint is Joint.SPACE and role is not Role.PLACE:
        score += _BLANK_ONLY
    if role in roles and role is not Role.ASIDE:
        score += _AGAIN
    if role is not Role.PLACE and roles[-1] is Role.PLACE and joint is Joint.COMMA:
        score += _AFTER_PLACE
    return score + _in_order(roles, role, order)


def _in_order(roles: tuple[Role, ...], role: Role, order: float) -> float:
    """Weigh the order of title and employer; a place seldom stands before the employer."""
    if role is Role.BY:
        return 2 * min(0.0, order if Role.WHAT in roles else 0.0) - (_PLACE_FIRST if Role.PLACE in roles else 0.0)
    return 2 * min(0.0, -order) if role is Role.WHAT and Role.BY in roles else 0.0


def _missing(roles: tuple[Role, ...]) -> float:
    return (0.0 if Role.WHAT in roles else _NO_WHAT) + (0.0 if Role.BY in roles else _NO_BY)


def _spans(pieces: Sequence[Piece], roles: tuple[Role, ...]) -> dict[Role, tuple[int, int]]:
    """Return the first unbroken stretch of each role."""
    found: dict[Role, tuple[int, int]] = {}
    for index, (piece, role) in enumerate(zip(pieces, roles, strict=True)):
        if role not in found:
            found[role] = (piece.start, piece.end)
        elif roles[index - 1] is role and piece.joint is not Joint.DATE and found[role][1] == pieces[index - 1].end:
            found[role] = (found[role][0], piece.end)
    return found


def _order(roles: tuple[Role, ...], clues: Sequence[Clues]) -> float:
    """Return how clearly the title stands first (above 0) or last (below)."""
    if Role.WHAT not in roles or Role.BY not in roles:
        return 0.0
    what, by = roles.index(Role.WHAT), roles.index(Role.BY)
    clear = clues[what][Role.WHAT] - clues[what][Role.BY] + clues[by][Role.BY] - clues[by][Role.WHAT]
    return max(0.0, clear) * (1.0 if what < by else -1.0)


def _places(pieces: Sequence[Piece]) -> list[Slot]:
    numbers: list[int] = []
    for piece in pieces:
        begins = not numbers or piece.joint not in _WITHIN
        numbers.append((numbers[-1] if numbers else -1) + begins)
    return [(numbers[-1], number) for number in numbers]


def _raised(clues: Clues, piece: Piece, by: Clues | None) -> Clues:
    """Add what usually stands in this slot; only the first piece of a slot is sure to be meant."""
    if by is None or piece.joint in _WITHIN:
        return clues
    what, giver, place, aside = (clue + more for clue, more in zip(clues, by, strict=True))
    return what, giver, place, aside


def usual_in(namings: Sequence[Naming]) -> Usual:
    """Return what the entries of a section have in common."""
    total = sum(abs(naming.order) for naming in namings)
    order = 0.3 if total == 0 else 2.2 * sum(naming.order for naming in namings) / (total + 1.0)
    seen = Counter(each for naming in namings for each in set(naming.sure))
    slots = {slot for slot, _ in seen}
    return Usual(order, {slot: _habit(slot, seen) for slot in slots})


def _habit(slot: Slot, seen: Counter[tuple[Slot, Role]]) -> Clues:
    total = sum(seen[slot, role] for role in Role)
    what, by, place, aside = (_HABIT * seen[slot, role] / (total + 0.5) for role in Role)
    return what, by, place, aside
