"""Sound that becomes words, and words that become numbers: what not every provider offers."""

import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import SEEK_END
from pathlib import PurePath
from typing import BinaryIO, Protocol, runtime_checkable

from mosaic.ai.domain.calls import Failure, ProviderFailed, Usage

LARGEST_RECORDING = 25 * 1024 * 1024 - 4096
"""Bytes: the largest request the service takes, less the form around the file."""
MOST_TEXTS = 256
MOST_BYTES = 250_000
"""Of all texts of one request: a token has a byte at least, and the service takes 300,000 tokens."""
LARGEST = sys.float_info.max
Vector = tuple[float, ...]
# Containers the service takes, with their types; another name of one is sent as the name it knows.
KINDS = {
    "flac": "audio/flac",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "mpeg": "video/mpeg",
    "mpga": "audio/mpeg",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "webm": "video/webm",
}
OTHER_NAMES = {"oga": "ogg", "opus": "ogg", "wave": "wav", "m4v": "mp4", "mpg": "mpeg"}


@dataclass(frozen=True, slots=True)
class Transcript:
    """The words of a recording. `length` is its seconds where the provider says them."""

    text: str
    model: str
    usage: Usage
    length: float | None = None


@dataclass(frozen=True, slots=True)
class Embedded:
    """A vector for each text, in the order of the texts, all of one length."""

    vectors: tuple[Vector, ...]
    model: str
    usage: Usage


@runtime_checkable
class Transcriber(Protocol):
    """Somebody who writes down what is said in a recording. Raises ProviderFailed and nothing else."""

    @property
    def name(self) -> str:
        """The name that stands in settings, receipts and the ledger."""

    def transcribe(
        self, file: BinaryIO, *, filename: str, model: str, seconds: float, language: str = ""
    ) -> Transcript:
        """Return the words of a recording, from its beginning, within so many seconds, sending included.

        Of `filename` only its ending is used. `language` is two letters, or nothing where it is not known.
        """


@runtime_checkable
class Embedder(Protocol):
    """Somebody who places texts by their meaning. Raises ProviderFailed and nothing else."""

    @property
    def name(self) -> str:
        """The name that stands in settings, receipts and the ledger."""

    def embed(self, texts: Sequence[str], *, model: str, seconds: float) -> Embedded:
        """Return a vector for each text of one batch."""


def size_of(file: BinaryIO) -> int:
    """Return the bytes of a file, and leave it at its beginning."""
    size = file.seek(0, SEEK_END)
    file.seek(0)
    return size


def neutral(filename: str) -> tuple[str, str]:
    """Return a name that says nothing of anybody, and the type of what is in the file.

    An ending that is not known may be somebody's words, too.
    """
    ending = PurePath(filename).suffix.removeprefix(".").lower()
    ending = OTHER_NAMES.get(ending, ending)
    if ending not in KINDS:
        return "recording", "application/octet-stream"
    return f"recording.{ending}", KINDS[ending]


def seconds_in(said: object) -> float | None:
    """Return a length as a provider says it; anything that is none counts as not said."""
    if isinstance(said, int | float) and not isinstance(said, bool) and 0 < said < math.inf:
        return float(said)
    return None


def count_in(said: object) -> int:
    """Return a number of tokens as a provider says it; anything that is none counts as not said."""
    return said if isinstance(said, int) and said > 0 else 0


def batches_of(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield texts in portions that one request may hold; one text larger than that stands alone."""
    batch: list[str] = []
    size = 0
    for text in texts:
        bytes_of = len(text.encode())
        if batch and (len(batch) == MOST_TEXTS or size + bytes_of > MOST_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += bytes_of
    if batch:
        yield batch


def in_order(found: Iterable[tuple[int, Sequence[object]]], wanted: int) -> tuple[Vector, ...]:
    """Return vectors in the order of their texts. Raises ProviderFailed for any that is missing, double or no vector."""
    placed = sorted(found, key=lambda one: one[0])
    if [number for number, _ in placed] != list(range(wanted)):
        raise ProviderFailed(Failure.UNREADABLE)
    vectors = tuple(_vector(numbers) for _, numbers in placed)
    if len(set(map(len, vectors))) > 1:
        raise ProviderFailed(Failure.UNREADABLE)
    return vectors


def _vector(numbers: Sequence[object]) -> Vector:
    # Compared, not asked whether it is finite: a whole number may be too large for that.
    vector = tuple(float(one) for one in numbers if isinstance(one, int | float) and -LARGEST <= one <= LARGEST)
    if not vector or len(vector) != len(numbers):
        raise ProviderFailed(Failure.UNREADABLE)
    return vector


def joined(parts: Sequence[Embedded], model: str) -> Embedded:
    """Return several batches as one. Raises ProviderFailed when their vectors differ in length."""
    vectors = tuple(vector for part in parts for vector in part.vectors)
    if len(set(map(len, vectors))) > 1:
        raise ProviderFailed(Failure.UNREADABLE)
    usage = Usage(sum(part.usage.taken for part in parts), sum(part.usage.given for part in parts))
    return Embedded(vectors, parts[-1].model if parts else model, usage)
