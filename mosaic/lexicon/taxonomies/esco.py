"""Reads ESCO's English CSV files: occupations, skills (the full table or the labels alone), and their relations."""

from collections.abc import Iterator
from pathlib import Path

from mosaic.lexicon.entries import Kind
from mosaic.lexicon.taxonomies.official import (
    Heard,
    Link,
    Official,
    Source,
    TaxonomyError,
    What,
    folder_of,
    names_in,
    tidy,
)
from mosaic.lexicon.taxonomies.tables import rows_of

OCCUPATIONS = "occupations_en.csv"
SKILLS = "skills_en.csv"
LABELS = "skills_labels.csv"
RELATIONS = ("occupationSkillRelations_en.csv", "occupationSkillRelations.csv")
RELEASED = "released"


def read(folder: Path, heard: Heard) -> Iterator[Official]:
    """Yield skills, then occupations."""
    here = {path.name for path in folder_of(folder).glob("*.csv")}
    if not here & {OCCUPATIONS, SKILLS, LABELS}:
        raise TaxonomyError(
            f"In {folder} there is no {OCCUPATIONS}, {SKILLS} or {LABELS}. "
            "Download ESCO in English as CSV, unpack it and name that folder."
        )
    if SKILLS in here:
        yield from _skills(folder / SKILLS, heard)
    elif LABELS in here:
        yield from _labels(folder / LABELS, heard)
    if OCCUPATIONS in here:
        yield from _occupations(folder / OCCUPATIONS, heard)


def links(folder: Path, heard: Heard) -> Iterator[Link]:
    """Yield which occupation needs which skill, when the file of relations is there."""
    for name in RELATIONS:
        if (folder / name).is_file():
            for row in rows_of(folder / name, ("occupationUri", "relationType", "skillUri"), heard):
                yield Link(row["occupationUri"], row["skillUri"], row["relationType"] == "essential")
            return


def _skills(path: Path, heard: Heard) -> Iterator[Official]:
    for row in rows_of(path, ("conceptUri", "skillType", "preferredLabel", "altLabels", "description"), heard):
        if row.get("status") in (None, "", RELEASED):
            yield Official(
                what=What.SKILL,
                label=tidy(row["preferredLabel"]),
                code=row["conceptUri"],
                names=names_in(row["altLabels"]),
                description=row["description"],
                kind=Kind.KNOWLEDGE if row["skillType"] == "knowledge" else Kind.HARD,
            )


def _labels(path: Path, heard: Heard) -> Iterator[Official]:
    for row in rows_of(path, ("skills",), heard):
        yield Official(what=What.SKILL, label=tidy(row["skills"]))


def _occupations(path: Path, heard: Heard) -> Iterator[Official]:
    for row in rows_of(path, ("conceptUri", "iscoGroup", "preferredLabel", "altLabels", "description"), heard):
        if row.get("status") in (None, "", RELEASED):
            yield Official(
                what=What.OCCUPATION,
                label=tidy(row["preferredLabel"]),
                code=row["conceptUri"],
                names=names_in(row["altLabels"]),
                description=row["description"],
                isco=row["iscoGroup"].removeprefix("C"),
            )


ESCO = Source(
    id="esco",
    name="ESCO",
    notice="This service uses the ESCO classification of the European Commission (CC BY 4.0), adapted.",
    read=read,
    links=links,
)
