"""What of discovery goes along when somebody takes everything."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from pydantic import TypeAdapter

from mosaic.lib.work import WorkState
from mosaic.people.archive import registry
from mosaic.people.archive.registry import Pending, Told
from mosaic.people.archive.tables import Extra, Key, Table
from mosaic.people.models import Person
from ps101 import queries
from ps101.models import Answer, AnswerRevision, Context, FlowVersion, Journey


@dataclass(frozen=True)
class Proposal:
    """A proposed experiment as it is stored."""

    idea: str
    smallest_version: str
    suggested: bool


def register() -> None:
    """Register it."""
    for table in (JOURNEYS, ANSWERS, REVISIONS, CONTEXTS):
        registry.register(table)


def _flow_name(row: Model) -> object:
    flow = cast(Journey, row).flow
    return {"key": flow.key, "version": flow.version}


def _flow_named(said: object) -> object | None:
    """Return the flow of this version, or the one in use now: keys of prompts stay the same."""
    if not isinstance(said, Mapping) or not isinstance(said.get("key"), str):
        return None
    flows, version = FlowVersion.objects.filter(key=said["key"]), said.get("version")
    exact = flows.filter(version=version).first() if type(version) is int and 0 < version < 2**31 else None
    found = exact or flows.filter(is_active=True).first()
    return found.pk if found else None


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


def _told_answers(person: Person) -> Iterator[Told]:
    for journey in queries.journeys_of(person).reverse():
        answers = queries.answers_in(journey)
        for prompt in queries.flow_of(journey.flow).prompts:
            answer = answers.get(prompt.key)
            if answer and (answer.text or answer.draft):
                yield Told(prompt.text, ((_("you answered"), answer.text), (_("draft"), answer.draft)))


def _told_context(person: Person) -> Iterator[Told]:
    context = queries.context_of(person)
    if context and context.problem_definition:
        quotes = cast(list[str], context.key_quotes or [])
        yield Told(context.problem_definition, tuple((_("you wrote"), quote) for quote in quotes))


JOURNEYS = Table("journeys", "journey", _("journeys"), Journey, keys={"flow": Key(_flow_name, _flow_named)})
ANSWERS = Table("answers", "answer", _("answers"), Answer, tell=_told_answers)
REVISIONS = Table("answer_revisions", "revision", _("earlier answers"), AnswerRevision)
CONTEXTS = Table(
    "contexts", "context", _("what was understood"), Context,
    left_out=frozenset({"attempts", "queued_at", "claimed_until", "answers_digest"}),
    settled={"state": {WorkState.RUNNING.value: WorkState.QUEUED.value}},
    extras={"is_current": Extra(_is_current)},
    shapes={"proposed_experiments": TypeAdapter(list[Proposal]), "key_quotes": TypeAdapter(list[str])},
    afterwards=_note_current,
    tell=_told_context,
)  # fmt: skip
