"""Filling an answer's draft with what was typed into a small tool. Nothing of the draft is ever replaced."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db import transaction

from mosaic.lib.text import normalised
from mosaic.people.models import Person
from ps101 import queries
from ps101.domain.flow import Prompt, Tool
from ps101.domain.tools import Filled, TooMuch, appended, compose, too_much
from ps101.models import Journey
from ps101.services.journeys import LONGEST_DRAFT, save_draft
from ps101.words.tools import tool_words


class NotFitting(Exception):
    """What was typed is longer than the tool holds; says which field and why. Nothing was changed."""

    def __init__(self, too_much: Mapping[str, TooMuch]) -> None:
        super().__init__(sorted(too_much))
        self.too_much = too_much


class DraftFull(Exception):
    """The draft has no room for what the tool makes of it. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Added:
    """A draft, and what was added to it; "" when nothing was typed."""

    draft: str
    words: str


@transaction.atomic
def use_tool(person: Person, journey: Journey, prompt: Prompt, tool: Tool, filled: Filled) -> Added:
    """Add what was typed to the draft of an answer; sent twice it is there once. Raises NotFitting, DraftFull."""
    filled = _normalised(filled)
    faults = too_much(tool, filled)
    if faults:
        raise NotFitting(faults)
    Person.objects.select_for_update().get(pk=person.pk)
    answer = queries.answers_in(journey).get(prompt.key)
    draft = (answer.draft or answer.text) if answer else ""
    words = compose(tool, filled, tool_words(tool).writes)
    if not words:
        return Added(draft, "")
    whole = appended(draft, words)
    if len(whole) > LONGEST_DRAFT:
        raise DraftFull
    return Added(save_draft(person, journey, prompt, text=whole).draft, words)


def _normalised(filled: Filled) -> Filled:
    lines = {name: [normalised(line) for line in typed] for name, typed in filled.lines.items()}
    return Filled(lines, [replace(row, thing=normalised(row.thing)) for row in filled.rows])
