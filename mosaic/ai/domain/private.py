"""What nobody may guess about a person: health, disability, age, gender, origin, faith, love, record, pay."""

import re
from collections.abc import Iterator

from mosaic.ai.domain.faults import Fault, Finding
from mosaic.lexicon.words import key_of

_TERMS = (
    "depress(?:ed|ion|ive)|anxiety(?: disorder)?|panic attacks?|burn(?:ed|t|ing)?[- ]?out|adhd|autis\\w+|asperger\\w*|dyslexi\\w+|bipolar|trauma\\w*|ptsd|ocd|disorder|diagnos\\w+|patholog\\w+|"
    "disabilit\\w+|disabled|handicap\\w*|chronic\\w*|illness|disease|slipped dis[ck]|arthritis|cancer|diabet\\w+|dementia|pregnan\\w+|menopaus\\w+|addict\\w*|alcohol\\w*|your drinking|drinking problem|you drink|drugs?|medicat\\w+|neurodiver\\w+|mental health|therapy|therapist|insomnia|"
    "muslim|christian|jewish|hindu|religio\\w+|gay|lesbian|bisexual|transgender|queer|"
    "immigrant|migrant|foreigner|refugee|asylum|native speaker|accent|nationality|ethnic\\w*|visa|work permit|"
    "criminal\\w*|convict\\w+|prison|offen[cd]er?s?|offences?|arrest\\w*|dismissed|theft|bankrupt\\w*|veteran|"
    "underpaid|overpaid|your (?:salary|wages?|pay|income|earnings) (?:is|was|were|are|of) (?:\\w+ )?(?:[£$€]?\\d[\\d,.]*|too \\w+|low\\w*|high\\w*|above|below|less|more|poor|bad|good)|you earn(?:ed)?|earning (?:too|so|less|more)|"
    "single (?:mother|father|parent|mum|mom|dad)|divorc\\w+|widow\\w*"
)
_TERM = re.compile(rf"\b(?:{_TERMS})\b", re.IGNORECASE)
_AGE = re.compile(
    r"\bat your age\b|\byour age\b|\b(?:older|younger|elderly|mature|senior) (?:workers?|people|applicants?|candidates?|employees?|person)\b|\bfor (?:somebody|someone) (?:of )?your (?:age|generation)\b"
    r"|\byou(?:'re| are) (?:\w+ )?(?:too |still |so |quite |very |getting )?(?:old|young|older|elderly|over (?:thirty|forty|fifty|sixty|\d0)|in your (?:late |early |mid-?)?\w+ies)\b|\byour generation\b"
    r"|\bas (?:a|an|the) (?:[a-z]+ )?(?:woman|man|girl|boy|lady|mother|father|mum|mom|dad|parent|wife|husband)\b",
    re.IGNORECASE,
)
# What people of an age, a sex or a place are said to be is a guess even where the age was told.
_ALL_OF_A_KIND = re.compile(
    r"\b(?:men|women|people|workers|folks?|employees|applicants|candidates|somebody|someone|mothers|fathers) (?:of |at |in )?your (?:age|generation|background|position at your age)\b|\bat your age\b|\bfor your age\b|\byour generation\b|\bolder workers\b",
    re.IGNORECASE,
)
_OWN_AGE = re.compile(
    r"\bi(?:['’ ]?a?m| turn\w*) (?:nearly |almost |over |only |just )?(?:\d\d|\w+ty(?:[- ]\w+)?|too (?:old|young))\b|\b\d\d[- ]year|\b(?:my age|aged? \d\d|pension|retire\w*|too old|too young)\b",
    re.IGNORECASE,
)
_OF_PERSON = re.compile(
    r"\b(?:you|your|yours|you're|you've|the (?:applicant|candidate|person|user))\b|\b(?:sounds? like|looks? like|signs? of|symptoms? of|case of|this is|it is|it's|might be|could be|suffer\w*|(?:might|could|may)(?: \w+)? (?:be|have))\b",
    re.IGNORECASE,
)


def private_faults(text: str, keys: frozenset[str], own: str) -> Iterator[Finding]:
    """Yield guesses about what is private that stand on none of the person's words (`own`, and their `keys`)."""
    for found in _ALL_OF_A_KIND.finditer(text):
        yield Finding(Fault.INFERRED, found[0])
    for found in _AGE.finditer(text):
        if not (_is_stated(found[0], keys) or ("age" in found[0].casefold() and _OWN_AGE.search(own))):
            yield Finding(Fault.INFERRED, found[0])
    if not _OF_PERSON.search(text):
        return
    for found in _TERM.finditer(text):
        if not _is_stated(found[0], keys):
            yield Finding(Fault.INFERRED, found[0])


_COMMON = frozenset(
    key_of(word)
    for word in "you your re are at as a an the so too still very quite getting for of in somebody someone out person".split()
)


def _is_stated(words: str, keys: frozenset[str]) -> bool:
    found = {key_of(word) for word in re.findall(r"[^\W_]+", words.casefold())} - _COMMON
    return bool(found) and found <= keys
