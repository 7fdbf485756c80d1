"""Reads a file in a process of its own, and turns every way in which that can end into an Outcome."""

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pydantic import TypeAdapter, ValidationError

from mosaic.documents.limits import Limits
from mosaic.documents.model import Document, FileKind, Outcome

ROOT = Path(__file__).parents[2]
# -I keeps the environment and the working directory out of the child's imports, so the root is named here.
BOOT = "import sys; sys.path.insert(0, sys.argv.pop(1)); from mosaic.documents.read import main; main()"
BLOCK = 64 * 1024
FAREWELL_SECONDS = 2.0
OUT_OF_TIME = frozenset([-signal.SIGXCPU, -signal.SIGKILL])
PASSED_ON = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH")


@dataclass(frozen=True, slots=True)
class _Opening:
    """The child's first line."""

    schema: int
    kind: FileKind


_OPENINGS = TypeAdapter(_Opening)
_DOCUMENTS = TypeAdapter(Document)


class _Exceeded(Exception):
    """The child took too long, or said too much."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.value)
        self.outcome = outcome


def read_bytes(data: bytes, *, limits: Limits | None = None) -> Document:
    """Read a file within limits. Never raises for what is in the file: the outcome says how it went."""
    limits = limits or Limits()
    if len(data) > limits.size:
        return Document(FileKind.UNKNOWN, Outcome.TOO_LARGE)
    answer = bytearray()
    child = _start(limits)
    try:
        _exchange(child, data, answer, limits)
        child.wait(FAREWELL_SECONDS)
    except _Exceeded as exceeded:
        return Document(_kind(answer), exceeded.outcome)
    except subprocess.TimeoutExpired:
        return Document(_kind(answer), Outcome.TOOK_TOO_LONG)
    finally:
        _end(child)
    return _document(bytes(answer), child.returncode)


def _start(limits: Limits) -> "subprocess.Popen[bytes]":
    """Start the child in a session of its own, so that whatever it starts can be ended with it."""
    return subprocess.Popen(
        [sys.executable, "-I", "-B", "-c", BOOT, str(ROOT), *limits.as_arguments()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in PASSED_ON if name in os.environ}
        | {"LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"},
        cwd="/",
        start_new_session=True,
    )


def _exchange(child: "subprocess.Popen[bytes]", data: bytes, answer: bytearray, limits: Limits) -> None:
    """Feed the child and listen to it until it closes its side. Raises _Exceeded."""
    deadline = time.monotonic() + limits.wall_seconds
    rest = memoryview(data)
    assert child.stdin is not None
    assert child.stdout is not None
    with selectors.DefaultSelector() as selector:
        os.set_blocking(child.stdin.fileno(), False)
        selector.register(child.stdin, selectors.EVENT_WRITE)
        selector.register(child.stdout, selectors.EVENT_READ)
        while child.stdout in {key.fileobj for key in selector.get_map().values()}:
            left = deadline - time.monotonic()
            if left <= 0:
                raise _Exceeded(Outcome.TOOK_TOO_LONG)
            for key, _ in selector.select(left):
                if key.fileobj is child.stdin:
                    rest = _send(child.stdin, rest)
                    if not rest:
                        selector.unregister(child.stdin)
                        child.stdin.close()
                elif not _hear(child.stdout, answer, limits.output):
                    selector.unregister(child.stdout)


def _send(pipe: IO[bytes], rest: memoryview) -> memoryview:
    try:
        return rest[os.write(pipe.fileno(), rest[:BLOCK]) :]
    except BrokenPipeError:
        return rest[:0]


def _hear(pipe: IO[bytes], answer: bytearray, most: int) -> bool:
    """Take what the child says; False when it has said everything."""
    block = os.read(pipe.fileno(), BLOCK)
    answer += block
    if len(answer) > most:
        raise _Exceeded(Outcome.TOO_LARGE)
    return bool(block)


def _end(child: "subprocess.Popen[bytes]") -> None:
    """Make sure that neither the child nor anything it started is left."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()


def _kind(answer: bytes | bytearray) -> FileKind:
    """Return what the child took the file for, if it got that far."""
    try:
        return _OPENINGS.validate_json(bytes(answer).partition(b"\n")[0]).kind
    except ValidationError:
        return FileKind.UNKNOWN


def _document(answer: bytes, code: int) -> Document:
    """Read the child's last line; without one, tell by how it died what happened."""
    lines = answer.splitlines()
    try:
        document = _DOCUMENTS.validate_json(lines[-1] if lines else b"")
    except ValidationError:
        return Document(_kind(answer), Outcome.TOOK_TOO_LONG if code in OUT_OF_TIME else Outcome.DAMAGED)
    return document if _is_sound(document) else Document(document.kind, Outcome.DAMAGED)


def _is_sound(document: Document) -> bool:
    """Whether all spans lie in the text, and blocks follow each other."""
    edges = [edge for block in document.blocks for edge in (block.start, block.end)]
    links = all(0 <= link.start < link.end <= len(document.text) for link in document.links)
    return links and edges == sorted(edges) and (not edges or (edges[0] >= 0 and edges[-1] <= len(document.text)))
