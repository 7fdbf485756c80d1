"""DOCX and DOCM: headers, body, text boxes, tables, footnotes and footers, as they read once changes are accepted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from mosaic.documents.docx_runs import Walker
from mosaic.documents.headings import marked
from mosaic.documents.limits import Limits
from mosaic.documents.margins import counts_pages
from mosaic.documents.model import BlockKind, FileKind, Outcome
from mosaic.documents.ooxml import Package, open_package
from mosaic.documents.parts import Part, Reading
from mosaic.documents.refusal import Refusal
from mosaic.documents.tables import row_parts
from mosaic.documents.zips import open_archive

NOTES = ("footnotes", "endnotes")
SEPARATORS = frozenset(["separator", "continuationSeparator", "continuationNotice"])


def read(data: bytes, limits: Limits) -> Reading:
    """Read a Word file. Raises Refusal."""
    archive = open_archive(data, limits)
    package = open_package(archive)
    package.notes.extend(archive.notes)
    body = package.tree(package.main)
    if body is None:
        raise Refusal(Outcome.DAMAGED, FileKind.DOCX)
    if any(name.endswith("vbaProject.bin") for name in archive.names):
        package.notes.append("macros_ignored")
    pages = 1 + sum(1 for each in body.iter() if each.tag == "lastRenderedPageBreak")
    if pages > limits.pages:
        raise Refusal(Outcome.TOO_MANY_PAGES, FileKind.DOCX)
    targets = package.targets(package.main)
    parts = [
        *_margin(package, targets, body, "headerReference"),
        *_Body(package, package.main).parts(body),
        *_margin(package, targets, body, "footerReference"),
        *_footnotes(package, targets),
    ]
    return Reading(marked(parts), pages, tuple(package.notes))


def _margin(package: Package, targets: dict[str, tuple[str, str]], body: Element, kind: str) -> list[Part]:
    """Return headers or footers, each once however many sections show it."""
    names = dict.fromkeys(targets.get(each.get("id", ""), ("", ""))[1] for each in body.iter(kind))
    found: dict[str, Part] = {}
    for name in names:
        root = package.tree(name)
        for part in _Body(package, name).parts(root) if root is not None else ():
            if not counts_pages(part.text):
                found.setdefault(part.text, part)
    return list(found.values())


def _footnotes(package: Package, targets: dict[str, tuple[str, str]]) -> Iterator[Part]:
    for kind, name in targets.values():
        root = package.tree(name) if kind in NOTES else None
        for note in root if root is not None else ():
            if note.get("type") not in SEPARATORS:
                yield from _Body(package, name).parts(note)


class _Body:
    """Reads the blocks of one part of the package."""

    def __init__(self, package: Package, name: str) -> None:
        links = {key: target for key, (kind, target) in package.targets(name).items() if kind == "hyperlink"}
        self._walker = Walker(package, links)
        self._gap = False

    def parts(self, root: Element) -> Iterator[Part]:
        """Yield the paragraphs and rows below an element."""
        for element in root:
            if element.tag == "p":
                yield from self._paragraph(element)
            elif element.tag == "tbl":
                yield from self._table(element)
            elif element.tag not in {"del", "moveFrom", "Fallback"}:
                yield from self.parts(element)

    def _paragraph(self, element: Element) -> Iterator[Part]:
        part = self._walker.paragraph(element)
        if part.text.strip():
            yield replace(part, after_gap=self._gap or part.kind is BlockKind.HEADING)
        self._gap = not part.text.strip()
        for box in self._walker.taken_boxes():
            for inner in self.parts(box):
                yield replace(inner, column=inner.column + 1)

    def _table(self, table: Element) -> Iterator[Part]:
        for row in _within(table, "tr"):
            cells: Sequence[list[Part]] = [list(self.parts(cell)) for cell in _within(row, "tc")]
            yield from row_parts(cells)


def _within(element: Element, tag: str) -> Iterator[Element]:
    """Yield children of a kind, also those wrapped in content controls and insertions."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _within(child, tag)
