"""Working life: jobs, breaks and voluntary roles."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from mosaic.documents.resume.assign import Naming, name_pieces, usual_in
from mosaic.documents.resume.body import body_of
from mosaic.documents.resume.clues import aside_clue, employer_clue, title_clue
from mosaic.documents.resume.columns import without_column_names
from mosaic.documents.resume.context import Clues, Role, place_of
from mosaic.documents.resume.entries import entries_of
from mosaic.documents.resume.lines import Line
from mosaic.documents.resume.model import Field, Period, Work, WorkKind
from mosaic.documents.resume.pieces import Cuts, Piece, pieces_of
from mosaic.documents.resume.places import place_clue
from mosaic.documents.resume.runs import Entry
from mosaic.documents.resume.source import Source
from mosaic.documents.resume.spans import field_at
from mosaic.documents.resume.vocabulary import Phrases, phrases, words_of


def work_in(source: Source, lines: Sequence[Line], kind: WorkKind = WorkKind.JOB) -> list[Work]:
    """Return the entries of a section of work, or of voluntary work."""
    lines, columns = without_column_names(lines)
    entries = entries_of(lines, source.dates)
    pieces = [pieces_of(source.text, entry.heads, entry.dates, cuts=Cuts(columns=columns)) for entry in entries]
    first = [name_pieces(each, _clues) for each in pieces]
    usual = usual_in(first)
    namings = [name_pieces(each, _clues, usual) for each in pieces]
    found: list[tuple[Entry, Work]] = []
    for entry, naming, bits in zip(entries, namings, pieces, strict=True):
        found.append((entry, _work(source, entry, naming, bits, kind)))
    return [work for _, work in _with_employers(found) if work.title or work.employer]


def _clues(piece: Piece) -> Clues:
    return title_clue(piece.text), employer_clue(piece.text) + 0.3, place_of(piece), aside_clue(piece.text)


def _work(source: Source, entry: Entry, naming: Naming, pieces: Sequence[Piece], kind: WorkKind) -> Work:
    period = entry.dates[0].period if entry.dates else Period()
    description, bullets = body_of(source.text, entry.body)
    title, employer, place = (_field(source, naming, role) for role in (Role.WHAT, Role.BY, Role.PLACE))
    work = Work(kind, title, employer, place, period, description, bullets)
    pause = _pause(source, pieces)
    if pause and kind is WorkKind.JOB:
        return replace(work, kind=WorkKind.BREAK, title=pause, employer=None)
    return work


def _field(source: Source, naming: Naming, role: Role) -> Field | None:
    span = naming.spans.get(role)
    return field_at(source.text, *span) if span else None


@cache
def _breaks() -> Phrases:
    return phrases("titles", "breaks")


def _pause(source: Source, pieces: Sequence[Piece]) -> Field | None:
    """Return the name of a break in paid work, when the head names one."""
    named = [piece for piece in pieces if _is_pause(piece.text)]
    if not named or any(employer_clue(piece.text) >= 2.5 and piece not in named for piece in pieces):
        return None
    last = next((piece for piece in reversed(pieces) if place_clue(piece.text) <= 0), named[-1])
    same_line = "\n" not in source.text[named[0].start : last.end]
    return field_at(
        source.text, named[0].start, last.end if same_line and last.start >= named[0].start else named[0].end
    )


def _is_pause(text: str) -> bool:
    length = _breaks().start(text)
    if not length:
        return False
    return length >= len(words_of(text)) or length >= 2 or title_clue(text) < 1.0


def _with_employers(found: list[tuple[Entry, Work]]) -> list[tuple[Entry, Work]]:
    """Give roles the employer that stands once above them all."""
    result: list[tuple[Entry, Work]] = []
    for entry, work in found:
        above = _as_employer(result, work)
        is_bare = work.title and not work.employer and work.kind is not WorkKind.BREAK
        if above is None or not is_bare or not _shares(above, entry, work):
            result.append((entry, work))
            continue
        if not above[1].title and not above[1].bullets:
            result.pop()
        result.append((entry, replace(work, employer=above[1].employer, place=work.place or above[1].place)))
    return result


def _as_employer(result: list[tuple[Entry, Work]], work: Work) -> tuple[Entry, Work] | None:
    """Return the entry above; a line of unknown words without duties, above a clear title, names the employer."""
    if not result or not work.title or work.employer:
        return result[-1] if result else None
    entry, above = result[-1]
    is_unknown = above.title and not above.employer and title_clue(above.title.value) < 1.0 and len(entry.heads) == 1
    if is_unknown and not above.bullets and above.kind is not WorkKind.BREAK and title_clue(work.title.value) >= 1.5:
        result[-1] = (entry, replace(above, title=None, employer=above.title))
    return result[-1]


def _shares(above: tuple[Entry, Work], entry: Entry, work: Work) -> bool:
    """Whether an entry without an employer belongs to the one above: its employer stood on a line of its own."""
    upper, role = above
    if role.employer is None or (work.title and employer_clue(work.title.value) >= 2.5):
        return False
    own = work.title is not None and work.title.value.casefold().startswith(
        ("freelance", "self-employed", "private", "independent")
    )
    if own or role.employer.value in phrases("employers", "own"):
        return False
    alone = any(
        line.start <= role.employer.start and role.employer.end <= line.end and not _names(line, role)
        for line in upper.heads
    )
    return (alone or not upper.heads or upper.run == entry.run or _inherited(upper, role)) and len(entry.heads) <= 3


def _names(line: Line, work: Work) -> bool:
    return bool(work.title and line.start <= work.title.start < line.end)


def _inherited(upper: Entry, work: Work) -> bool:
    return bool(work.employer and upper.heads and work.employer.end <= upper.heads[0].start)
