"""OpenAI, and every service that speaks its protocol, through its own library."""

import json
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mosaic.ai.domain.calls import Ask, End, Failure, Pieces, ProviderFailed, Reply, Usage
from mosaic.ai.providers.deadlines import bounded, watch
from mosaic.ai.providers.failures import told

if TYPE_CHECKING:
    from openai import OpenAI
    from openai.types import CompletionUsage
    from openai.types.chat import ChatCompletion, ChatCompletionChunk

ENDS = {"stop": End.WHOLE, "content_filter": End.DECLINED}
NO_KEY = "none"
"""What is sent where a service of one's own asks for no key; the library wants one."""

BAD_REQUEST = 400


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

        http = DefaultHttpxClient(event_hooks={"response": [watch]})
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
