"""The measuring itself: own files in both formats, résumé files beside their truth, and the page."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.evaluation.evaluate import main, printed
from tests.evaluation.page import section, with_section
from tests.evaluation.sets import SETS, occupations, resumes, skills
from tests.resumes.as_docx import as_docx
from tests.resumes.layouts import laid_out
from tests.resumes.tally import Tally
from tests.resumes.truth import CASES, cases

TOML = """[[sentence]]
text = "I did bricklaying and carpentry"
has = ["bricklaying", "wood-finishing"]
also = ["carpentry"]

[[sentence]]
text = "I watched it rain"
split = "development"
"""


def test_own_sentences_are_counted_right_wrong_and_missed(tmp_path: Path) -> None:
    (tmp_path / "building.toml").write_text(TOML, encoding="utf-8")
    rows = skills("all", tmp_path)
    assert (rows["has"].right, rows["has"].missed, rows["has"].wrong) == (1, 1, 0)
    assert rows["in building"].size == 2
    assert rows["nothing there, nothing found"].right == 1
    assert skills("development", tmp_path)["has"].size == 0


def test_own_sentences_may_be_lines_of_json(tmp_path: Path) -> None:
    row = {"text": "I worked as a plumber", "held": ["plumber"], "field": "pipes"}
    (tmp_path / "any.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert occupations("test", tmp_path)["in pipes"].f1 == 1


def test_a_resume_file_beside_its_truth_is_read(tmp_path: Path) -> None:
    case = cases("development")[0]
    sheet, _ = laid_out(case, "classic")
    (tmp_path / f"{case.name}.toml").write_bytes((CASES / f"{case.name}.toml").read_bytes())
    (tmp_path / f"{case.name}.docx").write_bytes(as_docx(sheet))
    assert resumes("all", tmp_path)["contact"].recall >= 0.8


def test_the_section_is_appended_once_and_then_replaced() -> None:
    rows = {"has": Tally(right=3, wrong=1, missed=0), "in x": Tally()}
    first = section({split: {"skills": rows} for split in ("development", "test")}, date(2026, 1, 2))
    page = with_section("# Page\n\nText.\n", first)
    assert page.startswith("# Page\n\nText.\n\n")
    assert "| has | 0.750 | 1.000 | 0.857 | 3 |" in page
    assert with_section(page, first) == page
    assert with_section(page + "\nMore.\n", "new").endswith("new\n<!-- evaluate: end -->\n\nMore.\n")


def test_the_terminal_shows_sizes_and_slips() -> None:
    rows = {"has": Tally(right=1, missed=1), "in x": Tally(right=1, missed=1, slips=["missed has: y  text"])}
    text = printed("skills", rows, slips=True)
    assert "missed has: y" in text
    assert text.splitlines()[2].split()[-1] == "2"


def test_an_unknown_set_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["evaluate", "--set", "recipes", "."])
    with pytest.raises(SystemExit):
        main()
    assert ", ".join(SETS) in capsys.readouterr().err
