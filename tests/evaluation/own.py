"""Labelled sentences about everything but skills and occupations. The format is in README.md."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.domain.pay import period_of
from mosaic.facts.domain.reading import read_own_words
from mosaic.facts.domain.sums import sums_said
from mosaic.lexicon.words import keys_of
from tests.resumes.score import TODAY
from tests.resumes.tally import Tally

OWN_WORDS = Path(__file__).parent / "own_words"
KINDS = {
    FactKind.EXPERIENCE: "years",
    FactKind.EDUCATION: "education",
    FactKind.LANGUAGE: "languages",
    FactKind.GOAL: "goals",
    FactKind.INTEREST: "interests",
    FactKind.LOCATION: "place",
    FactKind.REMOTE: "remote",
    FactKind.HOURS: "hours",
    FactKind.PAY: "pay",
    FactKind.CONSTRAINT: "duties",
    FactKind.WORK_PERMISSION: "permission",
}
IN_WORDS = ("goals", "interests", "duties", "education")
Values = tuple[str, ...]


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Told:
    """A sentence with what a careful reader takes from it, by kind; values as README.md says."""

    text: str
    split: Literal["development", "test"] = "test"
    years: Values = ()
    education: Values = ()
    languages: Values = ()
    goals: Values = ()
    interests: Values = ()
    place: Values = ()
    remote: Values = ()
    hours: Values = ()
    pay: Values = ()
    duties: Values = ()
    permission: Values = ()
    also: Values = ()

    def of(self, kind: str) -> Values:
        """Return the true values of one kind."""
        values: Values = getattr(self, kind)
        return values

    def also_of(self, kind: str) -> Values:
        """Return the values of one kind that do not count."""
        return tuple(one.removeprefix(f"{kind} ") for one in self.also if one.startswith(f"{kind} "))


_ROW = TypeAdapter(Told)


def told_in(folder: Path, split: str = "all") -> list[Told]:
    """Return the sentences of all files of a folder."""
    lines = (line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines())
    rows = [_ROW.validate_python(json.loads(line)) for line in lines if line.strip()]
    return [row for row in rows if split in {"all", row.split}]


def read(text: str) -> dict[str, list[str]]:
    """Return what the product takes from a sentence, in the terms of the labels."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS.values()}
    for one in read_own_words(text, today=TODAY):
        if one.kind in KINDS:
            found[KINDS[one.kind]].append(_value(one))
    return found


def _value(one: Found) -> str:
    value = _VALUES.get(one.kind)
    return value(one) if value else one.label


def _coded(one: Found) -> str:
    return " ".join(filter(None, (one.polarity, one.lexicon_id, one.aspect)))


def _hours(one: Found) -> str:
    return f"most {one.amount:g}" if one.amount else f"{one.polarity} {one.lexicon_id}"


def _pay(one: Found) -> str:
    said = next(each for each in sums_said(one.label) if float(each.amount) == one.amount)
    period = period_of(one.label[said.end :], one.amount)
    return f"{one.amount:g} {said.currency or '?'} {period or '?'}"


def _place(one: Found) -> str:
    match one.lexicon_id:
        case "":
            return f"near {one.label.casefold()}"
        case "minutes" | "miles":
            return f"{one.lexicon_id} {one.amount:g}"
        case "moving":
            return f"{one.polarity} moving"
        case code:
            return code.replace("-", " ") if code == "walking-distance" else "on a bus route"


_VALUES: dict[FactKind, Callable[[Found], str]] = {
    FactKind.EXPERIENCE: lambda one: f"{one.amount:g}",
    FactKind.EDUCATION: lambda one: f"{one.polarity} {one.lexicon_id} {one.label}",
    FactKind.PAY: _pay,
    FactKind.LANGUAGE: _coded,
    FactKind.WORK_PERMISSION: _coded,
    FactKind.HOURS: _hours,
    FactKind.REMOTE: lambda one: f"{one.polarity} {one.lexicon_id}",
    FactKind.LOCATION: _place,
}


def compared(told: Told, found: dict[str, list[str]], kind: str) -> Tally:
    """Compare what is true of one kind with what was found."""
    left = list(found[kind])
    tally = Tally()
    for true in told.of(kind):
        match = next((one for one in left if _same(kind, true, one)), None)
        if match is None:
            tally.missed += 1
            tally.slips.append(f"missed {kind}: {true:30} {told.text}")
        else:
            left.remove(match)
            tally.right += 1
    left = [one for one in left if not any(_same(kind, each, one) for each in told.also_of(kind))]
    tally.wrong = len(left)
    tally.slips += [f"found  {kind}: {one:30} {told.text}" for one in left]
    return tally


def _same(kind: str, true: str, found: str) -> bool:
    """Whether two values say the same: codes to the letter, the person's words when one holds all words of the other."""
    if kind not in IN_WORDS:
        return true == found
    one, other = set(keys_of(true)), set(keys_of(found))
    if kind == "education":
        return true.split()[:2] == found.split()[:2] and one - set(keys_of(" ".join(true.split()[:2]))) <= other
    return one <= other or other <= one
