"""Places by their names alone: a city and a country. What the names do not say stays unknown."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from mosaic.lexicon.words import tokens_of

DATA = Path(__file__).parent.parent / "data"
_NEAR = re.compile(r"^(?:near|around|close to|greater|in|the)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """What a line such as “near Leeds, United Kingdom” names: city keys, and an ISO country code or nothing."""

    city: str = ""
    country: str = ""


class Distance(StrEnum):
    """How two places stand to each other, as far as their names tell."""

    SAME = "same"
    SAME_COUNTRY = "same_country"
    ABROAD = "abroad"
    UNKNOWN = "unknown"


@lru_cache(maxsize=4096)
def place_of(line: str) -> Place:
    """Return the city and country a line names; regions between them are passed over."""
    parts = [part.strip() for part in re.split(r"[,(/;]", line.replace(")", "")) if part.strip()]
    countries = [_countries()[_key(part)] for part in parts if _key(part) in _countries()]
    cities = [part for part in parts if _key(part) not in _countries()]
    city = _NEAR.sub("", cities[0]) if cities else ""
    return Place(_key(city), countries[-1] if countries else "")


def distance(one: Place, other: Place) -> Distance:
    """Return how far apart two places are, as far as their names tell."""
    if one.country and other.country and one.country != other.country:
        return Distance.ABROAD
    if one.city and one.city == other.city:
        return Distance.SAME
    if one.country and one.country == other.country:
        return Distance.SAME_COUNTRY
    return Distance.UNKNOWN


def _key(name: str) -> str:
    return " ".join(token.key for token in tokens_of(name))


@cache
def _countries() -> Mapping[str, str]:
    rows = tomllib.loads((DATA / "countries.toml").read_text(encoding="utf-8"))
    return {_key(name): code for code, names in rows.items() for name in (*names, code)}
