"""A kind of work fits by what is known about somebody, and every point names the fact it comes from."""

from dataclasses import dataclass
from uuid import UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mosaic.lexicon.apportion import apportioned
from mosaic.lexicon.entries import Interest
from mosaic.lexicon.leanings import draw, letters_of
from mosaic.lexicon.occupation_fit import Aspect, OccupationFit, nearest, occupation_fit
from mosaic.lexicon.store import lexicon

NAMES = UUID(int=7)


@dataclass(frozen=True, slots=True)
class Said:
    fact_id: UUID
    lexicon_id: str
    label: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Somebody:
    skills: tuple[Said, ...] = ()
    roles: tuple[Said, ...] = ()
    roles_wanted: tuple[Said, ...] = ()
    values: tuple[Said, ...] = ()
    interests: tuple[Said, ...] = ()


def said(*ids: str, label: str = "") -> tuple[Said, ...]:
    return tuple(Said(uuid5(NAMES, one), one, label or one) for one in ids)


def fit(who: Somebody, occupation: str) -> OccupationFit[Said]:
    found = occupation_fit(who, lexicon().occupations[occupation])
    assert found is not None
    return found


def aspects(found: OccupationFit[Said]) -> dict[Aspect, int]:
    return {one.aspect: one.weight for one in found.gains}


anything = st.builds(
    Somebody,
    skills=st.lists(st.sampled_from(sorted(lexicon().skills)), max_size=8, unique=True).map(lambda ids: said(*ids)),
    roles=st.lists(st.sampled_from(sorted(lexicon().occupations)), max_size=2, unique=True).map(lambda ids: said(*ids)),
    roles_wanted=st.lists(st.sampled_from(sorted(lexicon().occupations)), max_size=2).map(lambda ids: said(*ids)),
    values=st.lists(st.sampled_from([*sorted(lexicon().values), ""]), max_size=5).map(lambda ids: said(*ids)),
    interests=st.lists(
        st.sampled_from([*(f"skill:{one}" for one in sorted(lexicon().skills)[::20]), *"RIASEC", "", "nonsense"]),
        max_size=4,
    ).map(lambda ids: said(*ids)),
)


@settings(deadline=None)
@given(anything, st.sampled_from(sorted(lexicon().occupations)))
def test_points_add_up_from_edges_to_aspects_to_the_score(who: Somebody, occupation: str) -> None:
    found = occupation_fit(who, lexicon().occupations[occupation])
    if found is None:
        return
    assert 0 <= found.score <= 100
    assert sum(gain.points for gain in found.gains) == found.score
    assert sum(gain.weight for gain in found.gains) == 100
    told = {fact for part in (who.skills, who.roles, who.roles_wanted, who.values, who.interests) for fact in part}
    for gain in found.gains:
        assert sum(edge.points for edge in gain.edges) == gain.points <= gain.weight + 1
        assert {edge.fact for edge in gain.edges} <= told
        assert all(edge.points >= 0 and 0 < edge.amount <= 1000 for edge in gain.edges)


@settings(deadline=None)
@given(anything, st.sampled_from(sorted(lexicon().occupations)))
def test_the_same_facts_in_another_order_give_the_same_fit(who: Somebody, occupation: str) -> None:
    turned = Somebody(who.skills[::-1], who.roles[::-1], who.roles_wanted[::-1], who.values[::-1], who.interests[::-1])
    one, other = (occupation_fit(each, lexicon().occupations[occupation]) for each in (who, turned))
    assert (one and (one.score, [gain.points for gain in one.gains])) == (
        other and (other.score, [gain.points for gain in other.gains])
    )


@given(st.integers(0, 1000), st.lists(st.integers(0, 10_000), max_size=20))
def test_whole_numbers_are_shared_out_without_a_rest(whole: int, amounts: list[int]) -> None:
    shared = apportioned(whole, amounts)
    assert sum(shared) == (whole if sum(amounts) else 0)
    for share, amount in zip(shared, amounts, strict=True):
        assert abs(share - (whole * amount / sum(amounts) if sum(amounts) else 0)) < 1


