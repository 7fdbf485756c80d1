"""The prompt library, as API."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mosaic.lib.problems import NotFound, Problem
from wimd import queries


@require_safe
def active_prompts(request: HttpRequest) -> JsonResponse:
    """Say which version of the library is in use."""
    active = queries.active_prompts()
    shape = (
        {"active": active.sha256, "count": active.count, "tags": active.tags}
        if active
        else {"active": None, "count": 0, "tags": {}}
    )
    return JsonResponse(shape)


@require_safe
def prompt_set(request: HttpRequest, sha256: str) -> JsonResponse:
    """Show a version of the library to staff."""
    if not request.user.is_staff:
        raise Problem(403, "staff_only", _("This is open to staff."))
    rows = queries.rows_of(sha256)
    if not rows:
        raise NotFound("prompts_not_found", _("There is no such version."))
    return JsonResponse({"sha256": sha256, "rows": rows})
