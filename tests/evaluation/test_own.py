"""The labelled sentences about everything but skills: enough of each kind in both splits, and the comparing itself."""

import json
from pathlib import Path

import pytest

from mosaic.lexicon.words import keys_of
from tests.evaluation.own import KINDS, OWN_WORDS, Told, compared, read, told_in
from tests.evaluation.sets import facts

ALL = told_in(OWN_WORDS)
LEAST_RECALL, LEAST_PRECISION = 0.9, 0.97


def test_there_are_enough_of_each_kind_in_both_splits() -> None:
    assert len(ALL) >= 240
    for split in ("development", "test"):
        rows = told_in(OWN_WORDS, split)
        for kind in KINDS.values():
            assert sum(len(row.of(kind)) for row in rows) >= 3, (split, kind)
        assert sum(not any(row.of(kind) for kind in KINDS.values()) for row in rows) >= 15


def test_no_sentence_stands_twice() -> None:
    assert len({keys_of(row.text) for row in ALL}) == len(ALL)


@pytest.mark.parametrize("row", ALL, ids=lambda row: row.text[:40])
def test_labels_name_kinds_that_exist(row: Told) -> None:
    assert {one.split()[0] for one in row.also} <= set(KINDS.values())


def test_words_match_when_one_side_says_no_more_than_the_other() -> None:
    told = Told("x", goals=("my own bakery",), hours=("avoids nights",), also=("goals bread",))
    found = {"goals": ["my own bakery in town", "bread"], "hours": ["wants nights"]}
    assert (compared(told, found, "goals").right, compared(told, found, "goals").wrong) == (1, 0)
    hours = compared(told, found, "hours")
    assert (hours.right, hours.wrong, hours.missed) == (0, 1, 1)


def test_pay_and_places_are_read_in_the_terms_of_the_labels() -> None:
    assert read("at least £32k a year, anywhere near Leeds")["pay"] == ["32000 GBP year"]
    assert read("anywhere near Leeds, no more than 40 minutes each way by bus")["place"] == ["near leeds", "minutes 40"]


def test_own_files_can_be_measured(tmp_path: Path) -> None:
    row = {"text": "I can't do nights", "hours": ["avoids nights"]}
    (tmp_path / "mine.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert facts("test", tmp_path)["hours"].f1 == 1


def test_reading_does_not_fall_behind_on_the_development_part() -> None:
    rows = facts("development")
    assert rows["any kind"].recall >= LEAST_RECALL
    assert rows["any kind"].precision >= LEAST_PRECISION
    assert rows["nothing there, nothing found"].recall == 1
