"""Archives whose end is missing: what is whole is read, what is not is never guessed."""

import io
import zipfile
from random import Random

import pytest

from mosaic.documents.limits import Limits
from mosaic.documents.model import FileKind, Outcome
from mosaic.documents.salvage import salvaged
from tests.documents.made import odt_of, paragraphs, raw_word, read_here, zip_of


def names_in(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def streamed(name: str, content: bytes) -> bytes:
    """Return an archive written to a pipe, which has its sizes and sums behind the bytes."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.written = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.written += bytes(data)  # type: ignore[call-overload]  # a buffer
            return len(bytes(data))  # type: ignore[call-overload]  # as above

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return bytes(pipe.written)


def without_directory(data: bytes) -> bytes:
    return data[: data.index(b"PK\x01\x02")]


def test_a_word_file_without_its_end_is_read() -> None:
    whole = raw_word(paragraphs("Anna", "Nurse"), {"word/media/picture.bin": Random(1).randbytes(5_000)})
    document = read_here(whole[:-3_000])
    assert (document.kind, document.outcome, document.notes) == (FileKind.DOCX, Outcome.READ, ("repaired",))
    assert document.text == "Anna\nNurse"


def test_an_opendocument_text_without_its_end_is_read() -> None:
    document = read_here(without_directory(odt_of("<text:p>Anna</text:p>")))
    assert (document.kind, document.text, document.notes) == (FileKind.ODT, "Anna", ("repaired",))


def test_a_document_cut_in_its_words_is_damaged() -> None:
    whole = raw_word(paragraphs(*(f"Anna {number * 7919}" for number in range(400))))
    assert read_here(whole[: whole.index(b"word/document.xml") + 900]).outcome is Outcome.DAMAGED


def test_an_entry_whose_sum_is_wrong_is_left_out() -> None:
    made = bytearray(without_directory(zip_of({"a": "Anna", "b": "Bert"})))
    made[made.index(b"PK\x03\x04") + 14] ^= 1
    assert names_in(salvaged(bytes(made), Limits())) == ["b"]


def test_sizes_behind_the_bytes_are_understood() -> None:
    made = without_directory(streamed("a", b"Anna" * 40_000))
    with zipfile.ZipFile(io.BytesIO(salvaged(made, Limits(ratio=10_000)))) as archive:
        assert archive.read("a") == b"Anna" * 40_000


def test_of_two_entries_of_one_name_the_first_counts() -> None:
    made = without_directory(zip_of({"a": "one"})) + without_directory(zip_of({"a": "two"}))
    with zipfile.ZipFile(io.BytesIO(salvaged(made, Limits()))) as archive:
        assert archive.read("a") == b"one"


@pytest.mark.parametrize(
    "entry", [b"\0" * 50_000_000, b"\0" * 7_000_000], ids=["beyond all limits", "beyond the ratio"]
)
def test_what_unpacks_too_far_is_not_unpacked(entry: bytes) -> None:
    made = without_directory(zip_of({"word/document.xml": entry}))
    assert salvaged(made, Limits()) == b""


def test_many_heads_over_the_same_bytes_stay_within_the_limits() -> None:
    one = without_directory(zip_of({"a": b"\0" * 1_000_000}))
    head = one[:31]
    made = head * 20_000 + one
    assert salvaged(made, Limits(ratio=1)) == b""


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04" + b"\xff" * 40, b"PK\x03\x04" * 1_000])
def test_heads_without_a_body_hold_nothing(data: bytes) -> None:
    assert salvaged(data, Limits()) == b""
