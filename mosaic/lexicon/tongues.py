"""The names of languages, from data/languages.toml."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from mosaic.lexicon.store import DATA

CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")


@cache
def language_codes() -> Mapping[str, tuple[str, ...]]:
    """Return the names of each language by its code."""
    rows = tomllib.loads((DATA / "languages.toml").read_text(encoding="utf-8"))
    return {code: tuple(names) for code, names in rows.items()}


@cache
def language_names() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return a pattern for each name; a longer name that holds a shorter one hides it."""
    named = [(name, code) for code, names in language_codes().items() for name in names]
    longer = {name: [other for other, _ in named if other != name and other.startswith(name)] for name, _ in named}
    return tuple(
        (re.compile(rf"\b{name}\b" + "".join(rf"(?!{other[len(name) :]})" for other in longer[name])), code)
        for name, code in named
    )
