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


def answers_of(person: Person) -> QuerySet[Turn]:
    """Return the coach's turns."""
    return turns_of(person).filter(speaker=Turn.Speaker.COACH).select_related("person")


def answered_by(answer: Turn) -> Turn | None:
    """Return what a person said, to which this is the answer."""
    said = Turn.objects.filter(conversation=answer.conversation_id, number=answer.number - 1)
    return said.filter(speaker=Turn.Speaker.PERSON).first()
