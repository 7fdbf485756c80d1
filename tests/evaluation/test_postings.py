"""The measuring of postings and rankings, and the labels themselves."""

from datetime import date
from pathlib import Path

import pytest

from opportunity_bridge.domain.adverts import advert_in
from tests.evaluation.posting_reading import posting_read
from tests.evaluation.posting_scores import FIELDS, compared_by_field
from tests.evaluation.posting_truth import POSTINGS, Truth, half_of, place_of_quote, postings_in
from tests.evaluation.ranking import RANKING, ranked
from tests.evaluation.sets import postings

TEXT = (
    "Baker\nFour Mills, Bath\n\nRequirements\n- a food hygiene certificate\n\n£13.50 an hour\nJobs: jobs@mill.example"
)


def test_there_are_enough_of_both_halves() -> None:
    names = [f"{one.name}.toml" for one in postings_in(POSTINGS)]
    assert len(names) >= 60
    assert min([*map(half_of, names)].count(split) for split in ("development", "test")) >= 25
    assert len(list(RANKING.glob("*.toml"))) >= 20


def test_every_quote_of_a_label_stands_in_its_posting() -> None:
    lost = []
    for one in postings_in(POSTINGS):
        text = advert_in(one.truth.text, today=one.truth.today).text
        quotes = (*one.truth.must, *one.truth.nice, *one.truth.benefits)
        lost += [f"{one.name}: {quote}" for quote in quotes if place_of_quote(quote, text) is None]
    assert lost == []


def test_each_field_is_counted_right_wrong_and_missed() -> None:
    truth = Truth(text=TEXT, title="Baker", employer="Six Mills", must=("food hygiene",), nice=("rye",), hours=(30,))
    found = compared_by_field(truth, posting_read(TEXT, date(2026, 3, 10)))
    assert (found["title"].right, found["employer"].wrong, found["employer"].missed) == (1, 1, 1)
    assert (found["place"].wrong, found["hours"].missed, found["must"].right) == (1, 1, 1)
    assert found["pay"].wrong == 1


def test_fields_nobody_labelled_are_left_out() -> None:
    truth = Truth(text=TEXT, title="Baker", unjudged=tuple(name for name in FIELDS if name != "title"))
    assert set(compared_by_field(truth, posting_read(TEXT, date(2026, 3, 10)))) == {"title"}


def test_words_may_lie_beside_their_labels(tmp_path: Path) -> None:
    (tmp_path / "baker.toml").write_text('title = "Baker"\nsplit = "test"\n', encoding="utf-8")
    (tmp_path / "baker.txt").write_text(TEXT, encoding="utf-8")
    assert postings("test", tmp_path)["title"].f1 == 1
    assert postings("development", tmp_path)["title"].size == 0


def test_a_ranking_counts_pairs_and_gains(tmp_path: Path) -> None:
    case = """words = "I am a registered nurse"
before = [["nurse", "clerk"]]
[grades]
nurse = 3
clerk = 0
[[posting]]
key = "nurse"
text = '''Registered nurse

You must have
- wound care
- medication administration'''
[[posting]]
key = "clerk"
text = '''Payroll clerk

You must have
- payroll
- bookkeeping'''
"""
    (tmp_path / "nurse.toml").write_text(case, encoding="utf-8")
    rows = ranked("all", tmp_path)
    assert (rows["pairs in order"].right, rows["pairs in order"].size) == (2, 2)
    assert rows["NDCG@5"].f1 == 1
    assert rows["best comes first"].size == 1


@pytest.mark.parametrize(("split", "least"), [("development", 0.95), ("test", 0.85)])
def test_reading_does_not_get_worse(split: str, least: float) -> None:
    assert postings(split)["every field"].f1 >= least
