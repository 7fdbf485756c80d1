"""Ids that arrive as text."""

from uuid import UUID


def uuid_in(text: object) -> UUID | None:
    """Return the id that a text names, or None: a malformed id is the id of nothing."""
    try:
        return UUID(str(text or ""))
    except ValueError:
        return None
