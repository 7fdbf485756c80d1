"""Which parts of a sentence tell something about the person, and how: said outright, wished or denied, or only their “your …”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Manner(StrEnum):
    """How something is told about the person."""

    OUTRIGHT = "outright"
    WISHED = "wished"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Statement:
    """A part of a sentence that tells about the person, at its place."""

    text: str
    manner: Manner
    start: int
    subject: int = 0

    @property
    def told(self) -> str:
        """The part from the person on: in “coaching opens when you are ready” the coaching is not theirs."""
        return self.text[self.subject :]


_BORDER = re.compile(
    r"[;:()]\s*|\s[–—-]\s|—|,\s+(?=(?:and|but|so|or|while|which|because|where|yet|though|although)\b)|,\s+(?=(?:a|an|the|that|this|it|some|there|they|people|employers|maybe|perhaps|what|which|who|how|where|when|if|do|did|is|are|was|would|could)\b)"
    r"|\s(?=(?:but|while|because|although|whereas)\s)|,\s+(?=you\b)|\s(?=and (?:the|a|it|that|they|there|this|some|nobody|somebody)\s)",
    re.IGNORECASE,
)
_ABOUT = {
    "en": r"you|your|yours|you're|you've|you'd|you'll|the (?:applicant|candidate|user|person)|this (?:applicant|candidate|person)",
    "de": r"du|dein|deine|deinen|deiner|deinem|dir|dich|sie|ihre|ihr|ihren|ihrer|ihnen",
    "fr": r"tu|ton|ta|tes|toi|te|vous|votre|vos|t['’]\w+",
    "es": r"tú|tu|tus|te|usted|su|sus|tienes|eres|has|trabajas|trabajaste|fuiste",
    "it": r"tu|tuo|tua|tuoi|tue|ti|hai|sei|lei|suo|sua|suoi|sue",
    "pt": r"tu|teu|tua|teus|tuas|te|você|seu|sua|seus|suas|tem|tens|trabalhou",
    "nl": r"je|jij|jouw|u|uw",
    "pl": r"ty|twój|twoja|twoje|twoich|twoim|masz|jesteś|ci|cię|pan|pani",
}
_ABOUT_IN = {code: re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_'])", re.IGNORECASE) for code, words in _ABOUT.items()}
_HEDGE = re.compile(
    r"\b(?:if|could|might|may|would|perhaps|maybe|whether|suppose|imagine|can|will|shall|such as|as if|picture|as though|what if|i do not know|i don't know|i can't tell|'d)\b|\b\w+'(?:d|ll)\b"
    r"|\b(?:wenn|ob|könnt\w*|vielleicht|würd\w*|wäre?|si|peut-être|pourrai\w*|quizás?|podría\w*|se|forse|potre\w*|talvez|poderia\w*|als|misschien|zou|gdyby|może|mógł\w*)\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:want(?:s|ed|ing)?|wish\w*|hop(?:e|es|ed|ing)|dream\w*|like to|love to|'d (?:love|like|rather)|rather|would like|curious|interest\w*|look\w* for|need|goal|plan|thought of|think(?:ing)? (?:of|about)|considering"
    r"|not|no|never|nobody|without|don't|didn't|doesn't|haven't|hasn't|aren't|isn't|wasn't|can't|cannot|won't|lack\w*|ask\w* for)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\?\s*[\"”’)]*\s*$")
_PRESUPPOSED = re.compile(
    r"\b(?:when|since|because|after|before|while|that|as) you(?:'ve|'re| have| had| were| are)?\b", re.IGNORECASE
)
_HELD = re.compile(
    r"\b(?:your|with your|deine?[nrm]?|votre|vos|tes|tus?|tuoi|tue|seus?|suas?|jouw|uw|twoj\w+)\s+", re.IGNORECASE
)
# Where “your …” ends: at a verb or anything that begins something else.
_HELD_END = re.compile(
    r"[,.;:!?()]|\b(?:is|are|was|were|has|have|had|do|does|did|could|might|may|would|will|can|say|says|said|help|helps|mean|means|make|makes|made|you|they|it|that|which|who|if|because|but|so|to)\b",
    re.IGNORECASE,
)
# “As a nurse, you …” is one statement.
_LEADS = re.compile(r"\W*(?:as|with|given|having|being|after|like|since|thanks to|from) ", re.IGNORECASE)
_LEAD_AS = re.compile(r"\W*(?:as|being|having been|having worked as) an? [^,]{2,60}?(?=,| you\b)", re.IGNORECASE)
_UNREAL = re.compile(r"\b(?:would|could|might|if|may|perhaps|maybe)\b|'d\b", re.IGNORECASE)
LONGEST_HELD = 80
MOST_HELD = 12


def statements_in(text: str, language: str) -> Iterator[Statement]:
    """Yield what a sentence tells about the person. “Did you lead it?” and “you could lead” tell nothing, “your team” does."""
    about = _ABOUT_IN.get(language, _ABOUT_IN["en"])
    asks = bool(_ASKS.search(text))
    for start, part in _parts(text):
        subject = about.search(part)
        if not subject:
            continue
        tells = not asks or not _is_asking(text, start, part) or _PRESUPPOSED.search(part)
        if tells and not _HEDGE.search(part):
            first = tells.start() if isinstance(tells, re.Match) else 0
            manner = Manner.WISHED if _WISH.search(part) else Manner.OUTRIGHT
            is_led = first or _LEADS.match(part)
            yield Statement(part[first:], manner, start + first, 0 if is_led else subject.start())
            continue
        # “As an architect you will see it” says so all the same; “as a clerk you would sit” does not.
        if (lead := _LEAD_AS.match(part)) and not _UNREAL.search(part):
            yield Statement(lead[0], Manner.OUTRIGHT, start)
        for found in list(_HELD.finditer(part))[:MOST_HELD]:
            rest = part[found.end() : found.end() + LONGEST_HELD]
            end = _HELD_END.search(rest)
            yield Statement(rest[: end.start()] if end else rest, Manner.ASIDE, start + found.end())


def _is_asking(text: str, start: int, part: str) -> bool:
    """Whether a part belongs to the question itself: “You ran the fair, and what came after?” tells before it asks."""
    opens = re.match(r"\W*(?:and |but |so |or )?(?:you(?:'ve|'re)?|your)\b", part, re.IGNORECASE)
    return not (opens and start + len(part.rstrip()) < len(text.rstrip(' "”’)')) - 1)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a sentence with their places; a list goes on in the part where it began."""
    at = 0
    for found in _BORDER.finditer(text):
        if (
            found[0].startswith(",")
            and text[found.end() : found.end() + 3].casefold() == "you"
            and _LEADS.match(text[at:])
        ):
            continue
        if text[at : found.start()].strip():
            yield at, text[at : found.start()]
        at = found.end()
    if text[at:].strip():
        yield at, text[at:]
