"""The key of each person, fetched when first needed and kept only while one request or task runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from uuid import UUID

from django.apps import apps
from django.conf import settings

from mosaic.lib.crypto import KeyWrap, SealBroken

_opened: ContextVar[dict[UUID, bytes] | None] = ContextVar("opened_keys", default=None)


@contextmanager
def scope() -> Iterator[None]:
    """Keep keys until the end of the block, and no longer."""
    token = _opened.set({})
    try:
        yield
    finally:
        _opened.reset(token)


def key_of(person_id: UUID) -> bytes:
    """Return a person's key. Raises SealBroken when it was destroyed."""
    opened = _opened.get()
    if opened is not None and person_id in opened:
        return opened[person_id]
    rows = apps.get_model("people", "Person")._default_manager.filter(pk=person_id)
    wrapped = rows.values_list("wrapped_key", flat=True).first()
    if not wrapped:
        raise SealBroken
    return remember(person_id, bytes(wrapped))


def remember(person_id: UUID, wrapped: bytes) -> bytes:
    """Unwrap a key that was read anyway, for the rest of the scope."""
    key = key_wrap().unwrap(wrapped, owner=person_id.bytes)
    opened = _opened.get()
    if opened is not None:
        opened[person_id] = key
    return key


@cache
def key_wrap() -> KeyWrap:
    """Return the service keys, read once per process."""
    return KeyWrap(settings.DATA_KEYS)
