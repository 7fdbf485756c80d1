"""What of postings and applications goes along when somebody takes everything."""

from opportunity_bridge.archive.tables import register

__all__ = ["register"]
