"""Which names of skills share words with a text, and how much those words carry."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log

import numpy as np
from numpy.typing import NDArray

from mosaic.lexicon.words import keys_of

Vector = NDArray[np.float32]
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
# Per skill: its best name's share of words found, their weight, and how usual the words are in its names.
Common = tuple[Vector, Vector, Vector]


class SharedWords:
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

    def in_common(self, keys: Iterable[str]) -> Common:
        """Return what each skill's names have in common with a text, looking only at names that have anything."""
        shares, weights, usual = (np.zeros(self._count, np.float32) for _ in range(3))
        known = sorted(set(keys) & self._by_key.keys())
        if not known:
            return shares, weights, usual
        every = np.zeros(len(self._owners))
        for key in known:
            every[self._by_key[key]] += self._weight[key]
        # Truths are counted several times as fast as numbers are.
        places = np.flatnonzero(every > 0)
        hits, owners = every[places], self._owners[places]
        borders = np.flatnonzero(np.concatenate([[True], owners[1:] != owners[:-1]]))
        weights[owners[borders]] = np.maximum.reduceat(hits, borders)
        shares[owners[borders]] = np.maximum.reduceat(hits / self._whole[places] * np.minimum(1, hits / 5), borders)
        for key in known:
            if self._weight[key] > 2:
                which, much = self._usual(key)
                usual[which] += much
        return shares, weights, usual

    @lru_cache(maxsize=4_000)  # noqa: B019  # there is one of these per process
    def _usual(self, key: str) -> tuple[NDArray[np.int64], Vector]:
        which, times = np.unique(self._owners[self._by_key[key]], return_counts=True)
        much: Vector = (self._weight[key] * times / self._sizes[which]).astype(np.float32)
        return which, much
