"""OpenAI, and every service that speaks its protocol, through its own library."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING, Any, BinaryIO

from httpx2 import Timeout

from mosaic.ai.domain.calls import Ask, End, Failure, Pieces, ProviderFailed, Reply, Usage
from mosaic.ai.domain.media import (
    LARGEST_RECORDING,
    MOST_TEXTS,
    Embedded,
    Transcript,
    count_in,
    in_order,
    neutral,
    seconds_in,
    size_of,
)
from mosaic.ai.providers.deadlines import HOOKS, bounded
from mosaic.ai.providers.failures import told

if TYPE_CHECKING:
    from openai import OpenAI
    from openai.types import CompletionUsage
    from openai.types.audio import Transcription
    from openai.types.chat import ChatCompletion, ChatCompletionChunk

ENDS = {"stop": End.WHOLE, "content_filter": End.DECLINED}
NO_KEY = "none"
"""What is sent where a service of one's own asks for no key; the library wants one."""

BAD_REQUEST = 400
STALLED = 30.0
"""Seconds after which a line that takes nothing more is given up."""


class OpenAIProvider:
    """Speaks the protocol of chat completions, which other services speak too."""

    name = "openai"

    def __init__(self, key: str, base_url: str = "") -> None:
        """Take a key, an address, or both; nothing is loaded or opened before the first call."""
        self._key, self._base_url = key, base_url

    @cached_property
    def _client(self) -> "OpenAI":
        # Loading the library takes over a second, and only processes that send need it.
        from openai import DefaultHttpxClient, OpenAI  # noqa: PLC0415

        http = DefaultHttpxClient(event_hooks=HOOKS)
        return OpenAI(api_key=self._key or NO_KEY, base_url=self._base_url or None, max_retries=0, http_client=http)

    def close(self) -> None:
        """Give back the connections that were kept open."""
        if "_client" in self.__dict__:
            self._client.close()

    def complete(self, ask: Ask, *, model: str, seconds: float) -> Reply:
        """Return the whole answer."""
        try:
            return self._complete(ask, model, seconds, shape_in_words=False)
        except ProviderFailed as error:
            # A service that knows no shapes refuses the request; it is told the shape in words instead.
            if ask.shape is None or error.status != BAD_REQUEST or not self._base_url:
                raise
        return self._complete(ask, model, seconds, shape_in_words=True)

    def _complete(self, ask: Ask, model: str, seconds: float, *, shape_in_words: bool) -> Reply:
        with self._told(), bounded(seconds):
            said = self._said(ask, model, shape_in_words=shape_in_words)
            answer: ChatCompletion = self._client.chat.completions.create(**said, timeout=seconds)
            if not answer.choices:
                raise ProviderFailed(Failure.UNREADABLE)
            choice = answer.choices[0]
            end = End.DECLINED if choice.message.refusal else ENDS.get(choice.finish_reason, End.CUT)
            return Reply(choice.message.content or "", answer.model, _usage(answer.usage), end)

    def stream(self, ask: Ask, *, model: str, seconds: float) -> Pieces:
        """Yield the answer as it comes."""
        heard = _Heard(model)
        said = self._said(ask, model, shape_in_words=False) | {"stream_options": {"include_usage": True}}
        with self._told() as so_far:
            with bounded(seconds) as deadline:
                chunks = self._client.chat.completions.create(**said, timeout=seconds, stream=True)
            with chunks:
                for piece in filter(None, heard.words_of(chunks)):
                    deadline.renew()
                    so_far.append(piece)
                    yield piece
            if heard.end is None:
                raise ProviderFailed(Failure.UNREACHABLE)
        return Reply("".join(so_far), heard.model, heard.usage, heard.end)

    def transcribe(
        self, file: BinaryIO, *, filename: str, model: str, seconds: float, language: str = ""
    ) -> Transcript:
        """Return the words of a recording; it is read from the file while it is sent."""
        if not 0 < size_of(file) <= LARGEST_RECORDING:
            raise ProviderFailed(Failure.REFUSED)
        name, kind = neutral(filename)
        said: dict[str, Any] = {"model": model, "file": (name, file, kind), "response_format": "json"}
        if language:
            said["language"] = language
        with self._told(), bounded(seconds):
            answer: Transcription = self._client.audio.transcriptions.create(**said, timeout=_line(seconds))
            if not isinstance(answer.text, str):
                raise ProviderFailed(Failure.UNREADABLE)
            usage = _heard_for(answer)
            return Transcript(answer.text, model, usage, usage.seconds or None)

    def embed(self, texts: Sequence[str], *, model: str, seconds: float) -> Embedded:
        """Return a vector for each text; plain numbers, because services of others know no other form."""
        if not 0 < len(texts) <= MOST_TEXTS:
            raise ProviderFailed(Failure.REFUSED)
        with self._told(), bounded(seconds):
            answer = self._client.embeddings.create(
                input=list(texts), model=model, encoding_format="float", timeout=seconds
            )
            vectors = in_order([(one.index, one.embedding) for one in answer.data], len(texts))
            usage = Usage(count_in(getattr(answer.usage, "prompt_tokens", None)))
            return Embedded(vectors, answer.model or model, usage)

    def _said(self, ask: Ask, model: str, *, shape_in_words: bool) -> dict[str, Any]:
        """Return the request; how it is spread over parameters is the library's, so its types stay outside."""
        system = f"{ask.system}\n\n{_in_words(ask)}" if shape_in_words else ask.system
        turns = [{"role": one.by.value, "content": one.text} for one in ask.said]
        said: dict[str, Any] = {"model": model, "messages": [{"role": "system", "content": system}, *turns]}
        # The newer name also counts what a model thinks to itself; services of others know the older one.
        said["max_tokens" if self._base_url else "max_completion_tokens"] = ask.most_tokens
        if ask.shape is not None and not shape_in_words:
            form = {"name": "answer", "schema": ask.shape, "strict": True}
            said["response_format"] = {"type": "json_schema", "json_schema": form}
        return said

    def _told(self) -> AbstractContextManager[list[str]]:
        from openai import APIStatusError, APITimeoutError, OpenAIError  # noqa: PLC0415

        return told(OpenAIError, APITimeoutError, APIStatusError)


