"""What every page's frame shows of the person in front of it."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone, translation

from mosaic.people.domain.expiry import WARNING_DAYS
from mosaic.people.models import Person


def page(request: HttpRequest) -> dict[str, object]:
    """Return `page`: the person if one is known, and what is the same everywhere. Asks no database."""
    person: Person | None = getattr(request, "person", None)
    days = person.days_left(timezone.now()) if person else 0
    arrival = days if person is None or person.days_at_arrival is None else person.days_at_arrival
    match = request.resolver_match
    return {
        "page": {
            "person": person,
            "section": (match.namespace or match.url_name) if match else "",
            "view": (match.url_name or "") if match else "",
            "language": translation.get_language() or "en",
            "days_left": days,
            "ends_soon": person is not None and person.has_content and min(days, arrival) <= WARNING_DAYS,
            "was_short": arrival if arrival < days else None,
            "data_days": settings.DATA_DAYS,
            "support_contact": settings.SUPPORT_CONTACT,
        }
    }
