"""Which side of a working life a sentence is about, by the words in it. A sentence can be about two sides, or none."""

import re
from collections.abc import Mapping

from wimd.domain.delta.model import Dimension

_WORDS: Mapping[Dimension, str] = {
    Dimension.PAY: r"pay|pays|wages?|salar(?:y|ies)|earn(?:s|ed|ing)?|income|money|what I take home|a month (?:below|less|more)|"
    r"own wages|(?:thousand|hundred) a (?:year|month)|insurance|[£€$]\s?\d+|pay(?:s)? the rent|\d+ ?% less",
    Dimension.PLACE: r"nights?|shifts?|rota|evenings?|mornings?|weekends?|saturdays?|part[- ]time|full[- ]time|from home|"
    r"commut(?:e|ing)|timetable|pick-up times|day (?:job|posts?|work)|school hours|hours (?:are|fit|are mine)|"
    r"(?:an|one|two) hours? away|within an hour|near (?:mum|dad|home|my|the)|elastic|home by|this building|"
    r"days a week|few hours|eighty percent|80 ?%|other state|same time like work|late|early",
    Dimension.ENERGY: r"tired(?:ness)?|exhaust(?:ed|ing)|worn (?:down|out)|sleep(?:ing)?|slept|asleep|awake|bor(?:ed|edom|ing)|drain(?:ed|s)|"
    r"freeze|knees|back hurts|body|gone grey|nothing goes in|can['’]?t (?:get|make) myself|energy|alive|enjoy(?:ed)?|"
    r"stomach|no longer notice|lonely|silence|noise|rehearse",
    Dimension.MEANING: r"meaning(?:ful)?|useful|of use|of no use|point|help(?:s|ed|ing)? (?:a|an|people|somebody|others|single)|matters?|"
    r"care about|calling|honest(?:y|ly)?|faith|worth|needed|expected|mention at dinner|users?|"
    r"counts on me|a person I can see|come first|hand on|grateful|in front of people",
    Dimension.NETWORK: r"know (?:nobody|no one|noone)|contacts|no one (?:left )?to ask|nobody (?:left )?to ask|friends|isolated|"
    r"know parents, not employers|colleagues are scattered|never (?:really )?met any(?:one|body)|references?",
    Dimension.TIME: r"rent|mortgage|loans?|debts?|savings|keep the house|lose the house|fees|only income|money then stops|"
    r"stops too|no time|have no time|same time|deadline|notice period|until (?:spring|summer|the)|pick-up times|"
    r"take[s]? (?:years|months)|winter is coming|next year|by (?:xmas|christmas|march|spring)|visa|\d+k",
    Dimension.CONFIDENCE: r"afraid|fear|doubt|ashamed|asham(?:ed|ing)|shy|scared|frightens?|nervous|stupid|lazy|traitor|proud|"
    r"not somebody|not someone|can['’]?t (?:do|fill)|don['’]?t (?:ask|initiate)|never (?:asked|ask)|worthless|no idea how|"
    r"wait to be asked|be a beginner|too old|my accent|pushes herself",
    Dimension.SKILLS: r"certificates?|qualification|papers?|diploma|degree|master['’]?s|exams?|licen[cs]e|computers?|"
    r"programs?|english|regulation|on paper|never worked with|gone digital|online",
    Dimension.ROLE: r"title|promoted|head of|bottom|step down|beginner|team leader|supervisor|boss of it|level",
}  # fmt: skip
_CUES = {key: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for key, words in _WORDS.items()}


def is_about(words: str, dimension: Dimension) -> bool:
    """Whether a sentence speaks of a side."""
    return bool(_CUES[dimension].search(words))


def sides_in(words: str) -> tuple[Dimension, ...]:
    """Return every side a sentence speaks of."""
    return tuple(key for key, cue in _CUES.items() if cue.search(words))
