"""Whether naming a skill claims it: “no experience with X”, “I want to learn X” and “my sister does X” do not."""

import re
from enum import StrEnum

from mosaic.lexicon.hints import hint, hints_in
from mosaic.lexicon.sentences import clause_before


class Stance(StrEnum):
    """What a mention says about having something."""

    HAS = "has"
    LACKS = "lacks"
    WANTS = "wants"
    AVOIDS = "avoids"
    OTHERS = "others"


_NOT = r"(?:(?:do|did|does|could|have|has|had|am|is|was|were|wo|would|ca)n['’]?t|cannot|(?:do|did|does|can|could|have|has|am|is|was|were|['’]m) not)"
_LACK = re.compile(
    r"\b(?:no|without|lack(?:s|ed|ing)?|never (?:done|learned|learnt|had|used|worked|did|been)|zero|(?:very|so|too|have|got) little|little (?=experience|knowledge|training|idea|skill|understanding)|hardly any|"
    r"not (?:yet )?(?:good|great|much good|trained|able|confident|experienced)|"
    r"(?:hopeless|rubbish|useless|terrible|bad|no good) (?:at|with)|unable to)\b"
    rf"|{_NOT}(?: (?:really|yet|much|any))?(?=\W|$)"
    # “Never managed anyone” and “never given one”, but not “never tired of cooking”.
    r"|\bnever(?! (?:tired|minded|stopped|bored|afraid|missed|failed|late|forgot|lost))(?: \w+){0,3}\s*$",
    re.IGNORECASE,
)

# Wishing: “I want to learn …”, “interested in becoming …”, “moving towards …”. Using what one has is not wishing:
# “I want to use my teaching experience” does not match.
_WISH = r"(?:want|wants|wanted|would like|['’]d like|would love|['’]d love|hope|hoping|wish|plan|planning|aim|aiming|dream|dreaming|intend|intending|need|keen|eager|looking|trying|ready|have|going|wait)"
_ACQUIRE = r"(?:learn|study|train (?:in|as|to|for)|retrain|become|get into|get better (?:at|with)|improve|brush up|move into|move towards?|go into|switch (?:to|into)|qualify|start)"
_ACQUIRING = r"(?:learning|studying|training (?:in|as|to|for)|retraining|becoming|getting into|moving (?:into|towards?)|going into|switching (?:to|into)|qualifying|starting)"
_LONGING = r"(?:want|wants|would like|['’]?d like|would love|['’]?d love|hope|hoping|wish|dream)"
_WANT = re.compile(
    rf"\b{_WISH} to (?:\w+ ){{0,2}}?{_ACQUIRE}\b"
    rf"|\b(?:interested in|curious about|thinking (?:of|about)|considering|dream(?:ing)? of|keen on|looking (?:into|at)|currently|plan(?:ning)? on|towards?) (?:\w+ ){{0,2}}?{_ACQUIRING}\b"
    r"|\b(?:want|wants|would like|['’]d like|hope|wish|dream|would love|['’]d love) (?:to|of) (?:be|work|do|have|find|go|know|try)\b"
    rf"|{_LONGING} to (?:get (?:my|an?|the) )?\s*$"
    r"|\b(?:interested in|curious about|beginner in|new to|learning|studying|moving (?:into|towards?))\b",
    re.IGNORECASE,
)
# What somebody has done and will not do again.
_AVOID = re.compile(
    rf"\b(?:hate[ds]?|detest|loathe|{_NOT} (?:stand|bear|face)|(?:fed up|done) (?:with|of)|(?:sick|tired) of|had enough of|"
    r"no more|not another|(?:want|wanted|need) out of|anything but|rather not)\b"
    rf"|\b(?:{_NOT} (?:ever )?|never )want to\b"
    rf"|\b{_NOT} (?:put me back|go back|want any more)\b",
    re.IGNORECASE,
)
# What looks like a denial and is none: “not only”, “can't wait to”, “couldn't have done it without”, “hate to lose”.
_NO_DENIAL = re.compile(
    r"\b(?:not (?:only|just|that)|(?:do|did|does)(?:n['’]?t| not) (?:only|just)|ca(?:n['’]?|nno)t (?:live|be|do) without|could(?:n['’]?t| not) live without|without (?:any )?(?:training|lessons|being|help|a course|complaint)|no ?one|can['’]?t (?=wait to\b)|could(?:n['’]?t| not) have (?:\w+ ){0,3}without|"
    r"(?:have(?:n['’]?t| not)|never) stopped|hate to lose|"
    r"(?:(?:do|did)(?:n['’]?t| not)|never) want(?:ed)? to (?:lose|stop|quit|leave|give up|waste|forget))\b",
    re.IGNORECASE,
)
# A clause that begins with somebody else and goes on to what they do; “my mum taught me to …” does not match.
_SOMEBODY_ELSE = re.compile(
    r"^\W*(?:and |so |then |while )?(?:(?:my|our|his|her) (?:ex|old|late|eldest|youngest|big|little|older|younger)? ?)?"
    r"(?:ex|husband|wife|partner|boyfriend|girlfriend|mum|mom|mam|mother|dad|father|brother|sister|son|daughter|"
    r"uncle|aunt|auntie|cousin|nephew|niece|nan|gran|grandma|grandad|grandmother|grandfather|friend|mate|"
    r"neighbou?r|flatmate|boss|landlord)"
    r"(?: (?:also|still|always|only))?(?: (?:does|did|do|runs|ran|handles|handled|used to|wants to|is|was))?"
    r"(?: (?:the|a|an|all|all the|some|good at|great at))?\s*$",
    re.IGNORECASE,
)


