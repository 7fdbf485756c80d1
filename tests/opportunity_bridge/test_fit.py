"""Fit: additive, reproducible, honest about what is unknown."""

from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from mosaic.facts.domain.profile import Profile
from mosaic.lexicon.apportion import apportioned
from mosaic.lexicon.store import lexicon
from opportunity_bridge.domain.fit import fit, label_of
from opportunity_bridge.domain.parts import Part
from opportunity_bridge.domain.postings import Posting
from opportunity_bridge.domain.raising import supposing
from opportunity_bridge.domain.requirements import Ask, Kind, Requirement
from opportunity_bridge.domain.signals import Signal
from tests.opportunity_bridge.made import knowing

Row = TypeVar("Row")
SKILLS = sorted(lexicon().skills)
OCCUPATIONS = sorted(lexicon().occupations)
VALUES = sorted(lexicon().values)
ids = st.lists(st.sampled_from(SKILLS), min_size=1, max_size=8, unique=True)

profiles = st.builds(
    lambda skills, roles, wanted, values: knowing(
        skills=tuple(skills), roles=tuple(roles), roles_wanted=tuple(wanted), values=tuple(values)
    ),
    ids,
    st.lists(st.sampled_from(OCCUPATIONS), max_size=2, unique=True),
    st.lists(st.sampled_from(OCCUPATIONS), max_size=1),
    st.lists(st.sampled_from(VALUES), max_size=3, unique=True),
)
needs = st.builds(
    lambda skill, ask: Requirement(Kind.SKILL, ask, (skill,), 0, 1), st.sampled_from(SKILLS), st.sampled_from(list(Ask))
)
signals = st.builds(lambda value, opposed: Signal(value, 0, 1, opposed), st.sampled_from(VALUES), st.booleans())
postings = st.builds(
    lambda requirements, values, occupations: Posting(
        text="x", requirements=tuple(requirements), signals=tuple(values), occupations=tuple(occupations)
    ),
    st.lists(needs, max_size=10, unique_by=lambda need: need.ids),
    st.lists(signals, max_size=3, unique_by=lambda signal: signal.value),
    st.lists(st.sampled_from(OCCUPATIONS), max_size=1),
)
weighings = st.fixed_dictionaries({part: st.integers(0, 60) for part in Part}).filter(lambda found: any(found.values()))


@given(profiles, postings, weighings)
@settings(max_examples=300, deadline=None)
def test_contributions_add_up_to_the_score_and_weights_to_a_hundred(
    profile: Profile, posting: Posting, weights: dict[Part, int]
) -> None:
    found = fit(profile, posting, weights)
    assert sum(one.points for one in found.contributions) == (found.score or 0)
    if found.score is not None:
        assert sum(one.weight for one in found.contributions) == 100
        assert 0 <= found.score <= 100
    assert found.label is label_of(found.score)


@given(profiles, postings, st.data())
@settings(max_examples=300, deadline=None)
def test_a_skill_that_is_asked_for_never_lowers_a_score(
    profile: Profile, posting: Posting, data: st.DataObject
) -> None:
    if not posting.requirements:
        return
    need = data.draw(st.sampled_from(posting.requirements))
    before, after = fit(profile, posting), fit(supposing(profile, need), posting)
    assert (after.score is None) == (before.score is None)
    assert (after.score or 0) >= (before.score or 0)


@given(profiles, postings, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_the_order_of_facts_and_requirements_changes_nothing(
    profile: Profile, posting: Posting, chance: Random
) -> None:
    parts = {name: _shuffled(getattr(profile, name), chance) for name in ("skills", "roles", "values")}
    other = replace(
        posting,
        requirements=_shuffled(posting.requirements, chance),
        signals=_shuffled(posting.signals, chance),
    )
    one, two = fit(profile, posting), fit(replace(profile, **parts), other)
    assert (one.score, one.coverage, one.contributions) == (two.score, two.coverage, two.contributions)


def _shuffled(rows: tuple[Row, ...], chance: Random) -> tuple[Row, ...]:
    mixed = list(rows)
    chance.shuffle(mixed)
    return tuple(mixed)


@given(profiles, postings)
@settings(max_examples=100, deadline=None)
def test_a_fit_is_the_same_every_time(profile: Profile, posting: Posting) -> None:
    assert fit(profile, posting) == fit(profile, posting)


@given(st.integers(0, 100), st.lists(st.integers(0, 10**9), min_size=1, max_size=6))
def test_shares_of_a_whole_add_up(whole: int, amounts: list[int]) -> None:
    shared = apportioned(whole, amounts)
    assert sum(shared) == (whole if any(amounts) else 0)
    assert all(share == 0 for share, amount in zip(shared, amounts, strict=True) if amount == 0)
