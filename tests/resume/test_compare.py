"""What differs between two versions."""

from hypothesis import given
from hypothesis import strategies as st

from resume.domain.compare import Op, State, compare, word_parts
from resume.domain.pointers import JSON
from tests.resume.documents import MAREK, ZOFIA


def work(*lines: str, title: str = "Clerk") -> JSON:
    return {"work": [{"position": title, "highlights": list(lines)}]}


def test_equal_documents_do_not_differ() -> None:
    assert compare(MAREK, MAREK) == ()


def test_a_changed_line_is_told_word_by_word() -> None:
    (found,) = compare(work("Made good tea for ten people."), work("Made good coffee for ten people."))
    assert (found.state, found.section, found.belongs_to) == (State.CHANGED, "work", "Clerk")
    assert [(part.op, part.text) for part in found.parts if part.op is not Op.EQUAL] == [
        (Op.DELETE, "tea"),
        (Op.INSERT, "coffee"),
    ]


def test_a_moved_line_is_moved_not_rewritten() -> None:
    states = {one.state for one in compare(work("One thing.", "Another."), work("Another.", "One thing."))}
    assert states == {State.MOVED}


def test_lines_and_entries_come_and_go() -> None:
    assert [one.state for one in compare(work("Tea."), work("Tea.", "Singing in a choir."))] == [State.ADDED]
    assert [one.state for one in compare(work("Tea."), work())] == [State.REMOVED]
    gone = compare({"skills": [{"name": "Welding"}]}, {})
    assert [(one.section, one.state) for one in gone] == [("skills", State.REMOVED)]


def test_an_entry_with_a_new_title_is_still_the_same_entry() -> None:
    (found,) = compare(work("Made tea.", "Wrote letters."), work("Made tea.", "Wrote letters.", title="Head clerk"))
    assert found.pointer == "/work/0/position"


def test_another_order_of_sections_is_told() -> None:
    found = compare(MAREK, {**MAREK, "meta": {"sections": ["skills"]}})
    assert [one.pointer for one in found] == ["/meta/sections"]
    assert found[0].parts[0].text == "skills"


def test_two_people_differ_everywhere() -> None:
    assert len(compare(MAREK, ZOFIA)) > 10


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_parts_give_back_both_texts(old: str, new: str) -> None:
    parts = word_parts(old, new)
    assert "".join(part.text for part in parts if part.op is not Op.INSERT) == old
    assert "".join(part.text for part in parts if part.op is not Op.DELETE) == new
