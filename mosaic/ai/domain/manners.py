"""What a coach does not say: orders, promises, grades, insults, a life of its own, guesses about what is private."""

import re
from collections.abc import Iterator

from mosaic.ai.domain.faults import Fault, Finding

_I = re.IGNORECASE
_SOFT = r"(?:(?:really|just|probably|also|definitely|first|then|still|now|simply|certainly|absolutely|always|only|truly|seriously|maybe|perhaps|all|both|at least) ){0,3}"
_MODAL = r"(?:should(?:n't| not)?|must(?:n't| not)?(?! (?:be|have|feel|know|get)\b)|(?:will )?needs? to|(?:will )?ha(?:ve|s) to(?! (?:hand|offer|show|say|lose|give)\b)|ought(?:n't)?(?: not)?(?: to)?|(?:had )?better(?= \w+)|have got to|got to|gotta|are (?:supposed|required|obliged|forced|expected) to|want to make sure)"
_THING = r"your (?:next |first )?(?:cv|résumé|resume|application|letter|profile|step|plan|answer|message|goal|search|focus|priority)"
MODAL = re.compile(
    rf"(?<!do )(?<!did )(?<!does )(?<!would )\b(?:you(?:'ll| will|'d| would|'ve)? {_SOFT}|{_THING} ){_MODAL}\b"
    rf"|\b{_THING} must (?:be|have)\b|^(?:so |and |then |but )?(?:must|need to|have to|got to|better) \w+|\bshould(?:n't)? you (?:not )?(?!be\b|say|like)\w+",
    _I,
)
_FORMS = (
    ("should", "ought"),
    ("must",),
    ("need",),
    ("have to", "has to", "had to", "got to"),
    ("better",),
    ("supposed", "required", "obliged", "forced", "expected"),
)
_REPORTED = re.compile(
    r"(?:\b(?:said|say|says|feel|feels|think|thinks|thought|wrote|believe|told|tell|tells|fear|sense|keep|heard|hear|want|wants|expect|expects|insists|where|what|who|whether|how|which|why|when|if)"
    r"(?: \w+){0,2}?(?: that| me| you)?|['’]s (?:voice|view|idea) that) *$",
    _I,
)
_DIRECT = re.compile(
    r"\b(?:make sure|be sure to|ensure that you|don't (?:forget|hesitate|wait|ever)|do not (?:forget|hesitate|wait)|why don't you|why not just|(?<!do you )remember to|see to it|no excuses|whatever you do|under no circumstances)\b"
    r"|\b(?:it is|it's|it would be) (?:absolutely |really |so |very )?(?:essential|crucial|vital|important|necessary|critical|imperative|advisable|mandatory|compulsory|best|high time|time|better)(?: that you|(?: for you)? to(?! (?:you|me|him|her|them)\b)| you\b)"
    r"|\b(?:it'd|it would|it might|it'll|it will) be (?:wise|wiser|smart|sensible|prudent|good|better|best|foolish|silly|a (?:good|bad) idea|a mistake)(?: for you)?(?: if you| to (?!know|hear)| not to)\b|\byou(?:'d| would) (?:do well|be (?:wise|wiser|better off|smart|foolish|mad|crazy|best))\b|\bdo yourself a favou?r\b|\byou(?:'ll| will) want to\b|\bit(?:'s| is) on you\b|\b(?:should be|must be) your (?:first|next|top|only)\b"
    r"|(?:^|[.!?;]\s+)(?:(?:it's |it is )?(?:high |about |really )?time (?:to|you|for you)|no more excuses|enough (?:of|with)|better (?:to )?\w+ (?:now|it|that))\b|\bthere(?:'s| is) no (?:point|use|sense|excuse)\b"
    r"|\bis (?:compulsory|mandatory|obligatory|a must)\b"
    r"|\bthe (?:best|only|first|right|smart|smartest|wise|next)(?: \w+){0,2}? (?:thing|way|step|move|choice|option|idea)(?: \w+){0,4}? (?:is|would be) (?:to|that you|not)\b"
    r"|\bi(?:'d| would|'ll)? (?:(?:strongly|highly|really|definitely|would|can only) )*(?:recommend|advise|urge|insist|encourage you|push you|press you|suggest (?:that )?you)\b|\bmy (?:advice|recommendation)\b"
    r"|\bi (?:want|need|expect|order|command|beg|ask) you to\b|\bif i were you\b|\bin your (?:place|shoes),? i\b"
    r"|\byou(?:'ll| will| are going to) (?:now |then |first )?(?:apply|call|quit|resign|send|write|sign|hand in|leave|ask|stop)\b|\byou can(?:'t|not) (?:afford|keep \w+ing|go on|carry on|just sit|stay there|hide)\b|\bthere(?:'s| is) no (?:other )?(?:choice|way around)\b"
    r"|\bnobody else may\b",
    _I,
)
_START = r"(?:^|[.!?:;]\s+|(?P<inside>,\s*(?:so |and |then )?|\b(?:and|then|so|just|please)\s+))"
_HARD = re.compile(
    rf"{_START}(?:please |now |just |then |so |simply |go )*(?:(?:buy|click|pay|quit|resign|subscribe|download|install|enrol|dial|invest|obey|hurry|grab|seize|jump at|go for it|shut up|give up|transfer)\b(?!-)(?! (?:is|was|and|or|of|it is)\b)"
    r"|sign (?:up|the|this|here|now|it|today)|register (?:at|now|here|with|today)|hand in your|(?:call|text|ring|phone|e-?mail|contact|visit) (?:this|that|our|them|us|\d|now)\b|send (?:your|the|us|me|money|them)\b|take (?:(?:the|this|that) (?:job|offer|post|one)|it)\b"
    r"|accept (?:the|this|any|it)\b|apply (?:now|today|immediately|at once|before)|stop (?:\w+ing)\b|leave (?:your|the|this|that|him|her) (?:job|husband|wife|partner|post|work)?|go there\b|say (?:yes|no) to\b|listen (?:now|to me)|trust me\b)"
    r"|^(?:never|always) (?:mention|tell|say|ask|give|accept|apply|take|send|write|call|be|go|put|let|forget|show|use|start|answer|keep|leave|do|make)\b",
    _I,
)
# “You cook, clean and pay the bills” tells what somebody does.
_TOLD = re.compile(r"\b(?:you|they|we|i|he|she|who|people|somebody|some|others|to)\b[^.:;!?]*$", _I)
_PROMISE = re.compile(
    r"\b(?:you(?:'ll| will| are going to| are sure to| are bound to)|this (?:will|is going to)) (?:(?:definitely|surely|certainly|easily|soon|quickly|absolutely|probably|always|not) ){0,2}"
    r"(?:(?:get|find|land|win|secure) (?:the|a|an|another|new|something|work|one|it|you|hired|this|your)\b|succeed|be (?:hired|offered|chosen|fine|happy|happier|accepted|ok|okay|great|rich|successful|free|invited)|have (?:the|this) job|make it\b|walk into|pass\b|earn\b|manage it|never regret|fail\b)"
    r"|\byou(?: will not|'ll not| won't) (?:fail|regret|be disappointed)|(?:\bwill|'ll|\b(?:is|are) (?:sure |bound |going )to) (?:\w+ )?(?:hire|love|choose|invite|snap|fight over|jump at) (?:you|the chance)\b|\b(?:will|would|'ll|'d) (?:\w+ )?(?:hire|take|snap|want) you (?:up )?(?:tomorrow|at once|immediately|any day|in a heartbeat|straight away|on the spot)|\b(?:will|would|'ll) be (?:impressed|delighted|lucky|mad|crazy|stupid|foolish|silly) (?:not to|to|by|with|if)\b"
    r"|\bguarantee\w*|\bi promise\b|\bonly a matter of time\b|\b(?:you're|you are|is|are|be) (?:certain|sure|bound|destined|set) to (?:get|find|succeed|be|land|win|work|impress|become)|\bwithout (?:a )?doubt\b|\bno doubt\b|\beverything (?:will|is going to) (?:be|work|turn)|\bit(?:'ll| will) (?:all )?(?:work out|be fine|be all right|turn out)"
    r"|\btrust me\b|\bnothing can go wrong|\bcan't go wrong|\bgaranti\w+|\bversprech\w+|\b100 ?% (?:sure|certain)",
    _I,
)
_RATING = re.compile(
    r"(?<![\d/])\d+(?:\.\d)? ?(?:/|out of|von|sur|su|de) ?10\b(?![\d/])|\b(?:perfect|ideal|best|strongest|top|excellent|outstanding|number one|most (?:suitable|qualified)|first-rate) (?:candidate|applicant|fit|match|person for|choice|hire)s?\b"
    r"|\branks? (?:first|above|highest|number one|top)\b|\brecommend (?:hiring|to hire|an interview)|\b(?:ideale?r?|perfekte?r?|idealny|perfetta?|perfecta?|perfeita?) (?:kandidat|bewerber|candidat)\w*|\b(?:kandidat\w*|bewerber|candidat\w*) (?:jest|ist|è|es|é|est) (?:ideal|perfe)\w*",
    _I,
)
_HUMAN = re.compile(
    r"\bi(?:'m| am) (?:(?:just|also|only|really|actually) )?(?:an? )?(?:real |actual |living |fellow )?(?:human|person|woman|man|mother|father|mum|dad|parent|carer|nurse|teacher|recruiter|manager|doctor|therapist|psychologist)\b|\bas a (?:human|fellow|former|mother|father|woman|man|recruiter|hiring manager|doctor|nurse|therapist)\b,? i\b"
    r"|\b(?:speaking )?as (?:someone|somebody|one) who (?:once|has|also|used|knows|went|changed|came)\b|\bspeaking as\b|\bi (?:once|too|also) (?:\w+ed|was|had|went|left|lost|felt)\b|\b(?:breaks|broke|warms|touches) my heart\b|\bi(?:'m| am) not an? (?:ai|bot|robot|program|machine|computer|model)\b|\bi(?:'ve| have) (?:been there|been through|felt|lived|worked|seen|known|helped|coached|struggled|had)\b|\bwhen i was\b|\bi remember (?:when|my|how|being|the)\b|\bi\b[^.?!:]{0,60}\bmyself\b|\bi was (?:\w+ )?(?:terrible|bad|good|scared|afraid|young|once|also|there|just like|lost|tired|stuck|unemployed|an? |at )|\bin my (?:own )?(?:career|experience|life|years|work|youth|case|time)\b|\bmy own (?:experience|career|life|story|job|children|past|school)\b"
    r"|\bi know (?:exactly )?(?:how|what) (?:you feel|you(?:'re| are) feeling|that feels|it feels|it's like|it is like)|\bi (?:understand|feel) exactly\b|\bi feel (?:sad|happy|for you|your|with you|the same|so|very|proud|sorry|deeply)|\bi felt\b|\bi(?:'m| am) (?:so |very |really |deeply )*(?:proud|excited|thrilled|heartbroken|sad|moved|touched|worried|happy|delighted|angry|tired|jealous)\b"
    r"|\bi (?:really |truly |do )?(?:love|hate|miss|admire|care about|worry about|believe in) (?:you|that|how|this|your|hearing|it)\b|\bmy (?:heart|husband|wife|partner|mother|father|kids|children|boss|friends?|gut|tears|eyes)\b|\bi (?:used to|worked|grew up|studied|struggled|cried|lost my|quit my)\b",
    _I,
)
_YOU_ARE = r"\b(?:you(?:'re| are)|call you|you,? you)(?: (?:just|so|too|really|clearly|nothing but|simply|honestly|such|still|all|always))*(?: an?)?(?: (?!not\b|no\b|never\b|far\b)\w+,?){0,2}? "
_INSULT = re.compile(
    _YOU_ARE
    + r"(?:stupid|worthless|useless|pathetic|lazy|idiot|loser|failure|dumb|fool|moron|hopeless|ugly|incompetent|burden|disgusting|waste|weak|unemployable|ridiculous|nobody|coward|crazy|embarrassment)\b",
    _I,
)
_HARM = re.compile(
    r"\b(?:better (?:off )?(?:without you|if you|place without you|dead)|you were dead|kill (?:yourself|him|her|them)|end (?:it all|your (?:own )?life)|(?:hurt|harm|cut|hang) yourself|take your (?:own )?life|nobody (?:would|will) (?:miss|want) you|no one (?:would|will) (?:miss|want) you|suicide is)\b"
    r"|\b(?:foreigners|immigrants|migrants|refugees|muslims|jews|christians|gypsies|arabs|africans|women|men|gays|disabled people|old people|older people|young people|people like you|your kind|your sort) (?:are|is|do not|don't|can't|cannot|should|always|never|only|belong)\b|\bgo back to (?:your (?:own )?country|where)\b"
    r"|\b(?:fuck\w*|bitch\w*|bastards?|cunts?|retard\w*|sluts?|whores?|arseholes?|assholes?|shut up)\b"
    r"|\b(?:get over (?:yourself|it)|man up|grow up|toughen up|pull yourself together|snap out of it|nobody (?:\w+ ){0,3}cares|no one (?:\w+ ){0,3}cares|stop (?:whining|moaning|complaining|feeling sorry)|your own fault|you deserve (?:it|this|what)|what(?:'s| is) wrong with you|shame on you)\b",
    _I,
)
_OWN_WORDS = re.compile(
    r"\byou(?:'ve| have| had)? (?:say|said|saying|feel|felt|think|thought|call|called|wrote|write|believe|fear|told)\b|\b(?:tell|told|call|called|says|said) you\b",
    _I,
)
_DENIED = re.compile(r"(?:\b(?:not|never|no|nobody|cannot)|n't)\b[^.!?,;:]{0,30}$", _I)
_NOTHING = re.compile(r"\b(?:nothing|nobody says|no one says|not that|doesn't mean)(?: \w+)? $", _I)
_PLAIN_FAULTS = ((Fault.PROMISE, _PROMISE), (Fault.RATING, _RATING), (Fault.HUMAN, _HUMAN), (Fault.HARM, _HARM))


