"""Languages somebody speaks, learns or does not speak, with the level their words stand for (CEFR)."""

import re
from collections.abc import Iterator, Sequence

from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.found import Found, found_in
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.hints import hint
from mosaic.lexicon.tongues import CEFR, language_codes, language_names

_CUE = re.compile(
    r"\b(?:speak\w*|spoken|spoke|fluen\w+|native|bilingual|mother tongue|first language|second language|rusty|conversational|basic|beginner'?s?|intermediate|"
    r"[ABC][12]|get by|a (?:bit|little)(?: of)?|few words|learning|learn|learnt|learned|taught myself|picked up|brush up|good enough|reads? and writes?|read and write|decent|smattering|rudimentary|language|improve)\b",
    re.IGNORECASE,
)
_ABOUT_ELSE = re.compile(
    r"^\s*(?:lit\b|literature|teachers?|lessons?|breakfast|food|restaurant|cuisine|department|history|market|law|team|customers?|suppliers?|office|company|wine|cooking|clients?|people|family|man|woman|side)",
    re.IGNORECASE,
)
# “Tamil Nadu”, “Irish Red Cross”: a capital behind it that begins no other language.
_PART_OF_A_NAME = re.compile(
    r"^ (?!" + "|".join(name for names in language_codes().values() for name in names) + r")[A-Z][a-z]+"
)
_TAUGHT = re.compile(
    r"\b(?:teach|taught|teaching|degree in|studied|first in|GCSE|A-level)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_LACKS = re.compile(
    r"\b(?:no|not any|without|never learn(?:ed|t)|(?:do|did|ca)(?:n['’]?t| not)|cannot|not a word of)\b[^,;]{0,25}$",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"\b(?:(?:am |['’]m )?learning|working towards|learn|brush(?:ing)? up(?: on)?|improve|improving|get better at|taking (?:a |an )?|evening class(?:es)? in)\b[^,;]{0,25}$",
    re.IGNORECASE,
)
_LEVELS = (
    ("C2", r"\bnative\b|\bmother tongue\b|\bfirst language\b|\bbilingual\b|\bgrew up (?:speaking|with)\b"),
    ("C1", r"\bfluent(?:ly)?\b|\bproficient\b|\badvanced\b|\bexcellent\b|\bvery good\b"),
    ("B2", r"\bgood\b|\bdecent\b|\bworking knowledge\b|\bbusiness\b|\bconfident\b|\bprofessional(?:ly)?\b|\bwell\b"),
    (
        "A2",
        r"\ba (?:bit|little)\b|\bbasic\b|\brusty\b|\bsome\b|\bget by\b|\bpicked up\b|\bfew words\b|\ba smattering\b|\brudimentary\b|\bschool\b",
    ),
    ("B1", r"\bconversational\b|\bintermediate\b|\beveryday\b"),
    ("A1", r"\bbeginner"),
)
_WORDS = tuple((level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _LEVELS)
_STATED = re.compile(rf"\b({'|'.join(CEFR)})\b")
_BILINGUAL = re.compile(r"\bbilingual in\b", re.IGNORECASE)
_LOWER = re.compile(
    r"\b(?:speak|speaks|fluent|native|basic|learning|learn|conversational|my|some|rusty|good)\s+\w", re.IGNORECASE
)
NAMED_ONLY = 4
# The first words of their names.
LANGUAGES = hint("|".join(re.findall(r"\w+", name)[0].lower() for names in language_codes().values() for name in names))

Named = tuple[int, int, str]


def languages_in(clauses: Sequence[Clause]) -> Iterator[Found]:
    """Yield each language with its level as `aspect`; no level where the words say none."""
    for clause in clauses:
        named = _named(clause.words) if clause.hints & LANGUAGES else []
        if named and _is_about_languages(clause.words, len(named)):
            for place, (start, end, code) in enumerate(named):
                yield _language(clause, named, place, (start, end), code)


def _named(words: str) -> list[Named]:
    """Return the languages of a clause in order, each once; in small letters only behind a verb of speaking."""
    found: dict[str, Named] = {}
    raised = _raised(words)
    for pattern, code in language_names():
        for match in pattern.finditer(raised):
            is_name = _PART_OF_A_NAME.match(words[match.end() :])
            is_else = is_name or _ABOUT_ELSE.match(words[match.end() :]) or _TAUGHT.search(words[: match.start()])
            if not is_else and code not in found:
                found[code] = (match.start(), match.end(), code)
    return sorted(found.values())


def _raised(words: str) -> str:
    """Return words with capitals where somebody wrote “i speak polish”."""
    return _LOWER.sub(lambda match: match.group()[:-1] + match.group()[-1].upper(), words)


def _is_about_languages(words: str, count: int) -> bool:
    """Whether a clause speaks of knowing a language: by its words, or as little more than a list of names."""
    return bool(_CUE.search(words)) or len(words.split()) <= NAMED_ONLY * count


def _language(clause: Clause, named: list[Named], place: int, span: tuple[int, int], code: str) -> Found:
    words = clause.words
    before = words[named[place - 1][1] if place else 0 : span[0]]
    after = words[span[1] : named[place + 1][0] if place + 1 < len(named) else len(words)]
    polarity = _polarity(words[: span[0]])
    level = _level(before, after, words) if polarity is Polarity.HAS else ""
    name = _raised(words)[span[0] : span[1]]
    label = f"{name} {level}" if level else name
    return found_in(clause, FactKind.LANGUAGE, label, polarity, lexicon_id=code, aspect=level)


def _polarity(before: str) -> Polarity:
    if _LACKS.search(before):
        return Polarity.LACKS
    return Polarity.WANTS if _WANTS.search(before) else Polarity.HAS


def _level(before: str, after: str, words: str) -> str:
    """Return the level that the words nearest to a language stand for: a stated one first."""
    for near in (after, before.rsplit(",", 1)[-1]):
        stated = _STATED.search(near)
        if stated:
            return stated.group(1)
    if _BILINGUAL.search(words):
        return "C2"
    for near in (re.split(r",", before)[-1], re.split(r",|\band\b", after, maxsplit=1)[0]):
        for level, pattern in _WORDS:
            if pattern.search(near):
                return level
    return ""
