"""How much a sentence of a posting asks for what it names: by its own words first, then by its heading."""

import re

from opportunity_bridge.domain.requirements import Ask
from opportunity_bridge.domain.sections import Part, Section


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_NICE = _any(
    r"\b(?:would|will|could) (?:also |certainly )?be (?:very |really |also )?(?:good|nice|great|lovely|useful|helpful|handy|welcome|ideal|a (?:\w+ )?(?:plus|bonus|help|advantage)|an (?:advantage|asset)|appreciated)\b",
    r"\b(?:is|are|be) (?:also |always |very |especially |highly |most |a |an |of )*(?:plus|bonus|advantage|asset|help|useful|helpful|handy|welcome|appreciated|desirable|preferred|regarded|valued|merit\w*)\b",
    r"\ban? (?:\w+ )?(?:plus|bonus|advantage|asset)\b|\b(?:bonus|plus|extra)(?: points)? (?:if|for)\b|^\W*(?:bonus|advantageous|desirable|pluses)\b|\badvantageous\b|\bdesir(?:able|ed)\b|\bpreferr?ed\b|\bpreferably\b|\bideally\b|\bnice to have\b|\bgood to have\b",
    r"\b(?!(?:you|we|this|they|it|he|she|i|there|hours|role|job|post|position|work|shifts|salary|contract|who|which)\b)[\w)]+,? would (?:also |certainly )?be (?:(?:an?|the|really|very|so|of|our|my|also) )*(?!\w+ing\b|paid\b|based\b|responsible\b|part\b|expected\b|required\b|needed\b|offered\b|given\b|available\b|able\b|essential\b|necessary\b)\w+",
    r"\bas would\b|\b(?:strengthen|support|boost|help) your (?:application|case)\b|\bstand out\b|\bset you apart\b|\bgive you an edge\b|\bdoes(?:n[’']t| not) hurt\b|\bdealbreaker\b|\bis useful\b",
    r"^\W*got (?:an?|any|your|some)\b[^.?!]*\?|\bpreference (?:will be|is) given\b|\ball the better\b|\bdelighted\b|\bhaving\b[^.;]*\bwould\b|\bwould (?:\w+ )?(?:suit|put|make)\b",
    r"^\W*(?:and )?if you(?: also|[’']ve)? (?!are\b|feel|think|would|need|want|wish|require|meet|believe|apply|get\b|join|choose|like\b|love|enjoy|see|share|look|recogni|will|were|could|must|should|don|do not|lack|prefer|live\b)\w+\b(?![^.;\n]{0,60}\b(?:questions?|contact|apply|send|e-?mail|call|us to|we[’']ll|we will|please|get in touch)\b)",
    r"\b(?:would|will|does|could) (?:also |certainly )?(?:help|count)\b|\bhelps\b|\bcounts?\b(?= (?:with|in|as|for|too|just|also|here)\b|[.!]|$)|\bbonus points\b|\bwe(?: would|'d|’d) (?:also )?(?:love|like)\b(?! (?:to (?:meet|hear|hire|appoint|recruit|talk|welcome|invite|find|thank|speak|offer)|you to|somebody|someone|people))|\bit would help\b",
    r"\b(?:not|no|without being) (?:a |an )?(?:condition|must|requirement|essential|necessary|necessity)\b.{0,12}\b(?:but|although|helpful|useful)\b|\bbut (?:is |are )?(?:not|no) (?:a |an )?(?:condition|must|essential|necessary|required|requirement)\b",
    r"\b(?:would|will|could|is|are|be) (?:also )?(?:an? )?(?:\w+ )(?:plus|advantage|asset)\b",
    r"\bor (?:a |the )?(?:willing\w*|readiness|wish|prepared|ready|happy|keen|eager|able|strong wish)(?: to|ness to)?\b|\bor willing\b|\bor (?:you )?(?:want|are willing) to\b|\bwelcome\b(?! )|\bvery welcome\b|\b(?:useful|helpful|handy)\b(?=[.,;!:]|$| as | for | because | but )",
    r"\bnot essential\b|\bno must\b|\bnot a must\b|\bno condition\b|\bimpress\w* (?:us|if)\b|\bopens? (?:\w+ )?doors?\b|\bnice if|\bput you ahead\b|\bif you (?:also|can also)\b|\beven better\b",
)
_DENIED = _any(
    r"\b(?:no|without)\b[^.;]{0,60}\b(?:needed|required|necessary|expected|asked for|a must)\b",
    r"\b(?:do|does|did|need|needs) ?(?:n[’']t|not)\b[^.;]{0,20}\b(?:need|ask|require|expect|insist|look|have|know|want|be)\b",
    r"\bnot (?:needed|required|necessary|expected|asked|essential|a must|a condition)\b|\bunnecessary\b|\bno (?:experience|degree|qualifications?|diploma|certificate|cv|training)\b",
)
# What is given, or how to apply: asks for nothing, unless the same sentence says that something must be.
_GIVEN = _any(
    r"\b(?:we|will|can|[’']ll) (?:train|teach|show|send) you\b|\b(?:training|course|instruction)s? (?:is|are|will be) (?:given|provided|paid|included|part)\b|\byou (?:will|[’']ll) (?:learn|be (?:trained|taught|shown))\b",
    r"\b(?:full|paid|free|on[- ]the[- ]job|in[- ]house) training\b|\btraining (?:given|provided)\b|\bif you (?:do not|don[’']t|have none|have neither|lack)\b|\bwe(?: will|[’']ll)? (?:pay|help you)\b",
    r"^(?:please|tell|write|send|ring|call|phone|email|apply|come|show|drop|ask|just)\b(?=.{0,12}\b(?:us|me|in|for|to|the shop|and see)\b)|\bsend (?:you|us)\b|\bto apply\b|\binterview(?:s|ed)? \b.{0,20}\b(?:take|are|will|include)\b",
)
_FIRMLY = _any(
    r"\b(?:must|shall (?:hold|have|possess)|indispensable|essential|required|mandatory|you(?:[’']ll| will)? need)\b"
)
_MUST = _any(
    r"\b(?:must|required?|requires|requirement|essential|mandatory|necessary|compulsory|indispensable|prerequisite|obligatory)\b",
    r"\b(?:we|i|the board) (?:\w+ )?(?:need|ask|expect|require|want|seek|are looking|look|are after|insist)\b|\bwe[’']re (?:looking|after|seeking)\b|\blooking for (?:a |an |some)",
    r"\byou(?:[’']ll|[’']d)? (?:will |must |should |would |[’']ll |also |already |really |do |may )*(?:need|have|bring|hold|are (?!part|welcome|free|the first|joining|paid|given|supported|often|one|our|never|never alone|your own)|can(?! (?:also |even )?(?:work|choose|expect|find|apply|start|live|come|change|reach|join|take|use|earn|enjoy|look|decide|have|be based|get|see|read more|grow|buy|say))|know|speak|possess|understand|like|enjoy|love|own|read|write)\b",
    r"\b(?:you|applicants?|candidates?|both|all|everyone|everybody|one|she|he|they|who|and)\b[^.;,]{0,20}\b(?:need|needs|has|have) to\b|^\W*(?:needs?|has|have) to\b|\bwe(?: would|[’']d) (?:like|love) (?:to (?:meet|hear from|hire|appoint|recruit|find|talk to)(?! you\b)|you to|somebody|someone|people)\b",
    r"\bshall (?:hold|have|possess|be|bring|know)\b|\bsubject to (?:an? )?(?:\w+ ){0,2}(?:checks?|vetting|clearance|disclosure|screening|references?)\b",
    r"\bat least\b|\bminimum\b|\bneeded\b|\bability to\b|\bable to\b",
)
_OFFER = _any(
    r"\bwe(?: will|[’']ll| also| can| do)? (?:offer|pay|provide|give|guarantee|cover|supply|lend|run|make|have|are(?! looking| seeking| searching| after)|sell|build|print|serve)\b|\byou(?: will|[’']ll)? (?:get|receive|are paid)\b|\bis paid\b|\bbenefits\b|\bpension\b",
    r"\bdays[’']? (?:of )?(?:holiday|leave|off|vacation)\b|\bwelcome applications\b|\bencourage\b|\bapplicants?\b.{0,30}\bwelcome\b|\bequal opportunit",
)
_SEEKS = _any(r"\b(?:looking for|looking to (?:hire|recruit)|seek(?:s|ing)?|hiring|recruiting|need|want|after)\b")
_WHO = _any(r"\b(?:who|with|must|able|experience\w*|qualified|registered|that can|knows?|has|have)\b")
_DUTY = _any(
    r"\byou(?:[’']ll| will|[’']d| would)?\b(?! (?:can|may|could) (?:be based|expect|find|also apply))",
    r"\byour (?:job|task|work|role|day|mission)\b",
)
# “The successful candidate will: have two years of experience”.
_IS_ASKED = re.compile(
    r"^\W*(?:have|hold|possess|speak|be (?!responsible|part|the|a|in charge|able)|be able|know)\b", re.IGNORECASE
)
_THE_JOB = _any(
    r"^(?:the|this) (?:post|role|job|position|work|successful \w+|person|holder|post ?holder|appointee|duties|overnight team)\b"
)


