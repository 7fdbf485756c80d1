"""What a message asks for or tells, where the coach has a way of its own with that."""

import re
from enum import StrEnum

from wimd.domain.sentences import asks, sentence_around


class Intent(StrEnum):
    """What can be asked for or told. Stored with turns: never renamed."""

    HUMAN = "human"
    FAST_TRACK = "fast_track"
    DISCOVERY = "discovery"
    RESUME = "resume"
    JOBS = "jobs"
    STUCK = "stuck"
    ABOUT = "about"
    PRIVACY = "privacy"
    ANGER = "anger"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    GREETING = "greeting"
    DONT_KNOW = "dont_know"
    OTHER_LANGUAGE = "other_language"
    POSTING = "posting"
    GOOD_NEWS = "good_news"
    BAD_NEWS = "bad_news"
    REPEATING = "repeating"
    ENOUGH = "enough"
    DELETE = "delete"
    KNOWN = "known"
    WHY = "why"
    OUTSIDE = "outside"
    ADVICE = "advice"
    HOW_ARE_YOU = "how_are_you"
    JOKE = "joke"
    COST = "cost"
    ACCOUNT = "account"
    MISTAKES = "mistakes"
    OPTIONAL = "optional"
    HOW_LONG = "how_long"
    CHANGE = "change"


