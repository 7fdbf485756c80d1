"""Where lines, columns and pages meet: words and sentences cut there are put together again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mosaic.documents.hyphens import BREAK, HYPHENS
from mosaic.documents.letters import bullet_length
from mosaic.documents.model import BlockKind
from mosaic.documents.parts import Part, Run

_CUT_ADDRESS = re.compile(r"\S\.\S+/$")
_OPEN_RANGE = re.compile(r"\w[–—]$")
_ADDRESS_WORD = re.compile(r"\S*[./@_]\S*$")
SENTENCE_WORDS = 5
SAME_SIZE = 0.2


def joined_runs(runs: Sequence[Run], others: Sequence[Run]) -> list[Run]:
    """Put two lines together, over a hyphen without a blank. Whether the hyphen stays is settled in `hyphens`."""
    last, follows = runs[-1], others[0].text[:1]
    if _CUT_ADDRESS.search(last.text) or _OPEN_RANGE.search(last.text):
        return [*runs, *others]
    if not last.text.endswith(HYPHENS) or last.text[:-1].endswith((" ", "\t")) or not follows.isalnum():
        return [*runs, Run(" "), *others]
    is_address = _ADDRESS_WORD.search(last.text)
    hyphen = BREAK if follows.islower() and not is_address else "-"
    return [*runs[:-1], replace(last, text=last.text[:-1] + hyphen), *others]


def joined(flows: Iterable[Sequence[Part]]) -> list[Part]:
    """String columns and pages together, and paragraphs that their border has cut in the middle of a sentence."""
    result: list[Part] = []
    for flow in flows:
        is_cut = bool(result and flow) and _is_cut(result[-1], flow[0])
        if is_cut:
            result[-1] = replace(result[-1], runs=tuple(joined_runs(result[-1].runs, flow[0].runs)))
        result.extend(flow[is_cut:])
    return result


def _is_cut(last: Part, part: Part) -> bool:
    if BlockKind.ROW in {last.kind, part.kind} or abs(last.size - part.size) > SAME_SIZE:
        return False
    if part.text[:1].islower() and last.text.endswith(HYPHENS):
        return True
    unfinished = len(last.text.split()) >= SENTENCE_WORDS and not last.text.rstrip().endswith((".", "!", "?", ":"))
    return unfinished and part.text[:1].islower() and not bullet_length(part.text) and " " in part.text.strip()
