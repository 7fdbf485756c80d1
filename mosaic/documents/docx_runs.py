"""The words of a Word paragraph: runs, fields, links; deletions left out, insertions kept."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from mosaic.documents.model import BlockKind
from mosaic.documents.ooxml import Look, Package, look_of
from mosaic.documents.parts import Part, Run
from mosaic.documents.trees import value_of

# What a run holds, besides text, as letters.
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
LEFT_OUT = frozenset(["del", "moveFrom", "Fallback", "delText", "instrText", "rPr", "pPr", "sdtPr", "numPr", "object"])
PAGE_FIELDS = frozenset(["PAGE", "NUMPAGES", "SECTIONPAGES"])
_HYPERLINK = re.compile(r'HYPERLINK\s+"([^"]*)"')
FIELD_DEPTH = 50


class Walker:
    """Reads paragraphs, one after the other. Fields may reach over several of them."""

    def __init__(self, package: Package, links: Mapping[str, str]) -> None:
        self._package, self._links = package, links
        self._runs: list[Run] = []
        self._boxes: list[Element] = []
        self._fields: list[str] = []
        self._shown: list[bool] = []
        self._base = Look()

    def paragraph(self, element: Element) -> Part:
        """Return a paragraph's words and kind."""
        properties = element.find("pPr")
        style = self._package.looks.get(value_of(properties, "pStyle") or "", Look())
        self._base, self._runs = style, []
        self._walk(element, "")
        own = value_of(properties, "numPr/numId")
        numbered = style.numbered if own is None else own
        is_list = self._package.is_list(numbered, value_of(properties, "numPr/ilvl") or style.level)
        outline = value_of(properties, "outlineLvl") or "9"
        kind = BlockKind.BULLET if is_list else BlockKind.PARAGRAPH
        is_heading = style.is_heading or outline < "9"
        return Part(BlockKind.HEADING if is_heading else kind, tuple(self._runs))

    def taken_boxes(self) -> list[Element]:
        """Hand over the text boxes met since the last call."""
        boxes, self._boxes = self._boxes, []
        return boxes

    def _walk(self, element: Element, url: str) -> None:
        for child in element:
            if child.tag == "r":
                self._run(child, url)
            elif child.tag == "hyperlink":
                self._walk(child, self._links.get(child.get("id", ""), ""))
            elif child.tag == "fldSimple":
                self._simple_field(child, url)
            elif child.tag not in LEFT_OUT:
                self._walk(child, url)

    def _simple_field(self, element: Element, url: str) -> None:
        words = (element.get("instr") or "").split()
        if not words or words[0].upper() not in PAGE_FIELDS:
            self._walk(element, url)

    def _run(self, run: Element, url: str) -> None:
        properties = run.find("rPr")
        hidden = None if properties is None else properties.find("vanish")
        if hidden is not None and hidden.get("val") not in {"0", "false"}:
            return
        letters = "".join(self._letters(child) for child in run)
        if letters:
            self._runs.append(self._looked(letters, properties, url or self._field_url()))

    def _letters(self, element: Element) -> str:
        """Return what an element of a run shows, and take note of fields and text boxes."""
        if element.tag == "fldChar":
            self._field(element.get("fldCharType", ""))
        elif element.tag == "instrText" and self._fields:
            self._fields[-1] += element.text or ""
        elif element.tag in {"drawing", "pict", "AlternateContent"}:
            self._find_boxes(element)
        if self._is_unseen():
            return ""
        if element.tag == "t":
            return (element.text or "").replace("\n", " ")
        return _symbol(element) if element.tag == "sym" else SIGNS.get(element.tag, "")

    def _field(self, kind: str) -> None:
        if kind == "begin" and len(self._fields) < FIELD_DEPTH:
            self._fields.append("")
            self._shown.append(False)
        elif kind == "separate" and self._fields:
            self._shown[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()
            self._shown.pop()

    def _is_unseen(self) -> bool:
        """Whether we are in a field's instruction, or in a page number."""
        if not all(self._shown):
            return True
        return any(field.split()[0].upper() in PAGE_FIELDS for field in self._fields if field.split())

    def _field_url(self) -> str:
        found = [match[1] for field in self._fields if (match := _HYPERLINK.search(field))]
        return found[-1] if found else ""

    def _find_boxes(self, element: Element) -> None:
        for child in element:
            if child.tag == "txbxContent":
                self._boxes.append(child)
            elif child.tag != "Fallback":
                self._find_boxes(child)

    def _looked(self, letters: str, properties: Element | None, url: str) -> Run:
        own = look_of(properties)
        named = self._package.looks.get(value_of(properties, "rStyle") or "-", Look())
        looks = (own, named, self._base, self._package.plain)
        bold = next((look.bold for look in looks if look.bold is not None), False)
        size = next((look.size for look in looks if look.size is not None), 0.0)
        return Run(letters, bold, size, url)


def _symbol(element: Element) -> str:
    """A letter of a symbol font: a list mark as far as anybody can tell."""
    code = element.get("char", "")
    is_code = 0 < len(code) <= 6 and all(digit in "0123456789abcdefABCDEF" for digit in code)
    return chr(min(int(code, 16), 0x10FFFF)) if is_code else ""
