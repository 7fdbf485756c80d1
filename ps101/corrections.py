"""A person's corrections of what was understood, as one step."""

from collections.abc import Mapping, Sequence
from typing import cast

from django.db import transaction

from mosaic.facts import services as facts
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from ps101 import queries, services
from ps101.domain.extraction import CONTEXT_LISTS
from ps101.models import Context


@transaction.atomic
def apply(person: Person, context: Context, changes: Mapping[str, object]) -> None:
    """Keep what a list names, add what is new in it, remove the rest; word the problem; confirm."""
    if "problem_definition" in changes:
        services.word_problem(person, context, text=str(changes["problem_definition"]))
    for name in CONTEXT_LISTS:
        if name in changes:
            _correct_list(person, name, cast(Sequence[str], changes[name]))
    if changes.get("confirmed"):
        services.confirm_context(person, context)


def _correct_list(person: Person, name: str, wanted: Sequence[str]) -> None:
    kind, aspect = CONTEXT_LISTS[name]
    labels = {normalised(label).strip().casefold(): label for label in wanted if label.strip()}
    for fact in queries.context_facts_of(person, kind, aspect):
        if labels.pop(fact.label.casefold(), None) is None:
            facts.remove(person, fact)
    for label in labels.values():
        facts.add(person, kind=kind, label=label, aspect=aspect)
