"""A generator that keeps what it returned at its end."""

from collections.abc import Generator, Iterator
from typing import Generic, TypeVar

Returned = TypeVar("Returned")


class Returning(Iterator[str], Generic[Returned]):
    """Yields what a generator yields; `value` is what it returned, there once it has ended."""

    def __init__(self, pieces: Generator[str, None, Returned]) -> None:
        self._pieces = pieces
        self._value: Returned | None = None

    def __next__(self) -> str:
        """Return the next piece."""
        try:
            return next(self._pieces)
        except StopIteration as end:
            self._value = end.value
            raise StopIteration from None

    @property
    def value(self) -> Returned:
        """What came at the end. Raises ValueError before it."""
        if self._value is None:
            raise ValueError("it has not ended")
        return self._value

    def close(self) -> None:
        """Hear no more of it."""
        self._pieces.close()
