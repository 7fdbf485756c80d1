"""Recordings: the person's yes to sending one, and the words a provider heard in it."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from mosaic.ai import hearing
from mosaic.ai.sending import NotAnswered
from mosaic.documents.model import Document, FileKind, Outcome
from mosaic.lib.text import normalised
from mosaic.people import consent, files
from mosaic.people.models import AIMode
from wimd.models import Upload

MEDIA = {Upload.Kind.AUDIO: FileKind.AUDIO, Upload.Kind.VIDEO: FileKind.VIDEO}


class NoRoom(Exception):
    """The share for models is used up, or as many wait for one as may."""


def is_recording(upload: Upload) -> bool:
    """Whether a file is sound or film."""
    return Upload.Kind(upload.kind) in MEDIA


def listener_for(upload: Upload) -> str:
    """Return who would write a recording down if its person said yes, or nothing."""
    asked = hearing.listener()
    can_be = is_recording(upload) and not upload.text and upload.person.ai_mode != AIMode.OFF
    return asked[0] if asked and can_be else ""


def agree(upload: Upload) -> None:
    """Keep a person's yes to sending this recording. Raises NotAnswered where nobody can or may be asked."""
    about = _("The whole recording as it is (%(kind)s, %(size)s). Its name stays here.") % {
        "kind": upload.content_type,
        "size": filesizeformat(upload.size),
    }
    hearing.agree(consent.Media(upload.person, about, upload.pk))


def heard(upload: Upload) -> Document:
    """Return a recording as a document: what was heard before, or is heard now after a yes, or that a yes is missing.

    Raises FileNotFoundError, and NoRoom when it can be tried again later: the yes stands for a day.
    """
    kind = MEDIA[Upload.Kind(upload.kind)]
    if upload.text:
        return Document(kind=kind, outcome=Outcome.READ, text=upload.text)
    receipt = consent.approved_media(upload.person, upload.pk)
    if receipt is None:
        return Document(kind=kind, outcome=Outcome.NEEDS_TRANSCRIPTION)
    try:
        with _opened(files.read(upload.person_id, upload.name)) as file:
            text = hearing.transcribe(receipt, file, filename=upload.filename).text
    except NotAnswered as none:
        if none.has_no_room:
            raise NoRoom from none
        consent.take_back(upload.person, upload.pk)
        return Document(kind=kind, outcome=Outcome.NOT_TRANSCRIBED)
    text = normalised(text).strip()
    return Document(kind=kind, outcome=Outcome.READ if text else Outcome.EMPTY, text=text)


@contextmanager
def _opened(chunks: Iterable[bytes]) -> Iterator[BinaryIO]:
    """Give a file without a name that holds the plain bytes for a while."""
    with tempfile.TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR) as file:
        for chunk in chunks:
            file.write(chunk)
        file.seek(0)
        yield cast(BinaryIO, file)  # what it is; its type in the library is wider
