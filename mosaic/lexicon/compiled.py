"""What is worked out from the data files once and kept beside Python's own bytecode.

Reading the files and taking their phrases apart takes seconds, loading the outcome milliseconds. The outcome goes where
Python puts its `.pyc` files (`PYTHONPYCACHEPREFIX` moves it), with the digest of everything it was made from; where
nothing can be written, it is worked out at every start.
"""

import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar

PACKAGE = Path(__file__).parent
Plain = TypeVar("Plain")


def kept(name: str, make: Callable[[], Plain], *, mark: str = "") -> Plain:
    """Return what `make` returns (plain containers, words and numbers), made anew only when its sources have changed.

    `mark` says what beside the package's own files it was made from.
    """
    path = _path(f"{name}-{hashlib.sha256(mark.encode()).hexdigest()[:8]}" if mark else name)
    wanted = f"{_digest()} {mark}"
    with suppress(OSError, EOFError, ValueError, TypeError):
        of, found = marshal.loads(path.read_bytes())  # noqa: S302  # written by this program, beside its bytecode
        if of == wanted:
            return found  # type: ignore[no-any-return]  # what `make` returned
    made = make()
    with suppress(OSError):
        _write(path, marshal.dumps((wanted, made)))  # type: ignore[arg-type]  # plain, as said above
    return made


def _path(name: str) -> Path:
    return Path(cache_from_source(str(PACKAGE / "data" / f"{name}.py"))).with_suffix(".bin")


@cache
def _digest() -> str:
    """Return a digest of the data and of the code that takes it apart."""
    found = hashlib.sha256(sys.version.encode())
    for path in sorted([*PACKAGE.glob("*.py"), *PACKAGE.glob("data/**/*.toml"), *PACKAGE.glob("data/**/*.csv")]):
        found.update(path.read_bytes())
    return found.hexdigest()


def _write(path: Path, content: bytes) -> None:
    """Write a file that appears whole or not at all, so that processes starting together do not meet half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(part).chmod(0o644)
        Path(part).replace(path)
    finally:
        Path(part).unlink(missing_ok=True)
