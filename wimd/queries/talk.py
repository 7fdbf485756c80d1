"""Reads of the conversation, starting from the person."""

from django.db.models import QuerySet

from mosaic.people.models import Person
from wimd.models import Conversation, Turn


def conversation_of(person: Person) -> Conversation | None:
    """Return a person's conversation with the coach, if there was one."""
    return Conversation.objects.filter(person=person).first()


def turns_of(person: Person) -> QuerySet[Turn]:
    """Return what was said, in order."""
    return Turn.objects.filter(person=person).order_by("number")
