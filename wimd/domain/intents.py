"""What a message asks for, where it asks for something the coach has a fixed way for."""

import re
from enum import StrEnum


class Intent(StrEnum):
    """Fixed cases, in the order they are tried."""

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


_I = re.IGNORECASE
_PATTERNS = {
    Intent.HUMAN: re.compile(r"\b(?:(?:talk|speak|chat)(?:ing)? (?:to|with) (?:a |an? real |some)?(?:human|person|people|coach|counsell?or|somebody real)|real (?:person|human)|human (?:coach|being|help)|an actual person)\b", _I),
    Intent.FAST_TRACK: re.compile(r"\bfast[- ]?track\b", _I),
    Intent.DISCOVERY: re.compile(r"\b(?:ps ?101|start discovery|the discovery|discovery,? please|^discovery[.!]?$)", _I),
    Intent.RESUME: re.compile(r"\b(?:(?:re)?write|fix|improve|update|make|build|create|check|tailor|look at|help (?:me )?with|work on|do)\b.{0,20}\b(?:résumé|resume|cv|curriculum)\b|\b(?:my|a) (?:résumé|resume|cv)[?.!]?$", _I),
    Intent.JOBS: re.compile(r"\b(?:(?:find|get|look(?:ing)? for|search(?:ing)? for|show|see|any|suggest) (?:me |us )?(?:(?:a|some|new|another|the|better|my|good|suitable|matching|open) ){0,3}(?:jobs?|work|vacanc\w+|openings?|positions?|opportunit\w+|postings?)\b|which jobs|what jobs)", _I),
    Intent.STUCK: re.compile(r"\b(?:stuck (?:in|with|at) (?:my|a|this|the) (?:career|job|work|rut|life)|i(?:['’]m| am| feel)(?: so| really| totally| just)? stuck\b)", _I),
    Intent.PRIVACY: re.compile(r"\b(?:who (?:can|will) (?:see|read)|is (?:this|it) private|privacy|my data|what happens (?:to|with) (?:my|what i)|do you (?:store|save|share|sell))\b", _I),
    Intent.ABOUT: re.compile(r"\b(?:who are you|what are you|are you (?:a |an )?(?:bot|robot|ai|human|real|machine|person)|what (?:can|do) you do|how does (?:this|it) work|what is (?:this|mosaic))\b", _I),
    Intent.ANGER: re.compile(r"\b(?:this is (?:useless|stupid|pointless|rubbish|crap|a joke|nonsense|bullshit)|you(?:['’]re| are) (?:useless|stupid|no help|an idiot|annoying|not helping)|waste of time|shut up|fuck (?:you|off|this)|piss off|that(?:['’]s| is) not what i (?:said|asked|meant))\b", _I),
    Intent.THANKS: re.compile(r"^\W*(?:many |much )?(?:thanks?|thank you|thx|cheers|ta|appreciate it|great,? thanks?|ok(?:ay)?,? thanks?)\b.{0,40}$", _I),
    Intent.GOODBYE: re.compile(r"^\W*(?:bye|goodbye|good night|see you|talk later|that(?:['’]s| is) (?:all|enough) for (?:now|today)|i(?:['’]m| am) (?:off|going to bed)|until tomorrow)\b.{0,30}$", _I),
    Intent.GREETING: re.compile(r"^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|hiya|greetings)(?: there| mosaic| coach)?\W*$", _I),
    Intent.DONT_KNOW: re.compile(r"^\W*(?:i (?:really |just )?(?:don['’]?t|do not) know|no idea|not sure|dunno|idk|hard to say|i have no idea|maybe|who knows)\b.{0,40}$", _I),
}  # fmt: skip

# Words that are common in one of the languages and in none of the others, English last.
_LANGUAGES = {
    "de": "ich bin nicht und habe eine meine kann mir möchte arbeite wie weiter seit keine mein".split(),
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


def intent_of(message: str) -> Intent | None:
    """Return the fixed case a message falls under, or None."""
    for intent, pattern in _PATTERNS.items():
        if pattern.search(message):
            return intent
    return Intent.OTHER_LANGUAGE if language_of(message) else None


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
