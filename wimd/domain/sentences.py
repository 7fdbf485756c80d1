"""Sentences of a message, literally as they stand there: the one that says most, a question, the one around some words."""

import re

from mosaic.lexicon.sentences import sentences_of

SHORTEST_QUOTE, LONGEST_QUOTE = 12, 160
_I = re.IGNORECASE
_ASKS = re.compile(r"^\W*(?:and |but |so |ok(?:ay)?,? |well,? |also,? |then )*(?:what|who|whom|whose|which|when|where|why|how|is|are|am|was|were|do|does|did|can|could|would|will|may|might|shall|should|has|have|had)\b(?! a (?:day|week|shift|night)\b)", _I)  # fmt: skip
_SMALL_START = re.compile(r"(?<=\w\w[.!?])\s+(?=[^\W\d_A-Z])|(?<=[!?]{2})\s+|(?<=\.\.\.)\s+|\n+")
ENOUGH_WORDS = 5
NEAR_THE_END = 2
"""Sentences from the end in which a question is one to be answered; earlier ones belong to what is told."""
WHOLE = 2
"""What a whole sentence has over a clause out of a longer one."""
_OWN = frozenset(
    ("i", "my", "me", "i'm", "i’m", "im", "i've", "i’ve", "ive", "i'd", "i’d", "i'll", "i’ll", "myself", "mine")
)
_FELT = re.compile(
    r"\b(?:want|wish|hope|like|love|hate|miss|feel|felt|afraid|scared|worr\w+|asham\w+|proud|tired|alone|lonely|angry|sad|happy|glad|sorry|sick|stupid|small|can['’]?t|cannot|couldn['’]?t|don['’]?t|won['’]?t|never|nobody|nothing|no one|too)\b",
    _I,
)
_DONE = re.compile(
    r"\b(?:\w{3,}ed|went|had|got|did|said|told|made|saw|met|took|gave|came|found|spoke|wrote|thought|ran|left|put|kept)\b",
    _I,
)
_CLAUSE = re.compile(r"[,;:–—\n…]+\s*|\s+(?:and|but|because|so|then|although|which|while|when|until)\s+|\s-\s", _I)


def telling_part(message: str) -> str:
    """Return the part of a message that says most, literally as it stands there, or nothing.

    A sentence where one is short enough, of longer ones a clause: what is felt, wished or done before what is merely
    so, about oneself before about others; of two alike the later, as a point is mostly made at the end.
    """
    parts = sentences_in(message)
    whole = [(_weight(_bare(part)) + WHOLE, _bare(part)) for part in parts]
    clauses = [
        (_weight(_bare(clause)), _bare(clause))
        for part in parts
        if len(_bare(part)) > LONGEST_QUOTE
        for clause in _clauses(part)
    ]
    fitting = [
        (weight, place, part)
        for place, (weight, part) in enumerate((*whole, *clauses))
        if SHORTEST_QUOTE <= len(part) <= LONGEST_QUOTE and "\n" not in part
    ]
    return max(fitting, default=(0, 0, ""))[2]


def _weight(part: str) -> int:
    """Return how much a part says: marks of feeling, wish or doing, of oneself, and of enough words to stand alone."""
    words = part.casefold().split()
    is_own = bool(_OWN & set(words))
    return (
        3 * bool(_FELT.search(part)) + 2 * is_own + bool(_DONE.search(part)) + (len(words) >= ENOUGH_WORDS) - asks(part)
    )


def _bare(part: str) -> str:
    return part.strip().rstrip(".!? ").strip()


def _clauses(part: str) -> list[str]:
    return [piece for piece in _CLAUSE.split(part) if piece and "\n" not in piece]


def quote_of(message: str) -> str:
    """Return the telling part, or of a message of a few words all of it."""
    whole = _bare(message)
    return telling_part(message) or (whole if 0 < len(whole) <= LONGEST_QUOTE and "\n" not in whole else "")


def question_in(message: str) -> str:
    """Return the question somebody ends with, literally, or nothing: by its mark, or by how a short message begins."""
    parts = sentences_in(message)
    asked = [part for part in parts[-NEAR_THE_END:] if part.endswith("?")]
    if not asked and len(parts) == 1 and asks(parts[0]):
        asked = parts
    last = _bare(asked[-1]) if asked else ""
    return last if SHORTEST_QUOTE <= len(last) <= LONGEST_QUOTE and "\n" not in last else ""


def asks(sentence: str) -> bool:
    """Whether a sentence is a question, by its mark or by how it begins."""
    return sentence.rstrip().endswith("?") or bool(_ASKS.match(sentence))


def sentence_around(message: str, words: str) -> str:
    """Return the whole sentence in which words stand, literally, or nothing."""
    return next((part for part in sentences_in(message) if words and words in part), "")


def quotable(sentence: str) -> str:
    """Return a sentence as it is quoted, or nothing when it is too long for that."""
    found = _bare(sentence)
    return found if len(found) <= LONGEST_QUOTE and "\n" not in found else ""


def sentences_in(message: str) -> list[str]:
    """Return sentences literally; who writes without capitals ends them all the same."""
    spans = (message[span.start : span.end] for span in sentences_of(message))
    return [part.strip() for span in spans for part in _SMALL_START.split(span) if part.strip()]
