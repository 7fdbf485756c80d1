"""Pages read in the order in which a person reads them."""

import pytest

from mosaic.documents.model import BlockKind
from tests.documents.made import blocks_of, drawn_pdf, pdf_of, read_here, words_at, words_of

SIDE = """
== Contact
anna\\@example.org \\ 0161 496 0000 \\ Leeds
== Skills
- Triage
- Wound care
- Medication rounds on two busy wards
== Languages
English \\ Polish
"""
MAIN = """
== Profile
Nurse with twelve years on surgical wards, calm when others are not, careful with words and with medicines, and good at teaching.
== Experience
*Senior nurse* #h(1fr) 2018 – 2020 \\
St Mary's Hospital #h(1fr) Leeds
- Led a team of twelve nurses over two wards and kept the rota for all of them
- Trained new starters
*Nurse* #h(1fr) 2015 – 2018 \\
Leeds General #h(1fr) Leeds
- Gave medicines
== Education
BSc Nursing #h(1fr) 2012
"""
NAME = "= Anna Smith\nSenior nurse\n"
PAGE = "#set page(margin: 1.5cm)\n#set text(size: 10pt)\n"

LAYOUTS = {
    "left sidebar": f"{PAGE}#grid(columns: (30%, 1fr), gutter: 18pt, [{SIDE}], [{NAME}{MAIN}])",
    "right sidebar": f"{PAGE}{NAME}#grid(columns: (1fr, 28%), gutter: 14pt, [{MAIN}], [{SIDE}])",
    "narrow gutter": f"{PAGE}{NAME}#grid(columns: (1fr, 32%), gutter: 6pt, [{MAIN}], [{SIDE}])",
    "header band": f"{PAGE}#rect(width: 100%, fill: aqua)[{NAME}]\n#grid(columns: (1fr, 30%), gutter: 14pt, [{MAIN}], [{SIDE}])",
    "table": f"{PAGE}#table(columns: (30%, 1fr), [{SIDE}], [{NAME}{MAIN}])",
    "sidebar drawn last": f"{PAGE}#place(top + right, box(width: 5cm)[{SIDE}])\n#block(width: 12cm)[{NAME}{MAIN}]",
    "columns": f"{PAGE}{NAME}#block(height: 9cm, columns(2)[{MAIN}#colbreak(){SIDE}])",
}
MAIN_ORDER = [
    "Profile",
    "Nurse with twelve years on surgical wards, calm when others are not, careful with words and with medicines, and good at teaching.",
    "Experience",
    "Senior nurse\t2018 – 2020",
    "St Mary’s Hospital\tLeeds",
    "Led a team of twelve nurses over two wards and kept the rota for all of them",
    "Trained new starters",
    "Nurse\t2015 – 2018",
    "Leeds General\tLeeds",
    "Gave medicines",
    "Education",
    "BSc Nursing\t2012",
]
SIDE_ORDER = [
    "Contact",
    "anna@example.org",
    "0161 496 0000",
    "Leeds",
    "Skills",
    "Triage",
    "Wound care",
    "Medication rounds on two busy wards",
    "Languages",
    "English",
    "Polish",
]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_column_is_read_to_its_end_before_the_next_begins(layout: str) -> None:
    words = [text for _, text in blocks_of(read_here(pdf_of(LAYOUTS[layout])))]
    for order in (MAIN_ORDER, SIDE_ORDER):
        start = words.index(order[0])
        assert words[start : start + len(order)] == order


@pytest.mark.parametrize("layout", LAYOUTS)
def test_blocks_are_told_apart_in_every_layout(layout: str) -> None:
    document = read_here(pdf_of(LAYOUTS[layout]))
    assert set(words_of(document, BlockKind.BULLET)) == {
        "Triage",
        "Wound care",
        "Medication rounds on two busy wards",
        "Led a team of twelve nurses over two wards and kept the rota for all of them",
        "Trained new starters",
        "Gave medicines",
    }
    assert {"Contact", "Skills", "Languages", "Profile", "Experience", "Education"} <= set(
        words_of(document, BlockKind.HEADING)
    )


def test_a_column_has_its_own_number() -> None:
    document = read_here(pdf_of(LAYOUTS["right sidebar"]))
    columns = {document.text[block.start : block.end]: block.column for block in document.blocks}
    assert (columns["Profile"], columns["Contact"]) == (0, 1)


def test_the_name_above_the_main_column_comes_before_the_sidebar() -> None:
    page = words_at((200, 780, "Anna Smith"), size=24) + words_at(
        *[(50, 700 - 13 * row, f"side {row}") for row in range(9)],
        *[(200, 706 - 14 * row, f"main words {row}") for row in range(9)],
    )
    words = [text for _, text in blocks_of(read_here(drawn_pdf(page)))]
    assert words == ["Anna Smith", *[f"side {row}" for row in range(9)], *[f"main words {row}" for row in range(9)]]


