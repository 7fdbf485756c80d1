"""What the pages of the delta show."""

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from mosaic.facts.domain.profile import Known
from mosaic.facts.models import SourceKind
from mosaic.facts.origins import Origins, origins_of
from mosaic.lexicon.occupation_fit import OccupationFit
from mosaic.lexicon.store import lexicon
from mosaic.people.models import Person
from ps101 import queries as discovery
from ps101.domain.experiments import Status
from wimd import queries
from wimd.domain.delta import Bridge, Delta
from wimd.domain.delta.keeping import Move, moves, read_kept
from wimd.domain.delta.ledger import Entry
from wimd.domain.delta.model import Line, Missing, Side, Standing, TargetKind
from wimd.domain.delta.target import short_name
from wimd.pages.talk import Shown
from wimd.words import delta as words
from wimd.words import delta_tests as tests

# The map: everything wanted stands on one line, and a step is so many hundredths of the width to its left.
WANTED_AT, STEP = 96, 23
SIDES = {Missing.NOW: "now", Missing.UNSURE: "now", Missing.WANTED: "wanted"}
MOST_ASKED = 3


def whole(person: Person, delta: Delta) -> Shown:
    """Return the whole delta as its page shows it."""
    named = _Named(person)
    sides = [_side(one, named) for one in delta.sides]
    by_key = {one["key"]: one for one in sides}
    kept = list(queries.analyses_of(person))
    far = [by_key[one.key] for one in delta.known if one.gap and one.gap.steps]
    return {
        "sides": sides,
        "longest": far[0] if far else None,
        "unknown": [one for one in sides if not one["is_known"]],
        "summary": words.summary_words(delta),
        "known": len(delta.known),
        "all": len(delta.sides),
        "target": target(delta),
        "groups": _groups(delta.ledger, named),
        "has_ledger": bool(delta.ledger),
        "occupations": [_kind_of_work(one) for one in delta.occupations],
        "kept": len(kept),
        "since": kept[0].created_at if kept else None,
        "is_empty": not any(one.now or one.wanted for one in delta.sides),
        "bridges": [{"code": one.value, "label": words.bridge_words(one)} for one in Bridge],
    }


def target(delta: Delta) -> Shown | None:
    """Return what the delta stands against."""
    found = delta.target
    if found is None:
        return None
    work = lexicon().occupations.get(found.occupation)
    return {
        "label": found.label,
        "short": short_name(found.label),
        "quote": next((line.quote for line in found.lines if line.quote), ""),
        "work": work.label if work and work.label != found.label else "",
        "origin": words.target_kind_words(found),
        "is_chosen": found.kind is not TargetKind.STATED,
    }


def choosing(person: Person, asked: str) -> Shown:
    """Return what the page of targets shows: what stands, what is kept, kinds of work by name and by reach."""
    delta = queries.delta_of(person)
    saved = [one for one in queries.targets_of(person) if one.kind == TargetKind.SAVED]
    return {
        "target": target(delta),
        "asked": asked,
        "found": queries.occupations_named(asked),
        "saved": saved,
        "near": [lexicon().occupations[one.id] for one in delta.occupations],
    }


def compared(person: Person, delta: Delta, then: UUID | None) -> Shown:
    """Return the delta as it stood, the first time or at a chosen one, beside how it stands."""
    kept = list(queries.analyses_of(person))
    earlier = [one for one in kept if one.document != (kept[0].document if kept else None)]
    chosen = next((one for one in earlier if one.pk == then), earlier[-1] if earlier else None)
    if chosen is None:
        return {"then": None, "earlier": []}
    stood, named = read_kept(chosen.document), _Named(person)
    rows = [_move(one, delta.side(one.key), named) for one in moves(stood, delta)]
    return {
        "then": chosen,
        "earlier": earlier,
        "rows": rows,
        "changed": [row for row in rows if row["is_changed"]],
        "then_target": stood.target.label if stood.target else "",
        "target": target(delta),
    }


class _Named:
    """What a page needs of a person to say where words come from, and what was made of tests."""

    def __init__(self, person: Person) -> None:
        self.origins: Origins = origins_of(person)
        journey = discovery.latest_journey_of(person)
        prompts = discovery.flow_of(journey.flow).prompts if journey else ()
        self.questions = {prompt.key: prompt.chip for prompt in prompts}
        tried = discovery.experiments_of(person)
        self.experiments = {one.title: one for one in reversed(tried) if one.status != Status.ARCHIVED}

    def line(self, line: Line) -> Shown:
        """Return a line with where it comes from."""
        origin = self.origins.get((line.source, line.source_id)) if line.source_id else None
        asked = line.asked.removesuffix("_of_it")
        if origin:
            return {"line": line, "label": _label(line), "origin": origin.words, "url": origin.url}
        if asked in self.questions:
            told = _("you answered: %(question)s") % {"question": self.questions[asked]}
            return {"line": line, "label": _label(line), "origin": told, "url": reverse("ps101:prompt", args=[asked])}
        known = SourceKind(line.source).label if line.source in SourceKind.values else ""
        return {"line": line, "label": _label(line), "origin": known, "url": ""}


