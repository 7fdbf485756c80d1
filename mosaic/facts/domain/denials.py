"""What somebody says they cannot do, have not got, or want no more of: thing by thing, over whole lists.

“Can't drive or swim” denies two things; “not the till but the kitchen” only the first; “used to hate it” none any more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mosaic.facts.domain.clauses import Clause, own_clauses
from mosaic.facts.domain.kinds import Polarity
from mosaic.facts.domain.times import names_hours
from mosaic.lexicon.hints import hint, hints_in

_N = r"(?:(?:do|did|does|have|has|had|am|is|was|were|wo|would)n?['’]?t|(?:do|did|have|had|am|is|was|were|will|would|['’]m|['’]ve) (?:\w+ )?not)"
_CANNOT = r"(?:ca(?:n['’]?|n ?no)t|could(?:n['’]?t| not))"
_BAD = r"(?:useless|hopeless|rubbish|terrible|awful|bad|clueless|lost|pants|crap|no good|no use|weak|nervous|not (?:very |really |too |so |much |that |any )?(?:good|great|confident|strong|hot|up|brilliant|used))"
_VERBS = r"(?:learn(?:ed|t)?|done|do|did|had|have|used|use|touched|tried|driven|worked (?:with|on|in)|been (?:on|in|taught|trained (?:in|on|to))|got(?: (?:on with|the hang of))?|managed|opened|operated|owned|passed|picked up|studied|understood|mastered|made|written|given)"
_AVOIDS = (
    r"(?:so |please |definitely |absolutely )*no more",
    r"(?:done|finished|through) with|(?:sick(?: and tired| to death)?|tired|scared|afraid|terrified|frightened|petrified|out) of|fed up (?:with|of)|(?:had )?enough (?:of|with)|allergic to",
    rf"{_CANNOT} (?:do|take|face|manage|have) (?:another|any more)|{_CANNOT} (?:stand|bear|face|abide|stomach|do with)|(?:hate|detest|loathe|dread|dislike|despise)",
    rf"(?:{_N}|never) (?:(?:ever|really|even) )*(?:want|wish|like|enjoy|care|fancy|plan|intend)(?: (?:to|for))?|would(?:n['’]?t| not) like(?: to)?|['’]d rather not|would rather not|refuse to|never again|not (?:a (?:big |huge )?fan of|keen on|interested in|into)|wo(?:n['’]?t|uld(?:n['’]?t| not)) do|(?:don['’]?t|do not|never) (?:put|make) me (?:on|do)",
    r"(?:anything|everything) (?:in \w+ )?(?:but|except|apart from|other than)|keep me (?:away from|off|out of)|not another|nothing (?:with|to do with|involving)|avoid(?:ing)?|stay(?:ing)? away from|away from|(?:but|just) not",
)
_LACKS = (
    rf"{_CANNOT}(?! (?:wait|be|afford|believe|help|imagine|say|think|remember|complain|stop|take|get|go|commute|live|move|relocate|travel|work (?:more|for|past|after)|do (?:more|without)|have|see (?:how|why|myself)|stand|bear|face|abide|stomach)\b)",
    rf"never (?:really |actually |even |properly )?{_VERBS}|(?:{_N}) (?:ever |really |actually |even |yet )?{_VERBS}(?! to\b)",
    r"(?:no|without|zero|little|not much|hardly any|not any|lack(?:ing)?|don['’]?t have|haven['’]?t got|have not got|not got)(?: (?:any|much|real|the|formal|great))*(?: (?:experience|training|knowledge|idea|clue|understanding|skills?|background|practice))(?: (?:of|in|with|on|at|about|how|to|when it comes to))+",
    rf"{_BAD} (?:at|with|about|when it comes to|on|in|to)|struggle (?:with|to)|(?:know|knew) (?:nothing|little|zilch|sod all) (?:about|of)",
    r"(?<=\bI )(?:no|not) (?:know|understand|have|can)|do(?:n['’]?t| not) (?:really )?(?:know|understand|get)(?: (?:how|anything|much|a thing|the first thing))*(?: (?:to|about|of))?",
)
_BARE_NO = r"(?:^|(?<=[,.;(] )|(?<=\bso )|(?<=\band )|(?<=\bplease )|(?<=\bwith )|(?<=\bbut ))no"
# “No points, no claims” praises a record; it asks for nothing.
_RECORD = r"(?:points|claims|complaints|problems|accidents|incidents|issues|worries|regrets|qualifications|skills|kids|children|savings|references|gaps|debts|convictions|absences|excuses|ties|plans|ideas|prospects|friends|grades|papers|exams|results|hours|nights|weekends|evenings|days|shifts|training|meaning|feeling|morning|evening|thing|nothing|dependants)\b"
_CUE = re.compile(
    rf"\b(?P<avoids>{'|'.join(_AVOIDS)})\s+|\b(?P<lacks>{'|'.join(_LACKS)})\s+|(?P<bare>{_BARE_NO})\s+(?!{_RECORD})(?=(?:(?!one|body|longer|matter|way|good|real|formal|doubt|other)\w+ )?\w{{3,}}(?:ing|s)\b)"
    r"|^\W*(?P<but>not)\s+(?!(?:having|being|sleeping|getting|knowing|feeling|working|looking|complaining|always|as|sales)\b)(?=\w+ing\b|\w{3,}s\b|the\b|(?-i:[A-Z]))"
    r"|^\W*(?P<short>not)\s+an?\s+(?!fan|problem|lot|bit|big|people|morning|natural|team|quitter|clue|chance|day|moment|fast|quick|great|good|bad|worry)",
    re.IGNORECASE,
)
# The words without one of which the patterns for what stands before, behind or around them find nothing.
_MAY_CUE = hint(
    "no|not|never|t|cant|cannot|couldn?t|wouldnt|wont|(?:do|did|does|have|has|had|am|is|was|were|wo|would)n?t|done|finished|through|"
    "sick|tired|scared|afraid|terrified|frightened|petrified|out|fed|enough|allergic|hate|detest|loathe|dread|dislike|despise|"
    "refuse|anything|everything|keep|nothing|avoid|avoiding|away|without|zero|little|hardly|lack|lacking|useless|hopeless|"
    "rubbish|terrible|awful|bad|clueless|lost|pants|crap|weak|nervous|struggle|know|knew"
)
_MAY_FOLLOW = hint(
    "(?:drain|bore|stress|exhaust|depress|terrif|scare|frighten|worr|kill|break|wreck|ruin)(?:s|ies|y)?|out|no|not|t|"
    "(?:is|are|was|were|do)nt|made|makes?|beyond|baffles?|confuses?"
)
# What follows is about the writer, or “is out”, “is a no”.
_IS_TOLD = hint("me.*|my|out|no|get|mix.*")
_MAY_END_IN_AGAIN = hint("again|anymore|more")
_MAY_DENY = _MAY_CUE | _MAY_FOLLOW | _MAY_END_IN_AGAIN
_TWICE = re.compile(
    r"(?:\b(?:never|no longer|not that|nothing|nobody|no one)|\b(?:is|are|was|were|am|['’]m|have|has)(?:n['’]?t| not))\b[^,;]{0,20}$",
    re.IGNORECASE,
)
_NO_PROBLEM = re.compile(
    r"^(?:a |an |any |the )?(?:problem|trouble|complaint|issue|accident|difficult)\w*\b", re.IGNORECASE
)
_PAPER = re.compile(
    r"\b(?:licen[cs]es?|tickets?|certificates?|experience|degrees?|diplomas?|skills|training|papers|qualifications?|background)\b",
    re.IGNORECASE,
)
# What stands before what is denied: “stats terrify me”, “farm work is out”, “computers aren't my thing”.
_BEHIND = re.compile(
    r"^\W*(?P<what>(?:\w+['’]?\w* ){0,4}?[\w'’]+) (?:(?:really|just|always|all) )?(?:"
    r"(?P<avoids>(?:drain|bore|stress|exhaust|depress|terrif|scare|frighten|worr|kill|break|wreck|ruin)(?:s|ies|y)? (?:me|my \w+)\b|(?:is|are) (?:out|a no|not for me)\b|(?:is|are|was|were)n['’]?t for me|(?:made|makes?) me (?:feel )?(?:ill|sick|miserable|cry))"
    r"|(?P<lacks>(?:is|are|was|were)(?:n['’]?t| not) (?:really )?my (?:thing|strong (?:point|suit)|strength|forte)|and (?:I|me) do(?:n['’]?t| not) (?:get on|mix)|(?:is|are) beyond me|baffles? me|confuses? me))",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:never|not|n['’]t)\s+(?:\w+ )??(?P<what>(?!having|been|had)\w+ing\b[\w' ]{0,40}?)\s+(?:ever again|again|any ?more)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:to|any|a|an|the|my|more|another|doing|do|having|have|be|being|with|about|how|of|in|at|much|all|that|those|these|this|go back to|going back to|even|ever|really|properly|deal(?:ing)? with|work(?:ing)? (?:with|in|on|at)|use|using|either|what to do with|see|seeing|carry|touch)\s+)+",
    re.IGNORECASE,
)
_END = re.compile(
    r"[.;:!?()]|\s[-–—]\s|\b(?:because|cos|but|although|though|if|when|while|unless|until|since|so|again|any ?more|ever|these days|nowadays|at the moment|yet|please|now|then|either|at all|anyway|to save my life|for (?:a living|love)|"
    r"I|I['’]\w+|we|it|he|she|they|you|that['’]s|who|which|where|let alone)\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s+(?:jobs?|work|stuff|things?|tasks|duties|roles?|business|side)$", re.IGNORECASE)
_JOIN = re.compile(r"\s*,\s*(?:or|and|nor)\s+|\s+(?:or|and|nor|/)\s+|\s*,\s*", re.IGNORECASE)
# “I hate cooking and love baking”: an item that begins so goes its own way.
_OWN_WAY = re.compile(
    r"^(?:love|like|enjoy|want|prefer|can|am|have|would|need|happy|looking|do|get|was|is|are|had|my|the same|there|not|no|never|never learned|please|just|only|will|hope|fine|good|great)\b",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"^(?:it|them|that|this|him|her|me|one|anything|nothing|something|things?|stuff|job|jobs|work|life|people|time|money for|more|much|well|less|myself|everything|idea|experience|problem|worries|luck|\d+)?$",
    re.IGNORECASE,
)
_OVER_NOW = re.compile(
    r"\b(?:used to|at first|at one time|in the beginning|to begin with|until I|before I|when I (?:first )?started)\b",
    re.IGNORECASE,
)
LONGEST_ITEM = 5


@dataclass(frozen=True, slots=True)
class Denied:
    """One thing denied, text[start:end]; HAS when the denial is over and done with."""

    polarity: Polarity
    start: int
    end: int


def denied_at(text: str, start: int, end: int) -> Polarity | None:
    """Return what is denied of the thing named at text[start:end]; None where nothing is."""
    return next((one.polarity for one in denials_in(text) if one.start < end and start < one.end), None)


@lru_cache(maxsize=64)
def denials_in(text: str) -> tuple[Denied, ...]:
    """Return each thing that a text's writer denies, in order."""
    found = (one for clause in own_clauses(text) for one in _of_clause(text, clause))
    return tuple(sorted(set(found), key=lambda one: (one.start, one.end, one.polarity)))


