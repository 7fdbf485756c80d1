"""Verbs have a strength in every form, and none of them claims more than it says."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mosaic.lexicon.verb_lint import verb_findings
from mosaic.lexicon.verbs import VERBS, Strength, first_verb, forms_of, levels, strength_of

EVERY = [(base, strength) for strength, (_, verbs) in levels().items() for base in verbs]


@pytest.mark.parametrize(
    ("words", "strength"),
    [
        ("helped helping assisted supports shadowed", Strength.HELPED),
        ("cooked cleaned repaired drove written taught analyse analyzed", Strength.DID),
        ("organised organized organizing planned planning ran overseen", Strength.RAN),
        ("built designed improved streamlining halved", Strength.BUILT),
        ("led leading directed founded owned", Strength.LED),
    ],
)
def test_every_form_of_a_verb_has_its_strength(words: str, strength: Strength) -> None:
    assert {word: strength_of(word) for word in words.split()} == dict.fromkeys(words.split(), strength)


def test_a_form_of_two_verbs_counts_as_the_weaker() -> None:
    assert strength_of("found") is Strength.DID
    assert strength_of("founded") is Strength.LED


@pytest.mark.parametrize("word", ["nurse's", "purple", "", "rugby", "the"])
def test_other_words_have_no_strength(word: str) -> None:
    assert strength_of(word) is None


@pytest.mark.parametrize(
    ("sentence", "base", "words"),
    [
        ("Led a team of five", "lead", "Led"),
        ("Helped to lead the team", "help", "Helped"),
        ("Was responsible for managing stock", "manage", "managing"),
        ("As a nurse I cared for 12 patients", "care for", "cared for"),
        ("Successfully set up a food bank", "set up", "set up"),
        ("My customer support and lead lists were what I organized", "organise", "organized"),
        ("– Took part in audits", "take part", "Took part"),
    ],
)
def test_the_first_verb_says_what_was_done(sentence: str, base: str, words: str) -> None:
    found = first_verb(sentence)
    assert found is not None
    assert (found.base, sentence[found.start : found.end]) == (base, words)


@pytest.mark.parametrize("sentence", ["", "Rugby on Sundays", "The customer support lead"])
def test_nouns_are_no_verbs(sentence: str) -> None:
    assert first_verb(sentence) is None


@given(st.sampled_from(EVERY))
def test_a_verb_is_never_stronger_than_its_level(one: tuple[str, Strength]) -> None:
    base, strength = one
    for form in forms_of(base):
        found = strength_of(form)
        assert found is not None
        assert found <= strength


def test_there_are_enough_verbs_on_every_level_and_no_findings() -> None:
    assert len(EVERY) >= 250
    assert all(len(verbs) >= 10 for _, verbs in levels().values())
    assert list(verb_findings()) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"aid",', '"aid", "lead",', "LED lead: is also HELPED lead"),
        ('"aid",', '"Aid",', "not a base form"),
        ('"aid",', '"be there when needed",', "more than 3 words"),
        ("[led]", "[bossed]", "no level"),
        ("[led]\nrank = 4", "[irregular.led]\nrank = 4", "LED is missing"),
    ],
)
def test_the_linter_finds_what_is_wrong(tmp_path: Path, old: str, new: str, words: str) -> None:
    path = tmp_path / "verbs.toml"
    path.write_text(VERBS.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert any(words in sentence for _, sentence in verb_findings(path))
