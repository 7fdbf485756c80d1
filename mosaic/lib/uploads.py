"""Incoming files: to disk as they come, stopped at a limit by header and by bytes, never whole in memory."""

from collections.abc import Callable
from typing import IO, TypeVar

import filetype
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http.response import HttpResponseBase

FORM_OVERHEAD = 1024 * 1024
DRAIN_BLOCK = 256 * 1024
SNIFF = 4096
ARCHIVE_WORDS = 16 * 1024 * 1024

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class FileTooLarge(RequestDataTooBig):
    """A file over its limit; `limit` in bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


def takes_archives(view: View) -> View:
    """Mark a view that takes everything of a person in one file."""
    view.takes_archives = True  # type: ignore[attr-defined]  # read below
    return view


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Writes uploads under the instance's folder and refuses what is too large.

    What is refused is still read off the wire (up to a bound), because a
    browser that is cut off while sending shows its own error instead of our sentence.
    """

    received = 0
    limit = 0
    refused = False

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, str],  # noqa: N803  # Django passes it by this name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Refuse by the announced length before anything is written."""
        most = self._archive_limit() or settings.MEDIA_LIMIT
        if content_length > most + FORM_OVERHEAD:
            _drain(input_data, min(content_length, 3 * settings.PERSON_LIMIT))
            raise FileTooLarge(most)

    def new_file(self, *args: object, **kwargs: object) -> None:
        """Begin counting a file."""
        super().new_file(*args, **kwargs)  # type: ignore[arg-type]  # passed on unchanged
        self.received, self.limit, self.refused = 0, 0, False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Write a chunk unless the file has outgrown its kind's limit."""
        self.limit = self.limit or self._archive_limit() or limit_for(raw_data[:SNIFF])
        self.received += len(raw_data)
        self.refused = self.refused or self.received > self.limit
        return None if self.refused else super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        """Hand the file over, or say that it was too large."""
        if self.refused:
            self.file.close()
            raise FileTooLarge(self.limit)
        return super().file_complete(file_size)

    def _archive_limit(self) -> int:
        """Return how large an archive may be where one is taken, else 0."""
        match = getattr(self.request, "resolver_match", None)
        takes = match is not None and getattr(match.func, "takes_archives", False)
        return settings.PERSON_LIMIT + ARCHIVE_WORDS if takes else 0


def limit_for(head: bytes) -> int:
    """Return the limit for a file that begins with `head`, in bytes."""
    kind = filetype.guess(head)
    is_media = kind is not None and kind.mime.startswith(("audio/", "video/"))
    return int(settings.MEDIA_LIMIT if is_media else settings.DOCUMENT_LIMIT)


def _drain(stream: IO[bytes], length: int) -> None:
    while length > 0:
        block = stream.read(min(DRAIN_BLOCK, length))
        if not block:
            return
        length -= len(block)
