"""The small tools beside a question: what is typed into one goes into the draft of the answer."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mosaic.people.http import PersonRequest, person_required
from ps101 import queries
from ps101.domain.engine import AnswerProblem, Finding
from ps101.domain.flow import LONGEST_ANSWER, Prompt, Tool
from ps101.models import Journey
from ps101.pages import journeys as pages
from ps101.pages.tools import Errors, filled_from, tools_again
from ps101.services import tools as services
from ps101.words import words_for
from ps101.words.tools import too_much_words


@require_POST
@person_required
def use(request: PersonRequest, key: str, tool: str) -> HttpResponse:
    """Add what was typed to the draft and lead back to the question."""
    journey, asked = _asked(request, key)
    if tool not in list(Tool):
        raise Http404
    used = Tool(tool)
    try:
        added = services.use_tool(request.person, journey, asked, used, filled_from(used, request.POST.dict()))
    except services.NotFitting as error:
        errors = {name: too_much_words(name, why) for name, why in error.too_much.items()}
        return _again(request, journey, asked, used, errors)
    except services.DraftFull:
        words = _("There is no room left in the draft of your answer. What you wrote is still in the fields below.")
        return _again(request, journey, asked, used, {"draft": words})
    if len(added.draft) > LONGEST_ANSWER:
        return _too_long(request, journey, asked, len(added.draft))
    query = f"?added={used}" if added.words else ""
    return redirect(f"{reverse('ps101:prompt', args=[key])}{query}")


def _asked(request: PersonRequest, key: str) -> tuple[Journey, Prompt]:
    journey = queries.latest_journey_of(request.person)
    asked = queries.flow_of(journey.flow).prompt(key) if journey else None
    if journey is None or asked is None:
        raise Http404
    return journey, asked


def _again(request: PersonRequest, journey: Journey, asked: Prompt, used: Tool, errors: Errors) -> HttpResponse:
    """Show the question again with what was typed into the tool."""
    shown = pages.prompt(journey, asked) | {"tools": tools_again(asked, used, request.POST.dict(), errors)}
    return render(request, "ps101/prompt.html", shown, status=422)


def _too_long(request: PersonRequest, journey: Journey, asked: Prompt, found: int) -> HttpResponse:
    """Show the draft, which is kept, with how much of it fits into an answer."""
    finding = Finding(AnswerProblem.TOO_LONG, LONGEST_ANSWER, found)
    return render(request, "ps101/prompt.html", pages.prompt(journey, asked) | {"error": words_for(finding)})
