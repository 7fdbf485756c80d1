"""Files: every format, every script, and the same words back in the same order."""

import io
import json
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import cast
from xml.etree.ElementTree import fromstring

import docx
import pypdfium2  # type: ignore[import-untyped]  # generated bindings
import pytest
from docx.enum.style import WD_STYLE_TYPE
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from mosaic.lib import glyphs
from mosaic.lib.pdf import VENDORED, MissingGlyphs, Paper, paper_for
from resume.domain.document import words_in
from resume.domain.languages import language, language_of, languages
from resume.domain.pointers import JSON
from resume.rendering.files import Format, Made, disposition, file_name, render
from resume.rendering.readback import compared, of_pdf
from resume.rendering.sheet import lay_out
from resume.rendering.text import to_markdown, to_text
from tests.resume.documents import ALL, AOIFE, LONG, MAREK

MOMENT = datetime(2026, 11, 21, 8, tzinfo=UTC)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ENOUGH = 0.995


def made(name: str, paper: Paper = Paper.A4) -> Made:
    document, tag = ALL[name]
    return Made(document, tag, lay_out(document, tag).name, MOMENT, paper)


def sheet_words(name: str) -> str:
    return to_text(lay_out(*ALL[name]))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", ALL)
def test_a_pdf_gives_back_its_words_in_order(name: str, paper: Paper) -> None:
    read = of_pdf(render(made(name, paper), Format.PDF), lay_out(*ALL[name]))
    assert read.share >= ENOUGH, read.lost


@pytest.mark.parametrize("name", ALL)
def test_another_reader_finds_the_same_words(name: str) -> None:
    opened = pypdfium2.PdfDocument(render(made(name), Format.PDF))
    text = "\n".join(page.get_textpage().get_text_range() for page in opened)
    assert compared(text, lay_out(*ALL[name])).share >= ENOUGH


@pytest.mark.parametrize("name", ALL)
def test_a_word_file_gives_back_its_words_in_order(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(render(made(name), Format.DOCX))) as archive:
        tree = fromstring(archive.read("word/document.xml"))
    pieces = (
        "\t" if node.tag == f"{WORD}tab" else "\n" if node.tag == f"{WORD}p" else node.text or ""
        for node in tree.iter()
    )
    assert compared("".join(pieces), lay_out(*ALL[name])).share >= ENOUGH


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("file_format", [Format.TEXT, Format.MARKDOWN])
def test_text_and_markdown_hold_every_word(name: str, file_format: Format) -> None:
    plain = re.sub(r"\\(?=[^\w\s]|_)", "", render(made(name), file_format).decode())
    for _, words in words_in(ALL[name][0]):
        if words.isascii() and "http" not in words and not re.fullmatch(r"[\d-]+", words):
            assert set(words.split()) <= set(re.split(r"[\s,:()]+", plain)) | set(plain.split())


@pytest.mark.parametrize("name", ALL)
def test_json_comes_out_as_it_went_in(name: str) -> None:
    assert json.loads(render(made(name), Format.JSON)) == ALL[name][0]


def below(node: object, *names: str | int) -> PdfObject:
    """Follow names and places into a PDF's objects."""
    found = cast(PdfObject, node)
    for name in names:
        holder = cast(DictionaryObject, found.get_object())
        found = holder[name]
    return found


def test_a_pdf_is_tagged_titled_and_carries_its_data() -> None:
    reader = PdfReader(io.BytesIO(render(made("zofia"), Format.PDF)))
    root = reader.trailer["/Root"]
    assert below(root, "/MarkInfo", "/Marked")
    assert str(below(root, "/Lang")) == "pl"
    assert below(root, "/ViewerPreferences", "/DisplayDocTitle")
    assert reader.metadata is not None
    assert reader.metadata.title == "Zofia Wójcik-Brzęczyszczykiewicz"
    assert json.loads(reader.attachments["resume.json"][0]) == ALL["zofia"][0]
    described = cast(StreamObject, below(root, "/Metadata").get_object()).get_data().decode()
    assert re.search(r"pdfaid:part\W+3", described)
    assert re.search(r"pdfuaid:part\W+1", described)


def test_a_pdf_embeds_every_font_it_uses() -> None:
    for page in PdfReader(io.BytesIO(render(made("marek"), Format.PDF))).pages:
        for font in cast(DictionaryObject, below(page, "/Resources", "/Font")).values():
            described = cast(DictionaryObject, below(font, "/DescendantFonts", 0, "/FontDescriptor").get_object())
            assert "SourceSans3" in str(described["/FontName"])
            assert {"/FontFile2", "/FontFile3"} & set(described)


def test_paper_is_what_was_asked_for() -> None:
    sizes = {
        paper: PdfReader(io.BytesIO(render(made("marek", paper), Format.PDF))).pages[0].mediabox for paper in Paper
    }
    assert (round(sizes[Paper.A4].width), round(sizes[Paper.A4].height)) == (595, 842)
    assert (round(sizes[Paper.LETTER].width), round(sizes[Paper.LETTER].height)) == (612, 792)
    assert paper_for("US") is Paper.LETTER
    assert paper_for("SE") is paper_for("") is Paper.A4


