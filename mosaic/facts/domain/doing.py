"""Whose doing a text tells: its writer's or somebody else's, done or only thought of.

“My husband drives a taxi” and “a friend who bakes” show nothing of the writer; “my sister asked me to do her books” does.
That somebody is ill or old is no doing of theirs: whoever tells it may be the one who cares for them. Where a question asks
for ideas, fears or plans, naming a thing is not having done it: there the sentence has to say that its writer did it.
"""

import re
from bisect import bisect_right
from enum import IntEnum
from functools import lru_cache

from mosaic.facts.domain.kinds import Polarity
from mosaic.lexicon.hints import hint, hints_in
from mosaic.lexicon.phrases import occupation_finder
from mosaic.lexicon.sentences import Span, sentences_of


class Asked(IntEnum):
    """What somebody was asked for, from what shows most to what shows least of what they can do.

    DOING: what they do and have done. TELLING: something in which it may come up. ASIDE: something else, as what weighs on
    them. AHEAD: what may come: ideas, plans and wishes, in which only the past is done.
    """

    DOING = 0
    TELLING = 1
    ASIDE = 2
    AHEAD = 3


_KIN = "old|older|oldest|elder|eldest|young|younger|youngest|big|little|late|ex|last|former|new|best|two|three|second|current|previous|dear|own|other"
_PEOPLE = (
    "sister|brother|sibling|mum|mom|mam|mummy|mother|dad|daddy|father|husband|wife|partner|fianc[ée]e?|boyfriend|girlfriend|ex|son|daughter|"
    "uncle|aunt|auntie|cousin|nephew|niece|nan|gran|granny|grandma|grandad|grandmother|grandfather|parent|friend|mate|neighbou?r|flatmate|"
    "housemate|boss|landlord|landlady|colleague|co-?worker|workmate|gaffer|foreman|man|woman|lady|guy|lad|bloke|chap|girl|boy|stranger|relative|in-law"
)
_SAYING = "says|said|tells|told|thinks|thought|knows|knew|asked|asks|wants|wanted"
_VERBS = (
    rf"{_SAYING}|drives|drove|runs|ran|works|worked|owns|owned|teaches|taught|looks|looked|keeps|kept|makes|made|does|did|plays|played|sings|sang|"
    "bakes|baked|cooks|cooked|cleans|cleaned|mends|mended|repairs|repaired|fixes|fixed|builds|built|sells|sold|manages|managed|handles|handled|"
    "leads|led|trains|trained|studies|studied|speaks|spoke|writes|wrote|paints|painted|plans|planned|organises|organised|coaches|coached|"
    "goes|went|comes|came|gives|gave|takes|took|shows|showed|helps|helped|used to|started|opened|set up"
)
_NAMED = rf"(?-i:[A-Z][a-z]+(?<!ing)(?: [A-Z][a-z]+)?)(?: (?:also|still|always|often|only))? (?:{_VERBS})\b"
_RELATED = rf"(?:my|our|his|her|their|the|a|an|some|another|one of (?:my|our|the)|most|both)\s+(?:(?:{_KIN}|[a-z]+-in-law|young|nice|kind)\s+)*(?:{_PEOPLE})s?\b(?!['’]|\s+and (?:I|me)\b)"
_PRONOUN = r"(?:he|she|they|everyone|everybody|somebody|someone|mum|mom|dad|grandma|grandad|nan|gran)\b(?!['’]s )"
_LINK = (
    r"before|after|when|while|until|till|that|than|because|how|where|since|whether|if|as|and|but|or|so|then|well|now"
)
_SOMEBODY = re.compile(
    rf"(?:^\W*|[,;:]\s+|\b(?:{_LINK})\s+|\s[-–—]\s)(?:{_RELATED}|{_PRONOUN}|{_NAMED})|\bwho(?:ever)?\b", re.IGNORECASE
)
_MAY_BE_SOMEBODY = hint(
    f"(?:{_PEOPLE})s?|law|he|she|they|everyone|everybody|somebody|someone|who|whoever|{_VERBS.replace('|used to', '|used').replace('|set up', '|set')}"
)
# What befalls people, not what they do: the writer may be the one who sees to it.
_STATE = re.compile(
    r"\W*(?:(?:also|still|both|all|now|really|only)\s+)*(?:(?:have|has|had|got|needs?|needed|lost|suffer\w*|developed|live[sd]? with|fell|became|"
    r"can(?:no|['’])?t|could(?:n['’]?t| not)|(?:is|are|was|were)(?:n['’]?t)?(?! an?\b)|getting|gets?)\b|['’](?:s|re) )",
    re.IGNORECASE,
)
_ME = re.compile(r"\b(?:I|I['’]\w+|we|we['’]\w+|me|us|myself)\b|\b(?:my|our)\W+(?:\w+\W+)?$", re.IGNORECASE)
_FOR_ME = re.compile(
    r"\b(?:which|that|what|whom) (?:I|we)\b|\b(?:with|alongside|beside|by|to|from) (?:me|us)\b", re.IGNORECASE
)
_AM_ONE = re.compile(
    r"\b(?:I am|I['’]?m|I was|I['’]ve been|me|we|am|those of us)\b[^.!?;]{0,40}$|\b(?:the one|the person)\s+$",
    re.IGNORECASE,
)
# Somebody by their work: “the coach of the club says”, “I asked the day nurse”, “Moira, the district nurse”.
_BY_WORK = re.compile(
    r"(?:^\W*|[,;:]\s+|\b(?:before|after|when|while|until|that|than|because|if|and|but|so)\s+)(?:the|an?|another|our|their|his|her|one|some|no)\s+(?:\w+\s+)?$"
    r"|\b(?:ask|asked|tell|told|ring|rang|phone|phoned|see|saw|met|meet|thank|(?:speak|spoke|talk|talked|listen|listened|write|wrote|went|go) (?:to|with)|and|from|even)\s+(?:the|an?|my|our|his|her|their|another)\s+(?:\w+\s+)?$"
    r"|(?-i:[A-Z][a-z]+),?\s+(?:the|our|my|an?)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    rf"\s+(?:(?:of|from|at|in|on|next|down|who)\s+(?:\w+\s+){{0,4}}?)?(?:{_VERBS}|called|calls|gets|got|leaves|left|sent|is|was|were|has|had|will|would|can|could)\b",
    re.IGNORECASE,
)

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
_LONGS = re.compile(
    r"(?:['’]d| would)(?: \w+)? (?:love|like|want)\b|(?: \w+)? (?:want|wanted|hope|wish|dream)\b|['’]m (?:hoping|planning|going)\b",
    re.IGNORECASE,
)
_ONLY_KNOWS = re.compile(r"(?:['’]ve)?\s+(?:know|knew|met|have|had|got|live|lived)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|whether|unless|once|should|will|would|could|can|do|did|shall|may|until)\s+$", re.IGNORECASE)
_IRREGULAR = (
    "ran|led|built|made|kept|taught|drove|sold|wrote|grew|did|cut|bought|took|held|set|had|was|were|been|went|got|gave|brought|came|began|"
    "spoke|sang|fed|dealt|learnt|sewed|spent|drew|put|read|flew|rode|dug|laid|bred|caught|fought|found|knew|lifted|saw|told|won|wound|wove"
)
_PAST = re.compile(
    rf"(?:['’]ve\b|(?:\s+\w+)??\s+(?:have\b|used to\b|(?:{_IRREGULAR})\b|\w+ed\b(?<!\bneed)))", re.IGNORECASE
)
# Without an “I”: “Planned convoys”, “28 years of roofing”, “Have: patience”.
_NO_SUBJECT = re.compile(
    rf"^\W*(?:(?:have |had )?been\b|(?:{_IRREGULAR}|used to|\w{{2,}}ed)\b(?<!\bneed)|(?:have|got|known?)\s*:)|\b(?:years?|yrs|decades?|months)\s+(?:of|as|in|at|on|with|an?)\b",
    re.IGNORECASE,
)


