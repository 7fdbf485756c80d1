"""Checks the list of action verbs; part of `python -m mosaic.lexicon.lint verbs`."""

import re
from collections.abc import Iterator
from pathlib import Path

from mosaic.lexicon.verbs import LONGEST, VERBS, Strength, levels

FIELD = "verbs"
_BASE = re.compile(r"[a-z]+(?:[- ][a-z]+)*")


def verb_findings(path: Path = VERBS) -> Iterator[tuple[str, str]]:
    """Yield (field, sentence) for everything that is wrong with the verbs."""
    try:
        listed = levels(path)
    except KeyError as error:
        yield FIELD, f"{path.name}: there is no level {error}"
        return
    for strength in Strength:
        if strength not in listed:
            yield FIELD, f"{path.name}: the level {strength.name} is missing"
    owners: dict[str, str] = {}
    for strength, (_, verbs) in sorted(listed.items()):
        for base in verbs:
            for problem in _one(base, f"{strength.name} {base}", owners):
                yield FIELD, problem


def _one(base: str, named: str, owners: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with one verb, and note its base as taken."""
    if not _BASE.fullmatch(base) or len(base) < 3:
        yield f"{named}: is not a base form in small letters"
    if len(base.split()) > LONGEST:
        yield f"{named}: has more than {LONGEST} words"
    if base in owners:
        yield f"{named}: is also {owners[base]}"
    owners[base] = named


def verb_counts(path: Path = VERBS) -> Iterator[str]:
    """Yield how many verbs there are, in words."""
    listed = levels(path)
    yield f"{'verbs':24} " + ", ".join(
        f"{len(verbs)} {strength.name.lower()}" for strength, (_, verbs) in listed.items()
    )
