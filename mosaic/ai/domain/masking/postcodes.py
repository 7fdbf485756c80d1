"""Postcodes: alone where their shape says enough, else beside a town."""

import re
from collections.abc import Iterator

from mosaic.ai.domain.masking.plain import Plain
from mosaic.ai.domain.masking.spans import Found, Kind
from mosaic.ai.domain.masking.vocabulary import cues
from mosaic.documents.resume.places import country_of, is_town, region_of
from mosaic.lexicon.gazetteer import fold, gazetteer

_ALONE = re.compile(
    r"(?<![\w-])(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-HJKPSTUW]? ?[0-9][ABD-HJLNP-UW-Z]{2}"
    r"|[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][ -]?[0-9][ABCEGHJ-NPRSTV-Z][0-9]"
    r"|(?:[AC-FHKNPRTV-Y][0-9]{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}(?<=[A-Z0-9]{4})(?<![A-Z]{4})"
    r"|(?<!\) )(?<![0-9] )[0-9]{5}-[0-9]{4}|〒 ?[0-9]{3}-?[0-9]{4}|(?:D|F|A|CH|NL|B|I|E|PL|S|DK)-[0-9]{4,5}(?: ?[A-Z]{2})?)(?![\w-])"
)
_LOW = re.compile(r"(?<![\w-])[a-pr-uwyz][a-hk-y]?[0-9][0-9a-hjkpstuw]? [0-9][abd-hjlnp-uw-z]{2}(?![\w-])")
_NUMBER = re.compile(
    r"(?<![\w.,£$€+-])(?<![0-9] )(?<!\) )(?:[0-9]{5}-[0-9]{3}|[0-9]{4}-[0-9]{3}|[0-9]{2}-[0-9]{3}|[0-9]{3}-[0-9]{4}|[0-9]{3} [0-9]{2,3}|[0-9]{4} ?[A-Z]{2}|[0-9]{4,6})(?![\w%]|[.,][0-9]|[ -][0-9])"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}$")
_PLACE_BEHIND = re.compile(r"[ \t]{1,2}([^\W\d_]{2,25}(?:[ -][^\W\d_]{2,25}){0,2})")
_PLACE_BEFORE = re.compile(r"([^\W\d_]{2,25})[,.]?[ \t\n-]{1,3}$")
_OPENS = re.compile(r"(?:^|[\n,;:(|\ufffc][ \t]{0,2}|\d[a-zA-Z]?[ \t]{1,2})$")


def postcodes_in(view: Plain) -> Iterator[Found]:
    """Yield postcodes."""
    for pattern in (_ALONE, _LOW):
        for match in pattern.finditer(view.plain):
            if pattern is _ALONE or _is_said(view, match.start()):
                yield Found(match.start(), match.end(), Kind.ADDRESS)
    for match in _NUMBER.finditer(view.plain):
        if _is_beside_place(view.plain, match) or _is_said(view, match.start()):
            yield Found(match.start(), match.end(), Kind.ADDRESS)


def _is_said(view: Plain, start: int) -> bool:
    """Whether the words before say postcode, or a letter-and-digit code follows a town."""
    index = view.word_at(start)
    for place in range(index, max(0, index - 2), -1):
        if cues("postcodes").before(view.words, place) and start - view.words[place - 1].end <= 12:
            return True
    before = _PLACE_BEFORE.search(view.plain[max(0, start - 30) : start])
    return bool(before) and view.plain[start].isalpha() and _is_place(before[1] if before else "")


def _is_beside_place(text: str, match: re.Match[str]) -> bool:
    before, code = text[max(0, match.start() - 30) : match.start()], match.group()
    behind = _PLACE_BEHIND.match(text, match.end())
    is_open = bool(_OPENS.search(before))
    if behind and is_open and not (_YEAR.match(code) and len(code) == 4 and not before.strip().endswith(",")):
        words = behind[1].split()
        if any(_is_place(" ".join(words[:count])) for count in range(len(words), 0, -1)):
            return True
    place = _PLACE_BEFORE.search(before)
    if not place or "-" in code[:3]:
        return False
    if (
        place[1].isupper()
        and len(place[1]) in (2, 3)
        and region_of(place[1])
        and (len(code) == 5 or len(place[1]) == 3)
    ):
        return True
    return len(code.replace(" ", "")) in (5, 6) and (_is_place(place[1])) and not behind


def _is_place(text: str) -> bool:
    """Whether some words are a town, a region or a country, written large."""
    if not text[:1].isupper():
        return False
    return is_town(text) or bool(country_of(text)) or fold(text) in gazetteer().names
