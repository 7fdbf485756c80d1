"""The items of a list of skills, and the lexicon's name for them."""

import re
from collections.abc import Iterator

from mosaic.documents.resume.vocabulary import phrases
from mosaic.lexicon.phrases import skill_finder

SEPARATOR = re.compile(r"\s*[;•·|‖∙▪●◦\t]\s*|\s*,\s+|,(?=[^\W\d])|[ \u00a0]{2,}|\s+[–—]\s+(?=[A-Z])|\s+/\s+")
_AND = re.compile(r"^\s*(?:and|und|et|y|e|en|i|och|&)\s+", re.IGNORECASE)
_JOINT = re.compile(r"\s+(?:and|und|et|y|e|en|i|och|&)\s+")
_SHARE = 0.55


def items_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between separators; commas inside brackets do not separate."""
    spans: list[tuple[int, int]] = []
    begin = start
    for match in SEPARATOR.finditer(text, start, end):
        if text.count("(", begin, match.start()) <= text.count(")", begin, match.start()):
            spans.append((begin, match.start()))
            begin = match.end()
    for span in (*spans, (begin, end)):
        yield from _single(text, *span, is_listed=bool(spans))


def _single(text: str, start: int, end: int, *, is_listed: bool) -> Iterator[tuple[int, int]]:
    """Yield an item without its opening words, parted at "and" when it is two skills."""
    leading = _AND.match(text[start:end])
    start += leading.end() if leading else 0
    if opened := phrases("levels", "openings").start(text[start:end]):
        words = list(re.finditer(r"\S+", text[start:end]))
        start += words[min(opened, len(words)) - 1].end()
    literal = text[start:end]
    for match in _JOINT.finditer(literal):
        if _is_two(literal, match, is_listed=is_listed):
            yield start, start + match.start()
            yield start + match.end(), end
            return
    yield from _chips(text, start, end)


def _is_two(literal: str, joint: re.Match[str], *, is_listed: bool) -> bool:
    """Whether "and" parts two skills: both are known, or one is, as the last of a list."""
    if any(each.start < joint.start() and joint.end() < each.end for each in skill_finder().find(literal)):
        return False
    left, right = literal[: joint.start()], literal[joint.end() :]
    known = bool(id_of(left)) + bool(id_of(right))
    is_short = max(len(left.split()), len(right.split())) <= 3
    return known == 2 or (known == 1 and is_listed and is_short)


def _chips(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part "Docker Kubernetes Terraform", where several skills stand on a line with blanks between them."""
    literal = text[start:end]
    mentions = skill_finder().find(literal)
    covered = sum(each.end - each.start for each in mentions)
    if len(mentions) < 3 or "(" in literal or covered < 0.6 * len(literal.strip()):
        yield start, end
        return
    place = 0
    for each in mentions:
        for word in re.finditer(r"\S+", literal[place : each.start]):
            yield start + place + word.start(), start + place + word.end()
        yield start + each.start, start + each.end
        place = each.end
    for word in re.finditer(r"\S+", literal[place:]):
        yield start + place + word.start(), start + place + word.end()


def id_of(text: str) -> str:
    """Return the lexicon's skill that makes up most of the text, "" when there is none."""
    for mention in skill_finder().find(text):
        if mention.end - mention.start >= _SHARE * len(text.strip()):
            return mention.id
    return ""
