"""What spoils files for `script/fuzz`, and what judges how reading them went."""

from random import Random

from tests.documents.fuzz.__main__ import Case, Tally, Worker
from tests.documents.fuzz.damage import DAMAGES, SIMPLE, spoilt
from tests.documents.fuzz.worker import judged
from tests.documents.made import drawn_pdf, odt_of, paragraphs, raw_word, words_at

FILES = {
    "pdf": drawn_pdf(words_at((50, 700, "Anna"))),
    "docx": raw_word(paragraphs("Anna", "Nurse")),
    "odt": odt_of("<text:p>Anna</text:p>"),
    "rtf": rb"{\rtf1\ansi Anna\par}",
    "txt": b"Anna\nNurse 2014 - 2020\n",
}


def made(kind: str, seed: int) -> list[tuple[str, bytes]]:
    chance = Random(seed)
    return [spoilt(kind, FILES[kind], FILES["pdf"], chance) for _ in range(40)]


def test_the_same_seed_spoils_in_the_same_way() -> None:
    for kind in ("pdf", "rtf", "txt"):
        assert made(kind, 3) == made(kind, 3)
        assert made(kind, 3) != made(kind, 4)


def test_every_way_is_taken_and_most_files_are_really_spoilt() -> None:
    for kind, data in FILES.items():
        found = made(kind, 1) + made(kind, 2) + made(kind, 3)
        ways = {way for named, _ in found for way in named.split("+")}
        assert ways == {way.__name__ for way in DAMAGES.get(kind, SIMPLE)}
        assert sum(spoiled != data for _, spoiled in found) > 100


def test_spoilt_files_end_in_an_outcome() -> None:
    outcomes = [judged(data) for kind in FILES for _, data in made(kind, 5)[:15]]
    assert not [one for one in outcomes if "error" in one]
    assert len({one["outcome"] for one in outcomes}) >= 4


def test_a_file_over_the_limit_fails_the_run() -> None:
    tally, worker = Tally(), Worker(30)
    try:
        for limit in (30, -1):
            worker.limit = limit
            case = Case("txt", "none", tally.cases, FILES["txt"])
            worker.judge(case)
            tally.add(case)
    finally:
        worker.end()
    assert [case.number for case in tally.failed] == [1]
    assert "2 files" in tally.report()
