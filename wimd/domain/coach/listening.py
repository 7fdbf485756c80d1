"""What a message is, apart from what it asks for: its tone, and whether it only answers."""

import re
from enum import StrEnum

from wimd.domain.sentences import quotable, sentences_in

LONGEST_ANSWER = 5
"""Words up to which a message can be a mere yes, no or when."""
TERSEST = 3
LONGEST_TIRED = 14


class Tone(StrEnum):
    """What kind of thing a sentence tells."""

    WISH = "wish"
    TROUBLE = "trouble"
    DOUBT = "doubt"
    PLAN = "plan"
    MONEY = "money"
    PEOPLE = "people"
    EVENT = "event"
    PLAIN = "plain"


class Short(StrEnum):
    """What a message of a few words answers."""

    YES = "yes"
    NO = "no"
    THIS_ONE = "this_one"
    WHEN = "when"
    LATER = "later"
    LAUGH = "laugh"
    TERSE = "terse"


_I = re.IGNORECASE
_END = r"[\s.!…)]*$"
_SHORT = {
    Short.LATER: re.compile(rf"^\W*(?:(?:maybe |perhaps )?(?:later|not (?:now|tonight|today)|another (?:time|day)|some other time|next time)){_END}", _I),
    Short.WHEN: re.compile(rf"^\W*(?:(?:well|ok|maybe|perhaps|probably|say|on|by|next|this|at|in|the|around|after|before|early|late) )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|tonight|today|weekend|week|month|morning|afternoon|evening|lunch(?:time)?|\d{{1,2}}(?::\d\d)? ?(?:am|pm)?|christmas|easter)(?:,? (?:morning|afternoon|evening|night|week|then|maybe|perhaps|probably|i think|i guess)){{0,2}}{_END}", _I),
    Short.THIS_ONE: re.compile(rf"^\W*(?:yes,? |ok,? |maybe |i think |probably )?(?:the )?(?:(?:first|second|third|last|latter|former|other)(?: one)?|that one|this one|both(?: of them)?|neither(?: of them)?|either(?: one)?|all of (?:it|them)|none of (?:it|them|those)){_END}", _I),
    Short.NO: re.compile(rf"^\W*(?:no|nope|nah|not really|not yet|not (?:at all|exactly|quite)|never|none|nothing|i don['’]?t think so|rather not|i['’]?d rather not|no (?:thanks?|thank you|way)|negative|neither(?:,? if .{1,20})?|(?:no,? )?not for me|don['’]?t want (?:to|that)){_END}", _I),
    Short.YES: re.compile(rf"^\W*(?:(?:oh |ok |well )?(?:yes|yeah|yep|yup|ya|sure|ok|okay|k|(?:yeah ?){2,3}|right|exactly|true|correct|indeed|agreed|definitely|absolutely|of course|alright|all right|aye|affirmative|(?:good )?copy(?: that)?|roger|i guess(?: so)?|i think so|i suppose(?: so)?|probably|mhm|maybe (?:so|yes)|it (?:is|does)|i (?:do|am|did|will|can|could))(?:,? (?:please|exactly|sure|yes|that['’]?s (?:it|right|true)|i (?:do|did|am|will|know))){{0,2}}){_END}", _I),
    Short.LAUGH: re.compile(rf"^\W*(?:(?:ha){{2,}}h?|lol|lmao|rofl|hehe|nice(?: one)?|cool|wow|oh|hmm+|mm+|huh|interesting|fair enough|good (?:question|point)|true that|ah){_END}", _I),
}  # fmt: skip
_TONES = {
    Tone.PLAN: re.compile(r"\b(?:i['’]?m going to|i am going to|i['’]?ll|i will|gonna|i plan|planning to|next (?:week|month)|tomorrow|i['’]?ve decided|i decided)\b", _I),
    Tone.WISH: re.compile(r"^(?:just )?want(?:ed)?\b|\b(?:i(?:['’]?d| would) (?:like|love|rather|want|prefer)|i (?:really |just |always |only )?(?:want|wanted|wish|dream|hope|miss|long)|would be (?:nice|great|lovely|good)|if only|my dream|i['’]?m looking for)\b", _I),
    Tone.DOUBT: re.compile(r"\b(?:maybe|perhaps|not sure|unsure|don['’]?t know (?:if|whether|how|what)|afraid|scared|worr(?:y|ied)|nervous|doubt|what if|too (?:old|young|late|stupid|slow|shy)|not (?:good|smart|clever|qualified) enough|anxious|nobody (?:would|will|wants)|who would)\b", _I),
    Tone.TROUBLE: re.compile(r"\b(?:(?:i|we)(?:['’]?ve| have|['’]?m| am)? not|(?:i|we) (?:did|have|had|do|was)n['’]?t|can['’]?t|cannot|couldn['’]?t|won['’]?t|no (?:time|money|energy|chance|way|one)|never|hate|awful|terrible|horrible|tired|exhausted|sick of|fed up|too (?:much|many|little|far|long)|problem|stress\w*|pressure|lonely|bored|angry|unfair|worse|stuck|alone|nothing|lost|broke|ill)\b", _I),
    Tone.MONEY: re.compile(r"[£$€]\s?\d|\b\d[\d.,]*\s?(?:k|euros?|pounds?|quid|dollars?|net|gross|an hour|per (?:hour|month|year)|a (?:month|year|week))\b|\b(?:money|salary|wages?|pay|paid|rent|mortgage|debts?|afford|savings|bills?|loan|budget|income)\b", _I),
    Tone.PEOPLE: re.compile(r"\b(?:my (?:wife|husband|partner|mum|mom|mother|dad|father|parents|son|daughter|kids?|children|brother|sister|boss|manager|mate|friend|colleagues?|boyfriend|girlfriend|ex|family|neighbou?r|lad|girl|boy)|(?:he|she|they|[A-Z][a-z]+|wife|husband|boss|mate) (?:says?|said|thinks?|thought|reckons?|asks?|asked|told|wants?|wanted|laughed|offered|wrote|called))\b", 0),
    Tone.EVENT: re.compile(r"\b(?:yesterday|today|last (?:week|night|month|year|time)|this (?:morning|afternoon|week)|(?:i|we|he|she|they) (?:\w+ed|went|had|got|did|said|told|made|saw|met|took|gave|came|found|spoke|wrote|sat|felt|thought|ran|left|put|kept|asked))\b", _I),
}  # fmt: skip
_DID = re.compile(r"\b(?:i|i['’]ve|we)\b.{0,30}\b(?:applied|sen[dt]|signed|said yes|filled|accepted|took|agreed|booked|handed|bought|promised|told|volunteered|put in|put my name)\b|(?:^|\b(?:also|just|but) )(?:applied|sent|signed|accepted|took|agreed|booked|volunteered|put in)\b", _I)  # fmt: skip
_AGAINST = re.compile(r"\b(?:oh,? and|ps|but|also|yet|still|though|although|and then|just|even so|anyway|instead|yesterday|last (?:night|week)|on \w+ (?:night|morning|evening))\b", _I)  # fmt: skip
_TIRED = re.compile(r"\b(?:tired|exhausted|shattered|knackered|worn out|drained|no energy|wiped out|done in|long (?:day|shift|night|week)|can['’]?t think)\b", _I)  # fmt: skip


def tone_of(words: str) -> Tone:
    """Return what kind of thing words tell."""
    return next((tone for tone, pattern in _TONES.items() if pattern.search(words)), Tone.PLAIN)


def wanted_and_done(message: str) -> tuple[str, str] | None:
    """Return what somebody wants and what they did against it, both literal, where a message tells the two."""
    parts = sentences_in(message)
    wanted = next((place for place, part in enumerate(parts) if _TONES[Tone.WISH].search(part)), None)
    if wanted is None:
        return None
    done = next((part for part in parts[wanted + 1 :] if _DID.search(part) and _AGAINST.search(part)), "")
    pair = quotable(parts[wanted]), quotable(done)
    return pair if all(pair) else None


def short_of(message: str) -> Short | None:
    """Return what a message of a few words answers, or None."""
    words = len(message.split())
    if words > LONGEST_ANSWER:
        return None
    known = next((short for short, pattern in _SHORT.items() if pattern.match(message)), None)
    return known or (Short.TERSE if words <= TERSEST and tone_of(message) is Tone.PLAIN else None)


def is_tired(message: str) -> bool:
    """Whether a short message says that there is no strength left today."""
    return len(message.split()) <= LONGEST_TIRED and bool(_TIRED.search(message))
