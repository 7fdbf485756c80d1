"""The words by which a line of an answer shows what it is: energy, a strength, something inside, something outside, nothing."""

import re

_I = re.IGNORECASE
PASSION = re.compile(
    r"\b(?:love|loved|enjoy\w*|like (?:doing|to|it when|the|being|working|helping|teaching|explaining|making)|happiest|happy|light up|lights me up|energ\w+|"
    r"forget the time|lose track of time|fun|passion\w*|excit\w+|proud|fascinat\w+|the best part|miss(?:ed)? (?:the|it)|come alive|feel alive|in my element|"
    r"(?:feels?|felt) (?:(?:really|so|very) )?(?:good|great|wonderful|right)|could do (?:this|that|it) (?:all day|forever|for ever)|joy|can['’]?t wait|makes my day)\b",
    _I,
)  # fmt: skip
# What is named as what has to stay, begins with what is done: “being with children”, “working outside”.
DOING = re.compile(
    r"^\W*(?:just |mostly |above all )?(?!nothing|anything|something|everything|thing|during|bring|being paid|earning|having)\w{2,}ing\b",
    _I,
)
_WHO = (
    r"(?:people|everybody|everyone|others|they|neighbou?rs?|friends?|family|mates?|colleagues?|customers?|clients?|guests?|patients?|residents?|parents?|kids|children|pupils|students|"
    r"(?:my|the|a|our) (?:sister|brother|friend|boss|colleagues?|mother|father|mum|dad|wife|husband|partner|daughter|son|manager|supervisor|team|girls|lads|head|foreman|neighbou?rs?)s?)"
)
POWER = re.compile(
    rf"\b(?:good (?:at|in|with)|known for|{_WHO} (?:(?:always|often|still|usually|all) )?(?:say|says|said|tell|tells|told|come|comes|ask|asks|asked|call|calls|ring|rings|phone|trust|trusts|rely|turn|bring|send|want) "
    r"(?:(?:to|on|for|that) )?(?:me|I)\b|(?:everybody|everyone) (?:asks|comes|calls)|people (?:say|tell|come|ask|call|trust|rely)|"
    r"always been|come(?:s)? (?:easily|naturally)|relied on me|rely on me|trust(?:s|ed)? me|the one who|somebody who can|someone who (?:is|can|stays|keeps)|(?:stay|am|keep) calm|calm when|always calm|"
    r"i (?:can )?always (?:find|manage|get|know|notice|see|keep|make|finish)|i can always|without thinking|best at|strength|(?:stronger|braver|better|more) than i (?:thought|believed|knew))\b",
    _I,
)
INSIDE = re.compile(
    r"\b(?:afraid|fear\w*|scared|worr\w+|doubt\w*|confiden\w+|nervous|shy|ashamed|shame|guilt\w*|tired|exhaust\w+|motivat\w+|procrastinat\w+|put(?:ting)? (?:it|things|this|everything) off|"
    r"not good enough|too (?:old|young|late|slow|quiet|proud|soft|shy)|i (?:don['’]?t|do not) (?:know|believe|think|dare|trust)|i can['’]?t (?:bring|decide|stop|let)|perfection\w*|overwhelm\w*|anxi\w+|stress\w*|"
    r"panic\w*|hesitat\w+|my (?:own )?(?:head|nerves|pride|temper|patience|mind|habit\w*)|inside me|myself|imposter|impostor|lonely|overthink\w*|g[ia]ve up|giving up|self[- ]\w+|bored|lazy|"
    r"i(?:['’]?m| am) (?:a |an |so |too |just )?(?:slow|bad|weak|quiet|soft|impatient|stubborn|disorgani[sz]ed|worrier|coward)|i (?:always|never|keep|tend)\b|frighten\w*|embarrass\w*)\b",
    _I,
)
OUTSIDE = re.compile(
    r"\b(?:money|afford\w*|rent|fees?|wages?|salary|licen[cs]e|certificate|diploma|degree|visa|permit|course|boss|landlord|bus|train|car|childcare|nursery|husband|wife|shifts?|hours|market|jobs?|agency|law|rules?|"
    r"employers?|firm|company|owners?|distance|doctor)\b",
    _I,
)
# What weighs on somebody, where the question was about something else.
WEIGHS = re.compile(
    r"\b(?:not|no|never|nobody|nothing|hardly|too|stop\w*|fail\w*|lost|lose|losing|hard|hate\w*|stuck|alone|worse|wrong|bad\w*|quit|break\w*|broke|cry\w*|cried|angry|only)\b|n['’]t\b", _I
)  # fmt: skip
_MUCH = r"(?:really |much |else |at all |special |yet |in particular )*"
NOTHING = re.compile(
    rf"^\W*(?:well,? |honestly,? |i (?:think|guess),? )?(?:(?:no|none|nope|not (?:really|much|yet|sure)|no idea|nothing {_MUCH}|n/?a)\W*(?:$|[,.;!] )"
    r"|nothing (?:really |much |at all |from outside |inside |outside )?(?:is |that |stands |stops |holds |keeps |comes |in |inside|outside|from |to )"
    r"|(?:i )?(?:really )?(?:don['’]?t|do not|can['’]?t|cannot|could ?n['’]?t|have no) (?:really |honestly )?(?:know|think of|remember|name|say|see|come up with|idea)\b(?! (?:how|what|if|whether|who|where|enough) )"
    r"|there(?:['’]?s| is| are) (?:nothing|none|not (?:much|anything))\b|(?:besides|apart from|other than) (?:that|this),? nothing|(?:no|not any) (?:problem|obstacle)s?\b|not much else|none of)",
    _I,
)
WELL = re.compile(
    r"\b(?:i(?:['’]?m| am) (?:(?:quite|very|pretty|fairly|really) )?(?:sure|confident|fine|happy|ok|okay|good|not (?:afraid|scared|worried|shy|nervous))|(?:no|not a|have a) problem with|don['’]?t mind|do not mind)\b",
    _I,
)
_NO = re.compile(r"\b(?:not|never|no longer|nothing|hardly|hated?|without)\b|n['’]?t\b", _I)
_BREAK = re.compile(r"[,;:]|\b(?:and|but|when)\b", _I)


def is_denied(line: str, cue: re.Match[str]) -> bool:
    """Whether a “not” stands before a cue, in the same breath."""
    before = _BREAK.split(line[: cue.start()])[-1]
    return bool(_NO.search(before) or _NO.match(cue[0]))


def shows(pattern: re.Pattern[str], line: str) -> bool:
    """Whether a line shows something and does not deny it."""
    return any(not is_denied(line, cue) for cue in pattern.finditer(line))
