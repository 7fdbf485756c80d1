"""From a prompt file to a version of the library."""

import csv
import hashlib
import io
from collections import Counter
from pathlib import Path

from django.db import transaction

from wimd.domain.library import Row
from wimd.models import PromptRow, PromptSet

FILE = Path(__file__).parent / "data" / "prompts.csv"
COLUMNS = ["id", "prompt", "completion", "tag"]
LONGEST = 600


class PromptFileError(ValueError):
    """A prompt file that cannot be used; every line says where and why."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@transaction.atomic
def load(path: Path = FILE) -> str:
    """Store a file as a version and make it the active one. Raises PromptFileError."""
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    stored = PromptSet.objects.filter(sha256=sha256).first()
    if stored:
        return f"Prompts {sha256[:8]}: unchanged, {stored.count} rows."
    rows = rows_in(data.decode("utf-8"))
    PromptSet.objects.filter(is_active=True).update(is_active=False)
    tags = dict(sorted(Counter(row.tag for row in rows).items()))
    stored = PromptSet.objects.create(sha256=sha256, count=len(rows), tags=tags, is_active=True)
    PromptRow.objects.bulk_create(
        PromptRow(prompt_set=stored, key=row.key, prompt=row.prompt, completion=row.completion, tag=row.tag)
        for row in rows
    )
    return f"Prompts {sha256[:8]}: {len(rows)} rows under {len(tags)} tags, now active."


@transaction.atomic
def use(chosen: PromptSet) -> None:
    """Let the coach speak from this version from now on. Loading the same files again does not undo it."""
    PromptSet.objects.filter(is_active=True).update(is_active=False)
    PromptSet.objects.filter(pk=chosen.pk).update(is_active=True)


def rows_in(text: str) -> list[Row]:
    """Return the rows of a prompt file. Raises PromptFileError naming every line that is wrong."""
    reader = csv.DictReader(io.StringIO(text))
    if reader.fieldnames != COLUMNS:
        raise PromptFileError([f"line 1: the columns are {', '.join(COLUMNS)}"])
    rows: list[Row] = []
    problems: list[str] = []
    seen: set[str] = set()
    for row in reader:
        problem = _problem(row, seen)
        if problem:
            problems.append(f"line {reader.line_num}: {problem}")
            continue
        seen.add(row["id"])
        rows.append(Row(row["id"], row["prompt"], row["completion"], row["tag"]))
    if problems:
        raise PromptFileError(problems)
    return rows


def _problem(row: dict[str, str | None], seen: set[str]) -> str:
    empty = [name for name in COLUMNS if not (row.get(name) or "").strip()]
    if empty or None in row:
        return f"{', '.join(empty)} is empty" if empty else "more cells than columns"
    if row["id"] in seen:
        return f"the id {row['id']} stands there twice"
    long = [name for name in ("prompt", "completion") if len(row[name] or "") > LONGEST]
    return f"{', '.join(long)} is longer than {LONGEST} characters" if long else ""
