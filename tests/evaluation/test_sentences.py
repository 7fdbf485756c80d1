"""The labelled sentences: enough of them, labels that exist, and none taken from the lexicon."""

from itertools import chain

import pytest

from mosaic.lexicon.phrases import Named
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.words import keys_of
from tests.evaluation.labels import SENTENCES, Sentence, sentences_in

ALL = sentences_in(SENTENCES)


def _said(sentence: Sentence) -> dict[str, tuple[str, ...]]:
    return {kind: getattr(sentence, kind) for kind in ("has", "wants", "lacks", "avoids", "held", "hoped")}


def test_there_are_enough_from_many_fields_in_both_splits() -> None:
    assert len(ALL) >= 200
    assert len({sentence.field for sentence in ALL}) >= 12
    for split in ("development", "test"):
        assert len(sentences_in(SENTENCES, split)) >= 100
        for kind in ("has", "wants", "lacks", "avoids", "held", "hoped"):
            assert any(_said(sentence)[kind] for sentence in sentences_in(SENTENCES, split)), (split, kind)
        assert sum(not any(_said(each).values()) for each in sentences_in(SENTENCES, split)) >= 10


@pytest.mark.parametrize("sentence", ALL, ids=lambda sentence: sentence.text[:40])
def test_labels_exist_and_say_one_thing(sentence: Sentence) -> None:
    said = _said(sentence)
    assert {*said["has"], *said["wants"], *said["lacks"], *said["avoids"]} <= lexicon().skills.keys()
    assert {*said["held"], *said["hoped"]} <= lexicon().occupations.keys()
    assert set(sentence.also) <= lexicon().skills.keys() | lexicon().occupations.keys()
    labels = [*chain.from_iterable(said.values()), *sentence.also]
    assert len(labels) == len(set(labels))


def test_no_sentence_is_a_name_of_the_lexicon() -> None:
    entries: list[Named] = [*lexicon().skills.values(), *lexicon().occupations.values(), *lexicon().licences.values()]
    names = {keys_of(name) for entry in entries for name in (entry.label, *entry.aliases, *entry.exact)}
    bare = {keys for sentence in ALL for keys in (keys_of(sentence.text), keys_of(sentence.text.removeprefix("I ")))}
    assert not bare & names


def test_no_sentence_stands_twice() -> None:
    assert len({keys_of(sentence.text) for sentence in ALL}) == len(ALL)
