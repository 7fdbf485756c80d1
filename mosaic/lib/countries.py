"""Names of countries and territories by their two-letter code, from the time zone database."""

from functools import cache
from importlib.resources import files


@cache
def countries() -> dict[str, str]:
    """Return code to English name, in the order of names (source: iso3166.tab of tzdata)."""
    table = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text(encoding="utf-8")
    rows = (line.split("\t", 1) for line in table.splitlines() if line and not line.startswith("#"))
    return dict(sorted(((code, name) for code, name in rows), key=lambda row: row[1]))