def test_a_long_life_flows_over_two_pages() -> None:
    pages = PdfReader(io.BytesIO(render(Made(LONG, "es", "Ana", MOMENT), Format.PDF))).pages
    assert len(pages) == 2
    assert pages[1].extract_text().startswith("Cocinera")


@pytest.mark.parametrize(("basics", "top"), [({"label": "Forklift driver"}, "Forklift driver"), ({}, "First one")])
def test_a_resume_without_a_name_still_has_a_heading(basics: JSON, top: str) -> None:
    document: JSON = {"basics": basics, "skills": [{"name": "Rota planning"}]}
    content = render(Made(document, "en", "First one", MOMENT), Format.PDF)
    assert PdfReader(io.BytesIO(content)).pages[0].extract_text().startswith(top)


def test_the_same_document_gives_the_same_pdf() -> None:
    assert render(made("marek"), Format.PDF) == render(made("marek"), Format.PDF)


def test_letters_no_font_draws_are_named_before_anything_is_set() -> None:
    with pytest.raises(MissingGlyphs) as missing:
        render(Made({"basics": {"name": "Ada 𓀀"}}, "en", "Ada", MOMENT), Format.PDF)
    assert missing.value.letters == "𓀀"
    assert render(Made({"basics": {"name": "Ada 𓀀"}}, "en", "Ada", MOMENT), Format.DOCX)


def test_our_font_draws_the_scripts_it_claims() -> None:
    ours = sorted(VENDORED.glob("*.ttf"))
    assert glyphs.missing("Zażółć gęślą jaźń ÄÖÜß Ελληνικά Їжак Đặng € – “” •", ours) == ""
    assert glyphs.missing("aب漢a", ours) == "ب漢"
    assert glyphs.covered_by(Path(__file__)) == frozenset()


def test_what_a_person_wrote_is_never_markup() -> None:
    nasty = '#read("/etc/passwd") #import $x$ *b* <i> \\ `code` [a](b) = h'
    document: JSON = {
        "basics": {"name": "Ada"},
        "work": [{"position": nasty, "highlights": ["# not a heading", "1. not a list"]}],
    }
    one = Made(document, "en", "Ada", MOMENT)
    assert of_pdf(render(one, Format.PDF), lay_out(document, "en")).lost == ()
    markdown = to_markdown(lay_out(document, "en"))
    assert "- \\# not a heading" in markdown
    assert "- 1\\. not a list" in markdown
    assert "\\[a\\](b)" in markdown


def test_signs_that_no_page_can_show_are_left_out() -> None:
    document: JSON = {"basics": {"name": "A\x00d\x0ba\ue000"}}
    for file_format in Format:
        assert render(Made(document, "en", "Ada", MOMENT), file_format)
    assert lay_out(document, "en").name == "Ad a"


def test_a_word_file_has_headings_lists_and_a_language() -> None:
    opened = docx.Document(io.BytesIO(render(made("zofia"), Format.DOCX)))
    styles = [paragraph.style.name for paragraph in opened.paragraphs if paragraph.style]
    assert styles.count("Title") == 1
    assert "Heading 1" in styles
    assert "Heading 2" in styles
    assert "List Bullet" in styles
    assert opened.core_properties.language == "pl"
    assert opened.core_properties.author == "Zofia Wójcik-Brzęczyszczykiewicz"
    assert opened.core_properties.created == MOMENT
    assert b'w:lang w:val="pl"' in opened.styles.element.xml.encode()
    assert opened.styles["Normal"].type == WD_STYLE_TYPE.PARAGRAPH


def test_contact_is_put_in_only_on_the_way_out() -> None:
    assert "example.org" in to_text(lay_out(MAREK, "en"))
    assert "example.org" not in to_text(lay_out(MAREK, "en", contact=False))


def test_a_career_break_is_a_normal_entry() -> None:
    text = to_text(lay_out(AOIFE, "en"))
    assert "Caring for my mother, Home\nJan 2019 – Aug 2023\nCareer break." in text


@pytest.mark.parametrize("name", ALL)
def test_the_language_of_a_text_is_found(name: str) -> None:
    document, tag = ALL[name]
    words = " ".join(text for _, text in words_in(document))
    assert language_of(words) in (tag, "en")


def test_every_language_names_every_section() -> None:
    keys = {frozenset(one.headings) for one in languages().values()}
    assert len(keys) == 1
    assert all(len(one.months) == 12 for one in languages().values())
    assert language("xx").now == "now"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Marek Nowicki", "Nordhav", "3"), "Marek_Nowicki-Nordhav-3.pdf"),
        (("../../etc/passwd", "a/b\\c:d"), "etc_passwd-a_b_c_d.pdf"),
        (("", ""), "resume.pdf"),
        (("Łukasz Żak", "x" * 200), "Łukasz_Żak-" + "x" * 69 + ".pdf"),
    ],
)
def test_file_names_are_safe(parts: tuple[str, ...], name: str) -> None:
    assert file_name(*parts, ending="pdf") == name


def test_old_programs_get_a_name_in_ascii() -> None:
    assert (
        disposition("Zoë-Ålesund.pdf")
        == "attachment; filename=\"Zoe-Alesund.pdf\"; filename*=UTF-8''Zo%C3%AB-%C3%85lesund.pdf"
    )
    assert disposition("Оксана.pdf").startswith('attachment; filename="resume.pdf"')
