"""What stands below the head of an entry: a description and bullets, wrapped lines joined."""

from collections.abc import Sequence

from mosaic.documents.resume.labels import label_of
from mosaic.documents.resume.lines import Line, goes_on
from mosaic.documents.resume.model import Field
from mosaic.documents.resume.spans import literal_at


def items_of(lines: Sequence[Line]) -> list[tuple[int, int, bool]]:
    """Return the stretches of text that belong together, and whether each is a bullet."""
    items: list[tuple[int, int, bool]] = []
    previous: Line | None = None
    for line in lines:
        label, offset = label_of(line.text)
        if label == "body" and offset >= len(line.text):
            previous = None
            continue
        bullet_before = bool(items and items[-1][2])
        joins = (
            previous is not None
            and line.start >= previous.end
            and (goes_on(previous, line) or _is_same_paragraph(previous, line, bullet_before=bullet_before))
        )
        start = line.start + (offset if label == "body" else 0)
        if joins and items and start == line.start:
            items[-1] = (items[-1][0], line.end, items[-1][2])
        else:
            items.append((start, line.end, line.bullet))
        previous = line
    return items


def _is_same_paragraph(previous: Line, line: Line, *, bullet_before: bool) -> bool:
    """Whether two lines without bullets are one paragraph."""
    if line.bullet or line.gap or bullet_before:
        return False
    return len(previous.text) > 0.7 * previous.room and previous.room >= 50


def body_of(text: str, lines: Sequence[Line]) -> tuple[Field | None, tuple[Field, ...]]:
    """Return the description and the bullets; paragraphs after the first are bullets too."""
    description: Field | None = None
    bullets: list[Field] = []
    for start, end, is_bullet in items_of(lines):
        field = literal_at(text, start, end)
        if field is None:
            continue
        if not is_bullet and description is None and not bullets:
            description = field
        else:
            bullets.append(field)
    return description, tuple(bullets)
