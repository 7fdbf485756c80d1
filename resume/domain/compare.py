"""What differs between two résumés, place by place, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import cast

from resume.domain.document import SECTIONS, Item, basics_of, items_of, order_of
from resume.domain.pointers import JSON, join, leaves

_WORD = re.compile(r"\s+|[^\s]+")
ALIKE = 0.5
ORDER = "/meta/sections"


class State(StrEnum):
    """What became of a place."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class Op(StrEnum):
    """What became of some words."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Part:
    """Some words and what became of them."""

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One place that differs: its section, what it belongs to (a job's title), and its words."""

    section: str
    belongs_to: str
    pointer: str
    state: State
    parts: tuple[Part, ...]


def compare(old: JSON, new: JSON) -> tuple[Difference, ...]:
    """Return what differs, in the order of the new document."""
    found = [*_basics(old, new), *_sections(old, new)]
    for section in SECTIONS:
        for before, after in _paired(items_of(old, section), items_of(new, section)):
            found += _items(before, after)
        found += _moved_items(items_of(old, section), items_of(new, section))
    return tuple(found)


def word_parts(old: str, new: str) -> tuple[Part, ...]:
    """Return two texts as one, with what was taken out and put in."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    parts: list[Part] = []
    for op, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if op == "equal":
            parts.append(Part(Op.EQUAL, "".join(before[a:b])))
            continue
        if b > a:
            parts.append(Part(Op.DELETE, "".join(before[a:b])))
        if d > c:
            parts.append(Part(Op.INSERT, "".join(after[c:d])))
    return tuple(parts)


def _basics(old: JSON, new: JSON) -> Iterator[Difference]:
    before, after = dict(leaves(basics_of(old).fields, "/basics")), dict(leaves(basics_of(new).fields, "/basics"))
    for pointer in dict.fromkeys([*after, *before]):
        yield from _texts("basics", "", pointer, before.get(pointer, ""), after.get(pointer, ""))


def _paired(old: Sequence[Item], new: Sequence[Item]) -> Iterator[tuple[Item | None, Item | None]]:
    """Pair what has the same title, then what is left in order of likeness of words."""
    left = list(old)
    pairs: list[tuple[Item | None, Item | None]] = []
    for item in new:
        twin = next((one for one in left if _key(one) == _key(item)), None)
        if twin:
            left.remove(twin)
        pairs.append((twin, item))
    for place, item in enumerate(new):
        if pairs[place][0] is None and left:
            best = max(left, key=lambda one, item=item: _likeness(_all_words(one), _all_words(item)))  # type: ignore[misc]  # bound early
            if _likeness(_all_words(best), _all_words(item)) >= ALIKE:
                left.remove(best)
                pairs[place] = (best, item)
    yield from pairs
    yield from ((one, None) for one in left)


def _key(item: Item) -> tuple[str, ...]:
    names = ("name", "position", "organization", "institution", "studyType", "title", "language", "startDate")
    return tuple(item.text(name) for name in names)


def _all_words(item: Item) -> str:
    return " ".join(words for _, words in leaves(dict(item.fields)))


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _items(before: Item | None, after: Item | None) -> Iterator[Difference]:
    item = after or before
    if item is None:
        return
    old, new = (dict(before.fields) if before else {}), (dict(after.fields) if after else {})
    for name in dict.fromkeys([*new, *old]):
        pointer = join(item.pointer, name)
        if isinstance(new.get(name, old.get(name)), list):
            lines = [cast(list[object], one) if isinstance(one, list) else [] for one in (old.get(name), new.get(name))]
            yield from _lists(item, pointer, *[[words for _, words in leaves(one)] for one in lines])
        else:
            yield from _texts(item.section, item.title, pointer, _flat(old.get(name)), _flat(new.get(name)))


def _lists(item: Item, pointer: str, old: list[str], new: list[str]) -> Iterator[Difference]:
    """Compare lines: same words in another place are moved, similar ones changed, the rest come or go."""
    left = [line for line in old if line not in new]
    kept = [line for line in new if line in old]
    before = [line for line in old if line in new]
    for place, line in enumerate(new):
        where = join(pointer, place)
        if line in kept:
            if before.index(line) != kept.index(line):
                yield Difference(item.section, item.title, where, State.MOVED, (Part(Op.EQUAL, line),))
            continue
        twin = max(left, key=lambda one, line=line: _likeness(one, line), default="")  # type: ignore[misc]  # bound early
        if twin and _likeness(twin, line) >= ALIKE:
            left.remove(twin)
            yield from _texts(item.section, item.title, where, twin, line)
        else:
            yield from _texts(item.section, item.title, where, "", line)
    for line in left:
        yield from _texts(item.section, item.title, pointer, line, "")


def _texts(section: str, belongs_to: str, pointer: str, old: str, new: str) -> Iterator[Difference]:
    if old == new:
        return
    state = State.CHANGED if old and new else State.ADDED if new else State.REMOVED
    yield Difference(section, belongs_to, pointer, state, word_parts(old, new))


def _moved_items(old: Sequence[Item], new: Sequence[Item]) -> Iterator[Difference]:
    """Yield whole items that stand in another order."""
    before = [_key(one) for one in old if _key(one) in [_key(each) for each in new]]
    after = [one for one in new if _key(one) in before]
    for place, item in enumerate(after):
        if before[place : place + 1] != [_key(item)]:
            words = item.title or _all_words(item)
            yield Difference(item.section, "", item.pointer, State.MOVED, (Part(Op.EQUAL, words),))


def _flat(value: object) -> str:
    return " ".join(words for _, words in leaves(value))


def _sections(old: JSON, new: JSON) -> Iterator[Difference]:
    """Yield the order of the sections, as their codes, when it was changed."""
    before = [name for name in order_of(old) if old.get(name) and new.get(name)]
    after = [name for name in order_of(new) if old.get(name) and new.get(name)]
    if before != after:
        yield Difference("meta", "", ORDER, State.MOVED, tuple(Part(Op.EQUAL, name) for name in after))
