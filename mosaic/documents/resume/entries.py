"""Entries of a section: which lines are heads (title, employer, dates), which are said about them."""

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

from mosaic.documents.resume.clues import employer_clue, school_clue, study_clue, title_clue
from mosaic.documents.resume.labels import label_of
from mosaic.documents.resume.lines import Line
from mosaic.documents.resume.runs import Entry, Reader, runs_in, with_dates_joined
from mosaic.documents.resume.vocabulary import words_of

_MOST_HEADS = 6


def entries_of(
    lines: Sequence[Line], read: Reader, *, education: bool = False, every_head: bool = False
) -> list[Entry]:
    """Return the entries of a section's lines in order; with `every_head` heads need no date and no clue to be one."""
    runs = runs_in(lines, read)
    runs = with_dates_joined(runs)
    offset = _offset(runs)
    entries: list[Entry] = []
    for number, run in enumerate(runs):
        if (
            not every_head
            and not run.dates
            and entries
            and any(other.dates for other in runs)
            and not _is_entry(run, education=education)
        ):
            entries[-1].body.extend([*run.heads, *run.body])
            continue
        entries.extend(_split(run, read, offset, number, education=education))
    return entries


def _offset(runs: Sequence[Entry]) -> int:
    """Return how many head lines usually stand before the one with the date."""
    seen = Counter(_place(run) for run in runs if len(run.dates) == 1)
    if seen:
        return seen.most_common(1)[0][0]
    return next((_place(run) for run in runs if run.dates), 0)


def _place(run: Entry) -> int:
    return next((i for i, line in enumerate(run.heads) if line.start <= run.dates[0].start < line.end), 0)


def _is_entry(run: Entry, *, education: bool) -> bool:
    """Whether heads without a date are an entry of their own rather than words inside the one above."""
    clues = (study_clue, school_clue) if education else (title_clue, employer_clue)
    best = max((clue(line.text) for line in run.heads for clue in clues), default=0.0)
    return len(run.heads) <= _MOST_HEADS and best >= 2.5 and not run.heads[0].text.endswith(":")


def _split(run: Entry, read: Reader, offset: int, number: int, *, education: bool) -> list[Entry]:
    if not run.heads:
        return [Entry(body=run.body, run=number)]
    degrees = _degree_lines(run, read) if education else []
    starts = degrees or _starts(run, read, offset) if run.dates else _undated_starts(run, education=education)
    places = [dated.start for dated in run.dates]
    entries: list[Entry] = []
    for begin, end in zip(starts, [*starts[1:], len(run.heads)], strict=True):
        heads = run.heads[begin:end]
        first, last = bisect_left(places, heads[0].start), bisect_left(places, heads[-1].end)
        entries.append(Entry(heads, run.dates[first:last], run=number))
    entries[-1].body = run.body
    return entries


def _degree_lines(run: Entry, read: Reader) -> list[int]:
    """Return the lines that each name a degree and a school, when fewer of them have a date."""
    named = [i for i, line in enumerate(run.heads) if study_clue(line.text) >= 4.0 and school_clue(line.text) >= 3.5]
    dated = sum(bool(read(line)) for line in run.heads)
    return named if len(named) > max(1, dated) and named[0] == 0 else []


def _starts(run: Entry, read: Reader, offset: int) -> list[int]:
    """Return at which head lines entries begin, when several dates stand in one run of heads."""
    dated = [i for i, line in enumerate(run.heads) if read(line)]
    labels = [label_of(line.text)[0] for line in run.heads]
    if labels[0] and labels.count(labels[0]) == len(dated):
        return [i for i, label in enumerate(labels) if label == labels[0]]
    starts = [0]
    for previous, place in itertools.pairwise(dated):
        gaps = [i for i in range(previous + 1, place + 1) if run.heads[i].gap]
        before = min(offset, place - previous - 1)
        starts.append(gaps[-1] if gaps else place - before)
    return starts


def _undated_starts(run: Entry, *, education: bool) -> list[int]:
    """Return where entries begin among heads without dates: at gaps, or at each line that says all by itself."""
    gaps = [i for i, line in enumerate(run.heads) if line.gap and i > 0]
    if gaps:
        return [0, *gaps]
    what, by = (study_clue, school_clue) if education else (title_clue, employer_clue)
    whole = [i for i, line in enumerate(run.heads) if _says_both(line, what, by)]
    if len(whole) >= 0.6 * len(run.heads) and not run.body:
        return list(range(len(run.heads)))
    named = [i for i, line in enumerate(run.heads) if what(line.text) >= 2.5 and what(line.text) > by(line.text)]
    steps = {later - earlier for earlier, later in itertools.pairwise(named)}
    return named if len(named) > 1 and named[0] == 0 and steps <= {1, 2, 3} else [0]


def _says_both(line: Line, what: Callable[[str], float], by: Callable[[str], float]) -> bool:
    return len(words_of(line.text)) > 2 and any(
        mark in line.text for mark in (",", " - ", " – ", " | ", "\t", " at ", " — ", " · ")
    )
