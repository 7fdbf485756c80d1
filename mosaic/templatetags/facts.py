"""Where the words behind a fact come from, for pages."""

from django import template

from mosaic.facts.models import Evidence
from mosaic.facts.origins import Origin, Origins

register = template.Library()


@register.filter
def origin(evidence: Evidence, origins: Origins) -> Origin | None:
    """Return where a quote can be looked at: `{% with from=evidence|origin:origins %}`, None for nowhere."""
    found = origins.get((evidence.source_kind, evidence.source_id)) if origins else None
    return found.at(evidence.start, evidence.end) if found else None
