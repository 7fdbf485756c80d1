"""What somebody wants to reach: “I'd like to …”, “my aim is …”, “in five years I want …”. Old wishes do not count."""

import re
from collections.abc import Iterator, Sequence

from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.found import Found, found_in
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.wants import is_circumstance, is_empty, object_of
from mosaic.lexicon.hints import hint

_I = r"\bI(?:['’]?(?:m|d|ve|ll))?\s+(?:(?:really|still|just|also|always|secretly|eventually|now|would|do|am|been|have|would really|would just)\s+)*"
_GOAL = re.compile(
    rf"{_I}(?:want|like|love|hope|plan|aim|intend|wish|hoping|planning|aiming|looking|keen|dream(?:ing)?|thinking)\s+(?:to|of|on|about)\s+(?P<to>\S.*)"
    r"|\b(?:my|the) (?:\w+ )?(?:aim|goal|dream|plan|ambition|wish|hope)(?:['’]s| is| would be)(?: to)?\s+(?P<aim>\S.*)"
    r"|\bwhat I(?:['’]m| am)? (?:really )?(?:after|want|looking for|need)(?: most)? is\s+(?P<what>\S.*)"
    rf"|{_I}(?:want|like|love) (?P<own>(?:my|our) own\b.*)"
    r"|\bI(?: can|['’]d)? (?:really )?(?:see|picture|imagine) myself(?: as)?\s+(?P<see>\S.*)"
    r"|\bI(?:['’]?ve| have) always (?:wanted|dreamed|dreamt|hoped) (?:to|of)\s+(?P<always>\S.*)"
    r"|\bI(?:['’]?d| would)? (?:really |quite )?fancy\s+(?P<fancy>\w+ing\b.*)"
    r"|^(?:hoping|planning|aiming|looking|keen) to\s+(?P<bare>\S.*)",
    re.IGNORECASE,
)
# “I like to” and “I love to” tell what somebody enjoys; with “would” before them they tell what they want.
_LIKING = re.compile(r"\bI (?:(?:really|just|also|always|do) )*(?:like|love) (?:to|of|on|about)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:never|not|n['’]t|(?:do|wo|would)nt|no longer)\b[^,;]*$", re.IGNORECASE)

GOALS = hint(
    "want|like|love|hope|plan|aim|intend|wish|hoping|planning|aiming|looking|keen|dream|dreaming|thinking|"
    "goal|ambition|what|myself|always|fancy"
)


def goals_in(clauses: Sequence[Clause]) -> Iterator[Found]:
    """Yield each goal in the writer's words, without wishes about place, hours and pay."""
    for clause in clauses:
        match = _GOAL.search(clause.words) if clause.hints & GOALS else None
        if match is None or clause.is_over or _is_denied(clause.words, match):
            continue
        said = object_of(next(part for part in match.groups() if part))
        if not is_empty(said) and not is_circumstance(said):
            yield found_in(clause, FactKind.GOAL, said, Polarity.WANTS)


def _is_denied(words: str, match: re.Match[str]) -> bool:
    said = words[match.start() : match.start(match.lastindex or 0)]
    return bool(_LIKING.search(said) or _NOT.search(words[: match.start()]) or _NOT.search(said))
