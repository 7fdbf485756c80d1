"""The order of the skills: what the posting asks for above all stands first in each list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mosaic.lexicon.words import keys_of
from resume.domain.changes import Asked, Change, Operation, What
from resume.domain.coverage import named_in
from resume.domain.document import Source, Sourced, items_of
from resume.domain.evidence import label_of
from resume.domain.pointers import at, is_within, join, leaves
from resume.domain.posting import Requirement


@dataclass(frozen=True, slots=True)
class Named:
    """A skill as it stands: where, in which words, and which skills of the lexicon these name."""

    pointer: str
    words: str
    lexicon_ids: tuple[str, ...]


def listed_skills(base: Sourced) -> list[Named]:
    """Return every name in the sections that list skills and certificates."""
    found = []
    for section in ("skills", "certificates"):
        for item in items_of(base.document, section):
            if item.text("name"):
                found.append(Named(join(item.pointer, "name"), item.text("name"), named_in(item.text("name"))))
            for place, keyword in enumerate(item.texts("keywords")):
                found.append(Named(join(item.pointer, "keywords", place), keyword, named_in(keyword)))
    return found


def recognised(listed: Sequence[Named], wanted: Iterable[str]) -> list[Named]:
    """Return the names, those that say a part of a wanted skill's label counted as naming it: payroll, processing of it.

    Only what no name in the list stands for already is looked for.
    """
    found = list(listed)
    for lexicon_id in wanted:
        if any(lexicon_id in one.lexicon_ids for one in found):
            continue
        keys = set(keys_of(label_of(lexicon_id)))
        for place, one in enumerate(found):
            if set(keys_of(one.words)) <= keys:
                found[place] = replace(one, lexicon_ids=(*one.lexicon_ids, lexicon_id))
                break
    return found


def order_changes(
    base: Sourced,
    listed: Sequence[Named],
    asked: Mapping[str, Requirement],
    changes: Sequence[tuple[Change, str]],
    ids: Iterator[str],
) -> Iterator[Change]:
    """Yield one change for each list that serves better in another order.

    `changes` come with the skill they add, or "".
    """
    rank = {lexicon_id: place for place, lexicon_id in enumerate(asked)}
    for pointer, count in _lists(base):
        ranks: dict[int | str, int] = {place: _rank(listed, join(pointer, place), rank) for place in range(count)}
        for change, lexicon_id in changes:
            if change.operation is Operation.ADD and change.pointer == pointer:
                ranks[change.id] = rank[lexicon_id]
        order = sorted(ranks, key=lambda token: ranks[token])
        first = min(ranks.values(), default=len(rank))
        if order == list(ranks) or first == len(rank):
            continue
        requirement = list(asked.values())[first]
        added = {change.id: change for change, _ in changes}
        yield _order(base, pointer, order, requirement, added=added, change_id=next(ids))


def _lists(base: Sourced) -> Iterator[tuple[str, int]]:
    """Yield each list of skills with its length."""
    groups = items_of(base.document, "skills")
    yield "/skills", len(groups)
    for group in groups:
        if group.texts("keywords"):
            yield join(group.pointer, "keywords"), len(group.texts("keywords"))


def _rank(listed: Sequence[Named], pointer: str, rank: Mapping[str, int]) -> int:
    """Return the place among what is asked for of the best skill at or below an address."""
    below = (one for one in listed if is_within(one.pointer, pointer))
    return min((rank[each] for one in below for each in one.lexicon_ids if each in rank), default=len(rank))


def _order(
    base: Sourced,
    pointer: str,
    order: list[int | str],
    requirement: Requirement,
    *,
    added: Mapping[str, Change],
    change_id: str,
) -> Change:
    def words(token: int | str) -> str:
        if isinstance(token, str):
            return added[token].after[0]
        return next((text for _, text in leaves(at(base.document, join(pointer, token)))), "")

    places = sorted(token for token in order if isinstance(token, int))
    return Change(
        id=change_id,
        what=What.SKILLS_ORDERED,
        operation=Operation.ORDER,
        pointer=pointer,
        value=list(order),
        before=tuple(words(place) for place in places),
        after=tuple(words(token) for token in order),
        requirement=Asked(requirement.id, requirement.quote),
        sources=_sources(base, pointer, order[0], added),
    )


def _sources(base: Sourced, pointer: str, first: int | str, added: Mapping[str, Change]) -> tuple[Source, ...]:
    """Return what the skill rests on that stands first now."""
    if isinstance(first, str):
        return added[first].sources
    place = join(pointer, first)
    return next((base.sources_at(leaf) for leaf, _ in leaves(at(base.document, place), place)), ())
