"""What a message asks for or tells, where the coach has a way of its own with that."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from wimd.domain.sentences import asks, sentence_around


class Intent(StrEnum):
    """What can be asked for or told. Stored with turns: never renamed."""

    HUMAN = "human"
    FAST_TRACK = "fast_track"
    DISCOVERY = "discovery"
    RESUME = "resume"
    JOBS = "jobs"
    STUCK = "stuck"
    ABOUT = "about"
    PRIVACY = "privacy"
    ANGER = "anger"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    GREETING = "greeting"
    DONT_KNOW = "dont_know"
    OTHER_LANGUAGE = "other_language"
    POSTING = "posting"
    GOOD_NEWS = "good_news"
    BAD_NEWS = "bad_news"
    REPEATING = "repeating"
    ENOUGH = "enough"
    DELETE = "delete"
    KNOWN = "known"
    WHY = "why"
    OUTSIDE = "outside"
    ADVICE = "advice"
    HOW_ARE_YOU = "how_are_you"
    JOKE = "joke"
    COST = "cost"
    ACCOUNT = "account"
    MISTAKES = "mistakes"
    OPTIONAL = "optional"
    HOW_LONG = "how_long"
    CHANGE = "change"


DATA = Path(__file__).parents[1] / "data" / "intents.toml"
LONGEST = 40
"""Words up to which a message is about what one of its phrases asks for; a longer one tells something."""
FEW = 16
"""Words up to which a message is taken for a question by its words alone."""
LAST_LATIN = "\u024f"

# Words that are common in one of the languages and in none of the others, English last.
_LANGUAGES = {
    "de": "du mich das dir warum ich bin nicht und habe eine meine kann mir möchte arbeite wie weiter seit keine mein".split(),
    "fr": "je suis pas une mon travail avec dans pour mais veux depuis cherche quoi faire ne".split(),
    "es": "estoy trabajo quiero no sé mi una con desde pero busco hacer qué tengo".split(),
    "it": "sono lavoro voglio non mio una con ma cerco cosa fare da anni".split(),
    "pt": "estou trabalho quero não meu minha uma com mas procuro fazer há anos".split(),
    "nl": "ik ben niet een mijn werk met maar wil zoek al jaren geen weet".split(),
    "pl": "jestem nie pracę pracy chcę mam się od lat szukam moja".split(),
    "sv": "jag är inte ett mitt jobb med men vill söker sedan vet".split(),
}
_ENGLISH = frozenset(
    "i the a my and to of is am not in it for work job have do want with me at be was that this on but".split()
)
FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Rule:
    """How an intent is recognised: see the data file."""

    pattern: re.Pattern[str]
    at_most: int = LONGEST
    as_question: bool = False
    as_news: bool = False

    def words_in(self, message: str, length: int) -> str:
        """Return the words by which a message of so many words is understood so, or nothing."""
        found = self.pattern.search(message) if length <= self.at_most else None
        return found.group() if found and self._is_meant(message, found.group(), length) else ""

    def _is_meant(self, message: str, words: str, length: int) -> bool:
        if self.as_question:
            return length <= FEW or asks(sentence_around(message, words))
        return not self.as_news or not asks(sentence_around(message, words))


@dataclass(frozen=True, slots=True)
class _Posting:
    """How a posting is recognised: by its length and by so many different signs."""

    at_least: int
    signs: int
    pattern: re.Pattern[str]


@cache
def _rules() -> dict[Intent, _Rule]:
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["intent"]
    return {Intent(row.pop("name")): _Rule(_joined(row.pop("patterns")), **row) for row in rows}


@cache
def _posting() -> _Posting:
    row = tomllib.loads(DATA.read_text(encoding="utf-8"))["posting"]
    return _Posting(row["at_least"], row["signs"], _joined(row["patterns"]))


def _joined(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(one.replace("'", "['’]?") for one in patterns), re.IGNORECASE)


def intent_of(message: str) -> Intent | None:
    """Return what a message asks for or tells, where there is a way of its own for that, or None."""
    length, posting = len(message.split()), _posting()
    if (
        length >= posting.at_least
        and len({one.casefold() for one in posting.pattern.findall(message)}) >= posting.signs
    ):
        return Intent.POSTING
    found = next((intent for intent, rule in _rules().items() if rule.words_in(message, length)), None)
    if found is None and (language_of(message) or _is_in_other_letters(message)):
        return Intent.OTHER_LANGUAGE
    return found


def telling_words(message: str, intent: Intent) -> str:
    """Return the words by which a message was understood as something, literally, or nothing."""
    rule = _rules().get(intent)
    return rule.words_in(message, len(message.split())) if rule else ""


def _is_in_other_letters(message: str) -> bool:
    """Whether most of the letters are not Latin ones."""
    letters = [letter for letter in message if letter.isalpha()]
    return 2 * sum(letter > LAST_LATIN for letter in letters) > len(letters)


def language_of(message: str) -> str:
    """Return the code of a language other than English the message seems to be in, or nothing."""
    words = re.findall(r"[^\W\d_]+", message.casefold())
    if len(words) < FEWEST_WORDS:
        return ""
    english = sum(word in _ENGLISH for word in words)
    best, count = max(
        ((code, sum(word in known for word in words)) for code, known in _LANGUAGES.items()), key=lambda one: one[1]
    )
    return best if count >= FEWEST_WORDS and count > english else ""
