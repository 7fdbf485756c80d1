"""The delta: no gap without both sides, unknown is never zero, and everything stands on facts that stand."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mosaic.domain.sides import Side as MosaicSide
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.profile import Known, Profile
from tests.simulation.files import Simulated, everybody
from tests.simulation.told import about
from wimd.domain.delta import About, Bridge, Chosen, Confidence, Delta, Dimension, Said, Thing, analyse
from wimd.domain.delta.keeping import kept_form, moves, read_kept
from wimd.domain.delta.model import Missing, Rule, Standing, TargetKind
from wimd.words import delta as words
from wimd.words import delta_tests

# Twelve people's answers are read once, which takes its time.
pytestmark = pytest.mark.timeout(400)
HAS, WANTS = Polarity.HAS, Polarity.WANTS
PEOPLE = everybody()
DIRECTIVE = re.compile(r"\b(?:should|must|need to|have to|ought|you'd better)\b", re.IGNORECASE)
QUOTED = re.compile(r"“[^”]*”")


@cache
def nurse() -> About:
    return about(next(one for one in PEOPLE if one.name == "nurse"))


@cache
def deltas() -> list[Delta]:
    return [analyse(about(one), beyond=False) for one in PEOPLE]


def thing(kind: FactKind, label: str, polarity: Polarity = HAS, *, lexicon_id: str = "", asked: str = "") -> Thing:
    said = Said(f"{label}.", "answer" if asked else "stated", uuid4(), asked)
    return Thing(uuid4(), kind, polarity, label, (said,), lexicon_id)


def skilled(*ids: str) -> About:
    things = tuple(thing(FactKind.SKILL, one, lexicon_id=one) for one in ids)
    known = tuple(Known(one.fact_id, one.lexicon_id, one.label, one.quotes, False) for one in things)
    return About(things, Profile(skills=known))


def aiming(occupation: str, known: About) -> About:
    return replace(known, chosen=Chosen(TargetKind.OCCUPATION, occupation, occupation))


def sentences(delta: Delta) -> Iterator[str]:
    """Yield every word of a person that a delta shows."""
    for side in delta.sides:
        yield from (part for line in (*side.now, *side.wanted) for part in (line.label, line.quote))
        if side.test:
            yield from side.test.words.values()
    for line in (*delta.strengths, *delta.obstacles):
        yield from (line.label, line.quote)
    yield from (quote for entry in delta.ledger if entry.thing for quote in entry.thing.quotes)
    if delta.target:
        yield delta.target.label


def some_of(known: About, kept: set[int]) -> About:
    things = tuple(one for place, one in enumerate(known.things) if place in kept)
    ids = {one.fact_id for one in things}
    parts = {
        name: tuple(one for one in getattr(known.profile, name) if one.fact_id in ids)
        for name in ("skills", "roles", "roles_wanted", "values", "interests")
    }
    return replace(known, things=things, profile=Profile(**parts))


PLACES = st.sets(st.integers(0, 90))


def test_the_sides_are_those_of_the_mosaic() -> None:
    assert [one.value for one in Dimension] == [one.value for one in MosaicSide]


def test_nothing_known_is_nine_unknown_sides_and_no_zero() -> None:
    delta = analyse(About())
    assert [side.gap for side in delta.sides] == [None] * 9
    assert all(side.missing for side in delta.sides)
    assert delta.target is None
    assert kept_form(delta) is None
    assert words.summary_words(delta).startswith("None of the nine sides")


@settings(max_examples=40, deadline=None)
@given(PLACES, st.booleans())
def test_there_is_no_gap_without_both_sides_and_nothing_unknown_without_what_is_missing(
    kept: set[int], has_rating: bool
) -> None:
    known = some_of(nurse(), kept)
    for side in analyse(known if has_rating else replace(known, confidence=Confidence()), beyond=False).sides:
        if side.gap is None:
            assert side.missing
        else:
            assert side.now
            assert side.wanted
            assert 0 <= side.gap.steps <= 4
            assert words.rule_words(side.gap)


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_facts_makes_no_difference(chance: Random) -> None:
    known = nurse()
    things = [replace(one, said=one.said[::-1]) for one in known.things]
    chance.shuffle(things)
    assert analyse(replace(known, things=tuple(things)), beyond=False) == analyse(known, beyond=False)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 90))
def test_a_removed_fact_takes_its_words_along_everywhere(number: int) -> None:
    known = nurse()
    place = number % len(known.things)
    gone = known.things[place]
    rest = some_of(known, set(range(len(known.things))) - {place})
    # A test shows words without their full stop.
    still = {part for one in rest.things for quote in one.quotes for part in (one.label, quote, quote.strip(" .,"))}
    delta = analyse(rest, beyond=False)
    shown = set(sentences(delta))
    assert not {part for part in (gone.label, *gone.quotes) if part not in still} & shown
    assert gone.fact_id not in {line.fact_id for side in delta.sides for line in (*side.now, *side.wanted)}


@pytest.mark.parametrize("person", PEOPLE, ids=lambda one: one.name)
def test_everybody_has_four_known_sides_after_discovery_in_their_own_words(person: Simulated) -> None:
    known = about(person)
    delta = analyse(known)
    said = {quote for one in known.things for quote in one.quotes}
    assert len(delta.known) >= 4
    assert {line.quote for side in delta.sides for line in (*side.now, *side.wanted)} - {""} <= said
    assert len(delta.occupations) >= 5


def test_no_two_people_get_the_same_test() -> None:
    for key in Dimension:
        tests = [delta_tests.test_words(test) for one in deltas() if (test := one.side(key).test)]
        assert len(tests) >= 5
        assert len(set(tests)) == len(tests)


def test_no_test_orders_anybody_about_or_takes_long() -> None:
    for one in deltas():
        for side in one.sides:
            if side.test:
                assert not DIRECTIVE.search(QUOTED.sub("", delta_tests.test_words(side.test)))
                assert side.test.minutes <= 60


def test_the_kind_of_work_chosen_is_the_one_measured() -> None:
    roles = (thing(FactKind.ROLE, "registered nurse", lexicon_id="registered-nurse"),)
    near = analyse(aiming("community-nurse", About(roles))).side(Dimension.ROLE).gap
    far = analyse(aiming("baker", About(roles))).side(Dimension.ROLE).gap
    same = analyse(aiming("registered-nurse", About(roles))).side(Dimension.ROLE).gap
    assert near
    assert far
    assert same
    assert (near.rule, same.steps, far.steps) == (Rule.CLOSENESS, 0, 4)
    assert near.steps < far.steps


def test_rungs_of_seniority_count_too() -> None:
    role = thing(FactKind.ROLE, "registered nurse", lexicon_id="registered-nurse")
    now, then = thing(FactKind.LEVEL, "senior"), thing(FactKind.LEVEL, "entry level", WANTS)
    gap = analyse(aiming("registered-nurse", About((role, now, then)))).side(Dimension.ROLE).gap
    assert gap
    assert (gap.steps, gap.numbers["rungs"]) == (2, 2)
    assert "2 rungs" in words.rule_words(gap)


def test_a_role_named_in_passing_is_asked_about_and_not_counted() -> None:
    once = thing(FactKind.ROLE, "registered nurse", lexicon_id="registered-nurse", asked="past_skills")
    side = analyse(aiming("baker", About((once,)))).side(Dimension.ROLE)
    assert side.gap is None
    assert Missing.UNSURE in side.missing
    sure = analyse(aiming("baker", About((replace(once, is_confirmed=True),)))).side(Dimension.ROLE)
    assert sure.gap


def test_a_skill_not_found_in_words_is_unknown_until_somebody_says_that_it_is_missing() -> None:
    only = aiming("bookkeeper", skilled("bookkeeping"))
    asked = [one for one in analyse(only).ledger if one.is_essential]
    missing = [one.skill for one in asked if one.standing is Standing.MISSING]
    assert missing
    none = aiming("bookkeeper", skilled("soldering"))
    assert analyse(none).side(Dimension.SKILLS).missing == (Missing.FEW_SKILLS,)
    told = replace(none, bridges=dict.fromkeys((one.skill for one in analyse(none).ledger), Bridge.LEARN))
    gap = analyse(told).side(Dimension.SKILLS).gap
    assert gap
    assert gap.steps == 4


def test_what_is_left_out_counts_no_more_and_comes_back() -> None:
    known = aiming("bookkeeper", skilled("bookkeeping"))
    missing = [one.skill for one in analyse(known).ledger if one.standing is Standing.MISSING and one.is_essential]
    dropped = replace(known, bridges=dict.fromkeys(missing, Bridge.DROP))
    delta = analyse(dropped)
    assert not [one for one in delta.ledger if one.standing is Standing.MISSING and one.is_essential]
    gaps = [analyse(one).side(Dimension.SKILLS).gap for one in (known, dropped)]
    assert gaps[0] is None or (gaps[1] and gaps[1].steps <= gaps[0].steps)
    assert analyse(replace(dropped, bridges={})) == analyse(known)


def test_a_skill_carries_over_with_its_reason_and_its_words() -> None:
    ledger = analyse(aiming("vocational-teacher", skilled("mentoring"))).ledger
    carried = [one for one in ledger if one.standing is Standing.TRANSFERABLE]
    assert carried
    assert all(one.thing and one.via and 0 < one.amount < 1000 for one in carried)
    assert all(words.via_words(one.via, words.source_name(one.source)) for one in carried if one.via)


@pytest.mark.parametrize(
    ("have", "want", "steps"),
    [
        ("30,000 euros a year", "30,000 euros a year", 0),
        ("2,400 euros a month", "2,500 euros a month", 1),
        ("£20,000 a year", "£40,000 a year", 4),
        ("£20,000 a year", "€40,000 a year", None),
        ("£2,000 a month", "£40,000 a year", None),
    ],
)
def test_pay_is_compared_in_one_currency_for_one_period_or_not_at_all(have: str, want: str, steps: int | None) -> None:
    known = About((thing(FactKind.PAY, have), thing(FactKind.PAY, want, WANTS)))
    side = analyse(known).side(Dimension.PAY)
    assert (side.gap.steps if side.gap else None) == steps
    assert side.gap or side.missing == (Missing.NOT_COMPARABLE,)


def test_money_that_lasts_half_as_long_as_it_has_to_is_far() -> None:
    known = About((thing(FactKind.RUNWAY, "three months"), thing(FactKind.RUNWAY, "six months", WANTS)))
    gap = analyse(known).side(Dimension.TIME).gap
    assert gap
    assert (gap.steps, gap.rule, gap.numbers) == (4, Rule.AMOUNTS, {"percent": 50})


def test_sentences_in_the_way_are_counted_and_the_heavy_ones_twice() -> None:
    wish = thing(FactKind.GOAL, "I want to sleep at night and work in the mornings", WANTS, asked="miracle")
    night = thing(FactKind.OBSTACLE, "the night shifts are long", asked="situation")
    heavy = thing(FactKind.OBSTACLE, "I am on nights for nine years", asked="why_problem")
    one = analyse(About((wish, night))).side(Dimension.PLACE).gap
    two = analyse(About((wish, night, heavy))).side(Dimension.PLACE).gap
    assert one
    assert two
    assert (one.steps, two.steps, two.rule) == (1, 3, Rule.IN_THE_WAY)


def test_obstacles_of_an_experiment_say_nothing_about_now() -> None:
    wish = thing(FactKind.GOAL, "I want to work in the mornings, part-time", WANTS, asked="miracle")
    plan = thing(FactKind.OBSTACLE, "the night shifts may be short of people", asked="external_obstacles_of_it")
    assert analyse(About((wish, plan))).side(Dimension.PLACE).gap is None


def test_confidence_is_the_number_that_was_given() -> None:
    goal = thing(FactKind.GOAL, "teach apprentices", WANTS, asked="best_fit")
    steps = {}
    for sure in range(1, 11):
        gap = analyse(About((goal,), confidence=Confidence(before=sure))).side(Dimension.CONFIDENCE).gap
        assert gap
        steps[sure] = gap.steps
    assert list(steps.values()) == [4, 4, 3, 3, 2, 2, 1, 1, 0, 0]
    assert analyse(About(confidence=Confidence(before=5))).side(Dimension.CONFIDENCE).gap is None


def test_then_and_now_say_which_facts_came_and_went() -> None:
    goal = thing(FactKind.GOAL, "teach apprentices", WANTS, asked="best_fit")
    then = analyse(About((goal,), confidence=Confidence(before=3)))
    friend = thing(FactKind.NETWORK, "Ngozi, who teaches", asked="support_people")
    now = analyse(About((goal, friend), confidence=Confidence(before=3, after=7)))
    form = kept_form(then)
    found = {one.key: one for one in moves(read_kept(form), now)}
    assert (found[Dimension.CONFIDENCE].then, found[Dimension.CONFIDENCE].now) == (3, 1)
    assert found[Dimension.NETWORK].fresh == {friend.fact_id}
    assert "teach apprentices" not in str(form)
