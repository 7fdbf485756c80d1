"""Correcting what was read in a résumé: values, lines, entries; taking back; reading again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mosaic.documents.model import Document, FileKind, Outcome
from resume.domain.document import checked
from tests.resumes.as_text import as_document
from tests.resumes.layouts import laid_out
from tests.resumes.truth import cases
from wimd.domain.changing import Change, changed, says_the_same
from wimd.domain.corrected import corrected
from wimd.domain.corrections import Edits, Read, Revised
from wimd.domain.parts import LISTS
from wimd.domain.rereading import carried
from wimd.domain.resumes import resume_in
from wimd.domain.values import Unusable, Why

TODAY = date(2026, 11, 21)
TEXT = """Ada Berg
ada@example.org

Work experience
Shift supervisor
Nordhav Ltd
2014 - 2020
- Planned the rota for 14 people
- Trained new staff
- Drove a forklift

Order picker
Hisingen Ltd
2006 - 2014
- Picked orders

Skills
Rota planning
Spreadsheets
"""


def read(text: str = TEXT) -> Read:
    found = resume_in(Document(FileKind.TEXT, Outcome.READ, text), today=TODAY)
    assert found is not None
    return Read.of(found.as_json(), len(text))


def changing(*changes: tuple[str, object], ground: Revised | None = None) -> Revised:
    revised = ground or Revised(read(), Edits())
    return Revised(revised.read, changed(revised, [Change(path, value) for path, value in changes]))


def document(revised: Revised) -> dict[str, object]:
    return corrected(revised).document


def highlights(revised: Revised, entry: int = 0) -> list[object]:
    work = document(revised)["work"]
    assert isinstance(work, list)
    found: list[object] = work[entry].get("highlights", [])
    return found


def positions(revised: Revised) -> list[object]:
    work = document(revised)["work"]
    assert isinstance(work, list)
    return [one["position"] for one in work]


def lines(layout: str) -> list[Document]:
    return [as_document(laid_out(case, layout)[0]) for case in cases("development")]


class TestUntouched:
    @pytest.mark.parametrize("layout", ["classic", "labelled", "right_sidebar"])
    def test_what_nobody_corrected_is_the_document_that_was_read(self, layout: str) -> None:
        for one in lines(layout):
            found = resume_in(one, today=TODAY)
            assert found is not None
            revised = Revised(Read.of(found.as_json(), len(one.text)), Edits())
            made = corrected(revised)
            assert made.document == found.document
            assert made.spans == {path: tuple(span) for path, span in found.spans.items()}
            assert not made.by_hand

    def test_every_value_is_shown_with_the_place_it_was_read_at(self) -> None:
        values = {one.path: one for one in Revised(read(), Edits()).all()}
        title = values["work/0/position"]
        assert (title.value, title.read, title.is_edited) == ("Shift supervisor", "Shift supervisor", False)
        assert title.span is not None
        assert TEXT[slice(*title.span)] == "Shift supervisor"
        assert values["basics/phone"].value is None
        assert values["basics/phone"].span is None

    def test_a_break_is_no_job(self) -> None:
        text = TEXT.replace("Order picker\nHisingen Ltd\n2006 - 2014", "Parental leave\n2006 - 2014")
        revised = Revised(read(text), Edits())
        assert [n for n in revised.numbers("work") if revised.is_break(LISTS["work"], n)] == [1]


class TestValues:
    def test_a_value_is_replaced_and_its_source_stays_known(self) -> None:
        revised = changing(("work/0/position", "  Head of \n shift "))
        assert positions(revised) == ["Head of shift", "Order picker"]
        one = next(one for one in revised.all() if one.path == "work/0/position")
        assert (one.read, one.is_edited) == ("Shift supervisor", True)
        assert one.span is not None
        assert "work/0/position" in corrected(revised).by_hand
        assert "work/0/position" not in corrected(revised).spans

    def test_a_missing_value_is_added_and_left_out_again(self) -> None:
        revised = changing(("basics/phone", "+46 70 123 45 67"))
        assert document(revised)["basics"]["phone"] == "+46 70 123 45 67"  # type: ignore[index]  # an object
        assert changing(("basics/phone", ""), ground=revised).edits == Edits()

    def test_nothing_brings_back_what_was_read(self) -> None:
        revised = changing(("work/0/position", "Head of shift"), ("basics/email", ""))
        back = changing(("work/0/position", None), ("basics/email", None), ground=revised)
        assert back.edits == Edits()
        assert not back.edits.as_json()

    def test_the_same_words_as_were_read_are_no_correction(self) -> None:
        assert changing(("work/0/position", "Shift supervisor")).edits == Edits()

    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("2018", "2018"), ("2018-03", "2018-03"), ("2018-03-09", "2018-03-09"),
            ("03/2018", "2018-03"), ("March 2018", "2018-03"), ("mars 2018", "2018-03"), ("9 March 2018", "2018-03-09"),
        ],
    )  # fmt: skip
    def test_a_date_may_be_written_as_people_write_it(self, typed: str, kept: str) -> None:
        assert document(changing(("work/0/startDate", typed)))["work"][0]["startDate"] == kept  # type: ignore[index]  # a list

    @pytest.mark.parametrize(
        ("path", "value", "why"),
        [
            ("work/0/startDate", "long ago", Why.DATE),
            ("work/0/startDate", "2018-13", Why.DATE),
            ("work/0/startDate", "2018-02-30", Why.DATE),
            ("work/0/startDate", "March", Why.DATE),
            ("basics/email", "ada at example", Why.EMAIL),
            ("basics/url", "javascript:alert(1)", Why.URL),
            ("basics/url", "data:text/html,x", Why.URL),
            ("basics/url", "https://exa mple.org", Why.URL),
            ("basics/url", "nowhere", Why.URL),
            ("basics/location/countryCode", "Sweden", Why.COUNTRY),
            ("basics/name", "x" * 401, Why.TOO_LONG),
            ("basics/summary", "x" * 8001, Why.TOO_LONG),
            ("basics/name", 5, Why.WRONG_TYPE),
            ("basics/name", ["Ada"], Why.WRONG_TYPE),
            ("basics/name", {"first": "Ada"}, Why.WRONG_TYPE),
            ("basics/name", "A\ud800da", Why.WRONG_TYPE),
            ("work/0/highlights", "one", Why.WRONG_TYPE),
            ("work/0/highlights", [1], Why.WRONG_TYPE),
            ("work/0/highlights", ["x"] * 201, Why.TOO_MANY),
            ("work/0", 7, Why.WRONG_TYPE),
            ("work/0", "something", Why.WRONG_TYPE),
            ("work", [], Why.WRONG_TYPE),
            ("work", None, Why.WRONG_TYPE),
            ("work", {}, Why.NOTHING),
            ("work", {"position": "  "}, Why.NOTHING),
            ("work", {"salary": "5"}, Why.UNKNOWN_PATH),
            ("work/0", {"salary": "5"}, Why.UNKNOWN_PATH),
            ("", "x", Why.UNKNOWN_PATH),
            ("basics", "x", Why.UNKNOWN_PATH),
            ("basics/salary", "x", Why.UNKNOWN_PATH),
            ("basics/location", "x", Why.UNKNOWN_PATH),
            ("work/2/position", "x", Why.UNKNOWN_PATH),
            ("work/-1/position", "x", Why.UNKNOWN_PATH),
            ("work/00/position", "x", Why.UNKNOWN_PATH),
            ("work/²/position", "x", Why.UNKNOWN_PATH),
            ("work/0/kind", "break", Why.UNKNOWN_PATH),
            ("work/0/highlights/3", "x", Why.UNKNOWN_PATH),
            ("work/0/position/0", "x", Why.UNKNOWN_PATH),
            ("meta/sections", "x", Why.UNKNOWN_PATH),
        ],
    )  # fmt: skip
    def test_what_cannot_stand_there_is_refused_with_its_path(self, path: str, value: object, why: Why) -> None:
        with pytest.raises(Unusable) as refused:
            changing((path, value))
        assert refused.value.why is why
        assert refused.value.path.startswith(path)

    def test_a_site_without_a_scheme_gets_one(self) -> None:
        assert document(changing(("basics/url", "ada.example.org/me")))["basics"]["url"] == "https://ada.example.org/me"  # type: ignore[index]  # an object

    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["basics/name", "work/1/name", "work/0/highlights/1", "skills/0/name"]),
                st.none() | st.text(max_size=30),
            ),
            max_size=6,
        )
    )
    def test_whatever_is_written_the_document_stays_json_resume(self, changes: list[tuple[str, str | None]]) -> None:
        try:
            revised = changing(*changes)
        except Unusable:
            return
        checked(document(revised))
        assert changing(*((path, None) for path, _ in changes), ground=revised).edits == Edits()


class TestLines:
    def test_a_line_is_corrected_where_it_stands(self) -> None:
        revised = changing(("work/0/highlights/1", "Trained forty new colleagues"))
        assert highlights(revised) == [
            "Planned the rota for 14 people",
            "Trained forty new colleagues",
            "Drove a forklift",
        ]

    def test_lines_are_put_in_another_order_with_one_new_and_one_gone(self) -> None:
        typed = ["- Drove a forklift", "Held the morning meeting", "Planned the rota for 14 people"]
        revised = changing(("work/0/highlights", typed))
        assert highlights(revised) == ["Drove a forklift", "Held the morning meeting", "Planned the rota for 14 people"]
        by_hand = corrected(revised).by_hand
        assert by_hand == {"work/0/highlights/1"}
        assert TEXT[slice(*corrected(revised).spans["work/0/highlights/0"])] == "Drove a forklift"

    def test_a_line_in_other_words_is_known_as_the_line_it_was(self) -> None:
        typed = ["Planned the weekly rota for 14 people", "Trained new staff", "Drove a forklift"]
        assert changing(("work/0/highlights", typed)).edits == Edits({"work/0/highlights/0": typed[0]}, {})

    def test_a_line_that_was_left_out_comes_back_to_its_place(self) -> None:
        revised = changing(("work/0/highlights/1", ""))
        assert highlights(revised) == ["Planned the rota for 14 people", "Drove a forklift"]
        assert changing(("work/0/highlights/1", None), ground=revised).edits == Edits()

    def test_a_longer_list_than_anybody_writes_can_still_be_corrected(self) -> None:
        long = TEXT.replace("- Drove a forklift\n", "".join(f"- Did thing number {n}\n" for n in range(1_200)))
        before = Revised(read(long), Edits())
        lines = [str(line) for line in highlights(before)]
        assert len(lines) > 1_100
        revised = changing(("work/0/highlights", lines[1:]), ground=before)
        assert highlights(Revised(revised.read, Edits.of(revised.edits.as_json()))) == lines[1:]

    def test_the_lines_come_back_as_they_were_read(self) -> None:
        revised = changing(("work/0/highlights", ["Something else"]))
        assert changing(("work/0/highlights", None), ground=revised).edits == Edits()


class TestEntries:
    def test_a_job_that_was_missed_is_added_where_its_time_is(self) -> None:
        revised = changing(("work", {"position": "Team leader", "startDate": "2010", "highlights": ["Led six people"]}))
        assert positions(revised) == ["Shift supervisor", "Team leader", "Order picker"]
        assert highlights(revised, 1) == ["Led six people"]
        assert {one.path for one in revised.all() if one.path.startswith("work/2/") and one.value} == {
            "work/2/position", "work/2/startDate", "work/2/highlights/0",
        }  # fmt: skip

    def test_an_entry_is_taken_out_and_put_back(self) -> None:
        revised = changing(("work/0", ""))
        assert positions(revised) == ["Order picker"]
        assert TEXT[slice(*corrected(revised).spans["work/0/position"])] == "Order picker"
        gone = next(one for one in revised.all() if one.path == "work/0/position")
        assert (gone.value, gone.read) == (None, "Shift supervisor")
        assert changing(("work/0", None), ground=revised).edits == Edits()

    def test_an_entry_comes_back_as_it_was_read(self) -> None:
        revised = changing(("work/0", {"position": "Boss", "highlights": ["Led"]}), ("work/0", ""))
        assert changing(("work/0", None), ground=revised).edits == Edits()

    def test_an_added_entry_can_be_taken_out_and_put_back(self) -> None:
        added = changing(("languages", {"language": "Polish", "fluency": "native"}))
        gone = changing(("languages/0", ""), ground=added)
        assert "languages" not in document(gone)
        assert document(changing(("languages/0", None), ground=gone))["languages"] == [
            {"language": "Polish", "fluency": "native"}
        ]

    def test_a_field_of_a_taken_out_entry_brings_it_back(self) -> None:
        revised = changing(("work/1", ""), ("work/1/position", "Picker"))
        assert positions(revised) == ["Shift supervisor", "Picker"]

    def test_a_break_can_be_added(self) -> None:
        revised = changing(("work", {"kind": "break", "position": "Caring for my father", "startDate": "2020"}))
        assert revised.is_break(LISTS["work"], 2)
        assert document(revised)["work"][0] == {"position": "Caring for my father", "startDate": "2020"}  # type: ignore[index]  # a list

    def test_all_changes_are_made_or_none(self) -> None:
        with pytest.raises(Unusable):
            changing(("basics/name", "Ada"), ("basics/email", "no"))

    def test_the_same_entry_sent_twice_says_the_same(self) -> None:
        once = changing(("work", {"position": "Team leader"}))
        assert says_the_same(once, changing(("work", {"position": "Team leader"}), ground=once).edits)
        assert not says_the_same(once, changing(("work", {"position": "Team lead"}), ground=once).edits)
        assert not says_the_same(once, changing(("basics/name", "Ada"), ground=once).edits)


class TestReadAgain:
    """A later reading may find more, find less, or find it in another order."""

    MORE = TEXT.replace("Order picker", "Cashier\nCorner Shop Ltd\n2013 - 2014\n- Counted the till\n\nOrder picker")

    def again(self, revised: Revised, text: str) -> Revised:
        new = read(text)
        return Revised(new, carried(revised.edits, revised.read, new))

    def test_corrections_follow_their_entry(self) -> None:
        revised = changing(("work/1/position", "Warehouse hand"), ("basics/name", "Ada B. Berg"))
        after = self.again(revised, self.MORE)
        assert positions(after) == ["Shift supervisor", "Cashier", "Warehouse hand"]
        assert document(after)["basics"]["name"] == "Ada B. Berg"  # type: ignore[index]  # an object

    def test_what_was_taken_out_stays_out(self) -> None:
        assert positions(self.again(changing(("work/1", "")), self.MORE)) == ["Shift supervisor", "Cashier"]

    def test_what_was_added_stays(self) -> None:
        after = self.again(changing(("work", {"position": "Team leader", "startDate": "2010"})), self.MORE)
        assert sorted(map(str, positions(after))) == ["Cashier", "Order picker", "Shift supervisor", "Team leader"]

    def test_a_corrected_entry_that_is_not_found_again_stays_whole(self) -> None:
        revised = changing(("work/1/position", "Warehouse hand"))
        less = TEXT[: TEXT.index("Order picker")] + TEXT[TEXT.index("Skills") :]
        after = self.again(revised, less)
        assert document(after)["work"][1] == {  # type: ignore[index]  # a list
            "position": "Warehouse hand", "name": "Hisingen Ltd", "startDate": "2006", "endDate": "2014",
            "highlights": ["Picked orders"],
        }  # fmt: skip

    def test_lines_stay_as_they_were_put(self) -> None:
        typed = ["Drove a forklift every day", "Held the morning meeting", "Planned the rota for 14 people"]
        revised = changing(("work/0/highlights", typed))
        after = self.again(revised, TEXT.replace("- Drove a forklift\n", "- Drove a forklift\n- Counted stock\n"))
        assert highlights(after) == [*typed, "Counted stock"]

    def test_the_same_reading_changes_nothing(self) -> None:
        revised = changing(("work/0", ""), ("skills", {"name": "Welding"}), ("work/1/highlights", ["Packed"]))
        assert self.again(revised, TEXT).edits == revised.edits

    @given(st.permutations(range(3)), st.integers(0, 2))
    def test_nothing_a_person_wrote_gets_lost(self, order: list[int], place: int) -> None:
        jobs = [
            "Shift supervisor\nNordhav Ltd\n2014 - 2020",
            "Cashier\nCorner Shop Ltd\n2010 - 2014",
            "Cook\nSea Inn Ltd\n2006 - 2010",
        ]
        head, tail = TEXT[: TEXT.index("Shift")], TEXT[TEXT.index("Skills") :]
        before = Revised(read(head + "\n\n".join(jobs) + "\n\n" + tail), Edits())
        after = self.again(
            changing((f"work/{place}/position", "Mine"), ground=before),
            head + "\n\n".join(jobs[n] for n in order) + "\n\n" + tail,
        )
        assert positions(after).index("Mine") == order.index(place)


def test_what_a_made_up_archive_holds_is_left_out() -> None:
    junk: dict[str, object] = {
        "values": {
            "work/x/position": "a", "work/0/position/9": "b", "": "c", "basics/name": "Ada", "work/0/kind": "break",
        },
        "order": {
            "work": [0, 0, -1, 500_000, "1", 2.0], "education": [3, 3], "nowhere": [1], "work/0/highlights/0": [1],
        },
    }  # fmt: skip
    edits = Edits.of(junk)
    assert edits.values == {"basics/name": "Ada", "work/0/kind": "break"}
    assert edits.order == {"work": (0,), "education": (3,)}
    assert document(Revised(read(), edits))["basics"]["name"] == "Ada"  # type: ignore[index]  # an object


def test_places_outside_the_text_are_left_out() -> None:
    deep: object = "x"
    for _ in range(900):
        deep = {"a": deep}
    spans = {"a": [0, 5], "b": [-1, 5], "c": [3, 3], "d": [0, 11], "e": ["0", "5"], "f": [0.0, 5.0]}
    stored = {"document": {"work": ["x", 5, None], "basics": deep}, "spans": spans, "breaks": [0, "x"]}
    made = Read.of(stored, 10)
    assert made.spans == {"a": (0, 5)}
    assert made.breaks == {0}
    assert document(Revised(made, Edits())) == {}
