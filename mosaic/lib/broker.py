"""A Celery broker made of files, for one machine without a server.

kombu's own transport opens a file under its final name and then writes it, so that another process can
read it half written; and it moves what it takes into the system's temporary folder. Here files appear
whole, are taken by a rename that only one worker can win, and stay in one folder. A file that is no
message would stop every worker that meets it, so it is put into a folder beside the messages.
"""

import fcntl
import uuid
from pathlib import Path
from queue import Empty
from time import time_ns
from typing import Any

import structlog
from kombu.exceptions import ChannelError
from kombu.transport import filesystem
from kombu.utils.json import dumps, loads

log = structlog.stdlib.get_logger("mosaic.broker")
ASIDE = "set-aside"


class Channel(filesystem.Channel):
    """A channel whose messages and bindings appear at once and whole."""

    @property
    def folder(self) -> Path:
        """The folder all messages lie in."""
        return Path(self.data_folder_in)

    def _put(  # type: ignore[override]  # the two base classes name it differently
        self, queue: str, payload: object, **_: object
    ) -> None:
        name = f"{time_ns():020d}_{uuid.uuid4()}.{queue}.msg"
        try:
            _write_whole(self.folder / name, dumps(payload))
        except OSError as error:
            raise ChannelError("The broker's folder cannot be written.") from error

    def _get(self, queue: str, timeout: float | None = None) -> dict[str, Any]:
        for path in sorted(self.folder.iterdir()):
            if path.name.partition(".")[2] != f"{queue}.msg":
                continue
            taken = self.folder / f".taken-{uuid.uuid4()}"
            try:
                path.rename(taken)
            except FileNotFoundError:
                continue  # another worker was quicker
            message = _message_in(taken)
            if message is None:
                self._set_aside(taken, path.name)
                continue
            taken.unlink()
            return message
        raise Empty

    def _queue_bind(self, exchange: str, routing_key: str | None, pattern: str | None, queue: str) -> None:
        binding = filesystem.exchange_queue_t(routing_key or "", pattern or "", queue or "")
        if binding in self.get_table(exchange):
            return
        with (self.control_folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            table = self.get_table(exchange)
            # Another process may have been first while this one waited for the lock.
            if binding not in table:
                _write_whole(self.control_folder / f"{exchange}.exchange", dumps([binding, *table]))

    def _set_aside(self, taken: Path, name: str) -> None:
        aside = self.folder / ASIDE
        aside.mkdir(exist_ok=True)
        taken.rename(aside / name)
        log.warning("message_set_aside", file=name)


class Transport(filesystem.Transport):
    """The file-system transport with the channel above."""

    Channel = Channel


def _message_in(path: Path) -> dict[str, Any] | None:
    """Return the message a file holds, or None for a file that holds none."""
    try:
        message = loads(path.read_text(encoding="utf-8"))
    except (IsADirectoryError, PermissionError, ValueError):
        return None
    properties = message.get("properties") if isinstance(message, dict) else None
    return message if isinstance(properties, dict) and "delivery_tag" in properties else None


def _write_whole(path: Path, text: str) -> None:
    hidden = path.with_name(f".{uuid.uuid4()}")
    hidden.write_text(text, encoding="utf-8")
    hidden.replace(path)
