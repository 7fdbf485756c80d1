"""Where the work is done, by a posting's own words: on site, partly at home, or wherever one likes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mosaic.lexicon.sentences import sentences_of
from opportunity_bridge.domain.circumstances import Remote, limits_home, says_anywhere, says_home, says_office_days
from opportunity_bridge.domain.numbers import NUMBER
from opportunity_bridge.domain.said import Said

# How far before a word one looks for what rules it out.
NEAR = 120

_HEAD = 6
_PIECES = re.compile(r"\s*[|·•,()/\t]\s*|\s+[-–—]\s+|:\s+|\n")
_BARE = {
    Remote.HYBRID: re.compile(r"(?:flexible )?hybrid(?: working| role| work| remote| position)?", re.IGNORECASE),
    Remote.REMOTE: re.compile(
        r"(?:fully |100 ?% ?|completely )?remote(?:ly)?(?: first| only| role| position| job| work| ok| friendly)?|(?:work(?:ing)? )?from (?:your )?home|home[- ]based|wfh|anywhere|telework|telecommute|remote (?:in|within) .{2,20}",
        re.IGNORECASE,
    ),
    Remote.ONSITE: re.compile(r"on[- ]?site|in[- ]office|office[- ]based|in person|on premises", re.IGNORECASE),
}
_PLACES = r"(?:on[- ]?site|office|studio|workshop|store|shop|site|person|premises|lab\w*|building|clinic|cent(?:re|er)|headquarters|HQ|college|plant|town|campus|warehouse)"
_NOT_AT_HOME = re.compile(
    rf"\b(?:not|isn[’']t|no|never|don[’']t|do not|cannot|can[’']t)\b[^.;\n]{{0,30}}\b(?:remote\w*|home[- ]?working|home office|(?:from|at) (?:home|a kitchen))\b"
    rf"|\b(?:cannot|can[’']t) be (?:done|made|carried out|performed)[^.;\n]{{0,20}}\b(?:home|remotely|kitchen)\b"
    rf"|\b(?:on[- ]?site|office|premises|studio|lab|workplace)\b[^.;\n]{{0,40}}\b(?:every day|daily|five days|5 days|all week|full[- ]time|full time|at all times)\b"
    rf"|\b(?:five|5) days\b[^.;\n]{{0,30}}\b{_PLACES}\b|\b(?:office|site)[- ]based\b|\b(?:is|are|work\w*) (?:fully |100 ?% |entirely )?on[- ]?site\b|\b(?:report|present|be) on[- ]?site\b(?! for training)|\bin[- ]person (?:role|position|job)\b|\bon[- ]?site (?:role|position|job|work only)\b",
    re.IGNORECASE,
)
_SOME = rf"(?:{NUMBER}|some|most|half|\d ?[-–] ?\d)"
_PARTLY = re.compile(
    rf"\bhybrid\b|\b{_SOME} days?\b[^.;\n]{{0,40}}\b{_PLACES}\b[^.;\n]{{0,40}}\b(?:rest|remainder|others?|remote\w*|home)\b"
    rf"|\b{_SOME}(?: days?)?\b[^.;\n]{{0,30}}\b{_PLACES}\b[^.;\n]{{0,40}}\b(?:{_SOME}|the (?:other|rest)\w*)\b[^.;\n]{{0,20}}\b(?:at home|from home|remote\w*|wherever)\b"
    rf"|\b(?:from|at) home\b[^.;\n]{{0,40}}\b(?:{_SOME} days?|days? (?:a|per) week|part of|sometimes|when)\b|\b(?:part|partly|partially|semi)[- ]?remote\w*\b|\b(?:the )?(?:rest|other days|remainder)\b[^.;\n]{{0,20}}\b(?:remote\w*|home|wherever)\b"
    rf"|\b{_SOME} days?\b[^.;\n]{{0,30}}\b(?:from|at) home\b|\bremote\w*\b[^.;\n]{{0,25}}\b{_SOME} days?\b|\bmix of (?:home|office|remote)\b",
    re.IGNORECASE,
)
_WHOLLY = re.compile(
    r"\b(?:work\w*|job|position|role|it|done|all)\b[^.;\n]{0,25}\bremotely\b|\bwork(?:ing)? from (?:home|anywhere|your (?:own )?home)\b|\bfrom anywhere\b|\bwherever you (?:want|like|are|live)\b|\bwhere you live (?:doesn[’']t|does not) matter\b|\bremote[- ]first\b|\bfully distributed\b|\bno (?:headquarters|office)\b|\b(?:this|it|position|role|job) (?:is|are) (?:a )?(?:fully |completely |100 ?% )?remote\b|\b(?:at|from) your (?:own )?home\b|\b(?:online|virtual)(?:ly)? only\b|\bfrom your phone\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|not|never|don[’']t|isn[’']t|without|cannot)\b[^.;,\n]{0,20}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where the work is done, and the words that take back a headline's “remote”, if there are any."""

    said: Said[Remote] | None = None
    against: Said[Remote] | None = None


def workplace_in(text: str, title: str = "") -> Workplace:
    """Return where the work is done. Some days in an office make it hybrid, whatever a headline says."""
    headline = list(_headline(text))
    told = [one for span in sentences_of(text) if (one := _told(text, span.start, span.end))]
    claims_remote = "remote" in title.casefold() or any(one.value is Remote.REMOTE for one in headline)
    limits = [one for one in told if one.value is not Remote.REMOTE]
    strongest = next((one for kind in (Remote.ONSITE, Remote.HYBRID) for one in limits if one.value is kind), None)
    if claims_remote and strongest:
        return Workplace(strongest, strongest)
    for kind in (Remote.HYBRID, Remote.ONSITE, Remote.REMOTE):
        for one in (*told, *headline):
            if one.value is kind:
                return Workplace(one)
    if "remote" in title.casefold():
        at = max(0, text.casefold().find("remote"))
        return Workplace(Said(Remote.REMOTE, at, at + len("remote")))
    return Workplace()


def _headline(text: str) -> Iterator[Said[Remote]]:
    """Yield the pieces of the first lines that are nothing but a way of working: “Cork · Fully remote · Full-time”."""
    lines, start = 0, 0
    for line in text.split("\n"):
        if line.strip() and lines < 3 * _HEAD and len(line) < 160:
            lines += 1
            yield from _pieces(text, start, start + len(line))
        start += len(line) + 1


def _pieces(text: str, start: int, end: int) -> Iterator[Said[Remote]]:
    at = start
    for border in [*_PIECES.finditer(text, start, end), None]:
        stop = border.start() if border else end
        words = text[at:stop].strip(" .!*")
        for kind, pattern in _BARE.items():
            if pattern.fullmatch(words):
                yield Said(kind, at, stop)
        at = border.end() if border else end


def _told(text: str, start: int, end: int) -> Said[Remote] | None:
    """Return what a sentence says about the place of work."""
    words = text[start:end]
    partly = _PARTLY.search(words)
    if partly and not _NO.search(words[max(0, partly.start() - NEAR) : partly.start()]):
        return Said(Remote.HYBRID, start, end)
    if _NOT_AT_HOME.search(words):
        return Said(Remote.ONSITE, start, end)
    if says_home(words) or limits_home(words) or says_office_days(words):
        return Said(Remote.HYBRID, start, end)
    wholly = _WHOLLY.search(words)
    if says_anywhere(words) or (wholly and not _NO.search(words[max(0, wholly.start() - NEAR) : wholly.start()])):
        return Said(Remote.REMOTE, start, end)
    return None
