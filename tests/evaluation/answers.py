"""What answers say, list by list: labels of a careful reader against what the rules find."""

import tomllib
from dataclasses import field
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

import ps101
from ps101.domain.extraction import CONTEXT_LISTS, AnswerText, read_answer, understand
from ps101.domain.flow import Flow
from ps101.domain.own_words import content_of
from tests.resumes.tally import Tally

FLOWS = Path(ps101.__file__).parent / "data" / "flows"
SAID = Path(__file__).parents[1] / "ps101" / "said"
PARTS = {"development": ("development",), "test": ("unseen",), "all": ("development", "unseen")}
LISTS = tuple(name for name in CONTEXT_LISTS if name != "skills")
LONGER = 4
"""A label may hold so many more words than the careful reader's."""


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Said:
    """One answer with what it says."""

    key: str
    text: str
    flow: str = "discovery"
    problem: str = ""
    passions: list[str] = field(default_factory=list)
    secret_powers: list[str] = field(default_factory=list)
    internal_obstacles: list[str] = field(default_factory=list)
    external_obstacles: list[str] = field(default_factory=list)
    experiments: list[tuple[str, str]] = field(default_factory=list)


def said_in(split: str, folder: Path = SAID) -> list[Said]:
    """Return the labelled answers of a split."""
    files = [path for path in sorted(folder.glob("*.toml")) if folder != SAID or path.stem in PARTS[split]]
    found = [row for path in files for row in tomllib.loads(path.read_text(encoding="utf-8"))["answer"]]
    return TypeAdapter(list[Said]).validate_python(found)


def answers(split: str, folder: Path = SAID) -> dict[str, Tally]:
    """Measure each list, the problem, the experiments and their smallest versions."""
    rows = {name: Tally() for name in ("every list", *LISTS, "problem", "experiments", "smallest versions")}
    slips = Tally()
    for said in said_in(split, folder):
        for name, tally in _measured(said).items():
            tally.slips = [f"{name:18} {slip}" for slip in tally.slips]
            for row in (rows[name], slips, *([rows["every list"]] if name in LISTS else [])):
                row.add(tally)
    return {**rows, "in all answers": slips}


def _measured(said: Said) -> dict[str, Tally]:
    answer = _answer(said)
    found = _lists(answer)
    tallies = {name: _compared(getattr(said, name), found[name]) for name in LISTS}
    whole = understand([answer], smallest="")
    if said.key in ("challenge", "problem_statement"):
        tallies["problem"] = _compared([said.problem], [whole.problem_definition] if whole.problem_definition else [])
    if said.key in ("experiment", "next_experiments"):
        tallies["experiments"] = _compared(
            [idea for idea, _ in said.experiments], [one.idea for one in whole.experiments]
        )
        tallies["smallest versions"] = _compared(
            [smallest for _, smallest in said.experiments if smallest],
            [one.smallest_version for one in whole.experiments if not one.is_suggested],
        )
    return tallies


def _answer(said: Said) -> AnswerText:
    flow = TypeAdapter(Flow).validate_python(tomllib.loads((FLOWS / f"{said.flow}.toml").read_text()))
    prompt = flow.prompt(said.key)
    assert prompt is not None, said.key
    return AnswerText(said.key, said.text, prompt.feeds)


def _lists(answer: AnswerText) -> dict[str, list[str]]:
    found = read_answer(answer)
    return {
        name: [one.label for one in found if one.kind is kind and one.aspect == aspect]
        for name, (kind, aspect) in CONTEXT_LISTS.items()
    }


def _compared(true: list[str], found: list[str]) -> Tally:
    left, tally = list(found), Tally()
    for label in true:
        same = next((one for one in left if is_same(label, one)), None)
        if same is None:
            tally.missed += 1
            tally.slips.append(f"missed {label}")
            continue
        left.remove(same)
        tally.right += 1
    tally.wrong = len(left)
    tally.slips += [f"found  {one}" for one in left]
    return tally


def is_same(label: str, found: str) -> bool:
    """Whether a found line says what the careful reader's says, with few words more or less."""
    one, other = content_of(label), content_of(found)
    is_close = abs(len(label.split()) - len(found.split())) <= LONGER
    return is_close and bool(one) and len(one & other) * 5 >= len(one | other) * 3
