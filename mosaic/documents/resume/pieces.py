"""The pieces of an entry's head: what stands between separators, dates left out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from mosaic.documents.resume.clues import employer_clue, title_clue
from mosaic.documents.resume.dates import Dated
from mosaic.documents.resume.labels import label_of
from mosaic.documents.resume.lines import Line
from mosaic.documents.resume.places import country_of, place_clue, region_of, trailing_place
from mosaic.documents.resume.spans import trimmed
from mosaic.documents.resume.vocabulary import phrases, words_of
from mosaic.lexicon.phrases import occupation_finder

_STRONG = re.compile(r"(?<![:\s])(?:\t+|[ \u00a0]{2,})|\s*[|•·∙‖¦▪●◦⋅]\s*|\s+[-–—―]+\s+|\s*;\s*|\s*→\s*|\s*[–—]\s+")
_SLASH = re.compile(r"\s+/\s+")
_AT = re.compile(r"\s+(?:at|bei|beim|chez|presso|bij|hos|@|w/)\s+|\s*@\s*(?=[A-Z])")
_CELL = re.compile(r"\t|[ \u00a0]{2,}|\s*\|\s*")
_TOLD = re.compile(
    r"(?:i )?(?:have )?(?:currently |presently )?(?:worked|working|work|employed|serving|served)\s+as\s+"
    r"(?:an?\s+|the\s+)?",
    re.IGNORECASE,
)
_TOLD_AT = re.compile(r"\s(?:in|with|at|for)\s+(?=[A-ZÀ-Þ])")
_IN = re.compile(r"\s+in\s+(?=[A-ZÀ-Þ])")
_BETWEEN = re.compile(
    r"(?<=[^\W\d_]{4})\.\s+(?=[A-ZÀ-Þ])|\s+(?:en|na|no|em|w|à|au|aux|in|im|am|auf|della|al|alla|på|i|with)\s+(?=[A-ZÀ-Þ])"
)
_BRACKET = re.compile(r"\s*\(([^()]*)\)\W*$")
_HONOURS = re.compile(r"(?:hon|hons|honours|honors)\b", re.IGNORECASE)
_MOST = 24
_COMMA = re.compile(r"\s*(?:(?<!\d),|,(?!\d))\s*")


Stretch = tuple[int, int, "Joint"]


class Joint(StrEnum):
    START = "start"
    LINE = "line"
    STRONG = "strong"
    COMMA = "comma"
    SPACE = "space"
    AT = "at"
    BRACKET = "bracket"
    DATE = "date"
    SLASH = "slash"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a head at text[start:end]; `label` is the key of titles.labels that stands before it."""

    text: str
    start: int
    end: int
    joint: Joint
    label: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where pieces may be cut beside separators: at "at", and before a town at the end."""

    at: bool = True
    town: bool = True
    columns: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def pieces_of(
    text: str, lines: Sequence[Line], dates: Sequence[Dated], *, cuts: Cuts = Cuts()
) -> list[Piece]:  # immutable
    """Return the pieces of the lines in order."""
    found: list[Piece] = []
    for line in lines:
        label, offset = label_of(line.text)
        told = _TOLD.match(line.text)
        joint = Joint.LINE if found else Joint.START
        for start, end in _without(line.start + (told.end() if told else offset), line.end, dates):
            for piece in _split(_with_at(text, start, end) if told else text, (start, end, joint), cuts):
                column = cuts.columns.get(line.start)
                name = column[len(_CELL.findall(text, line.start, piece.start))] if column else label
                found.append(replace(piece, text=text[piece.start : piece.end], label=name, bold=line.bold))
                joint = Joint.DATE
        if len(found) > _MOST:
            break
    return found[:_MOST]


def _with_at(text: str, start: int, end: int) -> str:
    """Return a text whose sentence "engineer in Acme" between the places reads "engineer @  Acme"."""
    told = _TOLD_AT.sub(lambda match: "@".center(len(match[0])), text[start:end].rstrip(". "))
    return text[:start] + told.ljust(end - start)


def _without(start: int, end: int, dates: Sequence[Dated]) -> Iterator[tuple[int, int]]:
    """Yield what is left of a stretch when the dates are taken out."""
    for dated in sorted(dates, key=lambda dated: dated.start):
        if start <= dated.start and dated.end <= end:
            yield start, dated.start
            start = dated.end
    yield start, end


def _split(text: str, whole: Stretch, cuts: Cuts) -> Iterator[Piece]:
    stretches = [whole]
    for pattern, kind in ((_STRONG, Joint.STRONG), (_SLASH, Joint.SLASH), (_AT, Joint.AT), (_COMMA, Joint.COMMA)):
        if kind is not Joint.AT or cuts.at:
            stretches = [part for stretch in stretches for part in _cut(text, stretch, pattern, kind)]
    stretches = [part for stretch in stretches for part in _with_bracket_apart(text, stretch)]
    after = [text[start:end] if joint is Joint.COMMA else "" for start, end, joint in stretches[1:]] + [""]
    stretches = [
        part
        for stretch, rest in zip(stretches, after, strict=True)
        for part in _loosened(text, stretch, rest.strip(), cuts)
    ]
    for begin, finish, between in stretches:
        inner, last = trimmed(text, begin, finish)
        if inner < last:
            outer = (begin, finish) if between is Joint.BRACKET else (inner, last)
            yield Piece(text[inner:last], *outer, between)


def _cut(text: str, stretch: Stretch, pattern: re.Pattern[str], kind: Joint) -> Iterator[Stretch]:
    start, end, joint = stretch
    begin = start
    for match in pattern.finditer(text, start, end):
        if text.count("(", begin, match.start()) > text.count(")", begin, match.start()) or (
            kind is Joint.COMMA and _is_legal_form(text[match.end() : end])
        ):
            continue
        if text[start : match.start()].strip():
            yield start, match.start(), joint
            joint = kind
        start = match.end()
    yield start, end, joint


def _with_bracket_apart(text: str, stretch: Stretch) -> Iterator[Stretch]:
    """Cut off a bracket at the end; one in the middle belongs to what stands around it."""
    start, end, joint = stretch
    match = _BRACKET.search(text[start:end])
    if match and match.start() > 0 and not _HONOURS.match(match[1]):
        yield start, start + match.start(), joint
        yield start + match.start(1) - 1, start + match.end(1) + 1, Joint.BRACKET
    else:
        yield stretch


def _is_legal_form(after: str) -> bool:
    """Whether a comma only parts a firm's name from its legal form: "Acme, Inc."."""
    words = words_of(after.partition(",")[0])
    return bool(words) and phrases("employers", "after_comma").at(words, 0) == len(words)


