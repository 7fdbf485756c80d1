"""A model provider on loopback: speaks both wire protocols and answers as it was told to, well or badly."""

import json
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MODEL = "a-model"
LONGEST_HANG = 30.0


@dataclass(frozen=True)
class Turn:
    """One scripted answer. `pieces` are streamed one by one; a whole answer is all of them."""

    pieces: tuple[str, ...] = ("Hello ", "there.")
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    before: float = 0.0
    between: float = 0.0
    cut_after: int | None = None
    fault_after: int | None = None
    pings: int = 0
    raw: bytes | None = None
    end: str = "whole"
    taken: int = 11
    given: int = 7


@dataclass(frozen=True)
class Asked:
    """A request as it came over the socket."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


class FakeAI(ThreadingHTTPServer):
    """Answers scripted turns in order, then the last kind of them again and again."""

    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
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

    def next_turn(self) -> Turn:
        """Take the next answer."""
        return self.turns.popleft() if self.turns else Turn()

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
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
        turn, protocol = self.server.next_turn(), _Anthropic if self.path.endswith("/messages") else _OpenAI
        self.server.wait(turn.before)
        try:
            if turn.status != 200 or turn.raw is not None:
                self._send(turn.status, turn.raw or json.dumps(protocol.fault(turn.status)).encode(), turn.headers)
            elif body.get("stream"):
                self._stream(protocol, turn)
            elif turn.cut_after is not None:
                self.close_connection = True  # as if a cable had been pulled
            else:
                self._send(200, json.dumps(protocol.whole(turn)).encode(), turn.headers)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _send(self, status: int, data: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _stream(self, protocol: "type[_Anthropic | _OpenAI]", turn: Turn) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for event in protocol.opening(turn):
            self._event(event)
        for _ in range(turn.pings):
            self._event(protocol.ping())
            self.server.wait(turn.between)
        for number, piece in enumerate(turn.pieces):
            if turn.cut_after == number:
                return
            if turn.fault_after == number:
                self._event(protocol.fault_inside())
                return
            self._event(protocol.piece(piece))
            self.server.wait(turn.between)
        if turn.cut_after is None:
            for event in protocol.closing(turn):
                self._event(event)

    def _event(self, event: tuple[str, object]) -> None:
        name, data = event
        head = f"event: {name}\n" if name else ""
        text = data if isinstance(data, str) else json.dumps(data)
        self.wfile.write(f"{head}data: {text}\n\n".encode())
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
        """Say nothing."""


class _Anthropic:
    ENDS = {"whole": "end_turn", "cut": "max_tokens", "declined": "refusal"}

    @classmethod
    def whole(cls, turn: Turn) -> dict[str, object]:
        return cls._message([{"type": "text", "text": "".join(turn.pieces)}], cls.ENDS[turn.end], turn, turn.given)

    @staticmethod
    def _message(content: list[dict[str, str]], reason: str | None, turn: Turn, given: int) -> dict[str, object]:
        usage = {"input_tokens": turn.taken, "output_tokens": given}
        kind = {"id": "msg_1", "type": "message", "role": "assistant", "model": MODEL}
        return kind | {"content": content, "stop_reason": reason, "stop_sequence": None, "usage": usage}

    @classmethod
    def opening(cls, turn: Turn) -> list[tuple[str, object]]:
        start = {"type": "message_start", "message": cls._message([], None, turn, 1)}
        block = {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}
        return [("message_start", start), ("content_block_start", block)]

    @staticmethod
    def ping() -> tuple[str, object]:
        return "ping", {"type": "ping"}

    @staticmethod
    def piece(text: str) -> tuple[str, object]:
        delta = {"type": "text_delta", "text": text}
        return "content_block_delta", {"type": "content_block_delta", "index": 0, "delta": delta}

    @classmethod
    def closing(cls, turn: Turn) -> list[tuple[str, object]]:
        delta = {"stop_reason": cls.ENDS[turn.end], "stop_sequence": None}
        usage = {"output_tokens": turn.given}
        return [
            ("content_block_stop", {"type": "content_block_stop", "index": 0}),
            ("message_delta", {"type": "message_delta", "delta": delta, "usage": usage}),
            ("message_stop", {"type": "message_stop"}),
        ]

    @staticmethod
    def fault(status: int) -> dict[str, object]:
        kind = {429: "rate_limit_error", 529: "overloaded_error", 401: "authentication_error"}.get(status, "api_error")
        return {"type": "error", "error": {"type": kind, "message": "as scripted"}}

    @classmethod
    def fault_inside(cls) -> tuple[str, object]:
        return "error", cls.fault(529)


class _OpenAI:
    ENDS = {"whole": "stop", "cut": "length", "declined": "content_filter"}

    @classmethod
    def whole(cls, turn: Turn) -> dict[str, object]:
        message = {"role": "assistant", "content": "".join(turn.pieces), "refusal": None}
        choice = {"index": 0, "message": message, "finish_reason": cls.ENDS[turn.end], "logprobs": None}
        return cls._object("chat.completion", [choice]) | {"usage": cls._usage(turn)}

    @staticmethod
    def _object(kind: str, choices: list[dict[str, object]]) -> dict[str, object]:
        return {"id": "c-1", "object": kind, "created": int(time.time()), "model": MODEL, "choices": choices}

    @staticmethod
    def _usage(turn: Turn) -> dict[str, int]:
        return {
            "prompt_tokens": turn.taken,
            "completion_tokens": turn.given,
            "total_tokens": turn.taken + turn.given,
        }

    @classmethod
    def _chunk(cls, delta: dict[str, str], reason: str | None = None) -> tuple[str, object]:
        return "", cls._object("chat.completion.chunk", [{"index": 0, "delta": delta, "finish_reason": reason}])

    @classmethod
    def opening(cls, _: Turn) -> list[tuple[str, object]]:
        return [cls._chunk({"role": "assistant", "content": ""})]

    @classmethod
    def ping(cls) -> tuple[str, object]:
        return cls._chunk({"content": ""})

    @classmethod
    def piece(cls, text: str) -> tuple[str, object]:
        return cls._chunk({"content": text})

    @classmethod
    def closing(cls, turn: Turn) -> list[tuple[str, object]]:
        usage = cls._object("chat.completion.chunk", []) | {"usage": cls._usage(turn)}
        return [cls._chunk({}, cls.ENDS[turn.end]), ("", usage), ("", "[DONE]")]

    @staticmethod
    def fault(status: int) -> dict[str, object]:
        return {"error": {"message": "as scripted", "type": "server_error", "code": str(status)}}

    @classmethod
    def fault_inside(cls) -> tuple[str, object]:
        return "", cls.fault(500)
