"""Where somebody lives: finds the address among the lines of the head and takes it apart."""

import re
from collections.abc import Iterator, Sequence

from mosaic.documents.resume.clues import employer_clue, title_clue
from mosaic.documents.resume.model import Field, Place
from mosaic.documents.resume.places import POSTCODE, country_of, is_anywhere, is_street, is_town, place_clue, region_of
from mosaic.documents.resume.spans import field_at
from mosaic.documents.resume.vocabulary import phrases

_BIT = re.compile(r"(?:[^,\n|•·\t;–—-]|(?<! )[–—-]|[–—-](?! ))+")
_LABEL = re.compile(r"\s*([^:,|•\t]{1,24}?)\s*(?::|\t|[ \u00a0]{2,})\s*")
_NUMBERED = re.compile(r"[^\W\d][^\d,@]{3,40} \d{1,4}\s?[a-zA-Z]?$")
_OUTWARD = re.compile(r"[A-Z]{1,2}\d{1,2}[A-Z]?")
# “Prague 8”, “Paris 12”.
_DISTRICT = re.compile(r"\d{1,2}")
_PROVINCE = re.compile(r"([^\W\d][^\d(),]{2,30}) \((\d{2,3}|[A-Z]{2})\)?")
_BASED = re.compile(r"\s*(?:based|living|residing|lives|located|resident|wohnhaft) in\s+", re.IGNORECASE)
_PICTURE = re.compile(r"(?:[^\w\s(+'\"“‘,.|/-]\s*)*")
_BETWEEN = " \t\n,•·|–—-"
Span = tuple[int, int]


def find_place(text: str, stretches: Sequence[Span]) -> Place | None:
    """Return the place among the stretches that nothing else has taken, in their order."""
    found: list[tuple[float, int, Span]] = []
    for index, (start, end) in enumerate(stretches):
        begin, labelled = _behind_label(text, start, end)
        if begin < 0:
            continue
        clue = _clue(text[begin:end].strip(" ,.()"))
        if labelled and end - begin <= 120:
            clue = max(clue, 2.0) + 3.0
        if clue > 0:
            found.append((clue, index, (begin, end)))
    if not found:
        return None
    clue, index, span = max(found, key=lambda each: (each[0] >= 2.0, -each[1]))
    return _taken_apart(text, _widened(text, stretches, index, span))


def _behind_label(text: str, start: int, end: int) -> tuple[int, bool]:
    """Return where the words behind a label or a little picture begin, -1 when the label says that this is something else."""
    start = _PICTURE.match(text, start, end).end()  # type: ignore[union-attr]  # it matches nothing too
    match = _LABEL.match(text, start, end)
    if match:
        if match[1] in phrases("names", "labels", "address"):
            return match.end(), True
        if any(match[1] in phrases("names", "labels", key) for key in ("other", "name", "email", "phone")):
            return -1, False
    based = _BASED.match(text, start, end)
    return (based.end(), True) if based else (start, False)


def _clue(literal: str) -> float:
    if not literal or len(literal) > 110:
        return -3.0
    if POSTCODE.search(literal) and (
        is_street(literal.split(",", maxsplit=1)[0])
        or (len(literal.split()) <= 6 and re.search(r"[A-Z][a-z]", literal))
    ):
        return 4.0
    bits = [POSTCODE.sub("", bit).strip(" .") for bit in literal.split(",")]
    if len(bits) >= 3 and POSTCODE.search(literal) and (country_of(bits[-1]) or any(is_town(bit) for bit in bits)):
        return 4.0
    if title_clue(literal) >= 2.5 or employer_clue(literal) >= 3.0:
        return -3.0
    clue = 2.5 if _PROVINCE.fullmatch(literal) else place_clue(literal)
    return 3.5 if is_street(literal.split(",", maxsplit=1)[0]) and clue <= 0 else clue


def _widened(text: str, stretches: Sequence[Span], index: int, span: Span) -> Span:
    """Take in the lines above or below that are part of the same address."""
    start, end = span
    for before in reversed(stretches[:index]):
        literal = text[before[0] : before[1]].strip(" ,")
        if (
            text[before[1] : start].strip(_BETWEEN)
            or not (is_street(literal) or _NUMBERED.match(literal))
            or ":" in literal
        ):
            break
        start = before[0]
    for after in stretches[index + 1 : index + 3]:
        literal = text[after[0] : after[1]].strip(" ,")
        if (
            text[end : after[0]].strip(_BETWEEN)
            or ":" in literal
            or not (_clue(literal) > 0 or POSTCODE.fullmatch(literal))
        ):
            break
        end = after[1]
    return start, end