def _loosened(text: str, stretch: Stretch, after: str, cuts: Cuts) -> Iterator[Stretch]:
    """Cut where only a blank parts two pieces: "Stripe San Francisco", "Cook Hotel Adler", "School in Leeds"."""
    start, end, joint = stretch
    piece = text[start:end]
    if joint is Joint.BRACKET:
        yield stretch
        return
    place = _town_at_end(piece, after, cuts)
    if not place and cuts.town and (inside := _IN.search(piece)) and place_clue(piece[inside.end() :]) > 0:
        yield start, start + inside.start(), joint
        yield start + inside.end(), end, Joint.SPACE
        return
    between = _between_title_and_employer(piece)
    if between:
        yield start, start + between[0], joint
        yield start + between[1], end, Joint.AT
        return
    head = piece[:place] if place else piece
    cut = _after_title(head) if joint in {Joint.START, Joint.LINE, Joint.DATE} else 0
    if cut:
        yield start, start + cut, joint
        yield start + cut, start + len(head), Joint.SPACE
    else:
        yield start, start + len(head), joint
    if place:
        yield start + place, end, Joint.SPACE


def _between_title_and_employer(piece: str) -> tuple[int, int] | None:
    """Return the small word or full stop between the two: "Auxiliar en Residencia Los Álamos", "Cook. Hotel Adler"."""
    for match in _BETWEEN.finditer(piece):
        before, after = piece[: match.start()], piece[match.end() :]
        if title_clue(before) >= 1.5 and employer_clue(after) >= 1.5 and title_clue(after) < 1.5:
            return match.span()
    return None


def _town_at_end(piece: str, after: str, cuts: Cuts) -> int:
    """Return where a town begins behind a name, unless it is part of it, as in "Klinikum Köln" or "Bar Roma"."""
    place = trailing_place(piece)
    if place and (region_of(after) or country_of(after)):
        return place
    before = piece[:place].strip()
    is_firm = phrases("employers", "forms").within(before)
    is_kind = " " not in before and phrases("employers", "kinds").within(before)
    return place if cuts.town and not is_kind and (employer_clue(before) < 1.5 or is_firm) else 0


def _after_title(piece: str) -> int:
    """Return where an employer begins behind a title, 0 when none is seen."""
    for mention in occupation_finder().find(piece):
        rest = piece[mention.end :]
        if (
            mention.start <= 12
            and rest.startswith(" ")
            and rest.strip()[:1].isupper()
            and title_clue(rest.strip()) <= 0.5
            and employer_clue(rest.strip()) >= 1.5
        ):
            return mention.end
    return 0
