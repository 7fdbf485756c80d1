"""Counting what an answer asks of a person: questions, open or hidden, and steps."""

import re

_HIDDEN = re.compile(
    r"\b(?:i(?:'m| am)? wonder(?:ing)?\b|i(?:'m| am|'d be| would be) (?:curious|interested)\b|i(?:'d| would) (?:like|love|be glad) to (?:know|hear|learn|understand)|may i ask|can i ask|let me ask"
    r"|(?:please )?tell me\b|let me know\b|(?<!you )describe (?:to me|what|how|a|the|your)|share with me|ich frage mich|erzähl(?:en sie)? mir|je me demande|dites-moi|dis-moi|me pregunto|cuéntame|mi chiedo|dimmi|raccontami|vraag ik me af|vertel me|zastanawiam się|opowiedz)",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[?？]+[!?？]*")
_BULLET = re.compile(r"^\s*(?:[-*•▪◦‣–]\s+|\(?\d{1,2}[.)]\s+|\(?[a-h]\)\s+|step \d)", re.IGNORECASE)
_OFFER = re.compile(
    r"\byou (?:could|might|may|can)(?: (?:also|perhaps|maybe|just|simply|then|first|always|even|want to|like to|wish to|consider))* (?!find|feel|notice|be\b|have|see\b|think|wonder|like|know|say\b|not\b|well\b|both|count|call it|hear|recogni|still|stop after|tell\b)\w+"
    r"|\b(?:how|what) about (?:a |an |one |trying |looking |asking |writing |\w+ing )|\b(?:it|what) (?:may|might|could) help(?: to)?\b(?! (?:to )?(?:see|know|hear|notice|remember|think)\b)|\bdu könntest\b|\bsie könnten\b|\b(?:tu pourrais|vous pourriez)\b|\b(?:podrías|podría usted)\b|\b(?:potresti|potrebbe provare)\b|\b(?:poderia|podias|podia tentar)\b|\bje zou \w+ kunnen\b|\b(?:możesz|mógłbyś|mogłabyś)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:one|a|an|another|the next|some|two|three|four|five|several)(?: (?:small|tiny|little|possible|other|easy|gentle|next|first|quick))* (?:ideas?|steps?|things? (?:for|to try)|try|experiments?|options?|tips?)\b|\b(?:ein kleiner schritt|un petit pas|un pequeño paso|un piccolo passo)\b",
    re.IGNORECASE,
)
_VERBS = (
    "add answer apply arrange ask attend avoid begin book bring browse build call check choose circle collect come compare complete consider contact count create cross describe "
    "discuss do draft draw explore fill find finish follow get give go hold imagine invite join keep learn leave let's list listen look make map mark meet mention message "
    "move name note notice offer open pick plan pause phone practise practice prepare put read record reach rehearse remove remind reply research rest review ring save schedule search send "
    "set share show sign sit skip sleep speak spend stand start stay stop take talk tell text think track try turn update use visit volunteer wait walk watch write"
).split()
_FOLLOW = (
    r"(?:a|an|the|your|my|this|that|these|those|it|its|one|two|three|four|five|ten|twenty|\d+|down|out|up|off|back|over|through|to|for|with|without|me|yourself|him|her|them|somebody|someone|anybody|"
    r"each|every|all|some|any|about|at|on|in|into|around|away|what|which|how|who|whether|why|where|today|tonight|tomorrow|now|here|there|only|just|nothing|something|everything|half|another|more|less|jo|people|parents|by|from|past|together)"
)
_IMPERATIVE = re.compile(
    rf"(?:^|[:;.!]\s+|,\s+(?:and |then |or |so )?|\b(?:then|perhaps|maybe|please|just|and then|instead|first|next|tonight|today|tomorrow)[,:]?\s+)(?:then |now |please |just |simply |also |maybe |perhaps |do )*(?P<verb>{'|'.join(_VERBS)})\s+{_FOLLOW}\b",
    re.IGNORECASE,
)
_IMAGINED = frozenset("imagine think go look take let's consider name tell picture leave put".split())
_NOT_ASKED = re.compile(r"\btell me\b|\blet me\b", re.IGNORECASE)
# “You ask, listen and note what they say” tells; nothing in it is asked of anybody.
_TOLD = re.compile(
    r"\b(?:you|they|we|i|he|she|who|people|to|that|which|of|a|the|your|did|do|does)\b[^.:;!]*$", re.IGNORECASE
)


_SOFTENED = re.compile(
    r"\b(?:if you(?:'d)? (?:like|want|wish|feel|care)|if it (?:suits|helps|feels)|perhaps|maybe|could|might|may|would|small|tiny|little|short|brief|one|a (?:single|few|couple|quick)|just|only|tonight|minutes?|try|idea|experiment|half|quarter|suppose|for (?:today|tonight|now)|whenever|let's|let us|when you (?:like|feel)|at your own pace)\b",
    re.IGNORECASE,
)
_BIG = "accept believe declare demand embrace face focus forget get give go grab ignore insist leave move prove push remember report resign ring seize tell trust".split()
_BARE = re.compile(
    rf"(?:^|[.!;]\s+)(?:(?:first(?: thing)?|now|so|then|and|but|today|tomorrow|please|next|for now|first thing tomorrow|this week|next week|right away|straight away),?\s+)*(?:{'|'.join([*_VERBS, *_BIG])})\s+{_FOLLOW}\b"
    r"|(?:^|[.!;]\s+)(?:charge|work|sleep|rest|expect|want|worry|talk|eat|spend|save|do|ask) (?:more|less|harder|longer|better|bigger)\b"
    r"|(?:^|[.!;]\s+)get (?:certified|qualified|trained|started|going|moving|help|dressed|ready|out)\b",
    re.IGNORECASE,
)
_TO_COACH = re.compile(
    r"^\W*(?:tell me|let me|let's|let us|give me|take your time|go on|imagine|think|suppose|picture|look|take (?:your|the|one|two|that)|thank)\b",
    re.IGNORECASE,
)


def commands_in(text: str) -> list[str]:
    """Return what a sentence bids without softening it; “if you like, note one thing” offers."""
    if _MARKS.search(text) or _SOFTENED.search(text) or _TO_COACH.match(text):
        return []
    return [found[0] for found in _BARE.finditer(text)]


def questions_in(text: str) -> int:
    """Return how many questions a sentence asks; one that is hidden in an open one counts once."""
    return max(len(_MARKS.findall(text)), len(_HIDDEN.findall(text)))


def steps_in(text: str) -> int:
    """Return how many steps a sentence proposes, without its quotations."""
    if _BULLET.match(text):
        return 1
    is_question = bool(_MARKS.search(text))
    opens = bool((first := _IMPERATIVE.search(text)) and first.start() == 0)
    count = len(_OFFER.findall(text))
    for found in _IMPERATIVE.finditer(text):
        verb = found["verb"].casefold()
        is_inside = (
            not opens and found.start() > 0 and text[found.start()] == "," and bool(_TOLD.search(text[: found.start()]))
        )
        is_frame = is_question and (verb in _IMAGINED or is_inside or _TOLD.search(text[: found.start()]))
        if not (is_frame or is_inside or _NOT_ASKED.match(text[found.start("verb") :])):
            count += 1
    return count or bool(_LEAD.search(text) and not is_question)
