"""Whether a title named in somebody's own words is a title of theirs: “I was a nurse”, “prison officer, C wing”.

“My sister is a nurse” and “the nurse told me” name somebody else.
"""

import re

_LEVEL = r"(?: an?| the| self-employed| full[- ]time| part[- ]time| qualified| trained| experienced| senior| junior| head| lead| retired| former| registered| volunteer| trainee| apprentice| chief| assistant| temporary| freelance| mobile| deputy| live-in)*"
# “I was a nurse”, “worked as a nurse”, “twenty years a nurse”, “got a job as a nurse”.
IN_A_ROLE = re.compile(
    r"(?:(?:^|[.!?;\n])\s*(?:was|been|used to be|am|['’]?m)|\bI(?: am|['’]?m| was| used to be| became|['’]?ve been| have been|['’]?d been| had been| trained| qualified| started(?: out| off)?| retired)(?: (?:always|only|once|briefly|also|still|now|just|mostly))?(?: as)?"
    r"|\b(?:work(?:ed|ing|s)?|jobs?|career|employed|years|months|time|life|trained|qualified|placement|apprentice(?:ship)?|shifts|role|stint|living|registered|temp(?:ed|ing)|hired|taken on|started(?: out| off)?) as|\bI (?:have |'ve )?work(?:ed)?\b[^.!?;,]{0,40}\bas"
    rf"|\b(?:years?|yrs|decades?|lifetime|all my life)(?: of)?(?: being)?(?= an? ?\s*$| an? \w+\s*$)){_LEVEL}\s*$",
    re.IGNORECASE,
)
TOWARDS_A_ROLE = re.compile(
    rf"\b(?:become|becoming|retrain as|retraining as|train as|training as|work as|working as|move into|switch to|try|be|being|job as|role as|qualify as|qualifying as)(?: an?| the)?{_LEVEL}\s*$",
    re.IGNORECASE,
)
_TOWARDS_WORK = re.compile(
    r"\b(?:do|try|get into|go into|find|move into|back into)(?: some| more| proper)?\s*$", re.IGNORECASE
)
_WORK = re.compile(r"\s+(?:work|jobs?|stuff|shifts)\b", re.IGNORECASE)
# What opens a sentence that begins with a title: “ex-army chef, …”, “Retired bus driver”, “20 years a …” has its own rule.
_OPENING = re.compile(
    r"(?:^|[.!?;\n]|^(?:hi|hello|hiya|hey|well|so|ok)\b[ ,!.]*)\s*[-–—•*\"'“‘]*\s*"
    r"(?:(?:an?|ex|former|formerly|formerly an?|retired|currently|currently an?|now an?|once an?|qualified|trained|trainee|part[- ]time|full[- ]time|night|volunteer|retained|"
    r"self-employed|freelance|agency|bank|relief|temporary|seasonal|experienced|senior|junior|head|apprentice|mobile|old|just an?|single|proud)[\s-]+)*$",
    re.IGNORECASE,
)
# After a title of one's own stands what it was about, where, or how long; not what somebody else did.
_GOES_ON = re.compile(
    r"(?:\s*[,;:(–—-]|\s+(?:by trade|by day|at|in|on|for|with|since|until|till|til|from|of|during|back home|here|and now|and then|then|turned|all my|most of|\d)\b)",
    re.IGNORECASE,
)
_SOMEBODYS_DOING = re.compile(
    r"\b(?:is|are|was|were|has|had|told|tells?|said|says?|asked|asks|gave|gives|came|comes|did|does|will|would|can|could|"
    r"should|wants?|wanted|needed|needs|thinks?|thought|made|makes|got|gets|took|takes|took|helped|helps|wanted|wrote|called|who|"
    r"seems?|jobs?|training|courses?|work|school|college|vacanc\w+|interviews?)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|myself|I['’]\w+|we|our|us)\b", re.IGNORECASE)
# “Housewife for 22 years” needs no “I was”.
_FOR_YEARS = re.compile(
    r"\s*(?:for|since) (?:the last |the past |about |over |nearly |almost )?(?:\d|\w+ years)", re.IGNORECASE
)


def is_own_role(text: str, start: int, end: int) -> bool:
    """Whether the title text[start:end] is the writer's own."""
    before = text[max(0, start - 60) : start]
    if IN_A_ROLE.search(before):
        return True
    return bool(_OPENING.search(before)) and _is_told(text, end)


def is_wished_role(text: str, start: int, end: int) -> bool:
    """Whether a wish is for the work of the title text[start:end]: “become a nurse”, “do some nanny work”."""
    before = text[max(0, start - 60) : start]
    return bool(TOWARDS_A_ROLE.search(before) or (_TOWARDS_WORK.search(before) and _WORK.match(text, end)))


def _is_told(text: str, end: int) -> bool:
    """Whether a title that opens a sentence goes on like somebody's own: “for 22 years”, “at a food company, …”."""
    if _FOR_YEARS.match(text, end):
        return True
    if not _GOES_ON.match(text, end):
        return False
    following = re.split(r"[.!?;\n]", text[end : end + 160], maxsplit=1)[0]
    aside = re.split(r"[,:(–—]", following, maxsplit=1)[0]
    first = _FIRST_PERSON.search(following)
    return not _SOMEBODYS_DOING.search(aside) and (bool(first) or not _SOMEBODYS_DOING.search(following))
