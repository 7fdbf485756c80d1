"""Reads of what people say of Mosaic: one person's own, and what all say together."""

from mosaic.people.models import Person
from wimd.domain.feedback import Figure, Question, figure
from wimd.models import Feedback, FeedbackSum


def feedback_of(person: Person) -> Feedback | None:
    """Return what a person said of Mosaic, if they did."""
    return Feedback.objects.filter(person=person).first()


def feedback_figures() -> list[Figure]:
    """Return the averages of everybody's answers, where they are enough."""
    sums = list(FeedbackSum.objects.values_list("question", "count", "total"))
    return [
        figure(one, ((count, total) for question, count, total in sums if question == one.value)) for one in Question
    ]
