"""HTML and XHTML as a person would see it."""

import time

import pytest

from mosaic.documents.child import read_bytes
from mosaic.documents.model import BlockKind, FileKind, Outcome
from tests.documents.made import blocks_of, links_of, read_here

PAGE = """<!doctype html><html><head><title>not shown</title><style>p { color: red }</style></head><body>
<nav>Home</nav><h1>Anna Smith</h1><p>Senior <b>nurse</b>,
 Leeds<br>0161 496 0000</p><script>alert("no")</script>
<ul><li>Kept the rota<li>Trained starters</ul>
<table><tr><th>English</th><td>native</td></tr><tr><td>German<td>C1</table>
<div hidden>no</div><div style="display: none"><p>no</p></div>
<p>See <a href="https://example.org/a">my page</a>&nbsp;&amp; more</p></body></html>"""


def test_a_page_is_read_block_by_block() -> None:
    document = read_here(PAGE.encode())
    assert document.kind is FileKind.HTML
    assert blocks_of(document) == [
        (BlockKind.HEADING, "Anna Smith"),
        (BlockKind.PARAGRAPH, "Senior nurse, Leeds"),
        (BlockKind.PARAGRAPH, "0161 496 0000"),
        (BlockKind.BULLET, "Kept the rota"),
        (BlockKind.BULLET, "Trained starters"),
        (BlockKind.ROW, "English\tnative"),
        (BlockKind.ROW, "German\tC1"),
        (BlockKind.PARAGRAPH, "See my page & more"),
    ]
    assert links_of(document) == {"my page": "https://example.org/a"}


def test_xhtml_is_html() -> None:
    page = '<?xml version="1.0" encoding="utf-8"?>\n<!-- made by hand -->\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Łódź<br/>Nurse</p></body></html>'
    assert read_here(page.encode()).text == "Łódź\nNurse"


@pytest.mark.parametrize("encoding", ["cp1250", "utf-8", "iso8859-2"])
def test_the_named_encoding_is_used(encoding: str) -> None:
    assert read_here(f"<html><meta charset={encoding}><p>Łódź".encode(encoding)).text == "Łódź"


def test_an_encoding_named_wrongly_is_not() -> None:
    assert read_here("<html><meta charset=ascii><p>Łódź i Gdańsk".encode()).text == "Łódź i Gdańsk"
    assert read_here("<html><meta charset=nonsense><p>Łódź i Gdańsk".encode()).text == "Łódź i Gdańsk"


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<html><script>render()</script></html>", "<div><p> </p></div>"]
)
def test_a_page_without_words_is_damaged(page: str) -> None:
    assert read_bytes(page.encode()).outcome is Outcome.DAMAGED


def test_a_table_that_lays_out_a_page_is_read_cell_by_cell() -> None:
    page = "<table><tr><td><p>Contact</p><p>Leeds</p></td><td><h2>Work</h2><table><tr><td>2018</td><td>Nurse</td></tr></table></td></tr></table>"
    assert [words for _, words in blocks_of(read_here(page.encode()))] == ["Contact", "Leeds", "Work", "2018\tNurse"]


def test_broken_nesting_does_no_harm() -> None:
    page = "<p>one</td></tr><table><tr><td>two<table><td>three</p></table></ul><li>four<h2>five"
    assert {words for _, words in blocks_of(read_here(page.encode()))} == {"one", "two", "three", "four", "five"}


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<table><tr><td>",
        "<b>",
        "<a href=x>",
        "</p>",
        "<!--",
        "<",
        "&#x1F600;",
        "<p a=",
        "<script>",
        "<li>x",
        "<?",
        "<![CDATA[",
    ],
)
def test_endless_repetition_ends(unit: str) -> None:
    began = time.monotonic()
    read_bytes(b"<html>Anna " + unit.encode() * 20_000)
    assert time.monotonic() - began < 12


def test_other_xml_is_unsupported() -> None:
    assert read_bytes(b'<?xml version="1.0"?><invoice><total>9</total></invoice>').outcome is Outcome.UNSUPPORTED
