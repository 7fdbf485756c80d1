"""Files are what they contain, whatever they are called."""

import io
import wave

import pytest

from mosaic.documents.child import read_bytes
from mosaic.documents.model import FileKind, Outcome
from tests.documents.made import odt_of, paragraphs, pdf_of, png, raw_word, zip_of


def sound() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(8_000)
        made.writeframes(b"\0\1" * 4_000)
    return file.getvalue()


MEDIA = {
    "wav": (sound(), FileKind.AUDIO),
    "mp3": (b"ID3\x04\0\0\0\0\0\0" + b"\xff\xfb\x90\0" * 99, FileKind.AUDIO),
    "ogg": (b"OggS\0\2" + b"\0" * 99, FileKind.AUDIO),
    "m4a": (b"\0\0\0\x20ftypM4A \0\0\0\0M4A mp42isom\0\0\0\0" + b"\0" * 99, FileKind.AUDIO),
    "mp4": (b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41" + b"\0" * 99, FileKind.VIDEO),
    "webm": (
        b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\1\x42\xf7\x81\1\x42\xf2\x81\4\x42\xf3\x81\x08\x42\x82\x84webm" + b"\0" * 99,
        FileKind.VIDEO,
    ),
}


@pytest.mark.parametrize("name", MEDIA)
def test_sound_and_film_wait_for_transcription(name: str) -> None:
    data, kind = MEDIA[name]
    document = read_bytes(data)
    assert (document.kind, document.outcome) == (kind, Outcome.NEEDS_TRANSCRIPTION)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf_of("Anna"), FileKind.PDF),
        (b"\n\n" + pdf_of("Anna"), FileKind.PDF),
        (raw_word(paragraphs("Anna")), FileKind.DOCX),
        (odt_of("<text:p xmlns:text='x'>Anna</text:p>"), FileKind.ODT),
        (rb"{\rtf1 Anna}", FileKind.RTF),
        (b"<!DOCTYPE html><p>Anna", FileKind.HTML),
        (b"Anna", FileKind.TEXT),
        (b"# Anna\n## Nurse\n", FileKind.MARKDOWN),
    ],
)
def test_each_kind_is_told_by_its_content(data: bytes, kind: FileKind) -> None:
    document = read_bytes(data)
    assert (document.kind, document.outcome) == (kind, Outcome.READ)


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,  # an old Word file
        b"MZ\x90\0" + b"\0" * 600,
        b"\x7fELF\2\1\1" + b"\0" * 600,
        b"\x1f\x8b\x08" + b"\0" * 600,
        b"SQLite format 3\0" + b"\0" * 600,
        zip_of({"anything.txt": "Anna"}),
        zip_of({"[Content_Types].xml": "spreadsheetml.sheet", "xl/workbook.xml": "<workbook/>"}),
        b"PK\x05\x06" + b"\0" * 18,
        bytes(range(1, 256)) * 9,
    ],
)
def test_everything_else_is_unsupported(data: bytes) -> None:
    assert read_bytes(data).outcome is Outcome.UNSUPPORTED


def test_a_picture_is_known_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    document = read_bytes(png())
    assert (document.kind, document.outcome) == (FileKind.IMAGE, Outcome.SCANNED)


def test_a_word_file_inside_an_archive_stays_closed() -> None:
    assert read_bytes(zip_of({"cv.docx": raw_word(paragraphs("Anna"))})).outcome is Outcome.UNSUPPORTED
