"""The bridge's part of the API."""

from opportunity_bridge.viewsets.applications import ApplicationViewSet
from opportunity_bridge.viewsets.jobs import JobViewSet
from opportunity_bridge.viewsets.opportunities import OpportunityViewSet

__all__ = ["ApplicationViewSet", "JobViewSet", "OpportunityViewSet"]
