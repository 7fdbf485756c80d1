"""What holds inside a group of RTF, and the paragraph that is being collected."""

import codecs
from dataclasses import dataclass, field, replace

from mosaic.documents.model import BlockKind
from mosaic.documents.parts import Run


@dataclass(frozen=True, slots=True)
class State:
    """What holds inside a group. `into` names what text is for: the page, nothing, or a table of the header."""

    into: str = "page"
    bold: bool = False
    size: float = 12.0
    codec: str = "cp1252"
    hidden: bool = False
    skip: int = 1
    url: str = ""


@dataclass(slots=True)
class Paragraph:
    """The paragraph being collected."""

    pieces: list[tuple[Run, list[str]]] = field(default_factory=list)
    is_item: bool = False
    is_heading: bool = False
    in_table: bool = False

    def add(self, run: Run) -> None:
        """Add letters, to the last run if they look the same."""
        look = replace(run, text="")
        if self.pieces and self.pieces[-1][0] == look:
            self.pieces[-1][1].append(run.text)
        else:
            self.pieces.append((look, [run.text]))

    def taken_runs(self) -> tuple[Run, ...]:
        """Hand over the letters so far."""
        pieces, self.pieces = self.pieces, []
        return tuple(replace(look, text=_paired("".join(letters))) for look, letters in pieces)


def kind_of(paragraph: Paragraph) -> BlockKind:
    """Return what a paragraph is."""
    if paragraph.is_heading:
        return BlockKind.HEADING
    return BlockKind.BULLET if paragraph.is_item else BlockKind.PARAGRAPH


def known_codec(name: str, default: str) -> str:
    """Return the name of an encoding if Python has it."""
    try:
        codecs.lookup(name)
    except LookupError:
        return default
    return name


def _paired(text: str) -> str:
    """Put together the two halves in which RTF writes rare letters."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\ufffd", "")
