"""How the place of a posting stands to a place somebody named. What a line does not say stays unknown."""

from enum import StrEnum

from mosaic.lexicon import places
from mosaic.lexicon.money import PAID_IN
from mosaic.lexicon.places import PlaceKind, Resolved, contains, distance_km, regions_of, resolve, span_km

# What a line names: one place, several that may be meant, or nothing known.
Place = Resolved

# As the crow flies; by road or rail it is about an hour.
COMMUTE_KM = 40.0
# Who names a region up to this wide means anywhere in it; “Texas” or “Bavaria” leave open where.
LOCAL_KM = 160.0


# Currencies that tell the country of a posting. Dollars of the United States and euros are paid in too many.
_IN_MANY = ("EUR", "USD")
_COUNTRIES = {currency: country.lower() for country, currency in PAID_IN.items() if currency not in _IN_MANY}


class Distance(StrEnum):
    """How far work is from where somebody wants it. Within commuting distance counts as the same place."""

    SAME = "same"
    SAME_REGION = "same_region"
    SAME_COUNTRY = "same_country"
    ABROAD = "abroad"
    UNKNOWN = "unknown"


def place_of(line: str, near: places.Place | None = None) -> Place:
    """Return what a line about a place names; `near` settles names that several places have."""
    return resolve(line, near)


def place_paid_in(line: str, currency: str) -> Place:
    """Return what the place of a posting names; pay in pounds settles which Cambridge."""
    return resolve(line, places.place(_COUNTRIES.get(currency, "")))


def distance(wanted: Place, there: Place) -> Distance:
    """Return how far apart two places are. Ambiguous is unknown; a border within commuting distance is none."""
    if wanted.unlisted and wanted.unlisted == there.unlisted and not _is_abroad(wanted.place, there.place):
        return Distance.SAME
    if wanted.place is None or there.place is None:
        return Distance.UNKNOWN
    apart = distance_km(wanted.place, there.place)
    if (apart is not None and apart <= COMMUTE_KM) or _is_named(wanted, there):
        return Distance.SAME
    if _is_abroad(wanted.place, there.place):
        return Distance.ABROAD
    return (
        Distance.SAME_REGION if set(regions_of(wanted.place)) & set(regions_of(there.place)) else Distance.SAME_COUNTRY
    )


def kilometres(wanted: Place, there: Place) -> float | None:
    """Return how far apart two cities are as the crow flies; None when one of them is not a known city."""
    return distance_km(wanted.place, there.place) if wanted.place and there.place else None


def _is_named(wanted: Place, there: Place) -> bool:
    """Whether the work lies in a region somebody named that is small enough to be meant as a whole."""
    if wanted.place is None or there.place is None or wanted.unlisted or wanted.place.kind is not PlaceKind.REGION:
        return False
    return contains(wanted.place, there.place) and span_km(wanted.place) <= LOCAL_KM


def _is_abroad(one: places.Place | None, other: places.Place | None) -> bool:
    """Whether two places lie in different countries, as far as known; a group of countries is abroad to those outside."""
    if one is None or other is None:
        return False
    if one.country and other.country:
        return one.country != other.country
    return not contains(one, other) and not contains(other, one)
