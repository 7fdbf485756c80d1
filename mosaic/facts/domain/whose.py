"""Whose doing a sentence tells: its writer's or somebody else's.

“My husband drives a taxi” and “a friend who bakes” show nothing of the writer; “my sister asked me to do her books” does.
That somebody is ill or old is no doing of theirs: whoever tells it may be the one who cares for them.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from mosaic.lexicon.hints import hint, hints_in
from mosaic.lexicon.phrases import occupation_finder
from mosaic.lexicon.sentences import Span, sentences_of

LONGEST_SENTENCE = 600
_KIN = "old|older|oldest|elder|eldest|young|younger|youngest|big|little|late|ex|last|former|new|best|two|three|second|current|previous|dear|own|other"
_PEOPLE = (
    "sister|brother|sibling|mum|mom|mam|mummy|mother|dad|daddy|father|husband|wife|partner|fianc[ée]e?|boyfriend|girlfriend|ex|son|daughter|"
    "uncle|aunt|auntie|cousin|nephew|niece|nan|gran|granny|grandma|grandad|grandmother|grandfather|parent|friend|mate|neighbou?r|flatmate|"
    "housemate|boss|landlord|landlady|colleague|co-?worker|workmate|gaffer|foreman|man|woman|lady|guy|lad|bloke|chap|girl|boy|stranger|relative|in-law|\\w+m[ae]n"
)
_SAYING = "says|said|tells|told|thinks|thought|knows|knew|asked|asks|wants|wanted"
_VERBS = (
    rf"{_SAYING}|drives|drove|runs|ran|works|worked|owns|owned|teaches|taught|looks|looked|keeps|kept|makes|made|does|did|plays|played|sings|sang|"
    "bakes|baked|cooks|cooked|cleans|cleaned|mends|mended|repairs|repaired|fixes|fixed|builds|built|sells|sold|manages|managed|handles|handled|"
    "leads|led|trains|trained|studies|studied|speaks|spoke|writes|wrote|paints|painted|plans|planned|organises|organised|coaches|coached|"
    "goes|went|comes|came|gives|gave|takes|took|shows|showed|helps|helped|sews|sewed|knits|knitted|grows|grew|welds|welded|lays|laid|cuts|delivers|delivered|"
    "cares|cared|nurses|nursed|designs|designed|serves|served|volunteers|volunteered|translates|translated|farms|fishes|packs|packed|loads|loaded|used to|started|opened|set up"
)
IRREGULAR = (
    "ran|led|built|made|kept|taught|drove|sold|wrote|grew|did|cut|bought|took|held|set|had|was|were|been|went|got|gave|brought|came|began|"
    "spoke|sang|fed|dealt|learnt|sewed|spent|drew|put|read|flew|rode|dug|laid|bred|caught|fought|found|knew|lifted|saw|told|won|wound|wove"
)
_NO_NAMES = "we|i|also|always|once|only|never|often|sometimes|still|now|then|later|since|before|after|just|again|even|and|but|so|or|soon|nights|days|weekends|has|have|had|been|what|which|that|this|it|there|here|work|school|life"
_NAMED = rf"(?!(?:{_NO_NAMES})\b|\w+ly\b)(?-i:[A-Z][a-z]+(?<!ing)(?: [A-Z][a-z]+)?)(?: (?:also|still|always|often|only))? (?=(?:{_VERBS})\b)"
# A relative is whom the words are about where a verb follows: “I looked after my mum, cooked and washed” is not about her doing.
_ACTS = rf"(?=(?:\s+and (?:\w+ )?\w+)?(?:\s+(?:also|still|always|often|only|never|\w+ly))?\s+(?!as\b|his\b|this\b|us\b|always\b|sometimes\b|besides\b)(?:{_VERBS}|{IRREGULAR}|will|would|can|could|\w+(?:s|ed))\b|,?\s+(?:who|from|at|whose)\b)"
_OFTEN = "mum|mom|dad|grandma|grandad|nan|gran"
_RELATED = rf"(?:(?:my|our|his|her|their|the|a|an|some|another|one of (?:my|our|the)|most|both)\s+(?:(?:{_KIN}|young|nice|kind)\s+)*(?:{_PEOPLE})s?(?:-in-law)?|{_OFTEN})\b(?!['’]|\s+and (?:I|me)\b)(?:\s+of (?:mine|ours))?"
# Machines end like people, and are no more the writer than these.
_BY_TRADE = rf"(?:the|an?|our|another|his|her|their)\s+(?:\w+\s+)?\w{{3,}}(?:er|or|ist|nurse|chef|cook|coach|clerk|assistant)\s+(?=(?:{_VERBS})\b)"
_PRONOUN = r"(?:he|she|they|everyone|everybody|somebody|someone)\b(?!['’]s )"
_LINK = r"before|(?<!look )(?<!looked )(?<!looking )after|when|while|until|till|that|than|because|how|where|since|whether|if|as|and|but|or|so|then|well|now"
_SOMEBODY = re.compile(
    rf"(?:^\W*|[,;:]\s+|\b(?:{_LINK})\s+|\s[-–—]\s)(?:{_RELATED}{_ACTS}|{_PRONOUN}|{_NAMED}|{_BY_TRADE})|\b{_RELATED} (?=(?:{_VERBS})\b)|\bwho(?:ever)?\b",
    re.IGNORECASE,
)
_MAY_BE_SOMEBODY = hint(
    f"(?:{_PEOPLE}|worker)s?|he|she|they|everyone|everybody|somebody|someone|who|whoever|{_VERBS.replace('|used to', '|used').replace('|set up', '|set')}"
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
# “I wrote to everyone who applied, and kept the folders” comes back to its writer; “I know a man who sews and bakes” does not.
_GOES_BACK = re.compile(r",|\band\b", re.IGNORECASE)
_DOES_MYSELF = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:I|we)\s+(?!know\b|knew\b|met\b|have\b|had\b|want|wish|hope|saw\b|see\b|live)"
    rf"|^\W*(?!had\b|met\b|knew\b|was\b|were\b)(?:{IRREGULAR}|\w+(?:ed|ing)|work|help|teach|care)\b",
    re.IGNORECASE,
)
# Somebody by their work: “the coach of the club says”, “I asked the day nurse”, “Moira, the district nurse”.
_BY_WORK = re.compile(
    r"(?:^\W*|[,;:]\s+|\b(?:before|after|when|while|until|that|than|because|if|and|but|so)\s+)(?:the|an?|another|our|their|his|her|one|some|no)\s+(?:\w+\s+)?$"
    r"|\b(?:ask|asked|tell|told|ring|rang|phone|phoned|see|saw|met|meet|thank|(?:speak|spoke|talk|talked|listen|listened|write|wrote|went|go) (?:to|with)|and|from|even)\s+(?:the|an?|my|our|his|her|their|another)\s+(?:\w+\s+)?$"
    r"|(?-i:[A-Z][a-z]+),?\s+(?:the|our|my|an?)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:nurse|[a-z]{3}er|or|ist|man|woman|assistant|cook|chef|clerk|agent|guide|coach)s?$", re.IGNORECASE
)
_GOES_ON = re.compile(
    rf"\s+(?:(?:of|from|at|in|on|next|down|who)\s+(?:\w+\s+){{0,4}}?)?(?:{_VERBS}|called|calls|gets|got|leaves|left|sent|come|go|do|say|take|give|run|make|have|are|is|was|were|has|had|will|would|can|could)\b",
    re.IGNORECASE,
)
# A body of people or a place of work, which does things itself: “the works council gave me a clock”.
_BODY = re.compile(
    r"\b(?:brigade|services?|councils?|choirs?|bank|centre|center|home|café|cafe|club|office|society|union|works|department|clinic|museum|library|team|crew|board|committee|police|agency|company|firm)$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"(?:\b(?:the|an?|our|their|one|this|that)\s+(?:\w+\s+)?|^\W*)$", re.IGNORECASE)
_CALLED = re.compile(
    r"\b(?:call|called|ring|rang|phone|phoned|ask|asked|thank|thanked|told|sued)\s+(?:the|our|an?|their)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_DOES = re.compile(
    rf"(?:,? (?:which|who|that))?\s+(?:{_VERBS}|called|calls|retires|closes|closed|pays|paid|refused|sent|sends|is|was|were|has|had|will|would|can|could|may|might)\b",
    re.IGNORECASE,
)


def is_somebody_elses(text: str, start: int, end: int) -> bool:
    """Whether what stands at text[start:end] is told of another person."""
    sentence = sentence_at(text, min(start, end - 1))
    words, first, last = text[sentence.start : sentence.end], start - sentence.start, end - sentence.start
    # The last person named before the words is whom they are about, unless the writer comes in between.
    named = [match for match in _somebodies(words) if match.start() <= first and match.end() <= last]
    if named and _is_theirs(words, named[-1], first, last):
        return True
    return _is_by_work(words, first, last) or _is_done_by_many(words, first, last)


@lru_cache(maxsize=64)
def _somebodies(words: str) -> tuple[re.Match[str], ...]:
    return tuple(_SOMEBODY.finditer(words)) if hints_in(words) & _MAY_BE_SOMEBODY else ()


def _is_theirs(words: str, match: re.Match[str], first: int, last: int) -> bool:
    between = words[match.end() : first]
    if _ME.search(between) or _STATE.match(words, match.end()) or _FOR_ME.search(words, last):
        return False
    if not match.group().casefold().startswith("who"):
        return True
    before = words[: match.start()]
    return not (_AM_ONE.search(before) or (_GOES_BACK.search(between) and _DOES_MYSELF.search(before)))


def _is_by_work(words: str, first: int, last: int) -> bool:
    titles = _titles(words)
    if _PERSON.search(words[first:last]):
        titles = (*titles, (first, last))
    for at, until in titles:
        if at >= last or not _BY_WORK.search(words[:at]):
            continue
        opens = not words[:at].strip() or len(words[:at].split()) < 3
        goes_on = _GOES_ON.match(words, until)
        if first < until and (goes_on or not opens):
            return True
        if goes_on and goes_on.end() <= first:
            return not (_ME.search(words[goes_on.end() : first]) or _FOR_ME.search(words, last))
    return False


def _is_done_by_many(words: str, first: int, last: int) -> bool:
    """Whether the words name a body of people that does something itself: “the fire brigade came”."""
    if not _BODY.search(words[first:last]):
        return False
    return bool(_CALLED.search(words[:first]) or (_DETERMINED.search(words[:first]) and _DOES.match(words, last)))


@lru_cache(maxsize=128)
def _titles(words: str) -> tuple[tuple[int, int], ...]:
    return tuple((one.start, one.end) for one in occupation_finder().find(words))


def somebody_in(words: str) -> re.Match[str] | None:
    """Return the first place where words of one sentence come to somebody else."""
    return _SOMEBODY.search(words)


def sentence_at(text: str, start: int) -> Span:
    """Return the sentence in which a place stands; of one without end a stretch of some hundred letters around it."""
    spans = sentences_of(text)
    at = bisect_right(spans, start, key=_start) - 1
    found = spans[at] if at >= 0 and start < spans[at].end else Span(start, len(text))
    if found.end - found.start <= LONGEST_SENTENCE:
        return found
    # Stretches begin at steps, so that all words of one are looked at together.
    begin = max(found.start, start - start % LONGEST_SENTENCE - LONGEST_SENTENCE // 2)
    begin = text.find(" ", begin, start) + 1 or begin
    return Span(begin, min(found.end, begin + 2 * LONGEST_SENTENCE))


def _start(span: Span) -> int:
    return span.start
