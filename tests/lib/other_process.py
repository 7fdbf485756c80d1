"""A second process that shares a folder of messages: told on its standard input what to do, one line each."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kombu import Connection, Exchange, Queue

from mosaic.lib.broker import Channel, Transport

QUEUES = ("person", "bulk")
DONE = "everything-is-sent"


@contextmanager
def channel_of(folder: Path) -> Iterator[Channel]:
    """Open a channel on the messages in a folder, with the queues declared."""
    options = {
        "data_folder_in": str(folder / "messages"),
        "data_folder_out": str(folder / "messages"),
        "control_folder": str(folder / "control"),
    }
    for part in ("messages", "control"):
        (folder / part).mkdir(exist_ok=True)
    Transport.global_state.clear()  # remembers bindings for the process, whatever the folder
    with Connection("filesystem://", transport=Transport, transport_options=options) as connection:
        channel = connection.channel()
        assert isinstance(channel, Channel)
        for name in QUEUES:
            Queue(name, Exchange(name, type="direct"), routing_key=name)(channel).declare()
        yield channel


def send(channel: Channel, queue: str, value: object) -> None:
    """Put one message on a queue."""
    channel.basic_publish(channel.prepare_message(json.dumps(value)), exchange=queue, routing_key=queue)


def take(channel: Channel, queue: str) -> object:
    """Take the next message of a queue, or None when there is none."""
    message = channel.basic_get(queue, no_ack=True)
    return None if message is None else json.loads(message.body or "")


def drain(channel: Channel, folder: Path) -> Iterator[tuple[str, object]]:
    """Yield messages of all queues until everything was sent and nothing is left."""
    while True:
        is_last = (folder / DONE).exists()
        found = [(queue, value) for queue in QUEUES if (value := take(channel, queue)) is not None]
        yield from found
        if is_last and not found:
            return


def main() -> None:
    """Do what each line says: send values, or take what is there and say each at once."""
    for line in sys.stdin:
        order = json.loads(line)
        folder = Path(order["folder"])
        with channel_of(folder) as channel:
            for queue, value in order.get("send", ()):
                send(channel, queue, value)
            for found in drain(channel, folder) if order.get("drain") else ():
                print(json.dumps(found), flush=True)
        print("end", flush=True)


if __name__ == "__main__":
    main()
