"""The deltas of the twelve written people after Discovery, line by line, as their pages would say them.

script/show_delta [--person NAME]...   all of them, or only those named

Everything lies in a temporary folder and is gone afterwards.
"""

import argparse
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.served import ROOT, prepared
from tests.simulation.files import Simulated, everybody
from tests.simulation.visit import Visit

if TYPE_CHECKING:
    from mosaic.people.models import Person
    from wimd.domain.delta import Delta
    from wimd.domain.delta.model import Line


def main() -> None:
    """Print them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--person", action="append", default=[])
    options = parser.parse_args()
    os.environ.setdefault("MOSAIC_VAR", str(ROOT / "var"))
    with prepared() as environment:
        set_up(environment)
        for one in everybody():
            if not options.person or one.name in options.person:
                print(*told(one.name, delta_of(gone_through(one))), "", sep="\n")


def set_up(environment: dict[str, str]) -> None:
    """Make this process an instance with tasks that run at once, and rates nobody reaches."""
    unlimited = ("CREATION", "CHAT", "MODELS")
    os.environ.update({**environment, "DJANGO_SETTINGS_MODULE": "mosaic.settings", "DEBUG": "1"})
    os.environ.update({f"RATE_{name}": "100000/h" for name in unlimited})
    import django  # noqa: PLC0415  # there are no settings before

    django.setup()
    import logging  # noqa: PLC0415

    from celery import current_app  # noqa: PLC0415
    from django.conf import settings  # noqa: PLC0415

    logging.disable(logging.WARNING)
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.RATES = dict.fromkeys(settings.RATES, "100000/h")
    current_app.conf.task_always_eager = True


def gone_through(one: Simulated) -> "Person":
    """Let somebody go through everything they would answer and try."""
    from mosaic.people.models import Person  # noqa: PLC0415
    from tests.people.everything import Inside  # noqa: PLC0415

    who = Inside()
    opened = who.ask("POST", "/session")[1]
    who.token = opened["session_id"]
    Visit(one, who.ask).go()
    return Person.objects.get(pk=opened["user_id"])


def delta_of(person: "Person") -> "Delta":
    """Return somebody's delta."""
    from wimd import queries  # noqa: PLC0415

    return queries.delta_of(person)


def told(name: str, delta: "Delta") -> Iterator[str]:
    """Yield a delta in lines."""
    from wimd.domain.delta.model import Standing  # noqa: PLC0415
    from wimd.words import delta as words  # noqa: PLC0415
    from wimd.words import delta_tests  # noqa: PLC0415

    yield f"===== {name}: {len(delta.known)} of {len(delta.sides)} known"
    if delta.target:
        target = delta.target
        named = f"{target.label} [{target.occupation or 'no kind of work'}; {', '.join(target.skills)}]"
        yield f"target: {named}, {words.target_kind_words(target)}"
    for side in delta.sides:
        yield f"-- {words.side_name(side.key)}: {words.steps_words(side.gap.steps) if side.gap else 'UNKNOWN'}"
        yield from (f"   now     {_line(line)}" for line in side.now)
        yield from (f"   wanted  {_line(line)}" for line in side.wanted)
        yield from (f"   open    {words.missing_words(one)}" for one in side.missing)
        if side.gap:
            yield f"   rule    {words.rule_words(side.gap)}"
        if side.test:
            yield f"   test    {delta_tests.test_words(side.test)} ({side.test.minutes} min)"
    for standing in Standing:
        rows = [
            f"{one.skill} {one.amount // 10}" for one in delta.ledger if one.standing is standing and one.is_essential
        ]
        if rows:
            yield f"   {words.standing_words(standing)}: {', '.join(rows)}"
    yield f"   strengths: {' | '.join(_line(one) for one in delta.strengths)}"
    yield f"   occupations: {', '.join(f'{one.id} {one.score}' for one in delta.occupations)}"


def _line(line: "Line") -> str:
    return f"“{line.quote}”" if line.quote else line.label


if __name__ == "__main__":
    main()
