"""The shapes of feedback."""

from collections.abc import Mapping
from typing import cast

from rest_framework import serializers

from wimd.domain.feedback import ALLOWED, LONGEST, Question
from wimd.models import Feedback
from wimd.serializers.shape import Shape


def _number(question: Question) -> serializers.IntegerField:
    allowed = ALLOWED[question]
    return serializers.IntegerField(required=False, allow_null=True, min_value=allowed[0], max_value=allowed[-1])


class FeedbackInput(serializers.Serializer[object]):
    """What somebody says: any part can be left out, not all of them. What is left out is no longer said."""

    clarity = _number(Question.CLARITY)
    relevance = _number(Question.RELEVANCE)
    trust = _number(Question.TRUST)
    recommend = _number(Question.RECOMMEND)
    words = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST)


class FeedbackShape(serializers.Serializer[object]):
    """What somebody said."""

    clarity = serializers.IntegerField(allow_null=True)
    relevance = serializers.IntegerField(allow_null=True)
    trust = serializers.IntegerField(allow_null=True)
    recommend = serializers.IntegerField(allow_null=True)
    words = serializers.CharField(allow_blank=True)
    changed_at = serializers.DateTimeField()


class FeedbackAnswer(serializers.Serializer[object]):
    """What `GET /feedback` says; nothing while nothing was said."""

    feedback = FeedbackShape(allow_null=True)


def feedback_shape(feedback: Feedback | None) -> Shape:
    """Return what somebody said."""
    if feedback is None:
        return {"feedback": None}
    ratings = cast(Mapping[str, int], feedback.ratings or {})
    numbers = {question.value: ratings.get(question) for question in Question}
    return {"feedback": {**numbers, "words": feedback.words, "changed_at": feedback.changed_at}}
