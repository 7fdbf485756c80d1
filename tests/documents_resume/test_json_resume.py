"""The JSON Resume that comes out is valid and loses nothing."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import jsonschema
import pytest

from mosaic.documents.resume.json_resume import Json, spans_of, to_json_resume
from mosaic.documents.resume.parse import parse_resume
from tests.documents_resume.made import HEAD, TODAY, parsed
from tests.resumes.as_text import as_document
from tests.resumes.layouts import laid_out
from tests.resumes.truth import cases

DERIVED = ("/network", "/username")
SCHEMA = Path(__file__).parents[2] / "resume" / "data" / "vendor" / "json_resume" / "schema.json"


@pytest.mark.parametrize("layout", ["classic", "left_sidebar", "no_headings", "functional", "labelled"])
def test_every_invented_person_becomes_valid_json_resume(layout: str) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    for case in cases("development"):
        document = to_json_resume(parse_resume(as_document(laid_out(case, layout)[0]), today=TODAY))
        assert list(validator.iter_errors(json.loads(json.dumps(document)))) == []


@pytest.mark.parametrize("layout", ["classic", "labelled"])
def test_every_value_has_a_place_in_the_text(layout: str) -> None:
    for case in cases("development"):
        text = laid_out(case, layout)[0]
        read = parse_resume(as_document(text), today=TODAY)
        values = {path: value for path, value in leaves(to_json_resume(read)) if not path.endswith(DERIVED)}
        spans = spans_of(read)
        assert values.keys() == spans.keys()
        assert all(0 <= start < end for start, end in spans.values())


def leaves(tree: Json, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(tree, str):
        yield path, tree
    else:
        branches = tree.items() if isinstance(tree, Mapping) else enumerate(tree)
        for key, branch in branches:
            yield from leaves(branch, f"{path}/{key}" if path else str(key))


def test_what_is_not_known_is_left_out() -> None:
    assert to_json_resume(parsed("Jo Bell\njo.bell@example.com\n")) == {
        "basics": {"name": "Jo Bell", "email": "jo.bell@example.com"}
    }


def test_breaks_stay_among_the_work() -> None:
    document = to_json_resume(
        parsed(f"{HEAD}Experience\nCook, Hotel Adler, 2019 – now\n\nParental leave, 2018 – 2019\n")
    )
    assert document["work"] == [
        {"name": "Hotel Adler", "position": "Cook", "startDate": "2019"},
        {"position": "Parental leave", "startDate": "2018", "endDate": "2019"},
    ]
