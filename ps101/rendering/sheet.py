"""A journey laid out for reading: the same sections, in the same order, on a page and on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.models import Fact
from ps101 import queries
from ps101.models import Commitment, Experiment, Journey, Reflection
from ps101.queries import results
from ps101.words.closing import next_move_words, understood_words
from ps101.words.experiments import status_words

DAY = "j F Y"
# What a journey's words show, by the name of each list: kinds of facts, and their aspect when they have one.
LISTS: tuple[tuple[str, FactKind, str], ...] = (
    ("skills", FactKind.SKILL, ""),
    ("secret_powers", FactKind.STRENGTH, ""),
    ("passions", FactKind.ENERGISER, ""),
    ("values", FactKind.VALUE, ""),
    ("goals", FactKind.GOAL, ""),
    ("internal_obstacles", FactKind.OBSTACLE, "internal"),
    ("external_obstacles", FactKind.OBSTACLE, "external"),
)
MOST_QUOTES = 2


@dataclass(frozen=True, slots=True)
class Line:
    """Words with what they are; `is_own` when the person wrote them, `quotes` are the words behind a conclusion."""

    text: str
    label: str = ""
    is_own: bool = True
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under one heading: a question, a list, an experiment."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the sheet."""

    key: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole journey."""

    language: str
    title: str
    when: str
    sections: tuple[Section, ...]


def lay_out(journey: Journey) -> Sheet:
    """Return everything of a journey that somebody may want to keep or show; what is empty is left out."""
    flow = queries.flow_of(journey.flow)
    problem = results.problem_in(journey)
    commitment = queries.commitment_of(journey)
    sections = (
        Section("problem", _("the problem"), (Block("", (Line(problem),)),) if problem else ()),
        Section("understood", _("what was understood"), tuple(_lists(journey))),
        *_answers(journey),
        Section("experiments", _("what was tried"), tuple(map(_experiment, results.experiments_in(journey)))),
        Section("commitment", _("the commitment"), (_commitment(commitment),) if commitment else ()),
    )
    return Sheet(get_language() or "en", flow.title, _when(journey), tuple(one for one in sections if one.blocks))


def strings_of(sheet: Sheet) -> Iterator[str]:
    """Yield everything on a sheet in reading order."""
    yield from (sheet.title, sheet.when)
    for section in sheet.sections:
        yield section.heading
        for block in section.blocks:
            yield block.heading
            for line in block.lines:
                yield from (line.label, line.text, *line.quotes)


def quotes_in(fact: Fact, sources: set[object]) -> tuple[str, ...]:
    """Return the words behind a fact that were said in certain places, each once."""
    said = (one.quote for one in fact.evidence.all() if one.source_id in sources)
    return tuple(dict.fromkeys(said))[:MOST_QUOTES]


def understood_in(journey: Journey) -> Iterator[tuple[str, list[Fact]]]:
    """Yield the lists of what was understood in a journey, with the facts of each."""
    facts = list(results.facts_in(journey))
    for name, kind, aspect in LISTS:
        found = [one for one in facts if one.kind == kind and (not aspect or one.aspect == aspect)]
        yield name, [one for one in found if kind is not FactKind.SKILL or one.polarity == "has"]


def _lists(journey: Journey) -> Iterator[Block]:
    sources: set[object] = {*results.sources_in(journey)}
    for name, facts in understood_in(journey):
        lines = tuple(_understood(fact.label, quotes_in(fact, sources)) for fact in facts)
        if lines:
            yield Block(understood_words(name), lines)


def _understood(label: str, quotes: tuple[str, ...]) -> Line:
    """Return a label with its words; a sentence that is its own label stands there once."""
    if quotes and quotes[0].strip().rstrip(".;,") == label:
        return Line(quotes[0], quotes=quotes[1:])
    return Line(label, is_own=False, quotes=quotes)


def _answers(journey: Journey) -> Iterator[Section]:
    for step, given in results.told_in(journey):
        blocks = (Block(prompt.text, (Line(answer.text, _rated(answer.rating)),)) for prompt, answer in given)
        yield Section(f"step-{step.key}", step.title, tuple(blocks))


def _rated(rating: int | None) -> str:
    return _("%(number)d of 10") % {"number": rating} if rating is not None else ""


def _experiment(one: Experiment) -> Block:
    days = " – ".join(date_format(day, DAY) for day in (one.start_on, one.review_on) if day)
    lines = [
        Line(status_words(one.status), _("where it stands"), is_own=False),
        Line(one.hypothesis if one.title else "", _("what I expect")),
        Line(one.success_metric, _("the sign that it works")),
        Line(one.resources, _("what I need")),
        Line(days, _("from, until"), is_own=False),
    ]
    for obstacle in one.obstacles.all():
        lines.append(Line(obstacle.label, _("in the way")))
        lines.append(Line(obstacle.strategy, _("what I do then")))
    lines += [Line(action.label, _("step, done") if action.done_at else _("step")) for action in one.actions.all()]
    if hasattr(one, "reflection"):
        lines += _reflection(one.reflection)
    return Block(one.title or one.hypothesis, tuple(line for line in lines if line.text))


def _reflection(reflection: Reflection) -> Iterator[Line]:
    yield Line(reflection.outcome, _("what happened"))
    yield Line(reflection.learning, _("what I learned"))
    yield Line(reflection.cost, _("what it took"))
    yield Line(_rated(reflection.confidence_before), _("confidence before"), is_own=False)
    yield Line(_rated(reflection.confidence_after), _("confidence afterwards"), is_own=False)
    yield Line(next_move_words(reflection.next_move), _("what next"), is_own=False)


def _commitment(commitment: Commitment) -> Block:
    lines = (
        Line(commitment.week, _("this week")),
        Line(date_format(commitment.day, DAY), _("the day"), is_own=False),
        Line(commitment.holding, _("how I hold myself to it")),
        Line(commitment.telling, _("whom I tell")),
        Line(_day_of(commitment.done_at), _("done"), is_own=False),
    )
    return Block("", tuple(line for line in lines if line.text))


def _when(journey: Journey) -> str:
    days = (_day_of(journey.created_at), _day_of(journey.completed_at))
    return " – ".join(dict.fromkeys(day for day in days if day))


def _day_of(moment: datetime | None) -> str:
    return date_format(timezone.localtime(moment), DAY) if moment else ""
