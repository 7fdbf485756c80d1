"""Compressing a stream of bytes where it pays: text does, pictures and office files do not."""

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

ENDING = ".z"
SAMPLE = 64 * 1024
WORTH = 0.9
BLOCK = 256 * 1024


class Damaged(Exception):
    """A compressed stream that does not open, or that ends too early."""


def where_it_pays(chunks: Iterable[bytes]) -> tuple[Iterator[bytes], str]:
    """Return the stream to store and the ending for its name: empty when it is stored as it is."""
    waiting = iter(chunks)
    head = bytearray()
    for chunk in waiting:
        head += chunk
        if len(head) >= SAMPLE:
            break
    whole = chain((bytes(head),), waiting)
    sample = bytes(head[:SAMPLE])
    if not sample or len(zlib.compress(sample)) > WORTH * len(sample):
        return whole, ""
    return _closed(whole), ENDING


def opened(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what was compressed, never more than a block at once. Raises Damaged."""
    engine = zlib.decompressobj()
    try:
        for chunk in chunks:
            waiting = chunk
            while waiting:
                yield engine.decompress(waiting, BLOCK)
                waiting = engine.unconsumed_tail
        yield engine.flush()
    except zlib.error as error:
        raise Damaged from error
    if not engine.eof:
        raise Damaged


def _closed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    engine = zlib.compressobj()
    for chunk in chunks:
        yield engine.compress(chunk)
    yield engine.flush()
