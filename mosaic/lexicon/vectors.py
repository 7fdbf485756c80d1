"""Words and sentences as vectors, from a static table that comes with a library: nothing is fetched, and no model runs."""

import os
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mosaic.lexicon.shared_words import SMALL
from mosaic.lexicon.words import WORD

Vector = NDArray[np.float32]
WIDTH = 256


def mean_of(text: str, weights: dict[str, float]) -> Vector:
    """Return the weighted mean of the vectors of a text's words, of length 1; nothing but zeros without words."""
    words = words_of(text)
    total = np.zeros(WIDTH, np.float32)
    for word in words:
        total += (0.05 if word in SMALL else weights.get(word, 6.3)) * _vector(word)
    length = np.linalg.norm(total)
    return total / length if length else total


def means_of(text: str, spans: Sequence[tuple[int, int]], weights: dict[str, float]) -> Vector:
    """Return the means of pieces of a text, each word looked up once."""
    words = list(WORD.finditer(text))
    starts, ends = [match.start() for match in words], [match.end() for match in words]
    if not words or any(_is_inside(place, starts, ends) for span in spans for place in span):
        return np.array([mean_of(text[start:end], weights) for start, end in spans])
    said = [match.group().casefold() for match in words]
    each = np.array([0.05 if word in SMALL else weights.get(word, 6.3) for word in said], np.float32)
    vectors = np.array([_vector(word) for word in said]) * each[:, None]
    totals = np.array(
        [vectors[bisect_left(starts, start) : bisect_left(starts, end)].sum(axis=0) for start, end in spans]
    )
    lengths = np.linalg.norm(totals, axis=1, keepdims=True)
    means: Vector = np.divide(totals, lengths, out=totals, where=lengths > 0)
    return means


def _is_inside(place: int, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether a place lies inside a word."""
    word = bisect_left(starts, place) - 1
    return word >= 0 and place < ends[word]


def words_of(text: str) -> list[str]:
    return [match.group().casefold() for match in WORD.finditer(text)]


@lru_cache(maxsize=30_000)
def _vector(word: str) -> Vector:
    found: Vector = _table().embed([word], norm=True)[0]
    return found


@cache
def _table():  # type: ignore[no-untyped-def]  # noqa: ANN202  # the library has no types
    """Return the vectors that come with the library. Its loader is told where they lie, or it would ask the network."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    # A fifth of a second that only a reader of own words spends.
    import wordllama  # type: ignore[import-untyped]  # noqa: PLC0415

    folder = Path(wordllama.__file__).parent
    return wordllama.WordLlama.load(dim=WIDTH, cache_dir=folder, disable_download=True)
