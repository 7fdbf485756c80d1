"""The child that reads one file: bytes on stdin, limits as arguments, two lines of JSON on stdout.

{"schema": 1, "kind": "pdf"}
{"kind": "pdf", "outcome": "read", "text": "…", "pages": 2,
 "blocks": [{"kind": "heading", "start": 0, "end": 10, "page": 1, "column": 0, "size": 14.0, "bold": true}, …],
 "links": [{"url": "https://…", "start": 12, "end": 30}, …], "notes": ["repaired"]}

The first line comes before anything is parsed, so that the parent knows what the file was even when the
child does not live to write the second. Limits are set before any parser is imported.
"""

import json
import resource
import sys
from dataclasses import asdict
from importlib import import_module

from mosaic.documents.limits import Limits
from mosaic.documents.model import Document, FileKind, Outcome
from mosaic.documents.refusal import Refusal

SCHEMA = 1


def main() -> None:
    """Read stdin, answer on stdout."""
    limits = Limits.from_arguments(sys.argv[1:])
    confine(limits)
    data = sys.stdin.buffer.read(limits.size + 1)
    if len(data) > limits.size:
        _write(asdict(Document(FileKind.UNKNOWN, Outcome.TOO_LARGE)))
        return
    kind = FileKind.UNKNOWN
    try:
        kind = import_module("mosaic.documents.kinds").kind_of(data, limits)
        _write({"schema": SCHEMA, "kind": kind})
        document: Document = import_module("mosaic.documents.reading").read_document(data, kind, limits)
    except Refusal as refusal:
        document = Document(refusal.kind, refusal.outcome)
    except MemoryError:
        document = Document(kind, Outcome.TOOK_TOO_MUCH_MEMORY)
    except RecursionError:
        document = Document(kind, Outcome.DAMAGED)
    _write(asdict(document))


def confine(limits: Limits) -> None:
    """Bind this process: memory, processor time, no core file, nothing written to disk."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _write(answer: dict[str, object]) -> None:
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
