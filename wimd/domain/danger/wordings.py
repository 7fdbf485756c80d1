"""The small language of `wimd/data/danger/`: wordings with alternatives, groups and gaps, and how they are found.

`a/b` is one of two words, `kill*` every word that begins so, `word?` may be missing, `<group>` is any wording of a group,
`..` up to three words in between, `...` up to eight, `^` and `$` the ends of the sentence. A wording is tried only on a
sentence that holds one of the words it cannot do without, so that a thousand of them cost little.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property

from wimd.domain.danger.data import table
from wimd.domain.danger.plain import folded

GAPS = {"..": r"(?:[^ ]+ ){0,3}?", "...": r"(?:[^ ]+ ){0,8}?", "^": r"\A", "$": r"\Z"}
COMMON = frozenset(
    "a an the i you he she it we they me my him his her them their and or to of in on at for with from not no is am are was were be been do does did have has had will would can could so that this what if when go going get got out up all it as by just".split()
)
"""Words in nearly every sentence: a wording is not looked up by one of these when another will do."""
_COST_OF_COMMON = 200
_SHORTEST_STEM = 2


class Wording:
    """One wording of the data."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.parts = source.split()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The wording as an expression over words that each end in a space."""
        return re.compile(r"(?<![^ ])" + _expression(self.source))

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """Sets of words of each of which one must be there, the most telling set first; a stem ends in `*`."""
        needed = {_keys_of(part) for part in self.parts if part not in GAPS and not part.endswith("?")}
        return tuple(sorted(needed, key=lambda words: (_cost(words), sorted(words))))

    def may_be_in(self, keys: set[str]) -> bool:
        """Tell whether a sentence with these words and stems can hold the wording."""
        return not any(needed.isdisjoint(keys) for needed in self.needs)


def _cost(words: frozenset[str]) -> int:
    return sum(_COST_OF_COMMON if word in COMMON else 1 for word in words)


@cache
def _keys_of(part: str) -> frozenset[str]:
    """Return the words one of which a part of a wording needs."""
    keys: set[str] = set()
    for one in part.split("/"):
        if one.startswith("<"):
            keys.update(*(Wording(entry).needs[0] for entry in group(one)))
        else:
            keys.add(_plain(one))
    return frozenset(keys)


@cache
def group(name: str) -> tuple[str, ...]:
    """Return the wordings of `<name>`."""
    return tuple(table("words")["words"][name.strip("<>")])


@cache
def _expression(source: str) -> str:
    return "".join(_element(part) for part in source.split())


@cache
def _element(part: str) -> str:
    if part in GAPS:
        return GAPS[part]
    inner = "|".join(_alternative(one) for one in part.rstrip("?").split("/"))
    return f"(?:{inner})?" if part.endswith("?") else f"(?:{inner})"


def _alternative(one: str) -> str:
    if one.startswith("<"):
        return "|".join(_expression(entry) for entry in group(one))
    word = re.escape(_plain(one.rstrip("*")))
    return word + ("[^ ]* " if one.endswith("*") else " ")


def _plain(word: str) -> str:
    return folded(word).replace("'", "")


class Wordings:
    """Many named wordings, found by the words they cannot do without."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        self._by_word: dict[str, list[tuple[str, Wording]]] = defaultdict(list)
        stems: set[str] = set()
        for name, source in named:
            wording = Wording(source)
            for key in wording.needs[0]:
                self._by_word[key].append((name, wording))
            stems.update(key[:-1] for needed in wording.needs for key in needed if key.endswith("*"))
        self._stems = frozenset(stems)
        self._sizes = sorted({len(stem) for stem in stems})
        self._letters = frozenset(stem[:_SHORTEST_STEM] for stem in stems)

    def found(self, words: list[str]) -> set[str]:
        """Return the names of what a sentence holds."""
        text = " ".join(words) + " "
        names: set[str] = set()
        for name, wording in self._worth_trying(words, names):
            if wording.regex.search(text):
                names.add(name)
        return names

    def without(self, words: list[str]) -> list[str]:
        """Return the words of a sentence with every wording taken out; a dash stands in its place."""
        text = " ".join(words) + " "
        for _, wording in self._worth_trying(words):
            text = wording.regex.sub("– ", text)
        return text.split()

    def _worth_trying(self, words: list[str], known: Collection[str] = ()) -> Iterator[tuple[str, Wording]]:
        """Yield what may be in a sentence, leaving out names that are known by then."""
        keys = set(words)
        stems = {word[:size] for word in keys if word[:_SHORTEST_STEM] in self._letters for size in self._sizes}
        keys.update(stem + "*" for stem in stems & self._stems)
        tried: set[int] = set()
        for key in keys & self._by_word.keys():
            for name, wording in self._by_word[key]:
                if name not in known and id(wording) not in tried:
                    tried.add(id(wording))
                    if wording.may_be_in(keys):
                        yield name, wording
