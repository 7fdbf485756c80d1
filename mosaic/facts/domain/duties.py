"""What somebody does not want to do at work: “no cold calling”, “done with lifting”, “I hate sitting in meetings”."""

import re
from collections.abc import Iterator, Sequence

from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.found import Found, about_skill, found_in
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.remote import names_form
from mosaic.facts.domain.times import names_hours
from mosaic.facts.domain.wants import is_empty, object_of
from mosaic.lexicon.hints import hint
from mosaic.lexicon.phrases import skill_finder

_DO = r"(?:do|doing|have|having|have to|go back to|going back to|be|being)\s+"
_AVOIDED = re.compile(
    rf"\b(?:done with|sick (?:and tired )?of|tired of|fed up (?:with|of)|had (?:it|enough) (?:with|of)|no more|(?:can['’]?t|cannot|could(?:n['’]?t| not)) (?:stand|bear|face)|"
    rf"anything but|keep me (?:away from|off)|allergic to|not another)\s+(?:{_DO})?(?:any (?:more )?|another )?(?P<done>\S.*)"
    rf"|\bI(?:['’]?d| would)? (?:(?:really|absolutely|just) )*(?:hate|detest|loathe|can['’]?t abide|dread)\s+(?:{_DO})?(?:any more |another )?(?P<hate>\S.*)"
    rf"|\bI (?:do(?:n['’]?t| not)|never|wo(?:n['’]?t)) (?:(?:ever|really) )?want to\s+(?:{_DO})?(?:any (?:more )?|another )?(?P<want>\S.*)"
    rf"|\bI (?:refuse|['’]?d rather not|would rather not)(?: to)?\s+(?:{_DO})?(?:any (?:more )?|another )?(?P<refuse>\S.*)"
    r"|\bnever (?:ever )?(?P<again>\w+ing\b.*?)\s+again\b"
    r"|\bI(?:['’]?m| am) not (?P<ing>\w+ing\b.*?)\s+(?:ever again|again|any ?more)\b",
    re.IGNORECASE,
)
_DRAINS = re.compile(
    r"^\W*(?P<what>\w+ing\b[\w' -]{0,40}?) (?:really |just |absolutely )?(?:drains|bores|exhausts|stresses|depresses) me\b|^\W*(?P<not>\w+ing\b[\w' -]{0,40}?) (?:isn['’]?t|is not|was never) for me\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:^\W*(?:please |and |so |definitely |absolutely |but )*|\b(?:want|prefer|with|please|ideally),? )no\s+(?P<what>\S.*)",
    re.IGNORECASE,
)
# “No degree”, “no car” and “no idea” are no duties. What is one ends in -ing, or is one of a few words.
_DUTY = re.compile(
    r"^(?:(?:heavy|cold|public|constant|more|sales|phone|hot|unpaid|outbound|inbound|late|long|early) ){0,2}(?:(?!training|meaning|feeling|morning|evening|thing|something|anything|everything|savings|qualifications)\w{2,}ing\b"
    r"|(?:sales )?targets\b|phones?\b|phone (?:work|calls)|calls\b|call cent(?:re|er)s?\b|sales\b|stairs\b|ladders\b|overtime\b|travel\b|commission\b|uniforms?\b|paperwork\b|spreadsheets\b|customers\b|heights\b|overnight stays)",
    re.IGNORECASE,
)
_NO_DUTY = re.compile(
    r"^(?:my|this|that|it|him|her|them|the (?:country|town|area|city)|lose|losing|stop|leave|leaving|move|moving|relocate|complain|moan|waste|give up|quit|(?:\w+ ){1,2}(?:licen[cs]e|tickets?|certificate|experience|skills|qualifications?|training|background)\b|people\b(?= who)|money|job|work|life|mondays?|winter|excuses|stress|than|see|\d)\b",
    re.IGNORECASE,
)


# “I never get tired of cooking” is the opposite.
_NEVER = re.compile(r"\b(?:never|not|no longer|\w+n['’]t)\s+(?:\w+ )?$", re.IGNORECASE)

DUTIES = hint(
    "done|sick|tired|fed|had|more|stand|bear|face|anything|keep|allergic|another|hate|detest|loathe|abide|dread|want|"
    "refuse|rather|again|anymore|drains|bores|exhausts|stresses|depresses|isnt|isn|not|never|no"
)


def duties_in(clauses: Sequence[Clause]) -> Iterator[Found]:
    """Yield each duty to avoid in the writer's words; its lexicon id is the skill it names, if it names one."""
    for clause in clauses:
        said = _said(clause) if clause.hints & DUTIES else ""
        if said:
            skill = next((one.id for one in skill_finder().find(said)), "")
            yield found_in(clause, FactKind.CONSTRAINT, said, Polarity.AVOIDS, lexicon_id=about_skill(skill))


def _said(clause: Clause) -> str:
    if clause.is_over:
        return ""
    match = _AVOIDED.search(clause.words) or _DRAINS.search(clause.words)
    if match and _NEVER.search(clause.words[: match.start()]):
        return ""
    if match:
        said = object_of(next(part for part in match.groups() if part))
        return "" if is_empty(said) or _is_other(said) else said
    match = _BARE.search(clause.words)
    said = object_of(match["what"]) if match else ""
    return said if _DUTY.match(said) and not _is_other(said) else ""


def _is_other(said: str) -> bool:
    """Whether the words are about hours, place or something that is no work."""
    return bool(_NO_DUTY.match(said) or names_hours(said) or names_form(said))
