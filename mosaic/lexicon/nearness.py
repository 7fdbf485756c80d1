"""Skills near in meaning to a sentence that names none: “I talk people down when they kick off”.

Words have vectors (a static table that comes with a library; nothing is fetched, and no model runs). A sentence is the
mean of its words' vectors, rare words weighing more (Arora, Liang and Ma 2017, without their second step). Candidates
come from a ridge regression of skills on all their names and from each skill's own mean; a logistic regression of a few
readable features, how much all words of a skill speak for it among them (`all_words.py`), says how probable each is. Its weights are
in `data/nearness.json`, made by `tests/evaluation/fit.py` from the development sentences alone. What is found here is a suggestion, and is marked as such.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

import numpy as np
from numpy.typing import NDArray

from mosaic.lexicon.all_words import ALL_WORDS, AllWords, weighed
from mosaic.lexicon.compiled import kept
from mosaic.lexicon.entries import Skill
from mosaic.lexicon.shared_words import SharedWords
from mosaic.lexicon.store import DATA, lexicon
from mosaic.lexicon.synonyms import meant
from mosaic.lexicon.vectors import WIDTH, Vector, mean_of, means_of, words_of
from mosaic.lexicon.words import keys_of, tokenised

RIDGE = 50.0
FEW, SHOWN = 40, 25
_RANKS = np.log1p(np.arange(SHOWN))
LONGEST = 60
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
    "somebody else", "length", "all words", "all words to best", "rank by all words",
    "words of an occupation", "words of an occupation to best",
)  # fmt: skip
BY_WORDS = 5


class Nearness:
    """Finds skills near to sentences; built from the skills' names and meanings."""

    def __init__(self, skills: Sequence[Skill], arrays: dict[str, bytes]) -> None:
        self._ids = [skill.id for skill in skills]
        # One table, so that a sentence goes through memory once; copies, because the bytes lie at odd places of a file.
        ridge = np.frombuffer(arrays["ridge"], np.float32).reshape(WIDTH, -1)
        self._skills: Vector = np.hstack([ridge, np.frombuffer(arrays["means"], np.float32).reshape(-1, WIDTH).T])
        self._names = np.frombuffer(arrays["names"], np.float16).reshape(-1, WIDTH).astype(np.float32)
        self._weights: dict[str, float] = json.loads(arrays["weights"])
        names = [meant(keys_of(name)) for skill in skills for name in names_of(skill)]
        counts = np.array([len(names_of(skill)) for skill in skills])
        self._counts, self._starts = counts, np.cumsum(counts) - counts
        self._words = SharedWords(names, np.repeat(np.arange(len(skills)), counts), len(skills))
        self._all_words = AllWords({name: arrays[f"all words: {name}"] for name in ALL_WORDS}, len(skills))
        occupations = lexicon().occupations.values()
        self._work_words = AllWords({name: arrays[f"work: {name}"] for name in ALL_WORDS}, len(occupations))
        place = {skill: at for at, skill in enumerate(self._ids)}
        pairs = [(place[one], at) for at, work in enumerate(occupations) for one in work.essential if one in place]
        self._needed, self._needing = np.array(pairs, np.int64).reshape(-1, 2).T

    def candidates(self, text: str) -> Iterator[Candidate]:
        """Yield the likeliest skills of one sentence with their features."""
        found = self.likeliest(text, meant([token.key for token in tokenised(text)]))
        for place, skill in enumerate(found.skills):
            start, end = found.spans[place]
            yield Candidate(self._ids[skill], found.features[place], start, end)

    def near(self, text: str, fitted: "_Fitted", least: float) -> Iterator[Near]:
        """Yield the skills of one sentence that are at least so probable."""
        found = self.likeliest(text, meant([token.key for token in tokenised(text)]))
        probable = 1 / (1 + np.exp(-(found.features @ fitted.slopes + fitted.base)))
        for place in np.flatnonzero(probable >= least):
            start, end = found.spans[place]
            yield Near(self._ids[found.skills[place]], float(probable[place]), start, end)

    def likeliest(self, text: str, keys: Sequence[str]) -> "_Likeliest":
        """Return the likeliest skills of one sentence with their features, the best first; `keys` are those of its words."""
        common, speaking = self._words.in_common(keys), self._all_words.speaking_for(keys)
        spans = _pieces(text)
        pieces = means_of(text, spans, self._weights)
        scores = _products(pieces, self._skills)
        count = len(self._ids)
        ridge, whole = scores[:, :count].max(axis=0), scores[0, count:]
        first = 2 * ridge + whole + 0.5 * common[0] + 0.1 * common[2]
        few = _greatest(first, FEW)
        names, nearest = self._nearest(pieces, few)
        total = first[few] + 0.7 * names
        order = np.argsort(-total, kind="stable")[:SHOWN]
        skills = few[order]
        part = scores[:, count + skills].max(axis=0)
        by_score = (ridge[skills], whole[skills], part, names[order], *(each[skills] for each in common))
        features = np.hstack(
            [_features(text, by_score, total[order]), _by_all_words(speaking, skills), self._by_work(keys, skills)]
        )
        return _Likeliest(skills, features, [spans[at] for at in nearest[order]])

    def _by_work(self, keys: Sequence[str], skills: NDArray[np.int64]) -> Vector:
        """Return a row for each skill: how much the words speak for work that needs it, and how far that is from the best."""
        work = self._work_words.speaking_for(keys)
        best = np.zeros(len(self._ids), np.float32)
        np.maximum.at(best, self._needed, work[self._needing])
        return np.stack([best[skills], best[skills] - work.max(initial=0)], axis=1).astype(np.float32)

    def _nearest(self, pieces: Vector, few: NDArray[np.int64]) -> tuple[Vector, NDArray[np.int64]]:
        """Return, for some skills, the greatest cosine of a piece and a name, and which piece it was."""
        counts = self._counts[few]
        ends = np.cumsum(counts)
        rows = np.arange(ends[-1]) + np.repeat(self._starts[few] - (ends - counts), counts)
        cosines = np.maximum.reduceat(_products(pieces, self._names[rows].T), ends - counts, axis=1)
        return cosines.max(axis=0), cosines.argmax(axis=0)


