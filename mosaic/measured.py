"""What was measured of Mosaic's reading, in words for everybody: the figures of the test part, from data/measured.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MEASURED = Path(__file__).parent / "data" / "measured.json"
SETS: Mapping[str, tuple[Promise, Promise]] = {
    "skills": (_("Skills in your sentences"), _("Sentences in everyday words that name no skill by its name.")),
    "occupations": (_("Work you did or hope for"), _("In the same sentences.")),
    "facts": (_("What else you say of yourself"), _("Sentences about years, places, hours, pay, wishes and limits.")),
    "resumes": (_("Fields of a résumé"), _("Invented people in many layouts, read from text.")),
    "postings": (_("Fields of a posting"), _("Invented postings, from a card in a shop window to a long page.")),
    "ranking": (
        _("The order of opportunities"),
        _("People with several postings whose right order is known. Here both columns are the share that was right."),
    ),
    "answers": (
        _("What your answers say"),
        _("Invented answers to the questions of discovery, long, short and clumsy."),
    ),
}
ROWS: Mapping[str, Promise] = {
    "skill, whatever is said of it": _("any skill"),
    "has": _("skills you have"),
    "wants": _("skills you want"),
    "lacks": _("skills you lack"),
    "avoids": _("skills you avoid"),
    "nothing there, nothing found": _("nothing said, nothing found"),
    "occupation, held or hoped for": _("any work"),
    "held": _("work you did"),
    "hoped": _("work you hope for"),
    "contact": _("contact"),
    "title": _("title"),
    "employer": _("employer"),
    "dates": _("dates"),
    "education": _("education"),
    "skills": _("skills"),
    "languages": _("languages"),
    "certificates": _("certificates"),
    "breaks": _("breaks"),
    "volunteering": _("volunteering"),
    "any kind": _("anything"),
    "years": _("years"),
    "goals": _("goals"),
    "interests": _("interests"),
    "place": _("place"),
    "remote": _("remote or not"),
    "hours": _("hours"),
    "pay": _("pay"),
    "duties": _("duties to keep away from"),
    "permission": _("permission to work"),
    "every field": _("every field"),
    "contract": _("contract"),
    "times": _("times of day"),
    "values": _("values"),
    "stale": _("signs that it is old"),
    "scam": _("signs of fraud"),
    "contradictions": _("contradictions"),
    "must": _("what it asks for"),
    "nice": _("what it would like"),
    "benefits": _("benefits"),
    "apply": _("ways to apply"),
    "posted": _("day it was posted"),
    "closes": _("last day"),
    "starts": _("first day of work"),
    "pairs in order": _("pairs in the right order"),
    "NDCG@5": _("the first five, the higher the weightier"),
    "best comes first": _("the best comes first"),
    "every list": _("every list"),
    "passions": _("what gives you energy"),
    "secret_powers": _("secret powers"),
    "internal_obstacles": _("in the way, inside"),
    "external_obstacles": _("in the way, outside"),
    "problem": _("the problem"),
    "experiments": _("small tests"),
    "smallest versions": _("their smallest versions"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line: of 100 that were found so many are right, of 100 that are there so many are found; how many there are."""

    name: str | Promise
    right: int
    found: int
    size: int


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of one set."""

    name: str
    title: Promise
    about: Promise
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """All tables, and the day on which they were made."""

    day: date
    tables: tuple[Table, ...]


@cache
def measured() -> Measured:
    """Return what was measured last."""
    read = json.loads(MEASURED.read_text(encoding="utf-8"))
    tables = tuple(
        Table(name, *SETS[name], tuple(_row(row) for row in read["sets"][name]))
        for name in SETS
        if name in read["sets"]
    )
    return Measured(date.fromisoformat(read["day"]), tables)


def _row(row: Mapping[str, str | float]) -> Row:
    name, size = str(row["name"]), int(row["n"])
    return Row(ROWS.get(name, name), round(100 * float(row["precision"])), round(100 * float(row["recall"])), size)
