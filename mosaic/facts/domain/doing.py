"""What naming a skill shows of its writer: having it, wanting it, or nothing, by what the words answer.

Where a question asks for ideas, fears or plans, naming a thing is not having done it: there the sentence has to say that
its writer did it.
"""

import re
from enum import IntEnum

from mosaic.facts.domain.kinds import Polarity
from mosaic.facts.domain.whose import IRREGULAR, is_somebody_elses, sentence_at, somebody_in


class Asked(IntEnum):
    """What somebody was asked for, from what shows most to what shows least of what they can do.

    DOING: what they do and have done. TELLING: something in which it may come up. ASIDE: something else, as what weighs on
    them. AHEAD: what may come: ideas, plans and wishes, in which only the past is done.
    """

    DOING = 0
    TELLING = 1
    ASIDE = 2
    AHEAD = 3


_SELF = re.compile(r"\b(?:I|we)\b", re.IGNORECASE)
_BETWEEN = r"(?:\s+(?:have|had|['’]?ve|just|also|always|often|still|only|even|already|once|sometimes|mostly|then|now|really|mainly|usually|never))*"
_UNREAL = re.compile(
    rf"(?:['’](?:ll|d)\b|{_BETWEEN}\s+(?:will|would|shall|should|could|might|may|must|ought|want|wanted|wish|hope|hoped|plan to|intend|need|fear|dream|think|"
    r"thought|suppose|imagine|assume|wonder|guess|believe|see\b|saw|wait|hear|heard|look(?!s? after|ed after)|like|applied|apply|ask|asked|meant|"
    r"do(?:n['’]?t| not)|did(?:n['’]?t| not)|stopped|"
    r"(?:am|was|were|are)\s+(?:not|going|hoping|planning|thinking|looking|trying|about|afraid|scared|worried|no)|['’]?m\s+(?:not|going|hoping|planning|thinking|looking|trying|afraid|scared|worried|no))\b"
    r"|['’]m (?:not|going|hoping|planning|thinking|looking|trying|about|afraid|scared|worried|no)\b)",
    re.IGNORECASE,
)
# What nobody has done yet, or has had done to them; “would” and “could” may tell of habits and of what one is able to do.
_NOT_YET = re.compile(
    r"(?:['’]ll\b|(?:\s+(?:also|just|only|even|once|had|have))*\s+(?:will|shall|may|might|hope|wish|plan to|intend|applied|apply|missed|"
    r"(?:am|was|were|are) (?:going to|hoping|planning|thinking|looking|fired|sacked|laid off|refused|rejected|offered|admitted|treated|late|ill|sick))\b"
    r"|['’]m (?:going to|hoping|planning|thinking|looking)\b|\s+(?:booked|need|needed)(?: an?)?\s*$)",
    re.IGNORECASE,
)
FEW_WORDS = 6
_LONGS = re.compile(
    r"(?:['’]d| would)(?: \w+)? (?:love|like|want)\b|(?: \w+)? (?:want|wanted|hope|wish|dream)\b|['’]m (?:hoping|planning|going)\b",
    re.IGNORECASE,
)
_ONLY_KNOWS = re.compile(r"(?:['’]ve)?\s+(?:know|knew|met|have|had|got|live|lived|am|was|were)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|whether|unless|once|should|will|would|could|can|do|did|shall|may|until)\s+$", re.IGNORECASE)
_PAST = re.compile(
    rf"(?:['’]ve\b|(?:\s+\w+)??\s+(?:have\b|used to\b|(?:{IRREGULAR})\b|\w+ed\b(?<!\bneed)))", re.IGNORECASE
)
# Without an “I”: “Planned convoys”, “28 years of roofing”, “Have: patience”.
_NO_SUBJECT = re.compile(
    rf"^\W*(?:(?:have |had )?been\b|(?:{IRREGULAR}|used to|\w{{2,}}ed)\b(?<!\bneed)|(?:have|got|known?)\s*:)|\b(?:years?|yrs|decades?|months)\s+(?:of|as|in|at|on|with|an?)\b",
    re.IGNORECASE,
)

# “Forklift driver at a cold store for nine years” has been one.
_FOR_YEARS = re.compile(r"[^.!?\n]{0,60}\b(?:for|since)\s+(?:\w+\s+){0,2}?(?:years|yrs|decades|\d{4})\b", re.IGNORECASE)
# Going somewhere or being done to brings words near to skills of other people.
_BEFALLS = re.compile(
    r"\s+(?:just\s+|then\s+)?(?:go|went|moved|missed|lost|listen|listened|live|lived|slept|(?:was|were|got|am) (?:fired|sacked|laid|told|refused|offered|sent|given|late|ill|sick|hurt))\b",
    re.IGNORECASE,
)


def shown_at(text: str, start: int, end: int, asked: Asked = Asked.DOING) -> Polarity | None:
    """Return what naming something at text[start:end] shows of the writer: having it, wanting it, or nothing."""
    if is_somebody_elses(text, start, end):
        return None
    told = Polarity.HAS if asked <= Asked.TELLING else _as_told(text, end, asked)
    is_open = asked is not Asked.DOING and told is Polarity.HAS and _is_not_yet(text, start)
    return None if is_open else told


def is_near_shown(text: str, start: int, end: int, asked: Asked = Asked.DOING) -> bool:
    """Whether words text[start:end] that only are near to something in meaning tell of the writer's own doing.

    Such words are often about something else, so they count only where doing was asked for or is told.
    """
    if asked > Asked.TELLING or (is_somebody_elses(text, end, end) and not _begins_with_me(text[start:end])):
        return False
    if asked is Asked.DOING:
        return True
    words = text[sentence_at(text, end - 1).start : end]
    last = _last_self(words)
    return not (last and _BEFALLS.match(words, last.end())) and _as_told(text, end, asked) is Polarity.HAS


def _begins_with_me(words: str) -> bool:
    """Whether words tell of their writer's doing before they come to somebody else: “I help the parents who run it”."""
    somebody, me = somebody_in(words), _SELF.search(words)
    is_before = bool(me and somebody and me.start() < somebody.start())
    return is_before and not (me and (_UNREAL.match(words, me.end()) or _ONLY_KNOWS.match(words, me.end())))


def _is_not_yet(text: str, start: int) -> bool:
    """Whether the writer only hopes for what follows, plans it, may not do it or has it done for them."""
    words = text[sentence_at(text, start).start : start]
    last = _last_self(words)
    if not last or len(words[last.end() :].split()) > FEW_WORDS:
        return False
    return bool(_NOT_YET.match(words, last.end()) or _LONGS.match(words, last.end()))


def _last_self(words: str) -> re.Match[str] | None:
    return next(reversed(list(_SELF.finditer(words))), None)


def _as_told(text: str, end: int, asked: Asked) -> Polarity | None:
    """Return having where the words say that the writer did it, wanting where they long for it, else nothing."""
    words = text[sentence_at(text, end - 1).start : end]
    last = _last_self(words)
    if not last:
        is_long = asked is Asked.ASIDE and _FOR_YEARS.match(text, end)
        return Polarity.HAS if is_long or _NO_SUBJECT.search(words) else None
    if _LONGS.match(words, last.end()):
        return Polarity.WANTS
    if _IF.search(words[: last.start()]) or _UNREAL.match(words, last.end()):
        return None
    if asked is Asked.AHEAD and not _PAST.match(words, last.end()):
        return None
    return Polarity.HAS
