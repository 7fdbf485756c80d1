"""Twelve written people go through a really running Mosaic over HTTP: what each of them came away with.

script/simulate_people [--person NAME]...   all of them, or only those named
script/simulate_people --person nurse --kill   the web server is killed between every two answers (ten minutes)
script/simulate_people --words               also which skills were found, on the person's list or not, and which were missed

`skills` counts those that stand on literal words; `listed` those a careful reader named too, `wrong` those such a reader
has turned down. Ends with 1 when somebody does not finish, is asked something twice, is quoted in other words, loses something, or has
fewer than three skills on their own words.
"""

import argparse
import io
import json
import os
import sys
import zipfile
from collections.abc import Iterator

from tests.program import Program
from tests.served import ROOT
from tests.simulation.files import Simulated, everybody
from tests.simulation.instance import Instance, running
from tests.simulation.outcome import FIELDS, Outcome, Share, outcome_of
from tests.simulation.visit import Stuck, Visit

HEAD = (
    "person",
    "finished",
    "minutes",
    "asked",
    "twice",
    "fields",
    "key quotes",
    "all quotes",
    "skills",
    "listed",
    "wrong",
)
WIDTHS = (14, 9, 8, 7, 6, 8, 11, 12, 7, 8, 6)


def main() -> None:
    """Let them go through, print a row each, and end with what is missing."""
    options = _arguments()
    os.environ.setdefault("MOSAIC_VAR", str(ROOT / "var"))
    people = [one for one in everybody() if not options.person or one.name in options.person]
    print(_line(HEAD))
    outcomes, misses = [], list[str]()
    with running() as instance:
        for person in people:
            outcome, lost = simulate(person, instance, kills=options.kill)
            outcomes.append(outcome)
            misses += [*outcome.misses, *lost]
            print(row(outcome), *words(outcome, asked=options.words), sep="\n", flush=True)
        print(_line(sums(outcomes)))
        if options.kill:
            print(f"The web server was killed {instance.kills} times.")
    print("Nothing is missing." if not misses else "\n".join(["Missing:", *misses]))
    sys.exit(bool(misses))


def simulate(person: Simulated, instance: Instance, *, kills: bool) -> tuple[Outcome, list[str]]:
    """Let one person go through; return what came of it and what of theirs is not in their export."""
    program = Program(instance.url)
    program.token = str(program.ask("POST", "/session")[1]["session_id"])

    def between(visit: Visit) -> None:
        instance.kill_web()
        visit.check()

    visit = Visit(person, program.ask, between=between if kills else None)
    stuck = ""
    try:
        visit.go()
    except Stuck as error:
        stuck = str(error)
    kept = set(strings_in(exported(program)))
    lost = [f"{person.name}: not in the export: {text[:60]}" for text in told(visit) if text not in kept]
    return outcome_of(visit, stuck=stuck), lost


def told(visit: Visit) -> Iterator[str]:
    """Yield everything that was sent, as far as the person came."""
    yield from visit.answers.values()
    if visit.is_finished:
        plan, told = visit.person.experiment, visit.person.reflection
        yield from (plan.hypothesis, plan.success_metric, plan.resources, told.outcome, told.learning, told.cost)
        yield from (one.strategy for one in visit.person.obstacles)
        yield from (one.label for one in visit.person.actions)


def exported(program: Program) -> object:
    """Return what the person's export holds."""
    _, _, data = program.raw("GET", "/session/export")
    with zipfile.ZipFile(io.BytesIO(data)) as folder:
        held: object = json.loads(folder.read("mosaic.json"))
        return held


def strings_in(value: object) -> Iterator[str]:
    """Yield every text of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings_in(one)


def row(outcome: Outcome) -> str:
    """Return one person's figures as a line."""
    return _line(
        (
            outcome.name,
            "yes" if outcome.is_finished else "no",
            f"{outcome.minutes:g}",
            str(outcome.asked),
            str(len(outcome.asked_twice)),
            f"{len(FIELDS) - len(outcome.empty)}/{len(FIELDS)}",
            str(outcome.key_quotes),
            str(outcome.fact_quotes),
            str(outcome.skills),
            str(len(outcome.listed)),
            str(len(outcome.wrong)),
        )
    )


def words(outcome: Outcome, *, asked: bool) -> Iterator[str]:
    """Yield which skills were found, when that is asked, and which fields stayed empty."""
    if asked:
        yield f"    on the list: {', '.join(outcome.listed)}"
        yield f"    besides:     {', '.join(outcome.others)}"
        yield f"    wrong:       {', '.join(outcome.wrong)}"
        yield f"    not found:   {', '.join(outcome.missed)}"
        yield f"    empty:       {', '.join(outcome.empty)}"


def sums(outcomes: list[Outcome]) -> tuple[str, ...]:
    """Return the figures of all together."""
    count = len(outcomes)
    key_quotes = sum((one.key_quotes for one in outcomes), Share(0, 0))
    fact_quotes = sum((one.fact_quotes for one in outcomes), Share(0, 0))
    filled = sum(len(FIELDS) - len(one.empty) for one in outcomes)
    return (
        f"{count} people",
        str(sum(one.is_finished for one in outcomes)),
        f"{sum(one.minutes for one in outcomes):g}",
        str(sum(one.asked for one in outcomes)),
        str(sum(len(one.asked_twice) for one in outcomes)),
        f"{filled}/{count * len(FIELDS)}",
        str(key_quotes),
        str(fact_quotes),
        str(sum(one.skills for one in outcomes)),
        str(sum(len(one.listed) for one in outcomes)),
        str(sum(len(one.wrong) for one in outcomes)),
    )


def _line(cells: tuple[str, ...]) -> str:
    first, *others = cells
    return first.ljust(WIDTHS[0]) + "".join(cell.rjust(width) for cell, width in zip(others, WIDTHS[1:], strict=True))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--person", action="append", choices=[one.name for one in everybody()])
    parser.add_argument("--kill", action="store_true", help="kill the web server between every two answers")
    parser.add_argument("--words", action="store_true", help="also print which skills were found and missed")
    return parser.parse_args()


if __name__ == "__main__":
    main()
