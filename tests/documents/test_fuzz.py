"""Whatever the bytes: an outcome, in bounded time, never an exception.

MOSAIC_FUZZ_SECONDS is how long each part goes on, half a second by default.
"""

import os
import random
import time
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mosaic.documents.child import read_bytes
from mosaic.documents.limits import Limits
from mosaic.documents.model import Document, Outcome
from tests.documents.made import drawn_pdf, odt_of, paragraphs, pdf_of, raw_word, read_here, word_of, words_at, zip_of

SECONDS = float(os.environ.get("MOSAIC_FUZZ_SECONDS", "0.5"))
SLOWEST = 6.0
LIMITS = Limits(cpu_seconds=4, wall_seconds=5)

PDF = pdf_of(
    '= Anna\n#columns(2)[#lorem(80)\n- one\n- two\n#colbreak()\n#table(columns: 2)[a][b][c][d]]\n#link("https://example.org")[page]'
)
RTF = (
    rb"{\rtf1\ansi{\fonttbl{\f0\fcharset238 A;}}{\stylesheet{\s1 heading 1;}}\pard\s1\b Anna\par{\field{\*\fldinst{HYPERLINK "
    + b'"https://example.org"}}{\\fldrslt x}}\\trowd\\intbl a\\cell b\\cell\\row\\u321?\\\'e9\\par}'
)
HTML = b"<!doctype html><html><h1>Anna</h1><ul><li>one<li>two</ul><table><tr><td>a<td>b</table><a href='x'>y</a><!-- c --></html>"
MARKDOWN = "# Anna\n\n**Nurse** [x](https://example.org)\n- Łódź\n| a | b |\n".encode()
WORD = word_of(lambda document: document.add_heading("Anna"))
PLAIN = [RTF, HTML, MARKDOWN, "Łódź\nAnna".encode("utf-16"), "Zażółć gęślą jaźń".encode("cp1250")]

BODY = (
    "<w:p><w:pPr><w:pStyle w:val='H'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:rPr><w:b/><w:sz w:val='24'/></w:rPr><w:t>Anna</w:t><w:tab/><w:sym w:char='F0B7'/></w:r></w:p><w:tbl><w:tr><w:tc>"
    + paragraphs("a")
    + "</w:tc></w:tr></w:tbl>"
)
STYLES = "<s xmlns:w='w'><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='20'/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:styleId='H' w:type='paragraph'><w:name w:val='heading 1'/><w:basedOn w:val='H'/></w:style></s>"


def check(document: Document) -> None:
    """Assert what holds for every document."""
    assert bool(document.text) == (document.outcome is Outcome.READ)
    edges = [edge for block in document.blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    assert all(document.text[block.start : block.end].strip() for block in document.blocks)
    assert all(document.text[link.start : link.end].strip() for link in document.links)
    assert "\r" not in document.text


def changed(data: bytes, chance: random.Random) -> bytes:
    """Cut, flip, double or mix the bytes of a file."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(made)) if made else 0
        turn = chance.randrange(5)
        if turn == 0:
            del made[place : place + chance.randint(1, 40)]
        elif turn == 1 and made:
            made[place] ^= 1 << chance.randrange(8)
        elif turn == 2:
            made[place:place] = made[place : place + chance.randint(1, 200)]
        elif turn == 3:
            made[place:place] = chance.randbytes(chance.randint(1, 8))
        elif turn == 4 and chance.random() < 0.3:
            del made[place:]
    return bytes(made)


def go_on(read: Callable[[bytes], Document], *files: bytes) -> None:
    """Change and read files until the time is up."""
    chance, end = random.Random(SECONDS), time.monotonic() + SECONDS
    while time.monotonic() < end:
        began = time.monotonic()
        check(read(changed(chance.choice(files), chance)))
        assert time.monotonic() - began < SLOWEST


def read_bounded(data: bytes) -> Document:
    """Read in a child within tight limits."""
    return read_bytes(data, limits=LIMITS)


def test_changed_pdfs_have_an_outcome() -> None:
    go_on(read_bounded, PDF)


def test_changed_archives_have_an_outcome() -> None:
    go_on(read_here, WORD, odt_of("<text:p>Anna</text:p>"))


def test_changed_texts_have_an_outcome() -> None:
    go_on(read_here, *PLAIN)


@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "content.xml"]
)
def test_changed_xml_inside_an_archive_has_an_outcome(name: str) -> None:
    relations = "<Relationships xmlns='x'><Relationship Id='r' Type='x/hyperlink' Target='http://x' TargetMode='External'/></Relationships>"
    whole = (
        odt_of("<text:p>Anna</text:p>")
        if name == "content.xml"
        else raw_word(BODY, {"word/styles.xml": STYLES, "word/_rels/document.xml.rels": relations})
    )
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        entries = {each: archive.read(each) for each in archive.namelist()}
    go_on(lambda data: read_here(zip_of({**entries, name: data})), entries[name])


WORDS = ["word", "Nurse", "2018 - 2020", "- item", "and", "a longer line of several words that goes on", "LEEDS", "in-"]
PLACED = st.lists(
    st.tuples(st.integers(0, 50), st.integers(2, 80), st.sampled_from(WORDS)),
    max_size=60,
    unique_by=lambda each: each[:2],
)


@settings(
    deadline=None, max_examples=int(150 * SECONDS), suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(PLACED)
def test_words_anywhere_on_a_page_are_read(placed: list[tuple[int, int, str]]) -> None:
    document = read_here(drawn_pdf(words_at(*[(10 * x, 10 * y, word) for x, y, word in placed])))
    check(document)
    assert document.text.count("LEEDS") == sum(word == "LEEDS" for _, _, word in placed)


@settings(
    deadline=None, max_examples=int(150 * SECONDS), suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(st.binary(max_size=2_000))
def test_random_bytes_have_an_outcome(data: bytes) -> None:
    check(read_here(data.replace(b"%PDF-", b"")))


@settings(
    deadline=None, max_examples=int(100 * SECONDS), suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(st.text(max_size=600))
def test_any_text_is_read_or_refused(text: str) -> None:
    document = read_here(text.encode("utf-8", "replace").replace(b"%PDF-", b""))
    check(document)


@settings(
    deadline=None, max_examples=int(100 * SECONDS), suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<table>",
                "</table>",
                "<tr>",
                "</tr>",
                "<td>",
                "</td>",
                "<li>",
                "<ul>",
                "<h1>",
                "</h1>",
                "<a href='https://x.org'>",
                "</a>",
                "<br>",
                "<b>",
                "<svg>",
                "</svg>",
                "word ",
                "•",
                "\u0301",
                " ",
            ]
        ),
        max_size=60,
    )
)
def test_any_order_of_tags_keeps_every_word(tags: list[str]) -> None:
    document = read_here(("<html>" + "".join(tags).replace("<svg>", "")).encode())
    check(document)
    assert document.text.count("word") == tags.count("word ")
