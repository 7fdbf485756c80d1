"""The labelled answers: enough of them, and what the rules find does not get worse."""

import pytest

from tests.evaluation.answers import LISTS, answers, is_same, said_in

# F1 of every list as it was measured; the unseen part is looked at as a sum alone.
LEAST = {"development": 0.98, "test": 0.8}


def test_there_are_enough_of_each_list_in_both_parts() -> None:
    assert len(said_in("all")) >= 40
    for split in LEAST:
        for name in LISTS:
            assert sum(len(getattr(one, name)) for one in said_in(split)) >= 3, (split, name)
        assert sum(not any(getattr(one, name) for name in LISTS) for one in said_in(split)) >= 3


@pytest.mark.parametrize("split", LEAST)
def test_reading_answers_does_not_get_worse(split: str) -> None:
    assert answers(split)["every list"].f1 >= LEAST[split]


@pytest.mark.parametrize("one", said_in("all"), ids=lambda one: one.text[:30])
def test_labels_are_words_of_their_answer(one: object) -> None:
    text = getattr(one, "text", "").casefold()
    assert all(label.casefold() in text for name in LISTS for label in getattr(one, name))


def test_a_line_may_hold_a_few_words_more_and_no_sentence_more() -> None:
    assert is_same("the bus stops at six", "the bus stops at six already")
    assert not is_same(
        "the bus stops at six", "the bus stops at six and the landlord wants me out by May and the rent goes up"
    )
    assert not is_same("money", "time")
