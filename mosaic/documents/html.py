"""HTML and XHTML: what a person would see, block by block; scripts, styles and hidden parts are dropped."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from mosaic.documents.headings import marked
from mosaic.documents.html_source import source_of, without_traps
from mosaic.documents.limits import Limits
from mosaic.documents.model import BlockKind, FileKind, Outcome
from mosaic.documents.parts import Part, Reading, Run
from mosaic.documents.refusal import Refusal
from mosaic.documents.tables import row_parts

LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "object",
        "select",
        "datalist",
        "button",
        "nav",
        "canvas",
        "audio",
        "video",
    ]
)
_BLOCK_NAMES = "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form header hr legend li main ol p pre section summary table tbody td tfoot th thead tr ul"
BLOCKS = frozenset(_BLOCK_NAMES.split())
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
VOID = frozenset(_VOID_NAMES.split())
CELLS = frozenset(["td", "th"])
BOLD = frozenset(["b", "strong", "th"])
SPACED = frozenset(["p", "section", "article", "table", "ul", "ol", "hr", "header", "footer"])
SIZES = {"h1": 24.0, "h2": 18.0, "h3": 14.0, "h4": 12.0, "h5": 12.0, "h6": 12.0}
PLAIN_SIZE = 12.0
DEEPEST = 200
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")


def read(data: bytes, limits: Limits) -> Reading:
    """Read HTML. Raises Refusal, also when the page shows no words at all."""
    text = source_of(data)
    if text is None:
        raise Refusal(Outcome.UNSUPPORTED)
    reader = _Reader()
    reader.feed(without_traps(text))
    reader.close()
    parts = reader.parts()
    if not any(part.text.strip() for part in parts):
        raise Refusal(Outcome.DAMAGED, FileKind.HTML)
    return Reading(marked(parts))


@dataclass(slots=True)
class _Row:
    """An open row: how many tables it is inside of, and its cells."""

    depth: int
    cells: list[list[Part]]


class _Reader(HTMLParser):
    """Collects paragraphs; the cells of a row are collected apart and put together at its end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self._left_out: list[str] = []
        self._urls: list[str] = []
        self._runs: list[Run] = []
        self._kind = BlockKind.PARAGRAPH
        self._gap = False
        self._sinks: list[list[Part]] = [[]]
        self._tables = 0
        self._rows: list[_Row] = []

    def parts(self) -> list[Part]:
        """Return everything collected."""
        self._flush()
        self._end_rows(0)
        return self._sinks[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        known = {name: value or "" for name, value in attrs}
        if self._left_out or tag in LEFT_OUT or "hidden" in known or _HIDDEN.search(known.get("style", "")):
            if tag not in VOID:
                self._left_out.append(tag)
            return
        if tag == "br":
            self._runs.append(Run("\n"))
        if tag in BLOCKS or tag in HEADINGS:
            self._begin_block(tag)
        if tag == "a":
            self._urls.append(known.get("href", ""))
        if tag not in VOID and len(self._open) < DEEPEST:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, if it is open at all."""
        if self._left_out:
            self._close_left_out(tag)
            return
        if tag == "a" and self._urls:
            self._urls.pop()
        if tag in BLOCKS or tag in HEADINGS:
            self._flush()
            self._gap = self._gap or tag in SPACED
            self._end_inside(tag)
        if tag in self._open[-40:]:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Take words; line ends in the source count only in preformatted text."""
        if self._left_out:
            return
        text = data if "pre" in self._open else _SPACES.sub(" ", data)
        heading = next((tag for tag in reversed(self._open) if tag in HEADINGS), "")
        bold = bool(heading) or not BOLD.isdisjoint(self._open)
        self._runs.append(Run(text, bold, SIZES.get(heading, PLAIN_SIZE), self._urls[-1] if self._urls else ""))

    def _close_left_out(self, tag: str) -> None:
        if tag in self._left_out:
            while self._left_out.pop() != tag:
                pass

    def _begin_block(self, tag: str) -> None:
        self._flush()
        self._gap = self._gap or tag in SPACED or tag in HEADINGS
        if tag == "table":
            self._tables += 1
        elif tag == "tr":
            self._end_rows(self._tables)
            self._rows.append(_Row(self._tables, []))
        elif tag in CELLS and self._rows:
            self._end_cell()
            self._sinks.append([])
            self._rows[-1].cells.append(self._sinks[-1])
        if tag in HEADINGS:
            self._kind = BlockKind.HEADING
        elif tag == "li":
            self._kind = BlockKind.BULLET

    def _end_inside(self, tag: str) -> None:
        """Close what ends with an element: a cell, a row, or all rows of a table."""
        if tag in CELLS:
            self._end_cell()
        elif tag in {"tr", "table"} and self._tables:
            self._end_rows(self._tables)
            self._tables -= tag == "table"

    def _end_cell(self) -> None:
        if self._rows and self._rows[-1].cells and self._sinks[-1] is self._rows[-1].cells[-1]:
            self._sinks.pop()

    def _end_rows(self, depth: int) -> None:
        """Put the rows together that are open in this table or deeper."""
        while self._rows and self._rows[-1].depth >= depth:
            self._end_cell()
            self._sinks[-1].extend(row_parts(self._rows.pop().cells))

    def _flush(self) -> None:
        """End the paragraph that is being collected."""
        if any(run.text.strip() for run in self._runs):
            self._sinks[-1].append(Part(self._kind, tuple(self._runs), after_gap=self._gap))
            self._gap = False
            self._kind = BlockKind.PARAGRAPH
        self._runs = []
