"""What a person can say about what was understood, and how answers are to be read."""

from rest_framework import serializers

LONGEST_LINE, MOST_LINES = 200, 100
LONGEST_TEST, MOST_TESTS = 5000, 20


def _lines(most: int = MOST_LINES) -> serializers.ListField:
    return serializers.ListField(
        child=serializers.CharField(max_length=LONGEST_LINE), required=False, max_length=most
    )  # fmt: skip


class ProposalChange(serializers.Serializer[object]):
    """A small experiment in the person's words."""

    idea = serializers.CharField(max_length=LONGEST_TEST)
    smallest_version = serializers.CharField(max_length=LONGEST_TEST)


class ContextChange(serializers.Serializer[object]):
    """A person's corrections: a list holds what stays and what is added, everything else in it goes."""

    problem_definition = serializers.CharField(required=False, max_length=1000)
    passions = _lines()
    skills = _lines(200)
    secret_powers = _lines()
    internal_obstacles = _lines()
    external_obstacles = _lines()
    proposed_experiments = serializers.ListField(child=ProposalChange(), required=False, max_length=MOST_TESTS)
    key_quotes = serializers.ListField(
        child=serializers.CharField(max_length=300), required=False, max_length=3, help_text="literal words of answers"
    )
    confirmed = serializers.BooleanField(required=False)


class Extraction(serializers.Serializer[object]):
    """How to read. `with_model` also lets a model read answers that only rules have read."""

    with_model = serializers.BooleanField(default=False)