def test_nothing_known_fits_nothing() -> None:
    assert occupation_fit(Somebody(), lexicon().occupations["registered-nurse"]) is None
    assert nearest(Somebody()) == ()


def test_what_is_unknown_leaves_the_sum() -> None:
    skills = Somebody(skills=said("nursing-care", "wound-care"))
    assert aspects(fit(skills, "registered-nurse")) == {Aspect.SKILLS: 100}
    both = Somebody(skills=skills.skills, values=said("helping-others"))
    assert aspects(fit(both, "registered-nurse")) == {Aspect.SKILLS: 80, Aspect.VALUES: 20}
    assert aspects(fit(Somebody(skills.skills, values=said("")), "registered-nurse")) == {Aspect.SKILLS: 100}


def test_interests_count_as_soon_as_they_are_known() -> None:
    skills = said("teamwork", "communication")
    social = Somebody(skills, interests=said("", label="I love helping people and teaching"))
    hands = Somebody(skills, interests=said("", label="I like to fix things and take engines apart"))
    assert Aspect.INTERESTS in aspects(fit(social, "registered-nurse"))
    assert fit(social, "registered-nurse").score > fit(hands, "registered-nurse").score
    assert fit(hands, "car-mechanic").score > fit(social, "car-mechanic").score


def test_an_interest_that_says_nothing_about_work_is_left_out() -> None:
    silent = Somebody(said("nursing-care"), interests=said("", label="my three cats"))
    assert Aspect.INTERESTS not in aspects(fit(silent, "registered-nurse"))


def test_an_edge_names_the_fact_the_skill_and_the_way() -> None:
    found = fit(Somebody(skills=said("wound-care")), "registered-nurse")
    skills = next(gain for gain in found.gains if gain.aspect is Aspect.SKILLS)
    assert {edge.fact.lexicon_id for edge in skills.edges} == {"wound-care"}
    ways = {edge.target: (edge.via, edge.amount) for edge in skills.edges}
    assert ways["wound-care"] == ("same", 1000)
    assert ways["nursing-care"] == ("narrower", 800)


def test_what_somebody_wants_counts_before_what_they_did() -> None:
    leaving = Somebody(roles=said("registered-nurse"), roles_wanted=said("car-mechanic"))
    edges = next(one for one in fit(leaving, "car-mechanic").gains if one.aspect is Aspect.DIRECTION).edges
    assert [(edge.fact.lexicon_id, edge.amount) for edge in edges] == [("car-mechanic", 1000)]


def test_somebodys_own_work_is_not_among_what_is_near() -> None:
    who = Somebody(skills=said("wound-care"), roles=said("registered-nurse"))
    near = nearest(who)
    assert near
    assert "registered-nurse" not in {one.id for one in near}
    assert [one.score for one in near] == sorted((one.score for one in near), reverse=True)


@pytest.mark.parametrize(
    ("lexicon_id", "words", "first"),
    [
        ("R", "", Interest.REALISTIC),
        ("skill:nursing-care", "", Interest.SOCIAL),
        ("role:car-mechanic", "", Interest.REALISTIC),
        ("", "drawing and creative writing", Interest.ARTISTIC),
        ("", "research and finding out why", Interest.INVESTIGATIVE),
        ("", "spreadsheets and lists", Interest.CONVENTIONAL),
        ("", "run my own business", Interest.ENTERPRISING),
    ],
)
def test_statements_of_interest_lean_to_letters(lexicon_id: str, words: str, first: Interest) -> None:
    letters = letters_of(lexicon_id, words)
    assert sum(letters.values()) == 1000
    assert max(letters, key=lambda one: letters[one]) is first


def test_neighbours_on_the_hexagon_speak_for_each_other_and_opposites_do_not() -> None:
    mechanic = lexicon().occupations["car-mechanic"]
    assert mechanic.interests[0] is Interest.REALISTIC
    assert draw(Interest.REALISTIC, mechanic) == 1000
    assert draw(Interest.REALISTIC, mechanic) > draw(Interest.INVESTIGATIVE, mechanic) > draw(Interest.SOCIAL, mechanic)
