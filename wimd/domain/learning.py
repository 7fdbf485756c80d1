"""What a file says about its person, once they have corrected what was read in it.

What stands in the file and what its person wrote there by hand are two sources: words they replaced say nothing
any more, and their own words say what they say from then on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.domain.reading import read_own_words, read_resume
from wimd.domain import telling
from wimd.domain.corrections import Revised, Span, Value
from wimd.domain.parts import PARTS, Form, Part
from wimd.domain.resumes import LONGEST

LONGEST_QUOTE = 300
# Names that stand for one thing each.
LISTED = {
    ("skills", "name"): telling.listed_skill,
    ("skills", "keywords"): telling.listed_skill,
    ("interests", "name"): telling.listed_interest,
    ("contact", "name"): telling.preferred_name,
}
SILENT = (Form.DATE, Form.EMAIL, Form.URL, Form.COUNTRY)


@dataclass(frozen=True, slots=True)
class Learned:
    """The findings of a file's own words, and what was written by hand: its `words`, a piece a line, and theirs.

    `named` are those among the written ones that a field names as a whole, so that writing it means just this.
    """

    read: tuple[Found, ...]
    words: str = ""
    written: tuple[Found, ...] = ()
    named: frozenset[Found] = frozenset()


def learned(text: str, revised: Revised | None, *, today: date) -> Learned:
    """Return the findings of a text; in a résumé with those of its entries and of what was written by hand."""
    if revised is None:
        return Learned(tuple(read_own_words(text[:LONGEST], today=today)))
    working = _worked(revised, today)
    read = [working.dated(one) for one in read_resume(text[:LONGEST], today=today) if not working.is_replaced(one)]
    return Learned(
        (*working.entries, *read),
        "\n".join(working.pieces),
        tuple(working.written),
        frozenset(working.named),
    )


def named_anew(said: Learned, before: Revised, *, today: date) -> frozenset[Found]:
    """Return what is named by hand now and was not before, wherever it stands."""
    known = {_said(one) for one in _worked(before, today).named}
    return frozenset(one for one in said.named if _said(one) not in known)


def _worked(revised: Revised, today: date) -> "_Working":
    working = _Working(revised, today)
    for part in PARTS:
        working.part(part)
    return working


class _Working:
    """Findings while they are collected, part by part."""

    def __init__(self, revised: Revised, today: date) -> None:
        self.revised, self.today = revised, today
        self.entries: list[Found] = []
        self.pieces: list[str] = []
        self.written: list[Found] = []
        self.named: set[Found] = set()
        self.gone: list[tuple[Span, frozenset[tuple[str, str]]]] = list(_withdrawn(revised))
        self.jobs: list[tuple[Span, Found]] = []
        self.told: list[tuple[Span, frozenset[FactKind]]] = []

    def part(self, part: Part) -> None:
        """Collect what the entries of a part say."""
        if not part.is_list:
            self._fields(part, part.path, ())
            return
        for number in self.revised.removed(part.path):
            self._tell(part, list(self.revised.entry(part, f"{part.path}/{number}", stands=False)), stands=False)
        for number in self.revised.numbers(part.path):
            entry, main = f"{part.path}/{number}", telling.MAIN.get(part.name, ())
            if main and not self.revised.is_break(part, number):
                self._tell(part, list(self.revised.entry(part, entry)), stands=True)
            self._fields(part, entry, main)

    def _tell(self, part: Part, values: list[Value], *, stands: bool) -> None:
        """Collect what an entry as a whole says, from the file or from the hand of its person."""
        main = [one for one in values if one.kind.key in telling.MAIN.get(part.name, ())]
        spans = [one.span for one in main if one.span]
        by_hand = any(self._is_by_hand(one) for one in main)
        kinds = telling.WHOLE.get(part.name, frozenset())
        self.told += [(span, kinds) for span in spans]
        if by_hand:
            self.told += [(span, telling.TITLES) for span in spans]
        said = {one.kind.key: one.value for one in main if one.value}
        whole = telling.whole(part.name, said, today=self.today) if stands else None
        if by_hand and stands:
            named = [*([whole] if whole else []), *telling.named(part.name, said, today=self.today)]
            self._write(telling.told_of(part.name, said), named, is_named=True)
        elif whole:
            self._keep(whole, spans)
            self.jobs += [(one.span, whole) for one in main if one.span and one.kind.key == "position"]

    def _keep(self, whole: Found, spans: list[Span]) -> None:
        """Keep what an entry says with the stretch of the file it was read from."""
        if not spans:
            return
        start, end = min(spans)[0], max(end for _, end in spans)
        if end - start > LONGEST_QUOTE:
            start, end = spans[0]
        self.entries.append(replace(whole, start=start, end=end))

    def _fields(self, part: Part, entry: str, main: tuple[str, ...]) -> None:
        """Collect what other fields say that were written by hand."""
        for one in self.revised.entry(part, entry):
            if not one.value or not self._is_by_hand(one) or one.kind.key in main or one.kind.form in SILENT:
                continue
            listed = LISTED.get((part.name, one.kind.key))
            if listed:
                self._write(one.value, listed(one.value), is_named=True)
            elif one.kind.form is not Form.LINE or one.kind.key in ("name", "title", "label"):
                self._write(one.value, read_resume(one.value, today=self.today), is_named=False)

    def _is_by_hand(self, one: Value) -> bool:
        """Whether a value is its person's; all are when nothing in the file is a résumé any more."""
        return one.is_edited or (bool(one.value) and not self.revised.read.spans)

    def _write(self, words: str, found: Iterable[Found], *, is_named: bool) -> None:
        """Keep words by hand with what they say; a name is quoted whole, a sentence of a text by itself."""
        begin = sum(len(piece) + 1 for piece in self.pieces)
        rows = list(found)
        if not rows:
            return
        self.pieces.append(words)
        for one in rows:
            start, end = (0, len(words)) if is_named else (one.start, one.end)
            self.written.append(replace(one, start=begin + start, end=begin + end))
        if is_named:
            self.named |= set(self.written[-len(rows) :])

    def dated(self, one: Found) -> Found:
        """Return a role with the years of its entry: in the bare text the nearest dates may be another's."""
        if one.kind is FactKind.ROLE:
            years = next((whole for span, whole in self.jobs if _overlap(one, span)), None)
            return replace(one, amount=years.amount, until=years.until) if years else one
        return one

    def is_replaced(self, one: Found) -> bool:
        """Whether a finding of the file's text is told by an entry, or stands on words that were replaced."""
        is_told = any(one.kind in kinds and _overlap(one, span) for span, kinds in self.told)
        return is_told or any((one.kind, one.lexicon_id) in said and _overlap(one, span) for span, said in self.gone)


def _withdrawn(revised: Revised) -> Iterator[tuple[Span, frozenset[tuple[str, str]]]]:
    """Yield the places of corrected values with what their words said and the new ones do not."""
    for one in revised.all():
        if one.is_edited and one.span and one.read:
            gone = _saying(one.read) - _saying(one.value or "")
            if gone:
                yield one.span, gone


def _saying(words: str) -> frozenset[tuple[str, str]]:
    return frozenset((one.kind, one.lexicon_id) for one in read_resume(words))


def _said(one: Found) -> tuple[str, str]:
    return one.kind, one.lexicon_id or one.label.casefold()


def _overlap(one: Found, span: Span) -> bool:
    return one.start < span[1] and span[0] < one.end
