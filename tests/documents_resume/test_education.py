"""Schools and degrees."""

import pytest

from tests.documents_resume.made import HEAD, parsed, said, studies

NURSING = ("BSc", "Nursing", "University of Leeds", "2014/2017")


@pytest.mark.parametrize(
    "head",
    [
        "BSc Nursing, University of Leeds, 2014–2017",
        "BSc in Nursing, University of Leeds (2014–2017)",
        "University of Leeds    2014–2017\nBSc, Nursing",
        "BSc, Nursing    2014–2017\nUniversity of Leeds",
        "2014–2017\nBSc Nursing\nUniversity of Leeds",
        "2014–2017\tBSc Nursing\tUniversity of Leeds",
        "BSc Nursing | University of Leeds | 2014–2017",
    ],
)
def test_one_degree_in_many_layouts(head: str) -> None:
    assert studies(head + "\n") == [NURSING]


@pytest.mark.parametrize(
    ("written", "kind", "subject"),
    [
        ("Bachelor of Science in Computer Science", "Bachelor of Science", "Computer Science"),
        ("Bachelor of Occupational Therapy", "Bachelor of Occupational Therapy", ""),
        ("BA (Hons) Geography", "BA (Hons)", "Geography"),
        ("Level 3 Diploma in Adult Care", "Level 3 Diploma", "Adult Care"),
        ("Ausbildung zur Bürokauffrau", "Ausbildung zur Bürokauffrau", ""),
        ("Ph.D. in Biochemistry", "Ph.D.", "Biochemistry"),
        ("Licenciatura en Enfermería", "Licenciatura", "Enfermería"),
    ],
)
def test_the_kind_of_degree_is_parted_from_its_subject(written: str, kind: str, subject: str) -> None:
    assert studies(f"{written}, Ashdown College, 2010 – 2012\n")[0][:2] == (kind, subject)


def test_a_single_year_is_the_end() -> None:
    assert studies("UC Berkeley 2019\nBachelor of Science, Computer Science\n") == [
        ("Bachelor of Science", "Computer Science", "UC Berkeley", "/2019")
    ]


def test_results_are_kept() -> None:
    for written in ("2:1", "GPA 3.8/4.0", "First Class", "Note 2,3", "110/110"):
        (education,) = parsed(f"{HEAD}Education\nBA History, University of Leeds, 2010 – 2013 – {written}\n").education
        assert said(education.score) == written


def test_a_table_with_named_columns() -> None:
    section = (
        "Course\tInstitution\tBoard\tYear\tPercentage\n"
        "B.E. (Mechanical)\tPES Institute of Technology\tVTU\t2012\t71%\n"
        "PUC\tMES College\tState Board\t2008\t82%\n"
    )
    assert studies(section) == [
        ("B.E.", "Mechanical", "PES Institute of Technology", "/2012"),
        ("PUC", "", "MES College", "/2008"),
    ]


def test_subjects_are_not_taken_for_schools() -> None:
    assert studies("Certificate, Landscape Technology, Avalon College, 2014\n") == [
        ("Certificate", "Landscape Technology", "Avalon College", "/2014")
    ]


def test_small_words_are_no_degrees() -> None:
    result = parsed('Jane Doe\njane@example.com\n"Be the change that you want to see."\n\nEducation\nGED, 2010\n')
    assert len(result.education) == 1
