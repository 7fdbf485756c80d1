"""What the discovery pages show, read from the person's journey."""

from mosaic.ai.domain.purposes import Purpose
from mosaic.ai.registry import asked_for
from mosaic.lib.tiles import Tile, band
from mosaic.people.models import Person
from ps101 import queries
from ps101.domain.engine import Standing
from ps101.domain.flow import Prompt, Step
from ps101.models import Answer, Journey
from ps101.pages.tools import tools_beside

Shown = dict[str, object]

COLUMNS = 21


# What has no list of its own on the page. Of skills, those somebody wants, lacks or wants to keep away from.
def overview(person: Person, journey: Journey | None) -> Shown:
    """Return where a person stands, and the flows there are."""
    flows = [queries.flow_of(version) for version in queries.active_flows().order_by("-key")]
    if journey is None:
        return {"flows": flows}
    standing = queries.standing_in(journey)
    last = queries.given_answers_of(person).filter(journey=journey).order_by("-saved_at").first()
    return _progress(standing) | {
        "flows": flows,
        "journey": journey,
        "is_completed": journey.status == Journey.Status.COMPLETED,
        "here": standing.step,
        "last_at": last.saved_at if last else None,
        "waiting": queries.waiting_in(journey),
    }


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
        "tools": tools_beside(asked),
        "may_be_sent": bool(asked_for(Purpose.EXTRACT)),
    }


def step(journey: Journey, shown: Step) -> Shown:
    """Return what a step waits for, and how far its questions are."""
    standing = queries.standing_in(journey)
    return _progress(standing) | {
        "journey": journey,
        "flow": standing.flow,
        "step": shown,
        "step_number": standing.flow.steps.index(shown) + 1,
        "first": shown.prompts[0],
        "is_met": shown.gate in standing.gates,
    }


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
