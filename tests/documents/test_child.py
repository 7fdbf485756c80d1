"""The child is bound in every direction, and every way in which it dies has a name."""

import subprocess
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from mosaic.documents import child
from mosaic.documents.child import ROOT, read_bytes
from mosaic.documents.limits import Limits
from mosaic.documents.model import Document, FileKind, Outcome
from tests.documents.made import paragraphs, pdf_of, raw_word, read_here, zip_of

WORD = raw_word(paragraphs("Anna Smith"))


def boot(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Let another program answer in place of the reader."""
    monkeypatch.setattr(child, "BOOT", f"import sys, os, time, signal\n{program}")


def bomb(size: int, entries: int = 1) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "wordprocessingml.document")
        for number in range(entries):
            archive.writestr(f"word/document{number or ''}.xml", b" " * size)
    return file.getvalue()


def test_the_child_answers_as_this_process_would() -> None:
    data = pdf_of('= Anna Smith\n- Kept the rota\n#link("https://example.org")[page]')
    assert read_bytes(data) == read_here(data)


def test_the_child_imports_neither_django_nor_the_network() -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import mosaic.documents.reading, mosaic.documents.kinds\n"
        "from importlib import import_module\n"
        "for name in ('guesses', *mosaic.documents.reading.READERS.values()): import_module('mosaic.documents.' + name)\n"
        "print([name for name in ('django', 'celery', 'socket', 'urllib.request', 'http.client', 'ssl', 'multiprocessing') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True, cwd="/")
    assert answer.stdout == "[]\n"


def test_the_reader_runs_as_a_module() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "mosaic.documents.read"], input=b"Anna", capture_output=True, check=True, cwd=ROOT
    )
    first, second = answer.stdout.splitlines()
    assert first == b'{"schema": 1, "kind": "text"}'
    assert b'"outcome": "read"' in second


def test_the_child_knows_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "secret")
    boot(monkeypatch, "sys.exit(any('secret' in value for value in os.environ.values()) and time.sleep(60))")
    assert read_bytes(b"Anna", limits=Limits(wall_seconds=5)).outcome is Outcome.DAMAGED


def test_more_bytes_than_allowed_are_not_even_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    boot(monkeypatch, "time.sleep(60)")
    assert read_bytes(b"x" * 101, limits=Limits(size=100)) == Document(FileKind.UNKNOWN, Outcome.TOO_LARGE)


def test_an_archive_that_unpacks_to_too_much_is_left_packed() -> None:
    assert read_bytes(bomb(60_000_000)).outcome is Outcome.EXPANDS_TOO_FAR
    assert read_bytes(bomb(3_000_000, 100), limits=Limits(ratio=10**6)).outcome is Outcome.EXPANDS_TOO_FAR
    assert read_bytes(bomb(1, 2_001), limits=Limits(ratio=10**6)).outcome is Outcome.EXPANDS_TOO_FAR


def test_an_archive_that_lies_about_its_size_is_damaged() -> None:
    honest = bomb(5_000_000)
    size = (5_000_000).to_bytes(4, "little")
    lying = honest.replace(size, (1_000).to_bytes(4, "little"))
    assert honest != lying
    assert read_bytes(lying).outcome is Outcome.DAMAGED


def test_an_archive_with_a_password_is_encrypted() -> None:
    data = bytearray(WORD)
    place = data.index(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 1)
    assert read_bytes(bytes(data)).outcome is Outcome.ENCRYPTED


def test_an_unknown_compression_is_damaged() -> None:
    data = WORD.replace(b"\x08\0", b"\x63\0")
    assert read_bytes(data).outcome is Outcome.DAMAGED


def test_too_much_memory_has_a_name() -> None:
    body = paragraphs("w") * 200_000
    document = read_bytes(raw_word(body), limits=Limits(memory=120_000_000, ratio=10**6))
    assert document.outcome is Outcome.TOOK_TOO_MUCH_MEMORY


def test_too_much_processor_time_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    boot(
        monkeypatch,
        "sys.path.insert(0, sys.argv.pop(1))\nfrom mosaic.documents import read\nfrom mosaic.documents.limits import Limits\nread.confine(Limits(cpu_seconds=1))\nwhile True: pass",
    )
    began = time.monotonic()
    assert read_bytes(b"Anna").outcome is Outcome.TOOK_TOO_LONG
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "program",
    [
        "time.sleep(60)",
        "sys.stdin.buffer.read(); time.sleep(60)",
        "os.close(1); time.sleep(60)",
        "os.close(0); time.sleep(60)",
    ],
)
def test_a_silent_child_is_ended(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    boot(monkeypatch, program)
    began = time.monotonic()
    assert read_bytes(b"x" * 1_000_000, limits=Limits(wall_seconds=1)).outcome is Outcome.TOOK_TOO_LONG
    assert time.monotonic() - began < 5


def test_what_the_child_started_is_ended_with_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    trace = tmp_path / "pid"
    boot(
        monkeypatch,
        f"import subprocess\nopen({str(trace)!r}, 'w').write(str(subprocess.Popen(['sleep', '60']).pid))\ntime.sleep(60)",
    )
    read_bytes(b"Anna", limits=Limits(wall_seconds=1))
    state = Path(f"/proc/{trace.read_text()}/stat")
    time.sleep(0.2)
    assert not state.exists() or state.read_text().split()[2] == "Z"


@pytest.mark.parametrize(
    ("program", "outcome"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", Outcome.DAMAGED),
        ("os.kill(os.getpid(), signal.SIGABRT)", Outcome.DAMAGED),
        ("os.kill(os.getpid(), signal.SIGXCPU)", Outcome.TOOK_TOO_LONG),
        ("sys.exit(3)", Outcome.DAMAGED),
        ("raise ValueError", Outcome.DAMAGED),
        ("print('{}')", Outcome.DAMAGED),
        ("print('no json')", Outcome.DAMAGED),
        ("os.write(1, bytes(range(256)))", Outcome.DAMAGED),
    ],
)
def test_every_death_has_a_name(monkeypatch: pytest.MonkeyPatch, program: str, outcome: Outcome) -> None:
    boot(monkeypatch, program)
    assert read_bytes(b"Anna") == Document(FileKind.UNKNOWN, outcome)


def test_the_kind_survives_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    boot(monkeypatch, """print('{"schema": 1, "kind": "pdf"}', flush=True); os.kill(os.getpid(), signal.SIGSEGV)""")
    assert read_bytes(b"Anna") == Document(FileKind.PDF, Outcome.DAMAGED)


def test_an_endless_answer_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    boot(monkeypatch, "while True: os.write(1, b'x' * 65536)")
    assert read_bytes(b"Anna", limits=Limits(output=1_000_000)).outcome is Outcome.TOO_LARGE


def test_spans_outside_the_text_are_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    boot(
        monkeypatch,
        """print('{"kind": "text", "outcome": "read", "text": "Anna", "blocks": [{"kind": "paragraph", "start": 0, "end": 99}]}')""",
    )
    assert read_bytes(b"Anna").outcome is Outcome.DAMAGED


def test_nothing_is_left_behind() -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    for data in (b"Anna", b"%PDF-", WORD, zip_of({})):
        read_bytes(data)
    assert len(list(Path("/proc/self/fd").iterdir())) <= before


def test_a_page_is_read_in_well_under_a_second() -> None:
    data = pdf_of("= Anna Smith\n#lorem(900)")
    read_bytes(data)
    began = time.monotonic()
    read_bytes(data)
    assert time.monotonic() - began < 1.5
