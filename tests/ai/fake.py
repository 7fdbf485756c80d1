"""A model provider on loopback: speaks every wire protocol and answers as it was told to, well or badly.

`python -m tests.ai.fake` runs it alone, prints its address and improvises.
"""

import argparse
import json
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.ai.improvising import improvised
from tests.ai.wires import MODEL, Turn, Wire, form_in, wire_of

__all__ = ["MODEL", "Asked", "FakeAI", "Turn", "fake_ai"]
LONGEST_HANG = 30.0


@dataclass(frozen=True)
class Asked:
    """A request as it came over the socket. Of a file in a form, its name, type and size are kept."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


class FakeAI(ThreadingHTTPServer):
    """Answers scripted turns in order, then as it does when it is idle."""

    daemon_threads = True

    def __init__(self, port: int = 0, idle: Callable[[str, dict[str, Any]], Turn] | None = None) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.idle = idle
        self.turns: deque[Turn] = deque()
        self.asked: list[Asked] = []
        self.ended = threading.Event()

    @property
    def url(self) -> str:
        """The address without a path."""
        return f"http://127.0.0.1:{self.server_port}"

    def script(self, *turns: Turn) -> None:
        """Add answers."""
        self.turns.extend(turns)

    def next_turn(self, path: str, body: dict[str, Any]) -> Turn:
        """Take the next answer, or what is answered to such a request without a script."""
        if self.turns:
            return self.turns.popleft()
        return self.idle(path, body) if self.idle else Turn()

    def wait(self, seconds: float) -> None:
        """Do nothing for a while, or until the server ends."""
        self.ended.wait(min(seconds, LONGEST_HANG))


@contextmanager
def fake_ai() -> Iterator[FakeAI]:
    """Run a provider in a thread."""
    with FakeAI() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.ended.set()
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: FakeAI

    def do_POST(self) -> None:
        """Answer in the protocol of the path."""
        try:
            body = self._body()
            self.server.asked.append(Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
            turn, wire = self.server.next_turn(self.path, body), wire_of(self.path)
            self.server.wait(turn.before)
            if turn.status != 200 or turn.raw is not None:
                self._send(turn.status, turn.raw or json.dumps(wire.fault(turn.status)).encode(), turn.headers)
            elif body.get("stream"):
                self._stream(wire, turn)
            elif turn.cut_after is not None:
                self.close_connection = True  # as if a cable had been pulled
            else:
                self._send(200, json.dumps(wire.whole(turn, body)).encode(), turn.headers)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _body(self) -> dict[str, Any]:
        length, kind = int(self.headers["Content-Length"]), self.headers["Content-Type"]
        sent = self.rfile.read(length)
        if len(sent) < length:
            raise ConnectionResetError
        found: dict[str, Any] = form_in(sent, kind) if kind.startswith("multipart/") else json.loads(sent)
        return found

    def _send(self, status: int, data: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _stream(self, wire: Wire, turn: Turn) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for event in wire.opening(turn):
            self._event(event)
        for _ in range(turn.pings):
            self._event(wire.ping())
            self.server.wait(turn.between)
        for number, piece in enumerate(turn.pieces):
            if turn.cut_after == number:
                return
            if turn.fault_after == number:
                self._event(wire.fault_inside())
                return
            self._event(wire.piece(piece))
            self.server.wait(turn.between)
        if turn.cut_after is None:
            for event in wire.closing(turn):
                self._event(event)

    def _event(self, event: tuple[str, object]) -> None:
        name, data = event
        head = f"event: {name}\n" if name else ""
        text = data if isinstance(data, str) else json.dumps(data)
        self.wfile.write(f"{head}data: {text}\n\n".encode())
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
        """Say nothing."""


def main() -> None:
    """Say where it listens, and improvise until it is asked to stop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="a free one is taken when none is named")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with FakeAI(parser.parse_args().port, improvised) as server, suppress(KeyboardInterrupt):
        print(server.url, flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()
