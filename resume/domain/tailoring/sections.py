"""The order of the sections: what the posting asks for above all stands near the top."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mosaic.lexicon.phrases import occupation_finder
from mosaic.lexicon.store import lexicon
from resume.domain.changes import Asked, Change, Operation, What
from resume.domain.coverage import hits
from resume.domain.document import Sourced, order_of
from resume.domain.pointers import join, leaves
from resume.domain.posting import EDUCATION, Posting, Requirement

SKILLS_AHEAD = 3


def section_changes(base: Sourced, posting: Posting, ids: Iterator[str]) -> list[Change]:
    """Return the change to the order, or nothing when it serves already."""
    before = [name for name in order_of(base.document) if base.document.get(name)]
    moving = next(_to_move(base, posting, before), None)
    if moving is None or before[0] == moving.section:
        return []
    after = [moving.section, *(name for name in before if name != moving.section)]
    return [
        Change(
            id=next(ids),
            what=What.SECTIONS_ORDERED,
            operation=Operation.SET,
            pointer="/meta/sections",
            value=after,
            before=tuple(before),
            after=tuple(after),
            requirement=Asked(moving.requirement.id, moving.requirement.quote),
            sources=base.sources_at(moving.pointer),
        )
    ]


@dataclass(frozen=True, slots=True)
class _Move:
    """A section worth the first place, the requirement it answers, and the line that does."""

    section: str
    requirement: Requirement
    pointer: str


def _to_move(base: Sourced, posting: Posting, present: Sequence[str]) -> Iterator[_Move]:
    """Yield what could stand on top, the most important first."""
    required = _licences_of(posting.role)
    for move in _answers(base, "certificates", posting, present):
        if move.requirement.must and required & set(move.requirement.lexicon_ids):
            yield move
    if "work" in present:
        return
    yield from (one for one in _answers(base, "education", posting, present) if one.requirement.kind == EDUCATION)
    skills = list(_answers(base, "skills", posting, present))
    if len({one.requirement.id for one in skills}) >= SKILLS_AHEAD:
        yield skills[0]


def _answers(base: Sourced, section: str, posting: Posting, present: Sequence[str]) -> Iterator[_Move]:
    """Yield the requirements that the lines of a section answer."""
    if section not in present:
        return
    for pointer, words in leaves(base.document.get(section), join("", section)):
        yield from (_Move(section, hit.requirement, pointer) for hit in hits(words, posting.requirements))


def _licences_of(role: str) -> frozenset[str]:
    """Return the licences without which the work of a role may not be done."""
    occupations = (lexicon().occupations[mention.id] for mention in occupation_finder().find(role))
    return frozenset(licence for one in occupations for licence in one.licences)
