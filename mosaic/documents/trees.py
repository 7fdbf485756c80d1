"""XML that cannot reach outside: no document type, no entities, names without their namespaces."""

import re
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from mosaic.documents.model import REPAIRED, Outcome
from mosaic.documents.refusal import Refusal

_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d+|#[xX][\da-fA-F]+);)[^;\s<&]{1,64};")


def parse(data: bytes) -> tuple[Element, tuple[str, ...]]:
    """Return the root and notes on what was left out or repaired. Raises Refusal when there is no root."""
    notes: tuple[str, ...] = ()
    if b"<!DOCTYPE" in data:
        data, notes = _ENTITY.sub(b"", _DOCTYPE.sub(b"", data)), ("entities_ignored",)
    builder = TreeBuilder()
    parser = XMLParser(target=builder)  # noqa: S314  # fetches nothing, and document types are cut off above
    try:
        parser.feed(data)
        parser.close()
    except (ParseError, ValueError, LookupError):
        notes = (*notes, REPAIRED)
    root = _root(builder)
    for element in root.iter():
        element.tag = _local(element.tag)
        element.attrib = {_local(name): value for name, value in element.attrib.items()}
    return root, notes


def value_of(element: Element | None, path: str, name: str = "val") -> str | None:
    """Return an attribute of a descendant, or None when either is missing."""
    found = None if element is None else element.find(path)
    return None if found is None else found.get(name)


def _root(builder: TreeBuilder) -> Element:
    """Return what was built, even when the end of the file is missing."""
    try:
        root: Element | None = builder.close()
    except AssertionError:
        root = None
    if root is None:
        raise Refusal(Outcome.DAMAGED)
    return root


def _local(name: str) -> str:
    return name.rpartition("}")[2]
