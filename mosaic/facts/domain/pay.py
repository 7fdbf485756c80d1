"""What somebody wants to earn, only where they say so: “at least 32k”, “not under £14 an hour”, “$60,000+”.

What they earn, earned or were offered is no wish. A currency or period that is not named stays unknown.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.found import Found, found_in
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.sums import sums_said
from mosaic.lexicon.hints import hint
from mosaic.lexicon.money import MARKED, Sum

FLOOR = "floor"
_NOT = r"(?:(?:can|could|wo|would|do|did)n?['’]?t|(?:can|could|will|would|do)(?: not|not)|not|never)"
_AT_LEAST = (
    r"at (?:the )?(?:very )?least|anything (?:over|above|from)|(?:a )?min(?:imum)?(?: of)?|"
    r"(?:no|not|nothing|never) (?:lower|less|under|below)(?: than)?|upwards of|"
    rf"{_NOT} [^,;]{{0,30}}?\b(?:below|under|less than)"
)
_ABOUT = r"around|about|roughly|approximately|circa|between|from|up to|over|more than|ideally|something like|somewhere(?: (?:around|between|near))?"
_FLOOR = re.compile(rf"\b(?:{_AT_LEAST})\b[^,;]{{0,25}}$", re.IGNORECASE)
_NEED = re.compile(r"\b(?:need|floor|must be)\b[^,;]{0,25}$", re.IGNORECASE)
_LIMIT = re.compile(rf"\b(?:(?:{_AT_LEAST}|{_ABOUT})\s+)+$", re.IGNORECASE)
_FLOOR_AFTER = re.compile(
    r"^\s*(?:\+|(?:plus|or (?:more|above|over|it|higher)|min(?:imum)?|and (?:up|above)|at (?:the )?(?:very )?least)\b)",
    re.IGNORECASE,
)
_IS_FLOOR_AFTER = re.compile(
    r"^\W*(?:is|would be|['’]s|as) (?:my |the |an? )?(?:absolute )?(?:floor|minimum|least|lowest)\b", re.IGNORECASE
)
_WISH = re.compile(
    r"\b(?:want|wish|looking for|look for|hop(?:e|ing) for|ideally|after(?! tax)|aiming for|aim for|like|expect(?:ing|ed|ations?)?|prefer|earn around|asking(?: for)?|"
    r"desired|target|accept|take|settle for|happy (?:with|on)|need)\b",
    re.IGNORECASE,
)
# “Pay between 14 and 16”, “day rate of £250”: an amount with its name in front and no verb of having.
_NAMED = re.compile(
    r"^\W*(?:and )?(?:(?:day|hourly|daily|monthly|weekly|yearly|annual|starting|wanted) )?(?:pay|salary|wages?|rate)\b\W*(?:of |is )?\W*$",
    re.IGNORECASE,
)
_WISH_AFTER = re.compile(
    r"^\W*(?:would|will|['’]d) (?:do\b|suit|cover|work\b|be (?:fine|enough|great|good|ok(?:ay)?|lovely|perfect|plenty|fair|nice|ideal))"
    r"|^\W*(?:is|['’]s) (?:fine|enough|fair|ok(?:ay)?|what I(?:['’]m| am)? (?:need|want|after|looking for)|my (?:target|aim|goal))\b|^\W*please\b",
    re.IGNORECASE,
)
_NOT_A_WISH = re.compile(
    r"\b(?:earned|earning|was|were|used to|paid|pays|paying|get paid|pay (?:off|back|for)|raise|(?<!happy )on|offered|owe|cost|costs|saved|budget|raised|sold|worth|debt|rent|mortgage|bills?|save|last|old|spend|buy|"
    r"(?:I|we) (?:\w+ )?(?:earn|make|get|take home)|my (?:\w+ )?(?:salary|pay|wage|income)(?: \w+)? is|current(?:ly)?|got|had)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"^\W*(?:now|at the moment|at present|currently|today|right now)\b", re.IGNORECASE)
# “I need £200 for the train” asks for no pay.
_FOR_SOMETHING = re.compile(
    r"^\W*(?:for|towards|off) (?:the|an?|my|our|some) (?!right|role|job|work|first|start|position|hour|week|day)",
    re.IGNORECASE,
)
_AMOUNTS = hint(r".*\d.*|grand|thousand|pounds?|quid|euros?|dollars?")
# What an amount without a mark needs: the words for what it is paid for, which may follow its figures at once.
_IS_PAY = MARKED | hint(
    r"(?:.*\d)?(?:p?h|p?d|p?w|pa|pc?m)|.*(?:hour|hr|day|week|wk|month|mth|monat|year|annum|yr)|.*(?:yearly|annually)|p"
)
_OF_MONEY = r"(?:(?:pounds?|quid|euros?|dollars?|net|gross|netto|brutto|clear|flat|plus|minimum|before tax|after tax|take[- ]home|or more|or above) )?"
_PERIODS = (
    ("hour", rf"^\W*{_OF_MONEY}(?:(?:an|per|each|/)\s?(?:hour|hr)\b|/\s?h\b|p\.?/?\s?h\b\.?)"),
    ("day", rf"^\W*{_OF_MONEY}(?:(?:a|per|each)\s|/\s?)day\b|^\W*p\.?/?d\b"),
    ("week", rf"^\W*{_OF_MONEY}(?:(?:a|per|each)\s|/\s?)w(?:ee)?k\b|^\W*p\.?/?w\b"),
    ("month", rf"^\W*{_OF_MONEY}(?:(?:a|per|each)\s|/\s?)(?:calendar )?(?:month|mth)\b|^\W*pc?m\b|^\W*(?:netto |brutto )?im Monat\b"),
    ("year", rf"^\W*{_OF_MONEY}(?:(?:a|per|each)\s|/\s?)(?:year|annum|yr)\b|^\W*pa\b|^\W*p\.a\.|^\W*yearly\b|^\W*annually\b"),
)  # fmt: skip
_PERIOD_WORDS = tuple((period, re.compile(pattern, re.IGNORECASE)) for period, pattern in _PERIODS)
_TAIL = re.compile(
    r"^\s*(?:net|gross|netto|brutto|after tax|before tax|take[- ]home|or (?:more|above|over|higher|so)|min(?:imum)?|and (?:up|above)|at (?:the )?(?:very )?least|pro rata|plus(?= |$))\b|^\s*\+",
    re.IGNORECASE,
)
LEAST_YEARLY = 12_000
# “8 a day” is a shift, “14 an hour” is pay.
LEAST_UNMARKED = 9
# So far before an amount a word of wishing may stand; further when the amount says by itself that it is pay.
NEAR, FAR = 30, 90


@dataclass(frozen=True, slots=True)
class _Pay:
    """An amount at words[start:end] with the words around it that belong to it, and those before and behind."""

    sum: Sum
    start: int
    end: int
    before: str
    after: str
    is_rate: bool


def pay_in_own_words(clauses: Sequence[Clause]) -> Iterator[Found]:
    """Yield each wish for pay in the words that say it; `aspect` is “floor” for the least somebody would take."""
    for clause in clauses:
        if not (clause.hints & _AMOUNTS and clause.hints & _IS_PAY) or clause.is_over:
            continue
        for one in _pays(clause.words):
            is_floor = _is_floor(one)
            if is_floor or _is_wish(one):
                yield found_in(
                    clause, FactKind.PAY, clause.words[one.start : one.end], Polarity.WANTS,
                    aspect=FLOOR if is_floor else "", amount=float(one.sum.amount),
                )  # fmt: skip
                break


def period_of(after: str, amount: float) -> str:
    """Return what an amount is paid for by the words behind it; a year for large ones, else nothing."""
    said = next((period for period, pattern in _PERIOD_WORDS if pattern.match(after)), "")
    return said or ("year" if amount >= LEAST_YEARLY else "")


def _pays(words: str) -> Iterator[_Pay]:
    """Yield the amounts of a clause that are money, each with the words between its neighbours."""
    rows = [one for one in sums_said(words) if _is_money(one, words[one.end :])]
    for place, one in enumerate(rows):
        first = rows[place - 1].end if place else 0
        last = rows[place + 1].start if place + 1 < len(rows) else len(words)
        limit = _LIMIT.search(words[first : one.start])
        start = first + limit.start() if limit else one.start
        end = _end_of(words[:last], one.end)
        is_rate = bool(period_of(words[one.end :], 0))
        yield _Pay(one, start, end, words[first : one.start], words[one.end : last], is_rate)


def _end_of(words: str, end: int) -> int:
    """Return where the period and other words that belong to an amount end: “£25/hr or more”, “2,400 a month after tax”."""
    patterns = (_TAIL, *(pattern for _, pattern in _PERIOD_WORDS), _TAIL)
    for pattern in patterns:
        match = pattern.match(words[end:])
        end += match.end() if match else 0
    return end


def _is_floor(one: _Pay) -> bool:
    rest = one.after[one.end - one.sum.end :]
    if _IS_FLOOR_AFTER.match(rest):
        return True
    behind = one.after[: one.end - one.sum.end]
    if _FLOOR.search(one.before) or any(_FLOOR_AFTER.match(behind[at:]) for at in range(len(behind))):
        return True
    return bool(_NEED.search(one.before)) and not _is_told(one) and not _FOR_SOMETHING.match(rest)


def _is_wish(one: _Pay) -> bool:
    rest = one.after[one.end - one.sum.end :]
    head = one.before[: len(one.before) - (one.sum.start - one.start)]
    if _WISH_AFTER.match(rest) or (_NAMED.search(head) and not _NOW.match(rest)):
        return True
    if _FOR_SOMETHING.match(rest):
        return False
    asked = _last(_WISH, one.before)
    if asked < 0 or _is_told(one):
        return _is_bare(one, head, rest)
    near = one.before[asked:]
    return len(near) <= FAR if one.is_rate else len(near) <= NEAR and not re.search("[,;]", near)


def _is_told(one: _Pay) -> bool:
    """Whether the word nearest to an amount tells what is or was paid, owed or spent."""
    told = _last(_NOT_A_WISH, one.before)
    return told >= 0 and told > _last(_WISH, one.before)


def _is_bare(one: _Pay, head: str, rest: str) -> bool:
    """Whether a clause is pay and nothing else: “£120 a day”, “28-30k”."""
    is_pay = one.is_rate or bool(period_of("", float(one.sum.amount)))
    return is_pay and not re.search(r"\w", head) and not re.search(r"\w", rest)


def _last(pattern: re.Pattern[str], words: str) -> int:
    """Return where the last match begins, -1 for none."""
    return max((match.start() for match in pattern.finditer(words)), default=-1)


def _is_money(one: Sum, after: str) -> bool:
    """Whether a number is money: it carries a sign or a k, or its period follows at once."""
    return one.is_marked or (one.amount >= LEAST_UNMARKED and bool(period_of(after, 0)))
