"""What a prompt asks its words for, told by what its answers feed."""

from collections.abc import Iterable

from mosaic.facts.domain.doing import Asked
from ps101.domain.flow import Feed

_SHOWS = frozenset((Feed.SKILLS, Feed.SECRET_POWERS))
# What may come. Ideas, plans and signs name what nobody has done yet.
_AHEAD = frozenset((Feed.GOAL, Feed.PROPOSED_EXPERIMENTS, Feed.SUCCESS_SIGN, Feed.ACTION, Feed.NETWORK, Feed.PASSIONS))


def asked_for(feeds: Iterable[Feed]) -> Asked:
    """Return how far the words of an answer may be taken for what somebody does."""
    fed = frozenset(feeds)
    if Feed.EXPERIENCE in fed:
        return Asked.DOING
    if fed & _SHOWS:
        return Asked.TELLING
    return Asked.AHEAD if fed & _AHEAD or not fed else Asked.ASIDE
