"""The page of the three readings."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mosaic.people.http import PersonRequest, person_required
from wimd.pages.readings import readings as readings_page


@require_safe
@person_required
def readings(request: PersonRequest) -> HttpResponse:
    """Show the three numbers with everything that earned them, and how they are counted."""
    return render(request, "wimd/readings.html", readings_page(request.person))
