"""Recordings and vectors over a real socket: the same promises as for words."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from io import BytesIO

import pytest

from mosaic.ai.domain import media
from mosaic.ai.domain.calls import Failure, ProviderFailed, Usage
from mosaic.ai.domain.media import LARGEST_RECORDING, MOST_BYTES, MOST_TEXTS, Embedded, Embedder, Transcriber
from mosaic.ai.providers.anthropic import AnthropicProvider
from mosaic.ai.providers.openai import OpenAIProvider
from mosaic.management.commands.check_ai import silence
from tests.ai.fake import FakeAI, Turn, fake_ai
from tests.ai.wires import vector_of

ROOM = 5.0
WORDS = ("carpenter", "joiner", "Straße 🙂")


@pytest.fixture(scope="module")
def one_server() -> Iterator[FakeAI]:
    with fake_ai() as server:
        yield server


@pytest.fixture
def server(one_server: FakeAI) -> FakeAI:
    one_server.turns.clear()
    one_server.asked.clear()
    return one_server


@pytest.fixture(params=["a-key", ""])
def provider(request: pytest.FixtureRequest, server: FakeAI) -> Iterator[OpenAIProvider]:
    with closing(OpenAIProvider(request.param, f"{server.url}/v1")) as made:
        yield made


def transcribe(provider: OpenAIProvider, seconds: float = ROOM) -> object:
    return provider.transcribe(silence(), filename="a.wav", model="m", seconds=seconds)


def embed(provider: OpenAIProvider, seconds: float = ROOM) -> object:
    return provider.embed(WORDS, model="m", seconds=seconds)


Asking = Callable[[OpenAIProvider, float], object]


def failure_of(asking: Asking, provider: OpenAIProvider, seconds: float = ROOM) -> ProviderFailed:
    with pytest.raises(ProviderFailed) as caught:
        asking(provider, seconds)
    return caught.value


def test_who_offers_what_is_seen_in_the_class() -> None:
    own, others = OpenAIProvider("a-key"), AnthropicProvider("a-key")
    assert isinstance(own, Transcriber)
    assert isinstance(own, Embedder)
    assert not isinstance(others, Transcriber)
    assert not isinstance(others, Embedder)


def entries(*vectors: object, numbers: list[int] | None = None) -> bytes:
    places = numbers if numbers is not None else list(range(len(vectors)))
    found = [
        {"object": "embedding", "index": place, "embedding": one} for place, one in zip(places, vectors, strict=True)
    ]
    return json.dumps({"object": "list", "model": "m", "data": found}).encode()


@pytest.mark.parametrize("asking", [transcribe, embed])
class TestFailures:
    @pytest.mark.parametrize(
        ("status", "failure"),
        [
            (400, Failure.REFUSED),
            (401, Failure.NO_ACCESS),
            (403, Failure.NO_ACCESS),
            (404, Failure.REFUSED),
            (413, Failure.REFUSED),
            (429, Failure.TOO_MANY),
            (500, Failure.OVERLOADED),
            (503, Failure.OVERLOADED),
        ],
    )
    def test_every_refusal_has_a_meaning(
        self, asking: Asking, provider: OpenAIProvider, server: FakeAI, status: int, failure: Failure
    ) -> None:
        server.script(Turn(status=status))
        error = failure_of(asking, provider)
        assert (error.failure, error.status) == (failure, status)
        assert len(server.asked) == 1

    def test_a_wished_wait_is_passed_on(self, asking: Asking, provider: OpenAIProvider, server: FakeAI) -> None:
        server.script(Turn(status=429, headers={"Retry-After": "3"}))
        assert failure_of(asking, provider).wait == 3.0

    def test_silence_is_too_slow(self, asking: Asking, provider: OpenAIProvider, server: FakeAI) -> None:
        server.script(Turn(before=3.0))
        began = time.monotonic()
        assert failure_of(asking, provider, 0.3).failure is Failure.TOO_SLOW
        assert time.monotonic() - began < 2.0

    def test_a_cut_answer_is_unreachable(self, asking: Asking, provider: OpenAIProvider, server: FakeAI) -> None:
        server.script(Turn(cut_after=0))
        assert failure_of(asking, provider).failure is Failure.UNREACHABLE

    def test_nobody_there_is_unreachable(self, asking: Asking) -> None:
        with closing(OpenAIProvider("a-key", "http://127.0.0.1:9/v1")) as away:
            assert failure_of(asking, away).failure is Failure.UNREACHABLE

    @pytest.mark.parametrize(
        "raw",
        [
            b"{not json",
            b"[]",
            b"{}",
            b"<html>gateway</html>",
            b"",
            b'{"text": 7}',
            b'{"text": null, "data": 7}',
            b"[" * 100_000,
        ],
    )
    def test_what_no_library_reads_is_a_failure_and_nothing_else(
        self, asking: Asking, provider: OpenAIProvider, server: FakeAI, raw: bytes
    ) -> None:
        server.script(Turn(raw=raw))
        assert failure_of(asking, provider).failure is Failure.UNREADABLE


class TestRecordings:
    def test_words_and_what_they_cost(self, provider: OpenAIProvider, server: FakeAI) -> None:
        found = provider.transcribe(silence(), filename="x.wav", model="some-model", seconds=ROOM, language="pl")
        assert (found.text, found.model, found.usage, found.length) == (
            "Hello there.",
            "some-model",
            Usage(11, 7),
            None,
        )
        (asked,) = server.asked
        size = len(silence().getvalue())
        assert asked.path == "/v1/audio/transcriptions"
        assert asked.body == {
            "model": "some-model",
            "language": "pl",
            "response_format": "json",
            "file": {"filename": "recording.wav", "type": "audio/wav", "size": size},
        }

    def test_a_length_is_told_where_sound_is_billed_by_time(self, provider: OpenAIProvider, server: FakeAI) -> None:
        server.script(Turn(length=61.5))
        found = provider.transcribe(silence(), filename="x.wav", model="m", seconds=ROOM)
        assert (found.usage, found.length) == (Usage(seconds=61.5), 61.5)
        assert "language" not in server.asked[0].body

    @pytest.mark.parametrize(
        "usage",
        ["null", "{}", '"much"', '{"type": "duration"}', '{"type": "duration", "seconds": -1}', '{"seconds": 1e999}'],
    )
    def test_odd_bills_lose_no_words(self, provider: OpenAIProvider, server: FakeAI, usage: str) -> None:
        server.script(Turn(raw=f'{{"text": "One.", "usage": {usage}}}'.encode()))
        found = provider.transcribe(silence(), filename="x.wav", model="m", seconds=ROOM)
        assert (found.text, found.usage, found.length) == ("One.", Usage(), None)

    @pytest.mark.parametrize(
        ("filename", "sent", "kind"),
        [
            ("Ana Kowalska, interview.MP3", "recording.mp3", "audio/mpeg"),
            ("voice.opus", "recording.ogg", "audio/ogg"),
            ("/home/ana/talk.m4a", "recording.m4a", "audio/mp4"),
            ("interview.with-ana", "recording", "application/octet-stream"),
            ("", "recording", "application/octet-stream"),
        ],
    )
    def test_a_name_of_a_file_says_nothing_of_anybody(
        self, provider: OpenAIProvider, server: FakeAI, filename: str, sent: str, kind: str
    ) -> None:
        provider.transcribe(silence(), filename=filename, model="m", seconds=ROOM)
        file = server.asked[0].body["file"]
        assert (file["filename"], file["type"]) == (sent, kind)
        assert "ana" not in str(server.asked[0]).lower()

    def test_too_large_or_empty_is_not_sent(self, provider: OpenAIProvider, server: FakeAI) -> None:
        for size in (0, LARGEST_RECORDING + 1):
            with tempfile.TemporaryFile() as file:
                file.truncate(size)
                with pytest.raises(ProviderFailed) as caught:
                    provider.transcribe(file, filename="x.mp3", model="m", seconds=ROOM)
            assert caught.value.failure is Failure.REFUSED
        assert server.asked == []

    def test_the_largest_is_sent_whole_from_its_beginning(self, provider: OpenAIProvider, server: FakeAI) -> None:
        with tempfile.TemporaryFile() as file:
            file.write(b"x" * LARGEST_RECORDING)
            provider.transcribe(file, filename="x.mp3", model="m", seconds=ROOM)
        (asked,) = server.asked
        assert asked.body["file"]["size"] == LARGEST_RECORDING
        assert int(asked.headers["content-length"]) <= 25 * 1024 * 1024

    def test_a_slow_source_and_a_slow_answer_share_the_time(self, provider: OpenAIProvider, server: FakeAI) -> None:
        class Slow(BytesIO):
            def read(self, size: int | None = -1) -> bytes:
                time.sleep(0.2)
                return super().read(size)

        server.script(Turn(before=5.0))
        began = time.monotonic()
        with pytest.raises(ProviderFailed) as caught:
            provider.transcribe(Slow(b"x" * 200_000), filename="x.mp3", model="m", seconds=1.5)
        assert caught.value.failure is Failure.TOO_SLOW
        assert len(server.asked) == 1
        assert time.monotonic() - began < 2.0

    def test_a_source_without_end_is_too_slow(self, provider: OpenAIProvider, server: FakeAI) -> None:
        class Slower(BytesIO):
            def read(self, size: int | None = -1) -> bytes:
                time.sleep(0.2)
                return super().read(size)

        with pytest.raises(ProviderFailed) as caught:
            provider.transcribe(Slower(b"x" * 2_000_000), filename="x.mp3", model="m", seconds=0.5)
        assert caught.value.failure is Failure.TOO_SLOW
        assert server.asked == []

    def test_a_large_file_is_never_whole_in_memory(self, server: FakeAI) -> None:
        grown = int(subprocess.check_output([sys.executable, "-c", SENDING, server.url], text=True))
        assert [one.body["file"]["size"] for one in server.asked] == [1000, LARGEST_RECORDING]
        assert grown < 4 * 1024  # KiB, of 25,600


SENDING = """
import resource, sys, tempfile
from mosaic.ai.domain.media import LARGEST_RECORDING
from mosaic.ai.providers.openai import OpenAIProvider

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

