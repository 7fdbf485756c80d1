"""Reading a file back: what a program that receives it will see, and whether that is what was meant."""

import io
from dataclasses import dataclass
from difflib import SequenceMatcher

from pypdf import PdfReader

from resume.rendering.sheet import Sheet, strings_of


@dataclass(frozen=True, slots=True)
class ReadBack:
    """The words of a file as read, how many were meant, and which of these were not found in order."""

    text: str
    words: int
    lost: tuple[str, ...]

    @property
    def share(self) -> float:
        """How much arrived, 0 to 1."""
        return 1.0 if not self.words else 1 - len(self.lost) / self.words


def of_pdf(made: bytes, sheet: Sheet) -> ReadBack:
    """Read a PDF as a program does."""
    pages = PdfReader(io.BytesIO(made)).pages
    return compared("\n".join(page.extract_text() for page in pages), sheet)


def compared(text: str, sheet: Sheet) -> ReadBack:
    """Compare a text that was read with what was meant, word by word."""
    meant, found = " ".join(strings_of(sheet)).split(), text.split()
    lost: list[str] = []
    for op, start, end, _, _ in SequenceMatcher(None, meant, found, autojunk=False).get_opcodes():
        if op in ("delete", "replace"):
            lost += meant[start:end]
    return ReadBack(text, len(meant), tuple(lost))
