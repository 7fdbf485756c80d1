"""The name at the head of a résumé or letter that somebody pasted."""

import re
from collections.abc import Iterator
from itertools import islice

from mosaic.ai.domain.masking.plain import Plain
from mosaic.ai.domain.masking.spans import Found, Kind
from mosaic.ai.domain.masking.unlikely import Doubt, is_likely
from mosaic.documents.model import Document, FileKind, Outcome
from mosaic.documents.resume.headings import heading_of
from mosaic.documents.resume.lines import Line, lines_of
from mosaic.documents.resume.names import find_name
from mosaic.documents.resume.reach import emails_in, hints_of

_RULE = re.compile(r"^[ \t]{0,8}[^\w\s]{3,80}.{0,80}\n", re.MULTILINE)
_MOST_HEADS = 8
_MOST_LETTERS = 2_500
_MOST_LINES = 14
_SURE = 3.0
_BORNE_OUT = 2.0


def names_at_heads(view: Plain) -> Iterator[Found]:
    """Yield the name in the first lines of the text, and of each part of it that a rule or fence sets apart."""
    starts = [0, *(match.end() for match in _RULE.finditer(view.plain))]
    for start in islice(starts, _MOST_HEADS):
        yield from _name_in(view, start)


def _name_in(view: Plain, start: int) -> Iterator[Found]:
    text = view.plain[start : start + _MOST_LETTERS]
    if text.count("\n") < 3:
        return
    lines = lines_of(Document(FileKind.TEXT, Outcome.READ, text))[:_MOST_LINES]
    mails = [mail.value for line in lines for mail in emails_in(text, line.start, line.end)]
    if not mails and not any(heading_of(line) for line in lines):
        return
    name = find_name(lines, [hint for mail in mails[:3] for hint in hints_of(mail)])
    if name is None or name.score < (_BORNE_OUT if mails else _SURE) or not _is_short(lines, name.line):
        return
    first, last = view.word_at(start + name.start), view.word_at(start + name.end) - 1
    if first <= last and is_likely(view, first, last, Doubt.SOME):
        yield Found(view.words[first].start, view.words[last].end, Kind.NAME)


def _is_short(lines: list[Line], line: Line) -> bool:
    return bool(lines) and len(line.text) <= 80
