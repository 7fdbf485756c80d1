"""Words that were broken at the end of a line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mosaic.documents.parts import Part

HYPHENS = ("-", "\u2010", "\u00ad")
# Stands for a hyphen at the end of a line until all words of the document are known.
BREAK = "\u00ad\u200b"

_BROKEN = re.compile(rf"([\w'’]*){BREAK}(\w*)")
_WORD = re.compile(r"\w+(?:-\w+)*")
# Words that mostly take part in compounds written with a hyphen.
_FIRST_WORDS = (
    "anti all award back best bi client co cost cross customer cutting data decision day e evidence fast first follow four free front full goal hand hands hard high "
    "in inter kick large lead life light long low mid mini multi near next non off on one open out over part patient peer people performance post pre problem project "
    "pro quick real results risk self semi seven short six small social sub team ten third three time top two under up user value well wide world year years"
)
_SECOND_WORDS = (
    "aware based bearing building centered centred centric class compliant driven edge effective end ended facing first focused free friendly functional in increasing "
    "led leading level making minded month native new of off on oriented out person phase platform quality ready related rich round running saving scale sector "
    "service setting site solving specific speed stack standing stop style term the threading time to up week wide winning world year"
)
_FIRST, _SECOND = frozenset(_FIRST_WORDS.split()), frozenset(_SECOND_WORDS.split())


def settle(parts: Sequence[Part]) -> list[Part]:
    """Return the parts with every broken word whole again: with its hyphen when it is a compound, without otherwise."""
    if not any(BREAK in part.text for part in parts):
        return list(parts)
    known = _words_of(parts)
    return [_whole(part, known) if BREAK in part.text else part for part in parts]


def _words_of(parts: Iterable[Part]) -> frozenset[str]:
    return frozenset(word.lower() for part in parts for word in _WORD.findall(_BROKEN.sub(" ", part.text)))


def _whole(part: Part, known: frozenset[str]) -> Part:
    hyphens = iter(_hyphen(match[1].lower(), match[2].lower(), known) for match in _BROKEN.finditer(part.text))
    runs = [replace(run, text=re.sub(BREAK, lambda _: next(hyphens), run.text)) for run in part.runs]
    return replace(part, runs=tuple(runs))


def _hyphen(before: str, after: str, known: frozenset[str]) -> str:
    """Return the hyphen of a compound, or nothing."""
    if before + after in known:
        return ""
    is_compound = f"{before}-{after}" in known or before in _FIRST or after in _SECOND
    return "-" if is_compound else ""
