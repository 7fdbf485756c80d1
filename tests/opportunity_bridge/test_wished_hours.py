"""Hours as people say them, up to the most a posting may have."""

from dataclasses import replace

import pytest

from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.domain.profile import Known, Profile
from mosaic.facts.domain.reading import read_own_words
from opportunity_bridge.domain.wishes import wishes_of
from tests.opportunity_bridge.made import known


def said(text: str) -> tuple[Known, ...]:
    found = [one for one in read_own_words(text) if one.kind is FactKind.HOURS]
    return tuple(replace(known(one.lexicon_id, one.label), amount=one.amount) for one in found)


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("part time at 12 hours a week", [12]),
        ("I can do 20 to 25 hours", [25]),
        ("I can't work more than 16 hours a week", [16]),
        ("I need at least 30 hours a week", []),
        ("From 20 hours upwards", []),
    ],
)
def test_only_a_limit_is_the_most_somebody_works(text: str, most: list[float]) -> None:
    wishes = wishes_of(Profile(hours=said(text)))
    assert [hours for hours, _ in wishes.most_hours] == most
