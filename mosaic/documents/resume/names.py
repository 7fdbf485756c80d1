"""Whose résumé it is: finds the line with the name, and the name in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mosaic.documents.resume.clues import title_clue
from mosaic.documents.resume.headings import heading_of, kind_of
from mosaic.documents.resume.lines import Line, joined
from mosaic.documents.resume.name_words import cased, is_document, likeness, likeness_to_all, name_clue, name_words
from mosaic.documents.resume.vocabulary import flat, phrases, word_set

_SEPARATOR = re.compile(r"\s*[|•·∙‖\t;/]\s*|\s+[–—-]\s+|\s{3,}|\s*:\s+|,\s+")
_SPACED = re.compile(r"(?:[^\W\d_]\.?\s+){4,}[^\W\d_]$")
_LABELLED = 5.0
_TOKEN = re.compile(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class NameFound:
    """The name at text[start:end] of its line, what stands beside it, and how sure that is."""

    value: str
    start: int
    end: int
    line: Line
    score: float
    titles: tuple[tuple[int, int], ...] = ()


def find_name(lines: Sequence[Line], hints: Sequence[str]) -> NameFound | None:
    """Return the likeliest name: near the top, large, made of name words, like the hints (accounts, e-mail)."""
    biggest = max((line.size for line in lines), default=0.0)
    hints = [hint for hint in (re.sub(r"[^a-z]", "", flat(word)) for word in hints) if len(hint) > 3]
    found: list[NameFound] = []
    for index, line in enumerate(lines):
        if index > 25 and not (biggest and line.size >= biggest) and index < len(lines) - 3 and not hints:
            continue
        if len(line.text) <= 120 and not line.bullet and len(found) < 40:
            bonus = _place_bonus(index, lines, biggest)
            found.extend(_in_line(line, bonus, hints))
    largest = [line for line in lines if biggest >= 13 and line.size >= 0.98 * biggest]
    for first, second in pairwise(lines[:40]):
        if (
            len(first.text.split()) <= 2
            and len(second.text.split()) <= 3
            and first.size == second.size
            and first.column == second.column
        ):
            found.extend(_in_two_lines(first, second, hints, largest))
    best = max(found, key=lambda name: name.score, default=None)
    return best if best and best.score > 1.0 else None


def _in_two_lines(first: Line, second: Line, hints: Sequence[str], largest: Sequence[Line]) -> Iterator[NameFound]:
    """Yield the name that goes over two lines, as large ones do; the account names must bear out both.

    Of two lines larger than all others, one will do.
    """
    whole = joined(first, second)
    value = " ".join(whole.text.split())
    score = name_clue(value, hints)
    alone = max(likeness_to_all(line.text.split(), hints) for line in (first, second))
    is_large = first in largest
    is_borne_out = likeness_to_all(value.split(), hints) >= alone + 1.0 or (alone > 0 and [first, second] == [*largest])
    if score is not None and not first.bullet and is_borne_out:
        yield NameFound(cased(value), first.start, second.end, first, score + 2.0 + 2.5 * is_large)


def _place_bonus(index: int, lines: Sequence[Line], biggest: float) -> float:
    line = lines[index]
    bonus = max(0.0, 3.0 - 0.6 * index)
    if biggest >= 13 and line.size >= 0.98 * biggest:
        bonus += 2.5
    if (
        index > 0
        and not line.gap
        and any(heading_of(before) for before in lines[max(0, index - 8) : index])
        and not line.heading
    ):
        bonus -= 1.5
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    if title_clue(after) >= 2.0 or "@" in after:
        bonus += 1.2
    return bonus + (0.3 if line.bold or line.text.isupper() else 0.0)


def _in_line(line: Line, bonus: float, hints: Sequence[str]) -> list[NameFound]:
    spaced = _spaced(line, bonus, hints)
    if spaced:
        return [spaced]
    found: list[NameFound] = []
    label = 0.0
    for start, end in _stretches(line):
        piece = line.text[start:end]
        if piece.strip() in phrases("names", "labels", "name"):
            label = _LABELLED
        elif _leads_elsewhere(piece, line, start):
            break
        elif (score := name_clue(piece, hints)) is not None:
            beside = 0.5 if start > 0 else 0.0
            found.append(_found(line, start, end, score + bonus - beside + (0.0 if found else label)))
    surname_first = _surname_first(line, bonus + label, hints, labelled=label > 0)
    return [*found, surname_first] if surname_first else found


def _stretches(line: Line) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SEPARATOR.finditer(line.text):
        yield start, match.start()
        start = match.end()
    yield start, len(line.text)


def _leads_elsewhere(piece: str, line: Line, start: int) -> bool:
    """Whether a line begins with a label or heading of something else."""
    if piece.strip() in phrases("names", "labels", "other"):
        return True
    return start == 0 and len(piece) < len(line.text) and kind_of(piece) is not None and not is_document(piece)


def _spaced(line: Line, bonus: float, hints: Sequence[str]) -> NameFound | None:
    """Read "J A N E   W E A V E R"."""
    if not _SPACED.match(line.text):
        return None
    value = " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", line.text.strip()))
    score = name_clue(value, hints)
    return NameFound(cased(value), line.start, line.end, line, score + bonus + 1.0) if score is not None else None


def _surname_first(line: Line, bonus: float, hints: Sequence[str], *, labelled: bool) -> NameFound | None:
    """Read "OKAFOR, Chinedu Paul"."""
    match = re.match(r"(?:[^:,]{3,30}:\s*)?([^,:]{2,40}),\s*([^,|•:]{2,40}?)\s*(?=[|•,(]|$|\s[–-]\s)", line.text)
    if not match:
        return None
    surname, given = match[1], match[2]
    tells = (surname.isupper() and not given.isupper()) or any(
        likeness(f"{given} {surname}".split(), hint) >= 3.0 for hint in hints
    )
    score = name_clue(f"{given} {surname}", hints)
    if score is None or not (tells or labelled) or flat(given).strip(".") in name_words("post_nominals"):
        return None
    value = " ".join([*_without_titles(given), *_without_titles(surname)])
    return NameFound(cased(value), line.start + match.start(1), line.start + match.end(2), line, score + bonus + 1.0)


def _without_titles(text: str) -> list[str]:
    return [word for word in text.split() if flat(word).strip(".,") not in name_words("honorifics")]


def _found(line: Line, start: int, end: int, score: float) -> NameFound:
    tokens = [(start + m.start(), start + m.end()) for m in _TOKEN.finditer(line.text[start:end])]
    titles: list[tuple[int, int]] = []
    while _is_document_word(line, tokens):
        tokens.pop(0)
    while len(tokens) > 1 and _plain(line, tokens[0]) in name_words("honorifics"):
        titles.append(tokens.pop(0))
    while len(tokens) > 1 and _plain(line, tokens[-1]) in name_words("post_nominals"):
        titles.append(tokens.pop())
    titles.extend(_behind(line, end))
    first, last = tokens[0][0], tokens[-1][1]
    value = cased(" ".join(line.text[a:b] for a, b in tokens))
    spans = tuple((line.start + a, line.start + b) for a, b in titles)
    return NameFound(value, line.start + first, line.start + last, line, score, spans)


def _is_document_word(line: Line, tokens: Sequence[tuple[int, int]]) -> bool:
    return len(tokens) > 1 and _plain(line, tokens[0]) in word_set("before_names")


def _behind(line: Line, end: int) -> list[tuple[int, int]]:
    """Return the post-nominals that follow the name after commas: ", RN, BSN"."""
    found = []
    for match in re.finditer(r",\s*([^,|–•]+)", line.text[end:]):
        words = match[1].split()
        if not words or any(flat(word).strip(".() ") not in name_words("post_nominals") for word in words):
            break
        found.append((end + match.start(1), end + match.start(1) + len(match[1].rstrip())))
    return found


def _plain(line: Line, token: tuple[int, int]) -> str:
    return flat(line.text[token[0] : token[1]]).strip(".,()")
