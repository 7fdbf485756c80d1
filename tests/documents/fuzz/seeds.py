"""Files of every kind to begin with: résumés drawn by our own generators and small documents with odd corners."""

from collections.abc import Mapping
from random import Random

from tests.documents.made import drawn_pdf, odt_of, paragraphs, pdf_of, picture_pdf, png, raw_word, words_at
from tests.resumes.as_docx import as_docx
from tests.resumes.as_pdf import as_pdf
from tests.resumes.as_text import as_text
from tests.resumes.layouts import LAYOUTS, laid_out
from tests.resumes.sheets import Sheet
from tests.resumes.truth import cases

EACH = 6
LINK = "<Relationships xmlns='x'><Relationship Id='r' Type='x/hyperlink' Target='https://x.org' TargetMode='External'/></Relationships>"
STYLES = (
    "<w:styles xmlns:w='w'><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='20'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:styleId='H' w:type='paragraph'><w:name w:val='heading 1'/><w:basedOn w:val='H'/></w:style></w:styles>"
)
WORD_BODY = (
    "<w:p><w:pPr><w:pStyle w:val='H'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:rPr><w:b/>"
    "<w:sz w:val='24'/></w:rPr><w:t>Anna</w:t><w:tab/><w:sym w:char='F0B7'/></w:r></w:p><w:tbl><w:tr><w:tc>"
    + paragraphs("a", "b")
    + "</w:tc></w:tr></w:tbl>"
)
ODT_BODY = (
    "<text:h text:outline-level='1'>Anna</text:h><text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell table:number-columns-repeated='2'><text:p>a<text:s text:c='3'/><text:tab/>b</text:p>"
    "</table:table-cell></table:table-row></table:table><text:p><text:a xlink:href='https://x.org'>x</text:a><text:line-break/></text:p>"
)
RTF = (
    rb"{\rtf1\ansi\ansicpg1250{\fonttbl{\f0\fcharset238 A;}}{\stylesheet{\s1 heading 1;}}\pard\s1\b Anna\par{\field{\*\fldinst"
    rb'{HYPERLINK "https://x.org"}}{\fldrslt x}}\trowd\intbl a\cell b\cell\row\u321?\'e9\bin3 abc{\*\unknown\x1}\par}'
)


def seeds(chance: Random) -> Mapping[str, list[bytes]]:
    """Return files by the name of their kind."""
    sheets = [_sheet(chance) for _ in range(EACH)]
    texts = [as_text(sheet) for sheet in sheets]
    drawn = drawn_pdf(words_at((50, 700, "Anna"), (300, 700, "Nurse"), (50, 650, "2014 - 2020")), "BT ET")
    pdfs = [as_pdf(sheet) for sheet in sheets] + [drawn, picture_pdf(2)]
    return {
        "pdf": [*pdfs, pdf_of("= Anna\n#columns(2)[#lorem(60)#colbreak()#table(columns: 2)[a][b][c][d]]")],
        "docx": [as_docx(sheet) for sheet in sheets]
        + [raw_word(WORD_BODY, {"word/styles.xml": STYLES, "word/_rels/document.xml.rels": LINK})],
        "odt": [odt_of(_as_odt(text)) for text in texts] + [odt_of(ODT_BODY)],
        "rtf": [_as_rtf(text) for text in texts] + [RTF],
        "html": [_as_html(text) for text in texts],
        "txt": [*(text.encode() for text in texts), texts[0].encode("utf-16"), texts[1].encode("cp1252", "replace")],
        "md": [_as_markdown(text) for text in texts],
        "png": [png(30, 20)],
    }


def _sheet(chance: Random) -> Sheet:
    return laid_out(chance.choice(cases("development")), chance.choice(sorted(LAYOUTS)))[0]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _as_odt(text: str) -> str:
    return "".join(f"<text:p>{_escaped(line)}</text:p>" for line in text.splitlines())


def _as_rtf(text: str) -> bytes:
    escaped = "".join(letter if ord(letter) < 128 else f"\\u{ord(letter)}?" for letter in text)
    return b"{\\rtf1\\ansi " + escaped.replace("\n", "\\par\n").encode("ascii") + b"}"


def _as_html(text: str) -> bytes:
    lines = _escaped(text).splitlines()
    body = "".join(f"<li>{line[1:]}</li>" if line.startswith(("•", "-")) else f"<p>{line}</p>" for line in lines)
    return f"<!doctype html><html><head><title>x</title></head><body>{body}<table><tr><td>a<td>b</table></body></html>".encode()


def _as_markdown(text: str) -> bytes:
    lines = text.splitlines()
    return "\n".join(f"# {line}" if line.isupper() else line.replace("•", "-") for line in lines).encode()
