"""Résumés as people make them in Word: tabs, tables, a header and footer, a text box."""

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt


def gabor_szabo(path: str) -> None:
    """Make one with the contact in the header, dates at a right tab, a footer with page and name."""
    made = Document()
    section = made.sections[0]
    section.header.paragraphs[0].text = "gabor.szabo@example.hu | +36 30 123 4567 | Debrecen"
    section.footer.paragraphs[0].text = "Curriculum Vitae – Szabó Gábor – page 1"
    made.add_paragraph().add_run("GÁBOR SZABÓ").font.size = Pt(24)
    made.add_paragraph("Tram driver and instructor")

    def head(text: str) -> None:
        made.add_paragraph().add_run(text).bold = True

    def dated(left: str, right: str) -> None:
        line = made.add_paragraph()
        line.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
        line.add_run(left).bold = True
        line.add_run(f"\t{right}")

    head("Relevant Experience")
    dated("Driving Instructor, DKV Debrecen", "Sept 2020 – Present")
    made.add_paragraph("Trains eight new drivers a year", style="List Bullet")
    dated("Tram Driver, DKV Debrecen", "Mar 2014 – Aug 2020")
    made.add_paragraph("Drove line 2 in shifts", style="List Bullet")
    dated("Courier, Sprint Futár Kft.", "2012 – 2014")
    head("Academic Background")
    dated("Secondary school leaving certificate, Mechwart András School", "2008 – 2012")
    head("Technical Skills")
    made.add_paragraph("Tram driving; Track safety; Radio communication; Timetable planning")
    head("Language Skills")
    made.add_paragraph("Hungarian: mother tongue; English: B1; Romanian: basic")
    head("Licences and Certificates")
    made.add_paragraph("Tram Driver Licence (2014)")
    made.save(path)


def rashid_al_mansoori(path: str) -> None:
    """Make one whose body is a table of two columns, a sidebar and the rest."""
    made = Document()
    left, right = made.add_table(rows=1, cols=2).rows[0].cells
    left.width, right.width = Cm(5), Cm(12)
    for text, bold in (
        ("Rashid Al Mansoori", True), ("Tower Crane Operator", False), ("PERSONAL INFO", True), ("Phone", True),
        ("+971 50 123 4567", False), ("E-mail", True), ("rashid.mansoori@example.ae", False), ("Location", True),
        ("Sharjah", False), ("MY SKILLS", True), ("Tower cranes ●●●●●", False), ("Load charts ●●●●○", False),
        ("Hand signals ●●●●●", False), ("LANGUAGES", True), ("Arabic ●●●●●", False), ("English ●●●○○", False),
    ):  # fmt: skip
        left.add_paragraph().add_run(text).bold = bold
    for text, bold in (
        ("WORK EXPERIENCE", True), ("2018 - Present", False), ("Tower Crane Operator", True), ("Gulf Heights Contracting LLC, Dubai", False),
        ("• Lifts formwork and steel on two towers", False), ("2013 - 2018", False), ("Mobile Crane Operator", True),
        ("Emirates Lifting Co., Sharjah", False), ("• Placed precast panels", False), ("EDUCATION", True), ("2012", False),
        ("High School Certificate", True), ("Al Ghubaiba School, Sharjah", False), ("COURSES & CERTIFICATES", True),
        ("Crane Operator Certificate, CICPA, 2013", False), ("Rigger Level 2, 2015", False),
    ):  # fmt: skip
        right.add_paragraph().add_run(text).bold = bold
    made.save(path)


def siu_ming_lau(path: str) -> None:
    """Make one whose contact stands in a text box and whose jobs are rows of a table."""
    made = Document()
    made.add_paragraph().add_run("Lau Siu Ming").bold = True
    lines = "".join(
        f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"
        for line in ("Piano Tuner", "siuming.lau@example.hk", "+852 5123 4567", "Kowloon, Hong Kong")
    )
    box = f"""<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:200pt;height:80pt">
<v:textbox><w:txbxContent>{lines}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""
    made.add_paragraph()._p.append(parse_xml(box))
    made.add_heading("Professional Experience", 1)
    table = made.add_table(rows=0, cols=2)
    for when, what in (
        ("Since 2017", "Concert Piano Tuner\nTom Lee Music, Kowloon\nTunes concert grands before the evening"),
        ("2011 to 2016", "Piano Technician\nParsons Workshop Ltd, Shatin\nRepaired actions and strings"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = when, what
    made.add_heading("Education & Training", 1)
    cells = made.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "2009 to 2011", "Certificate in Piano Technology\nNewark College"
    made.add_heading("Skills", 1)
    for skill in ("Aural tuning", "Action regulation", "String replacement", "Voicing"):
        made.add_paragraph(skill, style="List Bullet")
    made.add_heading("Languages", 1)
    made.add_paragraph("Cantonese (native), Mandarin (fluent), English (fluent)")
    made.save(path)


MAKERS = {
    "gabor-szabo": gabor_szabo,
    "rashid-al-mansoori": rashid_al_mansoori,
    "siu-ming-lau": siu_ming_lau,
}
