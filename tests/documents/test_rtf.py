"""RTF, in which everything is written with few letters and many backslashes."""

import time

import pytest

from mosaic.documents.child import read_bytes
from mosaic.documents.model import BlockKind, Outcome
from tests.documents.made import blocks_of, links_of, read_here, words_of

HEAD = rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset238 Arial CE;}{\f2\fnil\fcharset204 Arial Cyr;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1\sbasedon0 heading 1;}}"


def rtf(body: bytes) -> bytes:
    return HEAD + body + b"}"


def text_of(body: bytes) -> str:
    return read_here(rtf(body)).text


def test_paragraphs_looks_and_headings() -> None:
    document = read_here(
        rtf(
            rb"\pard\s1\b\fs32 Anna Smith\b0\fs22\par\pard\b Senior nurse, 2018\b0\par\fs20 Kept the rota of a ward with forty beds.\par"
        )
    )
    assert blocks_of(document)[0] == (BlockKind.HEADING, "Anna Smith")
    assert [(block.size, block.bold) for block in document.blocks] == [(16.0, True), (11.0, True), (10.0, False)]


def test_list_items_lose_their_written_mark() -> None:
    body = rb"\pard{\listtext\f3\'b7\tab}Kept the rota\par{\pntext 1.\tab}Trained starters\par\pard Excel\par"
    assert words_of(read_here(rtf(body)), BlockKind.BULLET) == ["Kept the rota", "Trained starters"]


def test_rows_of_a_table_are_lines() -> None:
    body = rb"\trowd\pard\intbl English\cell native\cell\row\trowd\pard\intbl German\cell C1\cell\row\pard Nurse\par"
    assert text_of(body) == "English\tnative\nGerman\tC1\nNurse"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (rb"Caf\'e9", "Café"),
        (rb"\f1 \'a3\'f3d\'9f", "Łódź"),
        (rb"\f2 \'cc\'ee\'f1\'ea\'e2\'e0", "Москва"),
        (rb"\u321?\u243?d\u378?", "Łódź"),
        (rb"{\uc2\u8211\'96\'96}2018", "–2018"),
        (rb"\uc0\u-10179\u-9089 ", "\U0001f47f"),
        (rb"a\endash b\emdash c\~d\_e\-f", "a–b—c d-ef"),
        (rb"\lquote a\rquote\ldblquote b\rdblquote", "‘a’“b”"),
        (rb"one\{two\}\\three", "one{two}\\three"),
    ],
)
def test_letters_are_what_they_mean(written: bytes, meant: str) -> None:
    assert text_of(written + rb"\par") == meant


def test_links_stand_on_their_words() -> None:
    body = rb'See {\field{\*\fldinst{HYPERLINK "https://example.org/a"}}{\fldrslt{\ul my page}}} now\par'
    document = read_here(rtf(body))
    assert (document.text, links_of(document)) == ("See my page now", {"my page": "https://example.org/a"})


def test_what_is_not_on_the_page_is_left_out() -> None:
    body = rb"{\info{\author Somebody}}{\*\generator Word;}{\pict\pngblip 89504e47}{\v hidden}{\deleted gone}Anna{\*\unknown words}\par"
    assert text_of(body) == "Anna"


def test_binary_pictures_are_stepped_over() -> None:
    assert text_of(rb"{\pict\bin9 {{{}\par}x}Anna\par") == "Anna"


@pytest.mark.parametrize(
    "body",
    [
        b"{" * 150_000,
        b"}" * 150_000,
        rb"\'e9" * 150_000,
        rb"\u233?" * 150_000,
        rb"{\fonttbl" * 30_000,
        rb"\bin-5 \bin99999999 x",
        rb"\u99999999 \uc99999 \fs-7 \f-1 x",
    ],
)
def test_hostile_files_end_soon(body: bytes) -> None:
    began = time.monotonic()
    assert read_bytes(rtf(body)).outcome in {Outcome.READ, Outcome.EMPTY, Outcome.TOO_LARGE}
    assert time.monotonic() - began < 10


def test_a_file_cut_in_the_middle_is_read_as_far_as_it_goes() -> None:
    assert read_here(rtf(rb"Anna Smith\par Nurse\par Le")[:-3]).text.startswith("Anna Smith\nNurse")


@pytest.mark.parametrize("page", ["0", "1", "2147483647", "-5"])
def test_a_code_page_that_does_not_exist_is_taken_for_the_usual_one(page: str) -> None:
    assert read_here(f"{{\\rtf1\\ansi\\ansicpg{page} Ren\\'e9e\\par}}".encode()).text == "Renée"
