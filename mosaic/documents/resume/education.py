"""Education: schools, degrees and trainings."""

import re
from collections.abc import Callable, Sequence

from mosaic.documents.resume.assign import Naming, name_pieces, usual_in
from mosaic.documents.resume.body import body_of
from mosaic.documents.resume.clues import aside_clue, degree_words, school_clue, study_clue
from mosaic.documents.resume.columns import without_column_names
from mosaic.documents.resume.context import Clues, Role, place_of
from mosaic.documents.resume.dates import Dated
from mosaic.documents.resume.entries import entries_of
from mosaic.documents.resume.lines import Line
from mosaic.documents.resume.model import Education, Field, Period
from mosaic.documents.resume.pieces import Cuts, Joint, Piece, pieces_of
from mosaic.documents.resume.runs import Entry
from mosaic.documents.resume.source import Source
from mosaic.documents.resume.spans import field_at
from mosaic.documents.resume.vocabulary import WORD, flat, phrases, words_of

_NUMBER = re.compile(
    r"(?:gpa|cgpa|grade|note|nota|voto|ocena|betyg|cijfer)?\W*\d{1,3}(?:[.,]\d+)?\s*(?:%|/\s*\d+(?:[.,]\d+)?|$)",
    re.IGNORECASE,
)
_HONOURS = re.compile(r"\s*\((?:hons?|honours|honors)\.?\)", re.IGNORECASE)
_BEFORE_AREA = re.compile(
    r"\s*(?:[,:–—|(-]|\b(?:in|of|en|em|für|zum|zur|als|as an?|as|w|i|de|di)\b|\bd')?\s*",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+(?:of|der|des)\s+", re.IGNORECASE)
_NAME_END = re.compile(r"\s*(?:,|:|–|—|\||\(|\s-\s|\bin\b|\t|\n)")
_LINKS = frozenset({"in", "of", "en", "di", "zum", "zur", "als", "em", "as", "de"})
_WHOLE = frozenset({"ausbildung", "weiterbildung", "umschulung", "training"})


def education_in(source: Source, lines: Sequence[Line]) -> list[Education]:
    """Return the entries of a section of education."""
    lines, columns = without_column_names(lines)
    entries = entries_of(lines, source.dates, education=True)
    pieces = [
        pieces_of(source.text, entry.heads, entry.dates, cuts=Cuts(town=False, columns=columns)) for entry in entries
    ]
    usual = usual_in([name_pieces(each, _clues_among(each)) for each in pieces])
    found = []
    for entry, bits in zip(entries, pieces, strict=True):
        education = _education(source, entry, name_pieces(bits, _clues_among(bits), usual), bits)
        if education.institution or education.study:
            found.append(education)
    return found


def _clues_among(pieces: Sequence[Piece]) -> Callable[[Piece], Clues]:
    """Return the clues of pieces side by side: what follows a degree behind a comma is its subject."""
    found: dict[Piece, Clues] = {}
    degree = False
    for piece in pieces:
        what, by, place, aside = _clues(piece)
        if (
            degree
            and piece.joint in {Joint.COMMA, Joint.STRONG, Joint.BRACKET}
            and by < 2.0
            and place < 0
            and aside < 2.0
        ):
            what += {Joint.COMMA: 1.4, Joint.BRACKET: 1.8}.get(piece.joint, 1.0)
        if degree and piece.joint is Joint.BRACKET and what >= 2.0:
            what, aside = -1.0, max(aside, 1.0)
        found[piece] = (what, by, place, aside)
        degree = (what >= 1.4 and piece.joint is not Joint.LINE) or what >= 3.0
    return lambda piece: found[piece]


def _clues(piece: Piece) -> Clues:
    aside = 4.5 if is_score(piece.text) else aside_clue(piece.text)
    return study_clue(piece.text), school_clue(piece.text) + 0.2, place_of(piece), aside


def is_score(text: str) -> bool:
    """Whether a piece is a result: "2:1", "GPA 3.8/4.0", "Distinction"."""
    if study_clue(text) >= 3.0:
        return False
    length = phrases("degrees", "scores").start(text)
    words = words_of(text)
    if length and len(words) - length <= 3:
        return True
    return text in {"2:1", "2:2", "1st", "3rd", "2.1", "2.2", "First"} or bool(_NUMBER.fullmatch(text.strip()))


def _education(source: Source, entry: Entry, naming: Naming, pieces: Sequence[Piece]) -> Education:
    study, area = _study(source, naming.spans.get(Role.WHAT))
    institution, place = (naming.spans.get(role) for role in (Role.BY, Role.PLACE))
    description, bullets = body_of(source.text, entry.body)
    scores = [piece for piece in pieces if is_score(piece.text) or piece.label == "score"]
    return Education(
        institution=field_at(source.text, *institution) if institution else None,
        study=study,
        area=area,
        place=field_at(source.text, *place) if place else None,
        period=_period(entry.dates),
        score=field_at(source.text, scores[0].start, scores[0].end) if scores else None,
        notes=tuple(note for note in (description, *bullets) if note),
    )


def _period(dates: Sequence[Dated]) -> Period:
    """Return when it was; one date alone is the end."""
    if not dates:
        return Period()
    period = dates[0].period
    return Period(end=period.end) if dates[0].is_single else period


def _study(source: Source, span: tuple[int, int] | None) -> tuple[Field | None, Field | None]:
    """Part "BSc (Hons) Nursing" into what kind of study and of what."""
    if span is None:
        return None, None
    whole = source.text[span[0] : span[1]]
    end = _degree_end(whole)
    if not end:
        return field_at(source.text, *span), None
    honours = _HONOURS.match(whole, end)
    end = honours.end() if honours else end
    between = _BEFORE_AREA.match(whole, end)
    area = field_at(source.text, span[0] + (between.end() if between else end), span[1])
    return field_at(source.text, span[0], span[0] + end), area


def _degree_end(whole: str) -> int:
    """Return where the name of the degree ends in the text, 0 when none begins it."""
    tokens = list(WORD.finditer(whole))
    words = [match.group().replace(".", "") for match in tokens]
    first = next((i for i in range(min(3, len(words))) if degree_words(words, i) and flat(words[i]) not in _WHOLE), -1)
    if first < 0:
        return 0
    after = first + degree_words(words, first)
    while after < len(words) and degree_words(words, after) and not _between(whole, tokens, after):
        after += degree_words(words, after)
    while after > first + 1 and flat(words[after - 1]) in _LINKS:
        after -= 1
    end = tokens[after - 1].end()
    if _OF.match(whole, end) and after == first + 1:
        return _end_of_name(whole, end)
    return end + 1 if whole[end : end + 1] == "." else end


def _between(whole: str, tokens: Sequence[re.Match[str]], after: int) -> bool:
    """Whether something separates a word from the one before it."""
    return bool(whole[tokens[after - 1].end() : tokens[after].start()].strip(" ."))


def _end_of_name(whole: str, start: int) -> int:
    """Return where "Bachelor of Occupational Therapy" ends: at a separator or "in"."""
    after = _NAME_END.search(whole, start)
    return after.start() if after else len(whole)
