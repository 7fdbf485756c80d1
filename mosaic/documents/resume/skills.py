"""Skills as written, under their group, with the lexicon's id where it knows them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mosaic.documents.resume.lines import Line, bullets_joined, goes_on, joined
from mosaic.documents.resume.model import Field, Skill
from mosaic.documents.resume.runs import is_prose
from mosaic.documents.resume.skill_items import SEPARATOR, id_of, items_in
from mosaic.documents.resume.source import Source
from mosaic.documents.resume.spans import field_at, literal_at
from mosaic.documents.resume.tongues import language_at
from mosaic.documents.resume.vocabulary import flat, phrases, words_of
from mosaic.lexicon.phrases import skill_finder

_GROUP = re.compile(r"\s*([^:;,•|]{2,48}?)\s*(?::\s+|\s[–—]\s(?=[^,]+,.*,))")
_COLUMN = re.compile(r"\s*([^:;,•|\t]{2,40}?)(?:\t|[ \u00a0]{3,})\s*")
_MARKS = re.compile(
    r"[\s(]*(?:[●○★☆■□▪▫⬤◐◉✮✩⭐⚫⚪]{2,}|\d{1,3}\s?%|\d\s?/\s?\d{1,2}"
    r"|[-–(]?\s*\d+\+?\s*(?:years|yrs|jahre|ans|años|anni|jaar|lat|år)\.?)\)?\s*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[-–:(]\s*([^()]{3,22})\)?\s*$")
_MOST_WORDS = 9


@dataclass(slots=True)
class _Reading:
    """Where the reader stands: the group above, and the skills so far."""

    source: Source
    skills: list[Skill]
    group: Field | None = None
    is_above: bool = False


def skills_in(source: Source, lines: Sequence[Line]) -> list[Skill]:
    """Return the skills of a section in order, each once."""
    reading = _Reading(source, [])
    for index, line in enumerate(whole := _joined(lines)):
        after = whole[index + 1] if index + 1 < len(whole) else None
        _read(reading, line, after)
    unique: dict[str, Skill] = {}
    for skill in reading.skills:
        unique.setdefault(flat(skill.name.value), skill)
    return list(unique.values())


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Join the lines of a list that was wrapped inside an item."""
    result: list[Line] = []
    for line in bullets_joined(lines):
        if result and _is_wrapped(result[-1], line):
            result[-1] = joined(result[-1], line)
        else:
            result.append(line)
    return result


def _is_wrapped(previous: Line, line: Line) -> bool:
    if line.bullet or line.gap or line.heading or _GROUP.match(line.text) or previous.heading:
        return False
    if previous.text.endswith((",", ";")) or goes_on(previous, line):
        return True
    last = previous.text.rsplit("  ", 1)[-1]
    is_list = previous.text.count(",") >= 2
    first = line.text.split(maxsplit=1)[0]
    return is_list and not previous.text.endswith(".") and len(last) + len(first) + 1 > 0.8 * previous.room


def _read(reading: _Reading, line: Line, after: Line | None) -> None:
    text = reading.source.text
    start = _behind_group(reading, line)
    if start == line.start and _is_group(line, after):
        above = literal_at(text, line.start, line.end)
        reading.group = replace(above, value=above.value.rstrip(": ")) if above else None
        reading.is_above = True
        return
    is_told = start == line.start and (is_prose(replace(line, heading=False)) or _is_said_of(reading, line))
    if is_told and _is_sentence(text[start : line.end]):
        _tell(reading, start, line.end)
        return
    reading.skills.extend(skill for span in items_in(text, start, line.end) for skill in _skill(reading, *span))


def _behind_group(reading: _Reading, line: Line) -> int:
    """Take in the group a line begins with, and return where its skills begin."""
    text = reading.source.text
    match = _GROUP.match(text, line.start, line.end) or _column_group(text, line)
    group = field_at(text, *match.span(1)) if match else None
    if match is None or group is None or group.value[0].isdigit() or is_level(text[match.end() : line.end]):
        return line.start
    reading.group, reading.is_above = group, False
    return match.end()


def _column_group(text: str, line: Line) -> re.Match[str] | None:
    """Match "Programming    Python, Java": a group in a column of its own."""
    match = _COLUMN.match(text, line.start, line.end)
    rest = text[match.end() : line.end] if match else ""
    return match if "," in rest and "\t" not in rest and "   " not in rest else None


def _is_group(line: Line, after: Line | None) -> bool:
    """Whether a line stands above the skills of a group."""
    if line.text.endswith(":"):
        return True
    if line.bullet or after is None or "," in line.text or len(words_of(line.text)) > 5:
        return False
    above_bullets = after.bullet and not line.bullet
    return above_bullets or ((line.heading or line.bold) and not (after.heading or after.bold))


def _is_said_of(reading: _Reading, line: Line) -> bool:
    """Whether a bullet tells how the skill above it was used."""
    return reading.is_above and line.bullet and len(line.text.split()) >= 4 and not id_of(line.text)


def _is_sentence(text: str) -> bool:
    """Whether it is told rather than listed: few separators for many words."""
    return len(text.split()) / (1 + len(SEPARATOR.findall(text))) >= 4


def _tell(reading: _Reading, start: int, end: int) -> None:
    """Keep a sentence as evidence of its group; without a group take the skills it names."""
    told = literal_at(reading.source.text, start, end)
    if told is None:
        return
    if reading.group is None:
        mentions = skill_finder().find(reading.source.text[start:end])
        fields = ((field_at(reading.source.text, start + each.start, start + each.end), each.id) for each in mentions)
        reading.skills.extend(Skill(field, id=skill_id, evidence=(told,)) for field, skill_id in fields if field)
        return
    known = next((i for i, skill in enumerate(reading.skills) if skill.name == reading.group), -1)
    if known >= 0:
        skill = reading.skills[known]
        reading.skills[known] = replace(skill, evidence=(*skill.evidence, told))
    else:
        reading.skills.append(Skill(reading.group, id=id_of(reading.group.value), evidence=(told,)))


def _skill(reading: _Reading, start: int, end: int) -> Iterator[Skill]:
    text = reading.source.text
    level: Field | None = None
    if marks := _MARKS.search(text[start:end]):
        level, end = literal_at(text, start + marks.start(), start + marks.end()), start + marks.start()
    elif (said := _BRACKET.search(text[start:end])) and is_level(said[1]):
        level, end = literal_at(text, start + said.start(1), start + said.end(1)), start + said.start()
    name = field_at(text, start, end)
    if name is None or (name.value.endswith(".") and len(name.value) > 2):
        name = field_at(text, start, end - 1) if name else None
    if name is None or (len(name.value) < 2 and name.value not in "RC"):
        return
    if is_level(name.value):
        if reading.skills and reading.skills[-1].level is None:
            reading.skills[-1] = replace(reading.skills[-1], level=name)
    elif len(name.value.split()) <= _MOST_WORDS and not language_at(name.value):
        yield Skill(name, id=id_of(name.value), level=level, group=reading.group)


def is_level(text: str) -> bool:
    """Whether a text says only how well."""
    return text.strip(" .()-–") in phrases("levels", "levels")
