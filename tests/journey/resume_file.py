"""A real résumé file for the journey, made when it is needed: nothing of it lies in the repository."""

import io

import typst
from docx import Document

NAME = "Marek Nowicki"
LINES = """Marek Nowicki
marek.nowicki@example.org · +46 70 123 45 67 · Gothenburg

Work
Shift supervisor, Hisingen distribution centre, 2014 – present
- Planned the rota for a late shift of fourteen people
- Trained new staff, about forty people since 2014
- Tracked picking errors and reported them every week
Forklift driver, Nordhav, 2006 – 2014
- Drove a forklift and loaded trailers
- Did the stocktaking twice a year

Education
Secondary school, Gothenburg, 2004

Skills
Rota planning, training new staff, forklift driving, stock control

Languages
Polish (native), Swedish (fluent), English (good)
"""


def as_pdf() -> bytes:
    """Return the résumé as a typeset PDF."""
    body = []
    for line in LINES.splitlines():
        text = line.replace("@", "\\@").replace("#", "\\#")
        if line in ("Work", "Education", "Skills", "Languages"):
            body.append(f"= {text}")
        else:
            body.append(text if line.startswith("- ") else f"{text} \\")
    source = '#set page(paper: "a4")\n' + "\n".join(body)
    made: bytes = typst.compile(source.encode(), format="pdf")
    return made


def as_docx() -> bytes:
    """Return the résumé as a Word document."""
    document = Document()
    for line in LINES.splitlines():
        if line in ("Work", "Education", "Skills", "Languages"):
            document.add_heading(line, level=1)
        elif line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        else:
            document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
