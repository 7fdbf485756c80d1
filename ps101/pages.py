"""What the discovery pages show, read from the person's journey."""

from collections.abc import Iterator

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.origins import origins_of
from mosaic.facts.queries import removed_facts_of, standing_facts_of
from mosaic.lib.tiles import Tile, band
from mosaic.people import recovery
from mosaic.people.models import Person
from ps101 import queries, words
from ps101.domain.engine import Standing
from ps101.domain.extraction import CONTEXT_LISTS
from ps101.domain.flow import Prompt
from ps101.models import Answer, Journey
from ps101.words import Group

Shown = dict[str, object]

COLUMNS = 21
# What has no list of its own on the page. Of skills, those somebody wants, lacks or wants to keep away from.
GROUPS = {
    Group.WORK: (FactKind.ROLE, FactKind.EXPERIENCE, FactKind.EDUCATION, FactKind.LICENCE, FactKind.LANGUAGE),
    Group.SKILLS: (FactKind.SKILL,),
    Group.AHEAD: (FactKind.GOAL, FactKind.INTEREST),
    Group.TERMS: (
        FactKind.LOCATION, FactKind.REMOTE, FactKind.HOURS, FactKind.PAY, FactKind.CONSTRAINT, FactKind.WORK_PERMISSION,
    ),
}  # fmt: skip


def overview(person: Person, journey: Journey | None) -> Shown:
    """Return where a person stands, and the flows there are."""
    flows = [queries.flow_of(version) for version in queries.active_flows().order_by("-key")]
    if journey is None:
        return {"flows": flows}
    standing = queries.standing_in(journey)
    return {"flows": flows, "journey": journey, "is_completed": journey.status == Journey.Status.COMPLETED} | _progress(
        standing
    )


def prompt(journey: Journey, asked: Prompt) -> Shown:
    """Return a prompt with its answer or draft, and the ones around it."""
    standing, answers = queries.standing_in(journey), queries.answers_in(journey)
    answer = answers.get(asked.key)
    flow = standing.flow
    step = flow.step_of(asked.key)
    return _progress(standing, asked) | {
        "journey": journey,
        "flow": flow,
        "prompt": asked,
        "number": flow.number_of(asked.key),
        "step": step,
        "step_number": flow.steps.index(step) + 1,
        "is_first": step.prompts[0] == asked,
        "chips": _chips(standing, answers, asked),
        "typed": (answer.draft or answer.text) if answer else "",
        "rating": answer.rating if answer else None,
        "version": answer.version if answer else 0,
        "saved_at": answer.saved_at if answer else None,
        "before": standing.before(asked.key),
        "is_completed": journey.status == Journey.Status.COMPLETED,
    }


def understood(person: Person) -> Shown:
    """Return what was understood, with the words behind each line."""
    context, journey = queries.context_of(person), queries.latest_journey_of(person)
    lists = {name: queries.context_facts_of(person, kind, aspect) for name, (kind, aspect) in CONTEXT_LISTS.items()}
    return {
        "context": context,
        "is_pending": context is not None and context.state in ("queued", "running"),
        "is_open": context is None,
        "has_changed": bool(
            context
            and journey
            and context.extracted_at
            and context.answers_digest != queries.answers_digest_of(journey)
        ),
        "lists": lists,
        "skills": standing_facts_of(person, FactKind.SKILL).filter(polarity="has"),
        "values": standing_facts_of(person, FactKind.VALUE),
        "told": list(_told(person)),
        "origins": origins_of(person),
        "removed": removed_facts_of(person),
        "has_code": recovery.code_of(person) is not None,
        "answer_count": queries.given_answers_of(person).count(),
    }


def _told(person: Person) -> Iterator[Shown]:
    """Yield what else was told, in groups that have something in them."""
    facts = list(standing_facts_of(person))
    for group, kinds in GROUPS.items():
        shown = [fact for fact in facts if fact.kind in kinds]
        if group is Group.SKILLS:
            shown = [fact for fact in shown if fact.polarity != Polarity.HAS]
        if shown:
            yield {"key": group.value, "heading": words.group_words(group), "facts": shown}


def _progress(standing: Standing, asked: Prompt | None = None) -> Shown:
    answered, total = standing.progress
    return {
        "answered": answered,
        "total": total,
        "left_open": len(standing.skipped & set(standing.open)),
        "minutes_left": standing.minutes_left,
        "current": standing.current,
        "band": _band(standing, asked),
    }


def _band(standing: Standing, asked: Prompt | None) -> list[Tile]:
    """Return one tile a prompt: answered, left open, next, or none."""
    here = asked or standing.current
    states = []
    for each in standing.flow.prompts:
        if here and each.key == here.key:
            states.append("next")
        elif each.key in standing.answered:
            states.append("known")
        else:
            states.append("unknown" if each.key in standing.skipped else "")
    return band(states, columns=COLUMNS)


def _chips(standing: Standing, answers: dict[str, Answer], asked: Prompt) -> list[Shown]:
    """Return the prompts to come back to: answered, left open, and the one in front."""
    shown = [
        each
        for each in standing.flow.prompts
        if each.key in standing.answered or each.key in standing.skipped or each == asked
    ]
    return [
        {
            "key": each.key,
            "label": each.chip,
            "number": standing.flow.number_of(each.key),
            "state": "" if each == asked else "known" if each.key in standing.answered else "unknown",
            "is_here": each == asked,
            "rating": answers[each.key].rating if each.key in answers else None,
        }
        for each in shown
    ]
