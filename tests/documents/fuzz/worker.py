"""Reads one file after the other in one process: length and bytes on stdin, a line of JSON for each on stdout."""

import json
import struct
import sys
import time
import traceback
from datetime import date

from mosaic.documents.limits import Limits
from mosaic.documents.model import Document, Outcome
from mosaic.documents.read import confine
from mosaic.facts.domain.reading import read_resume
from tests.documents.made import read_here
from wimd.domain.corrected import corrected
from wimd.domain.corrections import Edits, Read, Revised
from wimd.domain.resumes import LONGEST, resume_in

TODAY = date(2026, 11, 21)
HEAD = struct.Struct("<I")
# The limits of one file, but for a process that reads many: its processor time grows with them.
LIMITS = Limits(cpu_seconds=3_600)


def main() -> None:
    """Answer until stdin ends."""
    confine(LIMITS)
    while head := sys.stdin.buffer.read(HEAD.size):
        data, began = sys.stdin.buffer.read(HEAD.unpack(head)[0]), time.process_time()
        answer = judged(data)
        sys.stdout.write(json.dumps(answer | {"seconds": time.process_time() - began}) + "\n")
        sys.stdout.flush()


def judged(data: bytes) -> dict[str, object]:
    """Read a file and what a résumé would say in it; whatever is not an outcome is an error."""
    try:
        document = read_here(data, LIMITS)
        outcome = document.outcome.value
        check(document)
        if document.outcome is Outcome.READ:
            outcome = check_resume(document)
            read_resume(document.text[:LONGEST])
    except MemoryError:
        return {"outcome": Outcome.TOOK_TOO_MUCH_MEMORY.value}
    except RecursionError:
        # The child that reads files answers so too.
        return {"outcome": Outcome.DAMAGED.value, "note": "recursion"}
    except BaseException:  # noqa: BLE001  # finding whatever was not foreseen is what this is for
        return {"outcome": "error", "error": traceback.format_exc()[-3_000:]}
    return {"outcome": outcome}


def check(document: Document) -> None:
    """Assert what holds for every document."""
    text = document.text
    assert bool(text) == (document.outcome is Outcome.READ), "text exactly when read"
    edges = [edge for block in document.blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges), "blocks follow each other"
    assert not edges or (edges[0] >= 0 and edges[-1] <= len(text)), "blocks lie in the text"
    assert all(text[block.start : block.end].strip() for block in document.blocks), "no empty block"
    assert all(text[link.start : link.end].strip() for link in document.links), "no empty link"
    assert "\r" not in text, "lines end in LF"
    text.encode()


def check_resume(document: Document) -> str:
    """Parse a résumé; assert that every value stands in the text where it says. Returns the outcome."""
    found = resume_in(document, today=TODAY)
    if found is None:
        return "read, no résumé"
    stored = found.as_json()
    json.dumps(stored, ensure_ascii=False).encode()
    length = len(document.text)
    assert all(0 <= start < end <= length for start, end in found.spans.values()), "places lie in the text"
    made = corrected(Revised(Read.of(stored, length), Edits()))
    assert made.document == found.document, "what nobody corrected is what was read"
    return "read, a résumé"


if __name__ == "__main__":
    main()
