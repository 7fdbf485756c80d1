"""What the lexicon says, for pages."""

from django import template

from mosaic.lexicon.about import About
from mosaic.lexicon.about import about as entry_about

register = template.Library()


@register.filter
def about(lexicon_id: str) -> About:
    """Return what the lexicon says about an entry: `{% with entry=fact.lexicon_id|about %}`."""
    return entry_about(lexicon_id)
