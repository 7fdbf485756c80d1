"""Discovery, as staff see it."""

from ps101.admin import experiments, flows, journeys

__all__ = ["experiments", "flows", "journeys"]
