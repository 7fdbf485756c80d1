"""Plain text and Markdown, in whatever encoding."""

import pytest

from mosaic.documents.child import read_bytes
from mosaic.documents.limits import Limits
from mosaic.documents.model import BlockKind, FileKind, Outcome
from tests.documents.made import blocks_of, links_of, read_here, words_of

POLISH = "Zażółć gęślą jaźń. Pracowałam jako pielęgniarka na oddziale chirurgii w Łodzi, później w Świdnicy i Gdańsku."
GERMAN = "Ich arbeitete als Krankenschwester in München, später übernahm ich die Führung einer größeren Abteilung für Senioren – 40 Plätze."
RUSSIAN = "Я работала медсестрой в больнице в Москве, потом в Санкт-Петербурге, где обучала новых сотрудников."
GREEK = (
    "Εργάστηκα ως νοσοκόμα σε νοσοκομείο στην Αθήνα και αργότερα στη Θεσσαλονίκη, όπου εκπαίδευσα νέους συναδέλφους."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [POLISH, GERMAN, RUSSIAN])
def test_unicode_is_read_in_every_dress(text: str, encoding: str) -> None:
    document = read_here(text.encode(encoding))
    if encoding in {"utf-16-le", "utf-16-be"} and text is RUSSIAN:
        # Without a mark and without Latin letters nothing tells UTF-16 from chance.
        assert document.outcome in {Outcome.READ, Outcome.UNSUPPORTED}
    else:
        assert document.text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (GERMAN, "cp1252"),
        (GERMAN, "mac_roman"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (GREEK, "cp1253"),
    ],
)
def test_older_encodings_are_recognised(text: str, encoding: str) -> None:
    document = read_here(text.replace("–", "-").encode(encoding, "replace"))
    assert document.text == text.replace("–", "-")


def test_a_text_cut_inside_a_letter_is_still_text() -> None:
    assert read_here(GERMAN.encode()[:-1] + "ü".encode()[:1]).text == GERMAN[:-1]


def test_single_broken_letters_do_not_change_the_others() -> None:
    assert "München" in read_here((GERMAN * 5).encode().replace(b"F\xc3\xbchrung", b"F\xfchrung", 1)).text


@pytest.mark.parametrize(
    "data",
    [
        b"Anna\0Smith",
        bytes(range(256)) * 8,
        b"\x01\x02\x03" * 99,
        b"\x7fELF" + b"\0" * 99,
        b"MZ\x90\0\x03" + b"\0" * 99,
    ],
)
def test_what_is_no_text_is_unsupported(data: bytes) -> None:
    document = read_bytes(data)
    assert (document.outcome, document.text) == (Outcome.UNSUPPORTED, "")


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf"])
def test_nothing_is_empty(data: bytes) -> None:
    assert read_bytes(data).outcome is Outcome.EMPTY


def test_lines_keep_their_kinds() -> None:
    text = "ANNA SMITH\n\nExperience\n==========\nSenior nurse    2018 - 2020\n- Kept the rota\n* Trained starters\n• Excel\n"
    assert blocks_of(read_here(text.encode())) == [
        (BlockKind.HEADING, "ANNA SMITH"),
        (BlockKind.HEADING, "Experience"),
        (BlockKind.ROW, "Senior nurse\t2018 - 2020"),
        (BlockKind.BULLET, "Kept the rota"),
        (BlockKind.BULLET, "Trained starters"),
        (BlockKind.BULLET, "Excel"),
    ]


def test_wrapped_lines_are_put_together() -> None:
    text = "I have worked for twelve years as a nurse on surgical wards and\nin the homes of patients.\n- Kept the rota of a ward with forty beds and trained everybody\n  who came new to it\n- Excel\n"
    assert [words for _, words in blocks_of(read_here(text.encode()))] == [
        "I have worked for twelve years as a nurse on surgical wards and in the homes of patients.",
        "Kept the rota of a ward with forty beds and trained everybody who came new to it",
        "Excel",
    ]


def test_line_ends_of_every_system_are_one() -> None:
    assert read_here(b"Anna\r\nNurse\rLeeds\n").text == "Anna\nNurse\nLeeds"


def test_letters_are_composed_and_unseen_signs_gone() -> None:
    assert read_here("Jose\u0301\u200b \ufb01ne\u00a0work\ufeff".encode()).text == "José fine work"


def test_markdown_is_told_from_plain_text() -> None:
    text = "# Anna Smith\n\n**Nurse** with [my page](https://example.org/a) and <a@example.org>\n\n## Work\n\n- Kept *the* rota\n1. Trained `starters`\n\n| English | native |\n|---|---|\n| German | C1 |\n"
    document = read_here(text.encode())
    assert document.kind is FileKind.MARKDOWN
    assert blocks_of(document) == [
        (BlockKind.HEADING, "Anna Smith"),
        (BlockKind.PARAGRAPH, "Nurse with my page and a@example.org"),
        (BlockKind.HEADING, "Work"),
        (BlockKind.BULLET, "Kept the rota"),
        (BlockKind.BULLET, "Trained starters"),
        (BlockKind.ROW, "English\tnative"),
        (BlockKind.ROW, "German\tC1"),
    ]
    assert links_of(document) == {"my page": "https://example.org/a", "a@example.org": "mailto:a@example.org"}


def test_a_list_with_dashes_alone_is_plain_text() -> None:
    assert read_here(b"Anna\n- one\n- two\n").kind is FileKind.TEXT


def test_form_feeds_begin_pages() -> None:
    document = read_here(b"one\n\ftwo\n\fthree\n")
    assert [block.page for block in document.blocks] == [1, 2, 3]
    assert read_here(b"one\n\ftwo\n\fthree\n", Limits(pages=2)).outcome is Outcome.TOO_MANY_PAGES


def test_a_text_about_bmw_is_no_picture() -> None:
    assert read_here(b"BMW technician, Munich").text == "BMW technician, Munich"


def test_too_many_letters_are_too_large() -> None:
    assert read_here(b"word " * 1_000, Limits(letters=4_000)).outcome is Outcome.TOO_LARGE


@pytest.mark.parametrize(
    "line",
    [
        "a" * 500_000,
        "*_" * 250_000,
        "[" * 300_000,
        "| " * 250_000,
        "**" + "a" * 400_000,
        "# " * 200_000,
        "`" * 300_000,
        "- " * 200_000,
        "\t \t" * 200_000,
    ],
)
def test_odd_lines_take_no_longer(line: str) -> None:
    document = read_bytes(("# one\n**two**\n" + line).encode(), limits=Limits(cpu_seconds=8))
    assert document.outcome is Outcome.READ


def test_bullet_alone_is_left_out() -> None:
    assert words_of(read_here("Tasks\n• \n• Excel".encode()), BlockKind.BULLET) == ["Excel"]
