"""Edits by hand: which sources stay with which words."""

from collections import defaultdict
from copy import deepcopy

from resume.domain.document import Provenance, Source, Sourced
from resume.domain.pointers import JSON, leaves, parent_of


def carried(old: Sourced, document: JSON) -> Sourced:
    """Return an edited document with the sources of every text that stayed word for word.

    What is new has no source but the person's own hand, and none is written for it.
    """
    known: dict[str, list[tuple[str, tuple[Source, ...]]]] = defaultdict(list)
    for pointer, words in leaves(old.document):
        holder = next((one for one in _holders(pointer) if one in old.provenance), "")
        if holder:
            known[words].append((pointer, old.provenance[holder]))
    provenance: Provenance = {}
    for pointer, words in leaves(document):
        candidates = known.get(words)
        if candidates:
            same_place = next((sources for place, sources in candidates if _kind(place) == _kind(pointer)), None)
            provenance[pointer] = same_place or candidates[0][1]
    return Sourced(document, provenance)


def with_item(document: JSON, section: str, place: int | None, item: JSON | None) -> JSON:
    """Return a document with an item of a section replaced, added at the end (no place) or taken out (no item)."""
    edited = deepcopy(document)
    listed = edited.get(section)
    items: list[object] = list(listed) if isinstance(listed, list) else []
    if place is None:
        items += [_without_blanks(item)] if item else []
    elif item is None:
        del items[place]
    else:
        before = items[place]
        kept = {name: value for name, value in before.items() if name not in item} if isinstance(before, dict) else {}
        items[place] = _without_blanks({**kept, **item})
    edited[section] = items
    if not items:
        del edited[section]
    return edited


def with_basics(document: JSON, fields: JSON) -> JSON:
    """Return a document with fields of its head replaced; empty ones are taken out."""
    edited = deepcopy(document)
    before = edited.get("basics")
    basics = {**(before if isinstance(before, dict) else {}), **fields}
    edited["basics"] = _without_blanks(basics)
    return edited


def _without_blanks(fields: JSON) -> JSON:
    return {name: value for name, value in fields.items() if value not in ("", [], {}, None)}


def _holders(pointer: str) -> list[str]:
    found = []
    while pointer:
        found.append(pointer)
        pointer = parent_of(pointer)
    return found


def _kind(pointer: str) -> tuple[str, ...]:
    """Return an address without its numbers: the same kind of place."""
    return tuple(part for part in pointer.split("/") if not part.isdecimal())
