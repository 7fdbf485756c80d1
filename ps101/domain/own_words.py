"""Whether a line says no more than its person did: its words are theirs, a “not” stays, its quote is literal."""

import re

from mosaic.ai.domain.checks import Fault, Grounds, Rules, findings_in
from mosaic.lexicon.sentences import Span
from mosaic.lexicon.words import FILLERS, key_of, tokens_of

LONGEST_QUOTE = 300
_SMALL = frozenset(
    key_of(word)
    for word in (
        *FILLERS,
        *"i i'm i've i'd i'll am is are was were be been being have has had do does did to in on at for with from by about as and or but so which who whom when "
        "while because if than then it they them he she we us me mine myself there here can could will would into over out up off too very just also more "
        "after before during what how where being".split(),
    )
)  # fmt: skip
_NO = frozenset(key_of(word) for word in "not no never without nobody nothing none hardly cannot neither nor".split())
_REACH = 3
"""A “not” that stands so many words before a thing is about it."""
_MARKS = "\"'“”‘’„«»"
_APOSTROPHES = "['’‘ʼ]"
_UNFIT = frozenset(
    (Fault.DIRECTIVE, Fault.LINK, Fault.FORM, Fault.PLACEHOLDER, Fault.RATING, Fault.HARM, Fault.PROMISE, Fault.HUMAN)
)
_BIDDING = frozenset((Fault.DIRECTIVE,))
_RULES = Rules(most_sentences=3, most_letters=LONGEST_QUOTE, most_questions=3, most_steps=9)


def place_of(quote: str, text: str) -> Span | None:
    """Return where a quote stands in a text word for word; line breaks and the shape of an apostrophe do not count."""
    words = quote.strip().strip(_MARKS).split()
    if not words or len(quote) > LONGEST_QUOTE or not any(letter.isalnum() for letter in quote):
        return None
    pattern = r"\s+".join(re.sub(_APOSTROPHES, _APOSTROPHES, re.escape(word)) for word in words)
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text)
    return Span(*found.span()) if found else None


def content_of(text: str) -> frozenset[str]:
    """Return the keys of the words that carry what a text says; “not” is one of them."""
    return frozenset(token.key for token in tokens_of(text) if token.key not in _SMALL)


def is_in_words_of(line: str, text: str) -> bool:
    """Whether every word of a line that says something stands in a text, in any inflection."""
    said = content_of(line)
    return bool(said) and said <= {token.key for token in tokens_of(text)}


def is_turned(line: str, quote: str) -> bool:
    """Whether a line leaves out a “not” that its words have in the quote, or puts one in."""
    said, tokens = content_of(line) - _NO, list(tokens_of(quote))
    places = [place for place, token in enumerate(tokens) if token.key in said]
    if not places:
        return False
    around = tokens[max(0, places[0] - _REACH) : places[-1] + 1]
    return any(_is_no(token.key) for token in around) != any(_is_no(token.key) for token in tokens_of(line))


def is_fit(line: str, own: str, *, may_bid: bool = False) -> bool:
    """Whether a line neither praises nor orders nor leads anywhere; somebody's own plan may sound like an order."""
    unfit = _UNFIT - _BIDDING if may_bid else _UNFIT
    return not any(one.fault in unfit for one in findings_in(line, Grounds(own=(own,)), _RULES))


def _is_no(key: str) -> bool:
    return key in _NO or key.endswith(("n't", "n’t"))
