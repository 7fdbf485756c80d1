"""Whole résumés: without headings, in columns, and what is left over."""

from mosaic.documents.model import Block, BlockKind, Document, FileKind, Outcome
from mosaic.documents.resume.model import Confidence, Section
from mosaic.documents.resume.parse import parse_resume
from tests.documents_resume.made import TODAY, job, parsed, said, study

WITHOUT_HEADINGS = """Abebe Girma
abebe.girma@example.com
0911 234 567
Addis Ababa, Ethiopia

Driver and mechanic, fifteen years on trucks and Land Cruisers, clean record.

Driver, World Food Programme, Addis Ababa (2014 to now)
Deliver food and staff to the regions

Truck driver, Selam Transport PLC, 2008-2014

Diploma in Mechanics, Bole Technical College, 2004

route planning, engine repair, truck driving, loading

Amharic, Oromo, English
"""


def test_a_resume_without_headings_is_read_by_what_it_says() -> None:
    result = parsed(WITHOUT_HEADINGS)
    assert [job(work) for work in result.work] == [
        ("Driver", "World Food Programme", "Addis Ababa", "2014/now"),
        ("Truck driver", "Selam Transport PLC", "", "2008/2014"),
    ]
    assert [study(each) for each in result.education] == [("Diploma", "Mechanics", "Bole Technical College", "/2004")]
    assert [skill.name.value for skill in result.skills] == [
        "route planning",
        "engine repair",
        "truck driving",
        "loading",
    ]
    assert [each.code for each in result.languages] == ["am", "om", "en"]
    assert said(result.summary).startswith("Driver and mechanic")
    assert result.confidence[Section.WORK] is Confidence.IMPLIED


def test_confidence_says_how_each_section_was_known() -> None:
    result = parsed(
        "Jo Bell\njo.bell@example.com\n\nExperience\nCook, Hotel Adler, 2018 – 2020\n\nEducation\nLeeds College, 2010\n"
    )
    assert result.confidence[Section.WORK] is Confidence.HEADED
    assert result.confidence[Section.EDUCATION] is Confidence.PARTIAL
    assert result.confidence[Section.LANGUAGES] is Confidence.ABSENT


def test_what_no_field_covers_is_named() -> None:
    text = "Jo Bell\njo.bell@example.com\n\nDeclaration\nAll of this is true.\n\nSkills\nWelding\n"
    assert [text[start:end] for start, end in parsed(text).unplaced] == ["All of this is true"]


def test_a_sidebar_read_first_leaves_the_name_to_the_main_column() -> None:
    text = "Contact\njo.bell@example.com\nSkills\nWelding\nLanguages\nEnglish (native)\nJo Bell\nWelder\nExperience\nWelder, Steelworks Ltd, 2018 – 2020\n"
    main = text.index("Jo Bell")
    blocks = [
        Block(BlockKind.PARAGRAPH, 0, main, column=0, size=10.0),
        Block(BlockKind.HEADING, main, main + 7, column=1, size=20.0, bold=True),
        Block(BlockKind.PARAGRAPH, main + 8, len(text), column=1, size=10.0),
    ]
    document = Document(FileKind.PDF, Outcome.READ, text, pages=1, blocks=tuple(blocks))
    result = parse_resume(document, today=TODAY)
    assert said(result.contact.name) == "Jo Bell"
    assert said(result.contact.headline) == "Welder"
    assert [each.name.value for each in result.languages] == ["English"]
    assert [job(work)[:2] for work in result.work] == [("Welder", "Steelworks Ltd")]


def test_a_section_goes_on_in_its_column_on_the_next_page() -> None:
    first, side, second = (
        "Jo Bell\nExperience\nWelder, Steelworks Ltd, 2018 – 2020\n• Welded\n",
        "Languages\nEnglish (native)\n",
        "Fitter, Tyne Yards Ltd, 2010 – 2018\n• Fitted\n",
    )
    text = first + side + second
    ends = (len(first), len(first) + len(side), len(text))
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, ends[0], page=1, column=0),
        Block(BlockKind.PARAGRAPH, ends[0], ends[1], page=1, column=1),
        Block(BlockKind.PARAGRAPH, ends[1], ends[2], page=2, column=0),
    )
    result = parse_resume(Document(FileKind.PDF, Outcome.READ, text, pages=2, blocks=blocks), today=TODAY)
    assert [said(work.employer) for work in result.work] == ["Steelworks Ltd", "Tyne Yards Ltd"]


def test_a_curriculum_with_appointments_grants_and_papers() -> None:
    text = """Prof. Dr. Elif Yılmaz
elif.yilmaz [at] example.edu   ORCID: 0000-0001-5109-3700

Academic Positions
2020–         Professor of Molecular Biology, Middle Lake University, Madison, WI
2007–2010     Postdoctoral Fellow, ETH Zürich (with Prof. A. Keller)

Education
2003–2007     Ph.D., Molecular Biology, University of Heidelberg (summa cum laude)

Grants and Awards
2018   Starting Grant, European Science Fund
"""
    result = parsed(text)
    assert [job(work) for work in result.work] == [
        ("Professor of Molecular Biology", "Middle Lake University", "Madison, WI", "2020/now"),
        ("Postdoctoral Fellow", "ETH Zürich", "", "2007/2010"),
    ]
    assert study(result.education[0]) == ("Ph.D.", "Molecular Biology", "University of Heidelberg", "2003/2007")
    assert said(result.education[0].score) == "summa cum laude"
    assert result.contact.links[0].network == "ORCID"


def test_nothing_is_read_from_nothing() -> None:
    assert parsed("").contact.name is None
    assert parsed("\n \n\t\n").work == ()
