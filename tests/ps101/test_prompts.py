"""What a model that reads answers is told, word for word: a change of it is a new version with a snapshot of its own."""

from pathlib import Path

from mosaic.ai.domain.fencing import RULE
from ps101 import reading
from ps101.domain.told import Told

SNAPSHOTS = Path(__file__).parent / "snapshots"


def test_the_instructions_are_those_of_their_version() -> None:
    snapshot = SNAPSHOTS / f"{reading.prompt().version}.txt"
    assert reading.prompt().filled(fence="(what the fences mean)") == snapshot.read_text(encoding="utf-8").strip()


def test_earlier_versions_keep_their_snapshots() -> None:
    kept = {path.stem for path in SNAPSHOTS.glob("extract-*.txt")}
    assert kept == {f"extract-{number}" for number in range(1, reading.prompt().number + 1)}


def test_they_name_every_field_and_say_what_fences_mean() -> None:
    said = reading.prompt().filled(fence=RULE)
    assert RULE in said
    assert all(f"- {name}:" in said for name in Told.model_fields)


def test_the_shape_holds_exactly_the_fields_of_the_contract() -> None:
    assert set(Told.model_fields) == {
        "problem_definition", "passions", "skills", "secret_powers", "proposed_experiments", "internal_obstacles",
        "external_obstacles", "key_quotes",
    }  # fmt: skip
