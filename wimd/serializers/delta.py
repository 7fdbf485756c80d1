"""The shapes of the delta."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from rest_framework import serializers

from mosaic.facts.domain.profile import Known
from mosaic.lexicon.entries import Occupation
from mosaic.lexicon.occupation_fit import OccupationFit
from mosaic.lexicon.store import lexicon
from mosaic.people.models import Person
from ps101 import queries as discovery
from ps101.domain.experiments import Status
from wimd import queries
from wimd.domain.delta import Bridge, Delta, Dimension
from wimd.domain.delta.keeping import read_kept
from wimd.domain.delta.ledger import Entry
from wimd.domain.delta.model import Line, Rule, Side, Standing, TargetKind, Test
from wimd.models import Analysis, Target
from wimd.serializers.shape import Shape
from wimd.words import delta as words

DIMENSIONS = [one.value for one in Dimension]


class LineShape(serializers.Serializer[object]):
    """One thing on a side of a dimension."""

    fact_id = serializers.UUIDField(allow_null=True)
    label = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    quote = serializers.CharField(allow_blank=True)
    source = serializers.CharField(allow_blank=True)  # type: ignore[assignment]  # as above
    source_id = serializers.UUIDField(allow_null=True)


class EvidenceLineShape(LineShape):
    """A quote with the side it stands on."""

    side = serializers.ChoiceField(choices=["now", "wanted"])


class RuleShape(serializers.Serializer[object]):
    """How a gap was found: a code, its numbers, and a sentence."""

    code = serializers.ChoiceField(choices=[one.value for one in Rule])
    numbers = serializers.DictField(child=serializers.IntegerField())
    words = serializers.CharField()


class MissingShape(serializers.Serializer[object]):
    """What is not known, and the question that would tell."""

    code = serializers.CharField()
    words = serializers.CharField()
    question = serializers.CharField()


class TestShape(serializers.Serializer[object]):
    """The smallest test that would move a dimension."""

    code = serializers.CharField()
    words = serializers.CharField()
    minutes = serializers.IntegerField()
    experiment_id = serializers.UUIDField(allow_null=True)


class DimensionShape(serializers.Serializer[object]):
    """One dimension; the gap goes from 0 to 4, null while it is unknown."""

    key = serializers.ChoiceField(choices=DIMENSIONS)
    name = serializers.CharField()
    now = LineShape(many=True)
    wanted = LineShape(many=True)
    gap = serializers.IntegerField(allow_null=True, min_value=0, max_value=4)
    rule = RuleShape(allow_null=True)
    missing = MissingShape(many=True)
    evidence = EvidenceLineShape(many=True)
    smallest_test = TestShape(allow_null=True)


class EntryShape(serializers.Serializer[object]):
    """One skill of the target."""

    skill = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # as above
    standing = serializers.ChoiceField(choices=[one.value for one in Standing])
    essential = serializers.BooleanField()
    strength = serializers.IntegerField()
    credit = serializers.IntegerField()
    reason = serializers.CharField(allow_blank=True)
    quote = serializers.CharField(allow_blank=True)
    fact_id = serializers.UUIDField(allow_null=True)
    bridge = serializers.ChoiceField(choices=[one.value for one in Bridge], allow_null=True)


class TargetShape(serializers.Serializer[object]):
    """What the delta stands against."""

    kind = serializers.ChoiceField(choices=[one.value for one in TargetKind])
    label = serializers.CharField()  # type: ignore[assignment]  # as above
    occupation = serializers.CharField(allow_blank=True)


class DeltaShape(serializers.Serializer[object]):
    """Nine dimensions, the target, and its skills."""

    algorithm = serializers.CharField()
    target = TargetShape(allow_null=True)
    dimensions = DimensionShape(many=True)
    skills = EntryShape(many=True)


class CarriedShape(serializers.Serializer[object]):
    """A skill that carries over to another kind of work, in hundredths, and by which words."""

    skill = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # as above
    credit = serializers.IntegerField()
    quote = serializers.CharField()


class NamedShape(serializers.Serializer[object]):
    """An entry of the lexicon."""

    id = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # as above


class KindOfWorkShape(NamedShape):
    """A kind of work beyond one's own."""

    fit_score = serializers.IntegerField()
    carries = CarriedShape(many=True)
    missing = NamedShape(many=True)
    first_test = serializers.CharField()


