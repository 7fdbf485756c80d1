"""What somebody wants to earn, only where they say so: “at least 32k”, “not under £14 an hour”, “$60,000+”.

What they earned or were offered is no wish. A currency or period that is not named stays unknown.
"""

import re
from collections.abc import Iterator, Sequence

from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.found import Found, found_in
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.money import Sum, sums_in

FLOOR = "floor"
_FLOOR = re.compile(
    r"\b(?:at least|anything (?:over|above|from)|min(?:imum)?(?: of)?|(?:no|not|nothing) (?:lower|less|under|below|lower)(?: than)?|(?:can(?:no|['’]?)t|wo(?:n['’]?t)|would(?:n['’]?t| not)|could(?:n['’]?t| not)|not) [^,;]{0,30}\b(?:below|under|less than|for less than)|need|floor|must be|upwards of)\b[^,;]{0,25}$",
    re.IGNORECASE,
)
_FLOOR_AFTER = re.compile(
    r"^\s*(?:\+|plus\b|or (?:more|above|over|it)\b|min(?:imum)?\b|and (?:up|above)\b|at least\b|at the (?:very )?least\b)",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:want|looking for|look for|hop(?:e|ing) for|ideally|after|aiming for|like|expect(?:ing)?|prefer|earn around|asking(?: for)?)\b[^,;]{0,30}$",
    re.IGNORECASE,
)
_WISH_AFTER = re.compile(
    r"^\W*(?:an hour|a year|a month|a day|p/?h|ph|pa|/hr)?\s*(?:would|will|['’]d) (?:do\b|be (?:fine|enough|great|ok|lovely|perfect|plenty))",
    re.IGNORECASE,
)
_NOT_A_WISH = re.compile(
    r"\b(?:earned|earning|was|were|used to|paid|paying|get paid|on|offered|owe|cost|costs|saved|budget|raised|sold|worth|debt|rent|save|last|old)\b[^,;]{0,20}$",
    re.IGNORECASE,
)
_PERIODS = (
    ("hour", re.compile(r"^\W*(?:\w+ )?(?:an|per|each|/)?\s?(?:hour|hr|ph\b|p/h)|^/h\b", re.IGNORECASE)),
    ("day", re.compile(r"^\W*(?:\w+ )?(?:a|per|each|/)\s?day\b", re.IGNORECASE)),
    ("week", re.compile(r"^\W*(?:\w+ )?(?:a|per|each|/)\s?w(?:ee)?k\b", re.IGNORECASE)),
    ("month", re.compile(r"^\W*(?:\w+ )?(?:a|per|each|/)\s?(?:month|mth)|^\W*(?:pcm|pm)\b", re.IGNORECASE)),
    ("year", re.compile(r"^\W*(?:\w+ )?(?:a|per|each|/)\s?(?:year|annum|yr)|^\W*pa\b|^\W*p\.a\.", re.IGNORECASE)),
)
LEAST_YEARLY = 12_000
# “8 a day” is a shift, “14 an hour” is pay.
LEAST_UNMARKED = 9


def pay_in_own_words(clauses: Sequence[Clause]) -> Iterator[Found]:
    """Yield each wish for pay in the words that say it; `aspect` is “floor” for the least somebody would take."""
    for clause in clauses:
        if clause.is_over:
            continue
        for one in sums_in(clause.words):
            before, after = clause.words[: one.start], clause.words[one.end :]
            is_floor = bool(_FLOOR.search(before) or _FLOOR_AFTER.match(after))
            is_wish = is_floor or bool(_WISH_AFTER.match(after))
            is_wish = is_wish or (bool(_WISH.search(before)) and not _NOT_A_WISH.search(before))
            if is_wish and _is_money(one, after):
                aspect = FLOOR if is_floor else ""
                label = _label(clause.words, one)
                yield found_in(
                    clause, FactKind.PAY, label, Polarity.WANTS, aspect=aspect, amount=float(one.amount)
                )  # fmt: skip
                break


def period_of(after: str, amount: float) -> str:
    """Return what an amount is paid for by the words behind it; a year for large ones, else nothing."""
    said = next((period for period, pattern in _PERIODS if pattern.match(after)), "")
    return said or ("year" if amount >= LEAST_YEARLY else "")


def _is_money(one: Sum, after: str) -> bool:
    """Whether a number is money: it carries a sign or a k, or its period follows at once."""
    return one.is_marked or (one.amount >= LEAST_UNMARKED and bool(period_of(after, 0)))


def _label(words: str, one: Sum) -> str:
    """Return the amount with the words around it that belong to it: “not under £12 an hour”."""
    before = re.split(r"[,;(]", words[: one.start])[-1].split()[-5:]
    after = re.split(r"[,;.)]|\b(?:and|but|because|to|so|or it)\b", words[one.end :])[0].split()[:3]
    return " ".join([*before, words[one.start : one.end].strip()]) + (" " + " ".join(after) if after else "")
