"""Scores the résumé parser on files that other programs made.

python -m tests.resumes.brought.score [NAME ...]
"""

import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from mosaic.documents.child import read_bytes
from mosaic.documents.resume.parse import parse_resume
from tests.resumes.measure import GROUPS, measured
from tests.resumes.score import Scores, report
from tests.resumes.truth import Truth

HERE = Path(__file__).parent
TODAY = date(2026, 11, 21)


def brought() -> Iterator[tuple[Path, Truth]]:
    """Yield each file with what it says."""
    adapter = TypeAdapter(Truth)
    for path in sorted([*HERE.glob("*.pdf"), *HERE.glob("*.docx")]):
        yield path, adapter.validate_python(tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8")))


def score(*names: str) -> Scores:
    """Return how the parser does on the files of some names, or of all."""
    scores = Scores()
    for path, truth in brought():
        if not names or path.stem in names:
            parsed = parse_resume(read_bytes(path.read_bytes()), today=TODAY)
            scores.add(path.name, path.suffix, measured(truth, parsed, "brought"))
    return scores


def main() -> None:
    """Print the scores, and every slip."""
    scores = score(*sys.argv[1:])
    print(report(scores))
    for group in GROUPS:
        print("\n".join(f"{group:13} {slip}" for slip in scores.groups[group].slips))


if __name__ == "__main__":
    main()
