"""Saying how Mosaic is, saying it differently, taking it back. The sums of the day follow."""

from collections.abc import Mapping
from datetime import date
from typing import cast

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from mosaic.lib.text import normalised
from mosaic.people.models import Person
from mosaic.people.services import keep_content
from wimd import queries
from wimd.domain.feedback import ALLOWED, LONGEST, Question
from wimd.models import Feedback, FeedbackSum

Ratings = Mapping[str, int]


class NothingSaid(Exception):
    """Feedback without a number and without a word."""


@transaction.atomic
def give_feedback(person: Person, *, ratings: Ratings, words: str = "") -> Feedback:
    """Keep what somebody says; said again, it takes the place of what they said. Raises NothingSaid."""
    kept = {name: number for name, number in ratings.items() if number in ALLOWED[Question(name)]}
    words = normalised(words).strip()[:LONGEST]
    if not kept and not words:
        raise NothingSaid
    Person.objects.select_for_update().get(pk=person.pk)
    before = queries.feedback_of(person)
    feedback = before or Feedback(person=person, counted_on=timezone.now().date())
    if before:
        _count(before, -1)
    feedback.ratings, feedback.words, feedback.changed_at = dict(kept), words, timezone.now()
    feedback.save()
    _count(feedback, 1)
    keep_content(person)
    return feedback


@transaction.atomic
def take_feedback_back(person: Person) -> bool:
    """Delete what somebody said and take it out of the sums; False when there is nothing."""
    Person.objects.select_for_update().get(pk=person.pk)
    feedback = queries.feedback_of(person)
    if feedback is None:
        return False
    _count(feedback, -1)
    feedback.delete()
    return True


def _count(feedback: Feedback, sign: int) -> None:
    """Add an answer to the sums of the day it was first given on, or take it out of them."""
    if feedback.counted_on is None:
        return
    for name, number in cast(Ratings, feedback.ratings or {}).items():
        _add(feedback.counted_on, name, sign, sign * number)


def _add(day: date, question: str, count: int, total: int) -> None:
    FeedbackSum.objects.get_or_create(day=day, question=question)
    FeedbackSum.objects.filter(day=day, question=question).update(count=F("count") + count, total=F("total") + total)
