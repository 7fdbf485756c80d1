"""The first lines of a posting, cut into the pieces that name things: “Joiner | Pells & Co | Leeds” has three."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

LONGEST = 120
LONGEST_LINE = 400
LINES = 14
# The place in its line of what stands behind a title: rather more about the work than a name.
REST = 9
# Menus, banners and buttons that come along when a page is copied.
_CLUTTER = re.compile(
    r"^\W*(?:skip to\b.*|home\b.*[>›»].*|accept\b.*|reject\b.*|manage\b.*|we (?:use|value)\b.*|.*\bcookies?\b.*|.*\bprivacy\b.*|menu|search|sign in|log ?in|register|share|save(?: job)?|print|easy apply|apply(?: now| online)?|back(?: to.*)?|next|previous|close|follow|report|home|jobs?|careers?(?: at .*)?|vacancies|urgent(?:ly)?(?: hiring| required)?|we are hiring|we[’']re hiring|now hiring|hiring|join (?:us|our (?:team|family))|call for \w+|(?:free )?delivery.*|sale\b.*|.*\bpartners store\b.*|job (?:details|description|overview|summary|specification)|details|overview|about (?:us|the (?:job|role))|-+ ?forwarded message ?-+|(?:from|to|cc|date|subject|sent|joined|posts)\s*:.*|fwd?:.*|re:.*|hi\b.*|hello\b.*|dear\b.*|hope you.*|.*accept(?:ing)? applications.*|.*now closed.*|mods\b.*|job (?:number|reference|ref|id)\b.*|ref\w*\b.*\d.*|reposted\b.*|posted\b.*|listed\b.*|the closing date\b.*|https?:\S+|apply:.*)\W*$",
    re.IGNORECASE,
)
_BORDER = re.compile(
    r"\s+[–—|·-]\s+|\s+at\s+(?=[A-ZÀ-Þ])|\s*[|·]\s*|\s*—\s*|\t+|\s{3,}|\s*(?:[!\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?)+\s*"
)
_LEAD_IN = re.compile(
    r"^(?:we are hiring|we[’']re hiring|now hiring|hiring|(?:exciting )?(?:new )?vacancy|job|join (?:our (?:family|team)|us)|urgent(?:ly)? (?:hiring|required)|position|call for|wanted)\s*[:!–-]+\s*",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[^.!?]{8,90}[.!](?=\s+[A-Z])")
_PREFIX = re.compile(r"^[\s>*#•✔►-]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """`text[start:end]` in line `line`, the `place`-th of the `count` pieces of that line."""

    start: int
    end: int
    words: str
    line: int = 0
    place: int = 0
    count: int = 1


def first_pieces(text: str) -> list[Piece]:
    """Return the pieces of the first lines that are no clutter and no prose."""
    found: list[Piece] = []
    for number, (start, line) in enumerate(_lines(text)):
        pieces = list(_cut(line, start, number))
        found += pieces
    return found


def labelled(text: str, labels: str, *, fits: Callable[[str], bool] = bool) -> Piece | None:
    """Return what stands behind one of some labels: “Employer: …”, or in the next cell of a table."""
    pattern = rf"^[\s>*#•✔►-]*(?:{labels})[*\s]*(?::\s*|\t\s*)(?P<words>[^\s:][^\n\t]{{1,{LONGEST}}})$"
    for match in re.finditer(pattern, text, re.IGNORECASE | re.MULTILINE):
        words = match["words"].rstrip(" .,;")
        if fits(words) and len(words.split()) <= 14:
            return Piece(match.start("words"), match.start("words") + len(words), words)
    return None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first lines with their places; a line that a narrow screen broke is put together again."""
    start, count = 0, 0
    for line in text.split("\n"):
        words = _PREFIX.sub("", line[:LONGEST_LINE])
        at = start + min(len(line), LONGEST_LINE) - len(words)
        start += len(line) + 1
        words = words.rstrip(" *")
        if not words or _CLUTTER.match(words):
            continue
        # “Night carer, The Limes, Taunton. The Limes is …”: the first words of a long line are a line of their own.
        opening = _OPENING.match(words) if len(words) > LONGEST else None
        words = opening.group().rstrip(".!") if opening else words
        count += 1
        if count > LINES:
            return
        yield at, words


def _cut(line: str, start: int, number: int) -> Iterator[Piece]:
    lead = _LEAD_IN.match(line)
    at = lead.end() if lead else 0
    borders = [*((one.start(), one.end()) for one in _BORDER.finditer(line, at)), (len(line), len(line))]
    bounds = []
    for stop, following in borders:
        words = line[at:stop].strip(" .,:")
        if words:
            bounds.append((at + len(line[at:stop]) - len(line[at:stop].lstrip(" .,:")), words))
        at = following
    for place, (offset, words) in enumerate(bounds):
        yield Piece(start + offset, start + offset + len(words), words, number, place, len(bounds))


_HOSTS = re.compile(r"(?:@|https?://(?:www\.)?)(?P<host>[\w.-]+)", re.IGNORECASE)
_FREE = re.compile(
    r"^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|aol|gmx|web|proton\w*|mail|t|wa|bit|forms|docs|linkedin|indeed|boards?|jobs?)\b",
    re.IGNORECASE,
)
MOST_HOSTS = 20
_SERVICE = ("www", "jobs", "careers", "career", "apply", "recruiting", "talent")


def hosts_in(text: str) -> list[str]:
    """Return the names of the hosts a text speaks of, as bare letters; free mail and boards say nothing."""
    found = []
    for match in _HOSTS.finditer(text):
        labels = [one for one in match["host"].casefold().split(".") if one not in _SERVICE]
        if labels and not _FREE.match(labels[0]):
            found.append("".join(re.findall(r"[a-z0-9]", "".join(labels[:-1]) or labels[0])))
    return list(dict.fromkeys(found))[:MOST_HOSTS]


def owns(words: str, hosts: list[str]) -> bool:
    """Whether one of the hosts carries a name: “Brandt Tool & Die” and brandttool."""
    parts = [re.sub(r"[^a-z0-9]", "", one) for one in words.casefold().removeprefix("the ").split()]
    letters, first = "".join(parts), next(iter(parts), "")
    return bool(letters) and any(
        letters in host or (len(host) > 3 and host in letters) or (len(first) > 4 and host.startswith(first))
        for host in hosts
    )


def is_prose(words: str) -> bool:
    """Whether words are a sentence rather than a name."""
    return len(words.split()) > 12 or bool(re.search(r"[a-z]{3}[.!?] [A-Z]", words))
