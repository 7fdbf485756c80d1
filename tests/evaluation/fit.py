"""Fits the weights of `mosaic/lexicon/nearness.py` to the development sentences: `python -m tests.evaluation.fit [--write]`.

Prints precision and recall in five-fold cross-validation for several thresholds: each fold's sentences are scored by weights
fitted to the other four. The test sentences are not read.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mosaic.lexicon.claims import Stance, stance_at
from mosaic.lexicon.loose import skills_said
from mosaic.lexicon.nearness import FEATURES, nearness
from mosaic.lexicon.store import DATA
from tests.evaluation.labels import SENTENCES, Sentence, sentences_in

FOLDS, ROUNDS, PENALTY = 5, 30, 3.0
THRESHOLDS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
LEAST = 0.6
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rows:
    """One row per candidate: its sentence, its skill, its features, whether it is right, and whether it counts."""

    sentences: NDArray[np.int64]
    skills: list[str]
    features: Numbers
    right: Numbers
    counts: NDArray[np.bool_]


def rows_of(sentences: list[Sentence]) -> Rows:
    """Return the candidates of all sentences."""
    found = list(_rows(sentences))
    return Rows(
        np.array([row[0] for row in found]),
        [row[1] for row in found],
        np.array([row[2] for row in found], np.float64),
        np.array([row[3] for row in found], np.float64),
        np.array([row[4] for row in found]),
    )


def _rows(sentences: list[Sentence]) -> Iterator[tuple[int, str, NDArray[np.float32], bool, bool]]:
    for number, sentence in enumerate(sentences):
        true = _skills(sentence)
        for one in nearness().candidates(sentence.text):
            yield number, one.id, one.features, one.id in true, one.id not in sentence.also


def fit(features: Numbers, right: Numbers) -> tuple[Numbers, float]:
    """Return slopes and base of a logistic regression with a ridge penalty, by Newton's method (McCullagh and Nelder 1989)."""
    middle, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    rows = np.hstack([(features - middle) / spread, np.ones((len(features), 1))])
    penalty = np.diag([PENALTY] * features.shape[1] + [0.0])
    found = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (right - chance) - penalty @ found
        found = found + np.linalg.solve((rows * (chance * (1 - chance))[:, None]).T @ rows + penalty, slope)
    slopes = found[:-1] / spread
    return slopes, float(found[-1] - slopes @ middle)


def cross_validated(rows: Rows) -> Numbers:
    """Return the probability of each row, from weights that did not see its sentence."""
    chances = np.zeros(len(rows.right))
    for fold in range(FOLDS):
        out = rows.sentences % FOLDS == fold
        slopes, base = fit(rows.features[~out & rows.counts], rows.right[~out & rows.counts])
        chances[out] = 1 / (1 + np.exp(-(rows.features[out] @ slopes + base)))
    return chances


def _report(sentences: list[Sentence], rows: Rows, chances: Numbers) -> Iterator[str]:
    named = [_named(sentence.text) for sentence in sentences]
    for least in (1.1, *THRESHOLDS):
        found = [set(ids) for ids in named]
        for place in np.flatnonzero(chances >= least):
            found[rows.sentences[place]].add(rows.skills[place])
        right = wrong = missed = 0
        for sentence, ids in zip(sentences, found, strict=True):
            true = _skills(sentence)
            right += len(ids & true)
            wrong += len(ids - true - set(sentence.also))
            missed += len(true - ids)
        label = "names alone" if least > 1 else f"from {least:.2f}"
        yield f"{label:12} precision {right / (right + wrong):.3f} recall {right / (right + missed):.3f}"


def _named(text: str) -> set[str]:
    return {one.id for one in skills_said(text) if stance_at(text, one.start) is not Stance.OTHERS}


def _skills(sentence: Sentence) -> set[str]:
    return {skill for _, skill in sentence.skills()}


def main() -> None:
    """Print the cross-validation; write the weights of all development sentences when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    sentences = sentences_in(SENTENCES, "development")
    rows = rows_of(sentences)
    print(*_report(sentences, rows, cross_validated(rows)), sep="\n")
    if write:
        slopes, base = fit(rows.features[rows.counts], rows.right[rows.counts])
        weights = {name: round(float(slope), 4) for name, slope in zip(FEATURES, slopes, strict=True)}
        fitted = {"slopes": weights, "base": round(base, 4), "least": LEAST}
        (DATA / "nearness.json").write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
