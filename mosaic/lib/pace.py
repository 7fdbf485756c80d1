"""Heavy work on bytes that leaves most of the processor to everybody else.

Twenty large files at once are seconds of hashing and sealing; with nothing else in the way they would run at
full speed, and every page would wait in between. Who works at a pace rests after each piece of work, and in
one process only one rests at a time, so that together they never take more than their share.
"""

from collections.abc import Iterable, Iterator
from threading import Lock
from time import sleep, thread_time

SHARE = 0.2
"""Of one processor, for all files of one process together."""
SHORTEST = 0.002
"""Seconds of work after which it is worth resting."""

_resting = Lock()


class Pace:
    """Counts the processor seconds of the thread it was made in."""

    def __init__(self) -> None:
        self._since = thread_time()

    def rest(self) -> None:
        """Wait in proportion to what was worked since the last rest."""
        worked = thread_time() - self._since
        if worked < SHORTEST:
            return
        with _resting:
            sleep(worked * (1 / SHARE - 1))
        self._since = thread_time()


def paced(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield chunks, with rests for what is done with them."""
    pace = Pace()
    for chunk in chunks:
        yield chunk
        pace.rest()
