"""Checks the place files before anything stands on them; part of `python -m mosaic.lexicon.lint places`."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mosaic.lexicon.gazetteer import PLACES, fold, load, rows_of, table

FIELD = "places"


class Box(NamedTuple):
    """The whole degrees a country lies between."""

    south: float
    north: float
    west: float
    east: float


def place_findings(folder: Path = PLACES) -> Iterator[tuple[str, str]]:
    """Yield (field, sentence) for everything that is wrong; names only once all references hold."""
    unknown = [*_references(folder), *_coordinates(folder)]
    for problem in unknown:
        yield FIELD, problem
    if not unknown:
        for problem in _names(folder):
            yield FIELD, problem


def place_counts(folder: Path = PLACES) -> Iterator[str]:
    """Yield how many places there are, in words."""
    kinds = Counter(place.kind for place in load(folder).places.values())
    yield f"{'places':24} " + ", ".join(f"{count} of kind {kind}" for kind, count in sorted(kinds.items()))


def _references(folder: Path) -> Iterator[str]:
    """Yield what names a country or region that no file has; a region stands below the one it lies in."""
    countries = {code for code, *_ in table(folder / "countries.csv")}
    for own, _, _, members in table(folder / "groups.csv"):
        yield from (f"group {own}: names an unknown country {one}" for one in members.split() if one not in countries)
    regions: set[tuple[str, str]] = set()
    for country, code, name, outer, _ in table(folder / "regions.csv"):
        if country not in countries:
            yield f"region {name}: names an unknown country {country}"
        if outer and (country, outer) not in regions:
            yield f"region {name}: lies in {outer}, which is unknown or stands below it"
        regions.add((country, code))
    yield from _homes(folder, countries, regions)


def _homes(folder: Path, countries: set[str], regions: set[tuple[str, str]]) -> Iterator[str]:
    """Yield cities in a country or region that no file has."""
    for path in sorted((folder / "cities").glob("*.csv")):
        for country, code, name, *_ in table(path):
            if country not in countries:
                yield f"{path.name}: {name} names an unknown country {country}"
            if code and (country, code) not in regions:
                yield f"{path.name}: {name} names an unknown region {code}"


def _coordinates(folder: Path) -> Iterator[str]:
    """Yield cities outside the box of their country, which is mostly a sign that was forgotten."""
    boxes = {row[0]: Box(*map(float, row[4:])) for row in table(folder / "countries.csv")}
    for path in sorted((folder / "cities").glob("*.csv")):
        for country, _, name, lat, lon, *_ in table(path):
            box = boxes.get(country)
            if box and not (box.south <= float(lat) <= box.north and box.west <= float(lon) <= box.east):
                yield f"{path.name}: {name} at {lat}, {lon} lies outside {country}"
            if "." not in lat or len(lat.split(".")[1]) != 1 or len(lon.split(".")[-1]) != 1:
                yield f"{path.name}: {name} has coordinates that are not to one decimal place"


def _names(folder: Path) -> Iterator[str]:
    seen: set[str] = set()
    for place, others, _ in rows_of(folder):
        if place.id in seen:
            yield f"{place.id}: is there twice"
        seen.add(place.id)
        own = fold(place.name)
        folded = [fold(name) for name in others]
        for name, key in zip(others, folded, strict=True):
            if len(key) < 2 and key.isascii():
                yield f"{place.id}: the name “{name}” is too short"
            if key == own or folded.count(key) > 1:
                yield f"{place.id}: the name “{name}” adds nothing"
