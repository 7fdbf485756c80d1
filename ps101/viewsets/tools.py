"""The small tools beside a question, in the API."""

from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from mosaic.lib.problems import Invalid, NotFound
from mosaic.people.http import PersonViewSet
from ps101 import queries
from ps101.domain.flow import Tool
from ps101.domain.tools import DESIGNS, Filled
from ps101.serializers import tools as shapes
from ps101.services import tools as services
from ps101.words.tools import too_much_words


@extend_schema(tags=["ps101"])
class ToolViewSet(GenericViewSet):  # type: ignore[type-arg]  # tools are nobody's and stored nowhere
    """The tools, open to everybody."""

    authentication_classes = ()
    serializer_class = shapes.ToolShape

    @extend_schema(responses=shapes.ToolList)
    def list(self, request: Request) -> Response:
        """List the tools with their fields; a question names those it offers."""
        return Response({"tools": [shapes.tool_shape(tool) for tool in Tool], "next": None, "previous": None})


@extend_schema(tags=["ps101"])
class ToolUseViewSet(PersonViewSet):
    """Using a tool for an answer."""

    serializer_class = shapes.ToolDraft

    @extend_schema(request=shapes.ToolInput, responses=shapes.ToolDraft)
    def use(self, request: Request, journey_id: UUID, prompt_key: str, tool: str) -> Response:
        """Add what was typed to the draft of an answer, which is saved by itself afterwards."""
        journey = queries.journeys_of(self.person).filter(pk=journey_id).first()
        if journey is None:
            raise NotFound("journey_not_found", _("There is no such journey."))
        prompt = queries.flow_of(journey.flow).prompt(prompt_key)
        if prompt is None:
            raise NotFound("prompt_not_found", _("This flow has no such prompt."))
        if tool not in list(Tool):
            raise NotFound("tool_not_found", _("There is no such tool."))
        used = Tool(tool)
        try:
            added = services.use_tool(self.person, journey, prompt, used, _filled(request, used))
        except services.NotFitting as error:
            name, why = next(iter(error.too_much.items()))
            raise Invalid(name, why, too_much_words(name, why)) from error
        except services.DraftFull as error:
            raise Invalid("draft", "draft_full", _("There is no room left in the draft of this answer.")) from error
        return Response({"draft": added.draft, "added": added.words})


def _filled(request: Request, tool: Tool) -> Filled:
    """Return what a request holds; a field that the tool does not have would be lost, so it is refused."""
    form = shapes.ToolInput(data=request.data)
    form.is_valid(raise_exception=True)
    filled = shapes.filled_from(form.validated_data.get("lines", {}), form.validated_data.get("rows", []))
    design = DESIGNS[tool]
    known, ticks = {one.name for one in design.fields}, set(design.ticks)
    if set(filled.lines) - known or (filled.rows and not ticks) or any(row.ticks - ticks for row in filled.rows):
        raise Invalid("lines", "unknown_field", _("This tool has no such field."))
    return filled