@dataclass(frozen=True, slots=True)
class _Likeliest:
    """Skills by their places, a row of features and a piece of the text for each."""

    skills: NDArray[np.int64]
    features: Vector
    spans: list[tuple[int, int]]


def _by_all_words(speaking: Vector, skills: NDArray[np.int64]) -> Vector:
    """Return a row for each skill: what all words say for it, how far that is from the best, and its rank by it."""
    mine = speaking[skills]
    ranks = (speaking > mine[:, None]).sum(axis=1)
    return np.stack([mine, mine - speaking.max(), np.log1p(ranks)], axis=1).astype(np.float32)


def _features(text: str, scores: Sequence[Vector], total: Vector) -> Vector:
    """Return a row for each skill, in the order of FEATURES, all but the last, BY_WORDS."""
    ridge, whole, _part, names, shares, *_ = scores
    rows = np.empty((len(FEATURES) - BY_WORDS, len(total)), np.float32)
    rows[: len(scores)] = scores
    for place, each in enumerate((ridge, whole, names, total, shares), len(scores)):
        rows[place] = each - each.max()
    rows[-3] = _RANKS[: len(total)]
    rows[-2] = bool(_ANOTHER.match(text)) and not _FIRST_PERSON.search(text)
    rows[-1] = min(len(text.split()), 40) / 20
    return rows.T


def _products(pieces: Vector, table: Vector) -> Vector:
    """Return pieces @ table, row by row: of so few rows the library makes several times as much work at once."""
    return np.array([piece @ table for piece in pieces])


def _greatest(values: Vector, count: int) -> NDArray[np.int64]:
    """Return the places of the greatest values, the greatest first; of equal ones the first."""
    if len(values) > count:
        least = np.partition(values, -count)[-count]
        places = np.flatnonzero(values >= least)
    else:
        places = np.arange(len(values))
    found: NDArray[np.int64] = places[np.argsort(-values[places], kind="stable")][:count]
    return found


def names_of(skill: Skill) -> tuple[str, ...]:
    """Return what a skill is called."""
    return (skill.label, *skill.aliases)


def near_skills(text: str, *, least: float = 0) -> list[Near]:
    """Return the skills that one sentence is probably about, the likeliest first; `least` is another bar than the fitted one."""
    if len(text.split()) > LONGEST:
        return []
    fitted = _fitted()
    found = nearness().near(text, fitted, least or fitted.least)
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
    documents = {skill.id: _keys_in((*names_of(skill), skill.meaning)) for skill in skills}
    return {
        "ridge": ridge.astype(np.float32).tobytes(),
        "means": np.array(means, np.float32).tobytes(),
        "names": names.astype(np.float16).tobytes(),
        "weights": json.dumps(weights).encode(),
        **{f"all words: {name}": array for name, array in weighed(list(documents.values())).items()},
        **{f"work: {name}": array for name, array in weighed(_documents_of_work(documents)).items()},
    }


def _documents_of_work(skills: Mapping[str, list[str]]) -> list[list[str]]:
    """Return the words of each occupation: of its names, its meaning and the skills it needs first of all."""
    return [
        _keys_in((work.label, *work.aliases, work.meaning))
        + [key for one in work.essential for key in skills.get(one, ())]
        for work in lexicon().occupations.values()
    ]


def _keys_in(names: Iterable[str]) -> list[str]:
    return [key for name in names for key in meant(keys_of(name))]


def _ridge(rows: Vector, owners: NDArray[np.int64], count: int) -> Vector:
    """Return the coefficients of a ridge regression of owners on rows (Hoerl and Kennard 1970), owners of many rows scaled down."""
    targets = np.zeros((len(rows), count), np.float32)
    targets[np.arange(len(rows)), owners] = 1
    targets /= np.sqrt(np.maximum(1, np.bincount(owners, minlength=count)))
    found: Vector = np.linalg.solve(rows.T @ rows + RIDGE * np.eye(WIDTH, dtype=np.float32), rows.T @ targets)
    return found


def _word_weights(skills: Sequence[Skill]) -> dict[str, float]:
    used = Counter(word for skill in skills for word in {word for name in names_of(skill) for word in words_of(name)})
    return {word: max(0.4, min(6.5, log(len(skills) / count))) for word, count in used.items()}


def _pieces(text: str) -> list[tuple[int, int]]:
    """Return the whole text and its parts of two words or more."""
    found, start = [(0, len(text))], 0
    for end, following in [*((match.start(), match.end()) for match in _PIECE_END.finditer(text)), (len(text), 0)]:
        if len(text[start:end].split()) > 1 and (start, end) != (0, len(text)):
            found.append((start, end))
        start = following
    return found
