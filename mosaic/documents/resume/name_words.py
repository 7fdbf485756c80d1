"""Which words are a name, and how names are written."""

import re
from collections.abc import Sequence
from functools import cache

from mosaic.documents.resume.clues import employer_clue, title_clue
from mosaic.documents.resume.headings import kind_of
from mosaic.documents.resume.places import place_clue
from mosaic.documents.resume.tongues import language_at
from mosaic.documents.resume.vocabulary import flat, phrases, table, word_set
from mosaic.lexicon.phrases import skill_finder

_NAME_WORD = re.compile(r"(?:[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*['’ʼ`]?\.?(?:-[^\W\d_]+)*|[\"“(‘'][^\W\d_]+[\"”)’'])$")
_WITHOUT_CASE = re.compile(
    r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1200-\u137f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)


_QUOTES = ('"', "(", "“", "‘")
_BY_LENGTH = (0.0, -1.0, 2.0, 2.0, 1.2, 0.4, 0.0)
_BORNE_OUT = 2.5


@cache
def name_words(section: str) -> frozenset[str]:
    return frozenset(flat(word) for word in table("names")[section]["words"])


def is_document(piece: str) -> bool:
    """Whether it is the word for the document itself: "Curriculum Vitae"."""
    return piece.strip() in phrases("names", "titles_of_document")


def name_clue(piece: str, hints: Sequence[str]) -> float | None:
    """Return how much a piece is a name; None when it cannot be one."""
    words = _bare(piece)
    joined = " ".join(words)
    if not 1 <= len(words) <= 6 or not all(_NAME_WORD.match(word) for word in words):
        return None
    if is_document(joined) or kind_of(piece) is not None or language_at(joined):
        return None
    hinted = max((likeness(words, hint) for hint in hints), default=0.0)
    big = [word for word in words if word[0].isupper() or _WITHOUT_CASE.match(word)]
    if not big:
        return 1.0 + hinted if hinted >= _BORNE_OUT else None
    if not all(word in big or word.startswith(_QUOTES) or _is_particle(word) for word in words):
        return None
    return _BY_LENGTH[len(words)] + hinted - _unlikeness(joined)


def _is_particle(word: str) -> bool:
    """Whether a word in small letters belongs into a name: "van", "al-Hassan", "d'Angelo"."""
    return any(flat(part) in name_words("particles") for part in (word, re.split(r"[-'’]", word)[0]))


def _bare(piece: str) -> list[str]:
    """Return the words without honorifics, post-nominals and "CV of"."""
    beside = name_words("honorifics") | name_words("post_nominals")
    words = [word for word in piece.split() if flat(word).strip(".,()") not in beside]
    while len(words) > 1 and flat(words[0]).strip(".:") in word_set("before_names"):
        words = words[1:]
    return words


def _unlikeness(words: str) -> float:
    """Return how much the words look like something else: a title, a firm, a place, a skill."""
    place = 2.0 if place_clue(words) > 0 else 0.0
    return max(0.0, title_clue(words)) + 0.8 * max(0.0, employer_clue(words)) + place + 2.5 * _skilled(words)


def _skilled(text: str) -> float:
    """Return the share of a text that names skills."""
    return sum(mention.end - mention.start for mention in skill_finder().find(text)) / len(text)


def likeness(words: Sequence[str], hint: str) -> float:
    """Return how far an e-mail's local part is made of the name."""
    names = [re.sub(r"[^a-z]", "", flat(word)) for word in words]
    covered = sum(len(name) for name in names if len(name) >= 3 and name in hint)
    if not covered or not hint:
        return 0.0
    initials = sum(1 for name in names if name and name not in hint and name[0] in hint)
    return 4.0 * min(1.0, (covered + initials) / len(hint))


def likeness_to_all(words: Sequence[str], hints: Sequence[str]) -> float:
    return sum(likeness(words, hint) for hint in hints)


def cased(name: str) -> str:
    """Return a name in capitals the way people write it; leave all others alone."""
    words = name.split()
    plain = [word for word in words if len(word) > 1]
    shouted = [word for word in plain if word.isupper()]
    if not shouted or (len(shouted) < len(plain) and not any(len(word) > 3 for word in shouted)):
        return name
    return " ".join(
        _word(word, first=i == 0) if word.isupper() and len(word) > 1 else word for i, word in enumerate(words)
    )


def _word(word: str, *, first: bool) -> str:
    if flat(word) in name_words("particles") and not first and len(word) <= 3:
        return word.lower()
    return re.sub(
        r"[^\W\d_]+",
        lambda match: (
            "Mc" + match[0][2:].capitalize()
            if match[0].startswith("MC") and len(match[0]) > 3
            else match[0].capitalize()
        ),
        word,
    )
