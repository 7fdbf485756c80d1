"""Finds where the work is, by the shape of what names a place: with a country or state, a postcode, or behind “in”."""

import re

from opportunity_bridge.domain.pieces import REST, Piece, hosts_in, is_prose, owns
from opportunity_bridge.domain.place_names import (
    CONDITION,
    FIRM,
    NAME,
    NO_PLACE,
    WORDS,
    ending,
    is_city,
    is_name,
    is_work,
    listed,
    looks_like_names,
    only_known,
)
from opportunity_bridge.domain.places import place_of

_REGIONS = {
    "US": "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC",
    "CA": "AB BC MB NB NL NS ON PE QC SK Ontario Alberta Quebec Québec Manitoba",
    "AU": "NSW VIC QLD TAS ACT Queensland Victoria",
}
_STATE_CODES = "|".join(code for codes in _REGIONS.values() for code in codes.split())
_STATE = re.compile(rf"(?:,\s*|\s)(?P<state>{_STATE_CODES})\b(?:\s+\d{{5}})?(?:,? (?:USA|US|Canada|Australia))?$")
_POSTCODE = re.compile(r"\b(?![ABC][12]$)[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2})?$|\b\d{4,5}(?= [A-Z])")
_BEHIND = re.compile(
    rf"\b(?:based|located|live|lives|works?|office|studio|workshop|clinic|shop|salon|store|practice|hotel|school|house|team|area|depot|client|position|role|site|park)\b[^.;\n]{{0,25}}?\b(?:in|near|at|around|outside)\s+(?:central |downtown |the |north |south |east |west |our )?(?P<one>{WORDS})"
    rf"|\b[Oo]ur (?P<three>{NAME}(?: {NAME})?) (?:branch|office|store|shop|site|practice|clinic|depot|school|restaurant|salon|studio|team|location|hotel|warehouse|centre|campus|hospital|nursery|home|plant|hub)\b"
    rf"|\b(?:in|near|around)\s+(?:central |downtown |north |south |east |west )?(?P<two>{WORDS})"
)
_AREA = re.compile(r",? (?:and|&) (?:the )?(?:surrounding|nearby) areas?$|,? area$", re.IGNORECASE)
_PUBLIC = re.compile(
    rf"\b(?i:City|Town|County|University|Municipality|Borough|Diocese|Port) (?i:of) (?P<one>{NAME}(?: {NAME})?)|\b(?P<two>{NAME}(?: {NAME})?) (?:Town|City|County|Borough|Parish|District|Municipal) (?:Council|Hall|Library)"
)
_BRACKETED = re.compile(rf"^{NAME}(?: {NAME}){{0,3}} \((?P<words>{NAME}(?: {NAME})?)\)", re.MULTILINE)
_REMOTE_IN = re.compile(
    r"\b[Rr]emote(?:,| -| –|:|\s+in|\s+within|\s*\()\s*(?:the )?(?P<words>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
)
_NEAR = re.compile(r"^(?:(?:based|located|close)\s+)?(?:in|at|near|around|outside|to)\s+(?=[A-ZÀ-Þ])")


LONGEST_ALONE = 3


def country_of(location: str) -> str:
    """Return the ISO code of the country a place names, itself or by one of its states; nothing when it names none."""
    named = place_of(location).country
    state = _STATE.search(location)
    if named or state is None:
        return named
    return next(country for country, codes in _REGIONS.items() if state["state"] in codes.split())


def place_in(text: str, pieces: list[Piece]) -> Piece | None:
    """Return where the work is: a piece of the first lines with the shape of a place, else what stands behind “in”."""
    lines, rests = [one for one in pieces if one.place != REST], [one for one in pieces if one.place == REST]
    return _by_shape(text, lines) or _by_shape(text, rests) or ending(lines) or _behind(text) or only_known(text)


def _by_shape(text: str, pieces: list[Piece]) -> Piece | None:
    for one in pieces:
        shaped = _shaped(one)
        if shaped:
            return shaped
    hosts = hosts_in(text)
    return _whole(text, pieces, hosts) or _after_comma(pieces) or _last_of_line(pieces, hosts)


def _shaped(piece: Piece) -> Piece | None:
    """Return a piece with a state, a country or a postcode, without the street before it."""
    words = re.sub(r"\s*\((?:on-?site|hybrid|remote|f/m|.*\bdays\b.*)[^)]*\)?$", "", piece.words, flags=re.IGNORECASE)
    if is_prose(words) or not words or len(words.split()) > 9:
        return None
    if re.match(r"\W*\d|.*\d:\d", words) and not _POSTCODE.search(words):
        return None
    at = _without_street(words)
    is_known = listed(words) is not None and looks_like_names(_AREA.sub("", words[at:]))
    if not (_STATE.search(words) or is_known or _POSTCODE.search(words)) or is_work(words.split(",")[0]):
        return None
    return Piece(piece.start + at, piece.start + len(words), words[at:], piece.line, piece.place, piece.count)


