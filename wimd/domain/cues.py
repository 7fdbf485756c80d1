"""What people mean by different words: "my supervisor" and "the boss" are one cue, as are "let go" and "sacked"."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mosaic.lexicon.words import FILLERS, tokens_of

FILE = Path(__file__).parents[1] / "data" / "cues.toml"

# Words that hold a sentence together and tell nothing.
FUNCTION = frozenset(
    "a an the and or but if i me my mine we us our you your he him his she her it its they them their this that these those is are was were be been being am "
    "have has had having do does did doing will would can could may might shall to of in on at for with from by as about into no nor so too very just really "
    "also than then there here what when where who whom whose which why how up down off out not im i'm i've i'd i'll you're you've he's she's it's it'd that's "
    "there's they're they've they'll they'd we're we've we'd who's what's let's don't doesn't didn't can't cannot couldn't won't wouldn't isn't aren't wasn't "
    "weren't hasn't haven't hadn't shouldn't dont cant again oh well yes".split()
)
# Words everybody uses; they tell little about what a message is about.
COMMON = frozenset(
    "after over before all any some more most much many other another away back ever never always still only even such own same each every both few lot bit "
    "quite rather yet already almost nearly maybe perhaps get got go going gone come came put take took make made say said tell told let keep kept give gave "
    "see look use find think thought feel like want know mean need try seem turn become happen ask call set show one two three four five six seven eight nine "
    "ten eleven twelve first last next thing something anything nothing everything someone somebody anyone anybody nobody everyone everybody people person way "
    "time day week month year hour minute today tomorrow yesterday now since until while because though although please good bad new old little big long short "
    "right sure able job work working love hate start".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing that can be meant, and the tags of the library it points to."""

    name: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, as a comparison key, with the cues it is a part of, and whether everybody uses it."""

    key: str
    cues: frozenset[str]
    is_common: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """What a text is about: its telling words, and its cues."""

    words: tuple[Word, ...]
    cues: frozenset[str]


class Cues:
    """Finds cues in texts."""

    def __init__(self, entries: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        """Take names with `tags` and `words`."""
        self.cues = {name: Cue(name, tuple(entry["tags"])) for name, entry in entries.items()}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for name, entry in entries.items():
            for phrase in entry["words"]:
                keys = keys_in(phrase)
                self._phrases[keys[0]].append((keys, name))

    def heard(self, text: str) -> Heard:
        """Return what a text is about."""
        keys = keys_in(text)
        parts: dict[int, set[str]] = defaultdict(set)
        for start, end, name in self._found(keys):
            for place in range(start, end):
                parts[place].add(name)
        words = [
            Word(key, frozenset(parts[place]), key in _COMMON_KEYS)
            for place, key in enumerate(keys)
            if key not in _FUNCTION_KEYS
        ]
        return Heard(tuple(words), frozenset(name for names in parts.values() for name in names))

    def _found(self, keys: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Yield where cues stand; of those that lie inside each other the longest counts."""
        found = [
            (start, start + len(phrase), name)
            for start, key in enumerate(keys)
            for phrase, name in self._phrases.get(key, ())
            if tuple(keys[start : start + len(phrase)]) == phrase
        ]
        for start, end, name in found:
            if not any(first <= start and end <= last and last - first > end - start for first, last, _ in found):
                yield start, end, name


@cache
def cues() -> Cues:
    """Return the cues of the data file."""
    with FILE.open("rb") as file:
        return Cues(tomllib.load(file))


def keys_in(text: str) -> tuple[str, ...]:
    """Return the comparison keys of a text's words, articles and possessives left out."""
    return tuple(token.key for token in tokens_of(text) if token.key not in FILLERS)


_FUNCTION_KEYS, _COMMON_KEYS = (
    frozenset(key for word in words for key in (word, *keys_in(word))) for words in (FUNCTION, COMMON)
)
