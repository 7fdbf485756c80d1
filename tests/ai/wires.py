"""What a provider says over the wire in each protocol: words whole and streamed, transcripts, vectors, faults."""

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from typing import Any

MODEL = "a-model"
Json = Mapping[str, Any]


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
    length: float | None = None
    model: str = MODEL


class Anthropic:
    """Messages."""

    ENDS = {"whole": "end_turn", "cut": "max_tokens", "declined": "refusal"}

    @classmethod
    def whole(cls, turn: Turn, _: Json) -> dict[str, object]:
        return cls._message([{"type": "text", "text": "".join(turn.pieces)}], cls.ENDS[turn.end], turn, turn.given)

    @staticmethod
    def _message(content: list[dict[str, str]], reason: str | None, turn: Turn, given: int) -> dict[str, object]:
        usage = {"input_tokens": turn.taken, "output_tokens": given}
        kind = {"id": "msg_1", "type": "message", "role": "assistant", "model": turn.model}
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


class OpenAI:
    """Chat completions."""

    ENDS = {"whole": "stop", "cut": "length", "declined": "content_filter"}

    @classmethod
    def whole(cls, turn: Turn, _: Json) -> dict[str, object]:
        message = {"role": "assistant", "content": "".join(turn.pieces), "refusal": None}
        choice = {"index": 0, "message": message, "finish_reason": cls.ENDS[turn.end], "logprobs": None}
        return cls._object("chat.completion", [choice], turn.model) | {"usage": cls._usage(turn)}

    @staticmethod
    def _object(kind: str, choices: list[dict[str, object]], model: str = "") -> dict[str, object]:
        return {"id": "c-1", "object": kind, "created": int(time.time()), "model": model, "choices": choices}

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
        usage = cls._object("chat.completion.chunk", [], turn.model) | {"usage": cls._usage(turn)}
        return [cls._chunk({}, cls.ENDS[turn.end]), ("", usage), ("", "[DONE]")]

    @staticmethod
    def fault(status: int) -> dict[str, object]:
        return {"error": {"message": "as scripted", "type": "server_error", "code": str(status)}}

    @classmethod
    def fault_inside(cls) -> tuple[str, object]:
        return "", cls.fault(500)


class Hearing(OpenAI):
    """Transcriptions."""

    @classmethod
    def whole(cls, turn: Turn, _: Json) -> dict[str, object]:
        if turn.length is not None:
            usage: dict[str, object] = {"type": "duration", "seconds": turn.length}
        else:
            tokens = {"input_tokens": turn.taken, "output_tokens": turn.given}
            usage = {"type": "tokens", "total_tokens": turn.taken + turn.given, **tokens}
        return {"text": "".join(turn.pieces), "usage": usage}


class Placing(OpenAI):
    """Embeddings: the same words always get the same vector. They come in the opposite order, as they may."""

    @classmethod
    def whole(cls, turn: Turn, body: Json) -> dict[str, object]:
        found = [cls.entry(number, vector_of(text)) for number, text in enumerate(body["input"])]
        usage = {"prompt_tokens": turn.taken, "total_tokens": turn.taken}
        return {"object": "list", "data": found[::-1], "model": turn.model, "usage": usage}

    @staticmethod
    def entry(number: int, vector: list[float]) -> dict[str, object]:
        return {"object": "embedding", "index": number, "embedding": vector}


Wire = type[Anthropic] | type[OpenAI]


def vector_of(text: str) -> list[float]:
    """Return eight numbers that stand for a text here."""
    return [one / 255 for one in hashlib.sha256(text.encode()).digest()[:8]]


def wire_of(path: str) -> Wire:
    """Return the protocol that is spoken at an address."""
    endings: dict[str, Wire] = {"/messages": Anthropic, "/transcriptions": Hearing, "/embeddings": Placing}
    return next((wire for ending, wire in endings.items() if path.endswith(ending)), OpenAI)


def form_in(sent: bytes, kind: str) -> dict[str, object]:
    """Return the fields of a multipart form; of a file its name, type and size."""
    boundary = str(_header(kind).get_param("boundary")).encode()
    parts = sent.split(b"--" + boundary)[1:-1]
    return dict(_field(*part[2:-2].split(b"\r\n\r\n", 1)) for part in parts)


def _field(head: bytes, content: bytes) -> tuple[str, object]:
    said = dict(line.split(": ", 1) for line in head.decode().splitlines())
    disposition = _header(said["Content-Disposition"])
    name, filename = (disposition.get_param(one) for one in ("name", "filename"))
    if filename is None:
        return str(name), content.decode()
    return str(name), {"filename": filename, "type": said["Content-Type"], "size": len(content)}


def _header(value: str) -> Message:
    message = Message()
    message["Content-Type"] = value
    return message
