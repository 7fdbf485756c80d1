"""Heads and what stands below them: a section as runs of head lines, each with its body."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from mosaic.documents.resume.clues import school_clue, study_clue, title_clue
from mosaic.documents.resume.dates import Dated
from mosaic.documents.resume.labels import label_of
from mosaic.documents.resume.lines import Line, goes_on, is_left_open, joined
from mosaic.documents.resume.vocabulary import flat, phrases, word_set

Reader = Callable[[Line], Sequence[Dated]]
_TOLD = re.compile(r"\)?\s*:\s+(?=\S)")
_REGULAR = re.compile(r"[A-Z][a-z]*(?:ed|ing)$")


@dataclass(slots=True)
class Entry:
    """One entry: its head lines, the periods in them, and the lines below."""

    heads: list[Line] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    run: int = 0


def is_prose(line: Line) -> bool:
    """Whether a line tells rather than names."""
    words = line.text.split()
    if line.heading or len(words) < 3 or (len(words) < 9 and phrases("titles", "breaks").start(line.text)):
        return False
    if len(words) > 15:
        return True
    if line.text.endswith(".") and len(words) >= 5 and not line.text[-3:-1].isupper():
        return words[-1].rstrip(".").casefold() not in {"ltd", "inc", "co", "corp", "s.a", "s.l", "e.v", "o.o", "bros"}
    if (
        (line.text.endswith(".") or _is_verb(words[0]))
        and all(not word[0].isupper() for word in words[1:])
        and title_clue(line.text) < 2.5
    ):
        return True
    small = sum(word[0].islower() for word in words)
    return (
        len(words) >= 5
        and small / len(words) > 0.55
        and max(title_clue(line.text), study_clue(line.text), school_clue(line.text)) < 2.5
    )


def _is_verb(word: str) -> bool:
    return bool(_REGULAR.match(word)) or (word[0].isupper() and flat(word) in word_set("did"))


def runs_in(lines: Sequence[Line], read: Reader) -> list[Entry]:
    """Return the runs of heads in order, each with the lines below it."""
    runs: list[Entry] = []
    previous: Line | None = None
    listed = _is_list_of_entries(lines, read)
    for index, whole in enumerate(lines):
        dates = read(whole)
        line, told = _parted(whole, dates)
        below = bool(runs and runs[-1].body) and not listed
        if _is_head(line, previous, dates, below=below) or _stands_above_date(lines, index, read):
            _add_head(runs, line, dates)
        else:
            if not runs:
                runs.append(Entry())
            runs[-1].body.append(line)
        if told:
            runs[-1].body.append(told)
        previous = told or line
    return runs


def _is_list_of_entries(lines: Sequence[Line], read: Reader) -> bool:
    """Whether bullets are the entries themselves: most of them say from when to when."""
    bullets = [line for line in lines if line.bullet]
    spans = [line for line in bullets if any(not dated.is_single for dated in read(line))]
    return 2 * len(spans) > len(bullets)


def _stands_above_date(lines: Sequence[Line], index: int, read: Reader) -> bool:
    """Whether the next line is nothing but a date, and this one what is dated."""
    if index + 1 == len(lines) or lines[index].bullet or len(lines[index].text.split()) > 9:
        return False
    after = lines[index + 1]
    return any(_covers(after, dated) for dated in read(after)) and not is_prose(lines[index])


def _add_head(runs: list[Entry], line: Line, dates: Sequence[Dated]) -> None:
    if not runs or (runs[-1].body and not _adds_label(runs[-1], line)):
        runs.append(Entry())
    heads = runs[-1].heads
    if heads and is_left_open(heads[-1]) and not dates:
        heads[-1] = joined(heads[-1], line)
    else:
        heads.append(line)
    runs[-1].dates.extend(dates)


def _parted(line: Line, dates: Sequence[Dated]) -> tuple[Line, Line | None]:
    """Part "Cook, Hotel Adler (2018–2021): ran the grill" at the colon behind the date."""
    for dated in dates:
        after = _TOLD.match(line.text, dated.end - line.start)
        if after and dated.start > line.start:
            head = replace(line, text=line.text[: after.start()], end=line.start + after.start())
            told = replace(line, text=line.text[after.end() :], start=line.start + after.end(), bullet=False)
            return head, told
    return line, None


def _adds_label(run: Entry, line: Line) -> bool:
    """Whether a labelled line behind the duties says more of the same entry: "Employer: …"."""
    key = label_of(line.text)[0]
    known = {label_of(head.text)[0] for head in run.heads}
    return bool(key and key != "dates" and known - {""} and key not in known and len(run.body) <= 4)


def _is_head(line: Line, previous: Line | None, dates: Sequence[Dated], *, below: bool) -> bool:
    key, _ = label_of(line.text)
    if line.bullet or key == "body":
        return bool(
            line.bullet and dates and not below and any(not dated.is_single for dated in dates) and len(line.text) < 110
        )
    if dates and (len(line.text.split()) <= 18 or line.row or "\t" in line.text):
        return True
    if key:
        return True
    if below and previous and goes_on(previous, line):
        return len(line.text.split()) <= 4 and title_clue(line.text) >= 2.5
    return not is_prose(line)


def with_dates_joined(runs: list[Entry]) -> list[Entry]:
    """Give a line with nothing but dates to the undated head above it."""
    joined: list[Entry] = []
    for run in runs:
        bare = len(run.heads) == 1 and len(run.dates) == 1 and _covers(run.heads[0], run.dates[0])
        if (
            bare
            and joined
            and not joined[-1].dates
            and joined[-1].heads
            and not any(line.bullet for line in joined[-1].body)
        ):
            joined[-1].heads.extend(run.heads)
            joined[-1].dates.extend(run.dates)
            joined[-1].body.extend(run.body)
        else:
            joined.append(run)
    return joined


def _covers(line: Line, dated: Dated) -> bool:
    return len(line.text) - (dated.end - dated.start) <= 4
