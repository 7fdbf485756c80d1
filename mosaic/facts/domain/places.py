"""Where somebody lives or wants to work, how far they would travel, and whether they would move.

A place is kept by its name; how far away anything is, is not known here.
"""

import re
from collections.abc import Iterator, Sequence

from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.found import Found, found_in
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.hints import hint
from mosaic.lexicon.numbers import SPOKEN_NUMBER, value_of

MINUTES, MILES, MOVING, ON_FOOT, BY_BUS = "minutes", "miles", "moving", "walking-distance", "public-transport"
CODES = frozenset((MINUTES, MILES, MOVING, ON_FOOT, BY_BUS))
KILOMETRE = 0.6214
_NAME = r"(?P<place>(?-i:[A-Z])[\w'’.-]+(?:[ -](?:upon|on|of|the|le|by|de|am|an der)?[ -]?(?-i:[A-Z])[\w'’.-]+){0,3})"
_WANTED = re.compile(
    rf"\b(?:near|around|close to|in or near|in or around|within reach of|within \S+ (?:miles?|km|kilomet\w+|minutes|mins) of|miles? (?:from|of)|km (?:from|of)|minutes (?:from|of)|"
    rf"(?:work|job|something|anything|position|role) in|(?:move|moving|relocate|relocating) to)\s+(?:the )?{_NAME}",
    re.IGNORECASE,
)
# “Leeds or Bradford, no further”: names with a limit and nothing else.
_ONLY = re.compile(
    rf"^\W*{_NAME}(?: or {_NAME.replace('place', 'other')})?\W+(?:no further|only|area|ideally|at a push|would be|is fine|preferably)\b",
    re.IGNORECASE,
)
_HOME = re.compile(
    rf"\b(?:I|we)(?:['’]?m|['’]re| am| are)? (?:live|living|based|from|staying|settled)?\s*(?:just )?(?:in|near|outside|outside of)\s+(?:the )?{_NAME}"
    rf"|^\W*(?:live|living|based)\s+(?:in|near|outside)\s+(?:the )?{_NAME.replace('place', 'home')}",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"^(?:Week(?:day|end)s?|Nights?|Days?|Mornings?|Evenings?|Afternoons?|Part|Full|School|Term|Remote(?:ly)?|Hybrid|Home|Office|Bank|I|I['’]m|My|The|It|English|UX|IT|HR|AI|UK Government|Excel|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter)\b"
)
_IS_WORK_OF_OLD = re.compile(r"\b(?:worked|was|were|studied|grew up|born|lived|used to|trained)\b", re.IGNORECASE)
_IS_PERMISSION = re.compile(
    r"\b(?:right to work|permit|visa|authori[sz]ed|allowed to work|green card)\b", re.IGNORECASE
)
_AREA = re.compile(rf"\b(?:in|around) the {_NAME} area\b")
_TRAVEL = re.compile(
    rf"\b(?P<number>{SPOKEN_NUMBER}|half an|an?)\s*-?\s*(?P<unit>minutes?|mins?|hours?|hrs?|miles?|km|kilomet(?:er|re)s?)\b['’]?s?",
    re.IGNORECASE,
)
_IS_TRAVEL = re.compile(
    r"\b(?:commut\w*|travel\w*|each way|drive|driving|journey|by (?:bus|train|car|bike|tram)|on the (?:bus|train)|door to door|radius|within|miles (?:from|of)|away)\b",
    re.IGNORECASE,
)
_IS_LIMIT = re.compile(
    r"\b(?:max(?:imum)?|most|more than|no further|further than|within|up to|limit|under|less than|tops|no longer than|longer than|radius|won['’]?t|can['’]?t|only)\b",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"\b(?:do(?:n['’]?t| not)|wo(?:n['’]?t)|never|not) (?:really )?(?:want(?:ing)? to |going to |willing to )?(?:leave|leaving) (?-i:[A-Z])\w+|\b(?:not|never|no|can(?:no|['’]?)t|wo(?:n['’]?t)|do(?:n['’]?t| not) want to|refuse to|unable to|not able to)\s+(?:\w+\s+){0,2}?(?:mov(?:e|ing)|relocat\w+)\b(?! (?:on|up|into|forward|towards?))|\bstaying put\b|\bstay(?:ing)? (?:here|local|where I am)\b",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:willing|happy|ready|open|prepared|glad|free|able|like|love|want)\s+to\s+(?:move|relocat\w+)\b(?! (?:on|up|into|forward|towards?))|\b['’]?d (?:happily )?(?:move|relocate)\b(?! (?:on|up|into))|\bwould (?:happily )?(?:move|relocate)\b(?! (?:on|up|into))",
    re.IGNORECASE,
)
# “20 hours a week” is work, not a way to it.
_IS_WORK = re.compile(r"^\s*(?:a|per|each|/)\s?(?:week|day)\b", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:(?:(?:a )?max(?:imum)?(?: of)?|at (?:the )?most|(?:(?:can|wo|do|would)n?['’]?t|cannot|not|no|never) (?:\w+ ){0,4}?(?:more|further|longer|over)(?: than)?|"
    r"within|up to|under|less than|only|about|around)\s+)+$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"^['’]?s?(?:,? (?:max(?:imum)?|at (?:the )?most|tops|each way|door to door|drive|commute|travel(?:ling)?|journey|radius|away|(?:by|on the) (?:bus|train|car|bike|tram|foot)|"
    r"(?:from|of) (?:home|here|the house|my house|where I live|(?-i:[A-Z])\w+)))+\b",
    re.IGNORECASE,
)
NAMES = hint(
    "(?:live|living|based|from|staying|settled)?(?:in|near|outside)|around|close|reach|within|miles?|km|minutes|move|moving|"
    "relocat(?:e|ing)|further|only|area|ideally|push|be|fine|preferably"
)
TRAVEL = hint("commut.*|travel.*|each|drive|driving|journey|by|on|door|radius|within|miles|away")
STAYING = hint("leave|leaving|move|moving|relocat.*|stay|staying")
REACHED = hint("walk|walking|walkable|route|line|stop|public")
PLACES = NAMES | TRAVEL | STAYING | REACHED
_MODAL = re.compile(r"^(?:['’]?d|would) (?:happily )?", re.IGNORECASE)
BRIEF = 6
_REACHED = {
    ON_FOOT: re.compile(r"\bwalking distance\b|\bwalk(?:able)? (?:from home|to work)\b", re.IGNORECASE),
    BY_BUS: re.compile(r"\b(?:bus|train|tram) (?:route|line|stop)\b|\bby public transport\b", re.IGNORECASE),
}
_WISH = re.compile(
    r"\b(?:must|need\w*|has to|have to|want|only|looking|prefer\w*|ideally|would|close|near)\b", re.IGNORECASE
)


def places_in(clauses: Sequence[Clause]) -> Iterator[Found]:
    """Yield wishes about place: a place by name, or a code of this module. Where somebody lives is a fact they have."""
    for clause in clauses:
        if not clause.hints & PLACES or clause.is_over:
            continue
        for reader, marks in _PARTS:
            if clause.hints & marks:
                yield from reader(clause)


def _reached(clause: Clause) -> Iterator[Found]:
    for code, pattern in _REACHED.items():
        match = pattern.search(clause.words)
        if match and (_WISH.search(clause.words) or len(clause.words.split()) <= BRIEF):
            yield _coded(clause, code, Polarity.WANTS, match.group())


def _named(clause: Clause) -> Iterator[Found]:
    if _IS_WORK_OF_OLD.search(clause.words) or _IS_PERMISSION.search(clause.words):
        return
    wanted = None if _STAYS.search(clause.words) else _WANTED.search(clause.words)
    home = _HOME.search(clause.words)
    only = _ONLY.match(clause.words) or _AREA.search(clause.words)
    for match, polarity in ((wanted, Polarity.WANTS), (home, Polarity.HAS), (only, Polarity.WANTS)):
        for name in filter(None, match.groups() if match else ()):
            if not _NO_PLACE.match(name):
                yield found_in(clause, FactKind.LOCATION, name.rstrip(".,"), polarity)


def _travel(clause: Clause) -> Iterator[Found]:
    """Yield how long or far somebody would travel at most."""
    if not (_IS_TRAVEL.search(clause.words) and _IS_LIMIT.search(clause.words)):
        return
    match = next((one for one in _TRAVEL.finditer(clause.words) if not _IS_WORK.match(clause.words[one.end() :])), None)
    if match:
        number = 0.5 if match["number"].casefold() == "half an" else value_of(match["number"])
        code, each = _UNITS[match["unit"].casefold()[0]]
        if match["unit"].casefold().startswith("mile"):
            code, each = MILES, 1.0
        label = _travel_label(clause.words, match)
        yield _coded(clause, code, Polarity.WANTS, label, amount=round(number * each, 1))


def _travel_label(words: str, match: re.Match[str]) -> str:
    """Return a distance with its limit: “max 10 miles from home”, “no more than 40 minutes each way”."""
    limit, tail = _LIMIT.search(words[: match.start()]), _TAIL.match(words[match.end() :])
    return words[limit.start() if limit else match.start() : match.end() + (tail.end() if tail else 0)]


_UNITS = {"m": (MINUTES, 1.0), "h": (MINUTES, 60.0), "k": (MILES, KILOMETRE)}


def _moving(clause: Clause) -> Iterator[Found]:
    stays = _STAYS.search(clause.words)
    moves = None if stays else _MOVES.search(clause.words)
    if stays:
        yield _coded(clause, MOVING, Polarity.AVOIDS, stays.group())
    elif moves:
        yield _coded(clause, MOVING, Polarity.WANTS, _MODAL.sub("", moves.group()))


def _coded(clause: Clause, code: str, polarity: Polarity, label: str, *, amount: float = 0) -> Found:
    return found_in(clause, FactKind.LOCATION, label, polarity, lexicon_id=code, amount=amount)


_PARTS = ((_named, NAMES), (_travel, TRAVEL), (_moving, STAYING), (_reached, REACHED))