_I = re.IGNORECASE
_PATTERNS = {
    Intent.HUMAN: re.compile(r"\b(?:(?:talk|speak|chat)(?:ing)? (?:to|with) (?:a |an? real |an? actual |some)?(?:human|person|people|coach|counsell?or|advis[eo]r|somebody real|someone real)|real (?:person|human)|human (?:coach|being|help)|an actual (?:person|human)|(?:ring|call|phone) (?:up )?(?:some(?:body|one)|you|a person|a number)\b)", _I),
    Intent.FAST_TRACK: re.compile(r"\b(?:fast[- ]?track|fast (?:one|way)|(?:the )?(?:short|quick|fast)(?:er|est)? (?:one|way|version),? (?:please|pls|then))\b", _I),
    Intent.DISCOVERY: re.compile(r"\b(?:ps ?101|the (?:long|slow|deep)(?:er)? (?:one|way),? (?:please|pls|then)|start discovery|the discovery|discovery,? please|^discovery[.!]?$)", _I),
    Intent.REPEATING: re.compile(r"\b(?:you(?:['’]ve| have)? (?:already|just) (?:said|asked|told|wrote)|same (?:question|thing|answer)s? (?:again|as before|every)|you keep (?:asking|saying|repeating|on)|stop repeating|you(?:['’]re| are) repeating|(?:we(?:['’]ve| have)?|i) (?:already )?(?:had|answered|said|told you) (?:that|this|it) (?:already|before))\b", _I),
    Intent.ENOUGH: re.compile(r"\b(?:(?:stop|don['’]?t|do not|not|no need to|you (?:do not|don['’]?t) have to) (?:remind|nag|push|pester|go on at|chase|lecture)|(?:stop|quit|enough|no more|too many|so many) (?:asking|(?:of )?(?:the |your |these |with the )?questions?)|(?:don['’]?t|do not|please stop) ask(?:ing)? (?:me )?(?:about|anything|any ?more|so much|questions?|so many))", _I),
    Intent.RESUME: re.compile(r"\b(?:(?:re)?write|fix|improve|update|make|build|create|generate|check|tailor|look at|help (?:me )?with|work on|do|need)\b.{0,20}\b(?:résumé|resume|cv|curriculum)\b|\b(?:my|a) (?:résumé|resume|cv)[?.!]?$|\bcover letter\b|\b(?:on|in|for|onto) (?:a|my|the|your) (?:résumé|resume|cv)\b|\b(?:got|have|had|need|want) (?:a |no |any )?(?:résumé|resume|cv)\b", _I),
    Intent.GOOD_NEWS: re.compile(r"^(?:i )?did (?:the|my|it|that)\b|\b(?:i(?:['’]ve| have)? (?:just |finally |actually )?(?:got|have|had) (?:the|an?|my|that|a second|another) (?:\w+ ){0,2}(?:job|interview|offer|place|call ?back|trial (?:day|shift)|contract|promotion|yes)\b|(?:they|she|he|the \w+) (?:just )?(?:offered me|invited me|called me back|want(?:s|ed)? (?:to (?:meet|see|interview|hire)|me)|said yes)|i(?:['’]ve| have)? (?:just |finally )?(?:passed|applied|been (?:invited|accepted|offered|shortlisted|promoted)|handed in my notice|signed (?:it|the contract))|(?:got|was|am|i['’]m) (?:invited|accepted|shortlisted|promoted|hired)\b|i did it\b|(?:it|that|the (?:test|talk|call|session|day|interview|experiment|conversation)) went (?:\w+ )?(?:well|great|fine|ok|better than)|i (?:finally |actually )?(?:sent|handed in|posted|made) (?:it|the (?:\w+ )?(?:call|message|email|e-mail|letter|form|application)))", _I),
    Intent.BAD_NEWS: re.compile(r"\b(?:(?:got |was |been |am )?rejected|a rejection|another (?:rejection|no)\b|turned (?:me )?down|(?:they|she|he) (?:just )?said no|did(?:n['’]?t| not) get (?:it|the|an?y?|in|that|through)|(?:have(?:n['’]?t| not)|never) heard (?:back|anything)|no (?:reply|answer|response)\b|(?:they|he|she|got|been|was|were) ghosted|ghosted me|(?:it|that|the (?:test|talk|call|session|day|interview|experiment|conversation)) went (?:\w+ )?(?:bad|badly|terribl[ey]|horribl[ey]|wrong|awful(?:ly)?)|got (?:fired|sacked|laid off)|(?:was|been|being) (?:fired|sacked|laid off|made redundant|let go)|lost my job|i failed|they (?:chose|picked|took|went with) (?:some(?:one|body) else|another)|fell through)\b", _I),
    Intent.JOBS: re.compile(r"\b(?:(?:find|get|look(?:ing)? for|search(?:ing)? for|show|see|any|suggest) (?:me |us )?(?:(?:a|some|new|another|the|better|my|good|suitable|matching|open) ){0,3}(?:jobs?|work|vacanc\w+|openings?|positions?|opportunit\w+|postings?)\b|which jobs|what jobs|what (?:kind of |sort of )?(?:jobs?|work) (?:could|can|would|might))", _I),
    Intent.STUCK: re.compile(r"\b(?:stuck (?:in|with|at) (?:my|a|this|the) (?:career|job|work|rut|life)|i(?:['’]m| am| feel)(?: so| really| totally| just)? stuck\b)", _I),
    Intent.DELETE: re.compile(r"\b(?:delet(?:e|ed|ing)|eras(?:e|ed|ing)|wipe|get rid of|take back) (?:(?:all|everything|this|it|that|my|what i)\b|the (?:chat|conversation|account))", _I),
    Intent.MISTAKES: re.compile(r"\b(?:my english|my (?:spelling|writing|grammar)|(?:bad|poor|broken) english|(?:write|make|with) (?:so many |many |some )?(?:spelling )?mistakes|dyslexi\w+)\b", _I),
    Intent.CHANGE: re.compile(r"\b(?:(?:go back|change|edit|correct|rewrite|take back) (?:and \w+ )?(?:an?|my|the|that|one of my) (?:\w+ )?answers?\b)", _I),
    Intent.HOW_LONG: re.compile(r"\b(?:how (?:long|much time|many (?:questions|minutes|steps))\b.{0,30}\b(?:it|this|that|take|need|left|there|total|are)\b|time commitment|total time|overview of (?:the|this)|what(?:['’]?s| is) involved|in (?:\w+ )?minutes\?)", _I),
    Intent.OPTIONAL: re.compile(r"^\W*(?:skip|pass on|next)(?: (?:this|it|that))?(?: (?:one|question))?[.! ]*$|\b(?:(?:come|get) back to (?:this|it|that)(?: one)?(?: later)?|do i (?:have|need) to (?:answer|do|fill|finish|write)|can i (?:skip|leave (?:it|this|that|one) (?:out|open|empty)|jump|stop|pause)|(?:is|are) (?:this|that|it|they|these|all of (?:this|them)) (?:optional|required|mandatory))\b", _I),
    Intent.COST: re.compile(r"\b(?:(?:what|how much) does (?:it|this) cost|is (?:it|this) (?:really )?free\b|who(?:['’]s| is)? pay(?:s|ing) for (?:it|this)|do i (?:have to|need to)? ?pay|(?:what|where)(?:['’]s| is) the catch)", _I),
    Intent.ACCOUNT: re.compile(r"\b(?:do i (?:have|need) to (?:give|sign|log|register|make|say|use|enter|put in)\b|(?:sign|log) (?:up|in)\b.{0,20}\?|(?:need|make|create) an account|password|my (?:real )?name\?)", _I),
    Intent.PRIVACY: re.compile(r"\b(?:retention|gdpr|(?:seen|read) by (?:my|the|any|some)|who (?:can|will|else can|sees?|reads?) (?:see|read)?|(?:is|are) (?:this|it|these|you) (?:private|confidential|secret|safe|recording)|privacy|my data|what happens (?:to|with) (?:my|what i|this|all this)|do you (?:give|pass|send|tell|report|show)\b.{0,40}\b(?:to|anyone|anybody|my|the)\b|do(?:es)? (?:you|anyone|anybody|my (?:boss|employer|manager)) (?:store|save|share|sell|see|read|find out))\b", _I),
    Intent.KNOWN: re.compile(r"\b(?:what (?:do|did|have) (?:you|i) (?:know|remember|save|keep|store|say|said|tell|told|have|got)\b.{0,20}\b(?:me|you|so far|before|last time)\b|what(?:['’]s| is| have) (?:you )?(?:saved|stored|kept|got|noted|on) (?:about|on) me|do you remember|sum(?:marise|marize| (?:it|this|that|me) up)\b|a summary|where (?:were|are) we\b|what have (?:we|i) (?:said|got|done) so far)", _I),
    Intent.WHY: re.compile(r"^\W*(?:(?:and |but |so )?why (?:are )?you (?:asking|want|need)|why (?:do|are|did|would|does) (?:you|that|it|this) (?:ask|asking|want|need|say|care|matter)|why (?:that|this|such a) question|why[?!. ]*$|what(?:['’]s| is) (?:that|this|it) (?:for|got to do)|why (?:do|are|must|does) (?:you|it) (?:\w+ )?(?:end|ask|keep|need|want|always|quote|repeat|write)|what do you mean|how do you mean|i don['’]?t (?:get|understand) (?:the|that|your|this|what you)|meaning\?|huh\?+$|what\?+$)", _I),
    Intent.ABOUT: re.compile(r"\b(?:who are you|what are you|are you (?:a |an )?(?:bot|robot|ai|human|real|machine|person|chat ?gpt|computer|program)|is (?:this|it) (?:a |an )?(?:bot|robot|ai|machine|chat ?gpt|real person)|am i (?:talking|speaking) to (?:a |an )?(?:bot|robot|ai|human|machine|person|computer)|what (?:can |do )?you do\b|how does (?:this|it) work|which model|what is (?:this|mosaic|it)(?: thing)?(?:[?.!]|$))\b", _I),
    Intent.OUTSIDE: re.compile(r"\b(?:what(?:['’]?s| is) an? .{1,40}\b(?:get|make|earn|on|paid)\b|(?:median|average|mean|typical|normal)? ?(?:salary|wages?|pay)\b.{0,80}\?|what (?:do|does|would|will|can) .{1,40}\b(?:start at|start on|earn|make|pay|cost)\b|(?:would|will|do|does|can|could|is|are|am|how|when|what)\b.{0,60}\b(?:allowance|benefits?|pension|tax(?:es)?|redundancy|statutory|insurance|visa|work permit|tribunal|maternity|sick pay|holiday pay)\b.{0,60}\?|how much (?:do|does|would|can|could|is|are|will)\b.{0,60}\b(?:earn|paid|pay|make|cost|salary|costs?|get)\b|(?:average|typical|starting|minimum|usual) (?:salary|wage|pay)|(?:salary|wage|pay) (?:of|for) (?:an?|the)\b|what(?:['’]?s| is) the (?:\w+ )?(?:salary|wage|pay|law|minimum wage|notice period|weather|deadline|rate|band|fee|cost|price|top|bottom|maximum)\b|(?:address|phone number|opening hours|website) of|is it legal|legally|(?:do i|would i|am i) (?:qualify|entitled|eligible)|visa rules|how (?:do|can|would) (?:i|you|one) (?:become|get (?:a |my |the )?(?:licen[cs]e|visa|permit|certificate)|qualify|apply for (?:benefits?|a visa|universal|unemployment)|claim)|what qualifications? (?:do|does|would|are))", _I),
    Intent.ADVICE: re.compile(r"\b(?:what (?:should|shall|would|do|can|could|must) (?:i|you|we) (?:do|say|choose|pick|suggest|recommend|advise|try|apply)|should i|shall i|just tell me|tell me what|what(?:['’]s| is) your (?:advice|opinion|recommendation|view)|(?:do|don['’]?t) you think (?:i|it|that|this)|what do you think|(?:is|was|would) (?:that|this|it) (?:\w+ )?(?:enough|ok(?:ay)?|too (?:much|little|late|early|old)|reasonable|silly|right|selfish|possible)\b|is it (?:too late|worth it|a good idea|a bad idea|stupid|realistic|wrong|normal|crazy|mad|bad|good)|am i (?:too|wrong|crazy|stupid|good enough|being|mad|the only)|(?:what (?:do |d['’]?)?|would )?you reckon|if you (?:had to|were me)|(?:pick|choose|decide) (?:one )?(?:of the two )?for me|(?:yes or no|or not)[?.! ]*$|is (?:it|this|that) (?:something )?for me|any good[?.! ]*$|(?:any|some|give me|need|want) (?:some )?(?:advice|tips?|ideas?)|which (?:one )?(?:should|would|is (?:better|best)))\b", _I),
    Intent.HOW_ARE_YOU: re.compile(r"^\W*(?:(?:hi|hello|hey),? )?(?:how are (?:you|things)|how(?:['’]s| is) it going|what['’]?s up|how do you do|you (?:ok|okay|alright|good)\?|are you (?:ok|okay|happy|tired|there|still there|listening))\b.{0,25}$", _I),
    Intent.JOKE: re.compile(r"\b(?:tell me a joke|say something funny|do you (?:sleep|eat|dream|like|love|play|drink|believe)|(?:what(?:['’]s| is) )?your (?:favou?rite|name|age)|how old are you|will you marry|the weather (?:is|today)|(?:did you|have you) (?:see|watch|seen|watched) )", _I),
    Intent.ANGER: re.compile(r"^\W*(?:and |but |so |well,? |god,? )?(?:you answered|(?:can|could|will) you (?:please |just )?(?:stop|not)\b|(?:just )?be normal|you (?:really |always |just |only |never |still )*(?:talk|sound|speak|don['’]?t (?:get|understand|listen|know|help|answer)|didn['’]?t (?:answer|listen|understand|read)|never|twist|repeat|parrot|copy)|(?:this|it)(?:['’]?s| is) like talking to|stop (?:talking|quoting|repeating|copying))\b|\b(?:this is (?:\w+ )?(?:useless|stupid|pointless|rubbish|crap|a joke|nonsense|bullshit|bollocks|annoying)|that(?:['’]?s| is| was) (?:\w+ )?(?:useless|stupid|no help|not helpful|unhelpful|rubbish|crap|pointless|nonsense|bullshit|annoying)|you(?:['’]?re| are) (?:\w+ )?(?:useless|stupid|no help|an idiot|annoying|not helping|unhelpful)|useless (?:bot|thing|app|machine|program)|waste of time|shut up|fuck (?:you|off|this)|for (?:fuck['’]?s|god['’]?s|christ['’]?s|crying out) ?(?:sake|loud)|wtf|piss off|that(?:['’]?s| is) not what i (?:said|asked|meant)|not (?:very )?helpful|doesn['’]?t help|not helping)\b", _I),
    Intent.THANKS: re.compile(r"^\W*(?:(?:ok(?:ay)?|great|good|alright|right),? )?(?:many |much )?(?:thanks?|thank you|thx|ty|cheers|ta|appreciate it|much appreciated|that(?:['’]?s| was| is) (?:really |very |actually )?(?:helpful|good|kind|nice|great|useful)|(?:that|this) (?:really |actually )?help(?:s|ed))\b.{0,80}$", _I),
    Intent.GOODBYE: re.compile(r"^\W*(?:(?:ok(?:ay)?|right|alright|thanks),? )?(?:bye|goodbye|good ?night|night|see you|see ya|talk (?:later|soon|tomorrow)|that(?:['’]?s| is) (?:all|enough|it) for (?:now|today|tonight)|i(?:['’]?m| am) (?:off|going to (?:bed|sleep)|done for)|(?:got|have) to go|gotta go|until tomorrow)\b.{0,40}$|^\W*(?:sorry,? )?i (?:must|have to|need to|gotta|got to|will|should) (?:stop|go|leave|run|sleep)\b.{0,60}$", _I),
    Intent.GREETING: re.compile(r"^\W*(?:hi|hello|hey)\b[^?]{0,20}\b(?:you|anybody|anyone) (?:still )?there\b.{0,30}$|^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|hiya|greetings|yo|hallo|i(?:['’]?m| am) back|back again)(?: (?:there|mosaic|coach|again|you))?\W*$", _I),
    Intent.DONT_KNOW: re.compile(r"^\W*(?:(?:i (?:really |just |honestly )?)?(?:don['’]?t|do not) (?:really )?know|no idea|no clue|not sure|unsure|dunno|idk|hard to say|i have no idea|i can['’]?t (?:say|think of (?:one|any(?:thing)?))|can['’]?t say|maybe|who knows|no opinion|pass)\b.{0,40}$", _I),
}  # fmt: skip
LONGEST = 40
"""Words up to which a message is about what one of its phrases asks for; a longer one tells something."""
_AT_ANY_LENGTH = frozenset((Intent.HUMAN,))
LONGEST_NEWS = 90
_NEWS = frozenset((Intent.GOOD_NEWS, Intent.BAD_NEWS))
_ASKING = frozenset((Intent.OUTSIDE, Intent.ADVICE, Intent.KNOWN, Intent.PRIVACY, Intent.ABOUT))
LAST_LATIN = "\u024f"
FEW = 16
"""Words up to which a message is taken for a question by its words alone."""
_POSTING = re.compile(
    r"\b(?:we(?:['’]re| are) (?:looking for|hiring|seeking|recruiting)|(?:key )?responsibilities|requirements|what you(?:['’]ll| will) (?:do|need|bring)|about (?:the role|us|you)|we offer|apply (?:now|by|today|via|online)|salary|full[- ]time|part[- ]time|permanent|closing date|the successful candidate|essential criteria|job (?:title|description|type)|per (?:hour|annum)|benefits include|immediate start|experience (?:required|preferred|essential)|years[’']? experience|(?:degree|licen[cs]e|diploma|certificate) (?:required|preferred|essential)|competitive (?:pay|salary)|must (?:have|be|love)|wanted!|as needed|fast-paced|self-starter|team player|shifts?|seeking)\b",
    _I,
)
FEWEST_SIGNS, SHORTEST_POSTING = 3, 25

