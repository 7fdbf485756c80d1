"""How well Mosaic reads, on labelled material: precision, recall and F1 with sample sizes.

script/evaluate [--split development|test|all] [--only skills|occupations|resumes|facts|postings|ranking|answers|safety] [--slips]
script/evaluate --set skills FOLDER        (or another set) one's own labelled files; formats in tests/evaluation/README.md
script/evaluate --write                    puts the figures of both splits into docs/measurements.md, those of the test part on /how-good-is-this/
"""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from tests.evaluation import safety
from tests.evaluation.page import MEASUREMENTS, PAGE, page_data, section, with_section
from tests.evaluation.sets import SETS, Rows

SPLITS = ("development", "test")
SAFETY = "safety"
"""Counted in misses and false alarms instead of precision and recall, and not published with the other figures."""


def measure(name: str, split: str, folder: Path | None = None) -> Rows:
    """Return the rows of one set."""
    run, home = SETS[name]
    return run(split, folder or home)


def printed(title: str, rows: Rows, *, slips: bool) -> str:
    """Return the rows as a table for a terminal."""
    lines = [title, f"{'':34}{'precision':>10}{'recall':>8}{'F1':>8}{'found':>7}{'n':>6}"]
    for name, tally in rows.items():
        found = tally.right + tally.wrong
        lines.append(f"{name:34}{tally.precision:10.3f}{tally.recall:8.3f}{tally.f1:8.3f}{found:7}{tally.size:6}")
    if slips:
        lines += ["", *(slip for name, tally in rows.items() if name.startswith("in ") for slip in tally.slips)]
    return "\n".join([*lines, ""])


def write(names: list[str]) -> None:
    """Measure both splits and put the table into the page, leaving the rest of the page alone."""
    measured = {split: {name: measure(name, split) for name in names} for split in SPLITS}
    text = MEASUREMENTS.read_text(encoding="utf-8")
    today = datetime.now(tz=UTC).date()
    MEASUREMENTS.write_text(with_section(text, section(measured, today)), encoding="utf-8")
    PAGE.write_text(page_data(measured["test"], today), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=(*SPLITS, "all"), default="all")
    parser.add_argument("--only", choices=(*SETS, SAFETY), action="append")
    parser.add_argument("--set", nargs=2, action="append", metavar=("NAME", "FOLDER"), default=[])
    parser.add_argument("--slips", action="store_true", help="also print each miss and each false find")
    parser.add_argument("--write", action="store_true", help="write the table into docs/measurements.md")
    arguments = parser.parse_args()
    for name, folder in arguments.set:
        if name not in (*SETS, SAFETY) or not Path(folder).is_dir():
            parser.error(f"--set takes one of {', '.join(SETS)} and a folder; {name} {folder} is not")
    return arguments


def _asked(names: list[str], own: list[tuple[str, str]]) -> list[tuple[str, Path]]:
    """Return the sets to measure with their folders: one's own when any are given."""
    if own:
        return [(name, Path(folder)) for name, folder in own if name != SAFETY]
    return [(name, SETS[name][1]) for name in names]


def main() -> None:
    """Print or write the figures."""
    arguments = _arguments()
    names = [name for name in arguments.only or SETS if name != SAFETY]
    if arguments.write:
        write(names)
        return
    own = {name: Path(folder) for name, folder in arguments.set}
    if SAFETY in (own or arguments.only or (SAFETY,)):
        print(safety.report(own.pop(SAFETY, None)))
    for name, folder in _asked(names, arguments.set):
        title = f"{name} ({arguments.split}, {folder.name})"
        print(printed(title, measure(name, arguments.split, folder), slips=arguments.slips))


if __name__ == "__main__":
    main()
