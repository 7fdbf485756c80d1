"""Numbers in talk, in figures and in words: “24,000”, “24k”, “four hundred”, “acht”, “a decade”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mosaic.lexicon.numbers import SPOKEN

_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12}
_MORE = {"seventeen": 17, "decade": 10, "dozen": 12, "couple": 2, "twice": 2, "double": 2, "both": 2, "score": 20}
_ENGLISH = {word: float(value) for word, value in SPOKEN.items() if " " not in word and "-" not in word} | _TENS | _MORE
_ENGLISH = {
    word: value for word, value in _ENGLISH.items() if word not in ("a", "an", "one", "several", "both", "score")
}
_LISTS = {
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti",
    "pt": "dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis dezassete dezoito dezanove vinte",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig",
    "pl": "dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia",
}  # fmt: skip
_POLISH_BENT = "dwóch trzech czterech pięciu sześciu siedmiu ośmiu dziewięciu dziesięciu jedenastu dwunastu".split()
_WORDS = {"en": _ENGLISH} | {
    code: {word: float(value) for value, word in enumerate(words.split(), 2)} for code, words in _LISTS.items()
}
_WORDS["pl"] |= {word: float(value) for value, word in enumerate(_POLISH_BENT, 2)}
_WORDS["de"] |= {"dreißig": 30.0, "vierzig": 40.0}
_NUMBER = re.compile(r"\d+(?:[.,’'\u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+(?:-[^\W\d_]+)*")
_THOUSANDS = re.compile(r"k\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number said at text[start:end]."""

    value: float
    start: int
    end: int


def numbers_said(text: str, language: str = "en") -> Iterator[Number]:
    """Yield the numbers of a text in order. “One” is a pronoun as often as a number and is left out."""
    known = _WORDS.get(language, _ENGLISH)
    total, start, end = 0.0, -1, -1
    for found in _NUMBER.finditer(text):
        word = found[0].casefold()
        if word[0].isdigit():
            scale = 1_000 if _THOUSANDS.match(text, found.end()) else 1
            yield Number(_in_figures(word) * scale, found.start(), found.end())
            continue
        value = _in_words(word, known)
        if value is None and not (language == "en" and word in _SCALES and start >= 0):
            if start >= 0 and word != "and":
                yield Number(total, start, end)
                total, start = 0.0, -1
            continue
        if word in _SCALES and start >= 0:
            total *= _SCALES[word]
        elif value is not None:
            total, start = (total if start >= 0 else 0.0) + value, start if start >= 0 else found.start()
        end = found.end()
    if start >= 0:
        yield Number(total, start, end)


def _in_figures(word: str) -> float:
    if re.fullmatch(r"\d+(?:[.,’'\u00a0\u202f]\d{3})+", word):
        return float(re.sub(r"\D", "", word))
    return float(word.replace(",", "."))


def _in_words(word: str, known: dict[str, float]) -> float | None:
    if word in known:
        return known[word]
    if word in ("hundred", "thousand"):
        return float(_SCALES[word])
    if "-" not in word and word != "decades":
        return None
    parts = word.split("-")
    if word == "decades":
        return 10.0
    if len(parts) == 2 and parts[0] in _TENS and parts[1] in {**_ENGLISH, "one": 1.0}:
        return _TENS[parts[0]] + {**_ENGLISH, "one": 1.0}[parts[1]]
    # Before a hyphen: “three-year”.
    return known.get(parts[0]) if len(parts) > 1 else None
