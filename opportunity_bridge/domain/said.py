"""A value together with the words it was read from."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Said(Generic[Value]):
    """A value that `text[start:end]` says."""

    value: Value
    start: int
    end: int