def _bits(text: str, span: Span) -> Iterator[Field]:
    for match in _BIT.finditer(text, *span):
        postcode = POSTCODE.search(match.group().strip()) if not is_street(match.group().strip()) else None
        if postcode is None:
            if field := field_at(text, *match.span()):
                yield field
            continue
        shift = match.start() + len(match.group()) - len(match.group().lstrip())
        cut, stop = shift + postcode.start(), shift + postcode.end()
        for start, end in ((match.start(), cut), (cut, stop), (stop, match.end())):
            if field := field_at(text, start, end):
                yield field


def _taken_apart(text: str, span: Span) -> Place | None:
    whole = field_at(text, *span)
    if whole is None:
        return None
    bits = [part for bit in _bits(text, (whole.start, whole.end)) for part in _with_region_apart(text, bit)]
    coded = any(POSTCODE.fullmatch(bit.value) for bit in bits)
    countries = [bit for bit in bits if country_of(bit.value) and not (coded and region_of(bit.value))]
    country = Field(country_of(countries[-1].value), countries[-1].start, countries[-1].end) if countries else None
    left = [bit for bit in bits if country is None or bit.start != country.start]
    coded_first = sorted(left, key=lambda bit: not POSTCODE.fullmatch(bit.value))
    postal = next((bit for bit in coded_first if _is_postal(bit.value)), None)
    left = [bit for bit in left if bit is not postal]
    streets = [bit for bit in left if is_street(bit.value) or any(letter.isdigit() for letter in bit.value)]
    region = next((bit for bit in [bit for bit in left if bit not in streets][1:] if region_of(bit.value)), None)
    left = [bit for bit in left if bit not in streets and bit is not region and not is_anywhere(bit.value)]
    city = _city(left, postal, streets) or next(
        (bit for bit in bits if country and bit.start == country.start and is_town(bit.value)), None
    )
    address = _address(text, streets, left, city)
    return Place(whole, address, postal, city, region, country)


def _is_postal(bit: str) -> bool:
    return bool(POSTCODE.fullmatch(bit) or _OUTWARD.fullmatch(bit) or re.fullmatch(r"\d{2,3}", bit))


def _with_region_apart(text: str, bit: Field) -> Iterator[Field]:
    """Part "Boston MA"."""
    if province := _PROVINCE.fullmatch(text, bit.start, bit.end):
        parts = (field_at(text, *province.span(1)), field_at(text, *province.span(2)))
        yield from (part for part in parts if part)
        return
    head, _, tail = bit.value.rpartition(" ")
    if is_town(tail) and head.isdigit():
        parts = (field_at(text, bit.start, bit.start + len(head)), field_at(text, bit.end - len(tail), bit.end))
        yield from (part for part in parts if part)
    elif is_town(head) and _DISTRICT.fullmatch(tail):
        part = field_at(text, bit.start, bit.start + len(head))
        yield from [part] if part else []
    elif (
        head
        and len(tail) <= 4
        and tail.isupper()
        and (region_of(tail) or (is_town(head) and _OUTWARD.fullmatch(tail)))
        and text[bit.end - len(tail) : bit.end] == tail
    ):
        cut = bit.end - len(tail)
        parts = (field_at(text, bit.start, cut), field_at(text, cut, bit.end))
        yield from (part for part in parts if part)
    else:
        yield bit


def _city(left: Sequence[Field], postal: Field | None, streets: Sequence[Field]) -> Field | None:
    """Return the town: beside the postal code, known, or the first that is left."""
    beside = [bit for bit in left if postal and (0 <= bit.start - postal.end <= 2 or 0 <= postal.start - bit.end <= 3)]
    known = [bit for bit in left if is_town(bit.value)]
    pool = known if any(bit in known for bit in beside) or not beside else beside
    pool = pool or list(left)
    is_last = pool is beside or (streets and pool != known)
    return (pool[-1] if is_last else pool[0]) if pool else None


def _address(text: str, streets: Sequence[Field], left: Sequence[Field], city: Field | None) -> Field | None:
    before = [bit for bit in left if city and bit.end <= city.start and bit is not city]
    if not streets and not before:
        return None
    parts = sorted([*streets, *before], key=lambda bit: bit.start)
    return field_at(text, parts[0].start, parts[-1].end)
