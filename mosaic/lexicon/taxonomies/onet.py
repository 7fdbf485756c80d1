"""Reads O*NET's database files, as text or as workbooks: occupations, their other titles, and the tools of the trade."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from mosaic.lexicon.entries import Kind
from mosaic.lexicon.taxonomies.official import (
    LONGEST_NAME,
    MOST_NAMES_EACH,
    Heard,
    Link,
    Official,
    Source,
    TaxonomyError,
    What,
    folder_of,
    tidy,
)
from mosaic.lexicon.taxonomies.tables import rows_of

CODE = "O*NET-SOC Code"
OCCUPATIONS, TITLES, TOOLS = "Occupation Data", "Alternate Titles", "Technology Skills"


def read(folder: Path, heard: Heard) -> Iterator[Official]:
    """Yield tools, then occupations."""
    occupations, tools = _file(folder_of(folder), OCCUPATIONS), _file(folder, TOOLS)
    if occupations is None and tools is None:
        raise TaxonomyError(
            f"In {folder} there is no “{OCCUPATIONS}” or “{TOOLS}” (.txt or .xlsx). "
            "Download the O*NET database as text or Excel files, unpack it and name that folder."
        )
    if tools is not None:
        yield from _tools(tools, heard)
    if occupations is not None:
        yield from _occupations(occupations, _file(folder, TITLES), heard)


def links(folder: Path, heard: Heard) -> Iterator[Link]:
    """Yield nothing: what O*NET links are tools, and they are examples."""
    yield from ()


def _file(folder: Path, name: str) -> Path | None:
    wanted = {name.casefold(), name.casefold().replace(" ", "_")}
    found = (path for path in sorted(folder.iterdir()) if path.stem.casefold() in wanted)
    return next((path for path in found if path.suffix in (".txt", ".xlsx")), None)


def _tools(path: Path, heard: Heard) -> Iterator[Official]:
    seen: set[str] = set()
    for row in rows_of(path, (CODE, "Example", "Commodity Code", "Commodity Title"), heard):
        label = tidy(row["Example"])
        if label and label not in seen:
            seen.add(label)
            description = f"A tool at work; O*NET lists it under “{tidy(row['Commodity Title'])}”."
            yield Official(what=What.SKILL, label=label, description=description, kind=Kind.TOOL)


def _occupations(path: Path, titles: Path | None, heard: Heard) -> Iterator[Official]:
    others: dict[str, list[str]] = defaultdict(list)
    for row in rows_of(titles, (CODE, "Alternate Title"), heard) if titles else ():
        title = tidy(row["Alternate Title"])
        if len(others[row[CODE]]) < MOST_NAMES_EACH and 0 < len(title) <= LONGEST_NAME:
            others[row[CODE]].append(title)
    for row in rows_of(path, (CODE, "Title", "Description"), heard):
        yield Official(
            what=What.OCCUPATION,
            label=tidy(row["Title"]),
            code=f"onet:{row[CODE]}",
            names=tuple(others.get(row[CODE], ())),
            description=row["Description"],
        )


ONET = Source(
    id="onet",
    name="O*NET",
    notice=(
        "This service includes information from the O*NET Database by the U.S. Department of Labor, Employment and "
        "Training Administration (USDOL/ETA), used under the CC BY 4.0 licence and modified. O*NET® is a trademark of "
        "USDOL/ETA. USDOL/ETA has not approved, endorsed, or tested these modifications."
    ),
    read=read,
    links=links,
)