# Words that are common in one of the languages and in none of the others, English last.
_LANGUAGES = {
    "de": "du mich das dir warum ich bin nicht und habe eine meine kann mir möchte arbeite wie weiter seit keine mein".split(),
    "fr": "je suis pas une mon travail avec dans pour mais veux depuis cherche quoi faire ne".split(),
    "es": "estoy trabajo quiero no sé mi una con desde pero busco hacer qué tengo".split(),
    "it": "sono lavoro voglio non mio una con ma cerco cosa fare da anni".split(),
    "pt": "estou trabalho quero não meu minha uma com mas procuro fazer há anos".split(),
    "nl": "ik ben niet een mijn werk met maar wil zoek al jaren geen weet".split(),
    "pl": "jestem nie pracę pracy chcę mam się od lat szukam moja".split(),
    "sv": "jag är inte ett mitt jobb med men vill söker sedan vet".split(),
}
_ENGLISH = frozenset(
    "i the a my and to of is am not in it for work job have do want with me at be was that this on but".split()
)
FEWEST_WORDS = 3


def telling_intent(message: str, intent: Intent) -> str:
    """Return the words by which a message was understood as something, literally, or nothing."""
    pattern = _PATTERNS.get(intent)
    found = pattern.search(message) if pattern else None
    return found.group() if found else ""