def shown_at(text: str, start: int, end: int, asked: Asked = Asked.DOING) -> Polarity | None:
    """Return what naming something at text[start:end] shows of the writer: having it, wanting it, or nothing."""
    if is_somebody_elses(text, start, end):
        return None
    return Polarity.HAS if asked <= Asked.TELLING else _as_told(text, end, asked)


def is_near_shown(text: str, end: int, asked: Asked = Asked.DOING) -> bool:
    """Whether words up to `end` that only are near to something in meaning tell of the writer's own doing.

    Such words are often about something else, so they count only where doing was asked for or is told.
    """
    if asked > Asked.TELLING or (is_somebody_elses(text, end, end) and not _begins_with_me(text, end)):
        return False
    return asked is Asked.DOING or _as_told(text, end, asked) is Polarity.HAS


def _begins_with_me(text: str, end: int) -> bool:
    """Whether a sentence tells of its writer's doing before it comes to somebody else: “I help the parents who run it”."""
    words = text[_sentence_at(text, end - 1).start : end]
    somebody, me = _SOMEBODY.search(words), _SELF.search(words)
    is_before = bool(me and somebody and me.start() < somebody.start())
    return is_before and not (me and (_UNREAL.match(words, me.end()) or _ONLY_KNOWS.match(words, me.end())))


