"""Word files: everything a reader of the page would see, in order."""

import io
import time

import docx
import pytest
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from mosaic.documents.child import read_bytes
from mosaic.documents.limits import Limits
from mosaic.documents.model import BlockKind, FileKind, Outcome
from tests.documents.made import blocks_of, links_of, paragraphs, raw_word, read_here, word_of, words_of, zip_of


def text_of(body: str, entries: dict[str, str] | None = None) -> str:
    return read_here(raw_word(body, entries)).text


def test_headings_lists_and_paragraphs_are_told_apart() -> None:
    def build(document: WordDocument) -> None:
        document.add_heading("Anna Smith", 0)
        document.add_heading("Experience", 1)
        document.add_paragraph("Senior nurse, St Mary's")
        document.add_paragraph("Kept the rota", style="List Bullet")
        document.add_paragraph("Trained starters", style="List Number")

    assert blocks_of(read_here(word_of(build))) == [
        (BlockKind.HEADING, "Anna Smith"),
        (BlockKind.HEADING, "Experience"),
        (BlockKind.PARAGRAPH, "Senior nurse, St Mary's"),
        (BlockKind.BULLET, "Kept the rota"),
        (BlockKind.BULLET, "Trained starters"),
    ]


def test_a_footer_that_counts_pages_says_nothing_about_anybody() -> None:
    def build(document: WordDocument) -> None:
        document.add_paragraph("Tram driver")
        document.sections[0].footer.paragraphs[0].text = "Curriculum Vitae – Gábor Szabó – page 1 of 2"
        document.sections[0].header.paragraphs[0].text = "gabor@example.hu | page 1"

    assert words_of(read_here(word_of(build)), BlockKind.PARAGRAPH) == ["gabor@example.hu | page 1", "Tram driver"]


