"""The tables of masking are sound: nothing twice in a list, nothing that folds to nothing, no list that nobody reads."""

from pathlib import Path

import pytest

from mosaic.ai.domain import masking
from mosaic.ai.domain.masking.plain import folded_words
from mosaic.ai.domain.masking.vocabulary import table

LISTS = [
    (name, section, key, words)
    for name in ("words", "names")
    for section, keys in table(name).items()
    for key, words in keys.items()
]


@pytest.mark.parametrize(
    ("name", "section", "key", "words"), LISTS, ids=[f"{one[0]}-{one[1]}-{one[2]}" for one in LISTS]
)
def test_a_list_says_each_thing_once(name: str, section: str, key: str, words: tuple[str, ...]) -> None:
    assert [word for word in words if words.count(word) > 1] == []
    assert [word for word in words if not folded_words(word) and section != "not_sites"] == []


def test_every_list_is_read_by_somebody() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(masking.__path__[0]).glob("*.py"))
    assert [section for section in (*table("words"), *table("names")) if f'"{section}"' not in source] == []
