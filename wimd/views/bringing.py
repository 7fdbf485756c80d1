"""Files in a form: each is kept or refused by itself, and the page says of each what happened."""

from dataclasses import dataclass

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.encoding import force_str

from mosaic.lib.uploads import FileTooLarge
from mosaic.people.http import PersonRequest
from mosaic.people.identity import TooOften, spend
from mosaic.people.models import Person
from wimd import services
from wimd.incoming import name_of
from wimd.models import Upload
from wimd.words import NO_ROOM
from wimd.words import files as words

_REFUSALS = (TooOften, FileTooLarge, services.QuotaExceeded, services.StorageFull, services.UnsupportedFile)


@dataclass(frozen=True, slots=True)
class Result:
    """What happened to one file: `upload` is where it is kept now, None for one that was refused."""

    name: str
    size: int
    sentence: str
    upload: Upload | None = None
    is_new: bool = False
    needs_room: bool = False


def bring(request: PersonRequest) -> list[Result]:
    """Keep the files of a form, one after the other."""
    sent = [one for one in request.FILES.getlist("file") if isinstance(one, UploadedFile)]
    return [_bring(request.person, file) for file in sent]


def _bring(person: Person, file: "UploadedFile[bytes]") -> Result:
    name, size = name_of(file), file.size or 0
    if not size:
        return Result(name, size, words.empty_file())
    try:
        spend("uploads", str(person.pk))
        brought = services.add_file(person, file=file)
    except _REFUSALS as error:
        return Result(name, size, _sentence(error), needs_room=isinstance(error, services.QuotaExceeded))
    said = words.kept() if brought.is_new else words.kept_before(brought.upload.filename)
    return Result(name, size, said, brought.upload, brought.is_new)


def _sentence(error: Exception) -> str:
    """Say why a file was not kept."""
    match error:
        case TooOften():
            return force_str(error.detail)
        case FileTooLarge():
            return words.too_large(error.limit)
        case services.QuotaExceeded():
            return words.too_full(settings.PERSON_LIMIT, error.free)
        case services.StorageFull():
            return str(NO_ROOM)
        case _:
            return words.unreadable()
