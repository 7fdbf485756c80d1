"""From a line such as “near Köln” or “Portland, OR” to a place: where it lies, what it lies in, how far it is.

A line that could mean several places is ambiguous and one that names none is unknown; neither is ever a guess.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from mosaic.lexicon.gazetteer import Gazetteer, Place, PlaceKind, gazetteer
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


@lru_cache(maxsize=4096)
def resolve(line: str, near: Place | None = None) -> Resolved:
    """Return the place a line names. `near` settles names that several places have: the one of its country or region."""
    known = gazetteer()
    kept: list[Place] = []
    unlisted = ""
    for reading in readings(line, known):
        unlisted = unlisted or reading.unlisted
        for ids in reading.meant:
            kept, contradicted = _joined(kept, [known.places[one] for one in ids], known)
            unlisted = unlisted or contradicted
    settled = _settled(kept, near)
    if len(settled) == 1:
        return Resolved(Status.KNOWN, settled[0], (), unlisted if settled[0].kind is not PlaceKind.CITY else "")
    return Resolved(Status.AMBIGUOUS if settled else Status.UNKNOWN, None, tuple(settled), unlisted)


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


def _joined(before: list[Place], named: list[Place], known: Gazetteer) -> tuple[list[Place], str]:
    """Return what fits both what was named before and what is named now, the smaller of each pair.

    When nothing does, two cities stand beside each other, and a region or country overrules a city: a “Paris” in
    Tennessee is not one of those we list, so Tennessee stays and “paris” is unlisted.
    """
    if not before:
        return named, ""
    both = {
        (inner if contains(outer, inner) else outer).id: None
        for outer in before
        for inner in named
        if contains(outer, inner) or contains(inner, outer)
    }
    if both:
        return [known.places[one] for one in both], ""
    cities = [one for one in before if one.kind is PlaceKind.CITY]
    wider = [one for one in named if one.kind is not PlaceKind.CITY]
    if cities and wider:
        return wider, " ".join(sorted({one.name.casefold() for one in cities}))
    return [*before, *named], ""


def _settled(places: list[Place], near: Place | None) -> list[Place]:
    """Return the one meant, if that can be told, or all that may be."""
    smallest = [one for one in places if not any(one is not other and contains(one, other) for other in places)]
    if len(smallest) > 1 and near is not None:
        smallest = _close_to(smallest, near)
    if len(smallest) > 1:
        first, second = sorted(smallest, key=lambda one: -one.thousands)[:2]
        if first.thousands >= FAR_LARGER * max(1, second.thousands):
            return [first]
    return smallest


def _close_to(places: list[Place], near: Place) -> list[Place]:
    """Return those in the same region, else those in the same country, else all."""
    around = (near.id, *near.within)
    for outer in around:
        fitting = [one for one in places if outer in (one.id, *one.within)]
        if fitting:
            return fitting
    return places
