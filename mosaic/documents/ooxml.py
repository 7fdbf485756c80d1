"""The inside of a Word file: its parts, how they point at each other, what its styles and lists look like."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from mosaic.documents.trees import parse, value_of
from mosaic.documents.zips import Archive

MAIN = "word/document.xml"
DEEPEST_STYLE = 12
_HEADING = re.compile(r"heading \d|title|subtitle", re.IGNORECASE)
_LIST = re.compile(r"list (?:bullet|number|paragraph)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says; None where it says nothing."""

    bold: bool | None = None
    size: float | None = None
    is_heading: bool = False
    numbered: str | None = None
    level: str = "0"


@dataclass(slots=True)
class Package:
    """An opened Word file."""

    archive: Archive
    main: str
    looks: Mapping[str, Look]
    plain: Look
    marks: Mapping[tuple[str, str], str]
    notes: list[str] = field(default_factory=list)

    def tree(self, name: str) -> Element | None:
        """Return a part as a tree, or None when there is no such part."""
        data = self.archive.read(name)
        if data is None:
            return None
        root, notes = parse(data)
        self.notes.extend(note for note in notes if note not in self.notes)
        return root

    def targets(self, name: str) -> dict[str, tuple[str, str]]:
        """Return what a part points at: kind and target by id."""
        folder, base = posixpath.split(name)
        root = self.tree(f"{folder}/_rels/{base}.rels".lstrip("/"))
        found = {}
        for relation in root if root is not None else ():
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target)
        return found

    def is_list(self, numbered: str | None, level: str) -> bool:
        """Whether a paragraph with this list id and level shows a mark."""
        return numbered not in {None, "0"} and self.marks.get((numbered or "", level), "bullet") != "none"


def open_package(archive: Archive) -> Package:
    """Read what the text of a Word file depends on."""
    package = Package(archive, MAIN, {}, Look(), {})
    for kind, target in package.targets("").values():
        if kind == "officeDocument" and target in archive.names:
            package.main = target
    parts = dict(package.targets(package.main).values())
    styles = package.tree(parts.get("styles", "word/styles.xml"))
    numbering = package.tree(parts.get("numbering", "word/numbering.xml"))
    package.plain = _plain(styles)
    package.looks = _looks(styles)
    package.marks = _marks(numbering)
    return package


def look_of(properties: Element | None) -> Look:
    """Read bold and size from run properties."""
    if properties is None:
        return Look()
    bold = properties.find("b")
    half_points = value_of(properties, "sz") or ""
    return Look(
        bold=None if bold is None else bold.get("val", "1") not in {"0", "false", "off"},
        size=float(half_points) / 2 if half_points.isdecimal() else None,
    )


def _plain(styles: Element | None) -> Look:
    defaults = None if styles is None else styles.find("docDefaults/rPrDefault/rPr")
    look = look_of(defaults)
    return Look(bold=look.bold or False, size=look.size or 10.0)


def _looks(styles: Element | None) -> dict[str, Look]:
    named = {style.get("styleId", ""): style for style in (styles.findall("style") if styles is not None else ())}
    looks = {name: _inherited(named, name) for name in named}
    usual = [name for name, style in named.items() if style.get("default") == "1" and style.get("type") == "paragraph"]
    return looks | {"": looks[usual[0]]} if usual else looks


def _inherited(named: Mapping[str, Element], name: str) -> Look:
    """Follow a style to the ones it is based on; the nearest word counts."""
    found = Look()
    for _ in range(DEEPEST_STYLE):
        style = named.get(name)
        if style is None:
            break
        own = look_of(style.find("rPr"))
        outline = value_of(style, "pPr/outlineLvl") or "9"
        title = value_of(style, "name") or ""
        found = Look(
            bold=own.bold if found.bold is None else found.bold,
            size=own.size if found.size is None else found.size,
            is_heading=found.is_heading or outline < "9" or bool(_HEADING.fullmatch(title)),
            numbered=found.numbered
            or value_of(style, "pPr/numPr/numId")
            or ("style" if _LIST.match(title) and "aragraph" not in title else None),
            level=found.level if found.numbered else value_of(style, "pPr/numPr/ilvl") or "0",
        )
        name = value_of(style, "basedOn") or ""
    return found


def _marks(numbering: Element | None) -> dict[tuple[str, str], str]:
    """Return the kind of mark by list id and level."""
    if numbering is None:
        return {}
    shapes = {shape.get("abstractNumId"): shape for shape in numbering.findall("abstractNum")}
    found = {}
    for number in numbering.findall("num"):
        shape = shapes.get(value_of(number, "abstractNumId"))
        for level in shape.findall("lvl") if shape is not None else ():
            found[number.get("numId", ""), level.get("ilvl", "0")] = value_of(level, "numFmt") or "bullet"
    return found
