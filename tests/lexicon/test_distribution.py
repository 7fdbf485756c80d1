"""The lexicon is large, stands in every major group of ISCO-08, and is not about offices and computers alone."""

from collections import Counter

import pytest

from mosaic.lexicon.entries import Interest
from mosaic.lexicon.store import shipped

# Fields of work at desks and screens; every other field is done among people, things, animals or plants.
OFFICES = {
    "administration", "digital-office", "finance-legal", "information-technology", "management-hr",
    "marketing-communication", "science-engineering",
}  # fmt: skip
# Skills that every field of work uses stand on neither side.
EVERYWHERE = {"core"}
GROUPS = {
    "0": "armed forces",
    "1": "managers",
    "2": "professionals",
    "3": "technicians and associate professionals",
    "4": "clerical support workers",
    "5": "service and sales workers",
    "6": "skilled agricultural workers",
    "7": "craft and related trades workers",
    "8": "plant and machine operators",
    "9": "elementary occupations",
}


def fields_of_skills() -> Counter[str]:
    return Counter(skill.field for skill in shipped().skills.values())


def fields_of_occupations() -> Counter[str]:
    return Counter(occupation.field for occupation in shipped().occupations.values())


def groups() -> Counter[str]:
    return Counter(occupation.isco[0] for occupation in shipped().occupations.values())


def test_the_distribution_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    skills, occupations, found = fields_of_skills(), fields_of_occupations(), groups()
    with capsys.disabled():
        print(f"\n{'field of work':26}{'skills':>8}{'occupations':>13}")
        for field in sorted({*skills, *occupations}):
            print(f"{field:26}{skills[field]:8}{occupations[field]:13}")
        print(f"{'all':26}{skills.total():8}{occupations.total():13}\n")
        for group, name in GROUPS.items():
            print(f"ISCO-08 major group {group} {name:42}{found[group]:5}")
    assert skills.total() == len(shipped().skills)


def test_there_is_enough_of_everything() -> None:
    entries = shipped()
    assert len(entries.skills) >= 1500
    assert len(entries.occupations) >= 400
    assert len(entries.values) >= 20
    assert set(entries.interests) == {letter.value for letter in Interest}
    assert [rung.rank for rung in entries.education.values()] == list(range(len(entries.education)))
    assert [rung.rank for rung in entries.seniority.values()] == list(range(len(entries.seniority)))


def test_every_major_group_has_occupations_and_none_has_half() -> None:
    found = groups()
    assert set(found) == set(GROUPS)
    assert max(found.values()) < found.total() / 2


def test_at_least_half_lies_outside_offices() -> None:
    for counts in (fields_of_skills(), fields_of_occupations()):
        bound = counts.total() - sum(counts[field] for field in EVERYWHERE)
        assert sum(count for field, count in counts.items() if field not in OFFICES | EVERYWHERE) * 2 >= bound


def test_no_field_is_a_tenth_of_all_skills_or_nearly_empty() -> None:
    counts = fields_of_skills()
    assert max(counts.values()) <= counts.total() / 10
    assert min(counts.values()) >= 40


def test_every_occupation_has_its_isco_unit_group_and_every_skill_a_meaning() -> None:
    assert all(one.isco.isdigit() and len(one.isco) == 4 for one in shipped().occupations.values())
    assert all(one.meaning.endswith(".") and len(one.meaning) >= 20 for one in shipped().skills.values())
