"""What was understood, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from pydantic import TypeAdapter

from mosaic.lib.work import WorkState
from mosaic.people.archive.registry import Pending, Told
from mosaic.people.archive.tables import Extra, Table
from mosaic.people.models import Person
from ps101 import queries
from ps101.models import Context, EarlierContext


@dataclass(frozen=True)
class Proposal:
    """A proposed experiment as it is stored."""

    idea: str
    smallest_version: str
    suggested: bool


@dataclass(frozen=True)
class Change:
    """A person's change of an experiment or a quote as it is stored."""

    read: str
    removed: bool
    idea: str
    smallest_version: str
    suggested: bool


@dataclass(frozen=True)
class Quoted:
    """Words behind a line as they are stored."""

    quote: str
    prompt_key: str | None


@dataclass(frozen=True)
class Listed:
    """A line of a list as it is stored."""

    label: str
    quotes: list[Quoted]


@dataclass(frozen=True)
class Document:
    """An earlier reading as it is stored."""

    problem_definition: str = ""
    passions: list[Listed] = field(default_factory=list)
    skills: list[Listed] = field(default_factory=list)
    secret_powers: list[Listed] = field(default_factory=list)
    internal_obstacles: list[Listed] = field(default_factory=list)
    external_obstacles: list[Listed] = field(default_factory=list)
    proposed_experiments: list[Proposal] = field(default_factory=list)
    key_quotes: list[str] = field(default_factory=list)


def _is_current(row: Model) -> bool:
    context = cast(Context, row)
    return context.answers_digest == queries.answers_digest_of(context.journey)


def _note_current(person: Person, pending: list[Pending]) -> None:
    """Let what was understood from the answers as they are count as such, under their new ids."""
    for one in pending:
        if one.said.get("is_current") is True:
            context = cast(Context, one.row)
            context.answers_digest = queries.answers_digest_of(context.journey)
            context.save(update_fields=["answers_digest"])


def _told_context(person: Person) -> Iterator[Told]:
    context = queries.context_of(person)
    if context and context.problem_definition:
        quotes = cast(list[str], context.key_quotes or [])
        yield Told(context.problem_definition, tuple((_("you wrote"), quote) for quote in quotes))


CONTEXTS = Table(
    "contexts", "context", _("what was understood"), Context,
    left_out=frozenset({"attempts", "queued_at", "claimed_until", "waits_since", "answers_digest"}),
    settled={"state": {WorkState.RUNNING.value: WorkState.QUEUED.value}},
    extras={"is_current": Extra(_is_current)},
    shapes={
        "proposed_experiments": TypeAdapter(list[Proposal]), "key_quotes": TypeAdapter(list[str]),
        "own_lines": TypeAdapter(dict[str, list[Change]]), "lists": TypeAdapter(dict[str, list[Listed]]),
    },
    afterwards=_note_current,
    tell=_told_context,
)  # fmt: skip
EARLIER_CONTEXTS = Table(
    "earlier_contexts", "reading", _("earlier readings"), EarlierContext, shapes={"document": TypeAdapter(Document)}
)
