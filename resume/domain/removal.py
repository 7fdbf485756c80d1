"""What of a résumé rests on something its person took away."""

from collections.abc import Iterator

from mosaic.lexicon.phrases import occupation_finder
from resume.domain.changes import Change, Operation, What
from resume.domain.coverage import named_in
from resume.domain.document import Sourced
from resume.domain.evidence import Removed
from resume.domain.pointers import at, is_within, join, leaves

# Where words are a claim by themselves. Elsewhere they are the person's own sentences, which stay theirs.
CLAIMS = ("skills", "certificates")


def resting_on(base: Sourced, removed: Removed) -> tuple[str, ...]:
    """Return the addresses that must not go into another document, outermost first."""
    found: list[str] = []
    for pointer in [*_by_source(base, removed), *_by_name(base, removed)]:
        if not any(is_within(pointer, outer) for outer in found):
            found.append(pointer)
    return tuple(found)


def taken_away(base: Sourced, removed: Removed) -> tuple[Change, ...]:
    """Return the changes that leave out what rests on something taken away."""
    return tuple(
        Change(
            id=f"r{number}",
            what=What.TAKEN_AWAY,
            operation=Operation.DROP,
            pointer=pointer,
            before=tuple(words for _, words in leaves(at(base.document, pointer))),
        )
        for number, pointer in enumerate(resting_on(base, removed), start=1)
    )


def _by_source(base: Sourced, removed: Removed) -> Iterator[str]:
    """Yield parts none of whose sources is left."""
    for pointer in sorted(base.provenance, key=lambda one: one.count("/")):
        sources = base.provenance[pointer]
        if sources and all(removed.touches(source) for source in sources):
            yield pointer


def _by_name(base: Sourced, removed: Removed) -> Iterator[str]:
    """Yield listed skills and certificates, and a headline, that name what was taken away."""
    for section in CLAIMS:
        for pointer, words in leaves(base.document.get(section), join("", section)):
            named = named_in(words)
            if named and set(named) <= removed.lexicon_ids:
                yield _item_of(pointer)
    headline = at(base.document, "/basics/label")
    if isinstance(headline, str):
        titles = {mention.id for mention in occupation_finder().find(headline)}
        if titles and titles <= removed.lexicon_ids:
            yield "/basics/label"


def _item_of(pointer: str) -> str:
    """Return the list item a name stands for: the keyword itself, or the object it names."""
    holder, _, last = pointer.rpartition("/")
    return holder if last == "name" else pointer
