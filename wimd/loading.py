"""From a prompt file to a version of the library."""

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from django.db import transaction

from wimd.domain.library import Row
from wimd.domain.rows import LONGEST, TAGS, faults_of
from wimd.models import PromptRow, PromptSet

FILE = Path(__file__).parent / "data" / "prompts.csv"
COLUMNS = ["id", "prompt", "completion", "tag"]


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
        state = "in use" if stored.is_active else "stored before and not in use; the admin can put it in use"
        return f"Prompts {sha256[:8]}: unchanged, {stored.count} rows, {state}."
    rows = rows_in(decoded(data))
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


def decoded(data: bytes) -> str:
    """Return a file's text; a mark of its byte order is left out. Raises PromptFileError for what is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PromptFileError([f"line {line}: this is not UTF-8; save the file in that encoding"]) from error


def rows_in(text: str) -> list[Row]:
    """Return the rows of a prompt file. Raises PromptFileError naming every line that is wrong."""
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    found: list[tuple[int, dict[str, str | None]]] = []
    try:
        _require_columns(reader.fieldnames)
        found.extend((reader.line_num, row) for row in reader)
    except csv.Error as error:
        raise PromptFileError([f"line {reader.line_num + 1}: {error}"]) from error
    seen: dict[tuple[str, str], int] = {}
    problems = [f"line {line}: {problem}" for line, row in found for problem in _problems(line, row, seen)]
    if not found:
        problems = ["line 2: there are no rows"]
    if problems:
        raise PromptFileError(problems)
    return [_row(row) for _, row in found]


def _require_columns(named: Sequence[str] | None) -> None:
    missing = [name for name in COLUMNS if name not in (named or ())]
    more = [name for name in named or () if name not in COLUMNS]
    if missing or more:
        said = [f"{', '.join(missing)} missing"] * bool(missing) + [f"{', '.join(more)} unknown"] * bool(more)
        raise PromptFileError([f"line 1: the columns are {', '.join(COLUMNS)}; {' and '.join(said)}"])


def _row(row: Mapping[str, str | None]) -> Row:
    cells = {name: (row[name] or "").strip() for name in COLUMNS}
    return Row(cells["id"], cells["prompt"], cells["completion"], cells["tag"])


def _problems(line: int, row: dict[str, str | None], seen: dict[tuple[str, str], int]) -> Iterator[str]:
    empty = [name for name in COLUMNS if not (row.get(name) or "").strip()]
    if empty or None in row:
        yield f"{', '.join(empty)} empty" if empty else "more cells than columns"
        return
    one = _row(row)
    for name, text in (("id", one.key), ("prompt", one.prompt), ("completion", one.completion)):
        first = seen.setdefault((name, text.casefold()), line)
        if first != line:
            yield f"the same {name} as in line {first}"
        if len(text) > LONGEST[name]:
            yield f"the {name} has {len(text)} characters, {LONGEST[name]} are the most"
    yield from (_said(fault) for fault in faults_of(one))


def _said(fault: str) -> str:
    code, _, words = fault.partition(":")
    return {
        "id": "an id is small letters and a number, such as boss-07",
        "tag": f"an unknown tag; the tags are {', '.join(sorted(TAGS))}",
        "questions": "the completion asks more than one question",
        "directive": f"the completion gives an order: “{words}”",
    }[code]
