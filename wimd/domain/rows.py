"""What a row of the prompt library may look like, and which rows are too much alike."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from wimd.domain.cues import keys_in
from wimd.domain.library import Row

LONGEST = {"id": 40, "prompt": 200, "completion": 300, "tag": 30}
ALIKE = 0.6
"""Two texts that share so much of their words and neighbouring pairs of words are told apart by nobody."""

TAGS = frozenset(
    "stuck direction skills values energy strengths confidence fear age return-to-work career-break caring job-loss burnout health new-country language "
    "first-job study money pay-talk time place family boss colleagues belonging networking applying rejection interview decision experiment obstacle "
    "reflection momentum waiting self-employment retirement meaning shifts probation demotion volunteering portfolio seasonal".split()
)

_ID = re.compile(r"[a-z]+(?:-[a-z]+)*-\d{2,3}")
_DIRECTIVE = re.compile(
    r"\b(?:should|must|ought|shall|need to|needs to|have to|has to|had better|got to|supposed to|make sure|be sure|remember to|don’t forget|why not|just|simply)\b",
    re.IGNORECASE,
)
_ORDERS = frozenset(
    "ask begin book bring call change choose consider decide describe do draw email find focus get give go imagine keep leave let list look make name note "
    "picture pick prepare put read remember rest ring say see send set show sit speak start stay stop take talk tell think try use wait walk watch write".split()
)


def faults_of(row: Row) -> Iterator[str]:
    """Yield the codes of what is wrong with a row."""
    if not _ID.fullmatch(row.key):
        yield "id"
    if row.tag not in TAGS:
        yield "tag"
    if row.completion.count("?") > 1:
        yield "questions"
    for found in _DIRECTIVE.finditer(row.completion):
        yield f"directive:{found[0]}"
    for sentence in re.split(r"(?<=[.!?])\s+", row.completion):
        first = (re.findall(r"[^\W\d_]+", sentence) or [""])[0].casefold()
        if first in _ORDERS and not sentence.endswith("?"):
            yield f"directive:{first}"


def alike(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Yield the places of texts that are too much alike, and how much: shared words and pairs of words, 0 to 1."""
    shingles = [_shingles(text) for text in texts]
    places: dict[str, list[int]] = defaultdict(list)
    for place, mine in enumerate(shingles):
        near = {other for one in mine for other in places[one]}
        for other in sorted(near):
            share = len(mine & shingles[other]) / len(mine | shingles[other])
            if share >= ALIKE:
                yield other, place, share
        for one in mine:
            places[one].append(place)


def _shingles(text: str) -> frozenset[str]:
    keys = keys_in(text)
    return frozenset(keys) | {" ".join(pair) for pair in itertools.pairwise(keys)}