def send(size):
    with tempfile.TemporaryFile() as file:
        file.truncate(size)
        provider.transcribe(file, filename="x.mp3", model="m", seconds=30)

provider = OpenAIProvider("", sys.argv[1] + "/v1")
send(1000)
before = peak()
send(LARGEST_RECORDING)
print(peak() - before)
"""


class TestVectors:
    def test_each_text_has_its_own(self, provider: OpenAIProvider, server: FakeAI) -> None:
        found = provider.embed(WORDS, model="some-model", seconds=ROOM)
        assert found == Embedded(tuple(tuple(vector_of(word)) for word in WORDS), "a-model", Usage(11))
        (asked,) = server.asked
        assert asked.path == "/v1/embeddings"
        assert asked.body == {"model": "some-model", "input": list(WORDS), "encoding_format": "float"}

    @pytest.mark.parametrize(
        "raw",
        [
            entries([1.0], [2.0]),
            entries([1.0], [2.0], [3.0], [4.0]),
            entries([1.0], [2.0], [3.0, 4.0]),
            entries([1.0], [2.0], [3.0], numbers=[0, 1, 1]),
            entries([1.0], [2.0], [3.0], numbers=[1, 2, 3]),
            entries([1.0], [2.0], []),
            entries([], [], []),
            entries([1.0], [2.0], [float("nan")]),
            entries([1.0], [2.0], [float("inf")]),
            entries([1.0], [2.0], [10**400]),
            entries([1.0], [2.0], ["3"]),
            entries([1.0], [2.0], None),
        ],
    )
    def test_a_wrong_number_or_length_or_kind_is_unreadable(
        self, provider: OpenAIProvider, server: FakeAI, raw: bytes
    ) -> None:
        server.script(Turn(raw=raw))
        assert failure_of(embed, provider).failure is Failure.UNREADABLE

    def test_a_service_that_says_nothing_of_tokens_is_heard(self, provider: OpenAIProvider, server: FakeAI) -> None:
        server.script(Turn(raw=entries([1], [2], [3])))
        assert provider.embed(WORDS, model="m", seconds=ROOM).vectors == ((1.0,), (2.0,), (3.0,))

    def test_more_than_a_batch_is_not_sent(self, provider: OpenAIProvider, server: FakeAI) -> None:
        for texts in ([], ["a"] * (MOST_TEXTS + 1)):
            with pytest.raises(ProviderFailed) as caught:
                provider.embed(texts, model="m", seconds=ROOM)
            assert caught.value.failure is Failure.REFUSED
        assert server.asked == []


class TestBatches:
    @pytest.mark.parametrize("count", [0, 1, MOST_TEXTS, MOST_TEXTS + 1, 3 * MOST_TEXTS])
    def test_all_texts_come_in_order(self, count: int) -> None:
        texts = [str(number) for number in range(count)]
        batches = list(media.batches_of(texts))
        assert [text for batch in batches for text in batch] == texts
        assert len(batches) == -(-count // MOST_TEXTS)

    def test_bytes_are_bounded_as_well(self) -> None:
        batches = list(media.batches_of(["ö" * (MOST_BYTES // 4)] * 5 + ["x" * 2 * MOST_BYTES, "y"]))
        assert [len(batch) for batch in batches] == [2, 2, 1, 1, 1]

    def test_batches_of_different_length_do_not_go_together(self) -> None:
        with pytest.raises(ProviderFailed):
            media.joined([Embedded(((1.0,),), "m", Usage()), Embedded(((1.0, 2.0),), "m", Usage())], "m")
