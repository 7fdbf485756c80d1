"""Incoming files: to disk as they come, stopped at a limit by header and by bytes, never whole in memory.

Except for archives they lie in files without a name, so a process that is killed leaves nothing behind.
"""

import tempfile
from collections.abc import Callable
from enum import StrEnum
from io import BytesIO
from typing import IO, TypeVar, cast

import filetype
from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest, UnreadablePostError
from django.http.response import HttpResponseBase

from mosaic.lib.pace import Pace

FORM_OVERHEAD = 1024 * 1024
DRAIN_BLOCK = 256 * 1024
SNIFF = 4096
ARCHIVE_WORDS = 16 * 1024 * 1024

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class Takes(StrEnum):
    """What files a view takes: one, several of which each stands for itself, or everything of a person in one."""

    FILE = "file"
    FILES = "files"
    ARCHIVE = "archive"


class FileTooLarge(RequestDataTooBig):
    """A file over its limit, or files that are `together` over theirs; `limit` in bytes."""

    def __init__(self, limit: int, *, together: bool = False) -> None:
        super().__init__(limit)
        self.limit, self.together = limit, together


class NamelessFile(UploadedFile[bytes]):
    """A file on disk that nobody else can find, gone when it is closed."""


class OversizeFile(UploadedFile[bytes]):
    """What is left of a file among several that outgrew its limit, in bytes: its name, and how much came."""

    def __init__(self, name: str, size: int, limit: int) -> None:
        super().__init__(BytesIO(), name, size=size)
        self.limit = limit


def takes_file(view: View) -> View:
    """Mark a view that takes one file."""
    return _mark(view, Takes.FILE)


def takes_files(view: View) -> View:
    """Mark a view that takes several files; one that is too large arrives as an OversizeFile among the others."""
    return _mark(view, Takes.FILES)


def takes_archives(view: View) -> View:
    """Mark a view that takes everything of a person in one file."""
    return _mark(view, Takes.ARCHIVE)


def taken_by(view: object) -> Takes | None:
    """Return what files a view takes."""
    return cast(Takes | None, getattr(view, "takes", None))


def receive(request: HttpRequest) -> None:
    """Take in all files of a form, however slowly they come. Raises FileTooLarge, BadRequest when it breaks off."""
    if request.method != "POST" or request.content_type != "multipart/form-data":
        return
    try:
        len(request.FILES)
    except UnreadablePostError as error:
        raise BadRequest("The sender went away.") from error


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
        self.pace = Pace()
        match = getattr(self.request, "resolver_match", None)
        self.takes = taken_by(match.func) if match else None
        if content_length > self._most() + FORM_OVERHEAD:
            _drain(input_data, min(content_length, 3 * settings.PERSON_LIMIT))
            raise FileTooLarge(self._most(), together=self.takes is Takes.FILES)

    def new_file(self, *args: object, **kwargs: object) -> None:
        """Begin counting a file."""
        if self.takes is Takes.ARCHIVE:
            super().new_file(*args, **kwargs)  # type: ignore[arg-type]  # passed on unchanged
        else:
            super(TemporaryFileUploadHandler, self).new_file(*args, **kwargs)  # type: ignore[arg-type]  # likewise
            lying = tempfile.TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR)  # noqa: SIM115  # its reader closes it
            self.file = NamelessFile(  # type: ignore[assignment]  # what is handed over
                cast(IO[bytes], lying), self.file_name, self.content_type, 0, self.charset
            )
        self.received, self.limit, self.refused = 0, 0, False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Write a chunk unless the file has outgrown its kind's limit."""
        self.limit = self.limit or self._limit_for(raw_data[:SNIFF])
        self.received += len(raw_data)
        self.refused = self.refused or self.received > self.limit
        self.pace.rest()
        return None if self.refused else super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        """Hand the file over, or say that it was too large."""
        if not self.refused:
            return super().file_complete(file_size)
        self.file.close()
        if self.takes is Takes.FILES:
            return OversizeFile(self.file_name or "", self.received, self.limit)
        raise FileTooLarge(self.limit)

    def upload_interrupted(self) -> None:
        """Let go of a file that will not be finished."""
        if hasattr(self, "file"):
            self.file.close()

    def _limit_for(self, head: bytes) -> int:
        return self._most() if self.takes is Takes.ARCHIVE else limit_for(head)

    def _most(self) -> int:
        """Return how much may come in one request, in bytes."""
        if self.takes is Takes.ARCHIVE:
            return int(settings.PERSON_LIMIT) + ARCHIVE_WORDS
        return int(settings.PERSON_LIMIT if self.takes is Takes.FILES else settings.MEDIA_LIMIT)


def limit_for(head: bytes) -> int:
    """Return the limit for a file that begins with `head`, in bytes."""
    kind = filetype.guess(head)
    is_media = kind is not None and kind.mime.startswith(("audio/", "video/"))
    return int(settings.MEDIA_LIMIT if is_media else settings.DOCUMENT_LIMIT)


def _mark(view: View, what: Takes) -> View:
    view.takes = what  # type: ignore[attr-defined]  # read above
    return view


def _drain(stream: IO[bytes], length: int) -> None:
    while length > 0:
        block = stream.read(min(DRAIN_BLOCK, length))
        if not block:
            return
        length -= len(block)
