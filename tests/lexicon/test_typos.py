"""One slip in a long word is read as what was meant, and no real word is taken for a slip."""

import pytest

from mosaic.lexicon.loose import skills_said
from mosaic.lexicon.typos import meant_by


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("I did carpetnry for years", "carpentry"),
        ("made spreadshets for the club", "spreadsheets"),
        ("I know bookkeping", "bookkeeping"),
    ],
)
def test_a_slip_names_the_skill(text: str, skill: str) -> None:
    mentions = {one.id: text[one.start : one.end] for one in skills_said(text)}
    assert skill in mentions
    assert mentions[skill] in text


@pytest.mark.parametrize("word", ["carpentry", "carp", "gardening", "Straße", "xylophonix", "c++", ""])
def test_known_short_and_far_words_stay(word: str) -> None:
    assert meant_by(word) == ""
