"""Where work is counts by how far it is from where somebody wants it; what is not known counts neither way."""

from functools import cache

import pytest

from opportunity_bridge.domain.blockers import Block
from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.fit import Fit, fit
from opportunity_bridge.domain.inputs import place_inputs
from opportunity_bridge.domain.ledger import standpoint_of
from opportunity_bridge.domain.places import Distance, distance, kilometres, place_of, place_paid_in
from opportunity_bridge.domain.postings import Draft, Posting, read
from tests.opportunity_bridge.made import TEXT, knowing

SKILLS = ("team-leadership", "rota-planning")


@cache
def posting(location: str, remote: Remote = Remote.ONSITE) -> Posting:
    return read(Draft(role="Warehouse team leader", text=TEXT, location=location, remote=remote))


def nearness(here: str, there: str, remote: Remote = Remote.ONSITE) -> int | None:
    """Return how near the work is in thousandths, or None when that cannot be told."""
    return next(iter(place_inputs(standpoint_of(knowing(location=(here,))), posting(there, remote)))).value


def fit_of(here: str, there: str) -> Fit:
    return fit(knowing(skills=SKILLS, location=(here,)), posting(there))


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("Leeds", "Leeds, West Yorkshire", 1000),
        ("Leeds", "Bradford", 1000),
        ("near Köln", "Bonn", 1000),
        ("Greater Manchester", "Bolton", 1000),
        ("Bay Area", "San Jose, CA", 1000),
        ("Leeds", "London", 0),
        ("Leeds", "Lyon", 0),
        ("Texas", "Houston, TX", None),
        ("Leeds", "United Kingdom", None),
        ("Cambridge", "London", None),
        ("Cambridge", "Cambridge, MA", None),
        ("Leeds", "Portland", None),
        ("Leeds", "somewhere nice", None),
        ("Hinterdorf", "Leeds", None),
    ],
)
def test_work_within_commuting_distance_is_near_and_far_work_is_not(
    here: str, there: str, expected: int | None
) -> None:
    assert nearness(here, there) == expected


def test_between_an_hour_and_three_it_counts_less_the_farther() -> None:
    nearer, farther = nearness("Leeds", "Sheffield"), nearness("Leeds", "Derby")
    assert nearer is not None
    assert farther is not None
    assert 1000 > nearer > farther > 0


def test_from_home_the_country_is_enough() -> None:
    assert nearness("Leeds", "London", Remote.REMOTE) == 1000
    assert nearness("Leeds", "Lyon", Remote.REMOTE) is None


def test_only_a_country_that_is_known_to_be_another_stands_in_front() -> None:
    def blocks(here: str, there: str) -> set[Block]:
        return {one.block for one in fit_of(here, there).blockers}

    assert Block.ABROAD in blocks("Leeds", "Lyon, France")
    for here, there in (("Cambridge", "Berlin"), ("Lyon", "Portland"), ("Basel", "Lörrach"), ("Hinterdorf", "Lyon")):
        assert Block.ABROAD not in blocks(here, there)


def test_kilometres_are_known_between_cities_alone() -> None:
    assert kilometres(place_of("Leeds"), place_of("London")) == pytest.approx(272, abs=12)
    assert kilometres(place_of("Leeds"), place_of("France")) is None


def test_pay_in_the_money_of_one_country_settles_which_place() -> None:
    assert place_paid_in("Cambridge", "GBP") == place_of("Cambridge, UK")
    assert place_paid_in("Cambridge", "USD") == place_of("Cambridge")
    assert nearness("Leeds", "Cambridge") == 0
    assert nearness("London", "Cambridge") not in (0, 1000, None)


def test_where_somebody_lives_settles_which_place_they_want() -> None:
    said = knowing(location=("Cambridge",), home=("Leeds",))
    assert [place for place, _ in standpoint_of(said).wishes.places] == [place_of("Cambridge, UK")]


def test_the_country_somebody_is_in_settles_which_place_they_want() -> None:
    said = knowing(location=("Cambridge",))
    places = {region: [place for place, _ in standpoint_of(said, region).wishes.places] for region in ("", "GB", "US")}
    assert places[""] == [place_of("Cambridge")]
    assert places["GB"] == [place_of("Cambridge, UK")]
    assert places["US"] == [place_of("Cambridge, Massachusetts")]


def test_a_place_named_for_sure_weighs_more_than_the_country() -> None:
    said = knowing(location=("Cambridge",), home=("Leeds",))
    assert [place for place, _ in standpoint_of(said, "US").wishes.places] == [place_of("Cambridge, UK")]


def test_a_hint_settles_a_name_that_several_places_have() -> None:
    near = place_of("United Kingdom").place
    assert distance(place_of("Cambridge", near), place_of("Cambridge, UK")) is Distance.SAME
