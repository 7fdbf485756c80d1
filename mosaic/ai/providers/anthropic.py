"""Anthropic, through its own library."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mosaic.ai.domain.calls import Ask, End, Failure, Pieces, ProviderFailed, Reply, Usage
from mosaic.ai.providers.deadlines import HOOKS, bounded
from mosaic.ai.providers.failures import told

if TYPE_CHECKING:
    from anthropic import Anthropic
    from anthropic.types import Message, RawMessageStreamEvent

ENDS = {"end_turn": End.WHOLE, "stop_sequence": End.WHOLE, "refusal": End.DECLINED}


class AnthropicProvider:
    """Speaks the Messages protocol, which has no sound and no vectors; `base_url` is for a service that speaks it too."""

    name = "anthropic"

    def __init__(self, key: str, base_url: str = "") -> None:
        """Take a key; nothing is loaded or opened before the first call."""
        self._key, self._base_url = key, base_url

    @cached_property
    def _client(self) -> "Anthropic":
        # Loading the library takes over a second, and only processes that send need it.
        from anthropic import Anthropic, DefaultHttpxClient  # noqa: PLC0415

        http = DefaultHttpxClient(event_hooks=HOOKS)
        return Anthropic(api_key=self._key, base_url=self._base_url or None, max_retries=0, http_client=http)

    def close(self) -> None:
        """Give back the connections that were kept open."""
        if "_client" in self.__dict__:
            self._client.close()

    def complete(self, ask: Ask, *, model: str, seconds: float) -> Reply:
        """Return the whole answer."""
        with self._told(), bounded(seconds):
            answer: Message = self._client.messages.create(**_said(ask, model), timeout=seconds)
            text = "".join(block.text for block in answer.content if block.type == "text")
            usage = Usage(answer.usage.input_tokens, answer.usage.output_tokens)
            return Reply(text, answer.model, usage, ENDS.get(answer.stop_reason or "", End.CUT))

    def stream(self, ask: Ask, *, model: str, seconds: float) -> Pieces:
        """Yield the answer as it comes."""
        heard = _Heard(model)
        with self._told() as so_far:
            with bounded(seconds) as deadline:
                events = self._client.messages.create(**_said(ask, model), timeout=seconds, stream=True)
            with events:
                for piece in filter(None, heard.words_of(events)):
                    deadline.renew()
                    so_far.append(piece)
                    yield piece
            if heard.end is None:
                raise ProviderFailed(Failure.UNREACHABLE)
        return Reply("".join(so_far), heard.model, heard.usage, heard.end)

    def _told(self) -> AbstractContextManager[list[str]]:
        from anthropic import AnthropicError, APIStatusError, APITimeoutError  # noqa: PLC0415

        return told(AnthropicError, APITimeoutError, APIStatusError)


def _said(ask: Ask, model: str) -> dict[str, Any]:
    """Return the request; how it is spread over parameters is the library's, so its types stay outside."""
    said: dict[str, Any] = {
        "model": model,
        "max_tokens": ask.most_tokens,
        "system": ask.system,
        "messages": [{"role": one.by.value, "content": one.text} for one in ask.said],
    }
    if ask.shape is not None:
        said["output_config"] = {"format": {"type": "json_schema", "schema": ask.shape}}
    return said


class _Heard:
    """What a stream has said beside its words."""

    def __init__(self, model: str) -> None:
        self.model, self.usage = model, Usage()
        self.end: End | None = None

    def words_of(self, events: "Iterable[RawMessageStreamEvent]") -> Iterator[str]:
        """Yield the words of every event, nothing for one that has none."""
        for event in events:
            if event.type == "message_start":
                self.model, self.usage = event.message.model, Usage(event.message.usage.input_tokens)
            elif event.type == "message_delta":
                self.usage = replace(self.usage, given=event.usage.output_tokens)
                self.end = ENDS.get(event.delta.stop_reason or "", End.CUT)
            if event.type == "content_block_delta" and event.delta.type == "text_delta":
                yield event.delta.text
            else:
                yield ""
