"""How much a sentence of a posting asks for what it names: by its own words first, then by its heading."""

import re

from opportunity_bridge.domain.requirements import Ask
from opportunity_bridge.domain.sections import Part, Section


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_NICE = _any(
    r"\b(?:would|will|could) (?:also |certainly )?be (?:very |really |also )?(?:good|nice|great|lovely|useful|helpful|handy|welcome|ideal|a (?:\w+ )?(?:plus|bonus|help|advantage)|an (?:advantage|asset)|appreciated)\b",
    r"\b(?:is|are|be) (?:also |always |very |especially |highly |most |a |an |of )*(?:plus|bonus|advantage|asset|help|useful|helpful|handy|welcome|appreciated|desirable|preferred|regarded|valued|merit\w*)\b",
    r"\ban? (?:\w+ )?(?:plus|bonus|advantage)\b|\bdesir(?:able|ed)\b|\bpreferr?ed\b|\bpreferably\b|\bideally\b|\bnice to have\b|\bgood to have\b",
    r"\b(?:would|will|does|could) (?:also |certainly )?(?:help|count)\b|\bhelps\b|\bcounts?\b(?= (?:with|in|as|for|too|just|also|here)\b|[.!]|$)|\bbonus points\b|\bwe(?: would|'d|’d) (?:also )?(?:love|like)\b|\bit would help\b",
    r"\b(?:not|no|without being) (?:a |an )?(?:condition|must|requirement|essential|necessary|necessity)\b.{0,12}\b(?:but|although|helpful|useful)\b|\bbut (?:is |are )?(?:not|no) (?:a |an )?(?:condition|must|essential|necessary|required|requirement)\b",
    r"\bor (?:a |the )?(?:willing\w*|readiness|wish|prepared|ready|happy|keen|eager|able|strong wish)(?: to|ness to)?\b|\bor willing\b|\bor (?:you )?(?:want|are willing) to\b|\bwelcome\b(?! )|\bvery welcome\b|\b(?:useful|helpful|handy)\b(?=[.,;!:]|$| as | for | because | but )",
    r"\bnot essential\b|\bno must\b|\bnot a must\b|\bno condition\b|\bimpress\w* (?:us|if)\b|\bopens? (?:\w+ )?doors?\b|\bnice if|\bput you ahead\b|\bif you (?:also|can also)\b|\beven better\b",
)
_NOT_ASKED = _any(
    r"\b(?:no|without)\b[^.;]{0,60}\b(?:needed|required|necessary|expected|asked for|a must)\b",
    r"\b(?:do|does|did|need|needs) ?(?:n[’']t|not)\b[^.;]{0,20}\b(?:need|ask|require|expect|insist|look|have|know|want|be)\b",
    r"\bnot (?:needed|required|necessary|expected|asked|essential|a must|a condition)\b|\bunnecessary\b|\bno (?:experience|degree|qualifications?|diploma|certificate|cv|training)\b",
    r"\b(?:we|will|can|[’']ll) (?:train|teach|show|send) you\b|\b(?:training|course|instruction)s? (?:is|are|will be) (?:given|provided|paid|included|part)\b|\byou (?:will|[’']ll) (?:learn|be (?:trained|taught|shown))\b",
    r"\b(?:full|paid|free|on[- ]the[- ]job|in[- ]house) training\b|\btraining (?:given|provided)\b|\bif you (?:do not|don[’']t|have none|have neither|lack)\b|\bwe(?: will|[’']ll)? (?:pay|help you)\b",
    r"^(?:please|tell|write|send|ring|call|phone|email|apply|come|show|drop|ask|just)\b(?=.{0,12}\b(?:us|me|in|for|to|the shop|and see)\b)|\bsend (?:you|us)\b|\bto apply\b|\binterview(?:s|ed)? \b.{0,20}\b(?:take|are|will|include)\b",
)
_MUST = _any(
    r"\b(?:must|required?|requires|requirement|essential|mandatory|necessary|compulsory|indispensable|prerequisite|obligatory)\b",
    r"\b(?:we|i|the board) (?:\w+ )?(?:need|ask|expect|require|want|seek|are looking|look|are after|insist)\b|\bwe[’']re (?:looking|after|seeking)\b|\blooking for (?:a |an |some)",
    r"\byou (?:will |must |should |would |[’']ll |also |already |really |do |may )*(?:need|have|bring|hold|are (?!part|welcome|free|the first|joining|paid|given|supported|often|one|our|never|never alone|your own)|can|know|speak|possess|understand|like|enjoy|love|own|read|write)\b",
    r"\bat least\b|\bminimum\b|\bneeded\b|\bability to\b|\bable to\b",
)
_OFFER = _any(
    r"\bwe(?: will|[’']ll| also| can| do)? (?:offer|pay|provide|give|guarantee|cover|supply|lend|run|make|have|are(?! looking| seeking| searching| after)|sell|build|print|serve)\b|\byou(?: will|[’']ll)? (?:get|receive|are paid)\b|\bis paid\b|\bbenefits\b|\bpension\b",
    r"\bdays[’']? (?:of )?(?:holiday|leave|off|vacation)\b|\bwelcome applications\b|\bencourage\b|\bapplicants?\b.{0,30}\bwelcome\b|\bequal opportunit",
)
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
    if part.section is Section.NOT_ASKED or (_NOT_ASKED.search(words) and not _NICE.search(words)):
        return None
    if _NICE.search(words):
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


def _by_words(words: str, part: Part, role: str) -> Ask | None:
    """Judge a sentence that no heading stands over."""
    if part.listed:
        return Ask.DUTY
    if _OFFER.search(words) and not re.search(
        r"\byou(?: will|[’']ll)? (?:need|must|have|bring|hold)\b", words, re.IGNORECASE
    ):
        return None
    if _MUST.search(words):
        return Ask.MUST
    if _DUTY.search(words) or _THE_JOB.search(words) or _names_role(words, role):
        return Ask.DUTY
    return None


def _names_role(words: str, role: str) -> bool:
    """Whether a sentence begins with the role: “The clerk is the council’s only employee and …”."""
    beginning = words.casefold().split()[:4]
    names = set(re.findall(r"\w{4,}", role.casefold()))
    return beginning[:1] in (["the"], ["our"]) and bool(names & {word.strip(",.s") for word in beginning[1:]})
