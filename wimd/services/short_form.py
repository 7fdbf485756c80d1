"""Filling in the short form: each field becomes facts, and an emptied field takes its fact out."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from mosaic.facts import services as facts
from mosaic.people.models import Person
from wimd.domain.short_form import Answers, Field, changes, statements_of
from wimd.domain.stated import Statement
from wimd.queries.short_form import Held, filled_of

# A choice is not worded: another one is another fact.
CHOSEN = (Field.VALUES, Field.REMOTE, Field.PEOPLE, Field.PERMISSION)


@transaction.atomic
def fill_in(person: Person, answers: Answers, *, shown: Collection[UUID] | None = None) -> None:
    """Let facts say what the fields say now. What is the same stays as it is.

    With `shown`, facts that were not on the form when it was filled in are left alone.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    known = filled_of(person)
    for field, statements in statements_of(answers).items():
        held = [one for one in known.fields[field] if shown is None or one.fact.pk in shown]
        by_key = {one.statement.key: one for one in held}
        for old, new in changes([one.statement for one in held], statements):
            _change(person, field, by_key[old.key] if old else None, new)


def _change(person: Person, field: Field, held: Held | None, new: Statement | None) -> None:
    if held and new and field not in CHOSEN:
        facts.edit(person, held.fact, label=new.label)
        return
    if held:
        facts.remove(person, held.fact)
    if new:
        facts.add(
            person, kind=new.kind, label=new.label, polarity=new.polarity, lexicon_id=new.lexicon_id, aspect=new.aspect
        )  # fmt: skip
