"""What a file says about its person, once they have corrected what was read in it."""

from collections.abc import Iterator
from datetime import date

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.reading import read_own_words, read_resume
from wimd.domain.corrections import Revised, Span
from wimd.domain.resumes import LONGEST


def learned(text: str, revised: Revised | None, *, today: date) -> list[Found]:
    """Return the findings of a text; in a résumé without those whose words its person left out or replaced."""
    if revised is None:
        return read_own_words(text[:LONGEST], today=today)
    withdrawn = list(_withdrawn(revised))
    return [
        one for one in read_resume(text[:LONGEST], today=today) if not any(_is_over(one, *gone) for gone in withdrawn)
    ]


def _withdrawn(revised: Revised) -> Iterator[tuple[Span, frozenset[tuple[str, str]]]]:
    """Yield the places of corrected values with what their words said and the new ones do not."""
    for one in revised.all():
        if one.is_edited and one.span and one.read:
            gone = _said(one.read) - _said(one.value or "")
            if gone:
                yield one.span, gone


def _said(words: str) -> frozenset[tuple[str, str]]:
    return frozenset((one.kind, one.lexicon_id) for one in read_resume(words))


def _is_over(one: Found, span: Span, gone: frozenset[tuple[str, str]]) -> bool:
    return (one.kind, one.lexicon_id) in gone and one.start < span[1] and span[0] < one.end