def test_columns_are_found_even_when_drawn_line_by_line() -> None:
    left = "a line of the left column goes here"
    right = "a line of the right column goes here"
    placed = []
    for row in range(12):
        placed += [(50, 700 - 13 * row, f"{left} {row}."), (320, 694 - 13 * row, f"{right} {row}.")]
    text = read_here(drawn_pdf(words_at(*placed))).text
    assert text.rindex("left column") < text.index("right column")


def test_dates_beside_jobs_stay_with_their_jobs() -> None:
    page = "== Experience\n#grid(columns: (70pt, 1fr), row-gutter: 10pt, [2018–2020], [*Senior nurse* \\ St Mary's], [2015–2018], [*Nurse* \\ Leeds General], [2012–2015], [*Carer* \\ Elm House])"
    words = [text for _, text in blocks_of(read_here(pdf_of(page)))]
    assert words == [
        "Experience",
        "2018–2020\tSenior nurse",
        "St Mary’s",
        "2015–2018\tNurse",
        "Leeds General",
        "2012–2015\tCarer",
        "Elm House",
    ]


def test_rows_of_a_table_are_read_across() -> None:
    page = "#table(columns: 2, stroke: none, [English], [Native], [German], [C1], [Polish], [B2], [Dutch], [A1])"
    rows = words_of(read_here(pdf_of(page)), BlockKind.ROW)
    assert rows == ["English\tNative", "German\tC1", "Polish\tB2", "Dutch\tA1"]


def test_section_titles_in_the_margin_are_headings() -> None:
    page = "#grid(columns: (90pt, 1fr), row-gutter: 12pt, [PROFILE], [#lorem(40)], [SKILLS], [Triage, wound care], [LANGUAGES], [English, Polish])"
    document = read_here(pdf_of(page))
    assert words_of(document, BlockKind.HEADING) == ["PROFILE", "SKILLS", "LANGUAGES"]
    assert words_of(document, BlockKind.PARAGRAPH)[1:] == ["Triage, wound care", "English, Polish"]


def test_short_lists_side_by_side_do_not_swallow_what_follows() -> None:
    page = "== Skills\n#grid(columns: 2, gutter: 60pt, [- Triage\n- Rota\n- First aid], [- Excel\n- Word\n- Typing])\n== Work\nNurse\n== School\nLeeds"
    words = [text for _, text in blocks_of(read_here(pdf_of(page)))]
    assert words == [
        "Skills",
        "Triage",
        "Rota",
        "First aid",
        "Excel",
        "Word",
        "Typing",
        "Work",
        "Nurse",
        "School",
        "Leeds",
    ]


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    flat = drawn_pdf(words_at((50, 700, "first line"), (50, 680, "second line")))
    for degrees in (90, 180, 270):
        turned = flat.replace(b"/MediaBox[0 0 595 842]", b"/Rotate %d/MediaBox[0 0 595 842]" % degrees)
        assert "first line" in read_here(turned).text


def test_sideways_words_come_after_their_page() -> None:
    page = "#set page(margin: 2cm)\n#place(top + left, dx: -1cm, rotate(-90deg, reflow: true)[Curriculum vitae])\nAnna Smith\n\nNurse in Leeds"
    assert read_here(pdf_of(page)).text == "Anna Smith\n\nNurse in Leeds\n\nCurriculum vitae"


def test_dates_drawn_all_at_once_still_stand_beside_their_lines() -> None:
    titles = [(60, 700 - 45 * n, f"Job number {name}") for n, name in enumerate(("one", "two", "three"))]
    below = [(60, 685 - 45 * n, f"Employer {name} Ltd") for n, name in enumerate(("one", "two", "three"))]
    dates = [(440, 700 - 45 * n, f"March {2020 - 2 * n} - April {2022 - 2 * n}") for n in range(3)]
    lines = [line for pair in zip(titles, below, strict=True) for line in pair]
    text = read_here(drawn_pdf(words_at(*dates, *lines))).text
    assert [line for line in text.splitlines() if "\t" in line] == [
        "Job number one\tMarch 2020 - April 2022",
        "Job number two\tMarch 2018 - April 2020",
        "Job number three\tMarch 2016 - April 2018",
    ]


def test_years_broken_before_their_dash_are_one_period() -> None:
    text = read_here(drawn_pdf(words_at((60, 700, "Diploma, College of Bees, 2006"), (60, 688, "- 2009")))).text
    assert text.strip() == "Diploma, College of Bees, 2006 - 2009"


def test_words_of_letters_set_apart_are_words() -> None:
    widths = {"I": 2.8, "J": 5.0, "L": 5.6, "H": 7.2, "D": 7.2, "O": 7.8}
    placed, x = [], 60.0
    for letter in "JOBS I HAVE HELD":
        placed += [] if letter == " " else [(x, 700, letter)]
        x += widths.get(letter, 6.7) + 3 if letter != " " else 5.8
    heading = words_at(*placed)
    assert read_here(drawn_pdf(heading + words_at((60, 680, "Shepherd, Glanusk Estate")))).text.startswith(
        "JOBS I HAVE HELD\n"
    )
