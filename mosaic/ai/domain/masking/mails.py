"""E-mail addresses, written or spelled: jane@example.org, jane (at) example.org, jane at example dot org."""

import re
from collections.abc import Iterator

from mosaic.ai.domain.masking.plain import Plain
from mosaic.ai.domain.masking.spans import Found, Kind
from mosaic.ai.domain.masking.vocabulary import cues
from mosaic.documents.resume.vocabulary import table

_LOCAL = re.compile(r"[\w.+\-!#$%&'*=?^{}|~]")
_MOST_LOCAL = 64
_DOMAIN = re.compile(r" ?[\w-]{1,63}(?:(?: \. |\.)[\w-]{1,63}){1,5}|[\w-]{1,63}(?!\w)")
_SPELLED_AT = re.compile(
    r"[ \t]{0,3}[\[({<][ \t]?(?:at|@|a t|ät|arroba|chiocciola|apenstaartje|malpa|snabel-a|klammeraffe)[ \t]?[\])}>][ \t]{0,3}"
    r"|(?<=\w)_at_(?=\w)|[ \t]{1,3}(?:at|@|arroba|chiocciola|apenstaartje|malpa|snabel-a|klammeraffe|et)[ \t]{1,3}"
)
_DOT = r"(?: \. |\.|[ \t]{0,2}[\[({<] ?(?:dot|punkt|punto|point|ponto|punt|kropka|\.) ?[\])}>][ \t]{0,2}|[ \t](?:dot|punkt|punto|point|ponto|punt|kropka)[ \t])"
_LABEL = r"[\w-]{1,40}"
_SPELLED_DOMAIN = re.compile(rf"{_LABEL}(?:{_DOT}{_LABEL}){{1,4}}")
_ALL_DOTS = re.compile(_DOT)
_BITS = re.compile(
    r"[\w.+-]{1,64}(?:[ \t]?[\[({<]?(?: dot | punkt | punto | point | ponto | punt | kropka "
    r"|[ \t]?[\[({<](?:dot|punkt|punto|point|\.)[\])}>][ \t]?| underscore | dash | minus | plus | hyphen )[\])}>]?[\w.+-]{1,40}){0,4}$"
)
_SEEN_BEFORE = 120


def mails_in(view: Plain) -> Iterator[Found]:
    """Yield the e-mail addresses of a text."""
    for match in re.finditer("@", view.plain):
        span = _around(view.plain, match.start())
        if span:
            yield Found(*span, Kind.EMAIL)
    for match in _SPELLED_AT.finditer(view.folded):
        span = _spelled_around(view, match.start(), match.end())
        if span:
            yield Found(*span, Kind.EMAIL)


def _around(text: str, at: int) -> tuple[int, int] | None:
    """Return the address around a sign @; one blank beside the sign is passed over when a whole domain follows."""
    domain = _DOMAIN.match(text, at + 1)
    end = at - 1 if text[at - 1 : at] == " " and domain and "." in domain.group() else at
    start = end
    while start > 0 and end - start < _MOST_LOCAL and _LOCAL.match(text[start - 1]):
        start -= 1
    while start < end and text[start] in ".'*=-!#?&{|":
        start += 1
    if start == end or not domain or (end < at and text[at + 1 : at + 2] != " "):
        return None
    return start, domain.start() + len(domain.group().rstrip("-_. "))


def _spelled_around(view: Plain, start: int, end: int) -> tuple[int, int] | None:
    """Return the address around a spelled @, unless it is a person who works at some place."""
    domain = _SPELLED_DOMAIN.match(view.folded, end)
    if not domain or re.split(_ALL_DOTS, domain.group())[-1] not in table("networks")["endings"]["words"]:
        return None
    window = max(0, start - _SEEN_BEFORE)
    local = _local_before(view.folded[window:start])
    if not local:
        return None
    is_plain = not any(sign in view.folded[start:end] for sign in "@[({<_")
    if is_plain and not _DOT_SAID.search(domain.group()) and not _looks_like_one(view, local, window, start):
        return None
    return start - len(local), domain.end()


_DOT_SAID = re.compile(r"\b(?:dot|punkt|punto|point|ponto|punt|kropka)\b")


def _local_before(before: str) -> str:
    """Return the longest spelling of a local part at the end of some words, looked for from its single words on."""
    starts = [match.start() for match in re.finditer(r"[\w.+-]+", before)]
    found = ""
    for start in reversed(starts[-9:]):
        if _BITS.fullmatch(before, start):
            found = before[start:]
    return found


def _looks_like_one(view: Plain, local: str, window: int, start: int) -> bool:
    """Whether words before “at example.org” are an address: by their signs, or because the words before say so."""
    if re.search(r"[\d._+]", local.strip(".")):
        return True
    index = view.word_at(start - len(local))
    return any(cues("mailed").before(view.words, place) for place in range(max(1, index - 2), index + 1))
