"""From a line such as “near Köln” or “Portland, OR” to a place: where it lies, what it lies in, how far it is.

A line that could mean several places is ambiguous and one that names none is unknown; neither is ever a guess.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from mosaic.lexicon.gazetteer import Place, PlaceKind, gazetteer
from mosaic.lexicon.placewords import readings

__all__ = [
    "Place",
    "PlaceKind",
    "Resolved",
    "Status",
    "contains",
    "distance_km",
    "near_in",
    "place",
    "regions_of",
    "resolve",
    "span_km",
]

EARTH_RADIUS_KM = 6371.0
# A name alone means its largest place when that has twenty times the people of the next: Paris, not Paris in Texas.
FAR_LARGER = 20


class Status(StrEnum):
    """Whether a line names one place, several, or none that is known."""

    KNOWN = "known"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a line names. `unlisted` are the folded words for a place that the files do not have.

    With “Hinterdorf, Bavaria” the place is Bavaria and “hinterdorf” is unlisted.
    """

    status: Status = Status.UNKNOWN
    place: Place | None = None
    candidates: tuple[Place, ...] = ()
    unlisted: str = ""

    @property
    def country(self) -> str:
        """The ISO code of the country, or nothing when it is not known or there are several."""
        return self.place.country if self.place else ""


def place(own_id: str) -> Place | None:
    """Return a place by its id."""
    return gazetteer().places.get(own_id)


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a line has named so far: the places that may be meant, by which word, in what, and what is not listed."""

    kept: tuple[Place, ...] = ()
    said: str = ""
    around: Place | None = None
    unlisted: str = ""
    is_alone: bool = True


@lru_cache(maxsize=4096)
def resolve(line: str, near: Place | None = None) -> Resolved:
    """Return the place a line names. `near` settles names that several places have: the one of its country or region.

    Of several places of one name in a region or country that the line names, that region or country is left.
    """
    known = gazetteer()
    heard = _Heard()
    for reading in readings(line, known):
        heard = replace(heard, unlisted=heard.unlisted or reading.unlisted)
        for name in reading.names:
            heard = _with(heard, [known.places[one] for one in name.ids], name.words)
    settled = _settled(heard.kept, near, by_size=heard.is_alone)
    if len(settled) == 1:
        return Resolved(Status.KNOWN, settled[0], (), heard.unlisted if settled[0].kind is not PlaceKind.CITY else "")
    if heard.around is not None:
        return Resolved(Status.KNOWN, heard.around, (), heard.said)
    return Resolved(Status.AMBIGUOUS if settled else Status.UNKNOWN, None, settled, heard.unlisted)


def contains(outer: Place, inner: Place) -> bool:
    """Whether a place lies in another or is the same."""
    return outer.id == inner.id or outer.id in inner.within


def regions_of(one: Place) -> tuple[str, ...]:
    """Return the ids of the regions a place lies in or is, the smallest first."""
    around = (one.id, *one.within) if one.kind is PlaceKind.REGION else one.within
    return around[: around.index(one.country.lower())] if one.kind in (PlaceKind.CITY, PlaceKind.REGION) else ()


def distance_km(one: Place, other: Place) -> float | None:
    """Return the kilometres between two cities as the crow flies, to about 10; None when one is not a city.

    Haversine formula on a sphere: Sinnott (1984), “Virtues of the haversine”, Sky and Telescope 68(2), p. 159.
    """
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat, other_lat = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((other_lat - lat) / 2) ** 2
    across = math.cos(lat) * math.cos(other_lat) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half + across)))


@lru_cache(maxsize=1024)
def span_km(region: Place) -> float:
    """Return how far the cities listed in a region reach: the diagonal of the box around them, 0 for one city."""
    inside = [one for one in gazetteer().places.values() if one.lat is not None and contains(region, one)]
    lats, lons = [one.lat or 0 for one in inside], [one.lon or 0 for one in inside]
    if not inside:
        return 0
    return (
        distance_km(region._replace(lat=min(lats), lon=min(lons)), region._replace(lat=max(lats), lon=max(lons))) or 0
    )


def near_in(lines: Iterable[str]) -> Place | None:
    """Return the first place that some lines name for sure, as a hint for others."""
    return next((found.place for found in map(resolve, lines) if found.place), None)


def _with(heard: _Heard, named: list[Place], words: str) -> _Heard:
    """Return what fits both what was named before and what is named now, the smaller of each pair.

    When nothing does, two cities stand beside each other, and a region or country overrules a city: a “Paris” in
    Tennessee is not one of those we list, so Tennessee stays and “paris” is unlisted.
    """
    if not heard.kept:
        return replace(heard, kept=tuple(named), said=words)
    heard = replace(heard, is_alone=False)
    inner = {one.id: one for one in heard.kept if any(contains(outer, one) for outer in named)}
    later = {one.id: one for one in named if any(contains(outer, one) for outer in heard.kept)}
    if inner or later:
        both = tuple((inner | later).values())
        around = _around(both, (*heard.kept, *named)) or heard.around
        return replace(heard, kept=both, around=around, said=heard.said if inner else words)
    wider = tuple(one for one in named if one.kind is not PlaceKind.CITY)
    if wider and any(one.kind is PlaceKind.CITY for one in heard.kept):
        unlisted = heard.unlisted or heard.said
        return replace(heard, kept=wider, around=None, unlisted=unlisted, said=words, is_alone=True)
    return replace(heard, kept=(*heard.kept, *named), around=None)


def _around(inner: tuple[Place, ...], named: tuple[Place, ...]) -> Place | None:
    """Return the smallest place named that holds all of some others."""
    outer = [one for one in named if all(contains(one, other) and one is not other for other in inner)]
    return max(outer, key=lambda one: len(one.within), default=None)


def _settled(places: tuple[Place, ...], near: Place | None, *, by_size: bool) -> tuple[Place, ...]:
    """Return the one meant, if that can be told, or all that may be; size tells only for a name that stands alone."""
    smallest = tuple(one for one in places if not any(one is not other and contains(one, other) for other in places))
    if len(smallest) > 1 and near is not None:
        smallest = _close_to(smallest, near)
    if len(smallest) > 1 and by_size:
        first, second = sorted(smallest, key=lambda one: -one.thousands)[:2]
        if first.thousands >= FAR_LARGER * max(1, second.thousands):
            return (first,)
    return smallest


def _close_to(places: tuple[Place, ...], near: Place) -> tuple[Place, ...]:
    """Return those in the same region, else those in the same country, else all."""
    around = (near.id, *near.within)
    for outer in around:
        fitting = tuple(one for one in places if outer in (one.id, *one.within))
        if fitting:
            return fitting
    return places
