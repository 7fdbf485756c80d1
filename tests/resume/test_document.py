"""JSON Resume as it comes and goes."""

import copy
import hashlib
import json
import tomllib
from pathlib import Path

import pytest

from resume.domain.canonical import from_profile, from_reading
from resume.domain.changes import Asked, Change, Operation, What, apply
from resume.domain.document import NotAResume, Source, Sourced, checked, is_empty, items_of, order_of
from resume.domain.editing import carried, with_basics, with_item
from resume.domain.pointers import JSON, at, join, leaves, split
from tests.resume.documents import ALL, MAREK

VENDORED = (Path("mosaic/data/vendor/fonts"), Path("resume/data/vendor/json_resume"))


@pytest.mark.parametrize("name", ALL)
def test_every_document_is_json_resume_and_comes_back_identical(name: str) -> None:
    document = ALL[name][0]
    assert json.dumps(checked(document)) == json.dumps(document)


@pytest.mark.parametrize(
    ("document", "pointer"),
    [
        ({"basics": {"email": "not an address"}}, "/basics/email"),
        ({"work": [{"startDate": "03/2018"}]}, "/work/0/startDate"),
        ({"skills": ["welding"]}, "/skills/0"),
        ({"basics": {"url": "not an address"}}, "/basics/url"),
        ({"work": "much"}, "/work"),
    ],
)
def test_what_is_not_json_resume_is_named_by_its_place(document: JSON, pointer: str) -> None:
    with pytest.raises(NotAResume) as refused:
        checked(document)
    assert [one.pointer for one in refused.value.findings] == [pointer]


@pytest.mark.parametrize("document", [[], None, "text", 3])
def test_a_document_is_an_object(document: object) -> None:
    with pytest.raises(NotAResume):
        checked(document)


def test_what_cannot_be_written_down_is_refused() -> None:
    with pytest.raises(NotAResume):
        checked({"basics": {"name": "\ud800"}})
    deep: dict[str, object] = {}
    for _ in range(200):
        deep = {"x": deep}
    with pytest.raises(NotAResume):
        checked(deep)
    with pytest.raises(NotAResume):
        checked({"x": "y" * 400_000})


@pytest.mark.parametrize("folder", VENDORED, ids=[folder.name for folder in VENDORED])
def test_vendored_files_are_the_ones_named(folder: Path) -> None:
    about = tomllib.loads((folder / "SOURCE.toml").read_text())
    for name, expected in about["sha256"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == expected


def test_pointers_survive_awkward_keys() -> None:
    document: JSON = {"a/b": {"~c": ["x"]}}
    assert [pointer for pointer, _ in leaves(document)] == ["/a~1b/~0c/0"]
    assert at(document, join("", "a/b", "~c", 0)) == "x"
    assert split("/a~1b/~0c/0") == ["a/b", "~c", "0"]


def test_the_order_of_sections_can_be_named_in_the_document() -> None:
    assert order_of({"meta": {"sections": ["skills", "nonsense"]}})[:2] == ("skills", "work")


def test_nothing_of_a_read_text_gets_lost() -> None:
    text = "Ada Byrne\nShepherd by birth\n\nWork\nShepherd\nGlen Farm\n1999 – now\n- Kept 300 sheep.\nMotto: come by!"
    document: JSON = {
        "basics": {"name": "Ada Byrne"},
        "work": [{"position": "Shepherd", "name": "Glen Farm", "startDate": "1999", "highlights": ["Kept 300 sheep."]}],
    }
    places = {"/basics/name": (0, 9), "/work/0/startDate": (text.index("1999 –"), text.index("1999 –") + 4)}
    read = from_reading(document, places, text, upload_id="u")
    kept = " ".join(words for _, words in leaves(read.document))
    assert "Motto: come by!" in kept
    assert "birth" in kept
    (other,) = items_of(read.document, "other")
    for pointer, words in leaves(dict(other.fields), other.pointer):
        source = read.provenance[pointer][0]
        assert text[source.start : source.end] == words == source.quote


def test_a_reading_is_copied_not_kept() -> None:
    document: JSON = {"basics": {"name": "Ada"}}
    before = copy.deepcopy(document)
    from_reading(document, {}, "Ada\nAnd a line of her own")
    assert document == before


def test_nothing_known_is_an_empty_document() -> None:
    from mosaic.facts.domain.profile import Profile  # noqa: PLC0415

    assert is_empty(from_profile(Profile()).document)


def test_sources_stay_with_words_that_stay() -> None:
    old = Sourced(MAREK, {"/work/0/highlights/1": (Source("Plans …", upload_id="u"),)})
    entry: JSON = {"highlights": ["Plans the late shift for fourteen people.", "Sings in the choir."]}
    edited = carried(old, with_item(MAREK, "work", 0, entry))
    assert edited.provenance == {"/work/0/highlights/0": (Source("Plans …", upload_id="u"),)}


def test_editing_an_entry_keeps_what_the_form_does_not_show() -> None:
    document: JSON = {"work": [{"position": "Clerk", "x-grade": 7, "name": "Old Ltd"}]}
    edited = with_item(document, "work", 0, {"position": "Head clerk", "name": ""})
    assert edited["work"] == [{"x-grade": 7, "position": "Head clerk"}]
    assert document["work"] == [{"position": "Clerk", "x-grade": 7, "name": "Old Ltd"}]


def test_entries_come_and_go() -> None:
    assert with_item({}, "skills", None, {"name": "Welding"})["skills"] == [{"name": "Welding"}]
    assert with_item(MAREK, "work", 1, None)["work"] == MAREK["work"][:1]  # type: ignore[index]
    assert with_basics(MAREK, {"label": "", "city": ""})["basics"]["name"] == "Marek Nowicki"  # type: ignore[index]


def test_a_change_is_the_same_after_it_was_stored() -> None:
    change = Change(
        "c1", What.SKILL_ADDED, Operation.ADD, "/skills", {"name": "Welding"}, (), ("Welding",),
        Asked("r1", "You weld."), (Source("I weld.", fact_id="f"),),
    )  # fmt: skip
    assert Change.of_json(json.loads(json.dumps(change.as_json()))) == change


def test_changes_make_the_places_they_need() -> None:
    changes = [
        Change("c1", What.SKILL_ADDED, Operation.ADD, "/skills", {"name": "Welding"}),
        Change("c2", What.HEADLINE, Operation.SET, "/basics/label", "Welder"),
        Change("c3", What.SECTIONS_ORDERED, Operation.SET, "/meta/sections", ["skills"]),
    ]
    assert apply(Sourced({}), changes).document == {
        "skills": [{"name": "Welding"}], "basics": {"label": "Welder"}, "meta": {"sections": ["skills"]},
    }  # fmt: skip
