"""Which side of a working life a sentence is about, by the words in it. A sentence can be about two sides, or none."""

import re
from collections.abc import Mapping

from wimd.domain.delta.model import Dimension

_WORDS: Mapping[Dimension, str] = {
    Dimension.PAY: r"(?<!would )pays?|paid|wages?|salar(?:y|ies)|earn(?:s|ed|ing)?|incomes?|money|take home|a month (?:below|less|more)|"
    r"(?:thousand|hundred|\d+k) a (?:year|month)|(?:health|the) insurance|\d+ ?% less|four hundred a month",
    Dimension.PLACE: r"nights|at night|night (?:shifts?|sitter)|shifts?|rota|evenings?|"
    r"(?:two|few) (?:\w+ )?mornings|morning (?:or|a month|a week|shift)|weekends?|part[- ]time|full[- ]time|from home|commut(?:e|ing)|timetable|"
    r"pick-up times|day (?:job|posts?|work|shift)|school hours|hours (?:are|fit)|hours a week|an hour away|within an hour|"
    r"near (?:mum|dad|home|my|the)|elastic|this building|days a week|\d days|eighty percent|80 ?%|another state|"
    r"same time like work|small town|moved here|at (?:three|four|five) in the morning|up at five",
    Dimension.ENERGY: r"tired(?:ness)?|exhaust(?:ed|ing)|worn (?:down|out)|sleep(?:ing)?|slept|asleep|bor(?:ed|edom|ing)|drain(?:ed|s)|"
    r"freeze|knees?|hearing|back hurts|nothing goes in|get myself to do|energy|stomach|no longer notice|nothing to do|bitter(?:ness)?",
    Dimension.MEANING: r"meaning|useful|of (?:no |some |any |great )?use|what['’]?s the point|care about|calling|faith|needed|mention at dinner|"
    r"counts on me|a person I can see|meant to be|just at home|just a \w+|nobody know what I can|worth out here|"
    r"not helped|threw out|thrown away|nobody wants me|useless",
    Dimension.NETWORK: r"know (?:nobody|no one|noone)|contacts|(?:no one|nobody) (?:left )?to ask|isolated|"
    r"know parents, not employers|colleagues are scattered|(?:never|not) (?:really )?(?:met|meet) any(?:one|body)|don['’]?t have friends",
    Dimension.TIME: r"rent|mortgage|loans?|debts?|savings|(?:keep|lose|stay in) the house|fees|only income|one income|money (?:then )?stops|"
    r"money stops too|no time|deadline|winter is coming|next year|by (?:xmas|christmas|march|spring)|visa|in march|\d+k",
    Dimension.CONFIDENCE: r"afraid|fear|doubt|asham(?:ed|ing)|shy|scared|frightens?|nervous|stupid|lazy|traitor|proud|"
    r"not somebody|not someone|can['’]?t (?:do|fill)|don['’]?t (?:ask|initiate|start)|no idea how|"
    r"wait to be asked|a beginner|too old|my accent|caught out|whats the point|do not know how",
    Dimension.SKILLS: r"certificates?|qualification|(?:no|not|one|got no|the) papers?|on paper|diploma|degree|master['’]?s|exams?|"
    r"licen[cs]e|computers?|programs?|my english|regulation|never worked with|gone digital|new electronics|type with one finger|"
    r"never (?:done|used) (?:it|that|a)|every second word|caught up",
    Dimension.ROLE: r"title|promoted|head of|bottom|step down|beginner|level",
}  # fmt: skip
_CUES = {key: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for key, words in _WORDS.items()}

# A plan says by itself how long things may take.
_TAKES = re.compile(
    r"\b(?:until|til|till|after a (?:week|month|term|year)|for a (?:month|term|year)|in the (?:spring|summer|autumn|winter)|holidays|"
    r"when (?:the|my|something)\b.*\b(?:opens?|is|are)|first\b.*\bthen|(?:weeks?|months?|years?) (?:first|from now)|by (?:the )?(?:spring|summer|autumn|winter|christmas))\b",
    re.IGNORECASE,
)
# What serves as a reason in a life is wanted or held dear; that somebody else is well, or gone, is neither.
_TELLS_OF_OTHERS = re.compile(
    r"^(?:the|there|it|he|she|they|his|her|their|my \w+)\b[^,;]*?\b(?:is|are|was|were|has|have|had)\b", re.IGNORECASE
)

_DENIES = re.compile(r"\bit (?:is|was)(?:n['’]?t| not)\b", re.IGNORECASE)


def denies(words: str) -> bool:
    """Whether a sentence says what the matter is not: “so it isn’t the programs”."""
    return bool(_DENIES.search(words))


def takes_time(words: str) -> bool:
    """Whether a plan says how long it takes, or when its next part comes."""
    return bool(_TAKES.search(words))


def tells_of_others(words: str) -> bool:
    """Whether a sentence tells how things are with others, and says nothing of what is wanted."""
    return bool(_TELLS_OF_OTHERS.search(words))


def is_about(words: str, dimension: Dimension) -> bool:
    """Whether a sentence speaks of a side."""
    return bool(_CUES[dimension].search(words))


def sides_in(words: str) -> tuple[Dimension, ...]:
    """Return every side a sentence speaks of."""
    return tuple(key for key, cue in _CUES.items() if cue.search(words))
