"""Free text of a person lies encrypted in the database."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings

from mosaic.lib.crypto import SealBroken
from mosaic.people import keyring, services
from mosaic.people.sealed import Sealed
from tests.people.people import make_person
from wimd.models import Upload

pytestmark = pytest.mark.django_db
WORDS = "Lebenslauf-Kanarienvogel-4711"


def make_upload() -> Upload:
    person = make_person()
    return Upload.objects.create(
        person=person, filename=WORDS, name="n", size=1, content_type="t", fingerprint="f", sha256="s",
        text=WORDS, resume={"name": WORDS},
    )  # fmt: skip


def raw_row(upload: Upload) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute("SELECT filename, text, resume FROM wimd_upload WHERE name = 'n'")
        return b"".join(bytes(value) for value in cursor.fetchone())


def test_words_come_back_as_they_were() -> None:
    found = Upload.objects.get(pk=make_upload().pk)
    assert (found.filename, found.text, found.resume) == (WORDS, WORDS, {"name": WORDS})


def test_the_row_does_not_hold_the_words() -> None:
    assert WORDS.encode() not in raw_row(make_upload())


def test_a_value_is_opened_only_when_it_is_read() -> None:
    found = Upload.objects.get(pk=make_upload().pk)
    before = type(found.__dict__["text"])
    assert (found.text, before, type(found.__dict__["text"])) == (WORDS, Sealed, str)


def test_saving_what_was_never_opened_keeps_it() -> None:
    upload = make_upload()
    found = Upload.objects.get(pk=upload.pk)
    found.size = 2
    found.save()
    assert Upload.objects.get(pk=upload.pk).text == WORDS


def test_an_update_that_knows_no_owner_is_refused() -> None:
    upload = make_upload()
    with pytest.raises(TypeError):
        Upload.objects.filter(pk=upload.pk).update(text="plain")


def test_without_the_key_nothing_opens() -> None:
    upload = make_upload()
    type(upload.person).objects.filter(pk=upload.person_id).update(wrapped_key=b"")
    with keyring.scope(), pytest.raises(SealBroken):
        _ = Upload.objects.get(pk=upload.pk).text


def test_rotating_wraps_every_key_anew_and_words_stay_readable() -> None:
    upload = make_upload()
    old = keyring.key_wrap()
    fresh = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
    with override_settings(DATA_KEYS=[fresh, *settings.DATA_KEYS]):
        keyring.key_wrap.cache_clear()
        assert services.rewrap_keys()[0] == 1
    with override_settings(DATA_KEYS=[fresh]):
        keyring.key_wrap.cache_clear()
        with keyring.scope():
            assert Upload.objects.get(pk=upload.pk).text == WORDS
    keyring.key_wrap.cache_clear()
    assert keyring.key_wrap() is not old
