"""A text told again without what was taken out."""

import pytest

from mosaic.facts.domain.cutting import without


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("I drove a forklift. I am tired.", ["I drove a forklift."], "…. I am tired."),
        ("You wrote: “i drove a FORKLIFT.”", ["I drove a forklift."], "You wrote: “….”"),
        ("You wrote: “I drove a forklift”", ["I drove a forklift."], "You wrote: “…”"),
        ("cooking and cookery", ["cook", "cooking"], "… and cookery"),
        ("forklift driving", ["forklift", "forklift driving"], "…"),
        ("C++ (a little)", ["C++", "(a"], "… … little)"),
        ("nothing of it", [], "nothing of it"),
        ("nothing of it", ["", " "], "nothing of it"),
    ],
)
def test_words_are_cut_where_they_stand_whole(text: str, words: list[str], left: str) -> None:
    assert without(text, words) == left