def _of_clause(text: str, clause: Clause) -> Iterator[Denied]:
    words = text[clause.first : clause.last]
    stretches = [*_stretches(words)] if hints_in(words) & _MAY_DENY else []
    is_over = bool(stretches and _OVER_NOW.search(words))
    for polarity, first, last in stretches:
        for start, end in _items(words, first, last):
            yield Denied(Polarity.HAS if is_over else polarity, clause.first + start, clause.first + end)


def _stretches(words: str) -> Iterator[tuple[Polarity, int, int]]:
    """Yield what is said of the words behind each cue, up to the next cue or the next thing said."""
    hints = hints_in(words)
    cues = list(_CUE.finditer(words)) if hints & _MAY_CUE else []
    for place, cue in enumerate(cues):
        last = cues[place + 1].start() if place + 1 < len(cues) else len(words)
        end = _END.search(words, cue.end(), last)
        stop = end.start() if end else last
        yield _polarity(words, cue, stop), cue.end(), stop
    again = _AGAIN.search(words) if hints & _MAY_END_IN_AGAIN else None
    if again:
        yield Polarity.AVOIDS, *again.span("what")
    may_follow = hints & _MAY_FOLLOW and hints & _IS_TOLD and not cues
    behind = _BEHIND.match(words) if may_follow else None
    if behind:
        yield Polarity.LACKS if behind["lacks"] else Polarity.AVOIDS, *behind.span("what")


