"""What goes out of a text before a model sees it, and what stays."""

import re

import pytest

from mosaic.ai.domain.masking import Known, Masking
from tests.ai.masking_cases import GONE, KNOWN_GONE, KNOWN_STAYS, STAYS

MARKED = re.compile(r"«([^»]*)»")
PLACEHOLDER = re.compile(r"\[[A-Z]+ \d+[a-z]*\]")


def unmarked(sentence: str) -> str:
    return sentence.replace("«", "").replace("»", "")


def parts_that_stay(sentence: str) -> list[str]:
    """Return the words outside of the marks, without the signs beside them."""
    return [part.strip(" ,.:;()&\n") for part in MARKED.split(sentence)[::2]]


def assert_masked(masking: Masking, sentence: str) -> None:
    text = unmarked(sentence)
    masked = masking.mask(text)
    for secret in MARKED.findall(sentence):
        assert secret not in masked
    kept = [part.strip(" ,.:;()&\n") for part in PLACEHOLDER.split(masked)]
    assert [part for part in kept if part] == [part for part in parts_that_stay(sentence) if part]
    assert masking.restore(masked) == text


@pytest.mark.parametrize(("kind", "sentence"), [(kind, each) for kind, listed in GONE.items() for each in listed])
def test_details_go_and_the_rest_stays(kind: str, sentence: str) -> None:
    assert_masked(Masking(), sentence)


@pytest.mark.parametrize(("name", "sentence"), KNOWN_GONE)
def test_a_known_name_goes_in_every_shape(name: str, sentence: str) -> None:
    assert_masked(Masking(Known(names=(name,))), sentence)


@pytest.mark.parametrize("sentence", [each for listed in STAYS.values() for each in listed])
def test_a_sentence_without_details_stays_as_it_is(sentence: str) -> None:
    assert Masking().mask(sentence) == sentence


@pytest.mark.parametrize(("name", "sentence"), KNOWN_STAYS)
def test_a_word_that_is_no_name_here_stays(name: str, sentence: str) -> None:
    assert Masking(Known(names=(name,))).mask(sentence) == sentence


def test_the_tables_are_as_large_as_promised() -> None:
    assert sum(map(len, GONE.values())) + len(KNOWN_GONE) >= 150
    assert sum(map(len, STAYS.values())) + len(KNOWN_STAYS) >= 100
