"""Files that other programs made are read as a careful person reads them."""

import pytest

from tests.resumes.brought.score import brought, score
from tests.resumes.measure import GROUPS

LEAST = {"contact": 0.98, "title": 0.98, "employer": 0.95, "dates": 0.98, "education": 0.98, "languages": 0.97}
LARGEST = 60_000


@pytest.fixture(scope="module")
def groups() -> dict[str, float]:
    return {group: tally.f1 for group, tally in score().groups.items()}


@pytest.mark.parametrize("group", GROUPS)
def test_nearly_everything_is_found_and_nothing_else(groups: dict[str, float], group: str) -> None:
    assert groups[group] >= LEAST.get(group, 0.95)


def test_every_file_is_small_and_has_its_truth() -> None:
    sizes = {path.name: path.stat().st_size for path, _ in brought()}
    assert len(sizes) == 24
    assert [name for name, size in sizes.items() if size > LARGEST] == []