def manner_faults(text: str, *, own: str, is_question: bool, may_direct: bool) -> Iterator[Finding]:
    """Yield what a sentence without its quotations says that a coach does not. `own` is the person's text in small letters."""
    for fault, pattern in _PLAIN_FAULTS:
        for found in pattern.finditer(text):
            is_denied = fault is Fault.PROMISE and bool(_DENIED.search(text[: found.start()]))
            is_theirs = fault is Fault.HARM and found[0].casefold() in own
            if not (is_denied or is_theirs):
                yield Finding(fault, found[0])
    for found in _INSULT.finditer(text):
        is_theirs = found[0].split()[-1].casefold() in own and bool(_OWN_WORDS.search(text))
        if not is_theirs and not _DENIED.search(text[: found.start()]):
            yield Finding(Fault.HARM, found[0])
    if not may_direct:
        yield from _directives(text, own, is_question=is_question)


def _directives(text: str, own: str, *, is_question: bool) -> Iterator[Finding]:
    for pattern in (_DIRECT, _HARD):
        for found in pattern.finditer(text):
            is_told = found.groupdict().get("inside") and _TOLD.search(text[: found.start()])
            if not is_told:
                yield Finding(Fault.DIRECTIVE, found[0])
    for found in MODAL.finditer(text):
        if _NOTHING.search(text[: found.start()]):
            continue
        is_reported = _REPORTED.search(text[: found.start()])
        if not (is_reported and (is_question or _says_so(found[0].casefold(), own))):
            yield Finding(Fault.DIRECTIVE, found[0])


def _says_so(words: str, own: str) -> bool:
    """Whether the person used the same kind of word themselves."""
    return any(any(one in words for one in forms) and any(one in own for one in forms) for forms in _FORMS)
