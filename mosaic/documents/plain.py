"""Plain text and Markdown, line by line."""

import re
from collections.abc import Iterator
from dataclasses import replace

from mosaic.documents.decoding import decoded
from mosaic.documents.headings import marked
from mosaic.documents.letters import bullet_length
from mosaic.documents.limits import Limits
from mosaic.documents.model import BlockKind, Outcome
from mosaic.documents.parts import Part, Reading, Run
from mosaic.documents.refusal import Refusal

FULL_LINE = 50
_WIDE_GAP = re.compile(r"(?<=\S)(?: {3,}|\s*\t\s*)(?=\S)")
_UNDERLINE = re.compile(r"\s*([=\-_~*#])\1{2,}\s*")
_UNFINISHED = re.compile(r"[^.!?:;]\s*$")


def read(data: bytes, limits: Limits) -> Reading:
    """Read plain text. Raises Refusal."""
    text = decoded(data)
    if text is None:
        raise Refusal(Outcome.UNSUPPORTED)
    pages = text.rstrip("\f\n\r ").split("\f")
    if len(pages) > limits.pages:
        raise Refusal(Outcome.TOO_MANY_PAGES)
    parts = [part for number, page in enumerate(pages, 1) for part in parts_of_page(page, number)]
    return Reading(marked(parts), len(pages))


def parts_of_page(page: str, number: int) -> Iterator[Part]:
    """Yield paragraphs: lines, put together where one was broken in the middle of a sentence."""
    last: Part | None = None
    gap = False
    for line in page.splitlines():
        if not line.strip() or _UNDERLINE.fullmatch(line):
            is_rule = bool(line.strip()) and last is not None and not gap
            last = replace(last, kind=BlockKind.HEADING) if last and is_rule and len(last.text) < FULL_LINE else last
            gap = True
            continue
        if last is not None and not gap and goes_on(last.text, line):
            last = replace(last, runs=(Run(f"{last.text.rstrip()} {line.strip()}"),))
            continue
        if last is not None:
            yield last
        last, gap = _part(line, number, gap), False
    if last is not None:
        yield last


def goes_on(last: str, line: str) -> bool:
    """Whether a line only continues the one before it."""
    if not line.strip()[:1].islower() or bullet_length(line.lstrip()) or "\t" in last:
        return False
    return len(last.rsplit("\n", 1)[-1]) >= FULL_LINE and bool(_UNFINISHED.search(last))


def _part(line: str, page: int, gap: bool) -> Part:
    text = _WIDE_GAP.sub("\t", line.strip())
    mark = bullet_length(text)
    text = text[:mark].rstrip("\t") + " " + text[mark:] if mark else text
    kind = BlockKind.BULLET if mark else BlockKind.ROW if "\t" in text else BlockKind.PARAGRAPH
    return Part(kind, (Run(text),), page, after_gap=gap)