def intent_of(message: str) -> Intent | None:
    """Return what a message asks for or tells, where there is a way of its own for that, or None."""
    words = len(message.split())
    if words >= SHORTEST_POSTING and len({one.casefold() for one in _POSTING.findall(message)}) >= FEWEST_SIGNS:
        return Intent.POSTING
    for intent, pattern in _PATTERNS.items():
        found = pattern.search(message) if words <= _most_words(intent) else None
        if found and _is_meant(intent, message, found.group(), words):
            return intent
    return Intent.OTHER_LANGUAGE if language_of(message) or _is_in_other_letters(message) else None


def _is_meant(intent: Intent, message: str, found: str, words: int) -> bool:
    """Whether the words stand for themselves: a question where they ask, no question where they tell."""
    if intent in _ASKING:
        return words <= FEW or asks(sentence_around(message, found))
    return intent not in _NEWS or not asks(sentence_around(message, found))


def _is_in_other_letters(message: str) -> bool:
    """Whether most of the letters are not Latin ones."""
    letters = [letter for letter in message if letter.isalpha()]
    return 2 * sum(letter > LAST_LATIN for letter in letters) > len(letters)


def _most_words(intent: Intent) -> float:
    if intent in _AT_ANY_LENGTH:
        return float("inf")
    return LONGEST_NEWS if intent in _NEWS else LONGEST


def language_of(message: str) -> str:
    """Return the code of a language other than English the message seems to be in, or nothing."""
    words = re.findall(r"[^\W\d_]+", message.casefold())
    if len(words) < FEWEST_WORDS:
        return ""
    english = sum(word in _ENGLISH for word in words)
    best, count = max(
        ((code, sum(word in known for word in words)) for code, known in _LANGUAGES.items()), key=lambda one: one[1]
    )
    return best if count >= FEWEST_WORDS and count > english else ""
