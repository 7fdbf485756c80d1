"""How to apply: the address, mail or telephone number a posting names for it."""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice

from opportunity_bridge.domain.said import Said


class Route(StrEnum):
    """What one uses to apply."""

    LINK = "link"
    MAIL = "mail"
    PHONE = "phone"


_LINK = re.compile(r"\b(?:https?://|www\.)[^\s<>\"'()\[\]]+[^\s<>\"'()\[\].,;:!?]|\bt\.me/\w+", re.IGNORECASE)
_MAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+\b")
_PHONE = re.compile(r"(?<![\w£€$.,:/-])\+?\(?\d[\d ()/-]{6,18}\d(?![\w%£€$])")
_ASKING = re.compile(
    r"\b(?:appl(?:y|ication|ications|icants)|send|sent|e-?mail|mail|write|submit|CV|resume|résumé|register|sign up|join|contact|call|ring|phone|telephone|text|message|msg|whatsapp|reply|drop|more and|details|form|portfolio|letter|interested|enquir\w+|get in touch|reach|form from|tel)\b|→|📞|☎",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:privacy|cookies?|terms|imprint|facebook|instagram|twitter|linkedin\.com/company|youtube|learn more about us|our website|visit us|about us|unsubscribe|from|cc|fax|ref(?:erence)?(?: no| number)?|job id|vat|reg(?:istered)? no)\b\W{0,4}$",
    re.IGNORECASE,
)
_MACHINE = re.compile(r"\b(?:no-?reply|privacy|unsubscribe)@|/(?:privacy|cookies|terms|imprint|legal)\b", re.IGNORECASE)
_HEADER = re.compile(r"^\W*(?:from|to|cc|bcc|reply-to|sent)\s*:", re.IGNORECASE)
AROUND = 140
MOST = 40
_ORDER = {Route.LINK: 0, Route.MAIL: 1, Route.PHONE: 2}


def routes_in(text: str) -> tuple[Said[Route], ...]:
    """Return the ways to apply, the likeliest first: those that the words before them speak of, links before mail."""
    found = [(_rank(text, one), one) for one in _all(text)]
    ranked = sorted(((rank, one) for rank, one in found if rank is not None), key=lambda one: (one[0], one[1].start))
    return tuple(one for _, one in ranked)


def _all(text: str) -> Iterator[Said[Route]]:
    taken: list[tuple[int, int]] = []
    for route, pattern in ((Route.LINK, _LINK), (Route.MAIL, _MAIL), (Route.PHONE, _PHONE)):
        for match in islice(pattern.finditer(text), MOST):
            is_new = not any(start < match.end() and match.start() < end for start, end in taken)
            if is_new and (route is not Route.PHONE or _is_number(match.group())):
                taken.append(match.span())
                yield Said(route, *match.span())


def _is_number(words: str) -> bool:
    """Whether digits are a telephone number and no span of years, hours or money."""
    digits = re.sub(r"\D", "", words)
    is_span = re.fullmatch(r"\s*(?:19|20)\d\d\s*[-/]\s*(?:19|20)\d\d\s*|[\d/ -]*\b20\d\d", words)
    return 8 <= len(digits) <= 15 and not is_span and words.lstrip()[0] in "+(0123456789"


def _rank(text: str, one: Said[Route]) -> tuple[int, int] | None:
    """Return how likely a way is meant for applying, the lowest first; None for what leads elsewhere."""
    line_start = max(text.rfind("\n", 0, one.start) + 1, one.start - AROUND)
    line, before = text[line_start : one.start], text[max(0, one.start - AROUND) : one.start]
    if _HEADER.match(line) or _OTHERS.search(line) or _MACHINE.search(text[one.start : one.end]):
        return None
    asked = bool(_ASKING.search(line) or _ASKING.search(before) or _ASKING.search(text[one.end : one.end + 20]))
    is_link = one.value is Route.LINK and re.search(
        r"appl|job|career|vacan|recruit|join|work", text[one.start : one.end]
    )
    if one.value is Route.PHONE and not asked:
        return None
    return (0 if asked or is_link else 1), _ORDER[one.value]