def _label(line: Line) -> str:
    return words.rating_words(line.label) if line.source == "rating" else line.label


def _side(side: Side, named: _Named) -> Shown:
    steps = side.gap.steps if side.gap else None
    asked = next((one for one in side.missing if one in SIDES), None)
    title = tests.experiment_words(side.test, side.key).title if side.test else ""
    return {
        "key": side.key,
        "name": words.side_name(side.key),
        "is_known": steps is not None,
        "steps": steps,
        "hint": words.steps_words(steps) if steps is not None else words.unknown_words(side),
        "x": f"{WANTED_AT - STEP * steps}%" if steps is not None else "",
        "has_now": bool(side.now),
        "has_wanted": bool(side.wanted),
        "now": [named.line(one) for one in side.now],
        "wanted": [named.line(one) for one in side.wanted],
        "rule": words.rule_words(side.gap) if side.gap else "",
        "missing": [words.missing_words(one) for one in side.missing],
        "unsure": side.now[0].fact_id if Missing.UNSURE in side.missing and side.now else None,
        "asks_target": bool({Missing.TARGET, Missing.KIND_OF_WORK} & set(side.missing)),
        "ask": words.ask_words(asked, side.key) if asked else "",
        "ask_side": SIDES[asked] if asked else "",
        "test": tests.test_words(side.test) if side.test else "",
        "minutes": side.test.minutes if side.test else 0,
        "experiment": named.experiments.get(title) if title else None,
    }


def _groups(ledger: Iterable[Entry], named: _Named) -> list[Shown]:
    rows = list(ledger)
    found: list[Shown] = []
    for standing in Standing:
        entries = [_entry(one, named) for one in rows if one.standing is standing]
        if entries:
            first = [one for one in entries if one["is_essential"]]
            more = [one for one in entries if not one["is_essential"]]
            label = words.standing_words(standing)
            found.append(
                {"code": standing.value, "label": label, "count": len(entries), "entries": first, "more": more}
            )
    return found


def _entry(entry: Entry, named: _Named) -> Shown:
    thing, skill = entry.thing, lexicon().skills[entry.skill]
    line = thing.said[0] if thing and thing.said else None
    shown = Line(skill.label, None, line.quote, line.source, line.source_id, line.asked) if line else None
    return {
        "skill": skill.id,
        "label": skill.label,
        "meaning": skill.meaning,
        "is_essential": entry.is_essential,
        "amount": entry.amount // 10,
        "strength": thing.strength if thing else 0,
        "fact_id": thing.fact_id if thing else None,
        "reason": words.via_words(entry.via, words.source_name(entry.source)) if entry.via else "",
        "quote": named.line(shown) if shown else None,
        "bridge": entry.bridge.value if entry.bridge else "",
        "bridge_label": words.bridge_words(entry.bridge) if entry.bridge else "",
    }


def _kind_of_work(found: OccupationFit[Known]) -> Shown:
    skills, work = lexicon().skills, lexicon().occupations[found.id]
    carried = sorted(found.carries.items(), key=lambda row: (-row[1].amount, row[0]))
    return {
        "id": found.id,
        "label": work.label,
        "score": found.score,
        "carries": [
            {"label": skills[one].label, "quote": next(iter(credit.fact.quotes), credit.fact.label)}
            for one, credit in carried
        ],
        "missing": [skills[one].label for one in found.missing],
        "first_test": tests.first_test_words(found),
    }


def _move(move: Move, side: Side, named: _Named) -> Shown:
    lines = [*side.now, *side.wanted]
    return {
        "name": words.side_name(move.key),
        "then": words.steps_words(move.then) if move.then is not None else _("unknown"),
        "now": words.steps_words(move.now) if move.now is not None else _("unknown"),
        "is_changed": move.then != move.now or bool(move.fresh) or move.is_gone,
        "moved": words.moved_words(move.then, move.now),
        "fresh": [named.line(one) for one in lines if one.fact_id in move.fresh and one.quote],
        "is_gone": move.is_gone,
    }
