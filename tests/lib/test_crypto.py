"""Sealing: what is sealed for one person opens for nobody else, and nothing can be cut off unnoticed."""

import base64
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mosaic.lib.crypto import CHUNK, KeyWrap, SealBroken, fingerprint, new_key, seal, seal_chunks, unseal, unseal_chunks

KEY = bytes(range(32))


@given(st.binary(max_size=2000))
def test_what_was_sealed_opens_as_it_was(plain: bytes) -> None:
    assert unseal(KEY, seal(KEY, plain, owner=b"ana"), owner=b"ana") == plain


def test_it_opens_for_nobody_else() -> None:
    sealed = seal(KEY, b"words", owner=b"ana")
    with pytest.raises(SealBroken):
        unseal(KEY, sealed, owner=b"bob")
    with pytest.raises(SealBroken):
        unseal(new_key(), sealed, owner=b"ana")


@given(st.integers(min_value=0, max_value=32))
def test_a_changed_byte_is_noticed(place: int) -> None:
    sealed = bytearray(seal(KEY, b"some words here", owner=b"ana"))
    sealed[place] ^= 1
    with pytest.raises(SealBroken):
        unseal(KEY, bytes(sealed), owner=b"ana")


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17])
def test_a_file_of_any_size_comes_back_whole(size: int) -> None:
    plain = os.urandom(size)
    sealed = b"".join(seal_chunks(KEY, (plain[at : at + 1000] for at in range(0, size, 1000))))
    assert plain[:64] not in sealed or size < 16
    assert b"".join(unseal_chunks(KEY, (sealed[at : at + 777] for at in range(0, len(sealed), 777)))) == plain


@pytest.mark.parametrize("left", [0, 3, 8, 9, CHUNK, CHUNK + 24])
def test_a_file_that_was_cut_off_is_refused(left: int) -> None:
    sealed = b"".join(seal_chunks(KEY, [os.urandom(2 * CHUNK + 5)]))
    with pytest.raises(SealBroken):
        b"".join(unseal_chunks(KEY, [sealed[:left]]))


def test_chunks_cannot_change_places() -> None:
    sealed = b"".join(seal_chunks(KEY, [os.urandom(3 * CHUNK)]))
    piece = CHUNK + 16
    swapped = sealed[:8] + sealed[8 + piece : 8 + 2 * piece] + sealed[8 : 8 + piece] + sealed[8 + 2 * piece :]
    with pytest.raises(SealBroken):
        b"".join(unseal_chunks(KEY, [swapped]))


def test_an_old_service_key_still_opens_and_the_first_one_wraps() -> None:
    old, new = (base64.urlsafe_b64encode(os.urandom(32)).decode() for _ in range(2))
    wrapped = KeyWrap([old]).wrap(KEY, owner=b"ana")
    assert KeyWrap([new, old]).unwrap(wrapped, owner=b"ana") == KEY
    with pytest.raises(SealBroken):
        KeyWrap([new]).unwrap(wrapped, owner=b"ana")


def test_equal_words_of_different_people_have_different_fingerprints() -> None:
    assert fingerprint(KEY, "nurse") == fingerprint(KEY, "nurse")
    assert fingerprint(KEY, "nurse") != fingerprint(new_key(), "nurse")
