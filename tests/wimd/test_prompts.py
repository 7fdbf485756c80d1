"""The instructions a model is given, word for word: a change of them is a new version with a snapshot of its own."""

from pathlib import Path

import pytest

from mosaic.ai.domain.fencing import RULE
from mosaic.ai.domain.prompts import BadPrompt, Prompt, prompt_in
from wimd import coach

SNAPSHOTS = Path(__file__).parent / "snapshots"
FILLED = {
    "move": "It asks one open question. This one is a good one: What was it about the night shift?",
    "language": "English",
    "fence": "(what the fences mean)",
    "stage": "(their problem)",
    "facts": "- has · skill: baking (“I baked bread for six years”)",
}


def test_the_coachs_instructions_are_those_of_their_version() -> None:
    snapshot = SNAPSHOTS / f"{coach.prompt().version}.txt"
    assert coach.prompt().filled(**FILLED) == snapshot.read_text(encoding="utf-8").strip()


def test_earlier_versions_keep_their_snapshots() -> None:
    kept = {path.stem for path in SNAPSHOTS.glob("coach-*.txt")}
    assert kept == {f"coach-{number}" for number in range(1, coach.prompt().number + 1)}


def test_the_instructions_say_what_fences_mean_and_which_words_are_out() -> None:
    said = coach.prompt().filled(**FILLED | {"fence": RULE})
    assert RULE in said
    for word in ("should", "must", "need to", "have to", "ought to"):
        assert word in said


@pytest.mark.parametrize("given", [{}, {"a": "x", "b": "y"}])
def test_a_gap_left_open_or_one_too_many_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(BadPrompt):
        Prompt("p", 1, "say {{ a }}").filled(**given)


def test_what_is_put_in_is_never_a_gap_itself() -> None:
    assert Prompt("p", 1, "{{ a }} {{ b }}").filled(a="{{ b }}", b="x") == "{{ b }} x"


@pytest.mark.parametrize("text", ["", "say", "version: x\n\nsay", "version: 0\n\nsay", "version: 1\nsay"])
def test_a_file_without_a_version_is_no_prompt(tmp_path: Path, text: str) -> None:
    (tmp_path / "p.md").write_text(text, encoding="utf-8")
    with pytest.raises(BadPrompt):
        prompt_in(tmp_path / "p.md")
