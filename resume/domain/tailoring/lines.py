"""The lines under each entry: those that answer the posting first, without empty openings."""

from collections.abc import Iterator, Sequence

from resume.domain.changes import Asked, Change, Operation, What
from resume.domain.coverage import Hit, hits, score
from resume.domain.document import Item, Sourced, items_of
from resume.domain.pointers import join
from resume.domain.posting import Posting
from resume.domain.wording import reduced

SECTIONS = ("work", "volunteer", "projects", "other")
# Two pages hold about this many lines; below it nothing is left out.
MANY_LINES = 24
KEPT_RECENT, KEPT_EARLIER = 8, 4
RECENT_ENTRIES = 2


def line_changes(base: Sourced, posting: Posting, ids: Iterator[str]) -> list[Change]:
    """Return the changes to the lines of all entries."""
    entries = [item for section in SECTIONS for item in items_of(base.document, section)]
    is_long = sum(len(item.texts("highlights")) for item in entries) > MANY_LINES
    changes: list[Change] = []
    for place, item in enumerate(entries):
        lines = item.texts("highlights")
        found = [hits(line, posting.requirements) for line in lines]
        changes += _reductions(base, item, lines, found, ids)
        changes += _ordered(base, item, lines, found, ids)
        if is_long:
            changes += _left_out(base, item, found, KEPT_RECENT if place < RECENT_ENTRIES else KEPT_EARLIER, ids)
    return changes


def _reductions(
    base: Sourced, item: Item, lines: Sequence[str], found: Sequence[Sequence[Hit]], ids: Iterator[str]
) -> Iterator[Change]:
    for place, line in enumerate(lines):
        shorter = reduced(line)
        if shorter is None or not found[place]:
            continue
        pointer = join(item.pointer, "highlights", place)
        yield Change(
            id=next(ids),
            what=What.BULLET_REDUCED,
            operation=Operation.SET,
            pointer=pointer,
            value=shorter,
            before=(line,),
            after=(shorter,),
            requirement=_asked(found[place][0]),
            sources=base.sources_at(pointer),
        )


def _ordered(
    base: Sourced, item: Item, lines: Sequence[str], found: Sequence[Sequence[Hit]], ids: Iterator[str]
) -> Iterator[Change]:
    order = sorted(range(len(lines)), key=lambda place: (-score(found[place]), place))
    if order == list(range(len(lines))):
        return
    # What moved up is the first line that does not stand where it stood; it has a hit, or it would not have moved.
    moved = next(old for new, old in enumerate(order) if new != old)
    yield Change(
        id=next(ids),
        what=What.BULLETS_ORDERED,
        operation=Operation.ORDER,
        pointer=join(item.pointer, "highlights"),
        value=order,
        before=tuple(lines),
        after=tuple(lines[place] for place in order),
        requirement=_asked(found[moved][0]),
        sources=base.sources_at(join(item.pointer, "highlights", moved)),
    )


def _left_out(
    base: Sourced, item: Item, found: Sequence[Sequence[Hit]], kept: int, ids: Iterator[str]
) -> Iterator[Change]:
    """Leave out lines that answer nothing, the last first, until the entry is short enough."""
    idle = [place for place, one in enumerate(found) if not one]
    for place in sorted(idle[::-1][: max(0, len(found) - kept)]):
        pointer = join(item.pointer, "highlights", place)
        line = item.texts("highlights")[place]
        yield Change(
            id=next(ids),
            what=What.BULLET_LEFT_OUT,
            operation=Operation.DROP,
            pointer=pointer,
            before=(line,),
            sources=base.sources_at(pointer),
        )


def _asked(hit: Hit) -> Asked:
    return Asked(hit.requirement.id, hit.requirement.quote)
