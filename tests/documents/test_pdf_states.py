"""PDFs that are locked, broken, scanned, too long or hostile: each has its outcome."""

import io
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from mosaic.documents.child import read_bytes
from mosaic.documents.limits import Limits
from mosaic.documents.model import FileKind, Outcome
from tests.documents.made import drawn_pdf, pdf_of, picture_pdf, read_here, words_at

PLAIN = drawn_pdf(words_at((50, 700, "Anna Smith, nurse")))


def locked(user: str, algorithm: str) -> bytes:
    writer, file = PdfWriter(clone_from=PdfReader(io.BytesIO(PLAIN))), io.BytesIO()
    writer.encrypt(user, "owner", algorithm=algorithm)
    writer.write(file)
    return file.getvalue()


@pytest.fixture
def _no_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Leave no OCR engine to find."""
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_an_empty_password_is_tried(algorithm: str) -> None:
    document = read_bytes(locked("", algorithm))
    assert (document.outcome, document.text, document.notes) == (
        Outcome.READ,
        "Anna Smith, nurse",
        ("opened_with_empty_password",),
    )


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_any_other_password_is_not_guessed(algorithm: str) -> None:
    document = read_bytes(locked("1234", algorithm))
    assert (document.kind, document.outcome, document.text) == (FileKind.PDF, Outcome.ENCRYPTED, "")


def test_a_lost_table_is_rebuilt() -> None:
    document = read_bytes(PLAIN[: PLAIN.index(b"xref")])
    assert (document.outcome, document.text, document.notes) == (Outcome.READ, "Anna Smith, nurse", ("repaired",))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", PLAIN[:100]])
def test_what_cannot_be_rebuilt_is_damaged(data: bytes) -> None:
    assert read_bytes(data).outcome is Outcome.DAMAGED


def test_a_page_without_anything_is_empty() -> None:
    assert read_here(drawn_pdf("")).outcome is Outcome.EMPTY


@pytest.mark.usefixtures("_no_engine")
def test_a_scan_without_an_engine_is_scanned() -> None:
    document = read_bytes(picture_pdf(2))
    assert (document.kind, document.outcome, document.text) == (FileKind.PDF, Outcome.SCANNED, "")


@pytest.mark.usefixtures("_no_engine")
def test_letters_drawn_as_shapes_are_a_scan() -> None:
    assert read_bytes(drawn_pdf("1 1 m 5 9 l 9 1 l f\n" * 200)).outcome is Outcome.SCANNED


def test_a_photo_beside_text_is_no_scan() -> None:
    data = picture_pdf()
    text = words_at((50, 700, "Anna Smith, a nurse with twelve years on surgical wards"))
    page = drawn_pdf(
        "q 100 0 0 120 450 700 cm /I1 Do Q\n" + text,
        resources="/XObject<</I1 10 0 R>>",
        extra=[data.split(b"10 0 obj\n")[1].split(b"\nendobj")[0]],
    )
    assert read_bytes(page).outcome is Outcome.READ


def test_more_pages_than_allowed_are_too_many() -> None:
    pages = [words_at((50, 700, f"page {number}")) for number in range(5)]
    assert read_here(drawn_pdf(*pages), Limits(pages=4)).outcome is Outcome.TOO_MANY_PAGES
    assert read_here(drawn_pdf(*pages), Limits(pages=5)).outcome is Outcome.READ


def test_pages_that_contain_themselves_end() -> None:
    loop = PLAIN.replace(b"/Kids[10 0 R]", b"/Kids[2 0 R] ")
    assert read_bytes(loop).outcome in {Outcome.DAMAGED, Outcome.EMPTY}


def test_a_form_that_draws_itself_ends() -> None:
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X1 10 0 R>>>>/Length 6>>stream\n/X1 Do\nendstream"
    page = drawn_pdf("/X1 Do\n" + words_at((50, 700, "Anna")), resources="/XObject<</X1 10 0 R>>", extra=[form])
    assert read_bytes(page).text == "Anna"


@pytest.mark.parametrize("repeats", [1, 2])
def test_a_stream_that_unpacks_to_everything_ends(repeats: int) -> None:
    packed = zlib.compress(b"0 0 m\n" * 25_000_000 if repeats == 1 else zlib.compress(b"q " * 50_000_000, 9), 9)
    filters = "/FlateDecode" * repeats
    stream = f"<</Length {len(packed)}/Filter[{filters}]>>stream\n".encode() + packed + b"\nendstream"
    bomb = drawn_pdf("").replace(b"<</Length 0>>stream\n\nendstream", stream)
    document = read_bytes(bomb, limits=Limits(wall_seconds=8, cpu_seconds=4))
    assert document.outcome in {
        Outcome.TOOK_TOO_LONG,
        Outcome.TOOK_TOO_MUCH_MEMORY,
        Outcome.DAMAGED,
        Outcome.EMPTY,
        Outcome.SCANNED,
    }


def test_scripts_and_attachments_inside_do_nothing() -> None:
    data = drawn_pdf(words_at((50, 700, "Anna")), extra=[b"<</S/JavaScript/JS(app.alert\\(1\\))>>"])
    assert read_bytes(data.replace(b"<</Type/Catalog", b"<</OpenAction 10 0 R/Type/Catalog")).text == "Anna"


def test_a_short_answer_names_the_kind_even_of_what_failed() -> None:
    assert read_bytes(b"%PDF-1.4 nothing else").kind is FileKind.PDF


def test_an_ordinary_page_has_no_notes() -> None:
    assert read_bytes(pdf_of("Anna Smith")).notes == ()