def _in_words(ask: Ask) -> str:
    return f"Answer with JSON alone, of this JSON Schema: {json.dumps(ask.shape)}"


def _usage(found: "CompletionUsage | None") -> Usage:
    return Usage(found.prompt_tokens, found.completion_tokens) if found else Usage()


def _line(seconds: float) -> Timeout:
    return Timeout(seconds, write=min(seconds, STALLED))


def _heard_for(answer: "Transcription") -> Usage:
    """Return what a recording is billed by: tokens, or its seconds. Services of others may say nothing of it."""
    told = answer.usage
    taken, given = (count_in(getattr(told, name, None)) for name in ("input_tokens", "output_tokens"))
    return Usage(taken, given, seconds_in(getattr(told, "seconds", None)) or 0.0)


class _Heard:
    """What a stream has said beside its words."""

    def __init__(self, model: str) -> None:
        self.model, self.usage = model, Usage()
        self.end: End | None = None

    def words_of(self, chunks: "Iterable[ChatCompletionChunk]") -> Iterator[str]:
        """Yield the words of every chunk, nothing for one that has none."""
        for chunk in chunks:
            self.model = chunk.model or self.model
            if chunk.usage:
                self.usage = _usage(chunk.usage)
            yield "".join(self._choice(choice) for choice in chunk.choices)

    def _choice(self, choice: Any) -> str:
        if choice.finish_reason:
            self.end = ENDS.get(choice.finish_reason, End.CUT)
        words: str = choice.delta.content or ""
        return words
