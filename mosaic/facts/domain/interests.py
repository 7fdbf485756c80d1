"""What somebody loves to do and what gives them energy, now. “Used to love”, “would love” and “don't love” do not count."""

import re
from collections.abc import Iterator, Sequence

from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.found import Found, about_skill, found_in
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.wants import is_circumstance, is_empty, object_of
from mosaic.lexicon.hints import hint
from mosaic.lexicon.phrases import skill_finder

_AHEAD = re.compile(
    r"\bI(?:['’]ve)? (?:(?:really|just|still|always|absolutely|also|do|genuinely|honestly|have|secretly) )*(?:love|loved|enjoy|enjoyed|adore|like(?= \w+ing\b))\s+(?P<love>\S.*)"
    r"|\bwhat I (?:really |still )?(?:love|enjoy|like)(?: doing)?(?: the)?(?: most| best)?(?: \w+ \w+)? is\s+(?P<most>\S.*)"
    r"|\b(?:what|the (?:thing|part|bit)s? (?:that|which|I \w+)) (?:lights? me up|gives? me (?:energy|a buzz|life)|makes? me (?:happy|happiest)|keeps? me (?:going|sane)) (?:is|are)\s+(?P<lit>\S.*)"
    r"|\bnothing (?:makes me happier|beats|gives me more (?:joy|energy)) than\s+(?P<than>\S.*)|\bnothing beats\s+(?P<beats>\S.*)"
    r"|\bI(?:['’]?m| am) (?:(?:really|at my|always|most) )*happ(?:y|iest) when (?:I(?:['’]?m| am)|I)\s+(?P<when>\S.*)"
    r"|\b(?:passionate about|fascinated by|in my element (?:when I['’]?m|with|in)|mad about|crazy about|obsessed with)\s+(?P<about>\S.*)"
    r"|\bI(?:['’]?m| am) (?:really |well )?into\s+(?P<into>\S.*)"
    r"|\b(?:time flies|(?:lose|forget) (?:all )?(?:track of )?(?:the )?time) when I(?:['’]?m| am)?\s+(?P<flies>\S.*)"
    r"|\bnever happier than when I(?:['’]?m| am)?\s+(?P<never>\S.*)|\b(?:can['’]?t get enough of|never tire of|a sucker for)\s+(?P<enough>\S.*)"
    r"|\bI get (?:a|such a|my) (?:\w+ )?(?:kick|buzz|joy|thrill|energy) (?:out of|from)\s+(?P<kick>\S.*)"
    r"|\b(?:could|can|will) (?:happily )?spend (?:hours|all day|days)\s+(?P<hours>\S.*)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^(?P<what>.{3,80}?)\s+(?:(?:is|are) what )?(?:(?:always|really|still) )?(?:gives? me (?:energy|a buzz|life)|lights? me up|keeps? me (?:sane|going)|makes? me (?:happy|happiest|smile)|energi[sz]es me|(?:is|are) my (?:favou?rite|happy place|passion|thing)\b)",
    re.IGNORECASE,
)
_ONCE = re.compile(r"\b(?:once|back then)\b", re.IGNORECASE)
_ALWAYS = re.compile(r"\b(?:always|ve) (?:\w+ )?(?:loved|enjoyed)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:loved|enjoyed)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:never(?! (?:happier|tire))|not|n['’]t|dont|no longer|would|['’]d)\b(?! wait)[^,;]*$", re.IGNORECASE
)
_EMPTY = re.compile(r"^(?:that|it|what|this|my (?:job|work|kids?|family|children|dog|cat))\b$", re.IGNORECASE)
_TO = re.compile(r"^to (?=\w)")

INTERESTS = hint(
    "love|loved|enjoy|enjoyed|adore|like|what|lights?|gives?|makes?|keeps?|nothing|happy|happiest|happier|passionate|"
    "fascinated|element|mad|crazy|obsessed|into|time|enough|tire|sucker|kick|buzz|joy|thrill|energy|spend|energi[sz]es|"
    "favou?rite|passion|thing"
)


def interests_in(clauses: Sequence[Clause]) -> Iterator[Found]:
    """Yield each interest in the writer's words; its lexicon id is the skill it names, if it names one."""
    for clause in clauses:
        if not clause.hints & INTERESTS:
            continue
        match = _AHEAD.search(clause.words) or _BEHIND.search(clause.words)
        if match is None or clause.is_over or _is_denied(clause.words, match):
            continue
        said = _TO.sub("", object_of(next(part for part in match.groups() if part)))
        if not is_empty(said) and not is_circumstance(said) and not _EMPTY.match(said):
            skill = next((one.id for one in skill_finder().find(said)), "")
            yield found_in(clause, FactKind.INTEREST, said, Polarity.HAS, lexicon_id=about_skill(skill))


def _is_denied(words: str, match: re.Match[str]) -> bool:
    said = words[match.start() : match.start(match.lastindex or 0)]
    is_past = bool(_PAST.search(said)) and not _ALWAYS.search(said)
    return is_past or bool(_ONCE.search(words) or _NOT.search(words[: match.start()]) or _NOT.search(said))
