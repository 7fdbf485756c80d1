"""Where the work is, by the ways in which postings write it."""

import pytest

from opportunity_bridge.domain.headlines import headline_of

BODY = "\n\nYou bake bread and serve customers. We pay fairly. Send us a letter."


@pytest.mark.parametrize(
    ("begins", "place"),
    [
        ("Baker\nLeeds\nFour Mills Bakery", "Leeds"),
        ("Baker\nFour Mills Bakery\nLeeds", "Leeds"),
        ("Baker\nFour Mills Bakery Leeds", "Leeds"),
        ("⚠️ Baker needed ⚠️ Leeds & surrounding areas", "Leeds & surrounding areas"),
        ("Baker\nwith Four Mills Community Hub, Kendal, Cumbria", "Kendal, Cumbria"),
        ("Baker wanted in Leeds by Four Mills.", "Leeds"),
        ("Baker\nNo interview required", ""),
        ("Baker\nNice to have: French, cake decoration", ""),
        ("Baker\nTo be considered you must\nbe on time", ""),
    ],
)
def test_a_place_is_found_where_it_stands(begins: str, place: str) -> None:
    assert headline_of(begins + BODY).location == place


def test_a_known_city_comes_before_other_names_behind_in() -> None:
    text = "Baker\n\nYou work in Excelsior and QuickBooks.\n\nOur bakery is in Leeds." + BODY
    assert headline_of(text).location == "Leeds"


def test_the_only_known_city_of_a_text_is_the_place() -> None:
    text = "Baker wanted.\n\nFresh bread for all of Sheffield since 1921." + BODY
    assert headline_of(text).location == "Sheffield"
