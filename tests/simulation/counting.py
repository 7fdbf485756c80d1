"""How many of the skills found in the written people are right, without a server: their answers read as they would be.

python -m tests.simulation.counting          a row each: found, on the person's list, turned down by a careful reader
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind, Polarity
from ps101.domain.extraction import AnswerText, read_answer
from ps101.domain.flow import Feed, Flow
from tests.served import ROOT
from tests.simulation.files import Simulated, everybody
from tests.simulation.outcome import Fact, is_listed

FLOWS = {
    name: TypeAdapter(Flow).validate_python(tomllib.loads((ROOT / f"ps101/data/flows/{name}.toml").read_text("utf-8")))
    for name in ("fast_track", "discovery")
}
TAUGHT = (Feed.SKILLS, Feed.PASSIONS, Feed.SECRET_POWERS)


@dataclass(frozen=True, slots=True)
class Count:
    """How many skills were found, how many of them are on lists, and how many were turned down."""

    found: int
    listed: int
    wrong: int

    def __add__(self, other: "Count") -> "Count":
        return Count(self.found + other.found, self.listed + other.listed, self.wrong + other.wrong)


def answers_of(person: Simulated) -> Iterator[AnswerText]:
    """Yield everything a person answers, with what its question feeds."""
    asked: set[str] = set()
    for flow in person.flows:
        for prompt in FLOWS[flow].prompts:
            if prompt.key not in asked:
                yield AnswerText(prompt.key, person.answer(flow, prompt.key), prompt.feeds)
        asked |= {prompt.key for prompt in FLOWS[flow].prompts}
    yield AnswerText("reflection", f"{person.reflection.outcome}\n\n{person.reflection.learning}", TAUGHT)


def skills_of(person: Simulated) -> dict[str, Found]:
    """Return the skills a person is found to have, each once."""
    found = (one for answer in answers_of(person) for one in read_answer(answer))
    return {
        one.lexicon_id or one.label: one for one in found if one.kind is FactKind.SKILL and one.polarity is Polarity.HAS
    }


def count(person: Simulated) -> Count:
    """Count the skills found in one person."""
    facts = [Fact("skill", one.label, key, "has", "suggested", []) for key, one in skills_of(person).items()]
    listed = sum(is_listed(fact, person) for fact in facts)
    return Count(len(facts), listed, sum(fact.label in person.not_shown for fact in facts))


def main() -> None:
    """Print a row each and the sums."""
    whole = Count(0, 0, 0)
    for person in everybody():
        row = count(person)
        whole += row
        print(f"{person.name:14} found {row.found:4} listed {row.listed:4} wrong {row.wrong:4}")
    print(f"{'all':14} found {whole.found:4} listed {whole.listed:4} wrong {whole.wrong:4}")


if __name__ == "__main__":
    main()
