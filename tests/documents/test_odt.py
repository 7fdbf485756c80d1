"""OpenDocument texts."""

from mosaic.documents.child import read_bytes
from mosaic.documents.model import BlockKind, Outcome
from tests.documents.made import blocks_of, links_of, odt_of, read_here, zip_of

STYLES = '<style:style style:name="B"><style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style><style:style style:name="C" style:parent-style-name="B"><style:text-properties fo:font-size="0.5cm"/></style:style>'


def test_headings_lists_tables_and_paragraphs_are_told_apart() -> None:
    body = """<text:h text:outline-level="1">Anna Smith</text:h><text:p>Senior nurse,
      Leeds</text:p><text:list><text:list-item><text:p>Kept the rota</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>English</text:p></table:table-cell><table:table-cell><text:p>native</text:p></table:table-cell></table:table-row></table:table>"""
    assert blocks_of(read_here(odt_of(body))) == [
        (BlockKind.HEADING, "Anna Smith"),
        (BlockKind.PARAGRAPH, "Senior nurse, Leeds"),
        (BlockKind.BULLET, "Kept the rota"),
        (BlockKind.ROW, "English\tnative"),
    ]


def test_blanks_tabs_and_breaks_are_kept() -> None:
    body = '<text:p>Senior<text:s text:c="3"/>nurse<text:tab/>2018<text:line-break/>St Mary</text:p>'
    assert read_here(odt_of(body)).text == "Senior nurse\t2018\nSt Mary"


def test_looks_are_inherited() -> None:
    long = "Kept the rota of a ward with forty beds, and trained everybody who came new to it."
    first, second = read_here(
        odt_of(f'<text:p text:style-name="B">{long}</text:p><text:p text:style-name="C">{long}</text:p>', styles=STYLES)
    ).blocks
    assert (first.bold, first.size) == (True, 14.0)
    assert (second.bold, second.size) == (True, 14.2)


def test_links_footnotes_and_text_boxes_are_read() -> None:
    body = '<text:p>See <text:a xlink:href="https://example.org/a">me</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>With honours</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>0161 496 0000</text:p></draw:text-box></draw:frame></text:p><text:p>Nurse</text:p>'
    document = read_here(odt_of(body))
    assert document.text.split("\n") == ["See me", "0161 496 0000", "Nurse", "With honours"]
    assert links_of(document) == {"me": "https://example.org/a"}


def test_headers_and_footers_are_read_once() -> None:
    styles = '<s xmlns:style="y" xmlns:text="x"><style:master-page><style:header><text:p>Anna Smith</text:p></style:header><style:footer><text:p>On request <text:page-number>3</text:page-number></text:p></style:footer></style:master-page></s>'
    assert (
        read_here(odt_of("<text:p>Nurse</text:p>", entries={"styles.xml": styles})).text
        == "Anna Smith\nNurse\nOn request"
    )


def test_deleted_words_stay_deleted() -> None:
    body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Nurse</text:p>"
    assert read_here(odt_of(body)).text == "Nurse"


def test_a_locked_file_is_encrypted() -> None:
    assert (
        read_bytes(odt_of("", entries={"META-INF/manifest.xml": "<manifest:encryption-data/>"})).outcome
        is Outcome.ENCRYPTED
    )


def test_a_file_without_content_is_damaged() -> None:
    assert read_bytes(zip_of({"mimetype": "application/vnd.oasis.opendocument.text"})).outcome is Outcome.DAMAGED
