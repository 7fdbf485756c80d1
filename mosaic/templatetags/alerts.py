"""What is out of bounds, for the head of every admin page."""

from django import template
from django.db import DatabaseError

from mosaic import watch
from mosaic.models import Alert

register = template.Library()


@register.simple_tag
def open_alerts() -> list[Alert]:
    """Return the open alerts; none while the database cannot say."""
    try:
        return watch.open_alerts()
    except DatabaseError:
        return []
