"""Pictures of text, with an engine on the path and without. The engine here is a few lines of shell."""

import time
from pathlib import Path

import pytest

from mosaic.documents.child import read_bytes
from mosaic.documents.limits import Limits
from mosaic.documents.model import FileKind, Outcome
from tests.documents.made import drawn_pdf, picture_pdf, png, words_at

HEADER = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
ROWS = [
    "4\t1\t1\t1\t1\t0\t100\t100\t600\t40\t-1\t",
    "5\t1\t1\t1\t1\t1\t100\t100\t200\t40\t95\tAnna",
    "5\t1\t1\t1\t1\t2\t320\t102\t200\t40\t93\tSmith",
    "4\t1\t1\t1\t2\t0\t100\t200\t600\t40\t-1\t",
    "5\t1\t1\t1\t2\t1\t100\t200\t200\t40\t91\tNurse",
    "5\t1\t1\t1\t2\t2\t900\t200\t200\t40\t4\t~}|",
]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Put an engine on the path that reads the same words on every picture."""
    program = tmp_path / "tesseract"
    table = "\n".join([HEADER, *ROWS])
    program.write_text(f"#!/bin/sh\ncat > /dev/null\ncat <<'END'\n{table}\nEND\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return program


@pytest.mark.usefixtures("engine")
def test_a_picture_is_read() -> None:
    document = read_bytes(png())
    assert (document.kind, document.outcome, document.notes) == (FileKind.IMAGE, Outcome.READ, ("ocr",))
    assert document.text.split() == ["Anna", "Smith", "Nurse"]


@pytest.mark.usefixtures("engine")
def test_a_scan_is_read_page_by_page() -> None:
    document = read_bytes(picture_pdf(2))
    assert (document.outcome, document.notes, document.pages) == (Outcome.READ, ("ocr",), 2)
    assert {block.page for block in document.blocks} == {1, 2}


@pytest.mark.usefixtures("engine")
def test_only_so_many_pages_are_given_to_the_engine() -> None:
    document = read_bytes(picture_pdf(3), limits=Limits(ocr_pages=1))
    assert document.notes == ("ocr", "pages_scanned")
    assert {block.page for block in document.blocks} == {1}


@pytest.mark.usefixtures("engine")
def test_a_page_with_text_is_not_given_to_the_engine() -> None:
    assert read_bytes(drawn_pdf(words_at((50, 700, "Anna Smith, nurse in Leeds, and nothing else")))).notes == ()


@pytest.mark.parametrize("script", ["exit 1", "sleep 60", "echo nonsense", "kill -SEGV $$"])
def test_an_engine_that_fails_leaves_a_scan(engine: Path, script: str) -> None:
    engine.write_text(f"#!/bin/sh\n{script}\n")
    began = time.monotonic()
    assert read_bytes(png(), limits=Limits(wall_seconds=2)).outcome in {Outcome.SCANNED, Outcome.TOOK_TOO_LONG}
    assert time.monotonic() - began < 8