def test_headers_come_first_and_footers_last_each_once() -> None:
    def build(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "Anna Smith, 0161 496 0000"
        document.sections[0].footer.paragraphs[0].text = "References on request"
        document.add_paragraph("Nurse")
        document.add_section()

    assert read_here(word_of(build)).text.split("\n") == ["Anna Smith, 0161 496 0000", "Nurse", "References on request"]


def test_rows_of_a_table_are_lines_and_cells_of_a_layout_are_read_one_by_one() -> None:
    def build(document: WordDocument) -> None:
        table = document.add_table(2, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "English", "native"
        table.cell(1, 0).text = "2018–2020"
        table.cell(1, 1).text = "Senior nurse"
        table.cell(1, 1).add_paragraph("St Mary's")

    assert blocks_of(read_here(word_of(build))) == [
        (BlockKind.ROW, "English\tnative"),
        (BlockKind.PARAGRAPH, "2018–2020"),
        (BlockKind.PARAGRAPH, "Senior nurse"),
        (BlockKind.PARAGRAPH, "St Mary's"),
    ]


def test_size_and_weight_come_from_runs_and_styles() -> None:
    def build(document: WordDocument) -> None:
        run = document.add_paragraph("").add_run("Senior nurse at a hospital in the north of England, 2018")
        run.bold, run.font.size = True, Pt(13)
        document.add_paragraph("Kept the rota of a ward with forty beds, and trained everybody who came new to it.")

    first, second = read_here(word_of(build)).blocks
    assert (first.size, first.bold) == (13.0, True)
    assert (second.size, second.bold) == (11.0, False)


def test_links_stand_on_their_words() -> None:
    def build(document: WordDocument) -> None:
        paragraph = document.add_paragraph("See ")
        link = OxmlElement("w:hyperlink")
        link.set(
            qn("r:id"),
            document.part.relate_to("https://example.org/anna", RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
        )
        run = paragraph.add_run("my page")
        link.append(run._r)
        paragraph._p.append(link)

    assert links_of(read_here(word_of(build))) == {"my page": "https://example.org/anna"}


def test_links_written_as_fields_are_links() -> None:
    field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "mailto:a@example.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>write</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    document = read_here(raw_word(field))
    assert (document.text, links_of(document)) == ("write", {"write": "mailto:a@example.org"})


def test_page_numbers_are_left_out() -> None:
    assert (
        text_of(
            '<w:p><w:r><w:t>Anna</w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>'
        )
        == "Anna"
    )


def test_text_boxes_are_read_once() -> None:
    box = "<w:txbxContent>" + paragraphs("0161 496 0000") + "</w:txbxContent>"
    shape = f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>{box}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    document = read_here(raw_word(f"<w:p><w:r><w:t>Anna Smith</w:t></w:r>{shape}</w:p>{paragraphs('Nurse')}"))
    assert document.text.split("\n") == ["Anna Smith", "0161 496 0000", "Nurse"]


def test_deletions_are_left_out_and_insertions_kept() -> None:
    body = '<w:p><w:r><w:t xml:space="preserve">Nurse for </w:t></w:r><w:del><w:r><w:delText>two</w:delText></w:r></w:del><w:ins><w:r><w:t>twelve</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> years</w:t></w:r><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>'
    assert text_of(body) == "Nurse for twelve years"


def test_hidden_words_stay_hidden() -> None:
    assert (
        text_of("<w:p><w:r><w:t>Anna</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>keywords</w:t></w:r></w:p>")
        == "Anna"
    )


def test_footnotes_come_at_the_end() -> None:
    relations = '<Relationships xmlns="x"><Relationship Id="r1" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>'
    notes = f'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:type="separator">{paragraphs("never")}</w:footnote><w:footnote>{paragraphs("With honours")}</w:footnote></w:footnotes>'
    assert (
        text_of(paragraphs("BSc Nursing"), {"word/_rels/document.xml.rels": relations, "word/footnotes.xml": notes})
        == "BSc Nursing\nWith honours"
    )


def test_line_breaks_and_tabs_are_kept() -> None:
    body = "<w:p><w:r><w:t>Senior nurse</w:t><w:tab/><w:t>2018</w:t><w:br/><w:t>St Mary's</w:t></w:r></w:p>"
    assert text_of(body) == "Senior nurse\t2018\nSt Mary's"


def test_symbol_letters_mark_list_items() -> None:
    body = (
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t xml:space="preserve"> Kept the rota</w:t></w:r></w:p>'
    )
    assert words_of(read_here(raw_word(body)), BlockKind.BULLET) == ["Kept the rota"]


def test_content_controls_are_read() -> None:
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraphs('Anna Smith')}</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtContent><w:r><w:t>Nurse</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    assert text_of(body) == "Anna Smith\nNurse"


def test_macros_are_ignored_with_a_note() -> None:
    document = read_bytes(raw_word(paragraphs("Anna"), {"word/vbaProject.bin": "Sub AutoOpen()"}))
    assert (document.kind, document.text, document.notes) == (FileKind.DOCX, "Anna", ("macros_ignored",))


def test_nothing_outside_the_file_is_read() -> None:
    bait = "file:///etc/hostname"
    doctype = f'<!DOCTYPE w [<!ENTITY bait SYSTEM "{bait}"><!ENTITY % more SYSTEM "http://127.0.0.1:9/x.dtd">%more;]>'
    document = read_bytes(raw_word("<w:p><w:r><w:t>Anna &bait; Smith</w:t></w:r></w:p>", before=doctype))
    assert (document.outcome, document.text, document.notes) == (Outcome.READ, "Anna Smith", ("entities_ignored",))


def test_entities_that_multiply_are_ignored() -> None:
    laughs = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    began = time.monotonic()
    document = read_bytes(
        raw_word("<w:p><w:r><w:t>Anna &l9;</w:t></w:r></w:p>", before=f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>')
    )
    assert (document.outcome, document.text) == (Outcome.READ, "Anna")
    assert time.monotonic() - began < 5


def test_entities_hidden_in_another_encoding_do_no_harm() -> None:
    laughs = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    xml = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]><document><body><p><r><t>Anna &l9;</t></r></p></body></document>'
    document = read_bytes(zip_of({"word/document.xml": xml.encode("utf-16")}))
    assert len(document.text) < 10_000


@pytest.mark.parametrize("depth", [5_000, 200_000])
def test_tables_within_tables_end(depth: int) -> None:
    body = "<w:tbl><w:tr><w:tc>" * depth + paragraphs("deep") + "</w:tc></w:tr></w:tbl>" * depth
    began = time.monotonic()
    assert read_bytes(raw_word(body), limits=Limits(ratio=10_000)).outcome in {
        Outcome.DAMAGED,
        Outcome.TOOK_TOO_MUCH_MEMORY,
    }
    assert time.monotonic() - began < 15


def test_a_damaged_file_is_damaged() -> None:
    whole = word_of(lambda document: document.add_paragraph("Anna"))
    assert read_bytes(whole[: whole.index(b"word/document.xml") + 200]).outcome is Outcome.DAMAGED
    assert read_bytes(zip_of({"[Content_Types].xml": "wordprocessingml.document"})).outcome is Outcome.DAMAGED
    assert read_bytes(zip_of({"word/document.xml": "no xml"})).outcome is Outcome.DAMAGED


def test_xml_that_ends_too_early_is_read_as_far_as_it_goes() -> None:
    document = read_here(
        zip_of({"word/document.xml": "<document><body><p><r><t>Anna</t></r></p><p><r><t>Nurse</t></r>"})
    )
    assert (document.outcome, document.text, document.notes) == (Outcome.READ, "Anna\nNurse", ("repaired",))


def test_a_word_file_with_a_password_is_encrypted() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert read_bytes(ole + "EncryptedPackage".encode("utf-16-le")).outcome is Outcome.ENCRYPTED


def test_an_empty_file_is_empty() -> None:
    file = io.BytesIO()
    docx.Document().save(file)
    assert read_bytes(file.getvalue()).outcome is Outcome.EMPTY