def is_somebody_elses(text: str, start: int, end: int) -> bool:
    """Whether what stands at text[start:end] is told of another person."""
    sentence = _sentence_at(text, min(start, end - 1))
    words, first, last = text[sentence.start : sentence.end], start - sentence.start, end - sentence.start
    hints = hints_in(words)
    if hints & _MAY_BE_SOMEBODY:
        # The last person named before the words is whom they are about, unless the writer comes in between.
        for match in reversed(list(_SOMEBODY.finditer(words, 0, max(first, 0)))):
            return _is_theirs(words, match, first, last)
    return _is_by_work(words, first, last)


def _is_theirs(words: str, match: re.Match[str], first: int, last: int) -> bool:
    between = words[match.end() : first]
    if _ME.search(between) or _STATE.match(words, match.end()) or _FOR_ME.search(words, last):
        return False
    is_who = match.group().casefold().startswith("who")
    return not (is_who and _AM_ONE.search(words[: match.start()]))


def _is_by_work(words: str, first: int, last: int) -> bool:
    for at, until in _titles(words):
        if at >= last or not _BY_WORK.search(words[:at]):
            continue
        opens = not words[:at].strip() or len(words[:at].split()) < 3
        goes_on = _GOES_ON.match(words, until)
        if first < until and (goes_on or not opens):
            return True
        if (
            goes_on
            and goes_on.end() <= first
            and not _ME.search(words[goes_on.end() : first])
            and not _FOR_ME.search(words, last)
        ):
            return True
    return False


@lru_cache(maxsize=128)
def _titles(words: str) -> tuple[tuple[int, int], ...]:
    return tuple((one.start, one.end) for one in occupation_finder().find(words))


def _as_told(text: str, end: int, asked: Asked) -> Polarity | None:
    """Return having where the words say that the writer did it, wanting where they long for it, else nothing."""
    words = text[_sentence_at(text, end - 1).start : end]
    selves = list(_SELF.finditer(words))
    if not selves:
        return Polarity.HAS if _NO_SUBJECT.search(words) else None
    last = selves[-1]
    if _LONGS.match(words, last.end()):
        return Polarity.WANTS
    if _IF.search(words[: last.start()]) or _UNREAL.match(words, last.end()):
        return None
    if asked is Asked.AHEAD and not _PAST.match(words, last.end()):
        return None
    return Polarity.HAS


def _sentence_at(text: str, start: int) -> Span:
    spans = sentences_of(text)
    at = bisect_right(spans, start, key=_start) - 1
    return spans[at] if at >= 0 and start < spans[at].end else Span(start, len(text))


def _start(span: Span) -> int:
    return span.start
