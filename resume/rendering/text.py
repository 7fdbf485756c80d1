"""A sheet as plain text and as Markdown."""

import re
from collections.abc import Iterator

from resume.rendering.sheet import DOT, Entry, Section, Sheet

_MARKS = re.compile(r"([\\`*_\[\]<>|~])")
_LINE_MARKS = re.compile(r"^(#{1,6}(?=\s)|[-+](?=\s)|=+$)|^(\d+)([.)])(?=\s)")


def to_text(sheet: Sheet) -> str:
    """Return plain text: headings in capitals, a hyphen before each line."""
    return "\n\n".join(block for block in _text_blocks(sheet) if block) + "\n"


def to_markdown(sheet: Sheet) -> str:
    """Return CommonMark with everything a person wrote escaped."""
    return "\n\n".join(block for block in _markdown_blocks(sheet) if block) + "\n"


def _text_blocks(sheet: Sheet) -> Iterator[str]:
    yield "\n".join(line for line in (sheet.name, sheet.headline, DOT.join(sheet.contact)) if line)
    if sheet.summary:
        yield "\n".join((sheet.summary_heading.upper(), *sheet.summary))
    for section in sheet.sections:
        blocks = [_text_entry(entry) for entry in section.entries]
        lines = "\n".join(section.lines)
        yield section.heading.upper() + "\n" + "\n\n".join(block for block in (*blocks, lines) if block)


def _text_entry(entry: Entry) -> str:
    bullets = (f"- {bullet}" for bullet in entry.bullets)
    return "\n".join(line for line in (entry.head, entry.when, entry.place, *entry.paragraphs, *bullets) if line)


def _markdown_blocks(sheet: Sheet) -> Iterator[str]:
    if sheet.name:
        yield f"# {_escaped(sheet.name)}"
    yield _escaped(sheet.headline)
    yield _escaped(DOT.join(sheet.contact))
    if sheet.summary:
        yield f"## {sheet.summary_heading}"
        yield from (_escaped(paragraph) for paragraph in sheet.summary)
    for section in sheet.sections:
        yield from _markdown_section(section)


def _markdown_section(section: Section) -> Iterator[str]:
    yield f"## {section.heading}"
    for entry in section.entries:
        if entry.head:
            yield f"### {_escaped(entry.head)}"
        yield _escaped(entry.when)
        yield _escaped(entry.place)
        yield from (_escaped(paragraph) for paragraph in entry.paragraphs)
        yield "\n".join(f"- {_escaped(bullet)}" for bullet in entry.bullets)
    if len(section.lines) > 1:
        yield "\n".join(f"- {_escaped(line)}" for line in section.lines)
    else:
        yield from (_escaped(line) for line in section.lines)


def _escaped(text: str) -> str:
    """Escape what Markdown would read as a mark."""
    inline = _MARKS.sub(r"\\\1", text)
    return _LINE_MARKS.sub(lambda match: f"{match[2]}\\{match[3]}" if match[2] else f"\\{match[1]}", inline)
