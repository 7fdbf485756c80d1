"""What somebody most likely did who says where they worked and names no job: “nights at a care home”, “ran my own shop”."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from mosaic.lexicon.phrases import Finder, Mention
from mosaic.lexicon.store import DATA
from mosaic.lexicon.words import keys_of

FILE = "workplaces.toml"
KINDS = ("at", "own", "called")
# Between the words for working and the place: “worked *nights for a big* supermarket”.
_ABOUT = r"(?:\s+[\w'’-]+){0,4}?"
_PLACED = r"\s+(?:in|at|on|for|down|behind|round)(?:\s+(?:an?|the|my|our|this|that|one|some|various|different|several))?(?:\s+(?!to\b)[\w'’-]+){0,2}\s*$"
_WORKED = re.compile(
    r"\b(?:work(?:ed|ing)?|jobs?|employed|(?:night |day |double )?shifts?|nights|weekends|saturdays?|evenings|earlies|lates|"
    rf"years|yrs|months|summers?|winters?|seasons?|stint|temp(?:ed|ing)|served)\b{_ABOUT}{_PLACED}|\bjoined the\s*$",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:\b(?:own(?:ed)?|opened)\s+(?:an?|my|our|the)(?:\s+own)?|\b(?:my|our) own|\b(?:ran|had|kept|run|running|have) (?:my|our)(?: own)?)"
    r"(?:\s+[\w'’-]+){0,2}\s*$",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:want|wants|would like|would love|['’]d (?:like|love)|hop(?:e|ed|ing)|dream\w*|plan\w*|thinking|going to|wish|saving|one day|some day|someday)\b",
    re.IGNORECASE,
)
_NOT_THE_WRITER = re.compile(
    r"\b(?:he|she|they|his|her|their|who|(?:my|our) (?:\w+ )?(?:mum|mom|mam|mother|dad|father|nan|gran|grandma|grandad|"
    r"sister|brother|son|daughter|husband|wife|partner|ex|friend|mate|uncle|aunt|auntie|cousin|boss|neighbou?r))\b",
    re.IGNORECASE,
)


# A cheap look before a costly one: most sentences hold neither.
_OF_WORK = re.compile(
    r"work|job|employed|shift|nights|weekends|saturday|evenings|earlies|lates|years|yrs|months|summer|winter|season|stint|temp|served|joined",
    re.IGNORECASE,
)
_OF_OWNING = re.compile(r"\bown|opened|\b(?:ran|had|kept|run|running|have) (?:my|our)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one occupation: where one works for others, what one keeps oneself; and what one is called there."""

    at: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    id: str
    label: str
    aliases: tuple[str, ...]
    exact: tuple[str, ...] = ()


def places_by_occupation(path: Path = DATA / FILE) -> Mapping[str, Places]:
    """Return the file's places by the id of the occupation."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    return TypeAdapter(dict[str, Places]).validate_python(rows)


def occupations_at_work(text: str) -> Iterator[Mention]:
    """Yield the occupations of places where the writer says they worked."""
    if _OF_WORK.search(text):
        yield from _said(text, _finders()[0], _WORKED)


def occupations_owned(text: str) -> Iterator[Mention]:
    """Yield the occupations of places that the writer says they kept."""
    if _OF_OWNING.search(text):
        yield from _said(text, _finders()[1], _OWNED)


def _said(text: str, finder: Finder, said: re.Pattern[str]) -> Iterator[Mention]:
    for mention in finder.find(text):
        before = re.split(r"[.!?;:\n]", text[: mention.start])[-1]
        if said.search(before) and not _NOT_THE_WRITER.search(before) and not _WISHED.search(before):
            yield mention


def short_titles(text: str) -> list[Mention]:
    """Return the words that are titles if somebody says it of themselves: “nurse”, “foreman”."""
    return _finders()[2].find(text)


@cache
def _finders() -> tuple[Finder, Finder, Finder]:
    rows = places_by_occupation()
    at, own, called = (
        Finder(_Named(which, names[0], names[1:]) for which, places in rows.items() if (names := getattr(places, kind)))
        for kind in KINDS
    )
    return at, own, called


def workplace_findings(path: Path, occupations: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the file: an unknown occupation, a place that stands twice."""
    owners: dict[tuple[str, tuple[str, ...]], str] = {}
    for which, places in places_by_occupation(path).items():
        if which not in occupations:
            yield "workplaces", f"{which} is no occupation"
        for kind in KINDS:
            for name in getattr(places, kind):
                owner = owners.setdefault((kind, keys_of(name)), which)
                if owner != which:
                    yield "workplaces", f"“{name}” is said of {owner} and of {which}"
