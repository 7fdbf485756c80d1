"""What sentences of postings ask for. Each row is a sentence under a heading and everything it asks for."""

import pytest

from opportunity_bridge.domain.postings import Draft, read
from opportunity_bridge.domain.requirements import Kind

MUST, NICE, DUTIES, NONE, OFFER = "What you bring", "Nice to have", "What you will do", "", "We offer"

SENTENCES = [
    (
        MUST,
        "At least three years of experience in customer service",
        "skill must customer-service; years must experience 3",
    ),
    (MUST, "Current nursing registration", "licence must nursing-registration"),
    (MUST, "Cannulation and IV therapy, or willingness to complete our course", "skill nice intravenous-therapy"),
    (
        MUST,
        "Dutch at B2 or better; English or Turkish in addition is welcome",
        "language must nl B2; language nice en|tr",
    ),
    (
        MUST,
        "High school diploma required; college diploma preferred",
        "education must secondary; education nice short-cycle",
    ),
    (MUST, "A degree in education", "education must bachelor"),
    (MUST, "German, French or Italian, fluent", "language must de|fr|it C1"),
    (MUST, "Confident with spreadsheets", "skill must spreadsheets"),
    (MUST, "Driving licence B, ideally BE", "licence must driving-licence-b"),
    (MUST, "No experience needed, we train you", ""),
    (MUST, "You do not need a degree", ""),
    (MUST, "Bookkeeping, but this is not a must", "skill nice bookkeeping"),
    (MUST, "A vocational qualification or equivalent experience", "education must vocational ~"),
    (MUST, "C+E licence", "licence must driving-licence-ce"),
    (MUST, "Forklift licence or first aid certificate", "licence must forklift-certificate|first-aid-certificate"),
    (NICE, "Experience of wound care", "skill nice wound-care"),
    (NICE, "Two years of work in a warehouse", "skill nice warehouse-work; years nice experience 2"),
    (DUTIES, "Train new staff and plan rotas", "skill duty training-staff; skill duty rota-planning"),
    (DUTIES, "Minutes of meetings and invoicing", "skill duty minute-taking; skill duty invoicing"),
    (NONE, "You will keep the books for forty members.", "skill duty bookkeeping"),
    (
        NONE,
        "We need someone with at least two years of bookkeeping experience.",
        "skill must bookkeeping; years must experience 2",
    ),
    (NONE, "We are a team of nurses who love gardening.", ""),
    (NONE, "It would be good, but is not a condition, if you have led a team.", "skill nice leading-a-team"),
    (NONE, "Knowledge of first aid is a plus.", "skill nice first-aid"),
    (NONE, "You must hold the right to work in the United Kingdom.", "permission must work-permission"),
    (OFFER, "A forklift licence paid by us and training in bookkeeping", ""),
    (NONE, "The post is subject to a criminal record check.", "licence must criminal-record-check"),
    (NONE, "The contract is for two years and starts in May.", ""),
    (NONE, "You work three nights a week.", "hours must nights"),
    (NONE, "There are no nights and no weekends.", ""),
    (NONE, "Two days a week in our Main Street office.", "place must office-days 2"),
    (NONE, "37.5 hours a week, Monday to Friday.", "hours must weekly-hours 37.5"),
]


@pytest.mark.parametrize(("heading", "sentence", "expected"), SENTENCES)
def test_a_sentence_asks_for_exactly_this(heading: str, sentence: str, expected: str) -> None:
    text = f"{heading}\n- {sentence}\n" if heading else f"{sentence}\n"
    posting = read(Draft(role="", text=text))
    found = set()
    for one in posting.requirements:
        more = [f"{one.amount:g}" if one.amount else "", one.level, "~" if one.flexible else ""]
        found.add(" ".join(part for part in (one.kind, one.ask, "|".join(one.ids), *more) if part))
    assert found == set(filter(None, expected.split("; ")))


def test_each_requirement_quotes_the_words_it_stands_on() -> None:
    text = "Essential: patience; a driving licence.\nDesirable: bookkeeping."
    posting = read(Draft(role="", text=text))
    quotes = {one.ids[0]: text[one.start : one.end] for one in posting.requirements}
    assert quotes["driving-licence-b"] == "a driving licence."
    assert quotes["bookkeeping"] == "Desirable: bookkeeping."


def test_examples_are_alternatives() -> None:
    posting = read(
        Draft(
            role="",
            text="What you bring\n- Experience in a helpful role: first aid, bookkeeping, cooking, or similar\n",
        )
    )
    skills = [one for one in posting.requirements if one.kind is Kind.SKILL]
    assert [set(one.ids) for one in skills] == [{"first-aid", "bookkeeping", "cooking"}]


def test_what_is_usual_in_the_work_stands_apart_from_what_the_text_says() -> None:
    posting = read(Draft(role="Bookkeeper", text="You keep the books of a bakery.\n"))
    assert [one.ids for one in posting.requirements if one.kind is Kind.SKILL] == [("bookkeeping",)]
    assert posting.usual
    assert "bookkeeping" not in {one.ids[0] for one in posting.usual}
