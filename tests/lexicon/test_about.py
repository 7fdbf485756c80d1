"""An entry opens to its meaning, its other names and its codes."""

import pytest

from mosaic.lexicon.about import About, about
from mosaic.lexicon.codes import codes_of
from mosaic.lexicon.store import shipped


def test_a_skill_opens_to_its_meaning_and_names() -> None:
    found = about("wound-care")
    assert (found.label, found.meaning) == ("wound care", shipped().skills["wound-care"].meaning)
    assert "change dressings" in found.names


def test_an_occupation_has_its_isco_group() -> None:
    assert codes_of("registered-nurse") == {"isco": ("2221",)}
    assert about("registered-nurse").codes == {"isco": ("2221",)}
    assert about("registered-nurse").numbered == (("ISCO-08", "2221"),)


@pytest.mark.parametrize("lexicon_id", ["helping-others", "nursing-registration"])
def test_values_and_licences_open_too(lexicon_id: str) -> None:
    assert about(lexicon_id).meaning
    assert codes_of(lexicon_id) == {}


def test_what_a_fact_is_about_stands_behind_its_prefix() -> None:
    assert about("skill:wound-care") == about("wound-care")
    assert codes_of("role:registered-nurse") == {"isco": ("2221",)}


@pytest.mark.parametrize("lexicon_id", ["", "nonsense", "esco-gone"])
def test_an_unknown_id_is_empty(lexicon_id: str) -> None:
    assert about(lexicon_id) == About()
    assert codes_of(lexicon_id) == {}
