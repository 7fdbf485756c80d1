"""A résumé made for a posting: true, explained, and each change can be taken back."""

from itertools import combinations
from uuid import NAMESPACE_DNS, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mosaic.facts.domain.profile import Known, Profile
from mosaic.lexicon.words import tokens_of
from resume.domain.changes import Change, What, apply
from resume.domain.coverage import named_in
from resume.domain.document import Source, Sourced, items_of, order_of, words_in
from resume.domain.evidence import Removed
from resume.domain.guard import Sources, unsupported_in
from resume.domain.pointers import JSON, leaves
from resume.domain.posting import Posting, Requirement
from resume.domain.tailor import Tailored, tailor
from tests.resume.documents import MAREK

TRAINS = "You train new starters and hold a meeting every morning."
PLANS = "You plan the rota for twelve people."
SPREADSHEETS = "At ease with a stock system and spreadsheets."
FORKLIFT = "A forklift licence."
WELDING = "Knowledge of welding."

ASKED = (
    Requirement("r1", "skill", False, ("training-staff",), TRAINS, duty=True),
    Requirement("r2", "skill", True, ("rota-planning",), PLANS),
    Requirement("r3", "skill", True, ("spreadsheets",), SPREADSHEETS),
    Requirement("r4", "licence", True, ("forklift-certificate",), FORKLIFT),
    Requirement("r5", "skill", False, ("welding",), WELDING),
)
POSTING = Posting("1", "Warehouse team leader", "Pine & Pebble", "", ASKED)


def known(lexicon_id: str, label: str, quote: str) -> Known:
    return Known(uuid5(NAMESPACE_DNS, lexicon_id), lexicon_id, label, (quote,), confirmed=True)


SHEETS = known("spreadsheets", "spreadsheets", "I keep the mispicks in a spreadsheet.")
PROFILE = Profile(skills=(SHEETS,))


def made(document: JSON = MAREK, profile: Profile = PROFILE, **more: object) -> Tailored:
    return tailor(Sourced(document), profile, POSTING, **more)  # type: ignore[arg-type]


def change(tailored: Tailored, what: What) -> Change:
    return next(one for one in tailored.changes if one.what is what)


def skill_names(document: JSON) -> list[str]:
    return [words for _, words in leaves(document["skills"])]


def test_the_line_they_ask_for_stands_first_and_names_the_line_of_the_posting() -> None:
    tailored = made()
    first = items_of(tailored.result.document, "work")[0].texts("highlights")[0]
    assert first == "Training new staff, about forty people since 2014."
    assert change(tailored, What.BULLETS_ORDERED).requirement.quote in (TRAINS, PLANS)  # type: ignore[union-attr]


def test_an_empty_opening_goes_and_nothing_else() -> None:
    reduced = change(made(), What.BULLET_REDUCED)
    assert reduced.before == ("Responsible for training new staff, about forty people since 2014.",)
    assert reduced.after == ("Training new staff, about forty people since 2014.",)
    assert reduced.requirement is not None
    assert reduced.requirement.quote == TRAINS


def test_a_skill_shown_in_an_answer_joins_the_list_with_its_words() -> None:
    added = change(made(), What.SKILL_ADDED)
    assert added.after == ("Spreadsheets",)
    assert added.requirement is not None
    assert added.requirement.quote == SPREADSHEETS
    assert added.sources == (Source("I keep the mispicks in a spreadsheet.", fact_id=str(SHEETS.fact_id)),)


def test_a_skill_only_the_posting_names_is_never_claimed() -> None:
    assert "weld" not in str(made().result.document).lower()


def test_a_wanted_skill_is_honoured_only_with_evidence() -> None:
    tailored = made(highlight=("Spreadsheets", "Welding", "zorbing"))
    assert skill_names(tailored.result.document)[0] == "Spreadsheets"
    assert tailored.not_evidenced == ("Welding", "zorbing")


def test_the_licence_that_the_work_needs_moves_up() -> None:
    asked = Requirement("r1", "licence", True, ("forklift-certificate",), FORKLIFT)
    forklift = tailor(Sourced(MAREK), PROFILE, Posting("1", "Forklift driver", "", "", (asked,)))
    assert order_of(forklift.result.document)[0] == "certificates"
    assert change(forklift, What.SECTIONS_ORDERED).sources == (Source("Forklift licence A+B"),)
    clerk = tailor(Sourced(MAREK), PROFILE, Posting("1", "Filing clerk", "", "", (asked,)))
    assert order_of(clerk.result.document)[0] == "work"