def _without_street(words: str) -> int:
    """Return where the place begins in words: behind a firm, a street, and a “near”."""
    parts = [one.strip() for one in words.split(",")]
    while len(parts) > 1 and (
        FIRM.search(parts[0])
        or (parts[0][:1].islower() and not _NEAR.match(parts[0]))
        or re.search(r"\d|\b(?:St|Street|Road|Rd|Lane|Building|House)\b", parts[0])
    ):
        parts = parts[1:]
    at = words.find(parts[0])
    near = _NEAR.match(words[at:])
    return at + (near.end() if near else 0)


def _whole(text: str, pieces: list[Piece], hosts: list[str]) -> Piece | None:
    """Return a place of two names among other pieces of a line: “RVN - mixed practice - Penrith, Cumbria”."""
    for one in pieces:
        head = one.words.partition(", ")[0]
        is_at = text[max(0, one.start - 4) : one.start].lower() == " at "
        if (
            one.count > 1
            and not is_at
            and head != one.words
            and is_name(one.words)
            and not (FIRM.search(head) or owns(head, hosts))
        ):
            return one
    return None


def _after_comma(pieces: list[Piece]) -> Piece | None:
    """Return the place behind the name of a firm: “Pells Bakery, Cliffe High St, Lewes”."""
    for one in pieces:
        head, comma, rest = one.words.partition(", ")
        tail = rest.rsplit(", ", 1)[-1]
        tail = re.sub(r" \d{1,2}$", "", tail)
        if comma and len(one.words.split()) <= 12 and is_name(tail) and not is_work(tail) and head[:1].isupper():
            start = one.start + one.words.rfind(tail)
            return Piece(start, start + len(tail), tail, one.line, one.place, one.count)
    return None


def _last_of_line(pieces: list[Piece], hosts: list[str]) -> Piece | None:
    """Return the place that ends a line of three: “Joiner | Pells & Co | Leeds”; or stands in brackets behind a firm."""
    for one in sorted(pieces, key=lambda each: (each.line, -each.place)):
        bracket = re.search(r"\((?P<words>[^()]{3,40})\)$", one.words)
        words = bracket["words"].split(",")[0].split(";")[0].strip() if bracket else _AREA.sub("", one.words)
        start = one.start + (bracket.start("words") if bracket else 0)
        shouts = one.place == REST and words.isupper()
        if (
            (bracket or one.count > 1)
            and one.line < 6
            and not shouts
            and is_name(words)
            and not is_work(words)
            and not FIRM.search(words)
            and not owns(words, hosts)
            and (bracket or one.place > 0 or one.count > 2)
        ):
            return Piece(start, start + len(words), words, one.line, one.place, one.count)
    return None


def _behind(text: str) -> Piece | None:
    """Return a place that a sentence, the name of a public body or a remote headline speaks of."""
    return _in_words(text) or _inside(text, _PUBLIC) or _inside(text, _BRACKETED) or _inside(text, _REMOTE_IN)


def _inside(text: str, pattern: re.Pattern[str]) -> Piece | None:
    match = pattern.search(text)
    if match is None:
        return None
    name = next(name for name, words in match.groupdict().items() if words)
    words = match[name]
    return Piece(match.start(name), match.end(name), words) if not NO_PLACE.match(words) else None


def below(pieces: list[Piece], role: Piece | None) -> Piece | None:
    """Return of two names on lines of their own around the title the city that is known.

    Otherwise the last: the firm comes first, then the place.
    """
    names = [
        one
        for one in pieces
        if one.count == 1 and role is not None and abs(one.line - role.line) <= 2 and len(one.words.split()) <= 7
        if one.words[:1].isupper() and not is_prose(one.words) and not CONDITION.search(one.words)
    ]
    known = [one for one in names if is_city(one.words)]
    last = (known or names)[-1] if len(names) > 1 else None
    if last is None or len(last.words.split()) > LONGEST_ALONE or FIRM.search(last.words):
        return None
    return last if is_name(last.words) else None


def stacked(text: str, pieces: list[Piece], role: Piece | None) -> Piece | None:
    """Return a short name on a line of its own near the title, when nothing else names a place."""
    for one in reversed(pieces):
        near = role is None or abs(one.line - role.line) <= 2
        alone = one.count == 1 and one.line < 6 and len(one.words.split()) <= 3
        if near and alone and is_name(one.words) and not is_work(one.words) and not FIRM.search(one.words):
            return one
    return None


def _in_words(text: str) -> Piece | None:
    """Return what stands behind “in”: a known city before other names."""
    found = [one for match in _BEHIND.finditer(text) if (one := _named(match))]
    return next((one for one in found if is_city(one.words)), next(iter(found), None))


def _named(match: re.Match[str]) -> Piece | None:
    group = next(name for name, found in match.groupdict().items() if found)
    words = match[group].rstrip(".’'-")
    head = words.partition(" by ")[0]
    words = head if is_city(head) else words
    if NO_PLACE.match(words) or re.fullmatch(r"[A-Z]{2,5}", words) or len(words) <= 2 or is_work(words):
        return None
    return Piece(match.start(group), match.start(group) + len(words), words)
