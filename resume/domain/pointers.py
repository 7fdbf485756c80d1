"""Addresses inside a JSON document (RFC 6901): "/work/0/highlights/2"."""

from collections.abc import Iterator

JSON = dict[str, object]


def join(base: str, *parts: str | int) -> str:
    """Return the address of a part below `base`."""
    return base + "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def split(pointer: str) -> list[str]:
    """Return the parts of an address."""
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def at(document: object, pointer: str) -> object:
    """Return what stands at an address, or None when nothing does."""
    found = document
    for part in split(pointer):
        if isinstance(found, dict):
            found = found.get(part)
        elif isinstance(found, list) and part.isdecimal() and int(part) < len(found):
            found = found[int(part)]
        else:
            return None
    return found


def text_at(document: object, pointer: str) -> str:
    """Return the text at an address, or ""."""
    found = at(document, pointer)
    return found if isinstance(found, str) else ""


def leaves(node: object, here: str = "") -> Iterator[tuple[str, str]]:
    """Yield the address and words of every non-empty text below a node, in document order."""
    if isinstance(node, str):
        if node.strip():
            yield here, node
    elif isinstance(node, dict):
        for name, inner in node.items():
            yield from leaves(inner, join(here, name))
    elif isinstance(node, list):
        for place, inner in enumerate(node):
            yield from leaves(inner, join(here, place))


def is_within(pointer: str, outer: str) -> bool:
    """Whether an address is another one or below it."""
    return pointer == outer or pointer.startswith(outer + "/")


def parent_of(pointer: str) -> str:
    """Return the address one step up."""
    return pointer.rpartition("/")[0]
