"""The identifiers of entries in official classifications, by the classification. Identifiers are facts."""

from collections.abc import Iterable, Mapping

from mosaic.lexicon.entries import Occupation
from mosaic.lexicon.store import lexicon

ISCO, ESCO, ONET = "isco", "esco", "onet"
TITLES = {ISCO: "ISCO-08", ESCO: "ESCO", ONET: "O*NET"}
# What an identifier begins with; O*NET's own codes carry the classification in front.
BEGINNINGS = ((ESCO, "http://data.europa.eu/esco/", ""), (ONET, "onet:", "onet:"))

Codes = Mapping[str, tuple[str, ...]]


def codes_of(lexicon_id: str) -> Codes:
    """Return the codes of an entry: ISCO-08 for an occupation, ESCO and O*NET where a loaded file gives them.

    The id may carry what it is about in front, as those of interests do: `skill:baking`. Unknown ids have no codes.
    """
    own = lexicon_id.rpartition(":")[2]
    entries = lexicon()
    entry = entries.occupations.get(own) or entries.skills.get(own)
    if entry is None:
        return {}
    isco = {ISCO: (entry.isco,)} if isinstance(entry, Occupation) else {}
    return isco | _by_classification(entry.codes)


def _by_classification(codes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code in codes:
        for name, beginning, dropped in BEGINNINGS:
            if code.startswith(beginning):
                found[name] = (*found.get(name, ()), code.removeprefix(dropped))
    return found
