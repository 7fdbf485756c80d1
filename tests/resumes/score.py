"""Scores the résumé parser on invented people.

python -m tests.resumes.score [--split development|test|all] [--files text|pdf|docx] [--layout NAME] [--slips GROUP]
"""

import argparse
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mosaic.documents.child import read_bytes
from mosaic.documents.model import Document
from mosaic.documents.resume.parse import parse_resume
from tests.resumes.as_docx import as_docx
from tests.resumes.as_pdf import as_pdf
from tests.resumes.as_text import as_document
from tests.resumes.layouts import LAYOUTS, laid_out
from tests.resumes.measure import GROUPS, measured
from tests.resumes.sheets import Sheet
from tests.resumes.tally import Tally
from tests.resumes.truth import CASES, Case, Truth, cases

TODAY = date(2026, 11, 21)
_READERS = 2
Reader = Callable[[Sheet], Document]

FILES: dict[str, tuple[Reader, ...]] = {
    # As text: with wide gaps kept, and with every gap shrunk to one blank.
    "text": (as_document, lambda sheet: as_document(sheet, gap=" ")),
    "pdf": (lambda sheet: read_bytes(as_pdf(sheet)),),
    "docx": (lambda sheet: read_bytes(as_docx(sheet)),),
}


@dataclass
class Scores:
    """Tallies by field group, and by layout and field group."""

    groups: dict[str, Tally] = field(default_factory=lambda: {group: Tally() for group in GROUPS})
    layouts: dict[str, dict[str, Tally]] = field(default_factory=dict)
    documents: int = 0
    seconds: float = 0.0

    def add(self, where: str, layout: str, tallies: dict[str, Tally]) -> None:
        """Count the tallies of one document."""
        self.documents += 1
        by_layout = self.layouts.setdefault(layout, {group: Tally() for group in GROUPS})
        for group, tally in tallies.items():
            tally.slips = [f"{where:45} {slip}" for slip in tally.slips]
            self.groups[group].add(tally)
            by_layout[group].add(tally)


def score(split: str, files: str = "text", layouts: tuple[str, ...] = tuple(LAYOUTS), folder: Path = CASES) -> Scores:
    """Return how the parser does on the cases of a split, each in all layouts."""
    scores = Scores()
    with ThreadPoolExecutor(_READERS) as pool:
        for case, layout, truth, document in pool.map(_read, _wanted(split, files, layouts, folder)):
            begin = time.perf_counter()
            parsed = parse_resume(document, today=TODAY)
            scores.seconds += time.perf_counter() - begin
            scores.add(f"{case.name}/{layout}", layout, measured(truth, parsed, layout))
    return scores


def _wanted(split: str, files: str, layouts: tuple[str, ...], folder: Path) -> Iterator[tuple[Case, str, Reader]]:
    for case in cases(split, folder):
        for layout in layouts:
            for reader in FILES[files]:
                yield case, layout, reader


def _read(job: tuple[Case, str, Reader]) -> tuple[Case, str, Truth, Document]:
    case, layout, reader = job
    sheet, truth = laid_out(case, layout)
    return case, layout, truth, reader(sheet)


def report(scores: Scores) -> str:
    """Return the scores as a table."""
    rows = [f"{'group':14}{'precision':>10}{'recall':>8}{'F1':>8}{'n':>7}"]
    rows += [f"{group:14}{t.precision:10.3f}{t.recall:8.3f}{t.f1:8.3f}{t.size:7}" for group, t in scores.groups.items()]
    rows += ["", f"{'F1 by layout':16}" + "".join(f"{group[:9]:>10}" for group in GROUPS)]
    rows += [
        f"{layout:16}" + "".join(f"{groups[group].f1:10.3f}" for group in GROUPS)
        for layout, groups in scores.layouts.items()
    ]
    per = 1000 * scores.seconds / max(1, scores.documents)
    return "\n".join([*rows, "", f"{scores.documents} documents, {per:.1f} ms each to parse"])


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("development", "test", "all"), default="all")
    parser.add_argument("--files", choices=tuple(FILES), default="text")
    parser.add_argument("--layout", choices=tuple(LAYOUTS), action="append")
    parser.add_argument("--slips", choices=GROUPS)
    arguments = parser.parse_args()
    scores = score(arguments.split, arguments.files, tuple(arguments.layout or LAYOUTS))
    print(report(scores))
    if arguments.slips:
        print("\n".join(scores.groups[arguments.slips].slips))


if __name__ == "__main__":
    main()
