"""Words of a PDF as they were meant: whole, without the marks of layout."""

import pytest

from mosaic.documents.model import Block, BlockKind
from tests.documents.made import blocks_of, drawn_pdf, links_of, pdf_of, read_here, words_at, words_of

NARROW = '#set page(width: 8cm, height: auto, margin: 1cm)\n#set text(size: 10pt, hyphenate: true, lang: "en")\n#set par(justify: true)\n'


def block_of(markup: str, words: str) -> Block:
    document = read_here(pdf_of(markup))
    return next(block for block in document.blocks if words in document.text[block.start : block.end])


def test_words_broken_at_the_end_of_a_line_are_whole_again() -> None:
    sentence = "Responsible for multidisciplinary communication, organisational development and documentation in rehabilitation departments internationally."
    assert words_of(read_here(pdf_of(NARROW + sentence)), BlockKind.PARAGRAPH) == [sentence]


@pytest.mark.parametrize("compound", ["well-known", "community-driven", "part-time", "self-employed"])
def test_compounds_keep_their_hyphen_at_the_end_of_a_line(compound: str) -> None:
    first, second = compound.split("-")
    page = words_at(
        (50, 700, f"We looked for a nurse who was always {first}-"),
        (50, 688, f"{second} and kind to everybody on our ward."),
    )
    assert compound in read_here(drawn_pdf(page)).text


def test_a_hyphen_seen_elsewhere_in_the_document_stays() -> None:
    page = words_at(
        (50, 720, "Bakes rye-based bread."),
        (50, 700, "A long line that tells of bread that is always rye-"),
        (50, 688, "based and never anything else at all."),
    )
    assert "always rye-based and" in read_here(drawn_pdf(page)).text


def test_ligatures_are_letters() -> None:
    words = "Efficient office workflow, first-class fluffy affidavits, final offers"
    assert read_here(pdf_of(words)).text == words


def test_letters_set_apart_are_words() -> None:
    assert "ANNA SMITH" in read_here(pdf_of("#text(size: 24pt, tracking: 6pt)[ANNA SMITH]")).text


@pytest.mark.parametrize("mark", ["•", "◦", "▪", "–", "➢", "✓", "●", "■", "*", "-", "→", "□", "·"])
def test_common_list_marks_are_told(mark: str) -> None:
    document = read_here(pdf_of(f"Tasks: \\\n\\{mark} Kept the rota \\\n\\{mark} Trained starters"))
    assert words_of(document, BlockKind.BULLET) == ["Kept the rota", "Trained starters"]
    assert document.text == "Tasks:\n• Kept the rota\n• Trained starters"


def test_list_marks_drawn_as_shapes_are_told() -> None:
    dots = "".join(f"52 {y} 3 3 re f\n" for y in (702, 682))
    page = dots + words_at((64, 700, "Kept the rota"), (64, 680, "Trained starters"), (50, 640, "Excel"))
    assert words_of(read_here(drawn_pdf(page)), BlockKind.BULLET) == ["Kept the rota", "Trained starters"]


def test_rating_dots_are_no_list_marks() -> None:
    dots = "".join(f"{x} 702 4 4 re f\n" for x in (150, 158, 166, 174, 182))
    page = dots + words_at((50, 700, "Excel"), (200, 700, "good"))
    assert words_of(read_here(drawn_pdf(page)), BlockKind.BULLET) == []


def test_size_and_weight_are_kept() -> None:
    markup = "= Anna Smith\n*Senior nurse*\n\nKept the rota of a busy ward for many years."
    assert (block_of(markup, "Anna").size, block_of(markup, "Anna").bold) == (15.4, True)
    assert (block_of(markup, "Senior").size, block_of(markup, "Senior").bold) == (11.0, True)
    assert (block_of(markup, "Kept").size, block_of(markup, "Kept").bold) == (11.0, False)


def test_links_stand_on_their_words() -> None:
    document = read_here(
        pdf_of('Write to #link("mailto:a@example.org")[me] or see #link("https://example.org/anna")[my page].')
    )
    assert links_of(document) == {"me": "mailto:a@example.org", "my page": "https://example.org/anna"}


def test_links_to_programs_are_dropped() -> None:
    document = read_here(pdf_of('See #link("javascript:alert(1)")[this].'))
    assert document.links == ()