class OwnExperimentShape(serializers.Serializer[object]):
    """A small experiment of the person."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    status = serializers.ChoiceField(choices=[one.value for one in Status])


class MoveShape(serializers.Serializer[object]):
    """A dimension as it stood; null is unknown."""

    key = serializers.ChoiceField(choices=DIMENSIONS)
    gap = serializers.IntegerField(allow_null=True)


class HistoryShape(serializers.Serializer[object]):
    """The delta as it stood at a time."""

    at = serializers.DateTimeField()
    algorithm = serializers.CharField()
    target = TargetShape(allow_null=True)
    dimensions = MoveShape(many=True)


class AnalysisShape(serializers.Serializer[object]):
    """What is known of somebody's way, put together."""

    delta = DeltaShape()
    summary = serializers.CharField()
    strengths = LineShape(many=True)
    obstacles = LineShape(many=True)
    occupations = KindOfWorkShape(many=True)
    experiments = OwnExperimentShape(many=True)


class AnalysisAnswer(serializers.Serializer[object]):
    """What `GET /wimd/analysis` says."""

    analysis = AnalysisShape()
    history = HistoryShape(many=True)
    computed_at = serializers.DateTimeField(allow_null=True)
    source = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so


class TargetInput(serializers.Serializer[object]):
    """A kind of work of the lexicon, words of one's own, or a posting one keeps; none of them leaves the target."""

    occupation = serializers.CharField(required=False, allow_null=True, allow_blank=True, max_length=80)
    label = serializers.CharField(required=False, allow_null=True, allow_blank=True, max_length=200)  # type: ignore[assignment]  # as above
    saved = serializers.CharField(required=False, allow_null=True, allow_blank=True, max_length=40)


class SavedShape(TargetShape):
    """A posting one keeps."""

    id = serializers.UUIDField()
    job_id = serializers.UUIDField()


class TargetAnswer(serializers.Serializer[object]):
    """What the delta stands against, what else is kept to aim at, and kinds of work by these words."""

    target = TargetShape(allow_null=True)
    saved = SavedShape(many=True)
    occupations = NamedShape(many=True)


class BridgeInput(serializers.Serializer[object]):
    """What somebody sets out to do about a skill; null takes it back."""

    choice = serializers.ChoiceField(choices=[one.value for one in Bridge], allow_null=True)


class TestInput(serializers.Serializer[object]):
    """The dimension whose smallest test is to be an experiment."""

    dimension = serializers.ChoiceField(choices=DIMENSIONS)


def analysis_shape(person: Person, delta: Delta) -> Shape:
    """Return an analysis with how it stood before."""
    kept = list(queries.analyses_of(person))
    tried = list(discovery.experiments_of(person))
    ids = {one.title: one.pk for one in reversed(tried) if one.status != Status.ARCHIVED}
    return {
        "analysis": {
            "delta": {
                "algorithm": delta.algorithm,
                "target": target_shape(delta),
                "dimensions": [_dimension(side, ids) for side in delta.sides],
                "skills": [_entry(one) for one in delta.ledger],
            },
            "summary": words.summary_words(delta),
            "strengths": [_line(one) for one in delta.strengths],
            "obstacles": [_line(one) for one in delta.obstacles],
            "occupations": [_kind_of_work(one) for one in delta.occupations],
            "experiments": [
                {"id": str(one.pk), "title": one.title or one.hypothesis, "status": one.status} for one in tried
            ],
        },
        "history": [_history(one) for one in kept],
        "computed_at": kept[0].created_at if kept else None,
        "source": "built-in",
    }


