"""What the admin shows of a version: its questions, what deserves a second look, and what is new."""

from ps101 import queries
from ps101.domain.flow import Flow
from ps101.domain.flow_change import compare
from ps101.domain.flow_rules import remarks_on
from ps101.domain.flow_text import Unusable, check
from ps101.models import FlowVersion
from ps101.sentences import flaw_words, remark_words

Shown = dict[str, object]


def of(version: FlowVersion) -> Shown:
    """Return a version as people would see it, beside the one in use."""
    try:
        flow = check(version.document)
    except Unusable as error:
        return {"flaws": flaw_words(error)}
    active = queries.active_flow(version.key)
    before = queries.flow_of(active) if active else None
    return {
        "flow": flow,
        "steps": _steps(flow),
        "active": active,
        "difference": compare(before, flow) if before and active != version else None,
        "remarks": [remark_words(one) for one in remarks_on(flow, before)],
        "required_minutes": sum(prompt.minutes for prompt in flow.prompts if prompt.required),
    }


def _steps(flow: Flow) -> list[Shown]:
    return [
        {
            "number": number,
            "step": step,
            "questions": [{"number": flow.number_of(prompt.key), "prompt": prompt} for prompt in step.prompts],
        }
        for number, step in enumerate(flow.steps, 1)
    ]
