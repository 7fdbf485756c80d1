"""Projects, publications, awards, interests, referees, and the summary."""

import re
from collections.abc import Iterator, Sequence

from mosaic.documents.resume.body import body_of, items_of
from mosaic.documents.resume.clues import title_clue
from mosaic.documents.resume.entries import entries_of
from mosaic.documents.resume.lines import Line
from mosaic.documents.resume.model import Field, Mentioned, Period, Project
from mosaic.documents.resume.pieces import pieces_of
from mosaic.documents.resume.reach import links_in
from mosaic.documents.resume.runs import Entry
from mosaic.documents.resume.skill_items import id_of
from mosaic.documents.resume.source import Source
from mosaic.documents.resume.spans import field_at, literal_at

_NAME = re.compile(r"\s*(?::|\s[–—-])\s+")
_LISTED = re.compile(r"\s*[,;•·|\t]\s*|\s{3,}")
_AND = re.compile(r"\s*(?:and|und|et|y|e|en|och)\s+")
_LONGEST = 60


def projects_in(source: Source, lines: Sequence[Line]) -> list[Project]:
    """Return the projects of a section."""
    found: list[Project] = []
    for entry in entries_of(lines, source.dates, every_head=True):
        if entry.heads:
            found.extend(_project(source, entry))
        else:
            found.extend(_told(source, line) for line in _stretches(entry.body))
    return found


def _project(source: Source, entry: Entry) -> Iterator[Project]:
    pieces = pieces_of(source.text, entry.heads, entry.dates)
    links = [link for line in entry.heads for link in links_in(source.text, line.start, line.end, any_site=True)]
    pieces = [piece for piece in pieces if not any(link.url.start <= piece.start < link.url.end for link in links)]
    if not pieces:
        return
    name = field_at(source.text, pieces[0].start, pieces[0].end)
    roles = [piece for piece in pieces[1:] if title_clue(piece.text) >= 1.5 and not id_of(piece.text)]
    role = field_at(source.text, roles[0].start, roles[0].end) if roles else None
    description, bullets = body_of(source.text, entry.body)
    if name:
        period = entry.dates[0].period if entry.dates else Period()
        yield Project(name, role, period, links[0].url if links else None, description, bullets)


def _stretches(lines: Sequence[Line]) -> list[tuple[int, int]]:
    return [(start, end) for start, end, _ in items_of(lines)]


def _told(source: Source, span: tuple[int, int]) -> Project:
    """Read "Name: what it was" or "Name – what it was" from one bullet."""
    start, end = span
    cut = _NAME.search(source.text, start, end)
    whole = Field(" ".join(source.text[start:end].split()), start, end)
    name = field_at(source.text, start, cut.start()) if cut and cut.start() - start <= 80 else None
    return Project(name, description=field_at(source.text, cut.end(), end)) if name and cut else Project(whole)


def mentioned_in(source: Source, lines: Sequence[Line]) -> list[Mentioned]:
    """Return one thing per bullet, line or paragraph, with its date."""
    dates = {line.start: source.dates(line) for line in lines}
    found = []
    for start, end in _stretches(lines):
        inside = [dated for at, listed in dates.items() if start <= at < end for dated in listed]
        period = inside[0].period if inside else Period()
        leads = inside and inside[0].start == start and inside[0].end < end
        name = field_at(source.text, inside[0].end, end) if leads else literal_at(source.text, start, end)
        if name:
            found.append(Mentioned(name, period.start or period.end))
    return found


def interests_in(source: Source, lines: Sequence[Line]) -> list[Mentioned]:
    """Return interests one by one; a sentence stays whole."""
    found: list[Mentioned] = []
    for line in lines:
        bits = [(line.start, line.end)] if "." in line.text[:-1] else list(_listed(source.text, line))
        fields = (field_at(source.text, *_without_and(source.text, bit)) for bit in bits)
        is_short = len(bits) > 1
        found += [Mentioned(field) for field in fields if field and not (is_short and len(field.value) > _LONGEST)]
    return found


def _listed(text: str, line: Line) -> Iterator[tuple[int, int]]:
    start = line.start
    for match in _LISTED.finditer(text, line.start, line.end):
        yield start, match.start()
        start = match.end()
    yield start, line.end


def _without_and(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Leave out the "and" before the last of a list, and the full stop behind it."""
    leading = _AND.match(text, *span)
    end = span[1] - (text[span[1] - 1] == ".")
    return leading.end() if leading else span[0], end


def summary_of(source: Source, lines: Sequence[Line]) -> Field | None:
    """Return all the lines of a summary as one field."""
    return literal_at(source.text, lines[0].start, lines[-1].end) if lines else None