def _polarity(words: str, cue: re.Match[str], stop: int) -> Polarity:
    """Return what a cue says of the words up to `stop`: “never tired of cooking” and “not that I can't cook” deny nothing."""
    if _TWICE.search(words[: cue.start()]) or _NO_PROBLEM.match(words[cue.end() :]):
        return Polarity.HAS
    is_lack = cue["lacks"] or cue["short"] or (cue["bare"] and _PAPER.search(words[cue.end() : stop]))
    return Polarity.LACKS if is_lack else Polarity.AVOIDS


def _items(words: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the things of a list; what a comma alone adds belongs to it only when an “or” or “and” closes the list."""
    joins = list(_JOIN.finditer(words, first, last))
    closing = max((place for place, join in enumerate(joins, 1) if join.group().strip() != ","), default=0)
    for place in range(closing + 1):
        start = joins[place - 1].end() if place else first
        end = joins[place].start() if place < len(joins) else last
        if place and _OWN_WAY.match(words[start:end]):
            return
        yield from _item(words, start, end)


def _item(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the words that name one thing, unless they name none or a time of work."""
    lead = _LEADING.match(words[start:end])
    begin = start + (lead.end() if lead else 0)
    said = _TRAILING.sub("", words[begin:end].rstrip(" ,."))
    is_thing = 0 < len(said.split()) <= LONGEST_ITEM and not _EMPTY.match(said)
    if is_thing and not names_hours(said):
        yield begin, begin + len(said)
