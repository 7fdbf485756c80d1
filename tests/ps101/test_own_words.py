"""Whether a line says no more than its person did."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ps101.domain.lines import LONGEST_LABEL, label_of, lines_of, parts_of
from ps101.domain.own_words import is_fit, is_in_words_of, is_turned, place_of

ANSWER = "I don’t like selling,\nbut I love explaining. My boss never listens."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("I don't like selling, but I love explaining", True),
        ("“My boss never listens.”", True),
        ("my boss never listens", False),
        ("My boss listens", False),
        ("boss never list", False),
        ("…", False),
        ("", False),
    ],
)
def test_a_quote_is_literal_but_for_blanks_and_apostrophes(quote: str, found: bool) -> None:
    assert (place_of(quote, ANSWER) is not None) == found


@given(st.text(min_size=1, max_size=40), st.text(max_size=40))
def test_what_is_found_stands_there(quote: str, text: str) -> None:
    place = place_of(quote, f"{text} {quote}")
    if place:
        assert f"{text} {quote}"[place.start : place.end].split()


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("explaining", True),
        ("explained things", False),
        ("love to explain", True),
        ("the love of teaching", False),
        ("I am", False),
        ("the boss listens", True),
    ],
)
def test_every_telling_word_stands_in_the_answer_in_any_form(line: str, holds: bool) -> None:
    assert is_in_words_of(line, ANSWER) == holds


@pytest.mark.parametrize(
    ("line", "quote", "turned"),
    [
        ("boss listens", "My boss never listens.", True),
        ("boss never listens", "My boss never listens.", False),
        ("like selling", "I don’t like selling", True),
        ("explaining", "I don’t like selling, but I love explaining", False),
    ],
)
def test_a_not_is_neither_lost_nor_put_in(line: str, quote: str, turned: bool) -> None:
    assert is_turned(line, quote) == turned


def test_orders_and_praise_are_not_fit_and_a_plan_may_sound_like_an_order() -> None:
    assert is_fit("explaining things", ANSWER)
    assert not is_fit("You should explain more", ANSWER)
    assert not is_fit("the perfect candidate", ANSWER)
    assert not is_fit("see www.example.org", ANSWER, may_bid=True)
    assert is_fit("Ring Petra and ask her", ANSWER, may_bid=True)


@given(st.text(max_size=300))
def test_lines_and_parts_are_places_in_order_and_labels_are_short(text: str) -> None:
    for spans in (lines_of(text), parts_of(text)):
        assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
        assert all(text[span.start : span.end].strip() for span in spans)
        assert all(len(label_of(text[span.start : span.end])) <= LONGEST_LABEL for span in spans)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("And to be honest, I think that I give up, because I am bored.", "I give up"),
        ("That I need a degree.", "I need a degree"),
        ("My sister would say that I come alive at weddings", "I come alive at weddings"),
        ("I know whether it is right", "I know whether it is right"),
        ("because", "because"),
    ],
)
def test_a_label_is_a_line_without_its_padding(text: str, label: str) -> None:
    assert label_of(text) == label


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1. money 2. time 3. nerves", 3),
        ("a) money\nb) time", 2),
        ("I start at 6. I end at 7. Always.", 3),
        ("a; b; c", 3),
    ],
)
def test_lists_are_cut_into_their_items(text: str, count: int) -> None:
    assert len(lines_of(text)) == count
