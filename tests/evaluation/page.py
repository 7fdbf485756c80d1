"""What `script/evaluate --write` keeps: a section of docs/measurements.md and the data of a page."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tests.evaluation.sets import Rows
from tests.resumes.tally import Tally

ROOT = Path(__file__).resolve().parents[2]
MEASUREMENTS = ROOT / "docs" / "measurements.md"
PAGE = ROOT / "mosaic" / "data" / "measured.json"
SENTENCES = ("skills", "occupations")
BEGIN, END = "<!-- evaluate: begin -->", "<!-- evaluate: end -->"
_INTRODUCTION = """## Reading what people write

`script/evaluate --write`, {today}. Precision, recall and F1; n is how many there are to find. The sentences (`tests/evaluation/sentences/`) are written in
everyday words for {fields} fields of work and are no names of the lexicon; the development part may be looked at while rules change, the test part not. Postings (`tests/evaluation/postings/`) and rankings
(`tests/evaluation/ranking/`) are invented too; expect less on material from elsewhere. *Pairs in order*, *NDCG@5* and *best comes first* are one figure each."""
_HEAD = "| {name} | development: precision | recall | F1 | n | test: precision | recall | F1 | n |\n|---|---|---|---|---|---|---|---|---|"


def section(measured: Mapping[str, Mapping[str, Rows]], today: date) -> str:
    """Return the tables of both splits, a table for each set."""
    development, test = measured["development"], measured["test"]
    fields = {row for name in SENTENCES for row in test.get(name, {}) if row.startswith("in ")}
    parts = [_INTRODUCTION.format(today=today.isoformat(), fields=len(fields))]
    for name, rows in development.items():
        wanted = [row for row in rows if not row.startswith("in ")]
        lines = [f"| {row} | {_cells(rows[row])} | {_cells(test[name][row])} |" for row in wanted]
        parts.append("\n".join([_HEAD.format(name=name), *lines]))
    return "\n\n".join(parts)


def page_data(measured: Mapping[str, Rows], today: date) -> str:
    """Return the figures of one split for `/how-good-is-this/`, as JSON."""
    sets = {
        name: [_figures(row, tally) for row, tally in rows.items() if not row.startswith("in ")]
        for name, rows in measured.items()
    }
    return json.dumps({"day": today.isoformat(), "sets": sets}, indent=1) + "\n"


def _figures(name: str, tally: Tally) -> dict[str, str | float]:
    figures = {"precision": round(tally.precision, 3), "recall": round(tally.recall, 3), "n": tally.size}
    return {"name": name, **figures}


def with_section(page: str, new: str) -> str:
    """Return the page with its own section replaced, or appended the first time."""
    block = f"{BEGIN}\n{new}\n{END}"
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if begin and end:
        return f"{before}{block}{after}"
    return f"{page.rstrip()}\n\n{block}\n"


def _cells(tally: Tally) -> str:
    return f"{tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f} | {tally.size}"
