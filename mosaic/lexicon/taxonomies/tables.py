"""Reads tables row by row: comma- or tab-separated text, and the first sheet of a workbook."""

import csv
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from mosaic.lexicon.taxonomies.official import Heard, TaxonomyError

BLOCK = 64 * 1024
MOST_ROWS = 2_000_000
MOST_STRINGS = 1_000_000
PROGRESS = 10_000
STRINGS, SHEET = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
_COLUMN = re.compile(r"[A-Z]+")

Row = Mapping[str, str]


def rows_of(path: Path, needed: Sequence[str], heard: Heard) -> Iterator[Row]:
    """Yield the rows of a table by column name. Raises TaxonomyError when it is not the table it should be."""
    lines = _workbook(path) if path.suffix == ".xlsx" else _text(path)
    head = next(lines, None)
    missing = [name for name in needed if name not in (head or ())]
    if head is None or missing:
        has = ", ".join(name for name in head or () if name)[:300] or "nothing"
        raise TaxonomyError(
            f"{path.name} lacks the column {' and '.join(missing)}; it has: {has}. Is it the official file, unchanged?"
        )
    count = 0
    for count, line in enumerate(lines, start=1):
        if count > MOST_ROWS:
            raise TaxonomyError(f"{path.name} has more than {MOST_ROWS:,} rows; that is not the official file.")
        if count % PROGRESS == 0:
            heard(path.name, count)
        row = dict(zip(head, line, strict=False))
        yield {name: row.get(name, "") for name in head}
    heard(path.name, count)


def _text(path: Path) -> Iterator[Sequence[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            # O*NET's text files are separated by tabs and quote nothing.
            if path.suffix == ".txt":
                yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            else:
                yield from csv.reader(file)
    except UnicodeDecodeError as error:
        raise TaxonomyError(
            f"{path.name} is not in UTF-8 (byte {error.start}). Download it again, or save it as UTF-8."
        ) from error
    except csv.Error as error:
        raise TaxonomyError(f"{path.name} is not a table of text: {error}.") from error


def _workbook(path: Path) -> Iterator[Sequence[str]]:
    try:
        with zipfile.ZipFile(path) as book:
            with book.open(STRINGS) as file:
                strings = [_words(one) for one in _strings(path, file)]
            with book.open(SHEET) as file:
                for row in _elements(file, "row", within="sheetData"):
                    yield _cells(row, strings)
    except (zipfile.BadZipFile, KeyError, ParseError, IndexError, ValueError, EOFError) as error:
        if isinstance(error, TaxonomyError):
            raise
        raise TaxonomyError(f"{path.name} is not a whole Excel workbook. Download it again.") from error


def _strings(path: Path, file: IO[bytes]) -> Iterator[Element]:
    for count, one in enumerate(_elements(file, "si", within="sst")):
        if count == MOST_STRINGS:
            raise TaxonomyError(f"{path.name} has more than {MOST_STRINGS:,} texts; that is not the official file.")
        yield one


def _elements(file: IO[bytes], name: str, *, within: str) -> Iterator[Element]:
    """Yield elements one after the other and forget each: a sheet of 10 MB needs no tree of 200 MB."""
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    parent: Element | None = None
    while block := file.read(BLOCK):
        parser.feed(block)
        for event, element in cast(Iterator[tuple[str, Element]], parser.read_events()):
            tag = element.tag.rpartition("}")[2]
            if event == "start" and tag == within:
                parent = element
            elif event == "end" and tag == name:
                yield element
                if parent is not None:
                    parent.clear()
    parser.close()


def _cells(row: Element, strings: Sequence[str]) -> list[str]:
    """Return the cells in their columns; a workbook leaves out the empty ones."""
    found: dict[int, str] = {}
    for place, cell in enumerate(row):
        letters = _COLUMN.match(cell.get("r", ""))
        column = _number(letters.group()) if letters else place
        if column < 100:
            words = _words(cell)
            found[column] = strings[int(words)] if cell.get("t") == "s" else words
    return [found.get(column, "") for column in range(max(found, default=-1) + 1)]


def _words(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter() if one.tag.rpartition("}")[2] in ("t", "v"))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
