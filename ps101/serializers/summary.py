"""The shapes of a whole journey, and of two of them side by side."""

from rest_framework import serializers

from ps101 import queries
from ps101.models import Journey
from ps101.queries import results, runs
from ps101.rendering.sheet import LISTS, quotes_in, understood_in
from ps101.serializers.experiments import CommitmentShape, ExperimentShape, experiment_shape
from ps101.serializers.flows import Shape
from ps101.serializers.mastery import commitment_shape


class RunShape(serializers.Serializer[object]):
    """A journey in one line."""

    id = serializers.UUIDField()
    flow = serializers.CharField()
    version = serializers.IntegerField()
    status = serializers.ChoiceField(choices=Journey.Status.choices)
    started_at = serializers.DateTimeField()
    completed_at = serializers.DateTimeField(allow_null=True)


class UnderstoodShape(serializers.Serializer[object]):
    """One thing understood, with words of this journey that show it."""

    label = serializers.CharField()  # type: ignore[assignment]  # a field of the same name
    quotes = serializers.ListField(child=serializers.CharField())


class ToldShape(serializers.Serializer[object]):
    """An answer with its question."""

    step = serializers.CharField()
    key = serializers.CharField()
    question = serializers.CharField()
    text = serializers.CharField()
    rating = serializers.IntegerField(allow_null=True)


class SummaryShape(serializers.Serializer[object]):
    """Everything of a journey."""

    journey = RunShape()
    problem = serializers.CharField(allow_blank=True)
    understood = serializers.DictField(
        child=UnderstoodShape(many=True), help_text=", ".join(name for name, _, _ in LISTS)
    )
    answers = ToldShape(many=True)
    experiments = ExperimentShape(many=True)
    commitment = CommitmentShape(allow_null=True)


class ThenNow(serializers.Serializer[object]):
    """A text then and now."""

    then = serializers.CharField(allow_blank=True)
    now = serializers.CharField(allow_blank=True)


class SaidShape(serializers.Serializer[object]):
    """An answer, with its number when the question asks for one."""

    text = serializers.CharField()
    rating = serializers.IntegerField(allow_null=True)


class AnswerPairShape(serializers.Serializer[object]):
    """A question with both answers."""

    key = serializers.CharField()
    differs = serializers.BooleanField()
    then = SaidShape()
    now = SaidShape()


class BeforeAfterShape(serializers.Serializer[object]):
    """Confidence before and after something was tried; null is not known."""

    before = serializers.IntegerField(allow_null=True)
    after = serializers.IntegerField(allow_null=True)


class ConfidenceThenNow(serializers.Serializer[object]):
    """Confidence in both runs."""

    then = BeforeAfterShape()
    now = BeforeAfterShape()


class SkillsThenNow(serializers.Serializer[object]):
    """Skills that both runs show, and those that only one does."""

    both = serializers.ListField(child=serializers.CharField())
    only_then = serializers.ListField(child=serializers.CharField())
    only_now = serializers.ListField(child=serializers.CharField())


class ComparisonShape(serializers.Serializer[object]):
    """Two runs side by side; changed answers come first."""

    then = RunShape()
    now = RunShape()
    problem = ThenNow()
    confidence = ConfidenceThenNow()
    skills = SkillsThenNow()
    answers = AnswerPairShape(many=True)
    only_then = serializers.ListField(child=serializers.CharField())
    only_now = serializers.ListField(child=serializers.CharField())


def summary_shape(journey: Journey) -> Shape:
    """Return everything of a journey."""
    sources: set[object] = {*results.sources_in(journey)}
    commitment = queries.commitment_of(journey)
    return {
        "journey": run_shape(journey),
        "problem": results.problem_in(journey),
        "understood": {
            name: [{"label": fact.label, "quotes": list(quotes_in(fact, sources))} for fact in facts]
            for name, facts in understood_in(journey)
        },
        "answers": _answers(journey),
        "experiments": [experiment_shape(one) for one in results.experiments_in(journey)],
        "commitment": commitment_shape(commitment) if commitment else None,
    }


def comparison_shape(then: Journey, now: Journey) -> Shape:
    """Return two runs side by side."""
    pairs = runs.pairs_of(then, now)
    return {
        "then": run_shape(then),
        "now": run_shape(now),
        "problem": runs.problems_of(then, now),
        "confidence": runs.confidence_of(then, now),
        "skills": SkillsThenNow(runs.skills_of(then, now)).data,
        "answers": AnswerPairShape(pairs.both, many=True).data,
        "only_then": list(pairs.only_then),
        "only_now": list(pairs.only_now),
    }


def run_shape(journey: Journey) -> Shape:
    """Return a journey in one line."""
    return {
        "id": str(journey.pk),
        "flow": journey.flow.key,
        "version": journey.flow.version,
        "status": journey.status,
        "started_at": journey.created_at,
        "completed_at": journey.completed_at,
    }


def _answers(journey: Journey) -> list[Shape]:
    return [
        {
            "step": step.key,
            "key": prompt.key,
            "question": prompt.text,
            "text": answer.text,
            "rating": answer.rating,
        }
        for step, given in results.told_in(journey)
        for prompt, answer in given
    ]