def test_a_tool_keeps_its_name() -> None:
    asked = Requirement("r1", "skill", True, ("spreadsheets",), SPREADSHEETS)
    tailored = tailor(Sourced({"skills": [{"name": "Excel"}]}), Profile(), Posting("1", "Clerk", "", "", (asked,)))
    assert skill_names(tailored.result.document) == ["Excel"]


def test_a_skill_that_is_listed_by_half_its_name_is_not_added_again() -> None:
    document: JSON = {"work": [{"highlights": ["Ran payroll for 35 people."]}], "skills": [{"name": "payroll"}]}
    asked = Requirement("r1", "skill", True, ("payroll-processing",), "You run the payroll every month.")
    tailored = tailor(Sourced(document), Profile(), Posting("1", "Clerk", "", "", (asked,)))
    assert skill_names(tailored.result.document) == ["payroll"]


@pytest.mark.parametrize(
    ("listed", "quote", "named"),
    [
        ("Planning rotas", "Rota planning for two wards.", "Rota planning"),
        ("Rota planning", "You plan the rota for twelve people.", "Rota planning"),
    ],
)
def test_a_skill_is_named_as_the_posting_names_it_when_that_is_a_name(listed: str, quote: str, named: str) -> None:
    skill = named_in(listed)
    asked = Requirement("r1", "skill", True, skill, quote)
    tailored = tailor(Sourced({"skills": [{"name": listed}]}), Profile(), Posting("1", "Manager", "", "", (asked,)))
    assert skill_names(tailored.result.document) == [named]


def test_a_headline_is_a_title_that_was_held() -> None:
    document: JSON = {
        "basics": {"label": "Team player"},
        "work": [{"position": "Bus driver"}, {"position": "Shop assistant"}],
    }
    tailored = tailor(Sourced(document), Profile(), Posting("1", "Shop assistant (m/f/d)", "", ""))
    assert tailored.result.document["basics"]["label"] == "Shop assistant"  # type: ignore[index]
    none_held = tailor(Sourced(document), Profile(), Posting("1", "Surgeon", "", ""))
    assert none_held.changes == ()


def test_a_summary_is_made_only_of_a_title_held_and_skills_shown() -> None:
    document: JSON = {
        "work": [
            {"position": "At home with my mother"},
            {"position": "Shift supervisor", "name": "Hisingen", "highlights": ["Plans the rota for fourteen people."]},
        ]
    }
    summary = change(made(document), What.SUMMARY_MADE)
    assert summary.after[0].startswith("Shift supervisor. ")
    assert {source.quote for source in summary.sources} >= {"I keep the mispicks in a spreadsheet."}


def test_a_long_summary_keeps_its_own_sentences() -> None:
    told = "I like order. I plan the rota for my shift. I sing in a choir. I keep bees."
    tailored = made({"basics": {"summary": told}})
    assert tailored.result.document["basics"]["summary"] == "I like order. I plan the rota for my shift."  # type: ignore[index]


def test_lines_are_left_out_only_of_a_long_resume() -> None:
    idle = [f"Greeted visitors at door {number}." for number in range(12)]
    entry = {"position": "Clerk", "highlights": ["Planned the rota.", *idle]}
    short: JSON = {"work": [entry]}
    long: JSON = {"work": [entry, entry, entry]}
    assert not [one for one in made(short).changes if one.what is What.BULLET_LEFT_OUT]
    kept = [len(item.texts("highlights")) for item in items_of(made(long).result.document, "work")]
    assert kept == [8, 8, 4]


def test_what_rests_on_a_removed_fact_is_gone() -> None:
    removed = Removed(frozenset({str(SHEETS.fact_id)}), frozenset({"spreadsheets"}))
    assert "spreadsheet" not in str(made(profile=Profile(), removed=removed).result.document).lower()


def test_a_listed_skill_that_was_taken_away_leaves_the_list() -> None:
    removed = Removed(lexicon_ids=frozenset({"rota-planning"}))
    tailored = made(removed=removed)
    assert "Rota planning" not in skill_names(tailored.result.document)
    assert [one.before for one in tailored.taken_away] == [("Rota planning",)]


def test_what_came_from_a_file_that_is_gone_leaves_with_it() -> None:
    base = Sourced(MAREK, {"/work/0/highlights/1": (Source("Plans …", upload_id="gone"),)})
    tailored = tailor(base, PROFILE, POSTING, removed=Removed(upload_ids=frozenset({"gone"})))
    assert "fourteen" not in str(tailored.result.document)


