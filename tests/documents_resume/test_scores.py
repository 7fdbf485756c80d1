"""How well the parser does on the development people stays at least as good as it was."""

import pytest

from tests.resumes.score import score
from tests.resumes.truth import cases, split_of

FLOORS = {
    "contact": 0.99,
    "title": 0.99,
    "employer": 0.99,
    "dates": 0.99,
    "education": 0.98,
    "skills": 0.99,
    "languages": 0.99,
    "certificates": 0.95,
    "breaks": 0.96,
    "volunteering": 0.99,
}


def test_scores_of_the_development_people_do_not_fall() -> None:
    scores = score("development")
    low = {
        group: round(scores.groups[group].f1, 4) for group, floor in FLOORS.items() if scores.groups[group].f1 < floor
    }
    assert low == {}


@pytest.mark.parametrize("files", ["pdf", "docx"])
def test_real_files_read_as_well_as_their_text(files: str) -> None:
    scores = score("development", files, ("left_sidebar",))
    assert scores.documents == len(cases("development"))
    assert all(
        scores.groups[group].f1 >= 0.95 for group in ("contact", "title", "employer", "dates", "education", "skills")
    )


def test_people_keep_their_split() -> None:
    assert {case.split for case in cases()} == {"development", "test"}
    assert split_of("wei-chen.toml") == "development"
    assert len(cases()) >= 40
