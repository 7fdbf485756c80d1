"""POSTs that may be sent twice: the second time gets the first answer."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import timedelta

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request

from mosaic.lib.problems import Invalid, Problem
from mosaic.people import queries
from mosaic.people.models import Person, RepeatableAnswer

HEADER = "Idempotency-Key"
KEPT = timedelta(hours=24)
LONGEST_KEY = 64
UNSTORED = ("session_id", "recovery_code", "url")


def claim(request: Request, person: Person) -> RepeatableAnswer | None:
    """Claim the key of a POST; None when it has no key. Raises Problem while or after another used it.

    A row in state `done` means: answer with it and do nothing.
    """
    key = request.headers.get(HEADER, "")
    if not key or request.method != "POST":
        return None
    if len(key) > LONGEST_KEY:
        raise Invalid(HEADER, "too_long", _("The key is longer than 64 characters."))
    if not (key.isascii() and key.isprintable()):
        raise Invalid(HEADER, "invalid", _("The key may hold only printable ASCII characters."))
    body = _digest(request)
    queries.answers_of(person).filter(key=key, created_at__lt=timezone.now() - KEPT).delete()
    try:
        with transaction.atomic():
            return RepeatableAnswer.objects.create(person=person, key=key, body_digest=body)
    except IntegrityError:
        return _earlier(queries.answers_of(person).get(key=key), body)


def keep(row: RepeatableAnswer, status: int, data: object) -> None:
    """Keep an answer; one that failed on our side may be tried again."""
    if status >= 500 or not isinstance(data, dict):
        row.delete()
        return
    row.status = status
    row.answer = json.loads(json.dumps({**data, **{name: None for name in UNSTORED if name in data}}, default=str))
    row.state = RepeatableAnswer.State.DONE
    row.save()


def _earlier(row: RepeatableAnswer, body: str) -> RepeatableAnswer:
    if row.body_digest != body:
        raise Problem(409, "idempotency_conflict", _("This key was used for another request. Use a new one."))
    if row.state == RepeatableAnswer.State.RUNNING:
        problem = Problem(409, "in_progress", _("The same request is still being worked on."))
        raise problem.with_headers(Retry_After="2")
    return row


def _digest(request: Request) -> str:
    """Digest the path and the body; files by their bytes, because the form was already read."""
    found = hashlib.sha256(request.path_info.encode())
    for part in _parts(request.data):
        found.update(part)
    return found.hexdigest()


def _parts(data: object) -> Iterator[bytes]:
    if not isinstance(data, Mapping):
        yield repr(data).encode()
        return
    for name in sorted(data):
        if name in UNSTORED:
            continue
        value = data[name]
        yield f"\0{name}=".encode()
        if isinstance(value, UploadedFile):
            yield from value.chunks()
            value.seek(0)
        else:
            yield json.dumps(value, sort_keys=True, default=str).encode()
