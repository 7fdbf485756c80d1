"""People for tests."""

from mosaic.people import services
from mosaic.people.models import Person
from mosaic.people.services import Opened


def make_person() -> Person:
    """Return a person with a session nobody holds."""
    return services.begin().session.person


def make_opened() -> Opened:
    """Return a person's session with its token."""
    return services.begin()
