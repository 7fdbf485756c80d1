"""Having a model read somebody's answers: what it is asked, and what of its answer is kept."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

from mosaic.ai import door
from mosaic.ai.domain.calls import Ask, Said, Speaker
from mosaic.ai.domain.checks import Grounds
from mosaic.ai.domain.fencing import RULE, Fenced, fenced
from mosaic.ai.domain.prompts import Prompt, prompt_in
from mosaic.ai.domain.purposes import Purpose
from mosaic.ai.domain.wishes import Answer, Wish
from mosaic.people.models import AIReceipt
from ps101 import queries
from ps101.domain.model_reading import Reading, Shown, kept_of
from ps101.domain.told import Told
from ps101.models import Context, Journey

MOST_LETTERS, MOST_TOKENS = 3_000, 4_000
NOTHING_KEPT = (
    "no line could be kept: every quote is copied letter for letter from one answer, and every word of a label or an "
    "idea stands in that answer"
)


class Heard(NamedTuple):
    """A model's reading as it came, and whose it is."""

    told: Told
    by: Answer


@cache
def prompt() -> Prompt:
    """Return the instructions in use."""
    return prompt_in(Path(__file__).parent / "prompts" / "extract.md")


def smallest() -> str:
    """Word a smallest version of ours."""
    return _("The first ten minutes of it, with one person.")


def ask(context: Context) -> Heard:
    """Let a model read the answers of a context's journey. Raises NotAnswered. Waits outside any transaction."""
    wish, faults = _wish(context)
    return Heard(*door.complete(context.person, wish, Told, faults))


def ask_approved(receipt: AIReceipt, context: Context) -> Heard:
    """Do the same with exactly the text somebody has said yes to. Raises NotAnswered."""
    wish, faults = _wish(context)
    return Heard(*door.complete_approved(receipt, wish, Told, faults))


def kept(told: Told, journey: Journey) -> Reading:
    """Return what of a reading may be kept, by the answers as they are now."""
    return kept_of(told, _shown(journey), smallest=smallest())


def _wish(context: Context) -> tuple[Wish, Callable[[Told], str]]:
    fences = _fences(context.journey)
    shown = _shown(context.journey)
    system = prompt().filled(fence=RULE)
    said = Said(Speaker.PERSON, _laid_out(context.journey, fences))
    grounds = Grounds(
        own=tuple(one.shown for one in shown),
        system=system,
        instructions=tuple(line for fence in fences.values() for line in fence.instructions),
    )
    wish = Wish(Purpose.EXTRACT, prompt().version, Ask(system, (said,), MOST_TOKENS), grounds, subject=context.pk)
    return wish, lambda told: NOTHING_KEPT if kept_of(told, shown, smallest="").is_empty else ""


def _fences(journey: Journey) -> dict[str, Fenced]:
    return {
        one.key: fenced(f"answer {one.key.replace('_', '-')}", one.text[:MOST_LETTERS])
        for one in queries.texts_in(journey)
    }


def _shown(journey: Journey) -> list[Shown]:
    """Return the answers with what stands inside their fences."""
    fences = _fences(journey)
    return [Shown(one.key, one.text, _inside(fences[one.key]), one.feeds) for one in queries.texts_in(journey)]


def _inside(fence: Fenced) -> str:
    return "\n".join(fence.text.split("\n")[1:-1])


def _laid_out(journey: Journey, fences: Mapping[str, Fenced]) -> str:
    questions = {prompt.key: prompt.text for prompt in queries.flow_of(journey.flow).prompts}
    return "\n\n".join(f"Question: {questions[key]}\n{fence.text}" for key, fence in fences.items())
