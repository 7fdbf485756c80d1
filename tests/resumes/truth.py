"""The invented people: what each résumé says, whatever it looks like."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as checked

CASES = Path(__file__).parent / "cases"
_STRICT = ConfigDict(extra="forbid")


@checked(frozen=True, config=_STRICT)
class TruePlace:
    """Where somebody lives."""

    city: str
    address: str = ""
    postal: str = ""
    region: str = ""
    country: str = ""


@checked(frozen=True, config=_STRICT)
class TrueWork:
    """A job, break or voluntary role; dates are "2018", "2018-03", "present" or ""."""

    title: str
    employer: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    kind: str = "job"
    bullets: tuple[str, ...] = ()


@checked(frozen=True, config=_STRICT)
class TrueEducation:
    """A course of study."""

    institution: str
    study: str
    area: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    score: str = ""


@checked(frozen=True, config=_STRICT)
class TrueLanguage:
    """A language and how well."""

    name: str
    fluency: str


@checked(frozen=True, config=_STRICT)
class TrueCertificate:
    """A certificate."""

    name: str
    issuer: str = ""
    date: str = ""


@checked(frozen=True, config=_STRICT)
class TrueProject:
    """A project."""

    name: str
    description: str


@checked(frozen=True, config=_STRICT)
class Truth:
    """One person. `real_name` is the name without the titles that stand in `name`."""

    name: str
    email: str
    phone: str
    region: str
    place: TruePlace
    real_name: str = ""
    titles: tuple[str, ...] = ()
    headline: str = ""
    lang: str = "en"
    links: tuple[str, ...] = ()
    summary: str = ""
    work: tuple[TrueWork, ...] = ()
    education: tuple[TrueEducation, ...] = ()
    skills: tuple[str, ...] = ()
    skill_groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    languages: tuple[TrueLanguage, ...] = ()
    certificates: tuple[TrueCertificate, ...] = ()
    projects: tuple[TrueProject, ...] = ()
    volunteering: tuple[TrueWork, ...] = ()
    publications: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()

    def all_skills(self) -> tuple[str, ...]:
        """Return the skills of all groups."""
        return self.skills + tuple(skill for group in self.skill_groups.values() for skill in group)


@dataclass(frozen=True)
class Case:
    """A truth with its name and the part of the evaluation it belongs to."""

    name: str
    split: str
    truth: Truth


def split_of(file_name: str) -> str:
    """Return "development" or "test", for ever the same for a file name."""
    return "development" if hashlib.sha256(file_name.encode()).digest()[0] % 2 == 0 else "test"


def cases(split: str = "all", folder: Path = CASES) -> list[Case]:
    """Return the cases of a split in order of their names."""
    adapter = TypeAdapter(Truth)
    found = []
    for path in sorted(folder.glob("*.toml")):
        if split in {"all", split_of(path.name)}:
            truth = adapter.validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
            found.append(Case(path.stem, split_of(path.name), truth))
    return found


def with_years_only(truth: Truth) -> Truth:
    """Return the truth of a résumé that leaves out the months."""
    return replace(
        truth,
        work=tuple(_years(work) for work in truth.work),
        volunteering=tuple(_years(work) for work in truth.volunteering),
    )


def _years(work: TrueWork) -> TrueWork:
    return replace(work, start=work.start[:4], end=work.end if work.end == "present" else work.end[:4])


def without_dates(truth: Truth) -> Truth:
    """Return the truth of a résumé whose work is not dated."""
    return replace(truth, work=tuple(replace(work, start="", end="") for work in truth.work))
