"""What somebody may mean by a few words, to choose from."""

import pytest

from mosaic.lexicon.suggestions import MOST, Shelf, suggestions


def ids(shelf: Shelf, words: str) -> list[str]:
    return [one.id for one in suggestions(shelf, words)]


def test_what_words_name_comes_first() -> None:
    assert ids(Shelf.SKILLS, "I planned the rota for fourteen people")[0] == "rota-planning"
    assert ids(Shelf.OCCUPATIONS, "bookkeeper")[0] == "bookkeeper"
    assert ids(Shelf.VALUES, "flexible hours")[0] == "flexibility"


def test_a_word_of_a_name_is_enough_and_what_is_called_so_comes_before_what_is_also_called_so() -> None:
    found = suggestions(Shelf.OCCUPATIONS, "nurse")
    assert len(found) == MOST
    assert all("nurse" in one.label for one in found)
    assert all(one.meaning for one in found)


@pytest.mark.parametrize("shelf", list(Shelf), ids=str)
@pytest.mark.parametrize("words", ["", "the", "qwzx", "\N{SNOWMAN}", "a" * 300])
def test_words_nothing_is_called_by_suggest_nothing(shelf: Shelf, words: str) -> None:
    assert ids(shelf, words) == []
