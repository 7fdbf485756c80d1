"""Words that are the same word for the finder share a key; others do not."""

import pytest

from mosaic.lexicon.words import key_of, keys_of

SAME = [
    "care caring cared cares",
    "plan planning planned plans",
    "manage managing manages managed",
    "organise organize organising organized",
    "carry carries carried carrying",
    "teach taught teaching",
    "write wrote writing written",
    "call calling called calls",
    "sell selling sold",
    "travel travelling traveling travelled",
    "programme program programmes",
    "centre center centres",
    "licence license licences",
    "colour color colouring",
    "press pressing pressed presses",
    "install installing installed",
    "bus buses",
    "feed feeding fed",
    "child children",
    "Führer führer",
    "café cafe cafés",
]
DIFFERENT = ["care car", "plan plane", "rate rat", "hour hor", "news new", "use us", "seed see"]


@pytest.mark.parametrize("words", SAME)
def test_forms_of_one_word_share_a_key(words: str) -> None:
    assert len({key_of(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", DIFFERENT)
def test_different_words_keep_different_keys(words: str) -> None:
    first, second = words.split()
    assert key_of(first) != key_of(second)


def test_small_words_inside_a_phrase_do_not_count() -> None:
    assert keys_of("change his dressing") == keys_of("change the dressings")


def test_signs_that_make_a_name_stay() -> None:
    assert [key_of(name) for name in ("C++", "C#", ".NET", "Node.js")] == ["c++", "c#", ".net", "node.js"]
