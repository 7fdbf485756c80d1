"""Where somebody lives: streets, flats, boxes and postcodes. Towns and countries stay."""

import re
from collections.abc import Iterator

from mosaic.ai.domain.masking.named_streets import streets_by_name
from mosaic.ai.domain.masking.numbered_streets import streets_by_number
from mosaic.ai.domain.masking.plain import TAKEN, Plain
from mosaic.ai.domain.masking.postcodes import postcodes_in
from mosaic.ai.domain.masking.spans import Found, Kind
from mosaic.ai.domain.masking.unlikely import is_place
from mosaic.ai.domain.masking.vocabulary import cues

_FLAT_BEHIND = re.compile(
    r"(?<=oad|way|ute|Hwy) [0-9]{1,4}(?!\w)|,?[ ](?:(?:flat|apt|apartment|unit|suite|ste|room|rm|m|lok|кв|д|корп|daire|kat|lgh|apto|interno|int|esc|door|bte|#)\.?[ :]{0,2}#?[0-9]{1,5}[A-Za-z]?(?!\w)"
    r"|#[0-9]{1,5}|[0-9]{1,2}(?:[°oa](?!\w))(?: ?(?:izq|dcha|[A-Za-z])(?!\w))?)",
    re.IGNORECASE,
)
_EAST = re.compile(
    r"[\u4e00-\u9fff々ァ-ヿ]{2,20}[0-9]{1,4}(?:丁目|-)[0-9]{1,4}(?:(?:番地?|-)[0-9]{1,4})?号?(?![0-9-])"
    r"|(?:(?![在于是])[\u4e00-\u9fff]){1,12}[路街道巷弄][0-9]{1,5}[号號]|[\uac00-\ud7a3]{1,10}(?:로|길)[ ]?[0-9]{1,4}(?:-[0-9]{1,4})?"
)
_GRID = re.compile(
    r"(?<!\w)(?:carrera|cra|kra|kr|calle|cl|diagonal|dg|transversal|tv|avenida|av)\.? ?[0-9]{1,3} ?[a-z]?(?: bis)? ?"
    r"(?:#|no\.?|n) ?[0-9]{1,3} ?[a-z]? ?- ?[0-9]{1,3}",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[ \t]{0,2}[:.#-]?[ \t]{0,2}(?:no\.? ?|n° ?)?([0-9][0-9A-Za-z/ -]{0,8}[0-9A-Za-z]|[0-9])(?!\w)")
_OPENED = re.compile(r"[ \t]{0,3}:[ \t\n]{0,3}")
_LINE = re.compile(r"[^\n]{1,160}")
_PART = re.compile(r"[^,;|]{2,80}")
_HOMES = {"flat", "apartment", "apt", "wohnung", "appartement", "apto"}


def addresses_in(view: Plain) -> Iterator[Found]:
    """Yield streets with house numbers, flats, boxes and postcodes; towns and countries stay."""
    for start, end in (*streets_by_number(view), *streets_by_name(view), *_flats(view)):
        yield Found(start, _with_flat(view.plain, end), Kind.ADDRESS)
    for start, end in _labelled(view):
        yield Found(start, end, Kind.ADDRESS)
    for pattern in (_EAST, _GRID):
        yield from (Found(match.start(), match.end(), Kind.ADDRESS) for match in pattern.finditer(view.plain))
    yield from postcodes_in(view)


def _with_flat(text: str, end: int) -> int:
    for _ in range(3):
        match = _FLAT_BEHIND.match(text, end)
        if not match:
            break
        end = match.end()
    return end


def _labelled(view: Plain) -> Iterator[tuple[int, int]]:
    """Yield what stands behind “Address:” up to the town, and any later part with a number."""
    for index in range(len(view.words)):
        length = cues("address_labels").at(view.words, index)
        opened = _OPENED.match(view.plain, view.words[index + length - 1].end) if length else None
        line = _LINE.match(view.plain, opened.end()) if opened else None
        if not line or "@" in line.group() or TAKEN in line.group():
            continue
        for number, part in enumerate(_PART.finditer(view.plain, line.start(), line.end())):
            literal = part.group().strip()
            if any(letter.isdigit() for letter in literal) or (number == 0 and not is_place(literal)):
                yield (
                    part.start() + len(part.group()) - len(part.group().lstrip()),
                    part.start() + len(part.group().rstrip()),
                )


def _flats(view: Plain) -> Iterator[tuple[int, int]]:
    """Yield “Flat 3b” and “PO Box 12”."""
    for index in range(len(view.words)):
        boxed = cues("boxes").at(view.words, index)
        length = boxed or (cues("flats").at(view.words, index) if view.words[index].folded in _HOMES else 0)
        if not length or (view.words[index].folded in ("box", "bp") and not view.words[index].is_big):
            continue
        match = _NAMED.match(view.plain, view.words[index + length - 1].end)
        if match and (boxed or view.words[index].is_big or cues("living").before(view.words, index)):
            yield view.words[index].start, match.end()
