"""Before a wait for somebody else: what others could use meanwhile is given back."""

from django.db import connections


def let_go() -> None:
    """Give database connections back; inside a transaction there is nothing that could be given."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()
