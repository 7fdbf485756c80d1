"""Reads the place files: countries, regions, cities and groups of countries, with every name people use for them."""

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mosaic.lexicon.compiled import kept

PLACES = Path(__file__).parent / "data" / "places"
# Countries whose regions people write by their code: “Portland, OR”, “Perth WA”, “Bern BE”, “Curitiba, PR”.
CODES_WRITTEN = frozenset(("US", "CA", "AU", "CH", "BR"))

_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "&": " and "}
_SIGNS = dict.fromkeys(".'’ʻʼ`") | dict.fromkeys('-–—/()[],;:!?"+*|_', " ")
_PLAIN = str.maketrans(_LETTERS | _SIGNS)
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_SHORT = {"saint": "st", "sainte": "ste", "sankt": "st", "mount": "mt", "fort": "ft"}


class PlaceKind(StrEnum):
    """What a place is; a group is several countries, such as the EU."""

    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    GROUP = "group"


_KINDS = {kind.value: kind for kind in PlaceKind}
_Kept = tuple[str, str, str, str, str, tuple[str, ...], float | None, float | None, int]


class Place(NamedTuple):
    """A place. `within` are the ids around it, the nearest first; `lat` and `lon` in degrees to 0.1, cities only.

    `thousands` is about how many thousand people live in it; of a region and a country, in the cities listed.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str = ""
    region: str = ""
    within: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    thousands: int = 0


class Row(NamedTuple):
    """One line of a place file: the place, and the names it goes by beside its own."""

    place: Place
    names: tuple[str, ...]
    codes: tuple[str, ...] = ()


class Gazetteer(NamedTuple):
    """All places by id, by folded name, and by code."""

    places: Mapping[str, Place]
    names: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, tuple[str, ...]]


@cache
def gazetteer() -> Gazetteer:
    """Return the places that ship with Mosaic, read once per process."""
    rows, names, codes = kept("places", lambda: _plain(load(PLACES)))
    places = (Place(row[0], row[1], _KINDS[row[2]], *row[3:]) for row in rows)
    return Gazetteer({place.id: place for place in places}, names, codes)


def load(folder: Path) -> Gazetteer:
    """Read a folder laid out like `data/places/`."""
    places: dict[str, Place] = {}
    names: dict[str, dict[str, None]] = {}
    codes: dict[str, dict[str, None]] = {}
    counts: dict[str, int] = {}
    for place, others, short in rows_of(folder):
        places[place.id] = place
        for name in (place.name, *others):
            for folded in foldings(name):
                names.setdefault(folded, {})[place.id] = None
        for code in short:
            codes.setdefault(code.casefold(), {})[place.id] = None
        if place.kind is PlaceKind.CITY:
            for around in place.within:
                counts[around] = counts.get(around, 0) + place.thousands
    for around, thousands in counts.items():
        places[around] = places[around]._replace(thousands=thousands)
    return Gazetteer(
        places, {name: tuple(ids) for name, ids in names.items()}, {code: tuple(ids) for code, ids in codes.items()}
    )


def _plain(found: Gazetteer) -> tuple[list[_Kept], dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the places as plain containers, which is what can be kept."""
    rows = [(place.id, place.name, place.kind.value, *place[3:]) for place in found.places.values()]
    return rows, dict(found.names), dict(found.codes)


def rows_of(folder: Path) -> Iterator[Row]:
    """Yield groups, countries, regions and cities, as they stand in the files."""
    groups = [(own, name, also, countries.split()) for own, name, also, countries in table(folder / "groups.csv")]
    for own, name, also, _ in groups:
        yield Row(Place(own, name, PlaceKind.GROUP), _names(also))
    around: dict[str, tuple[str, ...]] = {}
    for code, alpha3, name, also, *_box in table(folder / "countries.csv"):
        groups_here = tuple(own for own, _, _, countries in groups if code in countries)
        place = Place(code.lower(), name, PlaceKind.COUNTRY, code, within=groups_here)
        around[place.id] = (place.id, *groups_here)
        yield Row(place, _names(also), (code, alpha3))
    yield from _regions(folder, around)
    for path in sorted((folder / "cities").glob("*.csv")):
        yield from _cities(path, around)


def _regions(folder: Path, around: dict[str, tuple[str, ...]]) -> Iterator[Row]:
    """Yield regions; a region stands below the one it lies in."""
    for country, code, name, outer, also in table(folder / "regions.csv"):
        own, within = _id(country, code), around[_id(country, outer)]
        around[own] = (own, *within)
        place = Place(own, name, PlaceKind.REGION, country, own, within)
        yield Row(place, _names(also), (code,) if country in CODES_WRITTEN else ())


def _cities(path: Path, around: Mapping[str, tuple[str, ...]]) -> Iterator[Row]:
    for country, code, name, lat, lon, thousands, also in table(path):
        outer = _id(country, code)
        own = f"{outer}-{fold(name).replace(' ', '-')}"
        region = outer if code else ""
        place = Place(own, name, PlaceKind.CITY, country, region, around[outer], float(lat), float(lon), int(thousands))
        yield Row(place, _names(also))


def table(path: Path) -> Iterator[list[str]]:
    """Yield the lines of a place file without its headings."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        yield from lines


def foldings(name: str) -> tuple[str, ...]:
    """Return a name as it is compared: Köln as “koln” and “koeln”."""
    if name.isascii():
        return (fold(name),)
    return fold(name), fold(name.casefold().translate(_SPELLED_OUT))


def fold(name: str) -> str:
    """Return a name without case, accents, signs and the long forms of Saint, Mount and Fort."""
    if name.isascii() and name.isalpha():
        # Three of four names; the rest of the way takes five times as long.
        word = name.lower()
        return _SHORT.get(word, word)
    plain = name.casefold().translate(_PLAIN)
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return " ".join([_SHORT.get(word, word) for word in plain.split()])


def _names(also: str) -> tuple[str, ...]:
    return tuple(also.split("|")) if also else ()


def _id(country: str, code: str) -> str:
    return f"{country}-{code}".lower() if code else country.lower()
