"""Sealing bytes with AES-256-GCM: single values, whole files, and keys under other keys.

A sealed value is one version byte, a 12-byte nonce and the ciphertext with its tag. A sealed file is a
sequence of chunks in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár: *Online
Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance*, 2015): a chunk cannot be dropped,
repeated, moved or cut off without being noticed.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable, Iterator, Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = b"\x01"
NONCE = 12
PREFIX = 7
TAG = 16
CHUNK = 256 * 1024


class SealBroken(Exception):
    """What was sealed cannot be opened: another key, another owner, or changed bytes."""


def new_key() -> bytes:
    """Return 32 random bytes."""
    return AESGCM.generate_key(256)


def seal(key: bytes, plain: bytes, *, owner: bytes) -> bytes:
    """Seal a value for one owner: opening it for another fails."""
    nonce = secrets.token_bytes(NONCE)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, plain, owner)


def unseal(key: bytes, sealed: bytes, *, owner: bytes) -> bytes:
    """Open a value. Raises SealBroken."""
    if sealed[:1] != VERSION:
        raise SealBroken
    nonce, body = sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
    try:
        return AESGCM(key).decrypt(nonce, body, owner)
    except (InvalidTag, ValueError) as error:
        raise SealBroken from error


def seal_chunks(key: bytes, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Seal a stream of any chunk sizes; memory stays at two chunks."""
    prefix = secrets.token_bytes(PREFIX)
    yield VERSION + prefix
    cipher, waiting, count = AESGCM(key), b"", 0
    for piece in _even(chunks):
        if waiting:
            yield cipher.encrypt(_nonce(prefix, count, last=False), waiting, None)
            count += 1
        waiting = piece
    yield cipher.encrypt(_nonce(prefix, count, last=True), waiting, None)


def unseal_chunks(key: bytes, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Open what `seal_chunks` made. Raises SealBroken, at the latest at the end."""
    pieces = _even(chunks, first=1 + PREFIX, size=CHUNK + TAG)
    head = next(pieces, b"")
    if head[:1] != VERSION or len(head) != 1 + PREFIX:
        raise SealBroken
    cipher, waiting, count = AESGCM(key), b"", 0
    try:
        for piece in pieces:
            if waiting:
                yield cipher.decrypt(_nonce(head[1:], count, last=False), waiting, None)
                count += 1
            waiting = piece
        yield cipher.decrypt(_nonce(head[1:], count, last=True), waiting, None)
    except (InvalidTag, ValueError) as error:
        raise SealBroken from error


def _nonce(prefix: bytes, count: int, *, last: bool) -> bytes:
    return prefix + count.to_bytes(4, "big") + (b"\x01" if last else b"\x00")


def _even(chunks: Iterable[bytes], *, first: int = CHUNK, size: int = CHUNK) -> Iterator[bytes]:
    """Cut a stream into one piece of `first` bytes and then pieces of `size`, the last one shorter."""
    buffer, wanted = bytearray(), first
    for chunk in chunks:
        buffer += chunk
        while len(buffer) >= wanted:
            yield bytes(buffer[:wanted])
            del buffer[:wanted]
            wanted = size
    if buffer:
        yield bytes(buffer)


class KeyWrap:
    """Wraps person keys under service keys: the first wraps, all unwrap."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Take keys of 32 bytes in URL-safe base64."""
        self._keys = [base64.urlsafe_b64decode(key) for key in keys]

    def wrap(self, key: bytes, *, owner: bytes) -> bytes:
        """Seal a person's key under the first service key."""
        return seal(self._keys[0], key, owner=owner)

    def unwrap(self, wrapped: bytes, *, owner: bytes) -> bytes:
        """Open a wrapped key with whichever service key fits. Raises SealBroken."""
        for service_key in self._keys:
            try:
                return unseal(service_key, wrapped, owner=owner)
            except SealBroken:
                continue
        raise SealBroken


def fingerprint(key: bytes, value: bytes | str) -> str:
    """Return a keyed hash for finding equal values of one person without storing them."""
    data = value.encode() if isinstance(value, str) else value
    return hmac.new(key, data, hashlib.sha256).hexdigest()


def new_token() -> str:
    """Return a secret of 256 bits for a header, a cookie or a link."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """Return what is stored of a token: enough to find it, not enough to use it."""
    return hashlib.sha256(token.encode()).hexdigest()
