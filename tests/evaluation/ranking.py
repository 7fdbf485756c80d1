"""The order in which postings come for somebody, against how well a careful reader finds that they suit.

The person is read from their own words, as the product reads them, and from labels for what words leave out.
"""

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass as plain
from dataclasses import field
from datetime import date
from functools import cache
from itertools import permutations
from pathlib import Path
from uuid import NAMESPACE_DNS, uuid5

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.profile import Known, Profile
from mosaic.facts.domain.reading import read_own_words
from opportunity_bridge.domain.adverts import advert_in
from opportunity_bridge.domain.fit import fit
from opportunity_bridge.domain.postings import Posting
from tests.evaluation.posting_truth import TODAY, half_of, postings_in
from tests.resumes.tally import Tally

RANKING = Path(__file__).parent / "ranking"
FIRST = 5
_STRICT = ConfigDict(extra="forbid")
_PARTS = {
    (FactKind.SKILL, Polarity.HAS): "skills",
    (FactKind.SKILL, Polarity.WANTS): "skills_wanted",
    (FactKind.ROLE, Polarity.HAS): "roles",
    (FactKind.ROLE, Polarity.WANTS): "roles_wanted",
    (FactKind.VALUE, Polarity.WANTS): "values",
    (FactKind.LICENCE, Polarity.HAS): "licences",
}
# Parts whose labels are words; those of all others are ids of the lexicon.
_IN_WORDS = frozenset(("location", "remote", "pay", "hours", "languages", "education"))


@dataclass(frozen=True, config=_STRICT)
class Offered:
    """A posting given with the case."""

    key: str
    text: str


@dataclass(frozen=True, config=_STRICT)
class Case:
    """Somebody, and postings with grades: 3 what they look for, 2 near, 1 a stretch, 0 far. `before` lists pairs."""

    grades: Mapping[str, int] = field(default_factory=dict)
    before: tuple[tuple[str, str], ...] = ()
    words: str = ""
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    posting: tuple[Offered, ...] = ()
    split: str = ""
    today: date = TODAY


@plain
class Mean(Tally):
    """A measure that is a mean over cases, shown in the same columns."""

    total: float = 0
    cases: int = 0

    def add_case(self, value: float, slip: str = "") -> None:
        """Count one case in."""
        self.total, self.cases = self.total + value, self.cases + 1
        self.slips += [slip] if slip else []

    @property
    def precision(self) -> float:
        """The mean."""
        return self.total / max(1, self.cases)

    recall = f1 = precision

    @property
    def size(self) -> int:
        """How many cases there are."""
        return self.cases


def ranked(split: str, folder: Path = RANKING) -> dict[str, Tally]:
    """Measure a folder of cases: pairs in the right order, the gain of the first five, and who comes first."""
    pairs, gain, first = Tally(), Mean(), Mean()
    for name, case in _cases(split, folder):
        orders = _orders(case, folder)
        for higher, lower in _pairs(case):
            right = orders[higher] > orders[lower]
            slip = (
                []
                if right
                else [f"{name}: {higher} ({orders[higher] // 10_201}) not before {lower} ({orders[lower] // 10_201})"]
            )
            pairs.add(Tally(right=right, wrong=not right, missed=not right, slips=slip))
        if case.grades:
            order = sorted(case.grades, key=lambda key: (-orders[key], key))
            gain.add_case(_ndcg([case.grades[key] for key in order]))
            best = case.grades[order[0]] == max(case.grades.values())
            first.add_case(float(best), "" if best else f"{name}: {order[0]} first")
    return {
        "in slips": Tally(slips=[*pairs.slips, *first.slips]),
        "pairs in order": pairs,
        f"NDCG@{FIRST}": gain,
        "best comes first": first,
    }


def profile_from(case: Case) -> Profile:
    """Return what the product would know of somebody."""
    parts: dict[str, list[Known]] = {}
    for one in read_own_words(case.words):
        name = _PARTS.get((one.kind, one.polarity))
        if name:
            parts.setdefault(name, []).append(_known(one.lexicon_id, one.label, case.words[one.start : one.end]))
    for name, labels in case.facts.items():
        parts.setdefault(name, []).extend(_known("" if name in _IN_WORDS else one, one, one) for one in labels)
    return Profile(**{name: tuple(dict.fromkeys(known)) for name, known in parts.items()})


def _known(lexicon_id: str, label: str, quote: str) -> Known:
    return Known(uuid5(NAMESPACE_DNS, lexicon_id + label), lexicon_id, label, (quote,), False)


def _cases(split: str, folder: Path) -> Iterator[tuple[str, Case]]:
    adapter = TypeAdapter(Case)
    for path in sorted(folder.glob("*.toml")):
        case = adapter.validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
        if split in {"all", case.split or half_of(path.name)}:
            yield path.stem, case


def _orders(case: Case, folder: Path) -> dict[str, int]:
    """Return what each posting of a case is sorted by, the largest first."""
    own = {one.key: advert_in(one.text, today=case.today).posting for one in case.posting}
    profile = profile_from(case)
    keys = {*case.grades, *(key for pair in case.before for key in pair)}
    return {key: fit(profile, own[key] if key in own else _shared(folder)[key]).order for key in keys}


@cache
def _shared(folder: Path) -> Mapping[str, Posting]:
    """Return the postings that lie in `postings/` inside a folder or beside it."""
    home = folder / "postings" if (folder / "postings").is_dir() else folder.parent / "postings"
    return {one.name: advert_in(one.truth.text, today=one.truth.today).posting for one in postings_in(home)}


def _pairs(case: Case) -> Iterator[tuple[str, str]]:
    yield from case.before
    for one, other in permutations(sorted(case.grades), 2):
        if case.grades[one] > case.grades[other]:
            yield one, other


def _ndcg(grades: list[int]) -> float:
    """Return the discounted gain of the first five over that of the best order (Järvelin and Kekäläinen, 2002)."""
    best = _dcg(sorted(grades, reverse=True))
    return _dcg(grades) / best if best else 1.0


def _dcg(grades: list[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:FIRST]))
