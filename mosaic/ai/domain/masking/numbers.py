"""Numbers that are one person's: identity cards, insurance, bank accounts; and days of birth."""

import re
from collections.abc import Iterator

from mosaic.ai.domain.masking.plain import Plain, folded
from mosaic.ai.domain.masking.spans import Found, Kind
from mosaic.ai.domain.masking.vocabulary import cues, single

# Numbers that are known by their shape alone.
_SHAPES = tuple(
    re.compile(rf"(?<![\w-]){shape}(?![\w-])")
    for shape in (
        r"[A-Za-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-Da-d]",  # United Kingdom
        r"[0-9]{3}-[0-9]{2}-[0-9]{4}",  # United States
        r"[0-9]{8}-?[A-HJ-NP-TV-Z]|[XYZ]-?[0-9]{7}-?[A-Z]",  # Spain
        r"[A-Z]{6}[0-9]{2}[A-Z][0-9]{2}[A-Z][0-9]{3}[A-Z]",  # Italy
        r"[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}",  # Brazil
        r"(?:[0-9]{2})?[0-9]{6}[-+][0-9]{4}|[0-9]{6}[-+A][0-9]{3}[0-9A-Y]",  # Sweden, Denmark, Finland
        r"[2-9][0-9]{3} [0-9]{4} [0-9]{4}",  # India
        r"[A-Z]{5}[0-9]{4}[A-Z]",  # India, tax
        r"[12] ?[0-9]{2} ?[01][0-9] ?[0-9AB]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}",  # France
        r"[STFG][0-9]{7}[A-Z]",  # Singapore
        r"756\.[0-9]{4}\.[0-9]{4}\.[0-9]{2}",  # Switzerland
        r"[0-9]{4}[- ][0-9]{4}[- ][0-9]{4}[- ][0-9]{3}[0-9X]",  # cards, ORCID
        r"[A-Z]{4}[0-9]{6}[HM][A-Z]{5}[0-9A-Z]{2}",  # Mexico
    )
)
_IBAN = re.compile(r"(?<!\w)[A-Za-z]{2}[0-9]{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,4})?(?!\w)")
_CODE = re.compile(r"[\s:#.=\-]{0,4}((?:[A-Z]{1,5}[ \-/.]?|[a-z]{1,2})?[0-9](?:[ \-/.]?[A-Za-z0-9]){3,23})")
_TAIL_WORD = re.compile(r"[ \-/.][A-Za-z]{2,}[A-Za-z0-9 \-/.]*$|[ \-/.]+$")
_DAY = re.compile(
    r"[0-9]{1,4}[ ]?[./-][ ]?[0-9]{1,2}[ ]?[./-][ ]?[0-9]{2,4}"
    r"|[0-9]{1,2}(?:st|nd|rd|th|er|\.|º|o)?[ ](?:of |de |den )?[^\W\d_]{3,12}\.?,?[ ](?:de |del )?[0-9]{4}"
    r"|[^\W\d_]{3,12}\.?[ ][0-9]{1,2}(?:st|nd|rd|th)?,?[ ][0-9]{4}"
    r"|[0-9]{1,2}(?:st|nd|rd|th|\.)?[ ](?:of )?[^\W\d_]{3,12}|[^\W\d_]{3,12}[ ][0-9]{4}"
    r"|[0-9]{2,4} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日|(?:19|20)[0-9]{2}(?![0-9])|[0-9]{8}(?![0-9])"
)
# What may stand between the word and the day; it is looked for at the beginning of each word in reach.
_BLANKS = re.compile(r"[ \t\n:.,\-()=*]{0,6}")
_ONE_WORD = re.compile(r"[^\W\d_]{1,12}")
_MOST_STEPS = 4


def numbers_in(view: Plain) -> Iterator[Found]:
    """Yield numbers that are one person's."""
    for shape in _SHAPES:
        yield from (Found(match.start(), match.end(), Kind.ID) for match in shape.finditer(view.plain))
    for match in _IBAN.finditer(view.plain):
        end = _end_of_iban(match.group())
        if end:
            yield Found(match.start(), match.start() + end, Kind.ID)
    yield from _named(view)
    yield from _births(view)


def _end_of_iban(literal: str) -> int:
    """Return where a bank account's number ends whose check digits are right (ISO 13616), 0 for none."""
    places = [place for place, letter in enumerate(literal, 1) if letter.isalnum()]
    for count in range(len(places), 14, -1):
        code = [letter.upper() for letter in literal[: places[count - 1]] if letter.isalnum()]
        if int("".join(str(int(letter, 36)) for letter in code[4:] + code[:4])) % 97 == 1:
            return places[count - 1]
    return 0


def _named(view: Plain) -> Iterator[Found]:
    """Yield the number behind “passport no.” and the like."""
    fillers = single("number_fillers")
    for index in range(len(view.words)):
        length = cues("numbered").at(view.words, index)
        if not length:
            continue
        last = index + length - 1
        while last + 1 < len(view.words) and view.words[last + 1].folded in fillers and _is_near(view, last):
            last += 1
        match = _CODE.match(view.plain, view.words[last].end)
        literal = _TAIL_WORD.sub("", match[1]) if match else ""
        if match and sum(letter.isdigit() for letter in literal) >= 4 and not re.fullmatch(r"(?:19|20)\d\d", literal):
            yield Found(match.start(1), match.start(1) + len(literal), Kind.ID)


def _is_near(view: Plain, last: int) -> bool:
    return view.words[last + 1].start - view.words[last].end <= 3


def _births(view: Plain) -> Iterator[Found]:
    """Yield the day behind “born on” and the like; where somebody was born stays."""
    for index in range(len(view.words)):
        length = cues("born").at(view.words, index)
        if not length:
            continue
        day = _day_after(view, view.words[index + length - 1].end)
        if day:
            yield Found(day.start(), day.end(), Kind.ID)


def _day_after(view: Plain, place: int) -> re.Match[str] | None:
    for _ in range(_MOST_STEPS):
        blanks = _BLANKS.match(view.plain, place)
        place = blanks.end() if blanks else place
        day = _DAY.match(view.plain, place)
        if day and _is_day(day.group()):
            return day
        word = _ONE_WORD.match(view.plain, place)
        if not word:
            return None
        place = word.end()
    return None


def _is_day(literal: str) -> bool:
    words = re.findall(r"[^\W\d_]{3,}", literal)
    return not words or any(folded(word) in _months() for word in words)


def _months() -> frozenset[str]:
    return single("months")
