"""A sheet as DOCX with real headings, list styles, properties and language."""

import io
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from resume.rendering.sheet import DOT, Entry, Section, Sheet

FONT = "Calibri"
INK, SOFT = RGBColor(0x1D, 0x1D, 0x1B), RGBColor(0x55, 0x53, 0x4E)
SIZES = {"a4": (Mm(210), Mm(297)), "letter": (Mm(215.9), Mm(279.4))}
SIDE, TOP = Mm(23), Mm(20)
# Style, size in points, bold, space before and after in points.
STYLES = {
    "Normal": (10.5, False, 0, 4),
    "Title": (21, False, 0, 4),
    "Subtitle": (12, False, 0, 2),
    "Heading 1": (10.5, True, 16, 5),
    "Heading 2": (10.5, True, 9, 2),
    "List Bullet": (10.5, False, 0, 3),
}


def to_docx(sheet: Sheet, *, title: str, paper: str, made_at: datetime) -> bytes:
    """Return a Word document."""
    document = Document()
    _set_up(document, sheet, title, paper, made_at)
    _head(document, sheet)
    for section in sheet.sections:
        _section(document, section)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_up(document: WordDocument, sheet: Sheet, title: str, paper: str, made_at: datetime) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = SIZES[paper]
    page.left_margin = page.right_margin = SIDE
    page.top_margin = page.bottom_margin = TOP
    about = document.core_properties
    about.title, about.author, about.language = title, sheet.name, sheet.language
    about.comments, about.last_modified_by = "", sheet.name
    about.created = about.modified = made_at.replace(tzinfo=None, microsecond=0)
    for name, values in STYLES.items():
        style = document.styles[name]
        if isinstance(style, ParagraphStyle):
            _style(style, *values)
    _speak(document, sheet.language)


def _style(style: ParagraphStyle, size: float, bold: bool, before: float, after: float) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, False
    style.font.color.rgb = INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        # The template's theme fonts would win over the name.
        if "Theme" in name:
            del fonts.attrib[name]
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.1


def _speak(document: WordDocument, tag: str) -> None:
    """Name the language of the text, so that spelling and reading aloud fit."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is None:
        return
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), tag)


def _head(document: WordDocument, sheet: Sheet) -> None:
    if sheet.name:
        _without_border(document.add_paragraph(sheet.name, style="Title"))
    if sheet.headline:
        document.add_paragraph(sheet.headline, style="Subtitle")
    if sheet.contact:
        _soft(document.add_paragraph(DOT.join(sheet.contact)))
    if sheet.summary:
        document.add_paragraph(sheet.summary_heading, style="Heading 1")
        for paragraph in sheet.summary:
            document.add_paragraph(paragraph)


def _section(document: WordDocument, section: Section) -> None:
    document.add_paragraph(section.heading, style="Heading 1")
    for entry in section.entries:
        _entry(document, entry)
    for line in section.lines:
        document.add_paragraph(line)


def _entry(document: WordDocument, entry: Entry) -> None:
    if entry.head or entry.when:
        page = document.sections[0]
        head = document.add_paragraph(style="Heading 2")
        width = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
        head.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
        head.add_run(entry.title)
        if entry.organisation:
            run = head.add_run(f", {entry.organisation}" if entry.title else entry.organisation)
            run.bold = not entry.title
        if entry.when:
            run = head.add_run(f"\t{entry.when}")
            run.bold, run.font.color.rgb = False, SOFT
    if entry.place:
        _soft(document.add_paragraph(entry.place))
    for paragraph in entry.paragraphs:
        document.add_paragraph(paragraph)
    for bullet in entry.bullets:
        document.add_paragraph(bullet, style="List Bullet")


def _soft(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.font.color.rgb = SOFT


def _without_border(paragraph: Paragraph) -> None:
    """Take away the rule that the template draws under a title."""
    style = paragraph.style
    properties = style.element.find(qn("w:pPr")) if style is not None else None
    border = properties.find(qn("w:pBdr")) if properties is not None else None
    if properties is not None and border is not None:
        properties.remove(border)
