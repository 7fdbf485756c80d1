"""Signs that a posting is a trick, or that it is over: each with its words, none of them a proof.

A sentence that rules the matter out (“we never ask for money”) is no sign of it.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from mosaic.lexicon.sentences import sentences_of
from opportunity_bridge.domain.days import Days
from opportunity_bridge.domain.pay import Pay, Period
from opportunity_bridge.domain.said import Said


class Scam(StrEnum):
    """What tricks have in common."""

    PAY_FIRST = "pay-first"
    BANK_DETAILS = "bank-details"
    IDENTITY = "identity"
    MESSENGER = "messenger"
    FREE_MAIL = "free-mail"
    NO_INTERVIEW = "no-interview"
    PARCELS = "parcels"
    MONEY_HANDLING = "money-handling"
    CRYPTO = "crypto"
    TOO_GOOD = "too-good"
    PRESSURE = "pressure"


class Stale(StrEnum):
    """What says that a posting is over, or has hung for long."""

    CLOSED = "closed"
    REPOSTED = "reposted"
    PAST_CLOSING = "past-closing"
    PAST_START = "past-start"


_FEE = (
    r"(?:fees?|deposit|payment|charges?|costs?|sum|amount|money|cheque|check|starter (?:kit|pack)|investment|purchase)"
)
_WORDS = {
    Scam.PAY_FIRST: (
        rf"\b(?:registration|processing|admin\w*|application|activation|training|visa|security|refundable|enrol\w*|background check|start-?up|booking|joining)\b[^.;\n]{{0,25}}\b{_FEE}\b"
        rf"|\b(?:you|applicants?|candidates?)\b[^.;\n]{{0,40}}\b(?:pay|transfer|deposit|purchase|buy|invest|send)\b[^.;\n]{{0,40}}\b{_FEE}\b"
        r"|\b(?:sent?|mail|issue|receive)\b[^.;\n]{0,20}\b(?:check|cheque)\b[^.;\n]{0,60}\b(?:buy|purchase|deposit|equipment|cash)\b|\b(?:western union|moneygram|gift cards?|wire transfer)\b|\bbuy (?:your|the) (?:equipment|laptop|kit|starter)\b[^.;\n]{0,40}\b(?:vendor|supplier|us)\b"
        r"|\b(?:pay|deposit)\b[^.;\n]{0,40}\b(?:refund\w*|given back|reimbursed|returned)\b[^.;\n]{0,30}\b(?:first|salary|wage|month|withdraw)\b"
    ),
    Scam.BANK_DETAILS: r"\b(?:bank (?:name|account|details|login|card)|account number|routing number|sort code|online banking|credit card (?:number|details)|card number|PIN\b|social security number|SSN)\b",
    Scam.IDENTITY: r"\b(?:copy|scan|photo|picture|image|front and back|both sides)\b[^.;\n]{0,25}\b(?:passport|ID(?: card)?|identity card|driv\w+ licen[cs]e|national ID)\b|\bpassport (?:copy|scan|photo)\b|\bselfie\b",
    Scam.MESSENGER: r"\btelegram\b|\bt\.me/|\bwhats ?app\b|\bsignal app\b|\bgoogle (?:hangouts|chat)\b|\bwechat\b|\bviber\b|\bwa\.me/",
    Scam.FREE_MAIL: r"\b[\w.+-]+@(?:gmail|googlemail|outlook|hotmail|live|yahoo|ymail|aol|icloud|proton(?:mail)?|gmx|mail|zoho|yandex)\.[a-z.]{2,6}\b",
    Scam.NO_INTERVIEW: r"\b(?:no|without(?: an?| any)?|skip the)\s+(?:job )?interviews?\b|\binterviews? (?:is |are )?not (?:required|needed|necessary)\b|\b(?:hired|start|approved|accepted) (?:right away|immediately|on the spot|instantly|same day) without\b|\binstant (?:hire|approval)\b|\bguaranteed (?:job|hire|position)\b",
    Scam.PARCELS: r"\b(?:receiv\w+|accept\w*|collect\w*)\b[^.;\n]{0,40}\b(?:packages?|parcels?|goods|items)\b[^.;\n]{0,40}\b(?:at|to|from) (?:your|their)(?: own)? (?:home|address|house|residen\w+)\b|\b(?:re-?ship\w*|forward (?:them|the (?:packages?|parcels?))|new (?:shipping )?labels?)\b[^.;\n]{0,60}\b(?:home|customers?|abroad|overseas)\b",
    Scam.MONEY_HANDLING: r"\b(?:receive|accept|process|transfer|forward)\b[^.;\n]{0,40}\b(?:payments?|funds|money|transfers?)\b[^.;\n]{0,50}\b(?:your|personal|own) (?:bank )?account\b|\bkeep \d+ ?%\b[^.;\n]{0,30}\b(?:transfer|transaction|payment|amount)\b|\b(?:use|rent|need) your (?:bank )?account\b",
    Scam.CRYPTO: r"\b(?:crypto\w*|bitcoin|BTC|USDT|tether|ethereum|coins? to buy|forex|binary options|trading (?:platform|signals?)|wallet address|withdraw profits?|passive income)\b",
    Scam.PRESSURE: r"\b(?:limited|only \d+|few|last) (?:slots?|places?|spots?|positions?)(?: are)?(?: left| available| remaining)?\b|\bfirst come,? first served?\b|\burgent(?:ly)? hiring\b|\bact (?:now|fast)\b|\bapply (?:within|in the next) \d+ hours\b|\bdon[’']t miss\b|\b(?:today|now) only\b",
}
_SCAMS = {one: re.compile(pattern, re.IGNORECASE) for one, pattern in _WORDS.items()}
_RULED_OUT = re.compile(
    r"\b(?:never|not|no|nobody|don[’']t|doesn[’']t|won[’']t|without|free of|beware|scams?|fraud\w*|if anyone|neither|any request)\b",
    re.IGNORECASE,
)
# Words that are no sign where the work itself is about them.
_SKILLED = re.compile(
    r"\b(?:develop\w*|engineer\w*|analyst|compliance|audit\w*|solidity|blockchain|portfolio manager|degree|accountant|payroll experience)\b",
    re.IGNORECASE,
)
_BY_TRADE = (Scam.CRYPTO, Scam.BANK_DETAILS, Scam.MONEY_HANDLING, Scam.PARCELS)
_FREE_EYES = (Scam.NO_INTERVIEW, Scam.PARCELS)
_UNSKILLED = re.compile(
    r"\bno (?:\w+ )?(?:experience|skills?|qualifications?|degree|papers?|cv)\b|\bwithout (?:any )?experience\b|\bsimple (?:job|work|tasks?)\b|\bvery simple\b|\bnothing to learn\b",
    re.IGNORECASE,
)
_LITTLE = re.compile(
    r"\b(?:1|2|3|one|two|three)(?: ?(?:-|–|to) ?\d)? hours? (?:a|per|each) day\b|\bpart[- ]time\b|\bin your (?:free|spare) time\b|\bfrom your phone\b|\bdaily\b|\bpaid weekly\b",
    re.IGNORECASE,
)
RICH = {Period.HOUR: 30, Period.DAY: 240, Period.WEEK: 900, Period.MONTH: 3_000, Period.YEAR: 60_000}
STRONG = frozenset(("GBP", "EUR", "USD", "CHF", "CAD", "AUD", "NZD"))
_CLOSED = re.compile(
    r"\bno longer (?:accepting|available|open|active|advertised|taking)\b|\b(?:vacancy|position|post|role|job|listing|advert\w*|applications?)(?: \w+)?(?: is| are| has| have)?(?: now| been| already| is)* (?:closed|filled|expired|withdrawn|taken|archived|removed|paused|cancelled)\b|\b(?:expired|archived|closed) (?:job|vacancy|listing|posting|advert)\b|\bfilled\b!*$|^\W*(?:closed|expired|filled)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_REPOSTED = re.compile(
    r"\bre-?(?:posted|advertised|listed)\b|\bre-advertisement\b|\bprevious applicants need not\b", re.IGNORECASE
)


def scam_cues_in(text: str, pay: Said[Pay] | None = None) -> tuple[Said[Scam], ...]:
    """Return the signs of a trick, the first of each kind, in the order of the text."""
    found = {one.value: one for one in reversed(list(_scams(text, is_skilled=bool(_SKILLED.search(text)))))}
    if pay and _is_too_good(text, pay.value):
        found[Scam.TOO_GOOD] = Said(Scam.TOO_GOOD, pay.start, pay.end)
    return tuple(sorted(found.values(), key=lambda one: (one.start, one.value)))


def closing_words_in(text: str) -> tuple[Said[Stale], ...]:
    """Return the words that say that a posting is over or was put up again."""
    found = ((Stale.CLOSED, _CLOSED.search(text)), (Stale.REPOSTED, _REPOSTED.search(text)))
    return tuple(Said(kind, *match.span()) for kind, match in found if match)


def stale_cues(days: Days, told: tuple[Said[Stale], ...], today: date) -> tuple[Said[Stale], ...]:
    """Return what says today that a posting is over. Age alone says nothing."""
    past = [
        Said(kind, day.start, day.end)
        for kind, day in ((Stale.PAST_CLOSING, days.closes), (Stale.PAST_START, days.starts))
        if day and day.value < today
    ]
    return (*told, *past)


def _scams(text: str, *, is_skilled: bool) -> Iterator[Said[Scam]]:
    for span in sentences_of(text):
        words = text[span.start : span.end]
        for kind, pattern in _SCAMS.items():
            match = pattern.search(words)
            if match is None or (is_skilled and kind in _BY_TRADE):
                continue
            if kind in _FREE_EYES or kind is Scam.FREE_MAIL or not _RULED_OUT.search(words):
                yield Said(kind, span.start + match.start(), span.start + match.end())


def _is_too_good(text: str, pay: Pay) -> bool:
    """Whether much is promised for work that asks for nothing and takes little time."""
    is_rich = pay.currency in STRONG and pay.least >= Decimal(RICH[pay.period])
    return is_rich and bool(_UNSKILLED.search(text)) and bool(_LITTLE.search(text))
