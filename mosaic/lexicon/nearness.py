"""Skills near in meaning to a sentence that names none: “I talk people down when they kick off”.

Words have vectors (a static table that comes with a library; nothing is fetched, and no model runs). A sentence is the
mean of its words' vectors, rare words weighing more (Arora, Liang and Ma 2017, without their second step). Candidates
come from a ridge regression of skills on all their names and from each skill's own mean; a logistic regression of a few
readable features says how probable each is. Its weights are in `data/nearness.json`, made by `tests/evaluation/fit.py` from the
development sentences alone. What is found here is a suggestion, and is marked as such.
"""

import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mosaic.lexicon.compiled import kept
from mosaic.lexicon.entries import Skill
from mosaic.lexicon.store import DATA, lexicon
from mosaic.lexicon.synonyms import meant
from mosaic.lexicon.words import WORD, keys_of, tokenised

Vector = NDArray[np.float32]
WIDTH = 256
RIDGE = 50.0
FEW, SHOWN = 40, 25
LONGEST = 60
# Words that say nothing about what somebody does; one of them weighs as good as nothing in a mean.
SMALL = frozenset(
    "a an the my his her our their your its this that these those some any all every each both own new of to in on at for "
    "with from by and or as into up out down over off about be is am are was were been being have has had do did does done "
    "doing will would can could should may might must i me you he she it they him them we us who what when where how why "
    "not no so very too just than then there here also always never ever still yet again only if because but while after "
    "before until since which one two three four five six seven eight nine ten year years month week day days hour time "
    "times lot lots bit thing things stuff people everybody everyone somebody someone nobody anyone im ive id".split()
)
SMALL_KEYS = frozenset(key for word in SMALL for key in keys_of(word))
_PIECE_END = re.compile(r"[,;:.!?()\n]|\band\b|\bbut\b|\bfor\b|\s[-–—]\s", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:i|i['’]?m|i['’]?ve|i['’]?d|we)\b", re.IGNORECASE)
_ANOTHER = re.compile(
    r"^\W*(?:he|she|they|it|this|that|there|the|an?|my|our|his|her|their|your|you|somebody|someone|nobody)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Near:
    """A skill that a piece of a text, text[start:end], is probably about."""

    id: str
    probability: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A skill with what speaks for it, in the order of FEATURES."""

    id: str
    features: Vector
    start: int
    end: int


FEATURES = (
    "ridge", "own mean", "own mean of a piece", "nearest name", "words in common", "weight in common", "share of names",
    "ridge to best", "own mean to best", "nearest name to best", "all to best", "words to best", "rank",
    "somebody else", "length",
)  # fmt: skip


class Nearness:
    """Finds skills near to sentences; built from the skills' names and meanings."""

    def __init__(self, skills: Sequence[Skill], arrays: dict[str, bytes]) -> None:
        self._ids = [skill.id for skill in skills]
        # Copies, because the bytes lie at odd places of a file and every product would copy them again.
        self._ridge = np.frombuffer(arrays["ridge"], np.float32).reshape(WIDTH, -1).copy()
        self._means = np.frombuffer(arrays["means"], np.float32).reshape(-1, WIDTH).T.copy()
        self._names = np.frombuffer(arrays["names"], np.float16).reshape(-1, WIDTH).copy()
        self._weights: dict[str, float] = json.loads(arrays["weights"])
        names = [meant(keys_of(name)) for skill in skills for name in names_of(skill)]
        counts = [len(names_of(skill)) for skill in skills]
        self._ends = np.cumsum([0, *counts])
        self._words = _Words(names, np.repeat(np.arange(len(skills)), counts), len(skills))

    def candidates(self, text: str) -> Iterator[Candidate]:
        """Yield the likeliest skills of one sentence with their features."""
        spans = _pieces(text)
        pieces = np.array([self._mean(text[start:end]) for start, end in spans])
        scores = _Scores(self._ridge, self._means, pieces)
        common = self._words.in_common(meant([token.key for token in tokenised(text)]))
        first = 2 * scores.ridge + scores.whole + 0.5 * common[0] + 0.1 * common[2]
        few = np.argsort(-first, kind="stable")[:FEW]
        nearest = [self._nearest(pieces, int(skill)) for skill in few]
        names = np.array([one for one, _ in nearest])
        total = first[few] + 0.7 * names
        order = np.argsort(-total, kind="stable")[:SHOWN]
        best = [a[few][order].max() for a in (scores.ridge, scores.whole, common[0])]
        else_ = float(bool(_ANOTHER.match(text)) and not _FIRST_PERSON.search(text))
        length = min(len(text.split()), 40) / 20
        for rank, place in enumerate(order):
            skill = few[place]
            row = (
                scores.ridge[skill], scores.whole[skill], scores.part[skill], names[place],
                common[0][skill], common[1][skill], common[2][skill],
                scores.ridge[skill] - best[0], scores.whole[skill] - best[1], names[place] - names[order].max(),
                total[place] - total[order].max(), common[0][skill] - best[2], log(1 + rank), else_, length,
            )  # fmt: skip
            start, end = spans[nearest[place][1]]
            yield Candidate(self._ids[skill], np.array(row, np.float32), start, end)

    def _nearest(self, pieces: Vector, skill: int) -> tuple[float, int]:
        """Return the greatest cosine of a piece and a name of a skill, and which piece it was."""
        names = self._names[self._ends[skill] : self._ends[skill + 1]].astype(np.float32)
        cosines = (pieces @ names.T).max(axis=1)
        piece = int(cosines.argmax())
        return float(cosines[piece]), piece

    def _mean(self, text: str) -> Vector:
        return mean_of(text, self._weights)


class _Scores:
    """How near every skill is to a sentence (its first piece) and to its pieces."""

    def __init__(self, ridge: Vector, means: Vector, pieces: Vector) -> None:
        self.ridge: Vector = (pieces @ ridge).max(axis=0)
        cosines = pieces @ means
        self.whole: Vector = cosines[0]
        self.part: Vector = cosines.max(axis=0)


class _Words:
    """Which names share words with a text."""

    def __init__(self, names: Sequence[Sequence[str]], owners: NDArray[np.int64], count: int) -> None:
        self._count, self._owners = count, owners
        used = Counter(
            key for _, key in {(owner, key) for owner, keys in zip(owners, names, strict=True) for key in keys}
        )
        self._weight = {key: 0.0 if key in SMALL_KEYS else max(0.3, log(count / n)) for key, n in used.items()}
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, keys in enumerate(names):
            for key in set(keys):
                if self._weight[key]:
                    found[key].append(place)
        self._by_key = {key: np.array(places) for key, places in found.items()}
        self._whole = np.array([sum(self._weight[key] for key in set(keys)) or 1.0 for keys in names], np.float32)
        self._sizes = np.bincount(owners, minlength=count)
        self._starts = np.concatenate([[0], np.cumsum(self._sizes)[:-1]])

    def in_common(self, keys: Iterable[str]) -> tuple[Vector, Vector, Vector]:
        """Return, per skill: its best name's share of words found, their weight, and how usual the words are in its names."""
        hits = np.zeros(len(self._owners), np.float32)
        usual = np.zeros(self._count, np.float32)
        for key in set(keys) & self._by_key.keys():
            places, weight = self._by_key[key], self._weight[key]
            hits[places] += weight
            if weight > 2:
                usual += weight * np.bincount(self._owners[places], minlength=self._count) / self._sizes
        weights = np.maximum.reduceat(hits, self._starts)
        shares = np.maximum.reduceat(hits / self._whole * np.minimum(1, hits / 5), self._starts)
        return shares, weights, usual


def names_of(skill: Skill) -> tuple[str, ...]:
    """Return what a skill is called."""
    return (skill.label, *skill.aliases)


def near_skills(text: str, *, least: float = 0) -> list[Near]:
    """Return the skills that one sentence is probably about, the likeliest first; `least` is another bar than the fitted one."""
    if len(text.split()) > LONGEST:
        return []
    weights = _fitted()
    found = []
    for one in nearness().candidates(text):
        probability = 1 / (1 + float(np.exp(-(one.features @ weights.slopes + weights.base))))
        if probability >= (least or weights.least):
            found.append(Near(one.id, probability, one.start, one.end))
    return sorted(found, key=lambda one: (-one.probability, one.id))


@cache
def nearness() -> Nearness:
    """Return the finder over all skills, built once per process."""
    skills = tuple(lexicon().skills.values())
    return Nearness(skills, kept("nearness", lambda: _arrays(skills), mark=lexicon().mark))


@dataclass(frozen=True, slots=True)
class _Fitted:
    slopes: Vector
    base: float
    least: float


@cache
def _fitted() -> _Fitted:
    read = json.loads((DATA / "nearness.json").read_text(encoding="utf-8"))
    slopes = np.array([read["slopes"][name] for name in FEATURES], np.float32)
    return _Fitted(slopes, read["base"], read["least"])


def _arrays(skills: Sequence[Skill]) -> dict[str, bytes]:
    """Work out everything that does not depend on the text."""
    weights = _word_weights(skills)
    names = np.array([mean_of(name, weights) for skill in skills for name in names_of(skill)], np.float32)
    meanings = np.array([mean_of(skill.meaning, weights) for skill in skills], np.float32)
    means = [mean_of(" ".join((skill.label, skill.meaning, *skill.aliases)), weights) for skill in skills]
    owners = np.repeat(np.arange(len(skills)), [len(names_of(skill)) for skill in skills])
    ridge = _ridge(np.vstack([names, meanings]), np.concatenate([owners, np.arange(len(skills))]), len(skills))
    return {
        "ridge": ridge.astype(np.float32).tobytes(),
        "means": np.array(means, np.float32).tobytes(),
        "names": names.astype(np.float16).tobytes(),
        "weights": json.dumps(weights).encode(),
    }


def _ridge(rows: Vector, owners: NDArray[np.int64], count: int) -> Vector:
    """Return the coefficients of a ridge regression of owners on rows (Hoerl and Kennard 1970), owners of many rows scaled down."""
    targets = np.zeros((len(rows), count), np.float32)
    targets[np.arange(len(rows)), owners] = 1
    targets /= np.sqrt(np.maximum(1, np.bincount(owners, minlength=count)))
    found: Vector = np.linalg.solve(rows.T @ rows + RIDGE * np.eye(WIDTH, dtype=np.float32), rows.T @ targets)
    return found


def _word_weights(skills: Sequence[Skill]) -> dict[str, float]:
    used = Counter(word for skill in skills for word in {word for name in names_of(skill) for word in _words(name)})
    return {word: max(0.4, min(6.5, log(len(skills) / count))) for word, count in used.items()}


def mean_of(text: str, weights: dict[str, float]) -> Vector:
    """Return the weighted mean of the vectors of a text's words, of length 1; nothing but zeros without words."""
    words = _words(text)
    total = np.zeros(WIDTH, np.float32)
    for word in words:
        total += (0.05 if word in SMALL else weights.get(word, 6.3)) * _vector(word)
    length = np.linalg.norm(total)
    return total / length if length else total


def _words(text: str) -> list[str]:
    return [match.group().casefold() for match in WORD.finditer(text)]


def _pieces(text: str) -> list[tuple[int, int]]:
    """Return the whole text and its parts of two words or more."""
    found, start = [(0, len(text))], 0
    for end, following in [*((match.start(), match.end()) for match in _PIECE_END.finditer(text)), (len(text), 0)]:
        if len(text[start:end].split()) > 1 and (start, end) != (0, len(text)):
            found.append((start, end))
        start = following
    return found


@lru_cache(maxsize=30_000)
def _vector(word: str) -> Vector:
    found: Vector = _table().embed([word], norm=True)[0]
    return found


@cache
def _table():  # type: ignore[no-untyped-def]  # noqa: ANN202  # the library has no types
    """Return the vectors that come with the library. Its loader is told where they lie, or it would ask the network."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    # A fifth of a second that only a reader of own words spends.
    import wordllama  # type: ignore[import-untyped]  # noqa: PLC0415

    folder = Path(wordllama.__file__).parent
    return wordllama.WordLlama.load(dim=WIDTH, cache_dir=folder, disable_download=True)