def test_the_same_input_gives_the_same_result() -> None:
    results = [made() for _ in range(20)]
    assert all(one == results[0] for one in results)


def test_taking_back_every_change_leaves_the_base() -> None:
    tailored = made()
    assert apply(tailored.base, ()).document == tailored.base.document == MAREK


@pytest.mark.parametrize("size", [1, 2, 3])
def test_any_of_the_changes_can_be_taken_back(size: int) -> None:
    tailored = made()
    for out in combinations(tailored.changes, size):
        left = apply(tailored.base, [one for one in tailored.changes if one not in out])
        texts = {words for _, words in words_in(left.document)}
        for one in out:
            if one.what is What.BULLET_REDUCED:
                assert one.before[0] in texts
            if one.what is What.SKILL_ADDED:
                assert one.after[0] not in texts


def test_the_base_is_never_touched() -> None:
    before = repr(MAREK)
    made()
    assert repr(MAREK) == before


def test_unknown_keys_pass_through() -> None:
    assert made().result.document["x-team"] == MAREK["x-team"]


def test_sources_move_with_their_lines() -> None:
    line = "Plans the late shift for fourteen people."
    base = Sourced(MAREK, {"/work/0/highlights/1": (Source(line, upload_id="u", start=5, end=46),)})
    result = tailor(base, PROFILE, POSTING).result
    places = {pointer for pointer, words in words_in(result.document) if words == line}
    assert {pointer for pointer, found in result.provenance.items() if found[0].upload_id} == places


WORDS = "I trained new staff planned the rota for forty people and kept spreadsheets with care in Gothenburg".split()
LINES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join), max_size=6)
OPENINGS = st.sampled_from(["", "Responsible for ", "My duties included ", "I was tasked with ", "Successfully "])


@st.composite
def documents(draw: st.DrawFn) -> JSON:
    work = [
        {
            "position": draw(st.sampled_from(["Clerk", "Nurse", "Driver"])),
            "highlights": [draw(OPENINGS) + line for line in lines],
        }
        for lines in draw(st.lists(LINES, max_size=4))
    ]
    return {
        "work": work,
        "skills": [
            {"name": name} for name in draw(st.lists(st.sampled_from(["Rota planning", "Singing"]), max_size=2))
        ],
    }


SUBSETS = st.lists(st.sampled_from(ASKED), unique=True)


@settings(max_examples=60, deadline=None)
@given(documents(), SUBSETS)
def test_every_word_of_every_line_stands_in_its_source(document: JSON, asked: list[Requirement]) -> None:
    tailored = tailor(Sourced(document), PROFILE, Posting("1", "Clerk", "", "", tuple(asked)))
    for before, after in zip(items_of(document, "work"), items_of(tailored.result.document, "work"), strict=True):
        said = {token.key for line in before.texts("highlights") for token in tokens_of(line)}
        assert {token.key for line in after.texts("highlights") for token in tokens_of(line)} <= said


@settings(max_examples=40, deadline=None)
@given(documents(), SUBSETS)
def test_the_guard_finds_nothing_in_what_we_made(document: JSON, asked: list[Requirement]) -> None:
    tailored = tailor(Sourced(document), PROFILE, Posting("1", "Clerk", "", "", tuple(asked)))
    said = [words for _, words in words_in(document)] + [SHEETS.label, *SHEETS.quotes]
    assert unsupported_in(tailored.result.document, Sources(said, {"spreadsheets"})) == ()


@settings(max_examples=40, deadline=None)
@given(documents(), SUBSETS, st.data())
def test_any_set_of_changes_applies(document: JSON, asked: list[Requirement], data: st.DataObject) -> None:
    tailored = tailor(Sourced(document), PROFILE, Posting("1", "Clerk", "", "", tuple(asked)))
    some = data.draw(
        st.lists(st.sampled_from(tailored.changes), unique_by=lambda one: one.id) if tailored.changes else st.just([])
    )
    stored = [Change.of_json(one.as_json()) for one in some]
    assert apply(tailored.base, stored).document == apply(tailored.base, some).document


def test_a_line_counts_by_its_words_when_the_lexicon_knows_none() -> None:
    document: JSON = {"work": [{"position": "Clerk", "highlights": ["Made tea.", "Pressed apple juice every autumn."]}]}
    asked = Requirement("r1", "skill", True, (), "You press apple juice with our guests.")
    tailored = tailor(Sourced(document), Profile(), Posting("1", "Juice maker", "", "", (asked,)))
    assert items_of(tailored.result.document, "work")[0].texts("highlights")[0].startswith("Pressed")