def stance_at(text: str, start: int) -> Stance:
    """Return what the words before `start`, in the same clause, say about having what follows."""
    before = clause_before(text, start)
    hints = hints_in(before)
    if hints & _MAY_BE_NO_DENIAL:
        before = _NO_DENIAL.sub("", before)
        hints = hints_in(before)
    for stance, marks, pattern in _IN_ORDER:
        if hints & marks and pattern.search(before):
            return stance
    return Stance.HAS


# The words without one of which a pattern finds nothing.
_MAY_BE_NO_DENIAL = hint("not|no|noone|t|without|stopped|hate|cant|(?:do|did|does)nt|want(?:ed)?")
_IN_ORDER = (
    (
        Stance.OTHERS,
        hint(
            "(?:ex|old|late|eldest|youngest|big|little|older|younger)?(?:ex|husband|wife|partner|boyfriend|girlfriend|mum|mom|mam|mother|"
            "dad|father|brother|sister|son|daughter|uncle|aunt|auntie|cousin|nephew|niece|nan|gran|grandma|grandad|"
            "grandmother|grandfather|friend|mate|neighbou?r|flatmate|boss|landlord)"
        ),
        _SOMEBODY_ELSE,
    ),
    (
        Stance.AVOIDS,
        hint(
            "hate[ds]?|detest|loathe|stand|bear|face|fed|done|sick|tired|enough|more|another|out|anything|rather|want|put|go"
        ),
        _AVOID,
    ),
    (
        Stance.WANTS,
        hint(
            ".*(?:wants?|hope|hoping|wish|dream)|wanted|like|love|plan|planning|aim|aiming|dreaming|intend|intending|need|"
            "keen|eager|looking|trying|ready|have|going|wait|interested|curious|thinking|considering|currently|towards?|"
            "beginner|new|learning|studying|moving"
        ),
        _WANT,
    ),
    (
        Stance.LACKS,
        hint(
            "no|without|lack(?:s|ed|ing)?|never|zero|little|hardly|not|hopeless|rubbish|useless|terrible|bad|unable|t|"
            ".*cannot|.*(?:do|did|does|could|have|has|had|am|is|was|were|wo|would|ca)nt"
        ),
        _LACK,
    ),
)
