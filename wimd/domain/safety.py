"""Telling danger from weariness. In danger coaching stops and people who can help are named.

Recall comes first for plain statements about oneself; everyday figures of speech (“this job is killing
me”, “I could murder a coffee”) are taken out before the patterns are tried.
"""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "data" / "help_lines.toml"


class Danger(StrEnum):
    """What kind of help is needed."""

    SELF_HARM = "self_harm"
    VIOLENCE = "violence"
    ABUSE = "abuse"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Somebody to call. `region` is a country code, or empty for everywhere."""

    region: str
    service: str
    number: str
    hours: str
    source: str
    checked_on: str


_FIGURES = re.compile(
    r"(?:job|work|shift|shifts|commute|boss|back|feet|knees|place|heat|stress|workload|deadline\w*|this|it|nights?|hours|rota|studying|course|exam\w*|search|paperwork)"
    r"(?:['’]?s| is| are| was| were)?(?: really| slowly| literally| almost| just| nearly)? kill(?:s|ing|ed) me\b"
    r"|\bkill(?:s|ed|ing)? (?:two birds|time|for a|it|the (?:mood|lights?|vibe)|an? (?:hour|afternoon|evening))|\bdressed to kill|\bkiller (?:app|feature|cv|resume)"
    r"|\bmurder(?:ing)? (?:a|an|for)\b|\bdying (?:to|for|of (?:boredom|laughter|embarrassment|curiosity|heat|thirst))|\bto die for\b|\bdead (?:tired|end|line|beat|serious|good|easy|bored|keen)|\bdeadlines?\b"
    r"|\bdrop(?:ping)? dead (?:tired|gorgeous)|\bshoot (?:an? |some |off )?(?:email|message|questions?|photos?|videos?|films?|over)|\bphoto ?shoot|\bbite the bullet|\bshot (?:at|in the dark)"
    r"|\bsuicid(?:e|al) (?:prevention|awareness|hotline|helpline|watch|squad|training)|\b(?:work|worked|working|volunteer\w*|trained) (?:on|at|for|with) (?:a |the )?(?:suicide|crisis|domestic (?:violence|abuse))[\w ]{0,20}"
    r"|\bhurt(?:s|ing)? my (?:career|chances|back|knees?|pride|feelings|score|prospects|cv|application)|\bend(?:ing|ed)? (?:it|things) (?:with|at|on a)|\bend (?:my|the) (?:contract|shift|career|lease|day|week|job)"
    r"|\bcut(?:ting)? (?:myself|me) (?:some slack|off|short|shaving)|\bjump(?:ing)? (?:off|from) (?:the deep end|topic|job|one)|\bbeat(?:ing)? myself up|\bkick(?:ing)? myself",
    re.IGNORECASE,
)

_PATTERNS = {
    Danger.SELF_HARM: re.compile(
        r"\b(?:kill(?:ing)? myself|end(?:ing)? (?:my (?:own )?life|it all|everything)|take my (?:own )?life|taking my (?:own )?life|suicid\w+|"
        r"(?:want|wanted|wish|wishing|going|ready|like|rather|better|easier) (?:to )?(?:be dead|die|not (?:be|wake|exist|live)\w*|disappear for ?ever|never wake)|"
        r"(?:don['’]?t|do not|no longer|never) (?:want|wish) to (?:be (?:alive|here any ?more|here anymore)|live|wake up|exist|go on living)|"
        r"(?:wish|wished) i (?:was|were|had) (?:dead|never (?:been )?born)|no (?:reason|point) (?:to|in) (?:live|living|going on living|being alive)|"
        r"better off (?:dead|without me)|life is(?:n['’]t| not) worth|not worth living|(?:hurt|harm|cut|hurting|harming|cutting|burn(?:ing)?) myself|self[- ]harm\w*|"
        r"overdos\w+|(?:take|took|taken|swallow\w*) (?:all|too many|a lot of|lots of)(?: of)?(?: my| the)? (?:pills|tablets|medication)|(?:jump|throw myself) (?:off|from|in front of|under)|hang myself|"
        r"can['’]?t (?:go on living|live (?:like this )?any ?more)|(?:plan|planning|thought|thoughts|thinking) (?:of|about|to) (?:suicide|ending (?:it|my life)|dying|killing myself))",
        re.IGNORECASE,
    ),
    Danger.VIOLENCE: re.compile(
        r"\b(?:(?:going to|gonna|will|want to|i['’]?ll|plan to|could|thinking of|thinking about) (?:kill|murder|shoot|stab|hurt|poison|beat up|burn down|bomb|attack|strangle|killing|murdering|shooting|stabbing|hurting|attacking)"
        r" (?:him|her|them|my|the|everyone|everybody|people|somebody|someone|this place|that man|that woman|these)|bring (?:a|my) (?:gun|knife|weapon) to (?:work|the office|school))",
        re.IGNORECASE,
    ),
    Danger.ABUSE: re.compile(
        r"\b(?:(?:he|she|they|partner|husband|wife|boyfriend|girlfriend|father|mother|stepfather|boss|manager|supervisor|ex|brother|uncle|son|colleague|coworker)(?: \w+)?(?: also| even| still| often| always| sometimes| regularly| just)? "
        r"(?:hits|hit|beats|beat|chokes|choked|strangles|strangled|rapes|raped|threatens to kill|threatened to kill|locks|locked|punches|punched|kicks|kicked|slaps|slapped|abuses|abused|assaults|assaulted|gropes|groped|molests|molested) (?:me|us|my (?:child|children|son|daughter|kids))"
        r"|(?:i am|i['’]m|am i|been|being|was|getting) (?:being )?(?:abused|beaten|raped|sexually (?:assaulted|harassed|abused)|molested|trafficked|held against my will)|domestic (?:violence|abuse)|"
        r"(?:afraid|scared|terrified) (?:of (?:my (?:husband|partner|boyfriend|wife|father|ex|girlfriend))|to go home)|forced (?:me )?(?:to have sex|into sex|to marry)|"
        r"(?:took|takes|keeps|kept|taken|holding|hold) (?:away )?my passport)",
        re.IGNORECASE,
    ),
    Danger.EMERGENCY: re.compile(
        r"\b(?:chest pains?|can['’]?t breathe|cannot breathe|not breathing|heart attack|having a stroke|bleeding (?:heavily|badly|a lot|won['’]?t stop)|unconscious|(?:is|has) collapsed|took poison|"
        r"swallowed (?:bleach|poison|batter\w+)|severe(?:ly)? (?:allergic|bleeding|burn\w*)|seizure right now)\b",
        re.IGNORECASE,
    ),
}
# Speaking of work with danger, or of somebody else long ago, is not being in it.
_AT_WORK = re.compile(
    r"\b(?:patients?|clients?|residents?|pupils?|students?|callers?|customers?|trained|training|course|first[- ]aid|paramedic|nurse|ward|shift|as a|i treated|i helped|i handled|emergency calls?)\b",
    re.IGNORECASE,
)


def danger_in(message: str) -> Danger | None:
    """Return the danger a message tells of, the gravest first, or None."""
    plain = _FIGURES.sub(" ", message)
    for danger, pattern in _PATTERNS.items():
        if pattern.search(plain) and not (danger is Danger.EMERGENCY and _AT_WORK.search(plain)):
            return danger
    return None


@cache
def help_lines() -> tuple[HelpLine, ...]:
    """Return every help line, read once per process."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["line"]
    return tuple(HelpLine(**row) for row in rows)


def lines_for(region: str) -> list[HelpLine]:
    """Return the international lines first, then those of a region."""
    everywhere = [line for line in help_lines() if not line.region]
    return everywhere + [line for line in help_lines() if region and line.region == region]