def ask_in(text: str, part: Part, role: str = "") -> Ask | None:
    """Return how much a part asks for what it names, or None when it asks for nothing."""
    words = text[part.start : part.end]
    is_nice = bool(_NICE.search(words))
    if part.section is Section.NOT_ASKED or (_asks_nothing(words) and not is_nice):
        return None
    if is_nice:
        return None if part.section in _OFFERED else Ask.NICE
    if part.section is Section.DUTIES and _IS_ASKED.match(words):
        return Ask.MUST
    if part.section in _BY_HEADING:
        return _BY_HEADING[part.section]
    if part.section in (*_OFFERED, Section.TERMS):
        return Ask.MUST if re.search(r"\b(?:required|must|necessary|essential)\b", words, re.IGNORECASE) else None
    return _by_words(words, part, role)


_OFFERED = (Section.OFFER, Section.BENEFITS)
_BY_HEADING = {Section.DUTIES: Ask.DUTY, Section.MUST: Ask.MUST, Section.NICE: Ask.NICE}


def _asks_nothing(words: str) -> bool:
    return bool(_DENIED.search(words)) or (bool(_GIVEN.search(words)) and not _FIRMLY.search(words))


def _by_words(words: str, part: Part, role: str) -> Ask | None:
    """Judge a sentence that no heading stands over."""
    if part.listed and not _FIRMLY.search(words):
        return Ask.DUTY
    if _OFFER.search(words) and not re.search(
        r"\byou(?: will|[’']ll)? (?:need|must|have|bring|hold)\b", words, re.IGNORECASE
    ):
        return None
    if _MUST.search(words):
        return Ask.DUTY if _only_seeks(words, role) else Ask.MUST
    if _DUTY.search(words) or _THE_JOB.search(words) or _names_role(words, role):
        return Ask.DUTY
    return None


def _only_seeks(words: str, role: str) -> bool:
    """Whether a sentence says whom they look for and nothing of what they must have."""
    sought = _SEEKS.search(words)
    names = set(re.findall(r"\w{4,}", role.casefold()))
    behind = words[sought.end() : sought.end() + 60].casefold() if sought else ""
    is_role = bool(names & set(re.findall(r"\w{4,}", behind))) or bool(
        re.match(r"\W*(?:\d+|more|\w+ more) (?:people|pair)", behind)
    )
    return sought is not None and is_role and not _WHO.search(words[sought.end() :])


def _names_role(words: str, role: str) -> bool:
    """Whether a sentence begins with the role: “The clerk is the council’s only employee and …”."""
    beginning = words.casefold().split()[:4]
    names = set(re.findall(r"\w{4,}", role.casefold()))
    return beginning[:1] in (["the"], ["our"]) and bool(names & {word.strip(",.s") for word in beginning[1:]})
