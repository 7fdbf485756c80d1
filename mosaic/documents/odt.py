"""ODT: body, headers and footers, text boxes, tables, notes; what was deleted in a tracked change is left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from mosaic.documents.headings import marked
from mosaic.documents.limits import Limits
from mosaic.documents.margins import counts_pages
from mosaic.documents.model import BlockKind, FileKind, Outcome
from mosaic.documents.parts import Part, Reading, Run
from mosaic.documents.refusal import Refusal
from mosaic.documents.tables import row_parts
from mosaic.documents.trees import parse
from mosaic.documents.zips import Archive, open_archive

LEFT_OUT = frozenset(
    [
        "tracked-changes",
        "annotation",
        "page-number",
        "page-count",
        "sequence-decls",
        "table-of-content",
        "tracked-change",
        "desc",
        "title",
    ]
)
DEEPEST_STYLE, MOST_BLANKS = 12, 200
BOLD_FROM = 600
POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75}


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says; None where it says nothing."""

    bold: bool | None = None
    size: float | None = None


def read(data: bytes, limits: Limits) -> Reading:
    """Read an OpenDocument text. Raises Refusal."""
    archive = open_archive(data, limits)
    if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b""):
        raise Refusal(Outcome.ENCRYPTED, FileKind.ODT)
    content, notes = _tree(archive, "content.xml")
    notes = (*notes, *archive.notes)
    styles, _ = _tree(archive, "styles.xml")
    body = None if content is None else content.find("body")
    if content is None or body is None:
        raise Refusal(Outcome.DAMAGED, FileKind.ODT)
    pages = 1 + sum(1 for _ in body.iter("soft-page-break"))
    if pages > limits.pages:
        raise Refusal(Outcome.TOO_MANY_PAGES, FileKind.ODT)
    if any(name.startswith("Basic/") and name.endswith("script-lb.xml") for name in archive.names):
        notes = (*notes, "macros_ignored")
    reader = _Reader(_looks(content, styles))
    parts = [
        *reader.margins(styles, "header"),
        *reader.parts(body),
        *reader.margins(styles, "footer"),
        *reader.taken_notes(),
    ]
    return Reading(marked(parts), pages, notes)


class _Reader:
    """Reads blocks in their order; footnotes are kept for the end."""

    def __init__(self, looks: Mapping[str, Look]) -> None:
        self._looks = looks
        self._boxes: list[Element] = []
        self._notes: list[Element] = []
        self._gap = False

    def parts(self, root: Element, kind: BlockKind = BlockKind.PARAGRAPH) -> Iterator[Part]:
        """Yield the paragraphs, list items and rows below an element."""
        for element in root:
            if element.tag in {"p", "h"}:
                yield from self._paragraph(element, BlockKind.HEADING if element.tag == "h" else kind)
            elif element.tag == "list":
                yield from self.parts(element, BlockKind.BULLET)
            elif element.tag == "table-row":
                yield from row_parts([list(self.parts(cell)) for cell in element if cell.tag == "table-cell"])
            elif element.tag not in LEFT_OUT:
                yield from self.parts(element, kind)

    def margins(self, styles: Element | None, tag: str) -> list[Part]:
        """Return headers or footers, each once."""
        roots = [] if styles is None else list(styles.iter(tag))
        return list(
            {part.text: part for root in roots for part in self.parts(root) if not counts_pages(part.text)}.values()
        )

    def taken_notes(self) -> list[Part]:
        """Hand over the footnotes met since the last call."""
        notes, self._notes = self._notes, []
        return [part for note in notes for part in self.parts(note)]

    def _paragraph(self, element: Element, kind: BlockKind) -> Iterator[Part]:
        part = Part(kind, tuple(self._runs(element, self._look(element, Look()), "")))
        if part.text.strip():
            yield replace(part, after_gap=self._gap or kind is BlockKind.HEADING)
        self._gap = not part.text.strip()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            for inner in self.parts(box):
                yield replace(inner, column=inner.column + 1)

    def _runs(self, element: Element, look: Look, url: str) -> Iterator[Run]:
        yield self._run(_one_line(element.text), look, url)
        for child in element:
            if child.tag == "text-box":
                self._boxes.append(child)
            elif child.tag == "note":
                self._notes.extend(child.findall("note-body"))
            elif child.tag not in LEFT_OUT:
                yield self._run(_sign(child), look, url)
                yield from self._runs(
                    child, self._look(child, look), child.get("href", url) if child.tag == "a" else url
                )
            yield self._run(_one_line(child.tail), look, url)

    @staticmethod
    def _run(text: str, look: Look, url: str) -> Run:
        return Run(text, bool(look.bold), look.size or 0.0, url)

    def _look(self, element: Element, around: Look) -> Look:
        own = self._looks.get(element.get("style-name", ""), Look())
        return Look(around.bold if own.bold is None else own.bold, around.size if own.size is None else own.size)


def _one_line(text: str | None) -> str:
    """A line end in the XML is only a blank."""
    return (text or "").replace("\n", " ")


def _sign(element: Element) -> str:
    if element.tag == "s":
        count = element.get("c", "1")
        return " " * min(int(count) if count.isdecimal() else 1, MOST_BLANKS)
    return {"tab": "\t", "line-break": "\n"}.get(element.tag, "")


def _tree(archive: Archive, name: str) -> tuple[Element | None, tuple[str, ...]]:
    data = archive.read(name)
    return (None, ()) if data is None else parse(data)


def _looks(*roots: Element | None) -> dict[str, Look]:
    named = {style.get("name", ""): style for root in roots if root is not None for style in root.iter("style")}
    return {name: _inherited(named, name) for name in named}


def _inherited(named: Mapping[str, Element], name: str) -> Look:
    """Follow a style to its parents; the nearest word counts."""
    bold: bool | None = None
    size: float | None = None
    for _ in range(DEEPEST_STYLE):
        style = named.get(name)
        if style is None:
            break
        properties = style.find("text-properties")
        if properties is not None:
            bold = _bold(properties.get("font-weight", "")) if bold is None else bold
            size = _points(properties.get("font-size", "")) if size is None else size
        name = style.get("parent-style-name", "")
    return Look(bold, size)


def _bold(weight: str) -> bool | None:
    if not weight:
        return None
    return weight == "bold" or (weight.isdecimal() and int(weight) >= BOLD_FROM)


def _points(length: str) -> float | None:
    number, unit = length[:-2], length[-2:]
    is_number = number.replace(".", "", 1).isdecimal() and len(number) < 10
    return float(number) * POINTS[unit] if is_number and unit in POINTS else None