def target_shape(delta: Delta) -> Shape | None:
    """Return the target."""
    target = delta.target
    return {"kind": target.kind, "label": target.label, "occupation": target.occupation} if target else None


def target_answer(delta: Delta, kept: Iterable[Target], found: Iterable[Occupation]) -> Shape:
    """Return the target, the others and what was searched."""
    saved = (one for one in kept if one.kind == TargetKind.SAVED)
    return {
        "target": target_shape(delta),
        "saved": [
            {
                "id": str(one.pk),
                "job_id": str(one.job),
                "kind": one.kind,
                "label": one.label,
                "occupation": one.occupation,
            }
            for one in saved
        ],
        "occupations": [{"id": one.id, "label": one.label} for one in found],
    }


def _dimension(side: Side, ids: Mapping[str, UUID]) -> Shape:
    now, wanted = [_line(one) for one in side.now], [_line(one) for one in side.wanted]
    evidence = [{**one, "side": "now"} for one in now] + [{**one, "side": "wanted"} for one in wanted]
    return {
        "key": side.key,
        "name": words.side_name(side.key),
        "now": now,
        "wanted": wanted,
        "gap": side.gap.steps if side.gap else None,
        "rule": {"code": side.gap.rule, "numbers": dict(side.gap.numbers), "words": words.rule_words(side.gap)}
        if side.gap
        else None,
        "missing": [
            {"code": one, "words": words.missing_words(one), "question": words.ask_words(one, side.key)}
            for one in side.missing
        ],
        "evidence": [one for one in evidence if one["quote"]],
        "smallest_test": _test(side.key, side.test, ids) if side.test else None,
    }


def _test(key: Dimension, test: Test, ids: Mapping[str, UUID]) -> Shape:
    title = words.experiment_words(test, key).title
    experiment = ids.get(title)
    return {
        "code": test.code,
        "words": words.test_words(test),
        "minutes": test.minutes,
        "experiment_id": str(experiment) if experiment else None,
    }


def _line(line: Line) -> Shape:
    return {
        "fact_id": str(line.fact_id) if line.fact_id else None,
        "label": line.label,
        "quote": line.quote,
        "source": line.source,
        "source_id": str(line.source_id) if line.source_id else None,
    }


def _entry(entry: Entry) -> Shape:
    thing = entry.thing
    return {
        "skill": entry.skill,
        "label": lexicon().skills[entry.skill].label,
        "standing": entry.standing,
        "essential": entry.is_essential,
        "strength": thing.strength if thing else 0,
        "credit": entry.amount // 10,
        "reason": words.via_words(entry.via, words.source_name(entry.source)) if entry.via else "",
        "quote": next(iter(thing.quotes), "") if thing else "",
        "fact_id": str(thing.fact_id) if thing else None,
        "bridge": entry.bridge,
    }


def _kind_of_work(found: OccupationFit[Known]) -> Shape:
    skills = lexicon().skills
    carried = sorted(found.carries.items(), key=lambda row: (-row[1].amount, row[0]))
    return {
        "id": found.id,
        "label": lexicon().occupations[found.id].label,
        "fit_score": found.score,
        "carries": [
            {
                "skill": skill,
                "label": skills[skill].label,
                "credit": credit.amount // 10,
                "quote": next(iter(credit.fact.quotes), credit.fact.label),
            }
            for skill, credit in carried
        ],
        "missing": [{"id": one, "label": skills[one].label} for one in found.missing],
        "first_test": words.first_test_words(found),
    }


def _history(kept: Analysis) -> Shape:
    stood = read_kept(kept.document)
    target = stood.target
    return {
        "at": kept.created_at,
        "algorithm": kept.algorithm,
        "target": {"kind": target.kind, "label": target.label, "occupation": target.occupation} if target else None,
        "dimensions": [{"key": one.key, "gap": one.gap} for one in stood.sides],
    }
