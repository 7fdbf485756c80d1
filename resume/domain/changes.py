"""Changes to a résumé that can be taken back one by one.

Every change speaks in addresses of the document it was made for (the base), so that any set of them gives
the same result in any order: taking one back means applying the others again.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import cast

from resume.domain.document import Source, Sourced
from resume.domain.pointers import JSON, join, parent_of, split


class What(StrEnum):
    """What a change does, for the words around it. Stored: never renamed, only added to."""

    HEADLINE = "headline"
    SUMMARY_MADE = "summary_made"
    SUMMARY_SHORTENED = "summary_shortened"
    BULLETS_ORDERED = "bullets_ordered"
    BULLET_REDUCED = "bullet_reduced"
    BULLET_LEFT_OUT = "bullet_left_out"
    SKILL_ADDED = "skill_added"
    SKILL_WORDED = "skill_worded"
    SKILLS_ORDERED = "skills_ordered"
    CERTIFICATE_ADDED = "certificate_added"
    SECTIONS_ORDERED = "sections_ordered"
    TAKEN_AWAY = "taken_away"


class Operation(StrEnum):
    """What is done at an address. `order` holds places of the base and ids of changes that add."""

    SET = "set"
    DROP = "drop"
    ORDER = "order"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Asked:
    """The line of a posting that a change answers."""

    id: str
    quote: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `before` and `after` are for people; `operation`, `pointer` and `value` do it."""

    id: str
    what: What
    operation: Operation
    pointer: str
    value: object = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    requirement: Asked | None = None
    sources: tuple[Source, ...] = field(default_factory=tuple)

    @property
    def can_be_undone(self) -> bool:
        """What rests on something the person took away stays out."""
        return self.what is not What.TAKEN_AWAY

    def as_json(self) -> JSON:
        """Return the stored form."""
        return {
            **asdict(self),
            "before": list(self.before),
            "after": list(self.after),
            "sources": [source.as_json() for source in self.sources],
        }

    @classmethod
    def of_json(cls, stored: Mapping[str, object]) -> "Change":
        """Read the stored form."""
        asked = cast(Mapping[str, str] | None, stored["requirement"])
        return cls(
            id=str(stored["id"]),
            what=What(str(stored["what"])),
            operation=Operation(str(stored["operation"])),
            pointer=str(stored["pointer"]),
            value=stored["value"],
            before=tuple(cast(Sequence[str], stored["before"])),
            after=tuple(cast(Sequence[str], stored["after"])),
            requirement=Asked(**asked) if asked else None,
            sources=tuple(Source.of_json(one) for one in cast(Sequence[Mapping[str, object]], stored["sources"])),
        )


def apply(base: Sourced, changes: Iterable[Change]) -> Sourced:
    """Return the base with the changes made and the sources moved along; the base stays as it is."""
    made = list(changes)
    document = deepcopy(base.document)
    for change in made:
        if change.operation is not Operation.DROP:
            _make_room(document, change)
    building = _Building(made)
    changed = cast(JSON, building.node(document, "", ""))
    provenance = {
        there: base.provenance[here]
        for here, there in building.moved.items()
        if here in base.provenance and here not in building.sets
    }
    return Sourced(changed, provenance | building.added)


def _make_room(document: JSON, change: Change) -> None:
    """Make the objects and lists a change needs where the base has none."""
    holder: object = document
    parts = split(change.pointer if change.operation is not Operation.SET else parent_of(change.pointer))
    for place, part in enumerate(parts):
        is_list = place == len(parts) - 1 and change.operation is not Operation.SET
        if isinstance(holder, dict):
            holder = holder.setdefault(part, [] if is_list else {})
        elif isinstance(holder, list):
            holder = holder[int(part)]
    if change.operation is Operation.SET and isinstance(holder, dict):
        holder.setdefault(split(change.pointer)[-1], "")


class _Building:
    """Walks the base once; remembers where each address went."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self.sets = {one.pointer: one for one in changes if one.operation is Operation.SET}
        self.drops = {one.pointer for one in changes if one.operation is Operation.DROP}
        self.orders = {one.pointer: one for one in changes if one.operation is Operation.ORDER}
        self.adds = {one.id: one for one in changes if one.operation is Operation.ADD}
        self.moved: dict[str, str] = {}
        self.added: dict[str, tuple[Source, ...]] = {}

    def node(self, node: object, here: str, there: str) -> object:
        """Return what stands at `here` in the base as it stands at `there` in the result."""
        self.moved[here] = there
        if here in self.sets:
            change = self.sets[here]
            if change.sources:
                self.added[there] = change.sources
            return deepcopy(change.value)
        if isinstance(node, dict):
            kept = ((name, inner) for name, inner in node.items() if join(here, name) not in self.drops)
            return {name: self.node(inner, join(here, name), join(there, name)) for name, inner in kept}
        if isinstance(node, list):
            return self._list(node, here, there)
        return node

    def _list(self, nodes: list[object], here: str, there: str) -> list[object]:
        built: list[object] = []
        for token in self._tokens(len(nodes), here):
            place = join(there, len(built))
            if isinstance(token, int):
                built.append(self.node(nodes[token], join(here, token), place))
                continue
            self.added[place] = self.adds[token].sources
            built.append(deepcopy(self.adds[token].value))
        return built

    def _tokens(self, count: int, here: str) -> list[int | str]:
        """Return the order of a list: places of the base and ids of what is added."""
        added = [one.id for one in self.adds.values() if one.pointer == here]
        order = cast(list[int | str], self.orders[here].value) if here in self.orders else []
        known: list[int | str] = [token for token in order if isinstance(token, int) or token in added]
        rest: list[int | str] = [i for i in range(count) if i not in known]
        known += rest + [one for one in added if one not in known]
        return [token for token in known if not (isinstance(token, int) and join(here, token) in self.drops)]
