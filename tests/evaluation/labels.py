"""Labelled sentences: what a sentence says about the person who wrote it. The format is in README.md."""

import json
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

SENTENCES = Path(__file__).parent / "sentences"
Ids = tuple[str, ...]


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Sentence:
    """A sentence with the ids of the lexicon that a careful reader takes from it."""

    text: str
    split: Literal["development", "test"] = "test"
    has: Ids = ()
    wants: Ids = ()
    lacks: Ids = ()
    avoids: Ids = ()
    held: Ids = ()
    hoped: Ids = ()
    also: Ids = ()
    field: str = ""

    def skills(self) -> set[tuple[str, str]]:
        """Return (what is said, skill id)."""
        said = {"has": self.has, "wants": self.wants, "lacks": self.lacks, "avoids": self.avoids}
        return {(how, each) for how, ids in said.items() for each in ids}

    def occupations(self) -> set[tuple[str, str]]:
        """Return (what is said, occupation id)."""
        said = {"held": self.held, "hoped": self.hoped}
        return {(how, each) for how, ids in said.items() for each in ids}


_ROWS = TypeAdapter(list[Sentence])


def sentences_in(folder: Path, split: str = "all") -> list[Sentence]:
    """Return the sentences of all files of a folder, each with its file's name as its field of work."""
    found: list[Sentence] = []
    for path in sorted([*folder.glob("*.toml"), *folder.glob("*.jsonl")]):
        rows = [{"field": path.stem, **row} for row in _rows(path)]
        found += _ROWS.validate_python(rows)
    return [sentence for sentence in found if split in {"all", sentence.split}]


def _rows(path: Path) -> list[dict[str, object]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".toml":
        return list(tomllib.loads(text).get("sentence", []))
    return [json.loads(line) for line in text.splitlines() if line.strip()]
