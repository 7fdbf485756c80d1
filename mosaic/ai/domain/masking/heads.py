"""The name at the head of a résumé or letter that somebody pasted."""

import re
from collections.abc import Iterator
from itertools import islice

from mosaic.ai.domain.masking.forms import SHORT
from mosaic.ai.domain.masking.plain import Plain
from mosaic.ai.domain.masking.spans import Found, Kind
from mosaic.ai.domain.masking.unlikely import Doubt, is_likely
from mosaic.ai.domain.masking.vocabulary import single
from mosaic.documents.model import Document, FileKind, Outcome
from mosaic.documents.resume.headings import heading_of
from mosaic.documents.resume.lines import Line, lines_of
from mosaic.documents.resume.model import Section
from mosaic.documents.resume.name_words import likeness_to_all
from mosaic.documents.resume.names import find_name
from mosaic.documents.resume.reach import emails_in, hints_of

_RULE = re.compile(r"^[ \t]{0,8}[^\w\s]{3,80}.{0,80}\n", re.MULTILINE)
_MOST_HEADS = 8
_MOST_LETTERS = 2_500
_MOST_LINES = 14
_SURE = 3.0
_BORNE_OUT = 2.0
_LONGEST = 80
_LIVES = frozenset({Section.WORK, Section.EDUCATION, Section.SKILLS, Section.LANGUAGES, Section.REFERENCES})


def names_at_heads(view: Plain) -> Iterator[Found]:
    """Yield the name in the first lines of the text, and of each part of it that a rule or fence sets apart."""
    starts = [0, *(match.end() for match in _RULE.finditer(view.plain))]
    for start in islice(starts, _MOST_HEADS):
        yield from _name_in(view, start)


def _name_in(view: Plain, start: int) -> Iterator[Found]:
    text = view.plain[start : start + _MOST_LETTERS]
    if text.count("\n") < 3:
        return
    document = Document(FileKind.TEXT, Outcome.READ, text)
    lines = lines_of(document)[:_MOST_LINES]
    mails = [mail.value for line in lines for mail in emails_in(text, line.start, line.end)]
    hints = [hint for mail in mails[:3] for hint in hints_of(mail)]
    name = find_name(lines, hints)
    if name is None or len(name.line.text) > _LONGEST:
        return
    first, last = view.word_at(start + name.start), view.word_at(start + name.end) - 1
    words = view.words[first : last + 1]
    if any(word.folded in single("never") and len(word.folded) > SHORT for word in words) or not words:
        return
    is_borne_out = likeness_to_all(name.value.split(), [hint.casefold() for hint in hints]) >= _BORNE_OUT
    is_person = is_borne_out or words[0].folded in single("given", file="names")
    is_resume = sum(kind in _LIVES for kind in map(_kind, lines_of(document))) > 0
    if (is_person or (is_resume and name.score >= _SURE)) and is_likely(view, first, last, Doubt.SOME):
        yield Found(words[0].start, words[-1].end, Kind.NAME)


def _kind(line: Line) -> Section | None:
    heading = heading_of(line)
    return heading.kind if heading else None
