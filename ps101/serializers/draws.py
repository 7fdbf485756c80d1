"""The shapes of what matters most, and of what draws somebody."""

from rest_framework import serializers

from mosaic.lexicon.store import lexicon
from mosaic.people.models import Person
from ps101 import queries
from ps101.domain import interests, preferences
from ps101.domain.asked import Week, statements
from ps101.domain.orders import Choice, Took
from ps101.serializers.flows import Shape

TAKEN = [one.value for one in Took]


class ChoiceInput(serializers.Serializer[object]):
    """Which of two weeks is taken. With `left`, the id of the left one, no other pair is answered by mistake."""

    number = serializers.IntegerField(min_value=1, max_value=preferences.MOST)
    chosen = serializers.ChoiceField(choices=TAKEN)
    left = serializers.CharField(required=False, allow_blank=True, default="", max_length=60)


class LikingInput(serializers.Serializer[object]):
    """How much one thing to do is liked, from 1 to 5; null passes it over."""

    statement = serializers.CharField(max_length=30)
    liking = serializers.IntegerField(allow_null=True, min_value=interests.LOWEST, max_value=interests.HIGHEST)


class WeekShape(serializers.Serializer[object]):
    """A working week."""

    id = serializers.CharField()
    text = serializers.CharField()


class PairShape(serializers.Serializer[object]):
    """Two weeks to choose between."""

    number = serializers.IntegerField()
    left = WeekShape()
    right = WeekShape()


class PreferenceChoiceShape(PairShape):
    """Two weeks and what was taken of them."""

    chosen = serializers.ChoiceField(choices=TAKEN)


class WeightShape(serializers.Serializer[object]):
    """How much a dimension matters, in hundredths of everything; `is_clear` when it surely is one of the first three."""

    dimension = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field of the same name
    weight = serializers.FloatField()
    low = serializers.FloatField()
    high = serializers.FloatField()
    is_clear = serializers.BooleanField()


class ConsistencyShape(serializers.Serializer[object]):
    """How many choices agree with the weights, of how many that were made."""

    agreeing = serializers.IntegerField()
    of = serializers.IntegerField()


class PreferencesShape(serializers.Serializer[object]):
    """What matters most: what is asked next, what was chosen, and what it says."""

    next = PairShape(allow_null=True)
    choices = PreferenceChoiceShape(many=True)
    weights = WeightShape(many=True)
    consistency = ConsistencyShape(allow_null=True)
    is_done = serializers.BooleanField()
    minutes = serializers.FloatField()
    most = serializers.IntegerField()


class StatementShape(serializers.Serializer[object]):
    """One thing to do."""

    statement = serializers.CharField()
    text = serializers.CharField()


class LikingShape(StatementShape):
    """One thing to do and how much it is liked."""

    letter = serializers.CharField()
    liking = serializers.IntegerField(allow_null=True)


class DrawShape(serializers.Serializer[object]):
    """How far an interest letter draws somebody, from 0 to 100; null while nothing is known."""

    letter = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field of the same name
    score = serializers.IntegerField(allow_null=True)
    low = serializers.IntegerField()
    high = serializers.IntegerField()
    answers = serializers.IntegerField()
    is_clear = serializers.BooleanField()


class InterestsShape(serializers.Serializer[object]):
    """What draws somebody: what is asked next, what was said, and what it says."""

    next = StatementShape(allow_null=True)
    answers = LikingShape(many=True)
    scores = DrawShape(many=True)
    is_done = serializers.BooleanField()
    minutes = serializers.FloatField()
    most = serializers.IntegerField()


def preferences_shape(person: Person) -> Shape:
    """Return what matters most to a person, as far as their choices say."""
    choices = queries.choices_of(person)
    weighing, pair = preferences.weigh(choices), preferences.next_pair(choices)
    asked = {"number": len(choices) + 1, "left": _week(pair.left), "right": _week(pair.right)} if pair else None
    of = {"agreeing": weighing.agreeing, "of": weighing.decided}
    return {
        "next": asked,
        "choices": [_choice(number, one) for number, one in enumerate(choices, start=1)],
        "weights": [_weight(one) for one in weighing.weights],
        "consistency": of if weighing.decided else None,
        "is_done": weighing.is_done,
        "minutes": weighing.minutes,
        "most": preferences.MOST,
    }


def interests_shape(person: Person) -> Shape:
    """Return what draws a person, as far as their likings say."""
    likings = queries.likings_of(person)
    asked = interests.next_statement(likings)
    return {
        "next": {"statement": asked.id, "text": asked.text} if asked else None,
        "answers": [_liking(key, liking) for key, liking in likings.items()],
        "scores": [_draw(one) for one in interests.draws(likings)],
        "is_done": asked is None,
        "minutes": interests.minutes_left(likings),
        "most": len(statements()),
    }


def _week(week: Week) -> Shape:
    return {"id": week.id, "text": week.text}


def _choice(number: int, one: Choice) -> Shape:
    return {"number": number, "left": _week(one.pair.left), "right": _week(one.pair.right), "chosen": one.took.value}


def _weight(one: preferences.Weight) -> Shape:
    return {
        "dimension": one.dimension.value,
        "label": lexicon().values[one.dimension].label,
        "weight": one.weight,
        "low": one.low,
        "high": one.high,
        "is_clear": one.is_clear,
    }


def _liking(key: str, liking: int | None) -> Shape:
    asked = statements()[key]
    return {"statement": key, "text": asked.text, "letter": asked.letter.value, "liking": liking}


def _draw(one: interests.Draw) -> Shape:
    return {
        "letter": one.letter.value,
        "label": lexicon().interests[one.letter].label,
        "score": one.score,
        "low": one.low,
        "high": one.high,
        "answers": one.answers,
        "is_clear": one.is_clear,
    }
