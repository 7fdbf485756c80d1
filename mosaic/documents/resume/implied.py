"""Sections without headings: what lines are, by what they say."""

import re
from collections.abc import Sequence

from mosaic.documents.resume.clues import employer_clue, school_clue, study_clue, title_clue
from mosaic.documents.resume.entries import entries_of
from mosaic.documents.resume.lines import Line
from mosaic.documents.resume.model import Section
from mosaic.documents.resume.parts import Part
from mosaic.documents.resume.pieces import pieces_of
from mosaic.documents.resume.runs import Entry, is_prose
from mosaic.documents.resume.source import Source
from mosaic.documents.resume.tongues import language_at
from mosaic.lexicon.phrases import licence_finder, skill_finder

_LISTED = re.compile(r"\s*[,;•·|\t]\s*|[ \u00a0]{3,}")


def implied_parts(source: Source, lines: Sequence[Line], headed: frozenset[Section]) -> list[Part]:
    """Return sections made of lines that stand under no heading; lists of a kind that has one are left alone."""
    summary = Part(Section.SUMMARY)
    rest: list[Line] = []
    lists: list[Part] = []
    for line in lines:
        kind = _list_kind(source, line)
        if kind in headed:
            continue
        if kind and not (rest and rest[-1].bullet and line.bullet):
            lists.append(Part(kind, [line]))
        elif not any(not kept.bullet for kept in rest) and _is_told(source, line, summary):
            summary.lines.append(line)
        else:
            rest.append(line)
    entries = [entry for entry in entries_of(rest, source.dates) if entry.dates or Section.WORK not in headed]
    parts = [Part(_entry_kind(source, entry), [*entry.heads, *entry.body]) for entry in entries if entry.heads]
    return [part for part in (summary, *_gathered(parts), *_gathered(lists)) if part.lines]


def _is_told(source: Source, line: Line, summary: Part) -> bool:
    if source.dates(line) and not is_prose(line):
        return False
    return is_prose(line) or bool(
        summary.lines and not line.gap and title_clue(line.text) < 2.5 and summary.lines[-1].end + 2 >= line.start
    )


def _gathered(parts: Sequence[Part]) -> list[Part]:
    """Put what is of one kind into one section; their lines keep their order."""
    found: dict[Section, Part] = {}
    for part in parts:
        found.setdefault(part.kind, Part(part.kind)).lines.extend(part.lines)
    return list(found.values())


def _list_kind(source: Source, line: Line) -> Section | None:
    """Return SKILLS, LANGUAGES or CERTIFICATES for a line that lists such things."""
    items = [item for item in _LISTED.split(line.text.rstrip(".")) if item.strip()]
    if not items or source.dates(line):
        return None
    licences = licence_finder().find(line.text)
    if sum(each.end - each.start for each in licences) >= 0.4 * len(line.text) and not is_prose(line):
        return Section.CERTIFICATES
    if sum(bool(language_at(item)) for item in items) > 0.5 * len(items):
        return Section.LANGUAGES
    if len(items) < 3 or sum(len(item.split()) for item in items) / len(items) > 4:
        return None
    skills = skill_finder().find(line.text)
    if len(licences) >= 2 and len(licences) > len(skills):
        return Section.CERTIFICATES
    return Section.SKILLS if len(skills) >= 2 or len(items) >= 5 else None


def _entry_kind(source: Source, entry: Entry) -> Section:
    pieces = [piece.text for piece in pieces_of(source.text, entry.heads, entry.dates)]
    study = max((study_clue(piece) for piece in pieces), default=0.0)
    title = max((title_clue(piece) for piece in pieces), default=0.0)
    school = max((school_clue(piece) for piece in pieces), default=0.0)
    licences = sum(len(licence_finder().find(piece)) for piece in pieces)
    bullets = any(line.bullet for line in entry.body)
    if licences and school < 3.5 and title < 2.5 and not bullets and len(entry.heads) == 1:
        return Section.CERTIFICATES
    if study >= 3.0 and study + 0.3 * school > title and not (bullets and title >= 3.0):
        return Section.EDUCATION
    if school >= 3.5 and title < 1.5 and not bullets:
        return Section.EDUCATION
    worked = (
        entry.dates or title >= 1.5 or max((employer_clue(piece) for piece in pieces), default=0.0) >= 1.5 or bullets
    )
    return Section.WORK if worked else Section.OTHER