def test_running_titles_are_kept_once_and_page_numbers_not_at_all() -> None:
    page = '#set page(height: 9cm, numbering: "1 / 1", header: [Anna Smith #h(1fr) anna\\@example.org])\n'
    document = read_here(
        pdf_of(
            page + "\n\n".join(f"Ward number {ward} was where I learned most about care." for ward in "ABCDEFGHIJKL")
        )
    )
    assert document.pages > 1
    assert document.text.count("anna@example.org") == 1
    assert "/" not in document.text


def test_lines_that_only_differ_by_a_number_are_no_running_titles() -> None:
    pages = [words_at((50, 800, f"Ward {number + 7}")) for number in range(4)]
    assert read_here(drawn_pdf(*pages)).text.split("\n\n") == ["Ward 7", "Ward 8", "Ward 9", "Ward 10"]


def test_a_sentence_goes_on_over_a_page_break() -> None:
    pages = [
        words_at((50, 60, "In these years I was responsible for the")),
        words_at((50, 780, "care of forty residents and their families.")),
    ]
    document = read_here(drawn_pdf(*pages))
    assert document.text == "In these years I was responsible for the care of forty residents and their families."


def test_lists_without_marks_stay_lists() -> None:
    skills = ["Python", "JavaScript", "Communication", "rota planning", "wound care", "first aid"]
    page = words_at(*[(50, 700 - 12 * row, skill) for row, skill in enumerate(skills)])
    assert [text for _, text in blocks_of(read_here(drawn_pdf(page)))] == skills


def test_words_drawn_twice_for_a_shadow_are_read_once() -> None:
    page = words_at((50, 700, "Anna Smith"), (50.4, 699.7, "Anna Smith"))
    assert read_here(drawn_pdf(page)).text == "Anna Smith"


def test_words_outside_the_page_are_left_out() -> None:
    page = words_at((50, 700, "Anna Smith"), (900, 700, "keywords nobody sees"), (50, -80, "more of them"))
    assert read_here(drawn_pdf(page)).text == "Anna Smith"


def test_words_spread_over_a_line_are_no_cells() -> None:
    words = [(50, 700, "deep"), (84.2, 700, "experience"), (145.1, 700, "with"), (174.9, 700, "microservices")]
    page = words_at((50, 712, "Senior software engineer who has a long and"), *words)
    assert "deep experience with microservices" in read_here(drawn_pdf(page)).text


def test_cells_that_take_two_lines_stay_cells() -> None:
    page = words_at(
        (50, 700, "September 2008 to"),
        (150, 700, "Apprentice joiner, Tyne Homes"),
        (50, 688, "February 2012"),
        (50, 660, "2004"),
        (150, 660, "Labourer"),
    )
    assert words_of(read_here(drawn_pdf(page)), BlockKind.ROW) == [
        "September 2008 to February 2012\tApprentice joiner, Tyne Homes",
        "2004\tLabourer",
    ]


def test_a_broken_address_is_whole_again() -> None:
    page = words_at((50, 700, "Leeds | 0161 496 0000 | linkedin.com/in/anna-"), (50, 688, "smith-nurse"))
    assert "linkedin.com/in/anna-smith-nurse" in read_here(drawn_pdf(page)).text


def test_a_job_after_a_full_list_item_is_no_part_of_it() -> None:
    page = words_at(
        (50, 700, "- Negotiate with the city, the fire service and"),
        (56, 688, "the caterers who come to the town hall"),
        (50, 676, "- Answer for a budget of two hundred thousand"),
        (50, 664, "Event assistant, Lyon, 2015 to 2017"),
    )
    assert [text for _, text in blocks_of(read_here(drawn_pdf(page)))] == [
        "Negotiate with the city, the fire service and the caterers who come to the town hall",
        "Answer for a budget of two hundred thousand",
        "Event assistant, Lyon, 2015 to 2017",
    ]


def test_lines_that_begin_with_a_label_stand_alone() -> None:
    page = words_at(
        (50, 712, "I like boring databases and short requests that are"),
        (50, 700, "easy to read."),
        (50, 688, "Languages: Python, Go, SQL, TypeScript, and a bit"),
        (50, 676, "Tools: PostgreSQL, Kafka, Docker"),
    )
    assert [text for _, text in blocks_of(read_here(drawn_pdf(page)))][1:] == [
        "Languages: Python, Go, SQL, TypeScript, and a bit",
        "Tools: PostgreSQL, Kafka, Docker",
    ]
